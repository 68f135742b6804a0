"""The search index: how text is folded, how a finished page is read, what the files hold and how they grow."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_site import CITY, NETWORK, ROOT, Built, build, small_site, write_files

from opencity.site.engine import open_engine
from opencity.site.search.files import search_files
from opencity.site.search.folding import fold, words_of
from opencity.site.search.index import DEEPEST, PACK, SHARD, Field, IndexedPage, as_json, index_of, shards_of
from opencity.site.search.names import Names, city_groups, names_of, slip_words
from opencity.site.search.reading import Reading, Section, read
from opencity.site.search.scripts import search_scripts

# --- folding --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ŁÓDŹ", "lodz"),
        ("Zażółć gęślą jaźń", "zazolc gesla jazn"),
        ("Kraków", "krakow"),  # o with a combining acute
        ("Sølvberget", "solvberget"),
        ("Straße, STRAẞE", "strasse, strasse"),
        ("Œuvre, Ærø, Đurđevac", "oeuvre, aero, durdevac"),
        ("Київ", "киів"),
        ("𝕶 😀", "𝕶 😀"),
    ],
)
def test_folding_leaves_small_letters_without_marks(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folded_text_has_no_marks_and_folds_to_itself(text: str) -> None:
    folded = fold(text)
    assert not any(unicodedata.category(sign).startswith("M") for sign in folded)
    assert words_of(folded) == words_of(text)


@given(st.text())
def test_however_a_letter_with_a_mark_is_written_its_word_is_the_same(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert words_of(unicodedata.normalize("NFC", apart)) == words_of(apart)


@given(
    st.lists(st.text(alphabet="aąbcćłż09", min_size=1), max_size=8),
    st.sampled_from([" ", "\xa0", "-", ", ", "_", "😀"]),
)
def test_words_are_what_stands_between_signs(words: list[str], between: str) -> None:
    assert words_of(between.join(words)) == [fold(word) for word in words]


# --- reading a finished page ------------------------------------------------------------------------------


def page(main: str) -> Reading:
    return read(f"<!doctype html><html><body><header><p>Menu</p></header><main id='main'>{main}</main><p>Stopka</p>")


def only(main: str) -> Section:
    """The one section after the first."""
    (_, section) = page(main).sections
    return section


def test_text_before_the_first_anchor_belongs_to_the_page_and_its_title_is_the_first_heading() -> None:
    reading = page("<article><h1>Łódź</h1><p>Jeden.</p><p>Dwa</p></article>")
    assert reading == Reading("Łódź", (Section("", "Łódź", "Jeden. Dwa"),))


def test_text_after_a_heading_is_the_headings_until_the_part_around_it_ends() -> None:
    reading = page(
        '<section><h2 id="a">A</h2><p>jeden</p><div><h3 id="b">B</h3><p>dwa</p></div><p>trzy</p></section>cztery'
    )
    assert [(each.anchor, each.text) for each in reading.sections] == [
        ("", "cztery"),
        ("a", "jeden · trzy"),
        ("b", "dwa"),
    ]


def test_an_entry_with_an_id_is_a_section_of_its_own_and_knows_the_heading_above() -> None:
    found = page('<h2 id="droga">Droga</h2><ol><li id="icc_a">Przyjęcie</li><li>bez adresu</li></ol>').sections[1:]
    assert [(each.anchor, each.within, each.text) for each in found] == [
        ("droga", "", "bez adresu"),
        ("icc_a", "Droga", "Przyjęcie"),
    ]


def test_a_row_is_named_by_its_head_and_its_cells_by_their_labels() -> None:
    row = only(
        '<table><thead><tr><th>Miasto</th></tr></thead><tr id="wiersz_lodz"><th scope="row">Łódź</th>'
        '<td data-label="Od kiedy">2021</td><td data-label="Więź">członkostwo</td></tr></table>'
    )
    assert row == Section("wiersz_lodz", "Łódź", "Od kiedy: 2021 · Więź: członkostwo")


def test_a_row_of_remarks_belongs_to_the_row_before() -> None:
    row = only('<tr id="a"><th scope="row">A</th><td>jeden</td></tr><tr data-search="continue"><td>uwaga</td></tr>')
    assert row.text == "jeden · uwaga"


def test_a_definition_reads_as_a_label_and_its_answer() -> None:
    section = only('<h2 id="f">Fakty</h2><dl><div><dt>Od kiedy</dt><dd>2020</dd><dd>2021</dd></div></dl>')
    assert section.text == "Od kiedy: 2020 · 2021"


def test_a_remark_does_not_go_on_with_the_words_before_it() -> None:
    section = only(
        '<p id="f"></p><h2 id="g">G</h2><dl><dd>Rada Miasta <span data-search="apart">Uwaga.</span></dd></dl>'
    )
    assert section.text == "Rada Miasta · Uwaga."


def test_the_date_and_the_headings_that_a_fragment_marks_stand_apart_from_the_text() -> None:
    entry = only(
        '<li id="a"><p><span data-search="date"><time datetime="2020-12-18">18 grudnia 2020 r.</time></span>'
        '<span data-search="heading">przyjęcie</span> <span data-search="heading"><a href="#">ICC</a></span></p>'
        "tekst</li>"
    )
    assert entry == Section("a", "przyjęcie · ICC", "tekst", date="18 grudnia 2020 r.")


def test_a_part_names_its_networks_for_all_that_is_in_it() -> None:
    found = page(
        '<div data-network="icc ump"><li id="a" data-network="ump icorn">A</li></div><li id="b">B</li>'
    ).sections
    assert [each.networks for each in found] == [(), ("icc", "ump", "icorn"), ()]


@pytest.mark.parametrize(
    "hidden",
    [
        '<nav><a href="#x">ukryte</a></nav>',
        "<script>ukryte</script>",
        "<style>ukryte</style>",
        "<svg><text>ukryte</text></svg>",
        '<template><p id="x">ukryte</p></template>',
        '<section data-search="skip"><h2 id="x">ukryte</h2><div>ukryte</div></section>',
        "<p hidden>ukryte</p>",
        '<div HIDDEN=""><p id="x">ukryte</p></div>',
        "<!-- ukryte -->",
        "<!-- <p>ukryte</p> it's > ukryte --!>",
        "<!--><!-- <h2 id='x'>ukryte</h2> -->",
        "<!ukryte 'ukryte>",
        "<?php <ukryte ukryte ?>",
        "</ ukryte>",
        "<![CDATA[ukryte]]>",
        "<script/>ukryte</script>",
        "<script>if (1 <2) '<ukryte'</script>",
        "<dialog>ukryte</dialog>",
        "<iframe>ukryte</iframe>",
        "<video>ukryte</video>",
        '<span class="cited first">ukryte</span>',
        '<span aria-hidden="true">ukryte</span>',
        "<select><option>ukryte</option></select>",
    ],
)
def test_what_is_no_text_of_the_page_is_not_read(hidden: str) -> None:
    assert page(f"<p>przed{hidden}po</p>").sections == (Section("", "", "przedpo"),)


@pytest.mark.parametrize("html", ["", "<html><body><p>Text</p></body></html>", "<main></main>", "<main>", "</main>"])
def test_a_document_without_a_main_part_is_an_empty_page(html: str) -> None:
    assert read(html) == Reading("", (Section("", "", ""),))


def test_signs_that_nobody_sees_do_not_tear_words_apart() -> None:
    (section,) = page("<p>Kra&shy;ków w\u200bie\ufeffdza\U000e0001\U000e0065 w&nbsp;Łodzi</p>").sections
    assert section.text == "Kraków wiedza w\xa0Łodzi"
    assert words_of(section.text) == ["krakow", "wiedza", "w", "lodzi"]


def test_a_word_inside_marks_of_text_stays_whole_and_words_of_two_lines_stay_two() -> None:
    (section,) = page("<p>mię<em>dzy</em>kulturowe</p><p>miasta<br>rzek</p>").sections
    assert words_of(section.text) == ["miedzykulturowe", "miasta", "rzek"]


def test_hostile_words_are_plain_text() -> None:
    title = '</script><script>alert("1")</script>'
    reading = page("<h1>&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</h1>")
    assert reading.title == title
    text = as_json({"title": title})
    assert json.loads(text) == {"title": title}


@given(st.text(alphabet="<>/=\"' abdilmnp1", max_size=200))
def test_any_text_whatever_its_tags_is_read_to_its_end(text: str) -> None:
    assert page(text).sections[0].anchor == ""


def test_a_deep_page_and_a_long_one_are_read_in_time() -> None:
    deep = page("<div>" * 20_000 + "x" + "</p>" * 20_000)
    long = page("".join(f'<li id="a{number}">słowo {number}</li>' for number in range(20_000)))
    assert (deep.sections[0].text, len(long.sections)) == ("x", 20_001)
    endless = page("".join(f'<div data-network="a{number} b{number}">' for number in range(20_000)) + "x")
    assert endless.sections[0].text == "x"


@pytest.mark.parametrize("number", ["9" * 5_000, "x" + "f" * 5_000, "99999999", "x110000"])
def test_the_number_of_a_sign_that_there_is_none_of_is_a_sign_that_nobody_knows(number: str) -> None:
    assert only(f'<li id="a&#{number};">x&#{number};y</li>') == Section("a\ufffd", "", "x\ufffdy")


def test_a_part_that_is_found_in_the_page_is_read_though_it_is_folded_now() -> None:
    (section,) = page('<p title=" hidden " hidden-x>a</p><p hidden="until-found">b</p><svg/>c').sections
    assert section.text == "a · b · c"


# --- the index ------------------------------------------------------------------------------------------

NOBODY = Names({}, {}, {})


@dataclass(frozen=True)
class Searched:
    """The files of one index, as a browser reads them."""

    start: Mapping[str, Any]
    files: Mapping[str, Mapping[str, Any]]

    def places(self, word: str) -> list[tuple[int, Field]]:
        """Where a word stands: section and field."""
        shard = max((each for each in self.start["shards"] if word.startswith(each)), key=len, default=None)
        steps = (
            self.files[f"words/{self.start['shards'].index(shard)}.json"]["words"].get(word, [])
            if shard is not None
            else []
        )
        number, found = 0, []
        for step in steps:
            number += step
            found.append((number // 4, Field(number % 4)))
        return found

    def sections(self) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
        """Every section in the order of its number, each with its page."""
        packs = [self.files[f"text/{number}.json"] for number in range(len(self.start["packs"]))]
        return [(pack["page"], section) for pack in packs for section in pack["sections"]]

    def addresses(self, word: str) -> set[str]:
        """Where a word leads: the page's address and the anchor."""
        all_of = self.sections()
        return {f"{all_of[at][0]['url']}#{all_of[at][1]['anchor']}".rstrip("#") for at, _ in self.places(word)}

    def fields(self, word: str, address: str) -> set[Field]:
        """As what a word stands at an address."""
        all_of = self.sections()
        found = (
            (f"{all_of[at][0]['url']}#{all_of[at][1]['anchor']}".rstrip("#"), field) for at, field in self.places(word)
        )
        return {field for where, field in found if where == address}


def searched(files: Mapping[str, bytes], locale: str) -> Searched:
    prefix = f"assets/search/{locale}/"
    own = {name.removeprefix(prefix): json.loads(text) for name, text in files.items() if name.startswith(prefix)}
    return Searched(own["start.json"], own)


def plain_page(number: int, *texts: str) -> IndexedPage:
    first = Section("", f"Strona {number}", texts[0] if texts else "")
    others = tuple(Section(f"a{at}", "", text) for at, text in enumerate(texts[1:]))
    return IndexedPage("other", f"Strona {number}", f"strona-{number}/", (), "", "", (first, *others))


def test_an_index_without_pages_is_empty_and_whole() -> None:
    index = index_of((), ("other",), NOBODY)
    assert (index.pages, index.packs, index.sections, index.shards, index.texts) == ((), (), 0, {}, ())


def test_every_word_leads_to_its_sections_by_steps() -> None:
    index = index_of([plain_page(1, "łódź", "rzeka"), plain_page(2, "rzeka łódź")], ("other",), NOBODY)
    assert index.shards["l"] == {"lodz": [0, 8]}
    assert index.shards["r"] == {"rzeka": [4, 4]}
    assert index.shards["s"] == {"strona": [2, 8]}


words = st.dictionaries(st.text(alphabet="abcż", min_size=1, max_size=6).map(fold), st.just([1] * 400), max_size=60)


@given(words)
def test_every_word_is_in_the_file_of_the_longest_beginning_that_is_listed(entries: dict[str, list[int]]) -> None:
    shards = shards_of(entries)
    for word, numbers in entries.items():
        shard = max((each for each in shards if word.startswith(each)), key=len)
        assert shards[shard][word] == numbers
    assert sum(map(len, shards.values())) == len(entries)
    assert all(
        len(shard) == DEEPEST or len(as_json(held)) <= SHARD or list(held) == [shard] for shard, held in shards.items()
    )


@given(st.lists(st.text(alphabet="aż ", max_size=3000), min_size=1, max_size=12))
def test_a_pack_holds_sections_of_one_page_in_order_and_few_of_them(texts: list[str]) -> None:
    pages = [plain_page(1, *texts), plain_page(2, *texts)]
    index = index_of(pages, ("other",), NOBODY)
    packs: tuple[Any, ...] = index.texts
    held = [(pack["page"], section) for pack in packs for section in pack["sections"]]
    assert [section["text"] for _, section in held] == [*texts, *texts]
    assert [page["url"] for page, _ in held] == ["strona-1/"] * len(texts) + ["strona-2/"] * len(texts)
    sizes = [[len(section["text"].encode()) for section in pack["sections"]] for pack in packs]
    assert all(len(each) == 1 or sum(each) <= PACK for each in sizes)


# --- names ----------------------------------------------------------------------------------------------

BIELSKO = CITY.format(
    "Bielsko-Biała", "Bielska-Białej", "Bielsku-Białej", "Bielsko-Białą", "Bielskiem-Białą", "Bielsku-Białej",
    "w", "bielski", "avoid", id="bielsko-biala",
)  # fmt: skip
RIVERS = NETWORK.replace(
    "scope:", "variants:\n  - { text: Miejska Liga Nadrzeczna, language: pl, sources: [register] }\nscope:"
)
"""A network with a name that no page prints."""


def names(folder: Path, changes: Mapping[str, str | bytes | None]) -> tuple[Names, Any]:
    registry = open_engine(write_files(folder, small_site("lodz", changes))).registry
    return names_of(registry, ("sieć",)), registry


def test_a_network_is_known_by_every_name_in_every_language(tmp_path: Path) -> None:
    found, _ = names(tmp_path, {"data/networks/rivers.yml": RIVERS})
    assert set(found.networks["rivers"].phrases) == {
        ("miasta", "rzek"),
        ("cities", "of", "rivers"),
        ("siec", "miast", "rzek"),
        ("cities", "of", "rivers", "network"),
        ("crn",),
        ("miejska", "liga", "nadrzeczna"),
    }
    assert "siec" in found.networks["rivers"].words - found.networks["rivers"].own


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("Łódź należy do CRN od roku", True),
        ("W Sieci Miast Rzek jest Łódź", True),
        ("w Miastach Rzek", True),
        ("w miejskiej lidze nadrzecznej", False),  # a consonant changes in the middle of the word
        ("miasta i rzeki", False),
        ("CRNX", False),
        ("Rzek Miasta", False),
        ("Miasta", False),
        ("", False),
    ],
)
def test_a_text_names_a_network_by_letters_or_by_a_whole_name_inflected_or_not(
    text: str, is_named: bool, tmp_path: Path
) -> None:
    found, _ = names(tmp_path, {"data/networks/rivers.yml": RIVERS})
    assert found.mentioned(words_of(text)) == (("rivers",) if is_named else ())


def test_every_word_of_a_citys_name_has_all_its_forms_and_the_adjective(tmp_path: Path) -> None:
    _, registry = names(tmp_path, {"data/cities/bielsko-biala/city.yml": BIELSKO})
    assert set(city_groups(registry)) == {
        ("bielska", "bielski", "bielskiem", "bielsko", "bielsku"),
        ("biala", "bialej"),
        ("lodz", "lodzi", "lodzia", "lodzki"),
    }


def test_a_name_without_a_letter_has_no_forms_and_stops_nothing(tmp_path: Path) -> None:
    city = CITY.format(*["'?!'"] * 6, "w", "łódzki", "feminine", id="lodz")
    _, registry = names(tmp_path, {"data/cities/lodz/city.yml": city})
    assert city_groups(registry) == ()


def test_a_citys_name_in_further_languages_has_its_forms_too(tmp_path: Path) -> None:
    ukrainian = "uk: { nominative: Лодзь, genitive: Лодзі, within: у Лодзі, verb: masculine }\n"
    city = CITY.format("Łódź", "Łodzi", "Łodzi", "Łódź", "Łodzią", "Łodzi", "w", "łódzki", "feminine", id="lodz")
    _, registry = names(tmp_path, {"data/cities/lodz/city.yml": city + ukrainian})
    assert set(city_groups(registry)) == {("lodz", "lodzi", "lodzia", "lodzki", "лодзь", "лодзі")}


def test_a_slip_is_forgiven_in_names_of_networks_cities_people_and_bodies_and_in_letters(tmp_path: Path) -> None:
    event = (
        "id: 2024-05-06-rzeka\ntitle: { pl: Dzień rzeki, en: River day }\nstart: 2024-05-06\npeople:\n"
        "  - { name: Żaneta Brzęczyszczykiewicz, office: { pl: radna, en: councillor } }\nsources: [register]\n"
    )
    run_by = (
        "run_by:\n  - { name: { pl: Stowarzyszenie Nadwarciańskie, en: Warta Association }, sources: [register] }\n"
    )
    changes = {"data/cities/lodz/events/2024-05-06-rzeka.yml": event, "data/networks/rivers.yml": RIVERS + run_by}
    found, registry = names(tmp_path, changes)
    slips = slip_words(registry, found)
    assert {"zaneta", "brzeczyszczykiewicz", "stowarzyszenie", "nadwarcianskie", "crn", "rzek", "lodzia"} <= slips
    assert {"of", "radna", "dzien"}.isdisjoint(slips)


# --- a finished site ------------------------------------------------------------------------------------

HOSTILE = "</script><script>alert(1)</script>"
ARTICLE = """\
id: 2024-05-06-rzeka
title: { pl: Dzień rzeki, en: River day }
start: 2024-05-06
networks: [rivers]
summary: { pl: Święto., en: A feast. }
sources: [register]
"""
OF_ALL_KINDS: Mapping[str, str] = {
    "data/networks/rivers.yml": RIVERS,
    "data/cities/wroclaw/city.yml": CITY.format(
        "Wrocław", "Wrocławia", "Wrocławiowi", "Wrocław", "Wrocławiem", "Wrocławiu",
        "we", "wrocławski", "masculine", id="wroclaw",
    ),
    "data/cities/lodz/events/2024-05-06-rzeka.yml": ARTICLE,
    "docs/pl/sieci/rivers.md": "---\nnetwork: rivers\n---\n\n## Dlaczego Łódź\n\nRazem z Wrocławiem.\n",
    "docs/pl/inne.md": f"---\ntitle: Inne <b> „strony” &\n---\n\nO Sieci Miast Rzek. `{HOSTILE}`\n",
    "docs/en/inne.md": "---\nuntranslated: true\n---\n",
} | {
    f"docs/{locale}/{name}.md": f"---\n{front}\n---\n{body}"
    for locale in ("pl", "en")
    for name, front, body in (
        ("rejestr", "title: Rejestr\nrole: register", "\n```register\nkind: all\n```\n\n```register\nkind: all\n```\n"),
        ("miasta", "title: Miasta\nrole: cities", ""),
        ("os-czasu", "title: Czas\nrole: timeline", ""),
        ("aktualnosci/index", "title: News\nrole: news", ""),
        ("aktualnosci/rzeka", "event: 2024-05-06-rzeka", "\nFestyn.\n"),
        ("szukaj", "title: Search\nrole: search\nplace: foot", ""),
        ("mapa-strony", "title: Map\nrole: site-map\nplace: foot", ""),
    )
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(write_files(tmp_path_factory.mktemp("site"), small_site("lodz", OF_ALL_KINDS)))


def published(site: Built, locale: str) -> Searched:
    folder = site.folder / "assets/search" / locale
    files = {path.relative_to(site.folder).as_posix(): path.read_bytes() for path in folder.rglob("*.json")}
    return searched(files, locale)


@pytest.fixture(scope="module")
def polish(built: Built) -> Searched:
    return published(built, "pl")


@pytest.fixture(scope="module")
def english(built: Built) -> Searched:
    return published(built, "en")


def test_every_file_says_which_build_it_is_of_and_languages_differ(polish: Searched, english: Searched) -> None:
    assert {file["build"] for file in polish.files.values()} == {polish.start["build"]}
    assert polish.start["build"] != english.start["build"]


def test_pages_stand_home_first_then_by_kind_and_without_those_that_say_nothing(polish: Searched) -> None:
    kinds = [polish.start["kinds"][kind][0] for kind, *_ in polish.start["pages"]]
    assert kinds == ["other", "network", "data", "data", "data", "news", "news", "other", "other"]
    urls = list(dict.fromkeys(page["url"] for page, _ in polish.sections()))
    assert urls[:2] == ["", "sieci/rivers/"]
    assert urls[5:7] == ["aktualnosci/rzeka/", "aktualnosci/"]
    assert {"szukaj/", "mapa-strony/"}.isdisjoint(urls)
    firsts = [first for _, first, _ in polish.start["pages"]]
    assert [section["anchor"] for at, (_, section) in enumerate(polish.sections()) if at in firsts] == [""] * len(urls)


def test_the_start_says_where_the_other_language_and_the_pages_of_help_are(polish: Searched, english: Searched) -> None:
    assert polish.start["others"] == [
        {"locale": "en", "name": "English", "start": "assets/search/en/", "page": "en/szukaj/"}
    ]
    assert (english.start["page"], english.start["siteMap"]) == ("en/szukaj/", "en/mapa-strony/")
    assert english.start["root"] == "../../../"
    assert polish.start["inflection"]
    assert polish.start["stop"]
    assert all(fold(word) == word for word in polish.start["stop"])


def test_every_address_and_anchor_of_the_index_is_there(built: Built, polish: Searched, english: Searched) -> None:
    for index in (polish, english):
        for page, section in index.sections():
            html = built.read(page["url"])
            assert not section["anchor"] or f'id="{section["anchor"]}"' in html


def test_words_of_every_page_lead_to_their_place(polish: Searched) -> None:
    assert "sieci/rivers/#dlaczego-lodz" in polish.addresses("wroclawiem")
    assert polish.addresses("festyn") == {"aktualnosci/rzeka/"}
    assert polish.fields("lodz", "sieci/rivers/#dlaczego-lodz") == {Field.HEADING}


def test_a_fact_is_found_where_it_is_at_home_with_its_date(polish: Searched) -> None:
    fact = next(section for page, section in polish.sections() if section["anchor"] == "rivers_resolution")
    said = [fact[part].replace("\xa0", " ") for part in ("date", "text")]
    assert said == ["4 marca 2021 r.", "Rada miasta decyduje o przystąpieniu."]
    assert fact["heading"].endswith("X/12/21")
    assert {"sieci/rivers/#rivers_resolution", "os-czasu/#rivers_resolution"} <= polish.addresses("marca")


def test_rows_of_tables_have_their_own_places_once_on_a_page(polish: Searched, built: Built) -> None:
    assert {"rejestr/#wiersz_rivers", "miasta/#wiersz_lodz", "sieci/rivers/#wiersz_lodz"} <= polish.addresses("2022")
    assert built.read("rejestr/").count('id="wiersz_rivers"') == 1


def test_a_network_is_found_by_a_name_that_stands_nowhere(polish: Searched) -> None:
    assert Field.NAME in polish.fields("nadrzeczna", "sieci/rivers/")
    assert polish.fields("nadrzeczna", "aktualnosci/rzeka/") == {Field.HEADING}
    assert polish.fields("nadrzeczna", "rejestr/#wiersz_rivers") == {Field.HEADING}
    assert polish.fields("nadrzeczna", "inne/") == {Field.TEXT}  # it names the network, by another name
    assert not [where for where in polish.addresses("nadrzeczna") if where in ("", "sieci/")]


def test_results_are_narrowed_to_pages_about_a_network_and_to_parts_of_others(polish: Searched) -> None:
    assert polish.start["networks"] == [["rivers", "Miasta Rzek"]]
    sections = polish.sections()
    numbers = itertools.accumulate(polish.start["about"][0])
    about = {f"{page['url']}#{section['anchor']}" for page, section in (sections[number] for number in numbers)}
    assert {"sieci/rivers/#", "aktualnosci/rzeka/#", "rejestr/#wiersz_rivers", "os-czasu/#rivers_resolution"} <= about
    assert about.isdisjoint({"rejestr/#", "os-czasu/#", "#"})


def test_a_page_has_its_way_its_date_and_its_language_where_it_differs(polish: Searched, english: Searched) -> None:
    pages = {page["url"]: page for page, _ in polish.sections()}
    assert pages["aktualnosci/rzeka/"]["trail"] == ["News"]
    assert pages["aktualnosci/rzeka/"]["date"] == "6 maja 2024 r."
    assert (pages["sieci/rivers/"]["trail"], pages["sieci/rivers/"]["date"]) == (["Sieci"], "")
    others = {page["url"]: page.get("lang") for page, _ in english.sections()}
    assert (others["en/inne/"], others["en/networks/rivers/"]) == ("pl", None)


def test_words_of_menus_sources_page_details_and_links_elsewhere_are_not_found(polish: Searched) -> None:
    assert {word: polish.addresses(word) for word in ("metryczka", "wydawca", "lista", "stopka")} == {
        word: set() for word in ("metryczka", "wydawca", "lista", "stopka")
    }
    assert "" not in polish.addresses("crn")  # the home page lists the networks, and each has its own page


def test_hostile_text_stays_text(polish: Searched) -> None:
    (text,) = (section["text"] for page, section in polish.sections() if page["url"] == "inne/")
    assert HOSTILE in text
    assert next(page["title"] for page, _ in polish.sections() if page["url"] == "inne/") == "Inne <b> „strony” &"


def test_cities_that_no_page_names_have_no_forms_to_download(polish: Searched) -> None:
    assert ["lodz", "lodzi", "lodzia", "lodzki"] in polish.start["same"]
    assert any("wroclawiu" in group for group in polish.start["same"])
    assert set(polish.start["names"]) <= {
        word for name, file in polish.files.items() if "words/" in name for word in file["words"]
    }


def test_the_scripts_are_published_byte_for_byte(built: Built) -> None:
    scripts = search_scripts(ROOT / "overrides")
    assert {path.name for path in (ROOT / "overrides/scripts/search").glob("*.js")} == {
        Path(name).name for name in scripts
    }
    assert all((built.folder / name).read_bytes() == script for name, script in scripts.items())


def test_the_index_is_the_same_byte_for_byte_whatever_the_seed_of_hashes(built: Built) -> None:
    project = built.folder.parent
    code = (
        "import datetime, hashlib, pathlib, sys\n"
        "from opencity.site.engine import open_engine\n"
        "from opencity.site.search.files import search_files\n"
        "engine = open_engine(pathlib.Path(sys.argv[1]), today=datetime.date(2026, 11, 20))\n"
        "files = search_files(engine, pathlib.Path(sys.argv[1], 'site'))\n"
        "print(hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest())\n"
    )

    def digest(seed: str) -> str:
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "hooks"), "PATH": "/usr/bin:/bin"}
        run = subprocess.run(
            [sys.executable, "-c", code, str(project)], env=environment, capture_output=True, text=True, check=True
        )
        return run.stdout

    assert digest("1") == digest("2") == digest("77")


def test_a_third_language_has_an_index_of_its_own(tmp_path: Path) -> None:
    strings = (ROOT / "tests/engine/ukrainian/strings.yml").read_text(encoding="utf-8")
    settings = str(small_site("wroclaw")["data/site.yml"]) + "locales: [pl, en, uk]\n"
    changes = {
        "data/site.yml": settings,
        "data/strings/uk.yml": strings,
        "docs/uk/index.md": "---\ntitle: Головна\n---\n\nВроцлав входить до мережі Київ.\n",
    }
    site = build(write_files(tmp_path, small_site("wroclaw", changes)))
    ukrainian = published(site, "uk")
    assert ukrainian.addresses("киів") == {"uk/"}
    assert {other["locale"] for other in ukrainian.start["others"]} == {"pl", "en"}
    assert (ukrainian.start["inflection"], ukrainian.start["stop"]) == (None, [])


# --- growth ---------------------------------------------------------------------------------------------


def article(number: int) -> IndexedPage:
    """A page of some 250 words: most from a language's common ones, some that only few pages have."""
    common = [
        f"{'abcdefghijklmnoprstuwz'[at % 22]}{'aeiouy'[at % 6]}{at % 700}" for at in range(number * 7, number * 7 + 240)
    ]
    rare = [f"rzadkie{number}", f"nazwisko{number % 97}"]
    texts = [" ".join([*common[at : at + 60], *rare]) for at in range(0, 240, 60)]
    return plain_page(number, *texts)


def first_search(count: int) -> int:
    """Bytes that a first search of one word costs at most: the start, the largest file of words, eight of texts."""
    index = index_of((article(number) for number in range(count)), ("other",), NOBODY)
    start = as_json([index.pages, index.packs, list(index.shards)])
    texts = sorted((len(as_json(text)) for text in index.texts), reverse=True)
    return len(start) + max(len(as_json(shard)) for shard in index.shards.values()) + sum(texts[:8])


def whole_site(count: int) -> int:
    return sum(len(section.text) for number in range(count) for section in article(number).sections)


def test_what_a_first_search_costs_grows_slower_than_the_site() -> None:
    small, large = first_search(40), first_search(400)
    assert whole_site(400) / whole_site(40) > 9.9
    assert large / small < 2.5


def test_no_file_of_words_is_large_but_where_one_beginning_is_all_there_is() -> None:
    index = index_of((article(number) for number in range(400)), ("other",), NOBODY)
    sizes = {shard: len(as_json(held)) for shard, held in index.shards.items()}
    assert {shard for shard, size in sizes.items() if size > SHARD} <= {
        shard for shard in sizes if len(shard) == DEEPEST
    }


def test_an_index_is_made_of_the_finished_pages_alone(built: Built, polish: Searched) -> None:
    engine = open_engine(built.folder.parent)
    again = searched(search_files(engine, built.folder), "pl")
    assert [section for _, section in again.sections()] == [section for _, section in polish.sections()]
