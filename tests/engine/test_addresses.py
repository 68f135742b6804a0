"""Addresses that changed, pages that went, addresses that never were: where readers end, and what machines are told."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import urljoin

import pytest
from finished import Document, documents, faults
from mkdocs.config import load_config
from small_site import ROOT, SITE, TODAY, Built, build, check, lines, small_site, stamped, write_files

import mkdocs_events
from opencity.language.words import Words
from opencity.pages.page_map import PageMap
from opencity.pages.recorded import ADDRESSES, addresses_file
from opencity.problems import ContentErrors
from opencity.register.yaml_reader import MAX_BYTES
from opencity.site.engine import check_content

ADDRESS = "https://miasto-w-sieciach.pl/"
SETTINGS = SITE.format(city="katowice")
RECORD = """\
# Written by the computer.
en/networks-old/: sieci/index.md
en/networks-older/rivers/: sieci/rivers.md
gazeta-miejska/: gazeta.md
gazeta/: gazeta.md
sieci/: sieci/index.md
"""
"""What was published before: English addresses with other segments, and a newspaper that is gone."""

REDIRECTS = """\
redirects:
  gazeta/: rejestr.md
  dawna_strona/Sieci/: starsza/
  starsza/: sieci/rivers.md#spolecznosc
  en/paper/: index.md
"""
LEADS = {
    "en/networks-old/": "en/networks/",
    "en/networks-older/rivers/": "en/networks/rivers/",
    "gazeta-miejska/": "rejestr/",
    "gazeta/": "rejestr/",
    "dawna_strona/Sieci/": "sieci/rivers/#spolecznosc",
    "starsza/": "sieci/rivers/#spolecznosc",
    "en/paper/": "en/",
}
CHANGES: Mapping[str, str | bytes | None] = {"data/site.yml": SETTINGS + REDIRECTS, ADDRESSES: RECORD}


def page_map(folder: Path, changes: Mapping[str, str | bytes | None]) -> PageMap:
    pages = check_content(write_files(folder, small_site(changes=changes)), today=TODAY).pages
    assert pages is not None
    return pages


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small site with a past."""
    return build(write_files(tmp_path_factory.mktemp("past"), small_site(changes=CHANGES)))


@pytest.fixture(scope="module")
def in_a_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in a folder of its host; the folder of the host is given."""
    changes = {**CHANGES, "data/site.yml": (SETTINGS + REDIRECTS).replace(ADDRESS, f"{ADDRESS}miasto/")}
    site = build(write_files(tmp_path_factory.mktemp("below"), small_site(changes=changes)))
    host = tmp_path_factory.mktemp("host")
    site.folder.rename(host / "miasto")
    return host


# --- old addresses --------------------------------------------------------------------------------------


def test_every_old_address_leads_to_where_its_page_lives_now(tmp_path: Path) -> None:
    """Renamed segments, a page that went with all of its addresses, a chain, an anchor, another language."""
    assert dict(page_map(tmp_path, CHANGES).redirects) == LEADS


def test_renaming_a_segment_breaks_no_link(tmp_path: Path) -> None:
    folder = stamped(write_files(tmp_path, small_site()))
    (folder / "data/site.yml").write_text(SETTINGS.replace("en: networks", "en: city-networks"), encoding="utf-8")
    checked = check_content(folder, today=TODAY)
    assert lines(check(folder)) == []
    assert checked.pages is not None
    assert dict(checked.pages.redirects) == {
        "en/networks/": "en/city-networks/",
        "en/networks/rivers/": "en/city-networks/rivers/",
    }


def test_an_address_that_another_page_has_taken_leads_to_that_page(tmp_path: Path) -> None:
    pages = page_map(tmp_path, {ADDRESSES: "rejestr/: sieci/index.md\n"})
    assert dict(pages.redirects) == {}


@pytest.mark.parametrize("where", ["root", "folder"])
def test_the_page_at_an_old_address_sends_its_reader_on(where: str, built: Built, in_a_folder: Path) -> None:
    site = built.folder if where == "root" else in_a_folder / "miasto"
    base = ADDRESS if where == "root" else f"{ADDRESS}miasto/"
    for old, target in LEADS.items():
        page = Document((site / old / "index.html").read_text(encoding="utf-8"))
        refresh = page.all("meta", http_equiv="refresh")[0].attributes["content"]
        seconds, _, way = refresh.partition("; url=")
        assert (seconds, urljoin(base + old, way)) == ("0", base + target)
        assert urljoin(base + old, page.all("a")[0].attributes["href"]) == base + target
        canonical = [link.attributes["href"] for link in page.all("link", rel="canonical")]
        assert canonical == [base + target.partition("#")[0]]


def test_the_page_at_an_old_address_speaks_the_language_of_the_page_and_runs_nothing(built: Built) -> None:
    for old in LEADS:
        page = Document(built.read(old))
        is_english = old.startswith("en/")
        assert page.all("html")[0].attributes["lang"] == ("en" if is_english else "pl")
        assert page.text_of("h1") == ("This page has a new address" if is_english else "Ta strona ma nowy adres")
        assert [meta.attributes["content"] for meta in page.all("meta", name_="robots")] == ["noindex"]
        assert page.all("script") == []
    assert Document(built.read("en/networks-old/")).text_of("a") == "Networks"


def test_every_link_of_a_site_with_old_addresses_leads_somewhere(built: Built, in_a_folder: Path) -> None:
    assert faults(built.folder, ADDRESS) == []
    assert faults(in_a_folder, ADDRESS) == []


# --- the record of addresses ------------------------------------------------------------------------------


def test_the_record_keeps_every_line_and_has_one_for_every_address(tmp_path: Path) -> None:
    pages = page_map(tmp_path, CHANGES)
    text = addresses_file(pages, tmp_path)
    rows = [line for line in text.splitlines() if not line.startswith("#")]
    assert rows == sorted(rows)
    assert {*RECORD.splitlines()[1:]} <= {*rows}
    assert {f"{page.url}: {page.path}" for page in pages if page.url} <= {*rows}
    (tmp_path / ADDRESSES).write_text(text, encoding="utf-8")
    assert addresses_file(pages, tmp_path) == text


def test_in_the_record_an_address_belongs_to_the_page_that_has_it_now(tmp_path: Path) -> None:
    pages = page_map(tmp_path, {ADDRESSES: "rejestr/: sieci/index.md\n"})
    assert "\nrejestr/: rejestr.md\n" in addresses_file(pages, tmp_path)


def test_the_record_may_grow_longer_than_any_file_that_a_person_writes(tmp_path: Path) -> None:
    grown = "".join(f"stare/strona-o-dosc-dlugiej-nazwie-{number}/: rejestr.md\n" for number in range(6000))
    assert len(grown) > MAX_BYTES
    folder = write_files(tmp_path, small_site(changes={ADDRESSES: grown}))
    assert not check(folder)


@pytest.mark.parametrize("text", ["<<<<<<< HEAD\n", "stare/: ../../x.md\n", "- stare/\n"])
def test_a_record_that_cannot_be_read_is_not_written_over(text: str, tmp_path: Path) -> None:
    pages = page_map(tmp_path, {ADDRESSES: text})
    with pytest.raises(ContentErrors):
        addresses_file(pages, tmp_path)


# --- addresses that never were ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["404.html", "en/404.html"])
def test_a_page_for_wrong_addresses_is_announced_to_nobody(name: str, built: Built) -> None:
    page = Document(built.read(name))
    assert [meta.attributes["content"] for meta in page.all("meta", name_="robots")] == ["noindex"]
    assert page.all("link", rel="canonical") + page.all("link", rel="alternate") == []


def test_at_the_root_it_speaks_every_language_in_turn(built: Built) -> None:
    page = Document(built.read("404.html"))
    assert page.all("html")[0].attributes["lang"] == "pl"
    parts = page.all("div", class_="not-found")
    assert [part.attributes["lang"] for part in parts] == ["pl", "en"]
    assert parts[0].text.startswith("Nie ma takiej strony")
    assert parts[1].text.startswith("There is no such page")
    assert len(page.all("h1")) == 1


def test_below_a_language_it_speaks_that_language_alone_but_for_the_switch(built: Built) -> None:
    page = Document(built.read("en/404.html"))
    assert page.all("html")[0].attributes["lang"] == "en"
    assert [element.text for element in page.elements if element.attributes.get("lang") == "pl"] == ["Polski"]
    assert "Nie ma" not in page.text_of("html")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("404.html", {"": "Strona główna", "rejestr/": "Rejestr", "en/": "Home", "en/networks/": "Networks"}),
        ("en/404.html", {"en/": "Home", "en/register/": "Register", "en/networks/": "Networks"}),
    ],
)
@pytest.mark.parametrize("folder", ["", "miasto/"])
def test_it_leads_home_and_to_the_sections_from_any_address(
    folder: str, name: str, wanted: Mapping[str, str], built: Built, in_a_folder: Path
) -> None:
    site = in_a_folder / "miasto" if folder else built.folder
    page = Document((site / name).read_text(encoding="utf-8"))
    listed = {link.attributes["href"]: link.text for link in page.all("a")}
    assert {href: listed.get(href) for href in (f"/{folder}{url}" for url in wanted)} == {
        f"/{folder}{url}": text for url, text in wanted.items()
    }
    assert f"/{folder}" in listed  # the other language's home, in the switch
    local = [target for target in page.addresses() if not target.startswith("#")]
    assert [target for target in local if not target.startswith((f"/{folder}", "https://"))] == []


# --- what machines are told -------------------------------------------------------------------------------

_S, _X = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"
TWINS = {"": "en/", "rejestr/": "en/register/", "sieci/": "en/networks/", "sieci/rivers/": "en/networks/rivers/"}


def test_the_site_map_has_each_page_once_with_its_twins_and_a_default_and_nothing_else(built: Built) -> None:
    root = ET.fromstring(built.read("sitemap.xml"))
    listed = {
        entry.findtext(f"{_S}loc"): {
            link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall(f"{_X}link[@rel='alternate']")
        }
        for entry in root
    }
    alternates = {
        url: {"pl": ADDRESS + polish, "en": ADDRESS + english, "x-default": ADDRESS + polish}
        for polish, english in TWINS.items()
        for url in (polish, english)
    }
    assert listed == {ADDRESS + url: links for url, links in alternates.items()}
    assert len(root) == len(listed)


def test_no_page_asks_for_the_site_map_or_runs_a_script_while_there_is_no_search_page(built: Built) -> None:
    """The theme's own script would fetch it on every page view, and rewrite links to other languages."""
    for url, page in documents(built.folder).items():
        assert {script.attributes.get("type") for script in page.all("script")} <= {"application/ld+json"}, url
        assert "sitemap.xml" not in built.read(url), url


def test_404_the_site_map_and_shared_files_are_written_once_for_all_languages(built: Built) -> None:
    files = {path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*") if path.is_file()}
    assert {file for file in files if file.endswith("404.html")} == {"404.html", "en/404.html"}
    assert {file for file in files if "sitemap" in file} == {"sitemap.xml"}


# --- a further language -----------------------------------------------------------------------------------

STUB = "---\nuntranslated: true\n---\n"
SHIPPED = (ROOT / "hooks/opencity/language/strings/pl.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def in_three(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of Zakopane in three languages: a strings file, a folder, lines of settings, and no code."""
    settings = (
        SITE.format(city="zakopane")
        .replace("publisher:", "locales: [pl, en, uk]\npublisher:", 1)
        .replace("{ en: register }", "{ en: register, uk: reiestr }")
    )
    changes: dict[str, str | bytes | None] = {
        "data/site.yml": f"{settings}redirects:\n  uk/old/: rejestr.md\n",
        "data/strings/uk.yml": SHIPPED.replace("name: Polski", "name: Українська").replace(
            "title: Nie ma takiej strony", "title: Такої сторінки немає"
        ),
        ADDRESSES: "uk/merezhi/: sieci/index.md\n",
        "docs/uk/index.md": "---\ntitle: Головна\n---\n\nТекст.\n",
        "docs/uk/rejestr.md": "---\ntitle: Реєстр\n---\n\n```register\n```\n",
        "docs/uk/sieci/index.md": STUB,
        "docs/uk/sieci/rivers.md": STUB,
    }
    return build(write_files(tmp_path_factory.mktemp("three"), small_site("zakopane", changes)))


def test_a_further_language_is_built_with_its_own_segments(in_three: Built) -> None:
    own = {"uk", "uk/reiestr", "uk/sieci", "uk/sieci/rivers", "uk/old", "uk/merezhi"}
    assert {url for url in in_three.urls() if url.startswith("uk")} == own
    assert faults(in_three.folder, ADDRESS) == []


def test_a_further_language_has_a_404_of_its_own_and_a_part_in_that_of_the_root(in_three: Built) -> None:
    parts = Document(in_three.read("404.html")).all("div", class_="not-found")
    assert [part.attributes["lang"] for part in parts] == ["pl", "en", "uk"]
    own = Document(in_three.read("uk/404.html"))
    assert own.all("html")[0].attributes["lang"] == "uk"
    assert own.text_of("h1") == "Такої сторінки немає"


def test_the_site_map_has_a_further_language_where_a_page_is_translated_and_nowhere_else(in_three: Built) -> None:
    root = ET.fromstring(in_three.read("sitemap.xml"))
    own = [str(entry.findtext(f"{_S}loc")) for entry in root]
    assert [url for url in own if url.startswith(f"{ADDRESS}uk/")] == [f"{ADDRESS}uk/", f"{ADDRESS}uk/reiestr/"]
    named = {link.attrib["href"] for entry in root for link in entry.findall(f"{_X}link[@hreflang='uk']")}
    assert named == {f"{ADDRESS}uk/", f"{ADDRESS}uk/reiestr/"}


@pytest.mark.parametrize(("old", "new"), [("uk/old/", "uk/reiestr/"), ("uk/merezhi/", "uk/sieci/")])
def test_old_addresses_of_a_further_language_lead_to_its_own_pages(old: str, new: str, in_three: Built) -> None:
    page = Document(in_three.read(old))
    assert urljoin(ADDRESS + old, page.all("a")[0].attributes["href"]) == ADDRESS + new
    assert page.all("html")[0].attributes["lang"] == "uk"


# --- the languages of the platform --------------------------------------------------------------------------


def test_static_i18n_builds_the_languages_of_the_settings_and_the_first_is_its_default() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    words = {locale: Words(locale, {}) for locale in ("pl", "en", "de")}
    engine = SimpleNamespace(words=words, site=SimpleNamespace(default_locale="pl"))
    mkdocs_events._set_languages(config, cast(Any, engine))
    plugin: Any = config.plugins["i18n"]
    assert plugin.build_languages == ["pl", "en", "de"]
    assert plugin.default_language == "pl"
    assert [language.name for language in plugin.config.languages] == ["polski", "English", "Deutsch"]
    assert plugin.config.fallback_to_default is False
    assert plugin.config.docs_structure == "folder"
