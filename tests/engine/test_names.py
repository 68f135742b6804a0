"""A city in a sentence: the right case, the right preposition, the right number of the verb."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from opencity.language.names import belongs, genitive, in_city
from opencity.language.words import NBSP


@dataclass(frozen=True)
class Cases:
    nominative: str
    genitive: str
    locative: str


@dataclass(frozen=True)
class City:
    pl: Cases
    en: str
    preposition: str
    verb: str


KRAKOW = City(Cases("Kraków", "Krakowa", "Krakowie"), "Kraków", "w", "masculine")
KATOWICE = City(Cases("Katowice", "Katowic", "Katowicach"), "Katowice", "w", "plural")
WROCLAW = City(Cases("Wrocław", "Wrocławia", "Wrocławiu"), "Wrocław", "we", "masculine")
LODZ = City(Cases("Łódź", "Łodzi", "Łodzi"), "Łódź", "w", "feminine")
ZAKOPANE = City(Cases("Zakopane", "Zakopanego", "Zakopanem"), "Zakopane", "w", "neuter")
BIELSKO = City(Cases("Bielsko-Biała", "Bielska-Białej", "Bielsku-Białej"), "Bielsko-Biała", "w", "avoid")
WARSAW = City(Cases("Warszawa", "Warszawy", "Warszawie"), "Warsaw", "w", "feminine")


@pytest.mark.parametrize(
    ("city", "polish", "english"),
    [
        (KRAKOW, "w Krakowie", "in Kraków"),
        (KATOWICE, "w Katowicach", "in Katowice"),
        (WROCLAW, "we Wrocławiu", "in Wrocław"),
        (LODZ, "w Łodzi", "in Łódź"),
        (ZAKOPANE, "w Zakopanem", "in Zakopane"),
        (BIELSKO, "w Bielsku-Białej", "in Bielsko-Biała"),
        (WARSAW, "w Warszawie", "in Warsaw"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_in_a_city_takes_its_own_preposition_and_the_locative(city: City, polish: str, english: str) -> None:
    assert in_city(city, "pl") == polish.replace(" ", NBSP)
    assert in_city(city, "en") == english


@pytest.mark.parametrize(
    ("city", "polish", "english"),
    [
        (KRAKOW, "Krakowa", "Kraków"),
        (KATOWICE, "Katowic", "Katowice"),
        (ZAKOPANE, "Zakopanego", "Zakopane"),
        (BIELSKO, "Bielska-Białej", "Bielsko-Biała"),
        (WARSAW, "Warszawy", "Warsaw"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_city_has_a_genitive_in_polish_and_one_form_in_english(city: City, polish: str, english: str) -> None:
    assert genitive(city, "pl") == polish
    assert genitive(city, "en") == english


@pytest.mark.parametrize(
    ("city", "polish", "english"),
    [
        (KRAKOW, "Kraków należy", "Kraków belongs"),
        (KATOWICE, "Katowice należą", "Katowice belongs"),
        (WROCLAW, "Wrocław należy", "Wrocław belongs"),
        (LODZ, "Łódź należy", "Łódź belongs"),
        (ZAKOPANE, "Zakopane należy", "Zakopane belongs"),
        (BIELSKO, "Bielsko-Biała należy", "Bielsko-Biała belongs"),
        (WARSAW, "Warszawa należy", "Warsaw belongs"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_city_with_a_plural_name_belongs_in_the_plural(city: City, polish: str, english: str) -> None:
    assert belongs(city, "pl") == polish
    assert belongs(city, "en") == english
