"""Lifelines: where bars and marks stand on the axis, what they look like, and what they say without a picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from finished import Document
from small_site import CITIES, CITY, NETWORK, TODAY, shown, small_site, write_files

from opencity.register.models import NetworkKind
from opencity.site.engine import open_engine
from opencity.views.context import ViewContext
from opencity.views.subjects.lifelines import SHAPES, Lifeline, LifelinesView, city_bars, lifelines, network_bars

PATH = "data/cities/katowice/memberships/rivers.yml"
REASON = "{ reason: { pl: Tak wynika z list., en: The lists suggest it. } }"


def entry(date: str, **fields: str) -> str:
    """A path with one entry at a date."""
    more = "".join(f"    {key}: {value}\n" for key, value in fields.items())
    return (
        "network: rivers\nacts:\n  - id: entry\n    kind: admission\n    effect: accedes\n    tie: member\n"
        f"    date: {date}\n{more}    sources: [register]\n"
    )


def context_of(folder: Path, locale: str = "pl", **changes: str) -> ViewContext:
    return open_engine(write_files(folder, small_site(changes=changes)), today=TODAY).context(locale)


def drawn(folder: Path, locale: str = "pl", **changes: str) -> LifelinesView:
    context = context_of(folder, locale, **changes)
    return lifelines(city_bars(context), context, None, "")


def only(view: LifelinesView) -> Lifeline:
    (row,) = view.rows
    return row


def words(view: LifelinesView) -> str:
    """The words of the only bar, spaces evened out."""
    return " ".join(only(view).text.split())


def test_a_bar_runs_from_entry_to_today(tmp_path: Path) -> None:
    view = drawn(tmp_path, **{PATH: entry("2011-05-25")})
    (segment,) = only(view).segments
    assert segment.look == "whole"
    assert segment.x + segment.width == pytest.approx(view.today, abs=0.02)
    assert 0 < segment.x < view.today < 100


@pytest.mark.parametrize(("date", "looks"), [("2011-05-25", 1), ("2011-05", 2), ("2011", 2)])
def test_a_bar_begins_softly_where_only_month_or_year_is_known(tmp_path: Path, date: str, looks: int) -> None:
    view = drawn(tmp_path, **{PATH: entry(date)})
    assert [segment.look for segment in only(view).segments] == ["soft-start", "whole"][-looks:]
    assert view.has_soft is (looks == 2)


def test_a_year_is_softer_than_a_month(tmp_path: Path) -> None:
    month = only(drawn(tmp_path / "a", **{PATH: entry("2011-05")})).segments[0]
    year = only(drawn(tmp_path / "b", **{PATH: entry("2011")})).segments[0]
    assert year.width > month.width > 0


def test_a_mark_of_inexact_date_is_hollow(tmp_path: Path) -> None:
    view = drawn(tmp_path)
    assert [(mark.shape, mark.is_exact) for mark in only(view).marks] == [("decision", True), ("admission", False)]


@pytest.mark.parametrize(
    ("kind", "shape"), [("signature", "signature"), ("founding", "other"), ("admission", "admission")]
)
def test_the_kind_of_beginning_has_its_shape(tmp_path: Path, kind: str, shape: str) -> None:
    path = entry("2011-05-25").replace("kind: admission", f"kind: {kind}")
    assert [mark.shape for mark in only(drawn(tmp_path, **{PATH: path})).marks] == [shape]


def test_a_membership_that_ended_stops_with_a_mark(tmp_path: Path) -> None:
    left = "  - { id: exit, kind: left, effect: ends, date: 2018-01-31, sources: [register] }\n"
    view = drawn(tmp_path, **{PATH: entry("2011-05-25") + left})
    (segment,) = only(view).segments
    assert segment.x + segment.width < view.today - 10
    assert only(view).marks[-1].shape == "end"
    assert words(view) == "od 25 maja 2011 r., do 31 stycznia 2018 r."


def gap_path() -> str:
    again = entry("2020-01-15").partition("acts:\n")[2].replace("id: entry", "id: again")
    return (
        f"{entry('1992-11-09')}{again}gaps:\n  - id: out\n    after: entry\n    before: again\n"
        f"    text: {{ pl: Poza siecią., en: The city was out. }}\n    inferred: {REASON}\n    sources: [register]\n"
        "observations:\n  - { tie: member, as_of: 2004-06-01, sources: [register] }\n"
    )


def test_an_inferred_gap_is_a_piece_of_its_own_between_what_is_known(tmp_path: Path) -> None:
    view = drawn(tmp_path, **{PATH: gap_path()})
    before, gap, after = only(view).segments
    assert [piece.look for piece in (before, gap, after)] == ["whole", "gap", "whole"]
    assert before.x + before.width == pytest.approx(gap.x, abs=0.02)
    assert gap.x + gap.width == pytest.approx(after.x, abs=0.02)
    assert view.has_gap
    assert "przerwa (nasz wniosek)" in words(view)
    assert "potwierdzone 1 czerwca 2004 r." in words(view)


def test_a_city_only_seen_on_a_list_fades_in_and_its_entry_is_called_unknown(tmp_path: Path) -> None:
    seen = "network: rivers\nobservations:\n  - { tie: member, as_of: 2019, sources: [register] }\n"
    row = only(drawn(tmp_path, "en", **{PATH: seen}))
    assert [segment.look for segment in row.segments] == ["soft-start", "whole"]
    assert row.text == "date of entry unknown, listed in 2019"


def test_a_list_known_between_two_dates_is_certain_only_from_the_later_one(tmp_path: Path) -> None:
    bounds = "{ not_before: 2017, not_after: 2023-07 }"
    seen = f"network: rivers\nobservations:\n  - {{ tie: member, as_of: {bounds}, sources: [register] }}\n"
    view = drawn(tmp_path, **{PATH: seen})
    soft, whole = only(view).segments
    assert (soft.look, whole.look) == ("soft-start", "whole")
    assert whole.x > soft.x + 30
    assert "na liście w okresie od 2017 r. do lipca 2023 r." in words(view)


def test_a_membership_of_which_no_time_is_known_has_no_bar(tmp_path: Path) -> None:
    seen = "network: rivers\nobservations:\n  - { tie: member, as_of: unknown, sources: [register] }\n"
    assert drawn(tmp_path, **{PATH: seen}).rows == ()


def test_a_member_without_a_bar_is_named_beneath_the_drawing_and_one_who_left_is_not(tmp_path: Path) -> None:
    seen = "network: {}\nobservations:\n  - {{ tie: {}, as_of: unknown, sources: [register] }}\n"
    changes = {
        "data/networks/hills.yml": NETWORK.replace("rivers", "hills").replace("Miasta Rzek", "Miasta Gór"),
        "data/networks/lakes.yml": NETWORK.replace("rivers", "lakes"),
        PATH: entry("2003-05"),
        PATH.replace("rivers", "hills"): seen.format("hills", "member"),
        PATH.replace("rivers", "lakes"): seen.format("lakes", "former"),
    }
    view = drawn(tmp_path, **changes)
    assert len(view.rows) == 1
    assert [name.text for name in view.undated] == ["Miasta Gór"]


def test_the_oldest_membership_stands_first_and_cities_of_the_same_day_by_the_alphabet(tmp_path: Path) -> None:
    more = {
        f"data/cities/{city}/city.yml": CITY.format(*CITIES[city], id=city) for city in ("wroclaw", "lodz", "zakopane")
    }
    more |= {f"data/cities/{city}/memberships/rivers.yml": entry("2003-05") for city in ("wroclaw", "lodz", "zakopane")}
    context = context_of(tmp_path, **more)
    assert [bar.name.text for bar in network_bars("rivers", context)] == ["Łódź", "Wrocław", "Zakopane", "Katowice"]


def test_the_axis_names_decades_over_a_long_time_and_half_decades_over_a_short_one(tmp_path: Path) -> None:
    long = drawn(tmp_path / "long", **{PATH: entry("1990-10-11")})
    short = drawn(tmp_path / "short", **{PATH: entry("2014-10-11")})
    assert [tick.label for tick in long.ticks] == ["1990", "2000", "2010", "2020"]
    assert [tick.label for tick in short.ticks] == ["2010", "2015", "2020", "2025"]


def test_a_membership_of_this_very_day_can_be_drawn(tmp_path: Path) -> None:
    view = drawn(tmp_path, **{PATH: entry(TODAY.isoformat())})
    assert all(0 <= segment.x <= 100 and segment.width >= 0 for segment in only(view).segments)


def test_the_bar_of_a_city_leads_to_its_first_entry_on_the_page_of_the_network(tmp_path: Path) -> None:
    more = {
        "data/cities/lodz/city.yml": CITY.format(*CITIES["lodz"], id="lodz"),
        "data/cities/lodz/memberships/rivers.yml": entry("2003-05"),
    }
    links = {bar.name.text: bar.name.href for bar in network_bars("rivers", context_of(tmp_path, **more))}
    assert links == {"Łódź": "#lodz_rivers_entry", "Katowice": "#rivers_admission"}
    shown_ids = Document(shown(tmp_path, "sieci/rivers.md")).ids
    assert {str(href)[1:] for href in links.values()} <= set(shown_ids)


# --- as a reader meets it --------------------------------------------------------------------------------


def page(folder: Path, locale: str = "pl") -> str:
    stubs = {f"docs/{each}/os-czasu.md": f"---\ntitle: T {each}\nrole: timeline\n---\n" for each in ("pl", "en")}
    return shown(write_files(folder, small_site(changes={**stubs, PATH: gap_path()})), "os-czasu.md", locale)


def test_every_bar_is_a_link_whose_name_says_what_the_picture_shows(tmp_path: Path) -> None:
    (link,) = Document(page(tmp_path)).all("a", class_="lifeline")
    assert link.attributes["href"] == "../sieci/rivers/"
    assert link.text.startswith("Miasta Rzek CRN od 9 listopada 1992 r.")


def test_pictures_are_silent_and_the_table_says_the_same_with_sources(tmp_path: Path) -> None:
    html = page(tmp_path, "en")
    document = Document(html)
    assert all(
        svg.attributes.get("aria-hidden") == "true"
        for svg in document.all("svg")
        if "bar" in svg.attributes.get("class", "")
    )
    table = document.text_of("table", class_="stacked")
    assert "a gap (our inference)" in table
    assert document.all("td", data_label="Sources")


def test_a_gap_and_a_soft_end_are_explained_in_the_legend_only_where_they_occur(tmp_path: Path) -> None:
    legend = Document(page(tmp_path)).text_of("div", class_="legend")
    assert "przerwa, nasz wniosek" in legend
    assert "miękki koniec" not in legend


def test_every_shape_and_every_kind_of_network_is_told_apart_without_colour(tmp_path: Path) -> None:
    """Shapes have outlines of their own; kinds have patterns of their own, or a line through the bar."""
    template = (Path(__file__).resolve().parents[2] / "overrides/fragments/lifelines.html").read_text(encoding="utf-8")
    outlines = re.findall(r'<(?:path d|circle r)="([^"]+)"', template)
    assert len(set(outlines)) == len(SHAPES)
    assert {kind.value for kind in NetworkKind} - set(re.findall(r'kind == "([a-z]+)"', template)) == {"network"}


def test_the_drawing_needs_no_script_and_no_style_attribute(tmp_path: Path) -> None:
    html = page(tmp_path)
    assert "<script" not in html
    assert "style=" not in html
