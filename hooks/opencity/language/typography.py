"""Text in; the same text as its language is set (no-break spaces, apostrophes) out. Letters never change."""

from __future__ import annotations

import re

from opencity.language.words import NBSP

_SHORT_WORD = re.compile(r"(?<![^\s(„«\u00a0])([aiouwzAIOUWZ])[ \n](?=\S|\Z)")
"""A preposition or conjunction of one letter (sierotka): it stands with the word behind it, be that on the next line
of the source or in a link that follows the text."""

_YEAR = re.compile(r"(\d{4}) (?=r\.)")
_DAY = re.compile(
    r"(?<!\d)(\d{1,2}) (?=(?:stycznia|lutego|marca|kwietnia|maja|czerwca|"
    r"lipca|sierpnia|września|października|listopada|grudnia)\b)"
)
_ABBREVIATION = re.compile(r"\b(nr|art\.|ust\.|poz\.|ul\.) (?=\S)")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)")
_DASH = re.compile(r" – ")


def tie(text: str) -> str:
    """Put no-break spaces into Polish text. Doing it twice changes nothing.

    The rules are those of Polish typesetting practice (łamanie tekstu): no one-letter word, no day without its
    month, no year without "r." at the end of a line; a dash never begins one.

    >>> tie("w 2016 r. i nr 5").replace(NBSP, "_")
    'w_2016_r. i_nr_5'
    """
    if " " not in text or text.isspace():
        return text
    text = _SHORT_WORD.sub(rf"\1{NBSP}", text)
    text = _SHORT_WORD.sub(rf"\1{NBSP}", text)  # "a w domu": the second of two neighbours
    for rule in (_YEAR, _DAY, _ABBREVIATION):
        text = rule.sub(rf"\1{NBSP}", text)
    return _DASH.sub(f"{NBSP}– ", text)


def apostrophes(text: str) -> str:
    """The typographic apostrophe of English: `Kraków’s` for `Kraków's`."""
    return _APOSTROPHE.sub("’", text) if "'" in text else text


def set_text(text: str, locale: str) -> str:
    """Text as its language is set: Polish lines tied, English apostrophes curved, others as they are."""
    if locale == "pl":
        return tie(text)
    return apostrophes(text) if locale == "en" else text
