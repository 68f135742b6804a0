"""Dates of any precision in; the words a sentence needs, and no false day, out.

How a language writes dates stands in its strings file (`dates`, `month_in`): the months themselves come from Babel,
by themselves and as they stand after a day; what follows "in" (the Polish locative "w grudniu") CLDR has not got.
"""

from __future__ import annotations

from dataclasses import dataclass

from babel.dates import get_month_names

from opencity.dates import PartialDate
from opencity.language.words import Words, babel_locale


@dataclass(frozen=True, slots=True)
class Dates:
    """Words for dates in one language."""

    words: Words

    def plain(self, date: PartialDate) -> str:
        """The date by itself: `18 grudnia 2020 r.`, `wrzesień 2022`, `2011`."""
        return self._written(date, "day", "month", "year")

    def since(self, date: PartialDate) -> str:
        """`od 18 grudnia 2020 r.`, `od grudnia 2020 r.`, `od 2021 r.`; English `since …`."""
        return self.words("dates.since", date=self._genitive(date))

    def from_(self, date: PartialDate) -> str:
        """The same of something that may have ended: English `from …`."""
        return self.words("dates.from", date=self._genitive(date))

    def until(self, date: PartialDate) -> str:
        """`do 18 grudnia 2020 r.`; English `until …`."""
        return self.words("dates.until", date=self._genitive(date))

    def of(self, date: PartialDate) -> str:
        """As it stands after what is dated: `uchwała z` and `września 2022 r.`; English `of` and `September 2022`."""
        return self._genitive(date)

    def within(self, date: PartialDate) -> str:
        """When it happened, in a sentence: `18 grudnia 2020 r.`, `we wrześniu 2022 r.`, `w 2011 r.`"""
        return self._written(date, "in_day", "in_month", "in_year")

    def as_of(self, on: PartialDate | None, not_before: PartialDate | None, not_after: PartialDate | None) -> str:
        """`stan na październik 2025 r.`, or the bounds that are known."""
        if on is not None:
            return self.words("dates.as_of", date=self._written(on, "day", "as_of_month", "of_year"))
        if not_before is not None and not_after is not None:
            if _begins_its_year(not_before, not_after):
                return self.words(
                    "dates.as_of_early", year=self._genitive(_year(not_after)), date=self._in_year(not_after)
                )
            return self.words("dates.as_of_between", **self._ends(not_before, not_after))
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
            return self.words("dates.between", **self._ends(not_before, not_after))
        if not_before is not None:
            return self.words("dates.not_before", date=self._than(not_before))
        assert not_after is not None
        return self.words("dates.not_after", date=self._than(not_after))

    def span(self, start: PartialDate, end: PartialDate) -> str:
        """A range: `14–15 listopada 2024 r.`, `30 września – 2 października 2025 r.`, `maj–lipiec 2015`."""
        return self.plain(start) if start == end else "".join(self.span_parts(start, end))

    def span_parts(self, start: PartialDate, end: PartialDate) -> tuple[str, str, str]:
        """The two ends of a range and what stands between them: `14`, `–`, `15 listopada 2024 r.`"""
        last = self.plain(end)
        if start.precision == end.precision == "day" and start.year == end.year:
            if start.month == end.month:
                return str(start.day), "–", last
            return self._written(start, "bare_day", "", ""), " – ", last
        if start.precision == end.precision == "month" and start.year == end.year:
            return self._written(start, "", "month_alone", ""), "–", last
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
        return self._written(date, "bare_day", "bare_month", "year")

    def _than(self, date: PartialDate) -> str:
        """After "niż" Polish says when, as in a sentence: "niż we wrześniu"; English has the plain form."""
        return self._written(date, "day", "than_month", "than_year")

    def _ends(self, first: PartialDate, last: PartialDate) -> dict[str, str]:
        """Both ends of a time, the year once: `października` and `listopada 2019 r.`"""
        same = first.year == last.year and first.month and last.month
        begin = self._written(first, "bare_day", "of_month_alone", "") if same else self._genitive(first)
        return {"first": begin, "last": self._genitive(last)}

    def _genitive(self, date: PartialDate) -> str:
        """Polish dopełniacz for "od", "do", "z"; English has the plain form."""
        return self._written(date, "day", "of_month", "of_year")

    def _written(self, date: PartialDate, day: str, month: str, year: str) -> str:
        """The date by the pattern that its precision picks, filled with every form that a month has."""
        if date.month is None:
            return self.words(f"dates.{year}", year=date.year)
        locale = babel_locale(self.words.locale)
        months = {
            "month": get_month_names("wide", "stand-alone", locale)[date.month],
            "month_of": get_month_names("wide", "format", locale)[date.month],
            "month_in": self.words(f"month_in.{date.month}"),
        }
        key = day if date.precision == "day" else month
        return self.words(f"dates.{key}", day=date.day, year=date.year, **months)


def _begins_its_year(first: PartialDate, last: PartialDate) -> bool:
    """Whether the first of two bounds says only the year in which the second, more exact one is."""
    return first.precision == "year" and last.precision != "year" and first.year == last.year


def _year(date: PartialDate) -> PartialDate:
    return PartialDate(date.year)
