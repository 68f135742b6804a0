"""A fact as words: text, its language, its machine date, its sources, how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Certainty = Literal["stated", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time in words, with both of its ends in machine form: HTML has no element for both at once."""

    first: str
    first_machine: str
    between: str
    last: str
    last_machine: str


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell or a line shows.

    `label` stands above the words, as the date of an event does.
    `lang` is set only where the words are not in the page's language; `datetime` has the precision of the words;
    `sources` are numbers of the page's list of sources; `remarks` say why a thing is disputed or inferred.
    """

    text: str
    lang: str | None = None
    datetime: str | None = None
    href: str | None = None
    sources: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()
    certainty: Certainty = "stated"
    abbreviation: str | None = None
    label: str | None = None
    stretch: Stretch | None = None
    """The same words as `text`, taken apart, where they are a stretch of time."""
