"""The rules of a language and a text in; the text as the language is set, out.

There are two steps, because a text may stand in several pieces around tags. `shorten` is done to a piece alone.
`settle` is done to all pieces of a paragraph joined; it exchanges sign for sign, so that the pieces can be parted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from opencity.language.typography.guarded import outside_addresses
from opencity.language.typography.quotes import QuotationMarks, paired
from opencity.language.words import NBSP

_ELLIPSIS = outside_addresses(r"(?<![./\\])\.\.\.(?!\.)")
_LONG_HYPHEN = re.compile(r"(?<=\s)--(?=\s)")
_HYPHEN = re.compile(r"(?<=\S\s)-(?=\s)")


@dataclass(frozen=True, slots=True)
class Rules:
    """How a language is set. A language without a rule of some kind has a pattern that finds nothing."""

    quotes: QuotationMarks
    apostrophes: Callable[[str], str]
    ranges: re.Pattern[str]
    """Numbers with a hyphen that means "from … to"; `year` is the first of two years."""
    ties: re.Pattern[str]
    """The spaces where no line may end."""
    _marks: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_marks", self.quotes.pattern())

    def set(self, text: str) -> str:
        """One whole text, set."""
        return self.settle(self.shorten(text))

    def shorten(self, text: str) -> str:
        """Signs that stand for one: three dots, two hyphens."""
        if "..." in text:
            text = _ELLIPSIS.sub(lambda match: "…" if match["found"] else match[0], text)
        if "--" in text:
            text = _LONG_HYPHEN.sub("–", text)
        return text

    def settle(self, text: str) -> str:
        """Sign for sign: apostrophes, quotation marks, dashes, ranges, spaces; each sees what the one before made."""
        if "'" in text:
            text = self.apostrophes(text)
        if self._marks.search(text):
            text = paired(text, self.quotes, self._marks)
        if "-" in text:
            text = self.ranges.sub(_range, _HYPHEN.sub("–", text))
        return self.ties.sub(NBSP, text)


def _range(match: re.Match[str]) -> str:
    """A range has a dash; two years of which the second is not the later are none."""
    year, end = match["year"], match.end()
    if year and int(match.string[end : end + 4]) <= int(year):
        return match[0]
    return f"{match[0][:-1]}–"
