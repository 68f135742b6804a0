"""Dates of any precision in; the words a sentence needs, and no false day, out.

Babel has the months; the Polish locative ("w grudniu") and "r." are ours, since CLDR has neither, and so are
ranges, since CLDR has no British range with a full month.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from babel.dates import format_date

from opencity.dates import PartialDate
from opencity.language.words import NBSP, Words, babel_locale

_LOCATIVE = (
    "styczniu", "lutym", "marcu", "kwietniu", "maju", "czerwcu",
    "lipcu", "sierpniu", "wrześniu", "październiku", "listopadzie", "grudniu",
)  # fmt: skip
"""Miejscownik of the months, for "w …"; września takes "we"."""


@dataclass(frozen=True, slots=True)
class Dates:
    """Words for dates in one language."""

    words: Words

    def plain(self, date: PartialDate) -> str:
        """The date by itself: `18 grudnia 2020 r.`, `wrzesień 2022`, `2011`."""
        day = date.first_day()
        if date.precision == "year":
            return str(date.year)
        if date.precision == "month":
            return _month_year(day, self.words.locale)
        return self._genitive(date)

    def since(self, date: PartialDate) -> str:
        """`od 18 grudnia 2020 r.`, `od grudnia 2020 r.`, `od 2021 r.`; English `since …`."""
        return self.words("dates.since", date=self._genitive(date))

    def from_(self, date: PartialDate) -> str:
        """The same of something that may have ended: English `from …`."""
        return self.words("dates.from", date=self._genitive(date))

    def until(self, date: PartialDate) -> str:
        """`do 18 grudnia 2020 r.`; English `until …`."""
        return self.words("dates.until", date=self._genitive(date))

    def within(self, date: PartialDate) -> str:
        """When it happened, in a sentence: `18 grudnia 2020 r.`, `we wrześniu 2022 r.`, `w 2011 r.`"""
        if self.words.locale == "pl":
            if date.precision == "year":
                return f"w{NBSP}{date.year}{NBSP}r."
            if date.month is not None and date.precision == "month":
                preposition = "we" if date.month == 9 else "w"
                return f"{preposition}{NBSP}{_LOCATIVE[date.month - 1]} {date.year}{NBSP}r."
            return self._genitive(date)
        if date.precision == "day":
            return self.words("dates.on_day", date=self.plain(date))
        return self.words("dates.in_time", date=self.plain(date))

    def as_of(self, on: PartialDate | None, not_before: PartialDate | None, not_after: PartialDate | None) -> str:
        """`stan na październik 2025 r.`, or the bounds that are known."""
        if on is not None:
            return self.words("dates.as_of", date=self._accusative(on))
        if not_before is not None and not_after is not None:
            if _begins_its_year(not_before, not_after):
                return self.words(
                    "dates.as_of_early", year=self._genitive(_year(not_after)), date=self._in_year(not_after)
                )
            return self.words("dates.as_of_between", first=self._genitive(not_before), last=self._genitive(not_after))
        if not_after is not None:
            return self.words("dates.as_of_until", date=self._genitive(not_after))
        assert not_before is not None
        return self.words("dates.as_of_from", date=self._genitive(not_before))

    def bounds(self, not_before: PartialDate | None, not_after: PartialDate | None) -> str:
        """`nie wcześniej niż 1 maja 2004 r.`, `nie później niż we wrześniu 2022 r.`, or both ends.

        From the first day of a year on, it says no more than the year: `w 2024 r., nie później niż 6 marca`.
        """
        if not_before is not None and not_after is not None:
            if _begins_its_year(not_before, not_after):
                return self.words("dates.early", year=self.within(_year(not_after)), date=self._in_year(not_after))
            return self.words("dates.between", first=self._genitive(not_before), last=self._genitive(not_after))
        if not_before is not None:
            return self.words("dates.not_before", date=self._than(not_before))
        assert not_after is not None
        return self.words("dates.not_after", date=self._than(not_after))

    def span(self, start: PartialDate, end: PartialDate) -> str:
        """A range: `14–15 listopada 2024 r.`, `30 września – 2 października 2025 r.`, `2012–2014`."""
        return self.plain(start) if start == end else "".join(self.span_parts(start, end))

    def span_parts(self, start: PartialDate, end: PartialDate) -> tuple[str, str, str]:
        """The two ends of a range and what stands between them: `14`, `–`, `15 listopada 2024 r.`"""
        last = self.plain(end)
        if start.precision == end.precision == "day" and start.year == end.year:
            if start.month == end.month:
                return str(start.day), "–", last
            first = format_date(start.first_day(), f"d{NBSP}MMMM", locale=babel_locale(self.words.locale))
            return first, " – ", last
        if start.precision == end.precision == "year":
            return str(start.year), "–", last
        return self.plain(start), " – ", last

    def period(self, start: PartialDate | None, end: PartialDate | None) -> str:
        """A stretch whose ends may be open: `2018–2022`, `od 2016 r.`, `do 2020 r.`; empty without any end."""
        if start is not None and end is not None:
            return self.span(start, end)
        return self.from_(start) if start else self.until(end) if end else ""

    def _in_year(self, date: PartialDate) -> str:
        """A day or month whose year has been said: `6 marca`, `w marcu`; English `6 March`, `March`."""
        if date.month is not None and date.precision == "month":
            if self.words.locale == "pl":
                return f"{'we' if date.month == 9 else 'w'}{NBSP}{_LOCATIVE[date.month - 1]}"
            return str(format_date(date.first_day(), "LLLL", locale=babel_locale(self.words.locale)))
        return str(format_date(date.first_day(), f"d{NBSP}MMMM", locale=babel_locale(self.words.locale)))

    def _than(self, date: PartialDate) -> str:
        """After "niż" Polish says when, as in a sentence: "niż we wrześniu"; other languages use the plain form."""
        return self.within(date) if self.words.locale == "pl" else self.plain(date)

    def _genitive(self, date: PartialDate) -> str:
        """Polish dopełniacz for "od", "do", "z"; the plain form in other languages."""
        if self.words.locale != "pl":
            return _english(date, self.words.locale)
        if date.precision == "year":
            return f"{date.year}{NBSP}r."
        pattern = "MMMM y" if date.precision == "month" else f"d{NBSP}MMMM y"
        return f"{format_date(date.first_day(), pattern, locale='pl')}{NBSP}r."

    def _accusative(self, date: PartialDate) -> str:
        """Polish biernik after "na": `październik 2025 r.`, but `18 grudnia 2020 r.` (na dzień …)."""
        if self.words.locale == "pl" and date.precision == "month":
            return f"{_month_year(date.first_day(), 'pl')}{NBSP}r."
        return self._genitive(date)


def _begins_its_year(first: PartialDate, last: PartialDate) -> bool:
    """Whether the first of two bounds says only the year in which the second, more exact one is."""
    return first.precision == "year" and last.precision != "year" and first.year == last.year


def _year(date: PartialDate) -> PartialDate:
    return PartialDate(date.year)


def _month_year(day: dt.date, locale: str) -> str:
    return str(format_date(day, "LLLL y", locale=babel_locale(locale)))


def _english(date: PartialDate, locale: str) -> str:
    pattern = {"year": "y", "month": "LLLL y", "day": f"d{NBSP}MMMM y"}[date.precision]
    return str(format_date(date.first_day(), pattern, locale=babel_locale(locale)))
