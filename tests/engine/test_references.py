"""From a line to its source and back: every source that the text cites leads to the first line that cites it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from finished import Document
from markupsafe import Markup
from small_site import SOURCES, shown, small_site, write_files

from opencity.language.words import load_words
from opencity.pages.anchors import Anchors
from opencity.site.references import NARROW_SPACE, addressed, signed
from opencity.views.citations import SourceLine, in_short

MORE = SOURCES + SOURCES.replace("register:", "leaflet:").replace("Lista", "Ulotka")


def network_page(folder: Path, locale: str, front: str = "", city: str = "lodz") -> str:
    page = f"---\nnetwork: rivers\n{front}---\n"
    changes: dict[str, str | bytes | None] = {f"docs/{each}/sieci/rivers.md": page for each in ("pl", "en")}
    return shown(
        write_files(folder, small_site(city, {**changes, "data/sources/all.yml": MORE})), "sieci/rivers.md", locale
    )


@pytest.mark.parametrize(
    ("locale", "source", "reference", "words"),
    [
        ("pl", "zrodlo-1", "odsylacz-1", "wróć do tekstu, przypis 1"),
        ("en", "source-1", "reference-1", "back to the text, reference 1"),
    ],
)
def test_a_source_leads_back_to_the_first_line_that_cites_it(
    locale: str, source: str, reference: str, words: str, tmp_path: Path
) -> None:
    page = Document(network_page(tmp_path, locale))
    citing = [link for link in page.all("a") if link.attributes["href"] == f"#{source}"]
    assert [link.attributes.get("id") for link in citing] == [reference] + [None] * (len(citing) - 1)
    (back,) = page.all("a", class_="back")
    assert (back.attributes["href"], back.attributes["aria-label"]) == (f"#{reference}", words)


def test_a_source_that_only_the_front_matter_names_has_no_way_back(tmp_path: Path) -> None:
    html = network_page(tmp_path, "pl", "sources: [leaflet]\n")
    listed = html[html.index('<section class="sources"') :].split("<li ")[1:]
    assert ['class="back"' in line for line in listed] == [True, False]


@pytest.mark.parametrize(
    ("locale", "said", "spoken"),
    [
        ("pl", "title_language: en", "en"),
        ("en", "title_language: en", ""),
        ("en", "kind: official", "pl"),
        ("pl", "kind: official", ""),
    ],
)
def test_a_title_may_be_in_another_language_than_its_source(
    locale: str, said: str, spoken: str, tmp_path: Path
) -> None:
    sources = MORE.replace("  publisher:", f"  {said}\n  publisher:")
    page = "---\nnetwork: rivers\n---\n"
    changes: dict[str, str | bytes | None] = {f"docs/{each}/sieci/rivers.md": page for each in ("pl", "en")}
    folder = write_files(tmp_path, small_site("lodz", {**changes, "data/sources/all.yml": sources}))
    html = shown(folder, "sieci/rivers.md", locale)
    listed = html[html.index('<section class="sources"') :]
    assert re.findall(r'<a href="https://siec[^>]*?(?: lang="([a-z]+)")?>', listed) == [spoken]


def test_every_place_is_given_once_over_all_parts() -> None:
    link = Markup('<a href="#n-{}" aria-label="x">x</a>')
    parts, found = addressed([link.format(2) + link.format(1), link.format(2) + link.format(12)], "n", "r")
    assert found == {1, 2, 12}
    assert re.findall(r'id="([^"]+)"', "".join(parts)) == ["r-2", "r-1", "r-12"]


def test_a_line_in_the_open_comes_before_one_in_closed_details() -> None:
    link = '<a href="#n-{}" aria-label="x">x</a>'
    closed = f"<details><p>{link.format(1)}{link.format(2)}</p></details>"
    (part,), _ = addressed([Markup(f"{closed}<p>{link.format(1)}</p>")], "n", "r")
    assert part.index('id="r-2"') < part.index("</details>") < part.index('id="r-1"')


def test_a_link_that_an_editor_wrote_is_left_as_it_is() -> None:
    prose = Markup('<p><a id="own" href="#n-1">1</a> <a href="#n-10x" aria-label="x">1</a></p>')
    assert addressed([prose], "n", "r") == ((prose,), frozenset())


def test_no_heading_takes_the_anchor_of_a_reference_or_a_source() -> None:
    headings = ["Odsyłacz 3", "Reference 3", "Reference", "Źródło"]
    anchors = ["odsylacz-3-1", "reference-3-1", "reference-1-1", "zrodlo-1-1"]
    site = Anchors({locale: load_words(locale) for locale in ("pl", "en")})
    assert [site.of_heading(heading, "pl") for heading in headings] == anchors


def test_a_long_page_is_read_in_one_pass() -> None:
    page = Markup("<a " * 200_000 + '<a href="#n-1" aria-label=')
    assert addressed([page], "n", "r")[1] == {1}


def line(number: int, by: str) -> SourceLine:
    return SourceLine(number, f"n-{number}", "Tytuł", None, by, None, (), name=f"source {number}: {by}", by=by)


def linked(*numbers: int) -> Markup:
    """References as the macro `cited` writes them."""
    return Markup(" ".join(f'<a href="#n-{each}" aria-label="source {each}">{each}</a>' for each in numbers))


def test_neighbours_with_one_publisher_say_it_once_and_stay_on_one_line() -> None:
    html = signed(linked(1, 2, 3), "n", [line(1, "krakow.pl"), line(2, "krakow.pl"), line(3, "ECCAR")])
    first, second, third = Document(html).all("a")
    assert "data-from" not in first.attributes
    assert (second.attributes["data-from"], third.attributes["data-from"]) == ("krakow.pl", "ECCAR")
    assert first.attributes["aria-label"] == "source 1: krakow.pl"
    assert [html.count(NARROW_SPACE), html.count("</a> <a")] == [1, 1]


def test_a_publisher_is_text_and_never_markup() -> None:
    document = Document(signed(linked(1), "n", [line(1, 'A "B" <b>&')]))
    (link,) = document.all("a")
    assert link.attributes["data-from"] == 'A "B" <b>&'
    assert not document.all("b")


def test_a_short_name_is_kept_together_by_the_style_and_not_by_signs_in_an_attribute() -> None:
    html = signed(linked(1, 2), "n", [line(1, "Stadt-Wien, a b"), line(2, "Stowarzyszenie o bardzo długiej nazwie")])
    short, long = Document(html).all("a")
    assert (short.attributes["data-from"], "data-together" in short.attributes) == ("Stadt-Wien, a b", True)
    assert "data-together" not in long.attributes


def test_links_that_are_no_references_are_left_alone() -> None:
    html = Markup('<a href="#n-1">x</a> <a href="#other-1" aria-label="y">1</a> <a href="#n-7" aria-label="z">7</a>')
    assert signed(html, "n", [line(1, "krakow.pl")]) == html


def test_beside_a_line_a_publisher_is_named_in_short() -> None:
    assert in_short("krakow.pl, Urząd Miasta Krakowa") == "krakow.pl"
    assert in_short("Równość w Krakowie (rownosc.krakow.pl)") == "Równość w Krakowie"
    assert in_short("Unia Metropolii Polskich") == "Unia Metropolii Polskich"


@pytest.mark.parametrize("locale", ["pl", "en"])
def test_what_a_reference_shows_is_in_its_name(locale: str, tmp_path: Path) -> None:
    """WCAG 2.5.3: who speaks to a computer says what they see."""
    named = [link for link in Document(network_page(tmp_path, locale)).all("a") if "data-from" in link.attributes]
    assert named
    for link in named:
        assert link.attributes["aria-label"].endswith(f"{link.text}: {link.attributes['data-from']}")
