"""Words in; the parts of patterns that find what stands before or behind a space, out.

A pattern of ties begins with the space itself, so that nothing is looked at where there is none; what is to stand
before it is a look behind, which has to have one length: words are sorted by theirs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

SPACE = r"[ \n]"
"""Where a line may end: also the end of a line of the source. Behind it any space counts, so that setting a text
that is already set finds the same."""

CAPITAL = "[A-ZĄĆĘŁŃÓŚŹŻ]"
SMALL = "[a-ząćęłńóśźż]"
LETTER = r"[^\W\d]"
DASH = rf"(?<=\S{SPACE})(?=[–—](?:\s|\Z))"
"""A dash in a sentence never begins a line."""
INITIALS = rf"(?<=(?<!\w){CAPITAL}\.{SPACE})(?={CAPITAL}[\w.])"
"""J. R. R. Tolkien, J.R.R. Tolkien."""

OPENING = r"""(?<![^\s(\[{„“«‘"'–—])"""
"""Nothing, a space, or what opens stands before: the beginning of a word."""
ENDING = r"(?![-–@_/\\]|[.,:;?!']?\w)"
"""The word ends here: it is no part of an address, of a number with signs in it or of the name of a file."""

NOTHING = re.compile(r"(?!)")
"""The pattern of a rule that a language has not got."""

YEAR = r"(?:1\d|20)\d\d"
HOUR = r"(?:[01]?\d|2[0-3])"


def ties(*places: str) -> re.Pattern[str]:
    """A pattern of the spaces where no line may end, from looks around a space that was just passed."""
    return re.compile(f"{SPACE}(?:{'|'.join(places)})")


def after(words: Iterable[str]) -> str:
    """A look behind, over a space, for one of some words; each may begin with a capital."""
    of_length: defaultdict[int, list[str]] = defaultdict(list)
    for word in words:
        of_length[len(word)].append(_either_case(word))
    looks = (rf"(?<=(?<![\w.])(?:{'|'.join(group)}){SPACE})" for _, group in sorted(of_length.items()))
    return f"(?:{'|'.join(looks)})"


def before(words: Iterable[str], unless: str = "") -> str:
    """A look ahead for one of some words, whole, unless something follows it. A digit may: the number of a source."""
    return rf"(?=(?:{'|'.join(map(re.escape, words))})(?!{LETTER}{f'|{unless}' if unless else ''}))"


def ranges(units: Iterable[str], references: Iterable[str], never_after: Iterable[str]) -> re.Pattern[str]:
    """A pattern of numbers with a hyphen that can only mean "from … to": `from_` and `to` around it.

    Years, numbers with a unit or a month behind them (`units`), days of a date in digits, hours, and numbers behind
    an abbreviation such as "p." (`references`). Behind some words (`never_after`) numbers are names.
    """
    small = r"[1-9]\d{0,2}(?:,\d{1,2})?"
    time = rf"{HOUR}(?:[.:][0-5]\d)?"
    not_a_name = "".join(rf"(?<!{re.escape(word)}\s)" for word in never_after)
    return re.compile(
        rf"{OPENING}{not_a_name}(?:"
        rf"(?P<year>{YEAR})-(?={YEAR}{ENDING})"
        rf"|{small}-(?={small}\s?{before(units)})"
        rf"|\d{{1,2}}-(?=\d{{1,2}}\.\d{{1,2}}\.{YEAR}{ENDING})"
        rf"|{HOUR}:[0-5]\d-(?={HOUR}:[0-5]\d{ENDING})"
        rf"|(?:{'|'.join(map(_either_case, references))})\s?(?:\d{{1,4}}|{time})-(?=(?:\d{{1,4}}|{time}){ENDING})"
        rf")"
    )


def _either_case(word: str) -> str:
    first = f"[{word[0]}{word[0].upper()}]" if word[0].upper() != word[0] else re.escape(word[0])
    return first + re.escape(word[1:])
