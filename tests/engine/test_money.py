"""Money: the page of all projects, notices wherever one is named, the flag of the Union, places for other marks."""

from __future__ import annotations

import base64
import math
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from finished import Document, Element
from small_site import check, shown, small_site, write_files

from opencity.pages.project_names import ProjectName, named_in
from opencity.views.emblem import BLUE, HEIGHT, YELLOW, Point, centres, eu_emblem, star

Changes = Mapping[str, str | bytes | None]

FUND = """\
id: {id}
name: {{ pl: Fundusz {pl}, en: "{en} Fund" }}
abbreviation: {{ text: {letters}, language: pl }}
programme: {{ pl: program krajowy, en: national programme }}
period: {{ from: 2014, until: 2020 }}
european_union: true
motto: {{ pl: Bezpieczny most, en: A safe bridge }}
donors: [{{ pl: Norwegia, en: Norway }}]
budgets:
  - {{ amount: 1200000.5, currency: EUR, as_of: 2020-01, sources: [register] }}
  - {{ amount: 777, currency: EUR, as_of: unknown, sources: [register] }}
authorities: [{{ text: {{ pl: Odpowiada ministerstwo., en: A ministry is responsible. }}, sources: [register] }}]
legal_acts: [{{ text: {{ pl: Rozporządzenie 1/2014., en: Regulation 1/2014. }}, sources: [register] }}]
rules: [{{ {rule}, sources: [register] }}]
notes: [{{ text: {{ pl: Uwaga o funduszu., en: A note on the fund. }}, sources: [register] }}]
sources: [register]
"""

PROJECT = """\
id: {id}
name: {{ pl: {pl}, en: {en} }}
fund: {fund}
{more}sources: [register]
"""

EMBLEM = "read: true, show: [eu_emblem, eu_statement, fund_name, co_financing, motto]"
UNREAD = "read: false"

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A picture of one dot."""


def fund(identity: str = "mosty", rule: str = UNREAD, letters: str = "FM") -> Changes:
    text = FUND.format(id=identity, pl="Mostowy", en="Bridge", letters=letters, rule=rule)
    return {f"data/funds/{identity}.yml": text}


def project(
    identity: str = "bulwar", pl: str = "Zielony bulwar", en: str = "Green quay", fund: str = "mosty", more: str = ""
) -> Changes:
    return {f"data/projects/{identity}.yml": PROJECT.format(id=identity, pl=pl, en=en, fund=fund, more=more)}


def pages(path: str, front: str, body: str = "") -> Changes:
    text = f"---\n{front}---\n\n{body}\n"
    return {f"docs/{locale}/{path}": text for locale in ("pl", "en")}


PAGE = pages("projekty.md", "title: Projekty\nrole: projects\n")


def site(folder: Path, *changes: Changes, city: str = "katowice") -> Path:
    """A small site with a page of projects."""
    together = {name: content for part in (PAGE, *changes) for name, content in part.items()}
    return write_files(folder, small_site(city=city, changes=together))


def page(folder: Path, path: str = "projekty.md", locale: str = "pl") -> Document:
    return Document(f"<main>{shown(folder, path, locale)}</main>")


def notices(document: Document) -> list[Element]:
    return document.all("div", class_="notice")


def codes(folder: Path) -> list[str]:
    return [problem.code for problem in check(folder)]


# --- the page of projects -------------------------------------------------------------------------------


def test_the_page_of_projects_holds_each_project_once_with_its_notice_and_nothing_at_the_foot(tmp_path: Path) -> None:
    front = pages("projekty.md", "title: Projekty\nrole: projects\nprojects: [bulwar]\n")
    folder = site(tmp_path, fund(), project(), project("most", pl="Nowy most", en="New bridge"), front)
    for locale, prefix in (("pl", "projekt"), ("en", "project")):
        document = page(folder, locale=locale)
        assert sorted(notice.attributes["id"] for notice in notices(document)) == [
            f"{prefix}_bulwar",
            f"{prefix}_most",
        ]
        assert document.text_of("main").count("national programme" if locale == "en" else "program krajowy") == 3


def test_a_project_shows_all_that_the_register_holds_of_it(tmp_path: Path) -> None:
    more = """\
number: 12/FM
period: { from: 2015-04, until: 2016, sources: [register] }
parties:
  - { name: Miasto Katowice, english: City of Katowice, city: katowice, role: partner, sources: [register] }
  - { name: Fundacja Rzeka, role: leader, sources: [register] }
  - { name: Rivers Trust, language: en, role: beneficiary, sources: [register] }
amount: { amount: 5000, currency: PLN, as_of: 2016, sources: [register] }
summary: { pl: Powstaje bulwar., en: A quay is built. }
notes: [{ text: { pl: Uwaga., en: A note. }, sources: [register] }]
networks: [rivers]
"""
    folder = site(tmp_path, fund(), project(more=more))
    (entry,) = notices(page(folder))
    for expected in (
        "Zielony bulwar (FM)",
        "Powstaje bulwar.",
        "Fundusz Mostowy (FM), program krajowy",
        "FM (2014–2020)",
        "Numer 12/FM",
        "Czas projektu kwiecień 2015 – 2016",
        "Kto dostał pieniądze Rivers Trust",
        "Kto prowadzi Fundacja Rzeka",
        "Partnerstwo Miasto Katowice",
        "5 000 zł (stan na 2016 r.)",
        "Należy do Sieć Miast Rzek",
        "Uwaga.",
    ):
        assert expected in entry.text.replace("\u00a0", " ")
    english = page(folder, locale="en")
    assert "Partners City of Katowice" in notices(english)[0].text
    assert [name.text for name in english.all("span", lang="pl") if "Fundacja" in name.text] == ["Fundacja Rzeka"]
    assert [name.text for name in page(folder).all("span", lang="en")] == ["Rivers Trust"]
    assert "sieci/rivers" in next(link for link in page(folder).addresses() if "rivers" in link)


PARTY = "parties: [{{ name: Miasto, city: {0}, role: {1}, sources: [register] }}]\n"


@pytest.mark.parametrize(
    ("more", "title"),
    [
        ("cities: [katowice]\n", "Projekty z udziałem Katowic"),
        (PARTY.format("katowice", "partner"), "Projekty z udziałem Katowic"),
        ("cities: [lodz]\n", "Projekty w innych miastach"),
        (PARTY.format("lodz", "beneficiary"), "Projekty w innych miastach"),
        (PARTY.format("lodz", "partner"), "Projekty organizacji i innych urzędów"),
        ("", "Projekty organizacji i innych urzędów"),
    ],
)
def test_a_project_stands_under_the_heading_that_says_whose_it_is(more: str, title: str, tmp_path: Path) -> None:
    other = "id: lodz\npl: { nominative: Łódź, genitive: Łodzi, dative: Łodzi, accusative: Łódź, instrumental: Łodzią,"
    other += " locative: Łodzi }\nen: Łódź\npreposition: w\nadjective: łódzki\nverb: feminine\nsources: [register]\n"
    folder = site(tmp_path, fund(), project(more=more), {"data/cities/lodz/city.yml": other})
    document = page(folder)
    headings = [element.text for element in document.all("h2")]
    assert headings == [title, "Fundusze i ich zasady", "Źródła"]


def test_the_heading_follows_the_city_that_speaks(tmp_path: Path) -> None:
    folder = site(tmp_path, fund(), project(more="cities: [wroclaw]\n"), city="wroclaw")
    assert "Projekty z udziałem Wrocławia" in page(folder).text_of("h2")
    assert "Projects involving Wrocław" in page(folder, locale="en").text_of("h2")


def test_what_nobody_knows_of_a_project_is_said_to_be_unknown_in_its_entry_alone(tmp_path: Path) -> None:
    folder = site(tmp_path, fund(), project(), pages("most.md", "title: Most\nprojects: [bulwar]\n"))
    assert notices(page(folder))[0].text.count("nie znaleziono informacji") == 2
    assert "nie znaleziono" not in notices(page(folder, "most.md"))[0].text


def test_projects_of_one_name_lead_to_each_other(tmp_path: Path) -> None:
    folder = site(tmp_path, fund(), fund("rzeki", letters="FR"), project(), project("bulwar-2", fund="rzeki"))
    document = page(folder)
    assert [element.text for element in document.all("h3")][:2] == ["Zielony bulwar (FM)", "Zielony bulwar (FR)"]
    assert "Ta sama nazwa, inne pieniądze FR" in notices(document)[0].text
    assert {"#projekt_bulwar", "#projekt_bulwar-2"} <= set(document.addresses())


def test_a_reason_that_holds_for_several_facts_is_told_once(tmp_path: Path) -> None:
    why = "inferred: { reason: { pl: Tak wynika z mapy., en: The map says so. } }"
    more = f"""\
parties:
  - {{ name: Fundacja, role: leader, sources: [register], {why} }}
  - {{ name: Związek, role: partner, sources: [register], {why} }}
notes:
  - {{ text: {{ pl: Pierwsza., en: First. }}, sources: [register], {why} }}
  - {{ text: {{ pl: Druga., en: Second. }}, sources: [register], {why} }}
"""
    (entry,) = notices(page(site(tmp_path, fund(), project(more=more))))
    assert entry.text.count("Tak wynika z mapy.") == 1
    assert "Fundacja, Związek, Uwagi. To nasz wniosek" in entry.text


def test_a_fund_shows_its_facts_and_no_sum_of_unknown_date(tmp_path: Path) -> None:
    text = page(site(tmp_path, fund(rule=EMBLEM), project())).text_of("div", class_="fund").replace("\u00a0", " ")
    for expected in (
        "Fundusz Mostowy FM",
        "Program program krajowy",
        "Okres 2014–2020",
        "Kto daje pieniądze Unia Europejska i Norwegia",
        "1 200 000,5 euro (stan na styczeń 2020 r.)",
        "Odpowiada ministerstwo.",
        "Rozporządzenie 1/2014.",
        "flaga Unii Europejskiej",
        "Projekty w rejestrze Zielony bulwar",
        "Uwaga o funduszu.",
    ):
        assert expected in text
    assert "777" not in text


def test_two_funds_of_one_name_are_told_apart_by_their_years(tmp_path: Path) -> None:
    later = {name: str(text).replace("2014", "2021").replace("2020", "2027") for name, text in fund("nowe").items()}
    headings = [heading.text for heading in page(site(tmp_path, fund(), later)).all("h3")]
    assert headings == ["Fundusz Mostowy (2014–2020) FM", "Fundusz Mostowy (2021–2027) FM"]


def test_prose_may_link_to_a_project_and_a_fund_of_the_page(tmp_path: Path) -> None:
    body = "[a](projekty.md#projekt_bulwar), [b](projekty.md#fundusz_mosty), [c](projekty.md#projekt_brak)"
    folder = site(tmp_path, fund(rule="read: true"), project(), {"docs/pl/index.md": f"---\ntitle: A\n---\n\n{body}\n"})
    assert [problem.details["given"] for problem in check(folder)] == ["projekt_brak"]


def test_a_register_without_projects_still_has_the_page(tmp_path: Path) -> None:
    assert "nie ma jeszcze projektów" in page(site(tmp_path)).text_of("main")


# --- no page that names a project without its notice ----------------------------------------------------


def test_the_page_of_a_network_carries_the_notices_of_the_citys_projects_in_it(tmp_path: Path) -> None:
    own = project(more="cities: [katowice]\nnetworks: [rivers]\nsummary: { pl: Bulwar., en: A quay. }\n")
    strange = project("most", pl="Nowy most", en="New bridge", more="networks: [rivers]\n")
    document = page(site(tmp_path, fund(), own, strange), "sieci/rivers.md")
    assert [notice.attributes["id"] for notice in notices(document)] == ["projekt_bulwar"]
    assert "Pieniądze" in [heading.text for heading in document.all("h2")]
    assert any(link.endswith("projekty/#projekt_bulwar") for link in document.addresses())


def test_the_page_of_a_programme_carries_the_notices_of_its_projects(tmp_path: Path) -> None:
    programme = """\
id: open
kind: programme
label: { pl: Otwarci, en: Open }
name: { pl: Program Otwarci, en: Open programme }
summary: { pl: Program., en: A programme. }
sources: [register]
"""
    more = {"data/cities/katowice/programmes/open.yml": programme}
    folder = site(tmp_path, fund(), project(more="programmes: [open]\n"), more, pages("open.md", "programme: open\n"))
    assert [notice.attributes["id"] for notice in notices(page(folder, "open.md", "en"))] == ["project_bulwar"]


def test_a_fact_that_names_a_project_brings_its_notice_to_the_page(tmp_path: Path) -> None:
    """The text of an act may name one that belongs to no network: nobody lists it, and it has its notice."""
    membership = str(small_site()["data/cities/katowice/memberships/rivers.yml"])
    told = membership.replace("Sieć przyjmuje miasto.", "Sieć nagradza „Zielony bulwar”.")
    assert told != membership
    folder = site(tmp_path, fund(), project(), {"data/cities/katowice/memberships/rivers.yml": told})
    assert [notice.attributes["id"] for notice in notices(page(folder, "sieci/rivers.md"))] == ["projekt_bulwar"]
    assert notices(page(folder, "sieci/rivers.md", "en")) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("To Zielony bulwar.", True),
        ("To **Zielony\nbulwar**.", True),
        ("To Zielony\u00a0bulwar.", True),
        ("> Oto Zielony\n> bulwar.", True),
        ("## Zielony bulwar", True),
        ("[Zielony bulwar](sieci/rivers.md)", True),
        ("To Zielony bulwarek.", False),
        ("Każdy zielony bulwar cieszy.", False),
        ("O Zielonym bulwarze.", False),
        ("Zielony\n\nbulwar", False),
        ("`Zielony bulwar`", False),
        ("```text\nZielony bulwar\n```", False),
    ],
)
def test_prose_that_names_a_project_must_list_it(body: str, found: bool, tmp_path: Path) -> None:
    folder = site(tmp_path, fund(rule="read: true"), project(), {"docs/pl/index.md": f"---\ntitle: A\n---\n\n{body}\n"})
    assert codes(folder) == ["E-PAGE-PROJECTS"] * found


def test_of_several_projects_of_one_name_the_page_lists_the_one_it_means(tmp_path: Path) -> None:
    two = (fund(rule="read: true"), fund("rzeki", "read: true"), project(), project("bulwar-2", fund="rzeki"))
    named = pages("most.md", "title: Most\nprojects: [bulwar-2]\n", "Zielony bulwar, Green quay.")
    folder = site(tmp_path, *two, named)
    assert codes(folder) == []
    assert [notice.attributes["id"] for notice in notices(page(folder, "most.md"))] == ["projekt_bulwar-2"]


def test_the_page_of_projects_and_the_page_of_their_network_may_name_them(tmp_path: Path) -> None:
    own = project(more="cities: [katowice]\nnetworks: [rivers]\n")
    body = "Zielony bulwar, Green quay."
    named = (
        pages("sieci/rivers.md", "network: rivers\n", body),
        pages("projekty.md", "title: A\nrole: projects\n", body),
    )
    assert codes(site(tmp_path, fund(rule="read: true"), own, *named)) == []


def test_a_name_inside_a_longer_name_is_not_a_name() -> None:
    short, long = ProjectName(("Czysta", "Odra"), ("a",)), ProjectName(("Czysta", "Odra", "i", "Wisła"), ("b",))
    assert [(at, name.projects) for at, name in named_in("O: Czysta Odra i Wisła", (long, short))] == [(3, ("b",))]
    assert [name.projects for _, name in named_in("Czysta Odra i Wisła, Czysta Odra", (long, short))] == [
        ("b",),
        ("a",),
    ]


# --- what a rule asks for -------------------------------------------------------------------------------


def test_the_flag_stands_with_its_words_only_where_a_rule_that_was_read_asks_for_it(tmp_path: Path) -> None:
    folder = site(tmp_path, fund(rule=EMBLEM), fund("rzeki"), project(), project("most", "Nowy most", "New", "rzeki"))
    document = page(folder)
    (flag,) = document.all("svg", class_="emblem")
    assert (flag.attributes["role"], flag.attributes["aria-label"]) == ("img", "Flaga Unii Europejskiej")
    assert len(document.all("polygon")) == 12
    beside = document.text_of("div", class_="beside-emblem")
    assert beside == "Współfinansowane przez Unię Europejską Fundusz Mostowy Hasło funduszu: „Bezpieczny most”."
    english = page(folder, locale="en")
    assert "Co-funded by the European Union" in english.text_of("div", class_="beside-emblem")
    assert english.all("svg", class_="emblem")[0].attributes["aria-label"] == "Flag of the European Union"


def test_a_mark_of_others_is_a_place_until_the_city_gives_a_picture(tmp_path: Path) -> None:
    rule = "read: true, show: [logo]"
    place = page(site(tmp_path / "place", fund(rule=rule), project()))
    assert place.text_of("p", class_="mark-place") == "Miejsce na znak: Fundusz Mostowy"
    assert place.all("img") == []
    assert page(site(tmp_path / "unread", fund(), project())).all("p", class_="mark-place") == []
    picture = "mark: { file: fm.png, alt: { pl: Znak FM, en: FM mark }, credit: { author: FM, licence: za zgodą } }\n"
    given = {name: f"{text!s}{picture}" for name, text in fund(rule=rule).items()}
    files = {"docs/assets/fm.png": PNG}
    folder = write_files(tmp_path / "given", small_site(changes={**PAGE, **given, **project(), **files}))
    assert codes(folder) == []
    (image,) = page(folder).all("img")
    assert (image.attributes["src"], image.attributes["alt"]) == ("../assets/fm.png", "Znak FM")
    assert "za zgodą" in page(folder).text_of("figcaption")


@pytest.mark.parametrize(
    ("rule", "more", "sentence"),
    [
        ("read: true, show: [co_financing]", "", "Projekt współfinansowany. Pieniądze:"),
        ("read: true, show: [co_financing]", "from: 2026, until: 2027", "Projekt jest współfinansowany. Pieniądze:"),
        ("read: true, show: [co_financing]", "until: 2020", "Projekt był współfinansowany. Pieniądze:"),
        (UNREAD, "until: 2020", "Projekt korzystał z dofinansowania. Pieniądze:"),
        (UNREAD, "from: 2026, until: 2027", "Projekt korzysta z dofinansowania. Pieniądze:"),
        (UNREAD, "", "Zielony bulwar (FM) Pieniądze:"),
    ],
)
def test_nobody_says_co_financed_but_a_source_or_a_rule_that_was_read(
    rule: str, more: str, sentence: str, tmp_path: Path
) -> None:
    period = f"period: {{ {more}, sources: [register] }}\n" if more else ""
    any_time = {name: str(text).replace("from: 2014, until: 2020", "") for name, text in fund(rule=rule).items()}
    assert sentence in page(site(tmp_path, any_time, project(more=period))).text_of("div", class_="notice")


@pytest.mark.parametrize(("co_financed", "said"), [("", True), ("co_financed: false, ", False)])
def test_the_source_says_whether_the_project_was_co_financed(co_financed: str, said: bool, tmp_path: Path) -> None:
    more = f"printed: {{ tense: past, {co_financed}liability_clause: false, sources: [register] }}\n"
    text = page(site(tmp_path, fund(), project(more=more))).text_of("div", class_="notice")
    assert ("Projekt był współfinansowany." in text) == said
    assert ("Projekt korzystał z dofinansowania." in text) != said
    assert "Gdzie jest notka Sieć" in text


@pytest.mark.parametrize(("began", "motto"), [("2015", True), ("2021", False)])
def test_a_rule_holds_for_projects_that_began_in_its_time(began: str, motto: bool, tmp_path: Path) -> None:
    rule = "read: true, show: [motto], period: { from: 2014, until: 2020 }"
    period = f"period: {{ from: {began}, sources: [register] }}\n"
    text = page(site(tmp_path, fund(rule=rule), project(more=period))).text_of("div", class_="notice")
    assert ("Bezpieczny most" in text) == motto


def test_an_unread_rule_warns_the_editor_and_tells_the_reader(tmp_path: Path) -> None:
    folder = site(tmp_path, fund(), project())
    assert codes(folder) == ["W-RULE-UNREAD"]
    document = page(folder)
    assert "Co trzeba pokazać nie przeczytaliśmy tych zasad" in document.text_of("div", class_="fund")
    assert "Bezpieczny most" not in document.text_of("main")


# --- the flag -------------------------------------------------------------------------------------------


def test_the_flag_is_one_and_a_half_times_as_long_as_high_in_the_two_colours_that_are_prescribed() -> None:
    flag = eu_emblem()
    assert (flag.width * 2, len(flag.stars)) == (flag.height * 3, 12)
    assert (flag.field, flag.gold) == (BLUE, YELLOW) == ("#003399", "#FFCC00")
    assert flag.border * 25 == flag.height


def distance(one: Point, other: Point) -> float:
    return math.dist(one, other)


def test_the_stars_stand_like_the_hours_on_a_circle_of_a_third_of_the_height() -> None:
    middle = (HEIGHT * 3 / 4, HEIGHT / 2)
    spots = centres(HEIGHT)
    assert [distance(spot, middle) for spot in spots] == pytest.approx([HEIGHT / 3] * 12, abs=0.02)
    assert spots[0] == (middle[0], middle[1] - HEIGHT / 3)
    assert spots[3] == (middle[0] + HEIGHT / 3, middle[1])
    neighbours = zip(spots, (*spots[1:], spots[0]), strict=True)
    assert len({round(distance(one, other), 1) for one, other in neighbours}) == 1


def test_each_star_is_upright_in_a_circle_of_an_eighteenth_of_the_height_with_straight_sides() -> None:
    corners = star((0, 0), HEIGHT / 18)
    points, notches = corners[::2], corners[1::2]
    assert corners[0] == (0, -HEIGHT / 18)
    assert [math.hypot(*point) for point in points] == pytest.approx([HEIGHT / 18] * 5, abs=0.02)
    for number in range(5):  # the line from a point to the next but one runs through two notches
        one, other = points[number], points[(number + 2) % 5]
        on_it = [spot for spot in notches if distance(one, spot) + distance(spot, other) < distance(one, other) + 0.02]
        assert len(on_it) == 2


def test_the_drawing_holds_the_flag_and_its_white_border_and_nothing_from_elsewhere(tmp_path: Path) -> None:
    html = shown(site(tmp_path, fund(rule=EMBLEM), project()), "projekty.md")
    drawing = re.search(r"<svg.*?</svg>", html, re.DOTALL)
    assert drawing is not None
    assert 'viewBox="-21.6 -21.6 853.2 583.2"' in drawing[0]
    assert re.findall(r'fill="([^"]+)"', drawing[0]) == ["#fff", BLUE, *[YELLOW] * 12]
    assert "http" not in drawing[0]
