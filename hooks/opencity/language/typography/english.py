"""The rules of British English: those of New Hart's Rules (Oxford) on spaces, dashes and quotation marks."""

from __future__ import annotations

from opencity.language.typography.patterns import CAPITAL, DASH, INITIALS, SPACE, after, before, ranges, ties
from opencity.language.typography.quotes import Pair, QuotationMarks, english_apostrophes
from opencity.language.typography.rules import Rules

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_UNITS = (
    *("km", "m", "cm", "mm", "ha", "kg", "g", "ml", "m²", "m³", "km²", "km/h", "kW", "MW", "kWh", "kB", "MB", "GB"),
    *("%", "per cent", "°C", "million", "billion", "thousand", "a.m.", "p.m."),
    *("zł", "PLN", "EUR", "GBP", "USD", "€", "£"),
)
_COUNTED = ("years", "days", "people", "cities", "hours", "minutes", "months", "weeks", "times")
_LARGE = ("million", "billion", "thousand")
_CURRENCIES = ("zł", "PLN", "EUR", "GBP", "USD", "euros", "euro", "zloty", "zlotys")

ENGLISH = Rules(
    quotes=QuotationMarks(outer=Pair("“", "”"), inner=Pair("‘", "’"), inner_is_read=False),
    apostrophes=english_apostrophes,
    ranges=ranges(
        units=(*_MONTHS, *_UNITS, *_COUNTED),
        references=("p.", "pp.", "art.", "arts."),
        never_after=("No.", "no.", "No", "ISSN", "tel."),
    ),
    ties=ties(
        rf"(?<=\d{SPACE}){before(_UNITS)}",
        *(rf"(?<=(?<!\d)\d{{{length}}}{SPACE}){before(_MONTHS)}" for length in (1, 2)),
        rf"{after(_LARGE)}{before(_CURRENCIES)}",
        rf"{after(('EUR', 'PLN', 'GBP', 'USD'))}(?=\d)",
        rf"{after(('no.', 'nos.', 'p.', 'pp.', 'vol.', 'ch.', 'art.', 'arts.', '§'))}(?=[\dIVXLC])",
        rf"{after(('mr', 'mrs', 'ms', 'dr', 'prof.', 'rev.'))}(?={CAPITAL})",
        INITIALS,
        DASH,
    ),
)
