"""The rules of British English: those of New Hart's Rules (Oxford) on dashes and quotation marks.

No space is tied: that is a rule of Polish typesetting, and English words inside a Polish text are left as they are.
"""

from __future__ import annotations

from opencity.language.typography.patterns import NOTHING, ranges
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

ENGLISH = Rules(
    quotes=QuotationMarks(outer=Pair("“", "”"), inner=Pair("‘", "’"), inner_is_read=False),
    apostrophes=english_apostrophes,
    ranges=ranges(
        units=(*_MONTHS, *_UNITS, *_COUNTED),
        references=("p.", "pp.", "art.", "arts."),
        never_after=("No.", "no.", "No", "ISSN", "tel."),
    ),
    ties=NOTHING,
)
