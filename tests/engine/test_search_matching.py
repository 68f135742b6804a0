"""The search as it runs in a browser: words and their forms, what is found and in what order, what is said of slips."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from browser import served
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from small_site import ROOT

from opencity.language.inflection import inflection_of, stop_words_of, written_table
from opencity.site.search.folding import fold, words_of
from opencity.site.search.index import IndexedPage, as_json, index_of
from opencity.site.search.names import Called, Names
from opencity.site.search.reading import Section

pytestmark = pytest.mark.browser

SCRIPTS = ROOT / "overrides/scripts/search"
KINDS = ("network", "data", "news", "other")
ROOT_OF_INDEX = "../../../"

Run = Callable[..., Any]
"""The body of a JavaScript function of one argument and the argument in; what it returns out."""


def page_of(kind: str, title: str, url: str, *sections: Section, network: str = "", names: str = "") -> IndexedPage:
    networks = (network,) if network else ()
    return IndexedPage(
        kind=kind,
        title=title,
        url=url,
        trail=("Sieci",),
        date="",
        lang="",
        sections=(Section("", title, "Początek strony."), *sections),
        names=frozenset(words_of(names)),
        networks=networks,
    )


PAGES = (
    page_of("other", "Wrocław w sieciach", "", Section("skad", "Skąd to wiemy", "Rada Miasta podjęła uchwałę.")),
    page_of(
        "network", "Miasta Rzek", "sieci/rzeki/",
        Section("wejscie", "", "Wrocław przystępuje do sieci.", "Krok po kroku", "18 grudnia 2020 r."),
        Section("uchwala", "Uchwała", "Uchwała o przystąpieniu do sieci Rivercities, nr IV/47/90."),
        network="rivers", names="Rivercities RVC Miasta Rzek",
    ),
    page_of(
        "network", "Miasta Mostów", "sieci/mosty/",
        Section("tytul", "Tytuł", "W Bielsku-Białej i w Norymberdze. E-mail do urzędu: [a-z]+"),
        Section("constructor", "constructor", "__proto__ toString"),
        network="bridges", names="Bridgecities BRC",
    ),
    page_of(
        "news", "Wrocław wchodzi do sieci Rivercities", "aktualnosci/wejscie/",
        Section("kto", "Kto decydował", "Radni i prezydentka. Cudzoziemcy mieszkają tu od lat."),
        network="rivers",
    ),
    page_of(
        "other", "Oś czasu", "os-czasu/",
        *(Section(f"rok-{year}", "", f"W tym roku wydarzyło się to i owo. Rok {year}.") for year in range(1990, 2019)),
        Section("rok-2020", "", "Wrocław przystępuje do sieci Rivercities.", "", "18 grudnia 2020 r.", ("rivers",)),
        Section("rok-2021", "", "Miasto przystępuje do sieci Bridgecities.", "", "2021 r.", ("bridges",)),
    ),
)  # fmt: skip
"""A small site of Wrocław."""

NAMES = Names({"rivers": Called(()), "bridges": Called(())}, {}, {})


def index_files(locale: str = "pl", build: str = "one", pages: Sequence[IndexedPage] = PAGES) -> dict[str, bytes]:
    """The files of an index of the small site, by their paths below the folder of a language."""
    index = index_of(pages, KINDS, NAMES)
    start = {
        "locale": locale,
        "root": ROOT_OF_INDEX,
        "words": {"none": "Nic"},
        "kinds": [[kind, kind.title()] for kind in KINDS],
        "networks": [["rivers", "Miasta Rzek"], ["bridges", "Miasta Mostów"]],
        "about": index.about,
        "pages": index.pages,
        "packs": index.packs,
        "sections": index.sections,
        "shards": list(index.shards),
        "inflection": inflection_of(locale),
        "stop": sorted({word for text in stop_words_of(locale) for word in words_of(text)}),
        "same": [["cudzoziemiec", "migrant"], ["wroclaw", "wroclawia", "wroclawiowi", "wroclawiem", "wroclawiu"]],
        "names": ["brc", "bridgecities", "rivercities", "rvc", "wroclaw", "wroclawia"],
        "others": [],
    }
    files = {"start.json": start}
    files |= {f"words/{number}.json": {"words": words} for number, words in enumerate(index.shards.values())}
    files |= {f"text/{number}.json": dict(text) for number, text in enumerate(index.texts)}
    return {name: as_json({"build": build, **content}) for name, content in files.items()}


@dataclass(frozen=True)
class Site:
    """A folder with the scripts and an index, and a browser that stands on a page there."""

    folder: Path
    address: str
    page: Page

    def run(self, body: str, given: object = None) -> Any:
        """Run the body of a function with every module of the search, and `given`, at hand."""
        modules = "".join(
            f"const {path.stem} = await import('{self.address}scripts/{path.name}');\n" for path in MODULES
        )
        return self.page.evaluate(f"async (given) => {{ {modules} {body} }}", given)

    def index(self, name: str, files: Mapping[str, bytes]) -> str:
        """Write an index; its address."""
        for path, content in files.items():
            file = self.folder / "assets/search" / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return f"{self.address}assets/search/{name}/"

    def find(self, query: str, index: str = "pl", **only: str) -> Any:
        """What is found, as plain values, with the cards of all pages."""
        return self.run(
            """
            const door = await search.openSearch(given.address);
            const found = await door.find(given.query, given.only);
            const { kinds, networks, hits, ...rest } = found;
            const cards = await door.cards(found, 0, found.count);
            return { ...rest, kinds: [...kinds], networks: [...networks], hits: [...hits], cards };
            """,
            {"address": f"{self.address}assets/search/{index}/", "query": query, "only": only},
        )

    def urls(self, query: str, index: str = "pl", **only: str) -> list[str]:
        """The addresses of the pages found, in order, from the site's root."""
        return [card["url"].removeprefix(self.address) for card in self.find(query, index, **only)["cards"]]

    def forms(self, word: str, locale: str = "pl") -> set[str]:
        """The forms that a word may have."""
        body = "return [...inflection.formsOf(given[0], inflection.compile(given[1]))];"
        return set(self.run(body, [fold(word), inflection_of(locale)]))


MODULES = [SCRIPTS / f"{name}.js" for name in ("fold", "inflection", "query", "matching", "excerpt", "store", "search")]


@pytest.fixture(scope="module")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("search")
    (folder / "scripts").mkdir()
    for path in SCRIPTS.glob("*.js"):
        (folder / "scripts" / path.name).write_bytes(path.read_bytes())
    (folder / "blank.html").write_text("<!doctype html><title>-</title>", encoding="utf-8")
    with served(folder) as address:
        page = browser.new_page()
        page.goto(f"{address}blank.html")
        found = Site(folder, address, page)
        found.index("pl", index_files())
        found.index("bare", index_files("uk"))
        yield found


browser_law = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

# --- folding ---------------------------------------------------------------------------------------------


def settled_signs() -> str:
    """Letters, digits, marks and punctuation of the scripts of Europe: old enough to be the same in every Unicode."""
    ranges = ((0x20, 0x590), (0x1E00, 0x2190), (0x2C60, 0x2C80), (0xFB00, 0xFB07), (0xFF10, 0xFF5B))
    signs = (chr(number) for first, last in ranges for number in range(first, last))
    return "".join(sign for sign in signs if unicodedata.category(sign) != "Cn")


def test_every_sign_is_folded_as_the_index_folds_it(site: Site) -> None:
    signs = list(settled_signs())
    folded = site.run("return given.map((sign) => [fold.fold(sign), fold.wordsOf(`a${sign}b`)]);", signs)
    assert [(sign, *mine) for sign, mine in zip(signs, folded, strict=True)] == [
        (sign, fold(sign), words_of(f"a{sign}b")) for sign in signs
    ]


@browser_law
@given(st.text(alphabet=st.sampled_from(settled_signs())))
def test_every_text_has_the_words_that_the_index_gives_it(site: Site, text: str) -> None:
    assert site.run("return fold.wordsOf(given);", text) == words_of(text)


# --- forms -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["pl", "en"])
def test_a_paradigm_makes_each_form_of_its_examples_of_each_other(site: Site, locale: str) -> None:
    table, written = inflection_of(locale), written_table(locale)
    assert table is not None
    assert written is not None
    rows = [[fold(example).split() for example in row["example"].split(";")] for row in written["paradigms"]]
    missing = site.run(
        """
        const [table, rows] = given;
        return rows.flatMap((examples, row) => {
          const one = inflection.compile({ ...table, paradigms: [table.paradigms[row]], irregular: [] });
          const lacks = (form, forms) => forms.filter((other) => !inflection.formsOf(form, one).has(other));
          return examples.flatMap((forms) => forms.flatMap((form) => lacks(form, forms).map((other) => [form, other])));
        });
        """,
        [table, rows],
    )
    assert missing == []


@pytest.mark.parametrize(
    "forms",
    [
        "łódź łodzi łodzią",
        "kraków krakowa krakowie",
        "wiedeń wiednia wiedniu",
        "norymberga norymberdze norymbergi",
        "cudzoziemiec cudzoziemca cudzoziemcy cudzoziemców",
        "członkini członkiń członkiniami",
        "uchwała uchwale uchwał uchwałą",
        "być będzie jest byłaby",
        "brać bierze biorą",
        "przyjąć przyjmie przyjęli przyjęłaby",
        "wejść wszedł weszła wejdzie",
        "dobry najlepszych lepsza",
        "nowy najnowszymi nowsi",
        "tysiąc tysięcy tysiącach",
        "muzeum muzeów muzea",
        "majchrowski majchrowskiego majchrowskim majchrowska",
        "równość równości równościami",
        "rok lat roku",
    ],
)
def test_polish_forms_that_readers_look_for(site: Site, forms: str) -> None:
    every = {fold(form) for form in forms.split()}
    assert {form for form in every if not every <= site.forms(form)} == set()


@pytest.mark.parametrize(
    "forms",
    [
        "city cities",
        "network networks networking",
        "plan planned planning",
        "organise organized organising",
        "programme programs",
        "woman women",
        "wrote written write",
        "neighbour neighbors",
        "centre centers",
    ],
)
def test_english_forms_that_readers_look_for(site: Site, forms: str) -> None:
    every = set(forms.split())
    assert {form for form in every if not every <= site.forms(form, "en")} == set()


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("rada", "radio"),
        ("rada", "radar"),
        ("umowa", "umorzenie"),
        ("karta", "kara"),
        ("miasto", "miano"),
        ("2020", "202"),
    ],
)
def test_words_that_only_look_alike_are_not_forms_of_each_other(site: Site, word: str, other: str) -> None:
    assert other not in site.forms(word)


letters = st.text(alphabet="aąbcćdeęfghijklłmnńoóprsśtuwyzźż", min_size=1, max_size=14)


@browser_law
@given(letters)
def test_a_word_is_a_form_of_all_its_forms(site: Site, word: str) -> None:
    one_way = site.run(
        """
        const table = inflection.compile(given[1]);
        const forms = [...inflection.formsOf(given[0], table)];
        return forms.filter((form) => !inflection.formsOf(form, table).has(given[0]));
        """,
        [fold(word), inflection_of("pl")],
    )
    assert one_way == []


@browser_law
@given(letters)
def test_without_a_table_a_word_has_no_other_form(site: Site, word: str) -> None:
    assert site.run("return [...inflection.formsOf(given, inflection.compile(null))];", word) == [word]


# --- slips of the finger -----------------------------------------------------------------------------------

IS_SLIP = "return matching.isSlip(given[0], given[1]);"


@pytest.mark.parametrize("typed", ["rivercites", "rivercitties", "rivercitias", "irvercities", "rivercitie"])
def test_a_letter_too_many_too_few_another_or_two_swapped_is_a_slip(site: Site, typed: str) -> None:
    assert site.run(IS_SLIP, [typed, "rivercities"]) is True


@pytest.mark.parametrize(
    ("one", "other"),
    [("river", "river"), ("rover", "riber"), ("ump", "umb"), ("ump", "um"), ("2020", "2021"), ("a", "b"), ("", "a")],
)
def test_two_letters_short_words_and_numbers_are_no_slip(site: Site, one: str, other: str) -> None:
    assert site.run(IS_SLIP, [one, other]) is False


def test_an_abbreviation_with_swapped_letters_is_a_slip(site: Site) -> None:
    assert site.run(IS_SLIP, ["upm", "ump"]) is True


@browser_law
@given(letters, letters)
def test_a_slip_is_a_slip_both_ways(site: Site, one: str, other: str) -> None:
    assert site.run(IS_SLIP, [one, other]) == site.run(IS_SLIP, [other, one])


@browser_law
@given(st.text(alphabet="abcdefgh", min_size=5, max_size=12), st.data())
def test_every_letter_left_out_is_a_slip(site: Site, word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    assert site.run(IS_SLIP, [word, word[:at] + word[at + 1 :]]) is True


# --- queries -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("Uchwała o przystąpieniu", ["uchwala", "przystapieniu"]),
        ("kto i gdzie", ["kto", "i", "gdzie"]),
        ("miasto MIASTO Miasto", ["miasto"]),
        ("18.12.2020", ["18", "grudnia", "2020"]),
        ("2020-12-18", ["18", "grudnia", "2020"]),
        ("31.02.2020", ["31", "02", "2020"]),
        ("IV/47/90", ["iv", "47", "90"]),
        ("Bielsko-Biała", ["bielsko", "biala"]),
        ("„e-mail”?", ["e", "mail"]),
        ("!!! ??? – …", []),
        ("😀 🇵🇱", []),
        ("", []),
    ],
)
def test_a_query_is_read_as_words(site: Site, query: str, words: list[str]) -> None:
    start = {"locale": "pl", "stop": sorted(fold(word) for word in stop_words_of("pl"))}
    assert [word for word in site.run("return query.readQuery(...given);", [query, start]) if word != "r"] == words


# --- what is found -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["wrocław", "WROCLAW", "Wrocławiem", "we wroclawiu", "wrocławia"])
def test_a_city_in_any_case_finds_the_front_page_first(site: Site, query: str) -> None:
    assert site.urls(query) == ["", "aktualnosci/wejscie/", "sieci/rzeki/", "os-czasu/"]


def test_a_name_finds_the_page_about_it_first(site: Site) -> None:
    assert site.urls("RVC") == ["sieci/rzeki/"]
    assert site.urls("miasta rzek")[0] == "sieci/rzeki/"


def test_a_title_counts_more_than_a_text(site: Site) -> None:
    assert site.urls("rivercities") == ["aktualnosci/wejscie/", "sieci/rzeki/", "os-czasu/"]


def test_a_page_has_all_words_even_if_no_part_of_it_has(site: Site) -> None:
    found = site.find("przystąpienie grudzień")
    assert [card["url"].removeprefix(site.address) for card in found["cards"]] == ["sieci/rzeki/"]
    assert found["isPartial"] is False
    best = found["cards"][0]["facts"]
    assert [fact["heading"] for fact in best] == ["Krok po kroku"]  # no result is without a place that says why


def test_a_fact_with_all_words_is_shown_below_its_page_and_leads_to_its_place(site: Site) -> None:
    cards = site.find("przystępuje 18.12.2020")["cards"]
    assert [card["url"].removeprefix(site.address) for card in cards] == ["sieci/rzeki/", "os-czasu/"]
    fact = cards[0]["facts"][0]
    assert fact["url"] == f"{site.address}sieci/rzeki/#wejscie"
    assert (fact["heading"], fact["date"]) == ("Krok po kroku", "18 grudnia 2020 r.")
    assert {"text": "przystępuje", "hit": True} in fact["pieces"]


def test_what_a_page_is_about_is_not_asked_of_its_facts(site: Site) -> None:
    """The names of a network are those of its page: its facts answer the other words."""
    cards = site.find("rivercities przystępuje")["cards"]
    headings = {card["url"].removeprefix(site.address): [fact["heading"] for fact in card["facts"]] for card in cards}
    assert headings["sieci/rzeki/"] == ["Krok po kroku"]
    assert [fact["heading"] for fact in site.find("rvc")["cards"][0]["facts"]] == []


def test_a_page_with_the_words_in_one_place_comes_before_one_with_each_elsewhere(site: Site) -> None:
    scattered = page_of("network", "A", "a/", Section("kobiety", "Kobiety", "Lista."), Section("x", "", "Nowe prawa."))
    together = page_of("other", "B", "b/", Section("y", "", "Prawa, jakie mają kobiety."))
    site.index("places", index_files(pages=(scattered, together)))
    assert site.urls("prawa kobiety", index="places") == ["b/", "a/"]


def test_of_pages_that_say_it_alike_the_one_with_more_places_comes_first(site: Site) -> None:
    once = page_of("network", "A", "a/", Section("x", "", "Pisarze."))
    often = page_of(
        "other", "B", "b/", Section("x", "", "Pisarze."), Section("y", "", "Pisarze."), Section("z", "", "X")
    )
    site.index("often", index_files(pages=(once, often)))
    assert site.urls("pisarze", index="often") == ["b/", "a/"]


def test_a_page_that_gathers_facts_comes_behind_the_one_where_a_fact_is_at_home(site: Site) -> None:
    gathered = page_of("data", "A", "a/", Section("x", "", "Kongres."), Section("y", "", "Kongres."))
    home = page_of("other", "B", "b/", Section("z", "", "Kongres."))
    site.index("home", index_files(pages=(gathered, home)))
    assert site.urls("kongres", index="home") == ["b/", "a/"]


def test_words_of_the_same_meaning_are_found_and_told_of(site: Site) -> None:
    found = site.find("migrantami")
    assert [card["url"].removeprefix(site.address) for card in found["cards"]] == ["aktualnosci/wejscie/"]
    assert found["replaced"] == [{"from": "migrantami", "to": "Cudzoziemcy"}]


def test_where_no_page_has_all_words_those_with_most_are_shown(site: Site) -> None:
    found = site.find("uchwała rivercities przystąpienie norymberga")
    assert found["isPartial"] is True
    assert found["cards"][0]["url"] == f"{site.address}sieci/rzeki/"


def test_of_three_words_and_more_a_page_may_lack_one_but_then_it_comes_later(site: Site) -> None:
    found = site.find("uchwała rivercities grudzień 2020")
    assert [card["url"].removeprefix(site.address) for card in found["cards"]] == ["sieci/rzeki/", "os-czasu/"]
    assert found["isPartial"] is False


def test_of_two_words_a_page_has_both(site: Site) -> None:
    assert site.urls("uchwała rivercities") == ["sieci/rzeki/"]


def test_a_word_that_no_page_has_is_named_as_it_was_typed(site: Site) -> None:
    found = site.find("Xylofon wrocław")
    assert (found["unknown"], found["isPartial"]) == (["Xylofon"], True)
    assert found["count"] == 4


def test_a_slip_in_a_name_is_corrected_and_told_as_the_page_writes_it(site: Site) -> None:
    found = site.find("Rivrecities")
    assert found["replaced"] == [{"from": "Rivrecities", "to": "Rivercities"}]
    assert found["count"] == 3


def test_a_short_word_is_not_taken_for_another_that_is_like_it(site: Site) -> None:
    page = page_of("other", "A", "a/", Section("x", "", "W maju. Kongresy."))
    site.index("short", index_files(pages=(page,)))
    assert site.urls("mapu", index="short") == []
    assert site.urls("kongrezy", index="short") == ["a/"]


def test_what_was_looked_for_instead_is_told_as_it_is_written_though_the_first_page_has_it_not(site: Site) -> None:
    first = page_of("network", "Deklaracja", "a/", Section("x", "", "Deklaracja."))
    second = page_of("other", "B", "b/", Section("y", "", "Tekst był Dostępny."))
    site.index("instead", index_files(pages=(first, second)))
    found = site.find("deklaracja dostępności", index="instead")
    assert found["cards"][0]["title"] == "Deklaracja"
    assert found["replaced"] == [{"from": "dostępności", "to": "Dostępny"}]


def test_an_abbreviation_is_told_as_a_page_prints_it_though_the_page_that_is_called_so_does_not(site: Site) -> None:
    first = page_of("network", "Sieć", "a/", Section("x", "", "Tekst."), names="RVC")
    second = page_of("other", "B", "b/", Section("y", "", "W skrócie RVC."))
    site.index("printed", index_files(pages=(first, second)))
    found = site.find("vrc", index="printed")
    assert found["cards"][0]["title"] == "Sieć"
    assert found["replaced"] == [{"from": "vrc", "to": "RVC"}]


def test_the_beginning_of_a_word_finds_it(site: Site) -> None:
    found = site.find("Norymb")
    assert (found["count"], found["hits"], found["replaced"]) == (1, ["norymberdze"], [])


def test_in_a_language_without_a_table_words_with_a_long_common_beginning_are_found_and_told_of(site: Site) -> None:
    found = site.find("Norymberga", "bare")
    assert (found["count"], found["replaced"]) == (1, [{"from": "Norymberga", "to": "Norymberdze"}])


def test_results_can_be_narrowed_and_the_other_choices_keep_their_counts(site: Site) -> None:
    found = site.find("wrocław", network="rivers", kind="news")
    assert [card["url"].removeprefix(site.address) for card in found["cards"]] == ["aktualnosci/wejscie/"]
    assert dict(found["kinds"]) == {"network": 1, "news": 1, "other": 1}
    assert dict(found["networks"]) == {"rivers": 1}
    assert site.urls("wrocław", network="there-is-none") == []


def test_of_a_page_about_many_networks_only_the_places_about_the_chosen_one_are_left(site: Site) -> None:
    def places(network: str) -> list[list[str]]:
        cards = site.find("przystępuje", network=network, kind="other")["cards"]
        return [[fact["url"].rpartition("#")[2] for fact in card["facts"]] for card in cards]

    assert (places(""), places("bridges")) == ([["rok-2020", "rok-2021"]], [["rok-2021"]])
    assert site.find("wydarzyło", network="bridges")["count"] == 0


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "?!… – „”",
        "😀👩‍👩‍👧",
        '"Wrocław',
        "'; drop table",
        "[a-z]+ (",
        "\\",
        "%00%ff",
        "<script>alert(1)</script>",
        "__proto__",
        "constructor toString hasOwnProperty valueOf",
        "שלום עולם",
        "\u202eabc",
        "Wrocław місто city 東京",
        "99999999999999999999",
        "31.13.2020",
        "0000-00-00",
        "słowo " * 2000,
        "ż" * 10_000,
    ],
    ids=lambda query: ascii(query[:24]),
)
def test_whatever_is_typed_is_answered(site: Site, query: str) -> None:
    for index in ("pl", "bare"):
        found = site.find(query, index)
        assert found["count"] == len(found["cards"])


def test_half_a_sign_is_answered(site: Site) -> None:
    body = "const door = await search.openSearch(given); return (await door.find('a\\ud800 \\udfff wrocław')).count;"
    assert site.run(body, f"{site.address}assets/search/pl/") == 4


def test_names_that_every_object_has_are_words_like_others(site: Site) -> None:
    assert site.urls("constructor") == ["sieci/mosty/"]
    assert site.urls("__proto__") == ["sieci/mosty/"]
    assert site.urls("valueOf") == []


@browser_law
@given(st.text(max_size=40))
def test_any_text_is_answered(site: Site, query: str) -> None:
    found = site.find(query)
    assert found["count"] == len(found["cards"])


def test_a_question_is_answered_within_20_milliseconds_once_the_files_are_there(site: Site) -> None:
    best = site.run(
        """
        const door = await search.openSearch(given);
        const times = [];
        for (let round = 0; round < 10; round += 1) {
          const begun = performance.now();
          await door.find("Uchwałą o przystąpieniu Wrocławia do sieci Rivercites");
          times.push(performance.now() - begun);
        }
        return Math.min(...times);
        """,
        f"{site.address}assets/search/pl/",
    )
    assert best < 20


# --- the part of a text that is shown ------------------------------------------------------------------------

TEXT = (
    "Najpierw jest długie zdanie, w którym nie ma niczego, czego ktoś szuka, ale które zajmuje dużo miejsca i dlatego "
    "trzeba je pominąć. Drugie zdanie też jest długie i też nic nie wnosi, więc i jego nie widać w wynikach. "
    "Rada Miasta podjęła uchwałę o przystąpieniu. Potem znowu jest długi ciąg dalszy, który nikogo nie zajmuje i który "
    "zostanie ucięty tam, gdzie skończy się miejsce."
)


def pieces(site: Site, text: str, *hits: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = site.run("return excerpt.excerpt(given[0], new Set(given[1]));", [text, hits])
    return found


def test_a_short_text_is_shown_whole_with_what_was_found_marked(site: Site) -> None:
    assert pieces(site, "Rada w Łodzi.", "lodzi") == [
        {"text": "Rada w ", "hit": False},
        {"text": "Łodzi", "hit": True},
        {"text": ".", "hit": False},
    ]


def test_of_a_long_text_the_sentence_is_shown_that_has_most_of_the_words(site: Site) -> None:
    said = pieces(site, TEXT, "uchwale", "przystapieniu", "najpierw")
    assert [piece["text"] for piece in said if piece["hit"]] == ["uchwałę", "przystąpieniu"]
    assert "".join(piece["text"] for piece in said).startswith("…Rada Miasta")


@pytest.mark.parametrize("end", [". ", "? ", "… ", " · "])
def test_what_is_shown_begins_with_the_sentence_or_item_of_the_word(site: Site, end: str) -> None:
    before = "To jest długie zdanie o czymś zupełnie innym, które nikogo dziś nie interesuje"
    sentence = "Relacja z tego dnia mówi, że miasto jest o krok bliżej sieci schronienia dla prześladowanych pisarek"
    text = end.join([before, before, f"{sentence}. I jeszcze wiele innych słów na sam koniec.", before])
    found = site.run("return excerpt.excerpt(given[0], new Set(given[1]));", [text, ["pisarek"]])
    assert "".join(piece["text"] for piece in found).startswith(f"…{sentence}")


def test_a_long_text_without_any_is_shown_from_its_beginning(site: Site) -> None:
    said = "".join(piece["text"] for piece in pieces(site, TEXT, "radio"))
    assert said.startswith("Najpierw jest")
    assert said.endswith("…")


@browser_law
@given(
    st.text(alphabet=st.sampled_from("aąbc. A\u0301-"), max_size=600), st.sets(st.sampled_from(["a", "ab", "b", "aa"]))
)
def test_what_is_shown_is_one_part_of_the_text(site: Site, text: str, hits: set[str]) -> None:
    said = pieces(site, text, *sorted(hits))
    whole = "".join(piece["text"] for piece in said)
    assert whole.removeprefix("…").removesuffix("…") in text
    assert len(whole) <= 202
    assert all(piece["text"] for piece in said)
    assert all(fold(piece["text"]) in hits for piece in said if piece["hit"])


# --- files ---------------------------------------------------------------------------------------------------

PROBLEM = """
const kind = (error) => (error instanceof store.SearchProblem ? error.kind : String(error));
try {
  const door = await search.openSearch(given.address);
  return (await door.find(given.query)).count;
} catch (error) { return kind(error); }
"""


def test_an_index_that_is_not_there_is_missing(site: Site) -> None:
    assert site.run(PROBLEM, {"address": f"{site.address}assets/search/none/", "query": "x"}) == "missing"


def test_an_index_that_cannot_be_reached_is_offline(site: Site) -> None:
    assert site.run(PROBLEM, {"address": "http://127.0.0.1:1/", "query": "x"}) == "offline"


@pytest.mark.parametrize("content", [b"<!doctype html>", b"null", b'"text"', b"{}", b"[1]"])
def test_an_index_that_is_something_else_is_broken(site: Site, content: bytes) -> None:
    address = site.index("broken", {"start.json": content})
    assert site.run(PROBLEM, {"address": address, "query": "x"}) == "broken"


def test_words_that_are_something_else_are_broken(site: Site) -> None:
    files = index_files()
    changed = {name: b'{"build": "one"}' if name.startswith("words/") else content for name, content in files.items()}
    assert site.run(PROBLEM, {"address": site.index("broken-words", changed), "query": "rada"}) == "broken"


def test_a_file_that_stays_away_is_missing_and_is_asked_for_again_at_the_next_question(site: Site) -> None:
    files = index_files()
    shard = next(name for name, content in files.items() if b'"radni":' in content and name.startswith("words/"))
    address = site.index("holes", {name: content for name, content in files.items() if name != shard})
    site.page.evaluate("() => { globalThis.kept = undefined; }")
    opened = "globalThis.kept ??= await search.openSearch(given.address);"
    asked = PROBLEM.replace("const door = await search.openSearch(given.address);", f"{opened} const door = kept;")
    assert site.run(asked, {"address": address, "query": "radni"}) == "missing"
    site.index("holes", {shard: files[shard]})
    assert site.run(asked, {"address": address, "query": "radni"}) == 1


def test_a_site_that_was_published_anew_is_searched_anew(site: Site) -> None:
    address = site.index("anew", index_files())
    site.run("globalThis.kept = await search.openSearch(given);", address)
    site.index("anew", index_files(build="two", pages=PAGES[1:]))
    assert site.run("return [(await kept.find('wrocław')).count, kept.start.build];") == [3, "two"]


def test_results_of_the_site_before_are_shown_as_the_new_one_has_them(site: Site) -> None:
    address = site.index("again", index_files())
    site.run(
        "globalThis.kept = await search.openSearch(given); globalThis.found = await kept.find('rivercities');", address
    )
    site.index("again", index_files(build="two", pages=PAGES[2:]))
    said = site.run("return (await kept.cards(found, 0, 8)).map((card) => card.url);")
    assert said == [f"{site.address}aktualnosci/wejscie/", f"{site.address}os-czasu/"]


def test_an_index_whose_files_never_agree_is_changed(site: Site) -> None:
    files = index_files()
    mixed = {
        name: content.replace(b'"one"', b'"two"') if "words" in name else content for name, content in files.items()
    }
    assert site.run(PROBLEM, {"address": site.index("mixed", mixed), "query": "rada"}) == "changed"


def test_only_files_of_the_words_that_are_looked_for_are_fetched(site: Site) -> None:
    names: list[str] = []
    site.page.on("request", lambda request: names.append(request.url))
    site.find("rivercities")
    fetched = [re.sub(r".*/pl/|\?.*", "", name) for name in names if "/search/pl/" in name]
    assert fetched[0] == "start.json"
    words = {name for name, content in index_files().items() if b'"rivercities":' in content}
    assert {name for name in fetched if name.startswith("words/")} == words
