"""The rules of Polish. They are those of typesetting practice (łamanie tekstu) and of the PWN rules of spelling.

Quotation marks: PWN, rules 98.1–98.3; between numbers a dash without spaces: PWN, rule 89.5.
"""

from __future__ import annotations

from opencity.language.typography.patterns import (
    CAPITAL,
    DASH,
    INITIALS,
    LETTER,
    OPENING,
    SMALL,
    SPACE,
    YEAR,
    after,
    before,
    ranges,
    ties,
)
from opencity.language.typography.quotes import Pair, QuotationMarks, apostrophes
from opencity.language.typography.rules import Rules

_MONTHS = (
    *("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca"),
    *("lipca", "sierpnia", "września", "października", "listopada", "grudnia"),
)
_LARGE = ("tys.", "mln", "mld", "bln", "tysiąc", "tysiące", "tysięcy", "milion", "miliony", "milionów", "miliardów")
_CURRENCIES = ("zł", "gr", "euro", "złotych", "dolarów", "franków", "EUR", "PLN", "USD", "CHF", "€", "$", "£")
_UNITS = (
    *("km", "m", "cm", "mm", "ha", "kg", "g", "dag", "t", "l", "ml", "m²", "m³", "km²", "km/h", "kW", "MW", "kWh"),
    *("%", "‰", "proc.", "procent", "°C", "kB", "MB", "GB", "TB", "px", "h", "min", "sek."),
    *("r.", "rr.", "w.", "roku", "n.e.", "p.n.e.", "szt.", "egz.", "wyd."),
)
_EITHER = ("pkt", "godz.", "os.", "str.", "s.", "t.")
"""A unit behind a number ("100 pkt"), unless another number follows, which it then names ("ust. 6 pkt 2")."""
_COUNTED = ("lat", "lata", "dni", "osób", "osoby", "miast", "godzin", "godziny", "minut", "miesięcy", "tygodni", "razy")
_PLACES = ("ul.", "al.", "pl.", "os.", "woj.", "pow.", "gm.")
_TITLES = (
    *("dr", "dra", "prof.", "mgr", "inż.", "hab.", "lek.", "med.", "red.", "ks.", "bp", "abp", "kard.", "św.", "im."),
    *("gen.", "płk", "ppłk", "mjr", "kpt.", "Cz.", "Sz.", "Ch.", "St."),
)
_PARTS = ("nr", "art.", "ust.", "poz.", "rozdz.", "zał.", "godz.", "tel.", "§", "§§", "Dz.U.", "M.P.")
"""What a number or a name of its own kind follows, whatever it looks like."""
_BEFORE_NUMBER = (
    *("s.", "str.", "t.", "z.", "cz.", "pkt", "tab.", "rys.", "ryc."),
    *("m.", "lok.", "kl.", "ok.", "rok", "roku"),
)

POLISH = Rules(
    quotes=QuotationMarks(outer=Pair("„", "”"), inner=Pair("«", "»"), inner_is_read=True),
    apostrophes=apostrophes,
    ranges=ranges(
        units=(*_MONTHS, *_LARGE, *_CURRENCIES, *_UNITS, *_EITHER, *_COUNTED),
        references=("s.", "str.", "art.", "ust.", "pkt", "poz.", "§", "§§", "godz."),
        never_after=("nr", "Nr", "tel.", "ISSN", "kod"),
    ),
    ties=ties(
        # "sierotki": a word of one letter stands with the next; "I" behind a word is a numeral
        rf"(?<={OPENING}[aiouwzAOUWZ]{SPACE})(?=\S|\Z)",
        rf"(?<=(?<!\w\s){OPENING}I{SPACE})(?=\S|\Z)",
        # numbers: groups of three, units, months in words and in Roman numerals, "144. miasto"
        rf"(?<=\d{SPACE})(?:{before((*_UNITS, *_LARGE, *_CURRENCIES, *_MONTHS))}|(?=[IVX]{{1,4}}\s{YEAR}))",
        rf"(?<=\d{SPACE})" + before(_EITHER, unless=r"\s\d"),
        *(rf"(?<=(?<![\w.,/:-])\d{{{length}}}{SPACE})(?=\d{{3}}(?!\d))" for length in (1, 2, 3)),
        rf"(?<=\d\.{SPACE})(?={SMALL})",
        rf"{after(_LARGE)}{before(_CURRENCIES)}",
        rf"{after(('EUR', 'PLN', 'USD', 'CHF'))}(?=\d)",
        # Roman numerals: "XX w.", "Jana Pawła II"
        rf"(?<=[IVX]{SPACE})(?=w\.|wiek)",
        rf"(?<={SMALL}{SPACE})(?=[IVX]{{2,8}}(?!{LETTER})|[IVX](?![\w.]))",
        # abbreviations with what they belong to
        rf"{after((*_PLACES, *_TITLES, *_PARTS))}(?=\S)",
        rf"{after(_BEFORE_NUMBER)}(?=[\dIVXLC])",
        rf"{after(('lit.',))}(?=[a-z](?!\w))",
        rf"{after(('p.',))}(?={CAPITAL}|\d)",
        rf"(?<=Dz\.{SPACE})(?=U\.|Urz\.)|(?<=Dz\.\sU\.{SPACE})(?=\S)",
        r"(?=it[dp]\.)",
        INITIALS,
        DASH,
    ),
)
