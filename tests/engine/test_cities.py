"""Cities side by side: every state has its own look and words, orders are told only where they are known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from finished import Document, Element
from small_site import CHARTER, CITIES, CITY, MEMBERSHIP, NETWORK, ROOT, shown, small_site, write_files

LISTED = """\
members:
  - list_complete: {complete}
    as_of: {as_of}
    cities:
{cities}
    sources: [register]
"""
ENTRY = """\
network: rivers
acts: [{{ id: admission, kind: admission, effect: accedes, tie: {tie}, date: {date}, sources: [register] }}]
"""
SEEN = "network: rivers\nobservations:\n  - {{ tie: {tie}, as_of: {as_of}, sources: [register] }}\n"
WHY = "inferred: { reason: { pl: Tak wynika z dat., en: The dates say so. } }"


def listed(*cities: str, complete: bool = True, as_of: str = "2019", ordinal: str = "") -> str:
    """A list of members that names some cities of the register."""
    rows = (f"      - {{ name: {{ pl: {CITIES[c][0]}, en: {CITIES[c][0]} }}, city: {c}{ordinal} }}" for c in cities)
    return LISTED.format(complete=str(complete).lower(), as_of=as_of, cities="\n".join(rows))


def entered(date: str, tie: str = "member") -> str:
    return ENTRY.format(date=date, tie=tie)


def seen(tie: str, as_of: str = "unknown") -> str:
    return SEEN.format(tie=tie, as_of=as_of)


def page(folder: Path, path: str, locale: str = "pl", *, network: str = NETWORK, **paths: str) -> Document:
    """A page of the site of Katowice, where every city is in the register and some have a path among the rivers."""
    changes: dict[str, str | bytes | None] = {
        "data/networks/rivers.yml": network,
        "data/networks/charter.yml": CHARTER,
        "docs/pl/miasta.md": "---\ntitle: Miasta\nrole: cities\n---\n\nText.\n",
        "docs/en/miasta.md": "---\ntitle: Cities\nrole: cities\n---\n\nText.\n",
        **{f"data/cities/{city}/city.yml": CITY.format(*CITIES[city], id=city) for city in CITIES},
        **{f"data/cities/{city}/memberships/rivers.yml": path for city, path in paths.items()},
    }
    return Document(shown(write_files(folder, small_site(changes=changes)), path, locale))


def cities(folder: Path, locale: str = "pl", *, network: str = NETWORK, **paths: str) -> Document:
    """The page of all cities and networks."""
    return page(folder, "miasta.md", locale, network=network, **paths)


def rivers(folder: Path, locale: str = "pl", *, network: str = NETWORK, **paths: str) -> Document:
    """The page of one network."""
    return page(folder, "sieci/rivers.md", locale, network=network, **paths)


def cell(document: Document, city: str, network: str = "rivers") -> Element:
    (found,) = document.all("td", id=f"{city}_{network}")
    return found


def rows(document: Document) -> list[str]:
    """The names at the heads of the rows of the first table, in their order."""
    return [head.text for head in table(document) if head.name == "th" and head.attributes["scope"] == "row"]


def table(document: Document) -> list[Element]:
    """The elements of the first table: the matrix, or the cities of a network."""
    starts = [at for at, found in enumerate(document.elements) if found.name == "table"]
    return document.elements[starts[0] : (*starts, None)[1]]


def column(document: Document, label: str) -> list[str]:
    """What the first table says in a column."""
    return [found.text for found in table(document) if found.attributes.get("data-label") == label]


LEFT = """\
network: rivers
acts:
  - { id: admission, kind: admission, effect: accedes, tie: member, date: 1999, sources: [register] }
  - { id: exit, kind: left, effect: ends, date: 2010, sources: [register] }
"""
STATES = {
    "dated": (entered("2021-12"), "grudzień 2021", "December 2021"),
    "undated": (seen("member", "2019"), "tak stan na 2019 r.", "yes as of 2019"),
    "inferred": (
        seen("member", f"2019, {WHY}"),
        "tak stan na 2019 r. nasz wniosek",
        "yes as of 2019 our inference",
    ),
    "proposed": (seen("proposed", "2024-10"), "propozycja październik 2024", "proposed October 2024"),
    "former": (LEFT, "dawniej od 1999 r. do 2010 r.", "formerly from 1999 until 2010"),
    "unclear": (
        seen("member") + "  - { tie: absent, as_of: unknown, sources: [register] }\n",
        "niejasne",
        "unclear",
    ),
}


def said(element: Element) -> str:
    """What a cell says, without the number of its one source and the link to a note."""
    words = " ".join(" ".join(element.texts).split())
    return words.removesuffix(" uwaga").removesuffix(" note").removesuffix(" 1")


@pytest.mark.parametrize("state", sorted(STATES))
@pytest.mark.parametrize("locale", ["pl", "en"])
def test_each_state_has_its_class_its_words_and_its_sources(state: str, locale: str, tmp_path: Path) -> None:
    path, polish, english = STATES[state]
    found = cell(cities(tmp_path, locale, wroclaw=path), "wroclaw")
    assert found.attributes["class"] == f"state state-{state}"
    assert said(found) == (polish if locale == "pl" else english)
    assert "1" in found.texts


def test_no_needs_a_complete_list_and_says_as_of_when(tmp_path: Path) -> None:
    """Zakopane signed the charter, so it has a row; the rivers' list of 2019 leaves it out. Łódź came later."""
    signed = "network: charter\nobservations: [{ tie: signatory, as_of: 2020, sources: [register] }]\n"
    for complete, state, words in ((True, "no", "nie stan na 2019 r."), (False, "unknown", "? brak informacji")):
        folder = write_files(tmp_path / state, {"data/cities/zakopane/memberships/charter.yml": signed})
        document = cities(folder, network=NETWORK + listed("wroclaw", complete=complete), lodz=entered("2020"))
        assert cell(document, "zakopane").attributes["class"] == f"state state-{state}"
        assert said(cell(document, "zakopane")) == words
        assert said(cell(document, "wroclaw")) == "tak stan na 2019 r."
        assert said(cell(document, "lodz")) == "2020"
        assert said(cell(document, "zakopane", "charter")) == "tak stan na 2020 r."


def test_unknown_is_a_mark_for_eyes_and_words_for_ears(tmp_path: Path) -> None:
    found = cell(cities(tmp_path), "katowice", "charter")
    assert found.attributes["class"] == "state state-unknown"
    assert found.text == "?brak informacji"
    assert cell(cities(tmp_path, "en"), "katowice", "charter").text == "?no information"


def test_the_legend_explains_every_state_that_occurs_and_no_other(tmp_path: Path) -> None:
    document = cities(tmp_path, wroclaw=STATES["proposed"][0], lodz=STATES["unclear"][0])
    occurring = {found.attributes["class"] for found in document.all("td", class_="state")}
    assert {found.attributes["class"] for found in document.all("dt", class_="state")} == occurring
    assert len(occurring) == 4


def test_every_state_but_unknown_has_a_mark_of_its_own_drawn_without_colour() -> None:
    style = (ROOT / "overrides/styles/66-cities.css").read_text(encoding="utf-8")
    for state in (*STATES, "no"):
        assert re.search(rf"\.state-{state} \.said::before[^{{]*\{{[^}}]*border", style), state


def test_rows_stand_in_the_order_of_the_alphabet_of_the_language(tmp_path: Path) -> None:
    paths = {city: entered("2020") for city in ("zakopane", "lodz", "wroclaw")}
    assert rows(cities(tmp_path, **paths)) == ["Katowice", "Łódź", "Wrocław", "Zakopane"]


def test_the_speaking_city_stands_out_and_only_it(tmp_path: Path) -> None:
    (row,) = cities(tmp_path, wroclaw=entered("2020")).all("tr", class_="speaking")
    assert row.text.startswith("Katowice")


def test_cities_of_which_nothing_is_known_share_one_line(tmp_path: Path) -> None:
    document = cities(tmp_path, network=NETWORK + listed("katowice", "wroclaw"))
    assert rows(document) == ["Katowice", "Wrocław"]
    (line,) = [note.text for note in document.all("p", class_="list-note")]
    assert line.startswith("Miasta z rejestru, o których udziale w sieciach nic nie znaleźliśmy: Łódź i Zakopane.")
    assert "Pełne listy, na których ich nie ma: CRN (stan na 2019 r.)." in line


def test_on_a_phone_each_cell_has_its_label_and_empty_ones_become_one_line(tmp_path: Path) -> None:
    document = cities(tmp_path, wroclaw=entered("2020"))
    labels = {found.attributes["data-label"] for found in document.all("td", class_="state")}
    assert labels == {"Karta Wody", "Miasta Rzek (CRN)"}
    assert {found.text for found in document.all("td", class_="only-narrow")} == {"Brak informacji: Karta Wody."}
    style = (ROOT / "overrides/styles/66-cities.css").read_text(encoding="utf-8")
    narrow = style[style.index("@media screen and (max-width") :]
    assert ".matrix td.state::before { content: attr(data-label)" in narrow
    assert ".matrix td.state-unknown { display: none; }" in narrow


def test_a_tie_that_is_not_the_usual_one_is_named(tmp_path: Path) -> None:
    raised = entered("2003-11-26", "associate_member").replace(
        "sources: [register] }]",
        "sources: [register] }, "
        "{ id: full, kind: admission, effect: raises, tie: member, date: 2004-05-01, sources: [register] }]",
    )
    document = cities(tmp_path, wroclaw=entered("2020", "founder"), lodz=raised)
    assert said(cell(document, "katowice")) == "wrzesień 2022"
    assert said(cell(document, "wroclaw")) == "2020 członkostwo założycielskie"
    assert said(cell(document, "lodz")) == "26 listopada 2003 r. na początku: członkostwo stowarzyszone"
    ties = column(rivers(tmp_path), "Rodzaj więzi")
    assert ties[0] == "członkostwo (od 1 maja 2004 r.; wcześniej członkostwo stowarzyszone)"


def test_what_is_inferred_or_disputed_is_explained_below_the_table_and_back(tmp_path: Path) -> None:
    document = cities(tmp_path, wroclaw=STATES["inferred"][0])
    (link,) = document.all("a", class_="note-link")
    assert link.attributes == {
        "class": "note-link",
        "href": "#uwaga_wroclaw_rivers",
        "aria-label": "Uwaga: Wrocław, CRN",
    }
    (note,) = document.all("div", id="uwaga_wroclaw_rivers")
    assert "To nasz wniosek, nie cytat ze źródła. Tak wynika z dat." in note.text
    assert [back.text for back in document.all("a", href="#wroclaw_rivers")] == ["Wrocław, CRN"]


@pytest.mark.parametrize(
    ("others", "caption"), [((), "Innego polskiego miasta"), (("lodz",), "Najpierw najdawniejsze")]
)
def test_a_table_of_one_city_says_so_instead_of_its_order(
    others: tuple[str, ...], caption: str, tmp_path: Path
) -> None:
    document = rivers(tmp_path, **{city: entered("2020") for city in others})
    assert caption in document.text_of("caption")


def test_a_network_page_lists_its_cities_by_date_then_by_the_alphabet(tmp_path: Path) -> None:
    document = rivers(tmp_path, lodz=seen("member", "2019"), wroclaw=entered("2020"), zakopane=seen("member"))
    assert rows(document) == ["Wrocław", "Katowice", "Łódź", "Zakopane"]
    since = ["2020", "wrzesień 2022", "data nieznana; w źródle: stan na 2019 r.", "data nieznana"]
    assert column(document, "Od kiedy") == since


def test_a_city_that_only_a_list_names_is_there_too(tmp_path: Path) -> None:
    document = rivers(tmp_path, network=NETWORK + listed("zakopane", complete=False))
    assert rows(document) == ["Katowice", "Zakopane"]
    assert column(document, "Od kiedy")[1] == "data nieznana; w źródle: stan na 2019 r."
    assert column(document, "Rodzaj więzi")[1] == "członkostwo"


@pytest.mark.parametrize(
    ("members", "locale", "expected"),
    [
        (listed("katowice"), "pl", "Ta lista jest pełna (stan na 2019 r.)."),
        (listed("katowice"), "en", "This list is complete (as of 2019)."),
        (listed("katowice", complete=False), "pl", "Pełnej listy nie znaleźliśmy. Najnowszy wykaz w źródłach: stan na"),
        ("", "en", "We have found no complete list."),
    ],
)
def test_the_table_says_whether_it_is_complete(members: str, locale: str, expected: str, tmp_path: Path) -> None:
    document = rivers(tmp_path, locale, network=NETWORK + members)
    assert expected in document.text_of("p", class_="list-note")


def test_what_is_only_proposed_or_unclear_stands_outside_the_table(tmp_path: Path) -> None:
    document = rivers(tmp_path, wroclaw=STATES["proposed"][0], lodz=STATES["unclear"][0])
    assert rows(document) == ["Katowice"]
    outside = [item.text for item in document.all("li") if item.text.startswith(("Wrocław", "Łódź"))]
    assert outside == [
        "Łódź Jedne źródła wymieniają to miasto, inne nie. Nie wiemy, które są nowsze.1",
        "Wrocław, październik 2024 propozycja1",
    ]


def test_an_order_is_told_where_a_source_gives_it(tmp_path: Path) -> None:
    of = "{ pl: miasto z Polski, en: Polish city }"
    ordinals = f"ordinals: [{{ number: 3, scope: country, of: {of}, sources: [register] }}]\n"
    network = NETWORK + listed("zakopane", complete=False, ordinal=", ordinal: 7")
    document = rivers(tmp_path, "en", network=network, wroclaw=entered("2020") + ordinals)
    assert column(document, "Order of joining") == ["3rd Polish city", "not known", "7th on the list"]


EVERYONE = {"lodz": entered("2019-03-01"), "wroclaw": entered("2019-03-01"), "zakopane": entered("2023-05")}


def orders(document: Document) -> dict[str, str]:
    """City to its place in the order of joining, as the table of a network tells it."""
    return dict(zip(rows(document), column(document, "Kolejność"), strict=False))


def test_over_a_complete_list_with_every_date_the_order_is_counted_and_says_so(tmp_path: Path) -> None:
    document = rivers(tmp_path, network=NETWORK + listed(*CITIES, as_of="2024"), **EVERYONE)
    counted = "miasto według dat z pełnej listy (stan na 2024 r.)"
    assert orders(document) == {
        "Łódź": f"1. {counted}, wspólnie z innymi",
        "Wrocław": f"1. {counted}, wspólnie z innymi",
        "Katowice": f"3. {counted}",
        "Zakopane": f"4. {counted}",
    }


@pytest.mark.parametrize(
    ("complete", "paths"),
    [
        (False, EVERYONE),
        (True, {**EVERYONE, "zakopane": seen("member", "2023")}),
        (True, {**EVERYONE, "zakopane": "network: rivers\n"}),
        (True, {**EVERYONE, "zakopane": entered("{ not_before: 2023 }")}),
    ],
)
def test_without_a_complete_list_or_with_one_unknown_date_no_order_is_counted(
    complete: bool, paths: dict[str, str], tmp_path: Path
) -> None:
    document = rivers(tmp_path, network=NETWORK + listed(*CITIES, complete=complete, as_of="2024"), **paths)
    assert len(rows(document)) == 4
    assert orders(document) == {}


def test_a_city_whose_date_may_be_before_or_after_anothers_has_no_place(tmp_path: Path) -> None:
    """Katowice joined in September 2022, Zakopane at some time in that year: only the first two are certain."""
    paths = {**EVERYONE, "zakopane": entered("2022")}
    found = orders(rivers(tmp_path, network=NETWORK + listed(*CITIES, as_of="2024"), **paths))
    assert {city for city, order in found.items() if order == "nie wiadomo"} == {"Katowice", "Zakopane"}


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("network", "Polskie miasta w tej sieci"),
        ("association", "Polskie miasta w tym związku"),
        ("charter", "Polskie miasta, które podpisały tę kartę"),
        ("title", "Polskie miasta z tym tytułem"),
    ],
)
def test_the_heading_fits_what_the_thing_is(kind: str, title: str, tmp_path: Path) -> None:
    document = rivers(tmp_path, network=NETWORK.replace("kind: network", f"kind: {kind}"))
    assert document.text_of("h2", id="polskie-miasta") == title


ABROAD = """\
members:
  - as_of: 2021-02
    cities:
      - { name: { pl: Zurych, en: Zurich }, country: { pl: Szwajcaria, en: Switzerland } }
      - { name: { pl: Lublana, en: Ljubljana }, country: { pl: Słowenia, en: Slovenia } }
      - { name: { pl: Lozanna, en: Lausanne }, country: { pl: Szwajcaria, en: Switzerland }, ordinal: 21 }
      - { name: { pl: Nowe Miasto, en: New Town } }
      - { name: { pl: Wrocław, en: Wrocław }, country: { pl: Polska, en: Poland }, city: wroclaw }
    sources: [register]
  - as_of: unknown
    of: { pl: Kraje spoza Europy, en: Countries outside Europe }
    countries:
      - { pl: Japonia, en: Japan }
      - { pl: Ukraina, en: Ukraine }
      - { pl: Wielka Brytania, en: Great Britain }
    sources: [register]
"""


@pytest.mark.parametrize(
    ("locale", "by_country", "countries", "about"),
    [
        (
            "pl",
            "Słowenia: Lublana: Szwajcaria: Lozanna (21. na liście): Zurych: Kraj nie jest podany: Nowe Miasto",
            ["Japonia", "Ukraina", "Wielka Brytania"],
            [
                "Miasta: stan na luty 2021 r., lista niepełna.",
                "Kraje spoza Europy: data wykazu nieznana, lista niepełna.",
            ],
        ),
        (
            "en",
            "Slovenia: Ljubljana: Switzerland: Lausanne (21st on the list): Zurich: Country not given: New Town",
            ["Great Britain", "Japan", "Ukraine"],
            [
                "Cities: as of February 2021, incomplete list.",
                "Countries outside Europe: date of the list unknown, incomplete list.",
            ],
        ),
    ],
)
def test_other_members_stand_by_country_under_the_names_of_the_language(
    locale: str, by_country: str, countries: list[str], about: list[str], tmp_path: Path
) -> None:
    html = shown_members(rivers(tmp_path, locale, network=NETWORK + ABROAD))
    assert html == (by_country.split(": "), countries, about)


def shown_members(document: Document) -> tuple[list[str], list[str], list[str]]:
    """The countries and cities of the section on other members, its list of countries, what it says of its lists."""
    start = next(at for at, found in enumerate(document.elements) if "by-country" in found.attributes.get("class", ""))
    after = document.elements[start:]
    places = [found.text for found in after if found.name in ("dt", "dd")]
    end = next(at for at, text in enumerate(places) if text in ("Nowe Miasto", "New Town")) + 1
    countries = next(found for found in after if found.attributes.get("class") == "countries")
    notes = [re.sub(r"1$", "", found.text) for found in document.all("p", class_="list-note")][-2:]
    return places[:end], [text.strip() for text in countries.texts if text.strip()], notes


def test_a_network_whose_members_are_all_in_the_register_has_no_such_section(tmp_path: Path) -> None:
    assert "inni-czlonkowie" not in rivers(tmp_path, network=NETWORK + listed("wroclaw")).ids


def test_a_network_tells_its_fields_authorities_and_order(tmp_path: Path) -> None:
    network = f"""{NETWORK}areas:
  total: 3
  items: [{{ pl: woda, en: water }}, {{ pl: brzegi, en: banks }}]
  sources: [register]
authorities:
  - {{ holder: Anna Nowak, office: {{ pl: przewodnicząca, en: chair }}, from: 2023, sources: [register] }}
ordinals:
  - {{ number: 1, scope: group, of: {{ pl: sieć rzeczna, en: river network }}, sources: [register] }}
"""
    text = " ".join(found.text for found in rivers(tmp_path, network=network).all("section"))
    for words in ("Dziedziny", "brzegi", "1 z 3 nie ma w źródłach", "Anna Nowak: przewodnicząca (od 2023 r., nie"):
        assert words in text
    assert "1. sieć rzeczna" in text


def test_a_register_of_one_city_alone_still_makes_both_tables(tmp_path: Path) -> None:
    files = small_site("lodz", {"docs/pl/miasta.md": "---\ntitle: Miasta\nrole: cities\n---\n\nText.\n"})
    files["docs/en/miasta.md"] = "---\ntitle: Cities\nrole: cities\n---\n\nText.\n"
    files["data/cities/lodz/memberships/rivers.yml"] = MEMBERSHIP
    write_files(tmp_path, files)
    assert rows(Document(shown(tmp_path, "miasta.md"))) == ["Łódź"]
    assert rows(Document(shown(tmp_path, "sieci/rivers.md", "en"))) == ["Łódź"]
