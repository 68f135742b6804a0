"""The folders `docs/<locale>/` and the settings in; every page with its address in every language out.

This is the one truth about pages: the menu, the switch, alternates, the sitemap and every link ask it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from opencity.language.words import Words
from opencity.pages.addresses import Addresses
from opencity.pages.anchors import Anchors
from opencity.pages.assets import PICTURE_LIKE, document_fault, read_asset
from opencity.pages.headings import Heading, headings
from opencity.pages.originals import with_originals
from opencity.pages.page import HOME, Page
from opencity.pages.picture_size import PictureSize
from opencity.pages.source import SUBJECTS, read_page
from opencity.problems import Collector, Place, Problem
from opencity.register.files import entries
from opencity.register.models import Site
from opencity.register.models.text import SLUG, is_language

ASSETS = "assets"
"""The folder of `docs/` whose files are published once for all languages."""

_GOOD_NAME = re.compile(rf"(?:{SLUG}/)*{SLUG}\.md")
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
"""Every ending that MkDocs takes for a page; ours is the first."""

_STATIC = (
    *("pdf", "txt", "csv", "json", "ods", "odt", "docx", "xlsx"),
    *("mp3", "mp4", "webm", "vtt"),
)
"""Endings of files that are published as they are. Not HTML or scripts: nothing would check those. Not pictures:
those have a place of their own, where each has its credit (pages/assets.py)."""


@dataclass(frozen=True)
class PageMap:
    """All pages of all languages."""

    addresses: Addresses
    pages: Mapping[tuple[str, str], Page]
    broken: frozenset[tuple[str, str]] = frozenset()
    """Language and path of pages that are there and could not be read, and of links to folders (`""`: all pages)."""
    files: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """Language (or folder, such as `assets`) and path of what is published as it is, with its size in bytes."""
    pictures: Mapping[str, PictureSize] = field(default_factory=dict)
    """The pictures of `docs/assets/` that may be shown, by their paths there."""
    words: Mapping[str, Words] = field(default_factory=dict)
    """The interface words of each published language."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """Old address to the one where its page lives now; filled when all pages are known (pages/redirects.py)."""

    def __iter__(self) -> Iterator[Page]:
        return iter(self.pages.values())

    def get(self, path: str, locale: str) -> Page | None:
        """The page at a path in a language."""
        return self.pages.get((locale, path))

    def is_broken(self, path: str, locale: str) -> bool:
        """Whether a page is there, or hidden behind a link, and could not be read."""
        parts = path.split("/")
        return any((locale, "/".join(parts[:end])) in self.broken for end in range(1, len(parts) + 1))

    def speaks(self, locale: str) -> bool:
        """Whether there is any page in a language."""
        return any(known == locale and path for known, path in (*self.pages, *self.broken))

    def about(self, kind: str, identity: str, locale: str) -> Page | None:
        """The page whose front matter says `network: <id>`, `programme: <id>` or `event: <id>`."""
        return self._subjects.get((locale, kind, identity))

    def in_role(self, role: str, locale: str) -> Page | None:
        """The page that says `role: <role>`, if there is one."""
        return self._roles.get((locale, role))

    def twins(self, page: Page) -> tuple[Page, ...]:
        """The page in every language it exists in, itself included, in the order of the settings."""
        found = (self.get(page.path, locale) for locale in self.addresses.locales)
        return tuple(twin for twin in found if twin is not None)

    @functools.cached_property
    def written(self) -> tuple[Page, ...]:
        """The pages that have a text of their own: all but those that wait for their translation."""
        return tuple(page for page in self if page.original is None)

    def translations(self, page: Page) -> tuple[Page, ...]:
        """The page in every language in which it is written: what search engines are told of."""
        return tuple(twin for twin in self.twins(page) if twin.original is None)

    def children(self, folder: str, locale: str) -> tuple[Page, ...]:
        """The pages directly below a folder, the folder's own index left out; `""` is the top."""
        return self._folders.get((locale, folder), ())

    @functools.cached_property
    def anchors(self) -> Anchors:
        """What addresses the headings of its pages, and what they must leave free."""
        return Anchors(self.words)

    def headings(self, page: Page) -> tuple[Heading, ...]:
        """The headings of a page's own text, with their anchors."""
        return headings(page.source.body, self.anchors.slugify(page.text_locale))

    @functools.cached_property
    def _roles(self) -> Mapping[tuple[str, str], Page]:
        found: dict[tuple[str, str], Page] = {}
        for page in self:
            if page.meta.role:
                found.setdefault((page.locale, page.meta.role), page)
        return found

    @functools.cached_property
    def _folders(self) -> Mapping[tuple[str, str], tuple[Page, ...]]:
        found: dict[tuple[str, str], list[Page]] = {}
        for page in self:
            if page.path != HOME:
                found.setdefault((page.locale, page.folder), []).append(page)
        return {key: tuple(pages) for key, pages in found.items()}

    @functools.cached_property
    def _subjects(self) -> Mapping[tuple[str, str, str], Page]:
        found: dict[tuple[str, str, str], Page] = {}
        for page in self:
            for kind in SUBJECTS:
                identity = getattr(page.meta, kind)
                if identity:
                    found.setdefault((page.locale, kind, identity), page)
        return found


def read_pages(root: Path, site: Site, words: Mapping[str, Words]) -> tuple[PageMap, tuple[Problem, ...]]:
    """Read every page below `root/docs`; `words` are those of its languages. Problems are returned, never raised."""
    addresses = Addresses(site.address, site.locales, site.segments)
    problems = Collector()
    pages: dict[tuple[str, str], Page] = {}
    broken: set[tuple[str, str]] = set()
    by_url: dict[str, Page] = {}
    there: set[str] = set()
    others = _Others()
    docs = root / "docs"
    for file in entries(docs):
        name = file.relative_to(root).as_posix()
        locale, _, path = file.relative_to(docs).as_posix().partition("/")
        if file.is_symlink():
            there |= set(site.locales) if file == docs else {locale}
            broken.add((locale, path))
        elif locale in site.locales and file.suffix == ".md":
            there.add(locale)
        found = _misplaced(file, name, locale, path, site)
        if found is not None:
            problems.extend((found,))
            if found.code.startswith("E-PAGE-"):
                broken.add((locale, f"{path.partition('.')[0].lower()}.md"))  # the page that seems to be missing
            continue
        if file.suffix != ".md":
            fault = others.take(file, name, locale, path)
            problems.extend(fault)
            broken |= {(locale, path) for _ in fault}
            continue
        try:
            source, faults = read_page(file.read_bytes(), path, locale, name)
        except OSError:
            source, faults = None, (Problem("E-OPEN", Place(name)),)
        problems.extend(faults)
        if source is None:
            broken.add((locale, path))
            continue
        page = Page(source, addresses.url(path, locale), addresses.dest(path, locale))
        pages[(locale, path)] = page
        first = by_url.setdefault(page.url, page)
        if first is not page:
            problems.add("E-PAGE-ADDRESS", Place(name), url=f"/{page.url}", first=first.source.file)
    for locale in site.locales:
        if locale not in there:
            problems.add("E-NO-DOCS", Place(f"docs/{locale}"), locale=locale)
    pages, faults = with_originals(pages, site.locales, broken)
    problems.extend(faults)
    there_too = MappingProxyType(others.files), MappingProxyType(others.pictures), words
    return PageMap(addresses, MappingProxyType(pages), frozenset(broken), *there_too), problems.sorted()


@dataclass(slots=True)
class _Others:
    """What is gathered of files that are no pages."""

    files: dict[tuple[str, str], int] = field(default_factory=dict)
    pictures: dict[str, PictureSize] = field(default_factory=dict)

    def take(self, file: Path, name: str, locale: str, path: str) -> tuple[Problem, ...]:
        """Keep what is published as it is: beside the pages of a language, or for all languages in `docs/assets/`."""
        if _is_hidden(path):
            return ()
        try:
            size, fault = read_asset(file, name, path) if locale == ASSETS else (None, document_fault(file, name, path))
        except OSError:
            size, fault = None, Problem("E-OPEN", Place(name))
        if fault is not None:
            return (fault,)
        self.files[(locale, path)] = file.stat().st_size
        if size is not None:
            self.pictures[path] = size
        return ()


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
