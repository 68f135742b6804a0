"""Text such as `2022`, `2022-09` or `2022-09-05` in; a date that keeps its precision out."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

Precision = Literal["year", "month", "day"]

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
EARLIEST, LATEST = 1000, 2999


class NotADate(ValueError):
    """The text is not in the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""


class NoSuchDay(ValueError):
    """The form is right but the calendar has no such month or day.

    `days` is the length of the month, or None when the month itself does not exist.
    """

    def __init__(self, text: str, days: int | None) -> None:
        super().__init__(text)
        self.days = days


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the month or the day, and never more exactly than that.

    >>> PartialDate.parse("2022-09").precision
    'month'
    >>> PartialDate.parse("2022-09").isoformat()
    '2022-09'
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ISO 8601 text of reduced precision.

        Raises NotADate for any other form, NoSuchDay for `2020-02-30` or `2020-13`.
        """
        match = _FORM.fullmatch(text)
        if match is None or not EARLIEST <= int(match[1]) <= LATEST:
            raise NotADate(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        if month is not None:
            if not 1 <= month <= 12:
                raise NoSuchDay(text, None)
            length = calendar.monthrange(year, month)[1]
            if day is not None and not 1 <= day <= length:
                raise NoSuchDay(text, length)
        return cls(year, month, day)

    @classmethod
    def of(cls, day: dt.date) -> PartialDate:
        """The full-precision date of a calendar day."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """`year`, `month` or `day`."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def parts(self) -> tuple[int, ...]:
        """The known numbers, longest unit first: `(2022, 9)`."""
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)

    def isoformat(self) -> str:
        """The form for `<time datetime>`: as precise as the date, `2022-09`."""
        return "-".join(f"{part:0{4 if not place else 2}d}" for place, part in enumerate(self.parts))

    def first_day(self) -> dt.date:
        """The earliest day it can mean: `2022-09` gives 1 September 2022."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> dt.date:
        """The latest day it can mean: `2022-09` gives 30 September 2022."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def is_before(self, other: PartialDate) -> bool:
        """Whether it is certainly earlier, compared at the shorter of the two precisions.

        >>> PartialDate.parse("2011").is_before(PartialDate.parse("2011-05-25"))
        False
        """
        shared = min(len(self.parts), len(other.parts))
        return self.parts[:shared] < other.parts[:shared]

    def __str__(self) -> str:
        return self.isoformat()
