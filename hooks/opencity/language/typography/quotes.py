"""Text in; the same with the quotation marks and apostrophes of its language out, sign for sign."""

from __future__ import annotations

import re
from dataclasses import dataclass

from opencity.language.typography.guarded import outside_addresses

_OPENS = "([{/–—-„«‘'"
"""What stands before a quotation mark that opens, if no space does."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A mark that opens and one that closes."""

    opens: str
    closes: str


@dataclass(frozen=True, slots=True)
class QuotationMarks:
    """The marks of a language: of a quotation, and of a quotation within one.

    Where marks do not pair, all stay as they are: a page that shows what was typed is better than one that guesses.
    """

    outer: Pair
    inner: Pair
    inner_is_read: bool
    """Whether inner marks that are typed take part in pairing, as « » do and ‘ ’ cannot: ’ is an apostrophe."""

    def pattern(self) -> re.Pattern[str]:
        """Every mark that takes part in pairing."""
        return re.compile(f'["„“”{self.inner.opens + self.inner.closes if self.inner_is_read else ""}]')


@dataclass(slots=True)
class _Reading:
    """What has been read of a text: which marks are open, as typed and as they become, and what each mark becomes."""

    marks: QuotationMarks
    becomes: list[tuple[int, str]]
    open: list[tuple[str, Pair]]
    opened_at: int = -2
    """Where the mark stood that opened last."""

    def read(self, text: str, at: int) -> bool:
        """Read one mark; False where it pairs with nothing."""
        mark, inner = text[at], self.marks.inner
        opens = {inner.opens: True, inner.closes: False}.get(mark, self._opens(text, at))
        if opens:
            self.open.append((mark, self._pair(mark)))
            self.becomes.append((at, self.open[-1][1].opens))
            self.opened_at = at
            return True
        if not self.open:
            return mark == '"' and text[at - 1 : at].isdigit()  # inches and seconds
        typed, pair = self.open.pop()
        self.becomes.append((at, pair.closes))
        return opens is False and (typed == inner.opens) == (mark == inner.closes)

    def _pair(self, mark: str) -> Pair:
        """The marks for a quotation that a mark opens, by what it stands in: outer and inner ones take turns."""
        marks = self.marks
        if mark == marks.inner.opens or (self.open and (self.open[-1][1] is marks.outer or not marks.inner_is_read)):
            return marks.inner
        return marks.outer

    def _opens(self, text: str, at: int) -> bool | None:
        """Whether the mark opens, as its neighbours have it; None where it can neither open nor close."""
        mark, prior, follower = text[at], text[at - 1 : at], text[at + 1 : at + 2]
        first = not prior or prior.isspace() or self.opened_at == at - 1
        may_open = (first or prior in _OPENS) and bool(follower) and not follower.isspace()
        may_close = not first and prior not in "([{" and not follower.isalpha()
        if may_open != may_close and mark != "„":
            return may_open
        if mark == '"':
            return not self.open if may_open else None
        return mark in "„“"


def paired(text: str, marks: QuotationMarks, pattern: re.Pattern[str]) -> str:
    """The text with its pairs of quotation marks as the language has them."""
    reading = _Reading(marks, [], [])
    for match in pattern.finditer(text):
        if not reading.read(text, match.start()):
            return text
    return text if reading.open else _with(text, reading.becomes)


_IN_WORDS = outside_addresses(r"(?<=[^\W\d_])'(?=[^\W\d_]) | (?<![\w'])'(?=\d\d(?![\d']))")
"""Between letters (Kennedy'ego), before the last two figures of a year ('22)."""


def apostrophes(text: str) -> str:
    """Apostrophes inside words and before shortened years: `Kennedy’ego`, `’22`."""
    return _IN_WORDS.sub(lambda match: "’" if match["found"] else match[0], text)


_SINGLE = outside_addresses("'")
_SINGLES = ("'", "‘", "’")
_ELIDED = re.compile(r"'(?:tis|twas|em|til|cause|n|\d\ds?)\b", re.IGNORECASE)


def _opens_single(prior: str, follower: str) -> bool:
    """Whether a single mark opens; beside a double one, which may yet open or close, only before a word."""
    if prior and prior in '"“„«':
        return follower.isalnum()
    return (not prior or prior.isspace() or prior in "([{/–—-") and bool(follower) and not follower.isspace()


def english_apostrophes(text: str) -> str:
    """Apostrophes, and single quotation marks where one opens and a later one closes.

    The mark that closes is the apostrophe itself, hence only the one that opens has to be told from it. Behind a
    figure an apostrophe may mean feet or minutes: it stays, unless it closes.

    >>> english_apostrophes("the cities' 'open' day, 6' wide, 'tis")
    "the cities’ ‘open’ day, 6' wide, ’tis"
    """
    becomes: list[tuple[int, str]] = []
    opened: list[int] = []
    for match in _SINGLE.finditer(text):
        at = match.start()
        prior, follower = text[at - 1 : at], text[at + 1 : at + 2]
        if match["found"] is None or prior in _SINGLES or follower in _SINGLES:
            continue
        if prior.isalnum() and follower.isalnum():
            if not (prior.isdigit() and follower.isdigit()):
                becomes.append((at, "’"))
        elif not prior.isalnum() and _ELIDED.match(text, at):
            becomes.append((at, "’"))
        elif _opens_single(prior, follower):
            opened.append(at)
        elif not follower.isalnum():
            if opened:
                becomes += [(opened.pop(), "‘"), (at, "’")]
            elif prior.isalpha():
                becomes.append((at, "’"))
    return _with(text, becomes)


def _with(text: str, becomes: list[tuple[int, str]]) -> str:
    if not becomes:
        return text
    signs = list(text)
    for at, sign in becomes:
        signs[at] = sign
    return "".join(signs)
