"""Timelines of a city, of a network in all cities, and in prose: what they tell, in what order, with what links."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from finished import Document
from hypothesis import given
from hypothesis import strategies as st
from small_site import CITIES, CITY, check, lines, shown, small_site, write_files

from opencity.register.models import Act
from opencity.site.filter_style import filter_style
from opencity.views.path import path_steps

PAGES = {
    f"docs/{locale}/os-czasu.md": f"---\ntitle: {title}\nrole: timeline\n---\n\nText.\n"
    for locale, title in (("pl", "Oś czasu"), ("en", "Timeline"))
}
OTHER = {
    "data/cities/lodz/city.yml": CITY.format(*CITIES["lodz"], id="lodz"),
    "data/cities/lodz/memberships/rivers.yml": """\
network: rivers
acts:
  - id: entry
    kind: signature
    effect: accedes
    tie: member
    date: 2021
    text: { pl: Łódź podpisuje umowę., en: Łódź signs the agreement. }
    sources: [register]
""",
}
EVENT = """\
id: 2023-05-06-flood
title: { pl: Ćwiczenia, en: An exercise }
summary: { pl: Miasta ćwiczą razem., en: The cities practise together. }
start: 2023-05-06
end: 2023-05-07
place: { pl: Katowice, en: Katowice }
networks: [rivers]
people: [{ name: Anna Nowak, office: { pl: prezydentka miasta, en: mayor } }]
sources: [register]
"""


def page(tmp_path: Path, path: str, locale: str = "pl", **changes: str | None) -> Document:
    files = {**PAGES, **{name: text for name, text in changes.items() if text is not None}}
    return Document(shown(write_files(tmp_path, small_site(changes=files)), path, locale))


def with_block(options: str, more: dict[str, str] | None = None) -> dict[str, str | bytes]:
    text = f"---\ntitle: Strona\n---\n\n```timeline\n{options}```\n"
    return small_site(changes={**PAGES, **OTHER, **(more or {}), "docs/pl/strona.md": text, "docs/en/strona.md": text})


def block(tmp_path: Path, options: str, more: dict[str, str] | None = None) -> Document:
    """What a site draws for a page that holds one block."""
    return Document(shown(write_files(tmp_path, with_block(options, more)), "strona.md"))


def kinds(document: Document) -> list[str]:
    return [element.text for element in document.all("span", class_="entry-kind")]


def test_the_timeline_of_the_city_tells_its_steps_and_its_events_newest_first(tmp_path: Path) -> None:
    event = {"data/cities/katowice/events/2023-05-06-flood.yml": EVENT}
    document = page(tmp_path, "os-czasu.md", **event)
    assert kinds(document) == ["wydarzenie", "przyjęcie", "uchwała rady miasta nr X/12/21"]
    assert [each.text for each in document.all("span", class_="year-label")] == ["2023", "2022", "2021"]


def test_a_date_is_shown_and_marked_at_its_own_precision(tmp_path: Path) -> None:
    document = page(tmp_path, "os-czasu.md", "en")
    marked = {element.attributes["datetime"]: element.text for element in document.all("time")}
    assert {key: marked[key] for key in ("2022-09", "2021-03-04")} == {
        "2022-09": "September 2022",
        "2021-03-04": "4 March 2021",
    }
    assert document.all("span", class_="date-month")


def test_a_range_of_days_has_no_single_machine_date(tmp_path: Path) -> None:
    document = page(tmp_path, "os-czasu.md", **{"data/cities/katowice/events/2023-05-06-flood.yml": EVENT})
    assert document.text_of("span", class_="date-day") == "6–7 maja 2023 r."
    assert "2023-05-06" not in {element.attributes["datetime"] for element in document.all("time")}


def test_an_entry_says_where_it_was_and_who_in_what_office_took_part(tmp_path: Path) -> None:
    document = page(tmp_path, "os-czasu.md", **{"data/cities/katowice/events/2023-05-06-flood.yml": EVENT})
    assert document.text_of("p", class_="entry-details") == "Katowice · Anna Nowak, prezydentka miasta"


def test_on_the_timeline_of_the_city_each_entry_is_its_own_permanent_place(tmp_path: Path) -> None:
    document = page(tmp_path, "os-czasu.md")
    links = [element.attributes["href"] for element in document.all("a", class_="permalink")]
    assert links == ["#rivers_admission", "#rivers_resolution"]
    assert {link[1:] for link in links} <= set(document.ids)


def test_no_attribute_has_a_space_that_does_not_break(tmp_path: Path) -> None:
    document = page(tmp_path, "os-czasu.md")
    labels = [element.attributes["aria-label"] for element in document.all("a", class_="permalink")]
    assert labels[-1].startswith("4 marca 2021 r. ")
    assert not [label for label in labels if "\xa0" in label]


def test_a_timeline_in_prose_leads_to_where_each_entry_stands_for_good(tmp_path: Path) -> None:
    document = block(tmp_path, "network: rivers\n")
    links = [element.attributes["href"] for element in document.all("a", class_="permalink")]
    assert links == ["../sieci/rivers/#rivers_resolution", "../sieci/rivers/#rivers_admission"]
    assert "rivers_admission" not in document.ids


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("city: all\n", ["podpis", "uchwała rady miasta nr X/12/21", "przyjęcie"]),
        ("city: lodz\n", ["podpis"]),
        ("city: [lodz, katowice]\norder: newest\n", ["przyjęcie", "uchwała rady miasta nr X/12/21", "podpis"]),
        ("kinds: admission\n", ["przyjęcie"]),
        ("kinds: [signature, admission]\ncity: all\n", ["podpis", "przyjęcie"]),
        ("from: 2022\n", ["przyjęcie"]),
        ("until: 2021-03\n", ["uchwała rady miasta nr X/12/21"]),
        ("from: 2021-03-05\nuntil: 2022-09-15\n", ["przyjęcie"]),
        ("city: all\nlimit: 2\n", ["podpis", "uchwała rady miasta nr X/12/21"]),
        ("from: 2024\n", []),
    ],
)
def test_the_options_of_a_timeline_choose_its_entries(tmp_path: Path, options: str, expected: list[str]) -> None:
    assert kinds(block(tmp_path, options)) == expected


def test_a_timeline_that_holds_nothing_says_so(tmp_path: Path) -> None:
    assert "W rejestrze nie ma jeszcze takich wpisów." in block(tmp_path, "from: 2024\n").text_of("p", class_="empty")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("sieć: rivers\n", "docs/pl/strona.md:6:1: E-KEY"),
        ("network: river\n", "docs/pl/strona.md:6:10: E-REF"),
        ("city: [lodz, gdansk]\n", "docs/pl/strona.md:6:14: E-REF"),
        ("order: backwards\n", "docs/pl/strona.md:6:8: E-CHOICE"),
        ("kinds: [admision]\n", "docs/pl/strona.md:6:9: E-CHOICE"),
        ("limit: 0\n", "docs/pl/strona.md:6:8:"),
        ("limit: many\n", "docs/pl/strona.md:6:8:"),
        ("from: 12.2020\n", "docs/pl/strona.md:6:7: E-DATE-FORM"),
        ("from: 2022\nuntil: 2021\n", "docs/pl/strona.md:7:8: E-PERIOD"),
    ],
)
def test_a_wrong_option_is_reported_where_it_stands(tmp_path: Path, options: str, expected: str) -> None:
    found = [line for line in lines(check(write_files(tmp_path, with_block(options)))) if "docs/pl/" in line]
    assert len(found) == 1
    assert found[0].startswith(expected)


def test_a_network_page_tells_of_every_polish_city_with_the_city_named(tmp_path: Path) -> None:
    document = page(tmp_path, "sieci/rivers.md", **OTHER)
    about = [element.text for element in document.all("span", class_="entry-about")]
    assert about == ["Łódź", "Katowice", "Katowice"]
    assert {"lodz_rivers_entry", "rivers_admission"} <= set(document.ids)
    assert len(document.ids) == len(set(document.ids))


def test_a_network_page_without_another_city_has_no_such_section(tmp_path: Path) -> None:
    assert "wszystkie-miasta" not in page(tmp_path, "sieci/rivers.md").ids


def test_the_filters_offer_only_what_occurs_and_every_entry_can_be_found_by_them(tmp_path: Path) -> None:
    document = page(tmp_path, "os-czasu.md")
    offered = {option.attributes["value"] for option in document.all("option")} - {""}
    assert offered == {"network-rivers", "kind-admission", "kind-council-resolution"}
    for entry in document.all("li", class_="entry"):
        assert len(offered & set(entry.attributes["class"].split())) == 2


def test_without_support_for_filters_the_list_is_whole_and_the_selects_are_gone() -> None:
    style = filter_style([(["network-a"], ["kind-b"])])
    outside = style[: style.index("@supports")]
    assert ".filters" in outside
    assert ".choice" not in outside


def test_a_filter_without_a_network_still_hides_by_kind() -> None:
    style = filter_style([([], ["kind-b"]), (["network-a"], ["kind-c"])])
    assert 'value="kind-b"' in style


# --- the order of a path ---------------------------------------------------------------------------------

dates = st.one_of(
    st.builds(lambda y: f"{y}", st.integers(2000, 2003)),
    st.builds(lambda y, m: f"{y}-{m:02d}", st.integers(2000, 2003), st.integers(1, 12)),
    st.builds(lambda y, m, d: f"{y}-{m:02d}-{d:02d}", st.integers(2000, 2003), st.integers(1, 12), st.integers(1, 28)),
)


@given(st.lists(dates, max_size=12))
def test_the_dates_that_a_path_is_sorted_by_never_run_back(found: list[str]) -> None:
    acts = [
        Act.model_validate({"id": f"a{place}", "kind": "event", "date": date, "sources": ["x"]})
        for place, date in enumerate(found)
    ]
    steps = path_steps(acts)
    assert [step.name for step in steps] == [act.id for act in acts]
    assert all(one.sort <= two.sort for one, two in itertools.pairwise(steps))


def test_a_year_alone_stays_behind_a_day_of_that_year_that_the_path_tells_first() -> None:
    first = {"id": "a", "kind": "event", "date": "2011-05-25", "sources": ["x"]}
    second = {"id": "b", "kind": "event", "date": "2011", "sources": ["x"]}
    steps = path_steps([Act.model_validate(first), Act.model_validate(second)])
    assert [step.sort for step in steps] == [(2011, 5, 25), (2011, 5, 25)]


def test_a_sighting_known_between_dates_does_not_break_its_year_in_two(tmp_path: Path) -> None:
    """Between two entries of 2022 stands a list of December 2022 or later: the year has one heading, not two."""
    acts = "".join(
        f"  - {{ id: a{date}, kind: event, date: {date}, text: {{ pl: Krok., en: A step. }}, sources: [register] }}\n"
        for date in ("2022-09-12", "2022-12-16")
    )
    seen = (
        "observations:\n  - tie: member\n    as_of: { not_before: 2022-12 }\n"
        "    text: { pl: Lista., en: A list. }\n    sources: [register]\n"
    )
    path = f"network: rivers\nacts:\n{acts}{seen}"
    document = page(tmp_path, "os-czasu.md", **{"data/cities/katowice/memberships/rivers.yml": path})
    assert [each.text for each in document.all("span", class_="year-label")] == ["2022"]


def test_the_facts_of_an_article_are_numbered_before_the_timeline_in_its_prose(tmp_path: Path) -> None:
    other = "another:\n  title: Inne źródło\n  publisher: Ktoś\n  language: [pl]\n"
    other += "  address: https://inne.example/\n  read: 2026-11-20\n"
    text = "---\nevent: 2023-05-06-flood\n---\n\n```timeline\nnetwork: rivers\nkinds: admission\n```\n"
    changes = {
        "data/sources/other.yml": other,
        "data/cities/katowice/events/2023-05-06-flood.yml": EVENT.replace("[register]", "[another]"),
        "docs/pl/cwiczenia.md": text,
        "docs/en/cwiczenia.md": text,
    }
    document = Document(shown(write_files(tmp_path, small_site(changes=changes)), "cwiczenia.md"))
    first, *rest = [entry.text for entry in document.all("li") if entry.attributes.get("id", "").startswith("zrodlo-")]
    assert first.startswith("Inne źródło")
    assert len(rest) == 1
