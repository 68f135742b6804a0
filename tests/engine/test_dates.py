"""Dates of reduced precision: what is known is kept, what is unknown is never made up."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opencity.dates import EARLIEST, LATEST, NoSuchDay, NotADate, PartialDate

DAYS = st.dates(dt.date(EARLIEST, 1, 1), dt.date(LATEST, 12, 31))
LENGTHS = st.integers(1, 3)


def cut(day: dt.date, length: int) -> PartialDate:
    """A day known only to the year (1), the month (2) or in full (3)."""
    return PartialDate(*(day.year, day.month, day.day)[:length])


DATES = st.builds(cut, DAYS, LENGTHS)


@pytest.mark.parametrize(("text", "precision"), [("2022", "year"), ("2022-09", "month"), ("2022-09-05", "day")])
def test_a_date_is_as_precise_as_it_was_written(text: str, precision: str) -> None:
    assert PartialDate.parse(text).precision == precision
    assert PartialDate.parse(text).isoformat() == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22",
        "2022-9",
        "2022-09-5",
        "2022/09",
        "09.2022",
        "2022-09-05T00:00",
        " 2022",
        "٢٠٢٢",
        "0999",
        "3000",
        "-2022",
    ],
)
def test_another_form_is_not_a_date(text: str) -> None:
    with pytest.raises(NotADate):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2020-02-30", 29),
        ("2021-02-29", 28),
        ("2022-09-31", 30),
        ("2022-09-00", 30),
        ("2020-13", None),
        ("2020-00-01", None),
    ],
)
def test_a_day_that_the_calendar_lacks_is_refused_with_the_length_of_its_month(text: str, days: int | None) -> None:
    with pytest.raises(NoSuchDay) as refused:
        PartialDate.parse(text)
    assert refused.value.days == days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        ("2022-09", dt.date(2022, 9, 1), dt.date(2022, 9, 30)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2022-09-05", dt.date(2022, 9, 5), dt.date(2022, 9, 5)),
    ],
)
def test_a_date_can_mean_any_day_from_its_first_to_its_last(text: str, first: dt.date, last: dt.date) -> None:
    assert PartialDate.parse(text).first_day() == first
    assert PartialDate.parse(text).last_day() == last


@pytest.mark.parametrize(
    ("earlier", "later"), [("2011", "2012"), ("2011", "2012-01-01"), ("2011-05-25", "2012"), ("2011-04-30", "2011-05")]
)
def test_dates_that_differ_where_both_are_known_are_in_order(earlier: str, later: str) -> None:
    assert PartialDate.parse(earlier).is_before(PartialDate.parse(later))
    assert not PartialDate.parse(later).is_before(PartialDate.parse(earlier))


@pytest.mark.parametrize(("vague", "exact"), [("2011", "2011-05-25"), ("2011", "2011-12"), ("2011-05", "2011-05-01")])
def test_a_vague_date_is_neither_before_nor_after_an_exact_one_within_it(vague: str, exact: str) -> None:
    assert not PartialDate.parse(vague).is_before(PartialDate.parse(exact))
    assert not PartialDate.parse(exact).is_before(PartialDate.parse(vague))


def test_a_calendar_day_is_a_date_in_full() -> None:
    assert PartialDate.of(dt.date(2022, 9, 5)).isoformat() == "2022-09-05"


@given(DATES)
@settings(deadline=None)
def test_reading_what_was_printed_gives_the_same_date(date: PartialDate) -> None:
    assert PartialDate.parse(date.isoformat()) == date
    assert str(date) == date.isoformat()


@given(DATES)
@settings(deadline=None)
def test_the_first_day_is_never_after_the_last(date: PartialDate) -> None:
    assert date.first_day() <= date.last_day()


@given(DATES, DATES)
@settings(deadline=None)
def test_a_date_is_before_another_only_if_all_its_days_are(one: PartialDate, other: PartialDate) -> None:
    assert one.is_before(other) == (one.last_day() < other.first_day())


@given(DATES)
@settings(deadline=None)
def test_no_date_is_before_itself(date: PartialDate) -> None:
    assert not date.is_before(date)


@given(st.lists(DAYS, min_size=3, max_size=3), LENGTHS)
@settings(deadline=None)
def test_order_at_one_precision_is_transitive(days: list[dt.date], length: int) -> None:
    first, second, third = (cut(day, length) for day in days)
    assert not (first.is_before(second) and second.is_before(third)) or first.is_before(third)
