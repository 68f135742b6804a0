"""The Markdown of a page in; its links to pages, anchors and files that are not there out.

MkDocs would tell of some of them, late and in its own words, and it checks anchors before the facts are around the
prose. The map of pages knows all: headings of the prose, the engine's own sections, and the acts of every path.
"""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from opencity.language.words import Words
from opencity.pages.anchors import record_anchor
from opencity.pages.assets import PICTURE_LIKE
from opencity.pages.fences import blank_code, outside_fences
from opencity.pages.news import news_years
from opencity.pages.page import Page
from opencity.pages.page_map import PageMap
from opencity.pages.source import PROJECTS
from opencity.problems import Mark, Place, Problem
from opencity.register.happenings import untold_events
from opencity.register.model_errors import Guesses
from opencity.register.registry import Registry

_LINK = re.compile(r"\]\(\s*<?([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)")
_CLOSED = re.compile(r">?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")
_APART = re.compile(r"\]\s+\((?=[^\s()]+\.md\b)")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)

Wrong = tuple[str, dict[str, object]]
"""A code and its details."""


def check_links(page: Page, pages: PageMap, registry: Registry) -> Iterator[Problem]:
    """Report every link inside the site that leads nowhere, with what was probably meant."""
    known = _Known(pages, registry)
    for index, line in outside_fences(page.source.body.split("\n")):
        text = blank_code(line)
        for match in (*_LINK.finditer(text), *_APART.finditer(text)):
            closed = match.re is _LINK and _CLOSED.match(text, match.end())
            start = match.start(match.re.groups)
            if closed:
                wrong = _page(page, known, match[1]) or _anchor(page, known, match[1])
            else:
                wrong = "E-LINK-FORM", {"given": text[match.start() : match.start() + 30].strip()}
            if wrong is not None:
                column = start + (match[1].index("#") + 1 if wrong[0] == "E-ANCHOR-LINK" else 0)
                yield Problem(
                    wrong[0], Place(page.source.file, Mark(page.source.body_line + index, column + 1)), wrong[1]
                )


class _Known:
    """The anchors of the pages that a page links to, and guesses for slips: worked out once, not for every link."""

    def __init__(self, pages: PageMap, registry: Registry) -> None:
        self.pages, self.registry = pages, registry
        self._anchors: dict[str, tuple[frozenset[str], Guesses]] = {}

    def anchors(self, page: Page) -> tuple[frozenset[str], Guesses]:
        """The anchors of a page, and guesses among them."""
        if page.path not in self._anchors:
            found = anchors_of(page, self.pages, self.registry)
            self._anchors[page.path] = found, Guesses(found)
        return self._anchors[page.path]

    @functools.cached_property
    def _names(self) -> dict[str, str]:
        return {posixpath.basename(page.path).removesuffix(".md"): page.path for page in self.pages}

    @functools.cached_property
    def _near(self) -> Guesses:
        return Guesses(self._names)

    def page_like(self, path: str, folder: str) -> str:
        """The page whose name is nearest, as seen from a folder."""
        found = self._names.get(self._near(posixpath.basename(path).removesuffix(".md")), "")
        return posixpath.relpath(found, folder or ".") if found else ""


def _page(page: Page, known: _Known, target: str) -> Wrong | None:
    """What is wrong with the page or file that a link names."""
    pages = known.pages
    path = _path(page, target)
    if path is None or pages.get(path, page.locale) or _is_picture(path):
        return None
    address = target.partition("#")[0]
    lost: Wrong = "E-LINK", {"given": target, "guess": known.page_like(path, posixpath.dirname(page.path))}
    if address.startswith("/") or address.endswith("/") or not posixpath.splitext(path)[1]:
        return lost
    if not path.endswith(".md"):
        there = (page.locale, path) in pages.files or pages.is_broken(path, page.locale)
        return None if there else ("E-LINK-FILE", {"given": target, "path": f"docs/{page.locale}/{path}"})
    if pages.is_broken(path, page.locale):
        return None
    if not any(pages.get(path, locale) for locale in pages.addresses.locales):
        return lost
    return "E-LINK-LANGUAGE", {"given": target, "path": f"docs/{page.locale}/{path}"}


def _is_picture(path: str) -> bool:
    """Of pictures in prose another check tells (pages/pictures.py)."""
    return posixpath.splitext(path)[1].lower().removeprefix(".") in PICTURE_LIKE


def _anchor(page: Page, known: _Known, target: str) -> Wrong | None:
    path, anchor, registry = _path(page, target), target.partition("#")[2], known.registry
    there = known.pages.get(path, page.locale) if path and anchor else None
    if there is None:
        return None
    anchors, guesses = known.anchors(there)
    if anchor in anchors:
        return None
    if "_" in anchor and there.meta.network and not registry.membership(registry.site.city, there.meta.network):
        return None  # an act, perhaps, of a membership that could not be read
    record = next((known for known in anchors if known.endswith(f"_{anchor}")), "")
    return "E-ANCHOR-LINK", {"given": anchor, "path": there.path, "guess": record or guesses(anchor)}


def anchors_of(page: Page, pages: PageMap, registry: Registry) -> frozenset[str]:
    """Every anchor that a link in prose may name on a page."""
    found = {heading.anchor for heading in pages.headings(page)} | pages.anchors.taken
    network, programme, words = page.meta.network, page.meta.programme, pages.words[page.locale]
    membership = registry.membership(registry.site.city, network) if network else None
    if membership is not None:
        found |= {f"{network}_{act.id}" for act in membership.acts}
    if programme and programme in registry.programmes:
        found |= {f"{programme}_{act.id}" for act in registry.programmes[programme].record.acts}
    if page.meta.role == PROJECTS:
        found |= {record_anchor("project", project, words) for project in registry.projects}
        found |= {record_anchor("fund", fund, words) for fund in registry.funds}
    if page.meta.role == "news":
        found |= {record_anchor("year", str(year), words) for year in news_years(pages, registry, page.locale)}
    if page.meta.role == "documents":
        found |= {record_anchor("document", document, words) for document in registry.documents}
    if page.meta.role == "timeline":
        found |= set(_on_the_timeline(registry, words))
    return frozenset(found)


def _on_the_timeline(registry: Registry, words: Words) -> Iterator[str]:
    """The anchors of every step of the city's paths, and of its events that are no step."""
    city = registry.site.city
    for membership in registry.memberships_of(city):
        yield from (f"{membership.network}_{act.id}" for act in membership.acts)
    for programme in registry.programmes_of(city):
        yield from (f"{programme.id}_{act.id}" for act in programme.acts)
    yield from (record_anchor("event", event.id, words) for event in untold_events(registry, city))


def _path(page: Page, target: str) -> str | None:
    """The path that a link means, below the folder of its language; None for one that leaves the site."""
    if _ELSEWHERE.match(target):
        return None
    address = unquote(target.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), address)) if address else page.path
