"""Dates in sentences: Polish cases and "r.", British English, and never a day that nobody knows."""

from __future__ import annotations

import pytest

from opencity.dates import PartialDate
from opencity.language.dates import Dates
from opencity.language.words import NBSP, Words, load_words

DATES = {locale: Dates(load_words(locale)) for locale in ("pl", "en")}


def date(text: str) -> PartialDate:
    return PartialDate.parse(text)


def plain(text: str) -> str:
    """The text with no-break spaces as spaces, so that the tables below can be read."""
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("written", "polish", "english"),
    [
        ("2020-12-18", "18 grudnia 2020 r.", "18 December 2020"),
        ("2020-12", "grudzień 2020", "December 2020"),
        ("2022-09", "wrzesień 2022", "September 2022"),
        ("2011", "2011", "2011"),
    ],
)
def test_a_date_by_itself(written: str, polish: str, english: str) -> None:
    assert plain(DATES["pl"].plain(date(written))) == polish
    assert plain(DATES["en"].plain(date(written))) == english


@pytest.mark.parametrize(
    ("written", "polish", "english"),
    [
        ("2020-12-18", "od 18 grudnia 2020 r.", "since 18 December 2020"),
        ("2020-12", "od grudnia 2020 r.", "since December 2020"),
        ("2021", "od 2021 r.", "since 2021"),
    ],
)
def test_since_takes_the_genitive(written: str, polish: str, english: str) -> None:
    assert plain(DATES["pl"].since(date(written))) == polish
    assert plain(DATES["en"].since(date(written))) == english


@pytest.mark.parametrize(
    ("written", "polish", "english"),
    [
        ("2020-12-18", "do 18 grudnia 2020 r.", "until 18 December 2020"),
        ("2020-12", "do grudnia 2020 r.", "until December 2020"),
        ("2021", "do 2021 r.", "until 2021"),
    ],
)
def test_until_takes_the_genitive(written: str, polish: str, english: str) -> None:
    assert plain(DATES["pl"].until(date(written))) == polish
    assert plain(DATES["en"].until(date(written))) == english


@pytest.mark.parametrize(
    ("month", "words"),
    [
        ("01", "w styczniu"),
        ("02", "w lutym"),
        ("03", "w marcu"),
        ("04", "w kwietniu"),
        ("05", "w maju"),
        ("06", "w czerwcu"),
        ("07", "w lipcu"),
        ("08", "w sierpniu"),
        ("09", "we wrześniu"),
        ("10", "w październiku"),
        ("11", "w listopadzie"),
        ("12", "w grudniu"),
    ],
)
def test_in_a_month_takes_the_locative_and_september_takes_we(month: str, words: str) -> None:
    assert plain(DATES["pl"].within(date(f"2022-{month}"))) == f"{words} 2022 r."


@pytest.mark.parametrize(
    ("written", "polish", "english"),
    [
        ("2020-12-18", "18 grudnia 2020 r.", "on 18 December 2020"),
        ("2022-09", "we wrześniu 2022 r.", "in September 2022"),
        ("2011", "w 2011 r.", "in 2011"),
    ],
)
def test_when_something_happened_in_a_sentence(written: str, polish: str, english: str) -> None:
    assert plain(DATES["pl"].within(date(written))) == polish
    assert plain(DATES["en"].within(date(written))) == english


@pytest.mark.parametrize(
    ("written", "polish", "english"),
    [
        ("2025-10-02", "stan na 2 października 2025 r.", "as of 2 October 2025"),
        ("2025-10", "stan na październik 2025 r.", "as of October 2025"),
        ("2025", "stan na 2025 r.", "as of 2025"),
    ],
)
def test_the_date_on_which_a_number_is_true(written: str, polish: str, english: str) -> None:
    assert plain(DATES["pl"].as_of(date(written), None, None)) == polish
    assert plain(DATES["en"].as_of(date(written), None, None)) == english


@pytest.mark.parametrize("locale", ["pl", "en"])
def test_the_bounds_of_an_as_of_date_are_said_and_not_rounded(locale: str) -> None:
    first, last = date("2017-11"), date("2019")
    both = DATES[locale].as_of(None, first, last)
    assert "2017" in both
    assert "2019" in both
    assert "2017" in DATES[locale].as_of(None, first, None)
    assert "2019" in DATES[locale].as_of(None, None, last)
    assert len({both, DATES[locale].as_of(None, first, None), DATES[locale].as_of(None, None, first)}) == 3


@pytest.mark.parametrize(
    ("written", "polish", "english"),
    [
        ("2004-05-01", "nie wcześniej niż 1 maja 2004 r.", "not before 1 May 2004"),
        ("2022-09", "nie wcześniej niż we wrześniu 2022 r.", "not before September 2022"),
        ("2011", "nie wcześniej niż w 2011 r.", "not before 2011"),
    ],
)
def test_a_lower_bound_says_when_as_a_sentence_does(written: str, polish: str, english: str) -> None:
    assert plain(DATES["pl"].bounds(date(written), None)) == polish
    assert plain(DATES["en"].bounds(date(written), None)) == english


@pytest.mark.parametrize(
    ("written", "polish", "english"),
    [
        ("2004-05-01", "nie później niż 1 maja 2004 r.", "not after 1 May 2004"),
        ("2022-12", "nie później niż w grudniu 2022 r.", "not after December 2022"),
        ("2011", "nie później niż w 2011 r.", "not after 2011"),
    ],
)
def test_an_upper_bound_says_when_as_a_sentence_does(written: str, polish: str, english: str) -> None:
    assert plain(DATES["pl"].bounds(None, date(written))) == polish
    assert plain(DATES["en"].bounds(None, date(written))) == english


@pytest.mark.parametrize(
    ("first", "last", "polish", "english"),
    [
        ("2024", "2024-03-06", "w 2024 r., nie później niż 6 marca", "in 2024, not after 6 March"),
        ("2011", "2011-09", "w 2011 r., nie później niż we wrześniu", "in 2011, not after September"),
        ("2019-10", "2019-11", "w okresie od października do listopada 2019 r.", "between October and November 2019"),
        ("2022-12-28", "2022-12-30", "w okresie od 28 grudnia do 30 grudnia 2022 r.", "between 28 December and 30"),
        (
            "2022-12-28",
            "2024-01",
            "w okresie od 28 grudnia 2022 r. do stycznia 2024 r.",
            "between 28 December 2022 and",
        ),
        ("2023", "2024-03-06", "w okresie od 2023 r. do 6 marca 2024 r.", "between 2023 and 6 March 2024"),
    ],
)
def test_bounds_that_begin_with_their_year_say_the_year_and_the_end(
    first: str, last: str, polish: str, english: str
) -> None:
    assert plain(DATES["pl"].bounds(date(first), date(last))) == polish
    assert plain(DATES["en"].bounds(date(first), date(last))).startswith(english)


def test_a_number_true_early_in_a_year_says_so() -> None:
    first, last = date("2024"), date("2024-03-06")
    assert plain(DATES["pl"].as_of(None, first, last)) == "stan z 2024 r., nie później niż 6 marca"
    assert plain(DATES["en"].as_of(None, first, last)) == "as of 2024, 6 March at the latest"


@pytest.mark.parametrize(
    ("start", "end", "polish", "english"),
    [
        ("2024-11-14", "2024-11-15", "14–15 listopada 2024 r.", "14–15 November 2024"),
        (
            "2025-09-30",
            "2025-10-02",
            "30 września – 2 października 2025 r.",
            "30 September – 2 October 2025",
        ),
        (
            "2024-12-30",
            "2025-01-02",
            "30 grudnia 2024 r. – 2 stycznia 2025 r.",
            "30 December 2024 – 2 January 2025",
        ),
        ("2013-04", "2013-12", "kwiecień–grudzień 2013", "April–December 2013"),
        ("2023-03", "2024-11", "marzec 2023 – listopad 2024", "March 2023 – November 2024"),
        ("2012", "2014", "2012–2014", "2012–2014"),
        ("2018-05", "2020", "maj 2018 – 2020", "May 2018 – 2020"),
        ("2018", "2018", "2018", "2018"),
    ],
)
def test_a_range_repeats_nothing_and_adds_nothing(start: str, end: str, polish: str, english: str) -> None:
    assert plain(DATES["pl"].span(date(start), date(end))) == polish
    assert plain(DATES["en"].span(date(start), date(end))) == english


@pytest.mark.parametrize("text", ["18 grudnia", "2020 r."])
def test_a_polish_date_does_not_break_between_a_number_and_its_word(text: str) -> None:
    assert text.replace(" ", NBSP) in DATES["pl"].plain(date("2020-12-18"))


def test_both_days_of_a_range_keep_their_months_on_the_same_line() -> None:
    assert (
        DATES["pl"].span(date("2025-09-30"), date("2025-10-02")).startswith(f"30{NBSP}września – 2{NBSP}października")
    )


def test_the_word_w_does_not_end_a_line() -> None:
    assert DATES["pl"].within(date("2011")) == f"w{NBSP}2011{NBSP}r."
    assert DATES["pl"].within(date("2022-09")).startswith(f"we{NBSP}")


# --- a language that the engine does not ship -----------------------------------------------------------

MONTHS = (
    "січні", "лютому", "березні", "квітні", "травні", "червні",
    "липні", "серпні", "вересні", "жовтні", "листопаді", "грудні",
)  # fmt: skip
UKRAINIAN = Dates(
    Words(
        "uk",
        {
            "dates.day": "{day}\u00a0{month_of} {year}\u00a0р.",
            "dates.month": "{month} {year}",
            "dates.year": "{year}",
            "dates.of_month": "{month_of} {year}\u00a0р.",
            "dates.of_year": "{year}\u00a0р.",
            "dates.in_day": "{day}\u00a0{month_of} {year}\u00a0р.",
            "dates.in_month": "{month_in} {year}\u00a0р.",
            "dates.in_year": "у\u00a0{year}\u00a0р.",
            "dates.since": "з {date}",
            **{f"month_in.{number}": f"у {month}" for number, month in enumerate(MONTHS, 1)},
            "language.abbreviations": "р.",
            "sentence": "Приєднався {date}.",
        },
    )
)


@pytest.mark.parametrize(
    ("written", "alone", "within", "since"),
    [
        ("2020-12-18", "18 грудня 2020 р.", "18 грудня 2020 р.", "з 18 грудня 2020 р."),
        ("2020-12", "грудень 2020", "у грудні 2020 р.", "з грудня 2020 р."),
        ("2011", "2011", "у 2011 р.", "з 2011 р."),
    ],
)
def test_ukrainian_dates_are_a_matter_of_words_and_not_of_code(
    written: str, alone: str, within: str, since: str
) -> None:
    assert plain(UKRAINIAN.plain(date(written))) == alone
    assert plain(UKRAINIAN.within(date(written))) == within
    assert plain(UKRAINIAN.since(date(written))) == since


def test_the_full_stop_of_a_ukrainian_year_ends_the_sentence_too() -> None:
    assert UKRAINIAN.words("sentence", date=UKRAINIAN.within(date("2011"))) == "Приєднався у\u00a02011\u00a0р."
