"""Labelled values in; the choices of a filter over a list, as a select shows them, out.

A filter needs no script. Each entry of the list carries its values as classes (`network-icc`), each choice has such a
class as its value, and a style sheet made at build (`site/filter_style.py`) hides what does not have the chosen one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from opencity.language.marks import language_of
from opencity.language.words import Words


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. `value` is also the class of the entries that it leaves."""

    value: str
    label: str

    @property
    def lang(self) -> str | None:
        """The language of the label where that is not the page's: a choice is text alone and holds no element."""
        return language_of(self.label)


@dataclass(frozen=True, slots=True)
class Filter:
    """One select: its name in the page, its label, the words for no choice at all, and the choices."""

    name: str
    label: str
    every: str
    options: tuple[Option, ...]


def facet(name: str, value: str) -> str:
    """The class of an entry that has a value.

    >>> facet("network", "icc")
    'network-icc'
    """
    return f"{name}-{value.replace('_', '-')}"


def filter_by(name: str, label: str, every: str, labelled: Iterable[tuple[str, str]], words: Words) -> Filter:
    """A filter over pairs of class (see `facet`) and label, each once, sorted as the language sorts."""
    options = (Option(value, text) for value, text in dict(labelled).items())
    return Filter(name, label, every, tuple(sorted(options, key=lambda option: words.sort_key(option.label))))
