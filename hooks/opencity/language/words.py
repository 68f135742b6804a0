"""A locale and its entries in; interface words out: texts with blanks, and words in the form that a sentence needs."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from types import MappingProxyType

import yaml
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from opencity.language.sorting import SortKey, sort_key

NBSP = "\u00a0"
REGION = {"en": "en_GB"}
"""The region whose habits a language follows here: British English, never American."""

_SIZES = (("digital-gigabyte", 10**9), ("digital-megabyte", 10**6), ("digital-kilobyte", 10**3))
"""Units of the size of files, the largest first."""

OTHER = "other"
"""The form for every case that has none of its own."""
PLURALS = ("zero", "one", "two", "few", "many", OTHER)
"""The forms of counted nouns, as CLDR names them."""
AVOID = "avoid"
VERBS = ("masculine", "feminine", "neuter", "plural", AVOID)
"""The forms of a sentence whose verb follows the city's name; with `avoid` it does not."""

LETTERS = "language.letters."
"""Before a letter: how it is written in addresses (`ш: sh`). Only languages with another script have these."""
OPTIONAL = ("language.alphabet", "language.abbreviations")
"""Keys that a language may do without."""

Forms = Mapping[str, str]


def territory(locale: str) -> str:
    """A language with the territory whose habits it follows, as Open Graph asks for it.

    >>> territory("pl"), territory("en")
    ('pl_PL', 'en_GB')
    """
    likely = get_global("likely_subtags").get(locale, locale)
    return REGION.get(locale) or f"{locale}_{likely.rpartition('_')[2]}"


class NoSuchWord(KeyError):
    """A key that no strings file holds: a fault of the engine, not of an editor."""


def babel_locale(locale: str) -> Locale:
    """Babel's locale for one of the site's language codes: `en` gives British English."""
    return Locale.parse(REGION.get(locale, locale))


@dataclass(frozen=True)
class Words:
    """The interface words of one language. A value is a text with `{blanks}`, or the forms of a noun or a sentence."""

    locale: str
    entries: Mapping[str, str | Forms]

    def __call__(self, key: str, **blanks: object) -> str:
        """The text of a key with its blanks filled. "2020 r." at the end of a sentence keeps one full stop.

        >>> load_words("en")("menu.home")
        'Home'

        Raises NoSuchWord.
        """
        entry = self.entries.get(key)
        if not isinstance(entry, str):
            raise NoSuchWord(f"{key} ({self.locale})")
        return self._fill(entry, blanks) if blanks else entry

    def language_name(self, code: str) -> str:
        """What a language is called in this one: `angielski`; the code of a language that Babel does not know.

        >>> load_words("en").language_name("cs"), load_words("en").language_name("zz")
        ('Czech', 'zz')
        """
        try:
            return Locale.parse(code).get_language_name(babel_locale(self.locale)) or code
        except UnknownLocaleError:
            return code

    def has(self, key: str) -> bool:
        """Whether the key exists."""
        return key in self.entries

    def number(self, value: float) -> str:
        """A number with the language's grouping: `1 844` (no-break space), `1,844`.

        Polish groups four-digit numbers too, which CLDR's minimum grouping of two would not.
        """
        return format_decimal(value, locale=babel_locale(self.locale), format="#,##0.##").replace("\u202f", NBSP)

    def file_size(self, size: int) -> str:
        """A number of bytes in the unit that fits: `1,2 MB`, `350 kB`; a thousand bytes are a kilobyte.

        >>> load_words("en").file_size(1_249_000)
        '1.2\\xa0MB'
        """
        unit, value = next((unit for unit in _SIZES if size >= unit[1]), _SIZES[-1])
        shown = size / value if unit != "digital-kilobyte" else max(1, round(size / value))
        text = format_unit(shown, unit, length="short", format="#,##0.#", locale=babel_locale(self.locale))
        return text.replace(" ", NBSP).replace("\u202f", NBSP)

    def ordinal(self, key: str, number: int, **blanks: object) -> str:
        """The text for a place in an order: `144. miasto`, `144th city`, `2nd city`. Keys end in the form's name.

        >>> load_words("en").ordinal("ordinal", 2, of="city")
        '2nd city'
        """
        return self(f"{key}_{babel_locale(self.locale).ordinal_form(number)}", number=number, **blanks)

    def plural(self, key: str, value: float) -> str:
        """The form of a counted noun: `144 miasta`, `150 miast`; the number itself is not repeated.

        >>> load_words("pl").plural("count.cities", 150)
        'miast'
        """
        return self._form(key, babel_locale(self.locale).plural_form(value))

    def agreeing(self, key: str, verb: str | None, **blanks: object) -> str:
        """A sentence whose verb agrees with the name in it: `Gdynia dołączyła`. None stands for a name that has no say.

        >>> load_words("pl").agreeing("register.caption", "plural", city="Katowice")
        'Do czego należą Katowice'
        """
        return self._fill(self._form(key, verb or AVOID), blanks)

    def listed(self, texts: Sequence[str]) -> str:
        """Texts in a row as a sentence has them: `A, B i C`, `A, B and C`.

        >>> load_words("pl").listed(["Łódź", "Sopot", "Tychy"])
        'Łódź, Sopot i Tychy'
        """
        return format_list(list(texts), "standard", babel_locale(self.locale))

    def sort_key(self, text: str) -> tuple[SortKey, str]:
        """A key for `sorted`: the alphabet of the language, if it names one."""
        return sort_key(text, self._text("language.alphabet"))

    @functools.cached_property
    def letters(self) -> Mapping[str, str]:
        """Letter to how it is written in addresses; empty for a language in Latin script."""
        found = {key.removeprefix(LETTERS): text for key, text in self.entries.items() if key.startswith(LETTERS)}
        return MappingProxyType({letter: str(text) for letter, text in found.items()})

    @functools.cached_property
    def _abbreviations(self) -> tuple[str, ...]:
        """Ends of texts whose full stop ends a sentence too: `r.`"""
        return tuple(self._text("language.abbreviations").split())

    def _text(self, key: str) -> str:
        entry = self.entries.get(key, "")
        return entry if isinstance(entry, str) else ""

    def _form(self, key: str, form: str) -> str:
        forms = self.entries.get(key)
        if not isinstance(forms, Mapping):
            raise NoSuchWord(f"{key} ({self.locale})")
        return forms.get(form) or forms[OTHER]

    def _fill(self, template: str, blanks: Mapping[str, object]) -> str:
        """The template with its blanks filled; "r." at the end of a blank takes no second full stop."""
        text = ""
        for literal, name, _, _ in Formatter().parse(template):
            text += literal.removeprefix(".") if self._abbreviations and text.endswith(self._abbreviations) else literal
            text += str(blanks[name]) if name is not None else ""
        return text


def shipped_locales() -> tuple[str, ...]:
    """The languages whose interface words the engine ships, sorted."""
    return tuple(sorted(path.stem for path in (Path(__file__).with_name("strings")).glob("??.yml")))


@functools.cache
def load_words(locale: str) -> Words:
    """Read the strings file of a language that the engine ships, once in a process.

    A site asks `city_strings.read_words` instead, which has the city's own words too.

    Raises FileNotFoundError for a language without one.
    """
    path = Path(__file__).with_name("strings") / f"{locale}.yml"
    raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return Words(locale, MappingProxyType(dict(_entries(raw))))


def is_forms(node: Mapping[str, object]) -> bool:
    """Whether a mapping holds the forms of one entry, and not further entries."""
    return set(node) <= {*VERBS, OTHER} or (OTHER in node and set(node) <= {*PLURALS})


def _entries(node: Mapping[str, object], prefix: str = "") -> list[tuple[str, str | Forms]]:
    rows: list[tuple[str, str | Forms]] = []
    for key, value in node.items():
        if not isinstance(value, Mapping):
            rows.append((f"{prefix}{key}", str(value)))
        elif is_forms(value):
            rows.append((f"{prefix}{key}", MappingProxyType({form: str(text) for form, text in value.items()})))
        else:
            rows += _entries(value, f"{prefix}{key}.")
    return rows
