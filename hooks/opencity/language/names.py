"""A city and the words of a language in; phrases such as "we Wrocławiu" or "Katowice należą" out.

A city that has no name in the language is called by its English one, marked as such. Where the forms of the name are
not known, the sentence is built without them: "w mieście Kraków", and its verb agrees with "miasto".
"""

from __future__ import annotations

from typing import Protocol

from opencity.language.marks import in_language
from opencity.language.words import NBSP, Words

FALLBACK = "en"
"""The language of the name that a city has in a language without one of its own."""


class Forms(Protocol):
    """The name of a city in one language, in the forms that sentences need. A language without cases has one form."""

    @property
    def nominative(self) -> str:
        """`Kraków`."""

    @property
    def genitive(self) -> str | None:
        """`Krakowa`."""

    @property
    def within(self) -> str | None:
        """`w Krakowie`."""

    @property
    def verb(self) -> str | None:
        """Gender and number of the past tense, or `avoid`."""


class CityForms(Protocol):
    """A city as far as grammar is concerned."""

    @property
    def en(self) -> str:
        """The English name."""

    def forms_in(self, locale: str) -> Forms | None:
        """The name in a language."""


def city_name(city: CityForms, locale: str) -> str:
    """The name by itself: `Warszawa`, `Warsaw`."""
    forms = city.forms_in(locale)
    return forms.nominative if forms else in_language(city.en, FALLBACK)


def in_city(city: CityForms, words: Words) -> str:
    """`w Krakowie`, `we Wrocławiu`; English `in Kraków`. The one-letter word never ends a line."""
    return _phrase("within", city, words)


def genitive(city: CityForms, words: Words) -> str:
    """`Krakowa`, as after `z udziałem` or `nie wymieniają`; English has one form for all: `Kraków`."""
    return _phrase("genitive", city, words)


def sentence(key: str, city: CityForms, words: Words, **blanks: object) -> str:
    """The sentence of a key about the city: `Kraków dołączył …`, `Katowice dołączyły …`, `Miasto Bielsko-Biała …`."""
    forms = city.forms_in(words.locale)
    return words.agreeing(key, forms.verb if forms else None, **_blanks(city, words), **blanks)


def _phrase(key: str, city: CityForms, words: Words) -> str:
    forms = city.forms_in(words.locale)
    known = forms is not None and getattr(forms, key) is not None
    return words(f"city.{key}" if known else f"city.{key}_unknown", **_blanks(city, words))


def _blanks(city: CityForms, words: Words) -> dict[str, str]:
    """The name in every form; one that nobody knows is the name as it is."""
    forms, name = city.forms_in(words.locale), city_name(city, words.locale)
    within = forms.within if forms else None
    return {
        "city": name,
        "city_of": (forms.genitive if forms else None) or name,
        "in_city": within.replace(" ", NBSP, 1) if within else name,
    }
