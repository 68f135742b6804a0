"""A translation at another path than its page is told of once, with the path to move it to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from small_site import SITE, check, small_site, write_files

NETWORK = "---\nnetwork: rivers\n---\n\nText.\n"
PROSE = "---\ntitle: {}\n---\n\nText.\n"

Changes = Mapping[str, str | bytes | None]


def told(folder: Path, changes: Changes) -> list[tuple[str, str, object]]:
    """File, code and the path named of each problem of twins."""
    found = check(write_files(folder, small_site("wroclaw", changes)))
    return [(each.place.file, each.code, each.details.get("path")) for each in found if "TWIN" in each.code]


@pytest.mark.parametrize(
    ("moved", "code"),
    [("docs/en/networks/rivers.md", "E-PAGE-TWIN-PATH"), ("docs/en/anywhere.md", "E-PAGE-TWIN-PATH")],
)
def test_a_page_about_the_same_record_is_the_twin_wherever_it_lies(moved: str, code: str, tmp_path: Path) -> None:
    found = told(tmp_path, {"docs/en/sieci/rivers.md": None, moved: NETWORK})
    assert found == [(moved, code, "docs/en/sieci/rivers.md")]


def test_of_a_whole_folder_that_was_translated_each_page_is_told_of_once(tmp_path: Path) -> None:
    changes = {"docs/en/sieci/rivers.md": None, "docs/en/sieci/index.md": None}
    new = {"docs/en/networks/rivers.md": NETWORK, "docs/en/networks/index.md": PROSE.format("Networks")}
    assert told(tmp_path, {**changes, **new}) == [
        ("docs/en/networks/index.md", "E-PAGE-TWIN-PATH", "docs/en/sieci/index.md"),
        ("docs/en/networks/rivers.md", "E-PAGE-TWIN-PATH", "docs/en/sieci/rivers.md"),
    ]


def test_names_that_are_nearly_alike_are_asked_about_and_stop_nothing(tmp_path: Path) -> None:
    changes = {"docs/pl/kontakt.md": PROSE.format("Kontakt"), "docs/en/contact.md": PROSE.format("Contact")}
    assert told(tmp_path, changes) == [("docs/en/contact.md", "W-PAGE-TWIN-PATH", "docs/en/kontakt.md")]


@pytest.mark.parametrize(("polish", "english"), [("raport-2025", "raport-2026"), ("kontakt", "history")])
def test_pages_of_different_names_or_years_are_two_pages(polish: str, english: str, tmp_path: Path) -> None:
    changes = {f"docs/pl/{polish}.md": PROSE.format("A"), f"docs/en/{english}.md": PROSE.format("B")}
    assert [code for _, code, _ in told(tmp_path, changes)] == ["W-PAGE-TWIN", "W-PAGE-TWIN"]


def test_of_three_languages_the_one_astray_is_told_of_once(tmp_path: Path) -> None:
    settings = SITE.format(city="wroclaw").replace("publisher:", "locales: [pl, en, uk]\npublisher:", 1)
    ukrainian = {
        "docs/uk/index.md": PROSE.format("Головна"),
        "docs/uk/rejestr.md": "---\nuntranslated: true\n---\n",
        "docs/uk/sieci/index.md": "---\nuntranslated: true\n---\n",
        "docs/uk/merezhi/rivers.md": NETWORK,
    }
    assert told(tmp_path, {"data/site.yml": settings, **ukrainian}) == [
        ("docs/uk/merezhi/rivers.md", "E-PAGE-TWIN-PATH", "docs/uk/sieci/rivers.md")
    ]
