"""How pages tell facts: what is inferred says so, what ended is told as ended, what is to come is not told as done."""

from __future__ import annotations

from pathlib import Path

import pytest
from finished import Document
from small_site import MEMBERSHIP, NETWORK, TODAY, shown, small_site, write_files

from opencity.language.words import NBSP
from opencity.site.engine import open_engine
from opencity.views.citations import Citations
from opencity.views.frame.navigation import MANY, menu, section_menu
from opencity.views.subjects.listings import listed_networks
from opencity.views.subjects.register_table import Row, register_rows

WHY = "inferred: { reason: { pl: Tak wynika z dat., en: The dates say so. } }"
NOTE = {
    "pl": "To nasz wniosek, nie cytat ze źródła. Tak wynika z dat.",
    "en": "This is our inference, not a source’s words. The dates say so.",
}


def text(folder: Path, path: str = "sieci/rivers.md", locale: str = "pl", **changes: str) -> str:
    """All that a page of the small site says, with other words in the membership or the network."""
    files: dict[str, str | bytes | None] = {
        "data/cities/katowice/memberships/rivers.yml": changes.pop("membership", MEMBERSHIP),
        "data/networks/rivers.yml": changes.pop("network", NETWORK),
        **changes,
    }
    write_files(folder, small_site(changes=files))
    return Document(f"<main>{shown(folder, path, locale)}</main>").text_of("main")


def register_row(folder: Path, locale: str = "pl") -> Row:
    """The one row of the register of the small site in a folder."""
    (row,) = register_rows(open_engine(folder, today=TODAY).context(locale), Citations())
    return row


@pytest.mark.parametrize(
    "fact",
    [
        "ordinals: [{ number: 3, scope: network, of: { pl: miasto, en: city }, %s }]",
        "counts: [{ value: 8, unit: residents, as_of: 2020, %s }]",
        "fees: [{ amount: 100, currency: PLN, as_of: 2020, %s }]",
        "roles: [{ holder: Anna Nowak, office: { pl: prezeska, en: chair }, as_of: 2020, %s }]",
        "units: [{ name: { pl: Wydział, en: Department }, as_of: 2020, %s }]",
        "statements: [{ speaker: Anna Nowak, office: { pl: a, en: a }, date: 2020, text: { pl: b, en: b }, %s }]",
        "duties: [{ text: { pl: Plan., en: A plan. }, %s }]",
        "assessments: [{ name: { pl: a, en: a }, edition: { pl: b, en: b }, presented: 2020, scores: { x: 1 }, %s }]",
        "notes: [{ text: { pl: Uwaga., en: A note. }, %s }]",
        "observations: [{ tie: member, as_of: 2023, %s }]",
    ],
)
@pytest.mark.parametrize("locale", ["pl", "en"])
def test_what_is_inferred_of_a_membership_says_so(fact: str, locale: str, tmp_path: Path) -> None:
    membership = MEMBERSHIP + fact % f"sources: [register], {WHY}" + "\n"
    assert NOTE[locale] in text(tmp_path, locale=locale, membership=membership)


@pytest.mark.parametrize(
    "fact",
    [
        "seats: [{ place: { pl: Wiedeń, en: Vienna }, %s }]",
        "run_by: [{ name: { pl: Miasto, en: City }, %s }]",
        "purposes: [{ text: { pl: Cel., en: A purpose. }, %s }]",
        "joining: { text: { pl: Miasta., en: Cities. }, %s }",
        "history: [{ id: start, kind: founding, date: 1990, %s }]",
    ],
)
def test_what_is_inferred_of_a_network_says_so(fact: str, tmp_path: Path) -> None:
    network = NETWORK + fact % f"sources: [register], {WHY}" + "\n"
    assert NOTE["pl"] in text(tmp_path, network=network)


@pytest.mark.parametrize(
    "fact",
    [
        "seats: [{ place: { pl: Wiedeń, en: Vienna }, text: { pl: Biuro od 2020 r., en: Hut. }, sources: [register] }]",
        "run_by: [{ name: { pl: Wiedeń, en: Vienna }, note: { pl: Biuro od 2020 r., en: Hut. }, sources: [register] }]",
    ],
)
def test_what_the_record_says_of_a_seat_or_of_who_runs_it_is_told(fact: str, tmp_path: Path) -> None:
    told = text(tmp_path, network=NETWORK + fact + "\n")
    assert "Biuro od 2020 r." in told.replace("\u00a0", " ")


def test_an_inferred_entry_says_so_in_the_panel_and_in_the_register(tmp_path: Path) -> None:
    entry = MEMBERSHIP.replace("date: 2022-09\n", f"date: 2022-09\n    {WHY}\n")
    assert f"wrzesień 2022 1 {NOTE['pl']}" in text(tmp_path, membership=entry).replace("20221", "2022 1")
    row = register_row(tmp_path)
    assert [(remark.label, remark.value.text) for remark in row.remarks] == [("Od kiedy", NOTE["pl"])]


def test_a_sum_says_what_it_is_of(tmp_path: Path) -> None:
    fee = "fees: [{ amount: 500, currency: PLN, per: year, as_of: 2019, of: { pl: od miasta, en: per city }, "
    assert "500 zł rocznie (od miasta, stan na 2019 r.)" in text(
        tmp_path, membership=f"{MEMBERSHIP}{fee}sources: [register] }}]\n"
    )


LEFT = f"{MEMBERSHIP}  - {{ id: exit, kind: left, effect: ends, date: 2024-05, sources: [register] }}\n"


def test_a_membership_that_ended_shows_the_end(tmp_path: Path) -> None:
    assert "Do kiedy maj 2024" in text(tmp_path, membership=LEFT)
    assert "Until May 2024" in text(tmp_path, locale="en", membership=LEFT)
    for locale, tie in (("pl", "dawne członkostwo (do maja 2024 r.)"), ("en", "former member (until May 2024)")):
        assert tie in [cell.value.text.replace(NBSP, " ") for cell in register_row(tmp_path, locale).cells]
    (listed,) = listed_networks(open_engine(tmp_path, today=TODAY).context("pl"))
    assert [value.text.replace(NBSP, " ") for value in listed.about][1:] == [
        "dawne członkostwo",
        "od września 2022 r.",
        "do maja 2024 r.",
    ]


def test_the_home_page_tells_nothing_that_is_still_to_come(tmp_path: Path) -> None:
    act = "  - {{ id: a{0}, kind: event, date: {0}, text: {{ pl: Akt {0}., en: Act. }}, sources: [register] }}\n"
    acts = "".join(act.format(date) for date in ("2025", "2025-10", "2026-11-20", "2026-11-21", "2027"))
    home = text(tmp_path, "index.md", membership=MEMBERSHIP + acts)
    assert "2026-11-21" not in home
    assert "Akt 2027" not in home
    assert home.index("Akt 2026-11-20.") < home.index("Akt 2025-10.") < home.index("Akt 2025.")


@pytest.mark.parametrize(
    ("until", "polish", "english"),
    [
        ("current", "(od 2019 r., nadal, stan na 2025 r.)", "(from 2019, to this day, as of 2025)"),
        ("unknown", "(od 2019 r., stan na 2025 r.)", "(from 2019, as of 2025)"),
        ("2024", "(od 2019 r. do 2024 r., stan na 2025 r.)", "(from 2019 until 2024, as of 2025)"),
    ],
)
def test_only_a_role_that_a_source_calls_current_is_said_to_be(
    until: str, polish: str, english: str, tmp_path: Path
) -> None:
    role = "roles: [{ holder: Anna Nowak, office: { pl: prezeska, en: chair }, from: 2019, as_of: 2025, "
    membership = f"{MEMBERSHIP}{role}until: {until}, sources: [register] }}]\n"
    assert f"Anna Nowak: prezeska {polish}" in text(tmp_path, membership=membership)
    assert f"Anna Nowak: chair {english}" in text(tmp_path, locale="en", membership=membership)


@pytest.mark.parametrize(
    ("fulfilled", "polish"),
    [("2022-12-18", "Zrobione: 18 grudnia 2022 r."), ("no", "Tego nie zrobiono."), ("not_found", "Nie znaleziono")],
)
def test_a_duty_says_whether_it_was_done(fulfilled: str, polish: str, tmp_path: Path) -> None:
    duty = f"duties: [{{ text: {{ pl: Plan., en: A plan. }}, fulfilled: {fulfilled}, sources: [register] }}]\n"
    said = text(tmp_path, membership=MEMBERSHIP + duty)
    assert f"Plan. {polish}" in said
    assert "r.." not in said


def test_scores_that_were_published_are_printed(tmp_path: Path) -> None:
    scores = "scores: { public-space: 71.5, media: 60 }"
    assessment = f"name: {{ pl: a, en: a }}, edition: {{ pl: b, en: b }}, presented: 2020, {scores}"
    membership = f"{MEMBERSHIP}assessments: [{{ {assessment}, sources: [register] }}]\n"
    assert "Scores: public space 71.5; media 60." in text(tmp_path, locale="en", membership=membership)


@pytest.mark.parametrize(
    ("until", "now", "earlier"),
    [("2025", "Stary", "Nowy (do 2025 r.)"), ("2026", "Nowy (do 2026 r.)", "Stary"), ("2027", "Nowy (do", "Stary")],
)
def test_the_unit_of_today_is_the_last_whose_time_has_not_passed(
    until: str, now: str, earlier: str, tmp_path: Path
) -> None:
    units = f"""units:
  - {{ name: {{ pl: Stary, en: Old }}, sources: [register] }}
  - {{ name: {{ pl: Nowy, en: New }}, until: {until}, sources: [register] }}
"""
    said = text(tmp_path, membership=MEMBERSHIP + units)
    assert f"Odpowiada w mieście {now}" in said
    assert f"Wcześniejsze nazwy jednostek {earlier}" in said


def test_who_ran_a_network_once_is_not_said_to_run_it(tmp_path: Path) -> None:
    run_by = """run_by:
  - { name: { pl: Wiedeń, en: Vienna }, from: 2000, until: 2020, sources: [register] }
  - { name: { pl: Graz, en: Graz }, from: 2020, sources: [register] }
"""
    said = text(tmp_path, network=NETWORK + run_by)
    assert "Kto prowadzi Graz" in said
    assert "Kto prowadził wcześniej Wiedeń (od 2000 r. do 2020 r.)" in said


def test_a_programme_may_be_adopted_by_an_act_of_any_kind_and_lists_its_duties(tmp_path: Path) -> None:
    programme = """\
id: open
kind: plan
label: { pl: Plan, en: Plan }
name: { pl: Plan, en: Plan }
summary: { pl: Opis., en: A summary. }
acts: [{ id: start, kind: signature, effect: adopts_programme, date: 2020-01-02, sources: [register] }]
duties: [{ text: { pl: Sprawozdanie., en: A report. }, fulfilled: no, sources: [register] }]
sources: [register]
"""
    more = {"data/cities/katowice/programmes/open.yml": programme}
    pages = {f"docs/{locale}/open.md": "---\nprogramme: open\n---\n" for locale in ("pl", "en")}
    said = text(tmp_path, "open.md", **more, **pages)
    assert "Podstawa prawna podpis z 2 stycznia 2020 r." in said
    assert "Sprawozdanie. Tego nie zrobiono." in said


FUND = """\
id: fund
name: { pl: Fundusz, en: Fund }
period: { from: 2007, until: 2030 }
motto: { pl: Razem, en: Together }
motto_sources: [motto]
rules: [{ read: true, show: [co_financing, motto, liability_clause], sources: [rule] }]
sources: [fund]
"""
SOURCE = "{ title: Strona %s, publisher: W, language: [zz], address: 'https://a.pl/%s', read: 2026-01-02 }"


def notice(folder: Path, project: str) -> Document:
    """The page of a small site that names a project."""
    sources = "".join(f"{name}: {SOURCE % (name, name)}\n" for name in ("motto", "rule", "fund"))
    front = "---\ntitle: Projekty\nprojects: [bridge]\n---\n"
    write_files(
        folder,
        small_site(
            changes={
                "data/funds/fund.yml": FUND,
                "data/sources/fund.yml": sources,
                "data/projects/bridge.yml": f"id: bridge\nname: {{ pl: Most, en: Bridge }}\nfund: fund\n{project}"
                "sources: [register]\n",
                "docs/pl/projekty.md": front,
                "docs/en/projekty.md": front,
            }
        ),
    )
    return Document(f"<main>{shown(folder, 'projekty.md')}</main>")


@pytest.mark.parametrize(
    ("project", "sentence"),
    [
        ("", "Projekt współfinansowany."),
        ("period: { from: 2020, sources: [register] }\n", "Projekt współfinansowany."),
        ("period: { from: 2027, until: 2028, sources: [register] }\n", "Projekt współfinansowany."),
        ("period: { from: 2026, until: 2028, sources: [register] }\n", "Projekt jest współfinansowany."),
        ("period: { until: 2025, sources: [register] }\n", "Projekt był współfinansowany."),
    ],
)
def test_a_notice_claims_no_tense_that_nobody_gave(project: str, sentence: str, tmp_path: Path) -> None:
    assert notice(tmp_path, project).text_of("div", class_="notice").startswith(f"Most (Fundusz) {sentence}")


def test_a_notice_shows_what_a_rule_asks_for_and_cites_rule_motto_and_fund(tmp_path: Path) -> None:
    page = notice(tmp_path, "")
    said = page.text_of("div", class_="notice")
    assert "„Razem”" in said
    assert "Komisja Europejska" in said
    listed = page.text_of("section", class_="sources")
    assert [name for name in ("motto", "rule", "fund") if f"Strona {name}" not in listed] == []
    assert "język: zz" in listed
    assert "odczytano: 2 stycznia 2026 r." in listed


def test_inferred_parties_are_shown_with_the_reason(tmp_path: Path) -> None:
    parties = f"parties: [{{ name: Fundacja, role: leader, sources: [register], {WHY} }}]\n"
    said = notice(tmp_path, parties).text_of("div", class_="notice")
    assert "Kto prowadzi Fundacja" in said
    assert f"Fundacja. {NOTE['pl']}" in said


@pytest.mark.parametrize(("pages", "listed"), [(MANY - 2, MANY), (MANY, 1)])
def test_the_menu_of_a_folder_of_many_pages_leads_to_the_folder(pages: int, listed: int, tmp_path: Path) -> None:
    more: dict[str, str | bytes | None] = {
        f"docs/{locale}/sieci/strona-{number}.md": f"---\ntitle: Strona {number}\n---\n"
        for locale in ("pl", "en")
        for number in range(pages + 1)
    }
    engine = open_engine(write_files(tmp_path, small_site(changes=more)), today=TODAY)
    page, folder = (engine.page(f"sieci/{name}.md", "pl") for name in ("strona-1", "index"))
    section = next(item for item in menu(page, engine.context("pl", page.url)) if item.current)
    assert len(section.children) == listed
    own = next(item for item in menu(folder, engine.context("pl", folder.url)) if item.current)
    assert len(own.children) == pages + 2


@pytest.mark.parametrize(
    ("path", "changes", "listed"),
    [
        ("sieci/rivers.md", {}, None),
        ("sieci/index.md", {}, None),
        ("sieci/rivers.md", {"sieci/o-sieciach.md": "---\ntitle: O sieciach\n---\n"}, ["Miasta Rzek", "O sieciach"]),
        ("sieci/index.md", {"sieci/o-sieciach.md": "---\ntitle: O sieciach\n---\n"}, None),
        ("sieci/index.md", {"sieci/index.md": "---\ntitle: Sieci\n---\n\nText.\n"}, ["Miasta Rzek"]),
        ("rejestr.md", {}, None),
    ],
    ids=["the only page", "a list of one", "one of two", "a list of two", "no list of its own", "in no section"],
)
def test_a_section_is_listed_beside_its_pages_but_not_where_that_says_nothing_new(
    tmp_path: Path, path: str, changes: dict[str, str], listed: list[str] | None
) -> None:
    files = {f"docs/{locale}/{name}": text for locale in ("pl", "en") for name, text in changes.items()}
    engine = open_engine(write_files(tmp_path, small_site(changes=files)), today=TODAY)
    page = engine.page(path, "pl")
    section = section_menu(menu(page, engine.context("pl", page.url)), page)
    assert (sorted(child.label for child in section.children) if section else None) == listed
