"""Text and an alphabet in; a key that sorts as readers of that language expect out."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from opencity.language.marks import without_marks

SortKey = tuple[tuple[int, int, str], ...]

_SILENT = str.maketrans("", "", "'’ʼ")
"""Apostrophes: Ukrainian has them inside words, where its dictionaries pass over them."""


@functools.cache
def sort_key(text: str, alphabet: str) -> tuple[SortKey, str]:
    """A key for `sorted`: the order of an alphabet (Lublin before Łódź, Żory last); without one, plain letters.

    Spaces and hyphens come before letters, digits before letters, letters of other scripts last, and case decides
    only between equals. In what language a part of the text is makes no difference.

    >>> sorted(["Łódź", "Lublin", "Żory", "Zabrze"], key=lambda name: sort_key(name, "abcdefghijklłmnoópqrstuvwxyzźż"))
    ['Lublin', 'Łódź', 'Zabrze', 'Żory']
    """
    bare = without_marks(text)
    folded = unicodedata.normalize("NFC", bare).casefold().translate(_SILENT)
    if alphabet:
        places = _places(alphabet)
        return tuple(_by_place(letter, places) for letter in folded), bare
    letters = (letter for letter in _plain(folded) if not unicodedata.combining(letter))
    return tuple((2 if letter.isalpha() else int(letter.isdigit()), 0, letter) for letter in letters), bare


def _plain(text: str) -> str:
    """The text with each accent behind its letter; ł has none to part from."""
    return unicodedata.normalize("NFD", text.replace("ł", "l"))


@functools.cache
def _places(alphabet: str) -> Mapping[str, int]:
    """Letter to its place."""
    return MappingProxyType({letter: place for place, letter in enumerate(alphabet)})


def _by_place(letter: str, places: Mapping[str, int]) -> tuple[int, int, str]:
    if letter in places:
        return 2, places[letter], ""
    if letter.isalpha():  # a foreign letter stands behind its plain one: é behind e, and ł behind l after Cyrillic
        base = _plain(letter)[0]
        return (2, places[base], letter) if base in places else (3, 0, base if base == letter else base + letter)
    return int(letter.isdigit()), 0, letter
