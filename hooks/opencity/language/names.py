"""A city's Polish forms in; phrases such as "we Wrocławiu" or "Katowice dołączyły" out."""

from __future__ import annotations

from typing import Protocol

from opencity.language.words import NBSP


class Cases(Protocol):
    """The forms this module needs: nominative and locative (miejscownik)."""

    @property
    def nominative(self) -> str:
        """Mianownik."""

    @property
    def genitive(self) -> str:
        """Dopełniacz."""

    @property
    def locative(self) -> str:
        """Miejscownik."""


class CityForms(Protocol):
    """A city as far as grammar is concerned."""

    @property
    def pl(self) -> Cases:
        """The Polish cases."""

    @property
    def en(self) -> str:
        """The English name."""

    @property
    def preposition(self) -> str:
        """`w` or `we`."""

    @property
    def verb(self) -> str:
        """Gender and number of the past tense, or `avoid`."""


_BELONGS = {"plural": "należą"}


def in_city(city: CityForms, locale: str) -> str:
    """`w Krakowie`, `we Wrocławiu`; English `in Kraków`. The one-letter word never ends a line."""
    if locale == "pl":
        return f"{city.preposition}{NBSP}{city.pl.locative}"
    return f"in {city.en}"


def genitive(city: CityForms, locale: str) -> str:
    """`Krakowa`, as after `z udziałem` or `nie wymieniają`; English has one form for all: `Kraków`."""
    return city.pl.genitive if locale == "pl" else city.en


def belongs(city: CityForms, locale: str) -> str:
    """`Kraków należy`, `Katowice należą` (present tense: only the number matters); English `Kraków belongs`."""
    if locale == "pl":
        return f"{city.pl.nominative} {_BELONGS.get(city.verb, 'należy')}"
    return f"{city.en} belongs"
