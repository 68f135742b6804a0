"""The folder `docs/` and the settings in; the map of pages, and what is wrong with the files, out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from babel import localedata

from opencity.language.words import Words
from opencity.pages.addresses import Addresses
from opencity.pages.assets import ASSETS, PICTURE_LIKE, document_fault, read_asset
from opencity.pages.originals import with_originals
from opencity.pages.page import Page
from opencity.pages.page_map import PageMap
from opencity.pages.picture_size import PictureSize
from opencity.pages.source import read_page
from opencity.problems import Collector, Place, Problem
from opencity.register.files import entries
from opencity.register.models import Site
from opencity.register.models.text import SLUG, is_language

_GOOD_NAME = re.compile(rf"(?:{SLUG}/)*{SLUG}\.md")
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
"""Every ending that MkDocs takes for a page; ours is the first."""

_STATIC = (
    *("pdf", "txt", "csv", "json", "ods", "odt", "docx", "xlsx"),
    *("mp3", "mp4", "webm", "vtt"),
)
"""Endings of files that are published as they are. Not HTML or scripts: nothing would check those. Not pictures:
those have a place of their own, where each has its credit (pages/assets.py)."""


def read_pages(root: Path, site: Site, words: Mapping[str, Words]) -> tuple[PageMap, tuple[Problem, ...]]:
    """Read every page below `root/docs`; `words` are those of its languages. Problems are returned, never raised."""
    reading = _Reading(root, site, Addresses(site.address, site.locales, site.segments))
    for file in entries(reading.docs):
        reading.take(file)
    for locale in site.locales:
        if locale not in reading.there and localedata.exists(locale):  # of a code that no language has E-LOCALE-UNKNOWN
            reading.problems.add("E-NO-DOCS", Place(f"docs/{locale}"), locale=locale)
    pages, faults = with_originals(reading.pages, site.locales, reading.broken)
    reading.problems.extend(faults)
    found = PageMap(
        reading.addresses,
        MappingProxyType(pages),
        frozenset(reading.broken),
        MappingProxyType(reading.files),
        MappingProxyType(reading.pictures),
        words,
    )
    return found, reading.problems.sorted()


@dataclass(slots=True)
class _Reading:
    """What is gathered of the files below `docs/`."""

    root: Path
    site: Site
    addresses: Addresses
    pages: dict[tuple[str, str], Page] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)
    files: dict[tuple[str, str], int] = field(default_factory=dict)
    pictures: dict[str, PictureSize] = field(default_factory=dict)
    there: set[str] = field(default_factory=set)
    """The languages that have any page at all, with a fault or without."""
    problems: Collector = field(default_factory=Collector)
    _by_url: dict[str, Page] = field(default_factory=dict)

    @property
    def docs(self) -> Path:
        """The folder that is read."""
        return self.root / "docs"

    def take(self, file: Path) -> None:
        """Read one entry: a page, or a file that is published as it is."""
        name = file.relative_to(self.root).as_posix()
        locale, _, path = file.relative_to(self.docs).as_posix().partition("/")
        if file.is_symlink():
            self.there |= set(self.site.locales) if file == self.docs else {locale}
            self.broken.add((locale, path))
        elif locale in self.site.locales and file.suffix == ".md":
            self.there.add(locale)
        fault = _misplaced(file, name, locale, path, self.site)
        if fault is not None:
            self.problems.extend((fault,))
            if fault.code.startswith("E-PAGE-"):
                self.broken.add((locale, f"{path.partition('.')[0].lower()}.md"))  # the page that seems to be missing
        elif file.suffix == ".md":
            self._take_page(file, name, locale, path)
        elif not _is_hidden(path):
            self._take_other(file, name, locale, path)

    def _take_page(self, file: Path, name: str, locale: str, path: str) -> None:
        try:
            source, faults = read_page(file.read_bytes(), path, locale, name)
        except OSError:
            source, faults = None, (Problem("E-OPEN", Place(name)),)
        self.problems.extend(faults)
        if source is None:
            self.broken.add((locale, path))
            return
        page = Page(source, self.addresses.url(path, locale), self.addresses.dest(path, locale))
        self.pages[(locale, path)] = page
        first = self._by_url.setdefault(page.url, page)
        if first is not page:
            self.problems.add("E-PAGE-ADDRESS", Place(name), url=f"/{page.url}", first=first.source.file)

    def _take_other(self, file: Path, name: str, locale: str, path: str) -> None:
        """Keep what is published as it is: beside the pages of a language, or for all languages in `docs/assets/`."""
        try:
            size, fault = read_asset(file, name, path) if locale == ASSETS else (None, document_fault(file, name, path))
        except OSError:
            size, fault = None, Problem("E-OPEN", Place(name))
        if fault is not None:
            self.problems.extend((fault,))
            self.broken.add((locale, path))
            return
        self.files[(locale, path)] = file.stat().st_size
        if size is not None:
            self.pictures[path] = size


def _is_hidden(path: str) -> bool:
    """Whether MkDocs leaves a file out: it belongs to the disk or to git."""
    return any(part.startswith(".") for part in path.split("/"))


def _misplaced(file: Path, name: str, locale: str, path: str, site: Site) -> Problem | None:
    """What is wrong with an entry of `docs/` before anybody looks inside: its kind, its place, its name."""
    place, given, ending = Place(name), name.removeprefix("docs/"), file.suffix.lower()
    if file.is_symlink() or not file.is_file():
        return Problem("E-SYMLINK" if file.is_symlink() else "E-OPEN", place)
    if ".md." in name or (ending in _MARKDOWN and (locale not in site.locales or file.suffix != ".md")):
        return _unpublished(given, locale, site)
    if not name.isprintable() or (ending in _MARKDOWN and not _GOOD_NAME.fullmatch(path)):
        return Problem("E-PAGE-FILE", place, {"given": path or given})
    is_picture = ending.removeprefix(".") in PICTURE_LIKE
    if is_picture and locale != ASSETS and not _is_hidden(given):
        return Problem("E-PICTURE-PLACE", place, {"given": given})
    if is_picture or ending in _MARKDOWN or _is_hidden(given) or ending.removeprefix(".") in _STATIC:
        return None
    return Problem("E-PAGE-STATIC", place, {"given": given, "known": ", ".join(_STATIC)})


def _unpublished(given: str, locale: str, site: Site) -> Problem:
    """What to say of a page outside the folders of the languages: of a whole language that the settings lack, once."""
    if len(locale) == 2 and locale not in site.locales and is_language(locale):
        return Problem("E-LOCALE-FOLDER", Place(f"docs/{locale}"), {"locale": locale, "all": ", ".join(site.locales)})
    folders = ", ".join(f"docs/{each}/" for each in site.locales)
    return Problem("E-PAGE-PLACE", Place(f"docs/{given}"), {"given": given, "folders": folders})
