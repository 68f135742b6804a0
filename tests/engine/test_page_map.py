"""The map of pages: each page once per language, with its twin, its address, its folder and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from small_site import TODAY, small_site, write_files

from opencity.pages.page import Page
from opencity.pages.page_map import PageMap
from opencity.site.engine import check_content


def pages(folder: Path, changes: Mapping[str, str | bytes | None] | None = None) -> PageMap:
    found = check_content(write_files(folder, small_site(changes=changes)), today=TODAY).pages
    assert found is not None
    return found


def page(found: PageMap, path: str, locale: str) -> Page:
    wanted = found.get(path, locale)
    assert wanted is not None
    return wanted


def test_every_page_has_one_address_in_each_language(tmp_path: Path) -> None:
    assert {(each.locale, each.path): each.url for each in pages(tmp_path)} == {
        ("pl", "index.md"): "",
        ("pl", "rejestr.md"): "rejestr/",
        ("pl", "sieci/index.md"): "sieci/",
        ("pl", "sieci/rivers.md"): "sieci/rivers/",
        ("en", "index.md"): "en/",
        ("en", "rejestr.md"): "en/register/",
        ("en", "sieci/index.md"): "en/networks/",
        ("en", "sieci/rivers.md"): "en/networks/rivers/",
    }


def test_a_page_and_its_twins_are_found_in_the_order_of_the_settings(tmp_path: Path) -> None:
    found = pages(tmp_path)
    for locale in ("pl", "en"):
        assert [twin.url for twin in found.twins(page(found, "rejestr.md", locale))] == ["rejestr/", "en/register/"]


def test_a_page_is_found_by_what_it_is_about(tmp_path: Path) -> None:
    found = pages(tmp_path)
    assert found.about("network", "rivers", "en") is page(found, "sieci/rivers.md", "en")
    assert found.about("network", "lakes", "en") is None
    assert found.about("programme", "rivers", "en") is None


def test_a_page_is_found_by_its_role(tmp_path: Path) -> None:
    found = pages(tmp_path, {"docs/pl/rejestr.md": "---\ntitle: Rejestr\nrole: register\n---\n"})
    assert found.in_role("register", "pl") is page(found, "rejestr.md", "pl")
    assert found.in_role("register", "en") is None


@pytest.mark.parametrize(
    ("folder", "paths"), [("", ["rejestr.md", "sieci/index.md"]), ("sieci", ["sieci/rivers.md"]), ("nowhere", [])]
)
def test_a_folder_knows_its_pages_and_its_index_belongs_to_the_folder_above(
    folder: str, paths: list[str], tmp_path: Path
) -> None:
    assert [child.path for child in pages(tmp_path).children(folder, "pl")] == paths


def test_a_page_that_cannot_be_read_is_remembered_as_there(tmp_path: Path) -> None:
    found = pages(tmp_path, {"docs/en/rejestr.md": "no front matter"})
    assert found.get("rejestr.md", "en") is None
    assert found.broken == {("en", "rejestr.md")}


def test_files_that_are_no_pages_are_left_alone(tmp_path: Path) -> None:
    assert len(list(pages(tmp_path, {"docs/pl/sieci/plan.pdf": "x"}))) == 8


def test_the_order_of_pages_does_not_depend_on_the_disk(tmp_path: Path) -> None:
    assert [each.path for each in pages(tmp_path) if each.locale == "pl"] == [
        "index.md",
        "rejestr.md",
        "sieci/index.md",
        "sieci/rivers.md",
    ]
