"""Every sentence with a city, as a table for proof-readers: the right case, preposition, gender and number."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from finished import Document
from small_site import CITY, ROOT, TODAY, golden, shown, small_site, write_files

from opencity.dates import PartialDate
from opencity.language.dates import Dates
from opencity.language.names import genitive, in_city, sentence
from opencity.language.words import NBSP, load_words
from opencity.register.models import City
from opencity.site.engine import open_engine

PL, EN = load_words("pl"), load_words("en")

TABLE = golden("cities")
"""One city a line: its five cases, where one is "in" it, the form of its verb."""

JOINED = {
    "masculine": "{} dołączył do tej sieci",
    "feminine": "{} dołączyła do tej sieci",
    "neuter": "{} dołączyło do tej sieci",
    "plural": "{} dołączyły do tej sieci",
    "avoid": "Miasto {} dołączyło do tej sieci",
}
SIGNED = {
    "masculine": "{} podpisał tę kartę",
    "feminine": "{} podpisała tę kartę",
    "neuter": "{} podpisało tę kartę",
    "plural": "{} podpisały tę kartę",
    "avoid": "Miasto {} podpisało tę kartę",
}
RECEIVED = {
    "masculine": "{} otrzymał ten tytuł",
    "feminine": "{} otrzymała ten tytuł",
    "neuter": "{} otrzymało ten tytuł",
    "plural": "{} otrzymały ten tytuł",
    "avoid": "Miasto {} otrzymało ten tytuł",
}
BELONGS = {
    "masculine": "Do czego należy {}",
    "feminine": "Do czego należy {}",
    "neuter": "Do czego należy {}",
    "plural": "Do czego należą {}",
    "avoid": "Do czego należy {}",
}
DATES = {
    "2020-12-18": ("18 grudnia 2020 r.", "on 18 December 2020"),
    "2022-09": ("we wrześniu 2022 r.", "in September 2022"),
    "2022-02": ("w lutym 2022 r.", "in February 2022"),
    "2011": ("w 2011 r.", "in 2011"),
}


def city(row: str, **more: object) -> City:
    """The city of a line of the table."""
    nominative, genitive_, dative, accusative, instrumental, within, verb = (part.strip() for part in row.split("|"))
    preposition, locative = within.split(" ", 1)
    cases = {"dative": dative, "accusative": accusative, "instrumental": instrumental, "locative": locative}
    return City.model_validate(
        {
            "id": "city",
            "pl": {"nominative": nominative, "genitive": genitive_, **cases},
            "en": nominative,
            "preposition": preposition,
            "adjective": "miejski",
            "verb": verb,
            "sources": ["register"],
            **more,
        }
    )


ROWS = {row.partition("|")[0].strip(): row for row in TABLE}
CITIES: Mapping[str, City] = MappingProxyType({name: city(row) for name, row in ROWS.items()})
every_city = pytest.mark.parametrize("name", CITIES)


def plain(text: str) -> str:
    """The text with no-break spaces as spaces, so that the tables can be read."""
    return text.replace(NBSP, " ")


def test_the_table_has_every_gender_and_more_than_a_dozen_cities() -> None:
    assert {city.verb for city in CITIES.values()} == {"masculine", "feminine", "neuter", "plural", "avoid"}
    assert len(CITIES) > 12


@every_city
def test_in_a_city_takes_its_own_preposition_and_the_locative(name: str) -> None:
    phrase = ROWS[name].split("|")[5].strip()
    assert in_city(CITIES[name], PL) == phrase.replace(" ", NBSP, 1)
    assert in_city(CITIES[name], EN) == f"in {name}"


@every_city
def test_a_city_has_a_genitive_in_polish_and_one_form_in_english(name: str) -> None:
    assert genitive(CITIES[name], PL) == ROWS[name].split("|")[1].strip()
    assert genitive(CITIES[name], EN) == name


@every_city
def test_what_a_city_belongs_to_agrees_with_its_name_in_number(name: str) -> None:
    known = CITIES[name]
    assert sentence("register.caption", known, PL) == BELONGS[known.verb].format(name)
    assert sentence("register.caption", known, EN) == f"What {name} belongs to"


@every_city
@pytest.mark.parametrize("written", DATES)
@pytest.mark.parametrize(
    ("kind", "polish", "english"),
    [
        ("network", JOINED, "{} joined this network"),
        ("charter", SIGNED, "{} signed this charter"),
        ("title", RECEIVED, "{} received this title"),
    ],
)
def test_when_a_city_joined_agrees_in_gender_and_number_and_is_as_exact_as_the_date(
    kind: str, polish: Mapping[str, str], english: str, written: str, name: str
) -> None:
    known, date = CITIES[name], PartialDate.parse(written)
    said = [sentence(f"city.joined.{kind}", known, words, date=Dates(words).within(date)) for words in (PL, EN)]
    in_polish, in_english = DATES[written]
    full_stop = "" if in_polish.endswith("r.") else "."
    assert plain(said[0]) == f"{polish[known.verb].format(name)} {in_polish}{full_stop}"
    assert plain(said[1]) == f"{english.format(name)} {in_english}."


@every_city
def test_an_association_is_joined_too(name: str) -> None:
    known = CITIES[name]
    expected = JOINED[known.verb].format(name).replace("tej sieci", "tego związku")
    assert sentence("city.joined.association", known, PL, date="w maju") == f"{expected} w maju."


@pytest.mark.parametrize(
    ("name", "polish"),
    [
        ("Kraków", "Kraków należy do siedmiu sieci i związków, podpisał jedną kartę i ma dwa własne programy."),
        ("Gdynia", "Gdynia należy do siedmiu sieci i związków, podpisała jedną kartę i ma dwa własne programy."),
        ("Zakopane", "Zakopane należy do siedmiu sieci i związków, podpisało jedną kartę i ma dwa własne programy."),
        ("Katowice", "Katowice należą do siedmiu sieci i związków, podpisały jedną kartę i mają dwa własne programy."),
        (
            "Bielsko-Biała",
            "Miasto Bielsko-Biała należy do siedmiu sieci i związków, podpisało jedną kartę i ma dwa własne programy.",
        ),
    ],
)
def test_every_verb_of_a_sentence_agrees_with_the_name(name: str, polish: str) -> None:
    amounts = {"both": 7, "charters": 1, "programmes": 2}
    parts = []
    for key, amount in amounts.items():
        numeral = PL(f"numeral.{PL(f'home.{key}.gender')}.{amount}")
        number = f"{numeral} {PL.plural(f'home.{key}.noun', amount)}"
        parts.append(sentence(f"home.{key}.clause", CITIES[name], PL, amount=number))
    assert sentence("home.sentence", CITIES[name], PL, what=PL.listed(parts)) == polish


# --- on the pages -----------------------------------------------------------------------------------------


def town(name: str) -> Mapping[str, str]:
    """The small site's files that make its city another one."""
    row = [part.strip() for part in ROWS[name].split("|")]
    preposition, locative = row[5].split(" ", 1)
    return {
        "data/cities/katowice/city.yml": CITY.format(*row[:5], locative, preposition, "miejski", row[6], id="katowice")
    }


@pytest.mark.parametrize(
    ("name", "polish", "english"),
    [
        ("Kraków", "Kraków należy do jednej sieci.", "Kraków belongs to one network."),
        ("Kielce", "Kielce należą do jednej sieci.", "Kielce belongs to one network."),
        ("Bielsko-Biała", "Miasto Bielsko-Biała należy do jednej sieci.", "Bielsko-Biała belongs to one network."),
    ],
)
def test_the_home_page_says_what_the_city_belongs_to(name: str, polish: str, english: str, tmp_path: Path) -> None:
    folder = write_files(tmp_path, small_site(changes=town(name)))
    for locale, expected in (("pl", polish), ("en", english)):
        opening = Document(shown(folder, "index.md", locale)).text_of("p", class_="home-sentence")
        assert plain(opening).startswith(expected)


ACT = "acts:\n  - id: entry\n    kind: admission\n    effect: accedes\n    tie: member\n    sources: [register]\n"
LEFT = "  - { id: left, kind: left, effect: ends, date: 2022, sources: [register] }\n"
DISPUTED = (
    "{ claims: [{ value: 2020-12-18, sources: [register], accepted: true }, { value: 2022, sources: [register] }],"
    " reason: { pl: Powód., en: Reason. } }"
)


def description(folder: Path, locale: str) -> str:
    if not (folder / "overrides").exists():
        (folder / "overrides").symlink_to(ROOT / "overrides")
    engine = open_engine(folder, today=TODAY)
    page = engine.page("sieci/rivers.md", locale)
    return engine.finisher.finish(page, "", engine.context(locale, page.url)).description.replace(NBSP, " ")


@pytest.mark.parametrize("name", ["Gdynia", "Zakopane", "Tychy", "Jastrzębie-Zdrój"])
def test_search_engines_are_told_when_the_city_joined(name: str, tmp_path: Path) -> None:
    folder = write_files(tmp_path, small_site(changes=town(name)))
    joined = JOINED[CITIES[name].verb].format(name)
    assert description(folder, "pl") == f"Sieć miast nad rzekami. {joined} we wrześniu 2022 r."
    assert description(folder, "en") == f"A network of cities on rivers. {name} joined this network in September 2022."


@pytest.mark.parametrize(
    "acts",
    [
        ACT + f"    date: {DISPUTED}\n",
        ACT + "    date: { not_before: 2019, not_after: 2021 }\n",
        ACT + "    date: 2020\n    inferred: { reason: { pl: Powód., en: Reason. } }\n",
        ACT.replace("tie: member", "tie: founder") + "    date: 2020\n",
        ACT + "    date: 2020\n" + LEFT,
        ACT + "    date: 2020\n" + LEFT + ACT.removeprefix("acts:\n").replace("entry", "again") + "    date: 2024\n",
    ],
    ids=["disputed", "bounds", "inferred", "founder", "left", "again"],
)
def test_when_a_city_joined_is_not_said_where_the_acts_do_not_say_it_plainly(acts: str, tmp_path: Path) -> None:
    changes: dict[str, str | bytes | None] = {"data/cities/katowice/memberships/rivers.yml": f"network: rivers\n{acts}"}
    folder = write_files(tmp_path, small_site(changes=changes))
    assert description(folder, "pl") == "Sieć miast nad rzekami."
    assert description(folder, "en") == "A network of cities on rivers."
