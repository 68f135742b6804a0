"""Addresses that pages had, the city's own redirects and the map of pages in; where each old address leads out.

A page that got another address is found by the path of its file. For a page that moved or went, `redirects:` in
`data/site.yml` says what took its place, and that wins over what was recorded.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from opencity.pages.links import anchors_of
from opencity.pages.page import Page
from opencity.pages.page_map import PageMap
from opencity.pages.recorded import Recorded
from opencity.problems import Problem
from opencity.register.model_errors import Guesses
from opencity.register.registry import Registry

_OLD = re.compile(r"(?:[A-Za-z0-9_~-]+/)+")
"""What an old address may be made of: it becomes a folder of the finished site, on every disk and host alike."""


def redirects_of(pages: PageMap, registry: Registry, recorded: Recorded) -> Mapping[str, str]:
    """Old address to the one where its page lives now, with an `#anchor` where the settings name one."""
    ways = _Ways(pages, registry, recorded)
    olds = sorted(old for old in {*registry.site.redirects, *recorded.paths} if ways.is_free(old))
    found = {old: ways.follow(old).target for old in olds}
    return MappingProxyType({old: target for old, target in found.items() if target})


def check_redirects(pages: PageMap, registry: Registry, recorded: Recorded) -> Iterator[Problem]:
    """Report every line of `redirects:` that cannot do what it says."""
    ways = _Ways(pages, registry, recorded)
    told: set[str] = set()
    for old in registry.site.redirects:
        problem = _of_line(old, ways, told)
        if problem is not None:
            yield problem


def check_addresses(pages: PageMap, registry: Registry, recorded: Recorded) -> Iterator[Problem]:
    """Report every recorded address that leads nowhere now. Ask only when all else is right."""
    ways = _Ways(pages, registry, recorded)
    for old, path in recorded.paths.items():
        locale = pages.addresses.locale_of(old)
        if ways.is_free(old) and not ways.follow(old).target and not pages.is_broken(path, locale):
            details = {"given": old, "path": f"docs/{locale}/{path}", "guess": ways.page_like(path, locale)}
            yield Problem("W-ADDRESS-GONE", recorded.place(old), details)


def _of_line(old: str, ways: _Ways, told: set[str]) -> Problem | None:
    """What is wrong with one line of `redirects:`."""
    place, here = ways.registry.site_item.place("redirects", old, key=True), ways.live.get(old)
    if here is not None:
        return Problem("E-REDIRECT-TAKEN", place, {"given": old, "path": here.source.file})
    if not _OLD.fullmatch(old):
        return Problem("E-REDIRECT-FORM", place, {"given": old, "guess": ways.old_like(old)})
    way = ways.follow(old)
    return _anchor(old, ways) if way.target else _lost(old, way, ways, told)


def _lost(old: str, way: _Way, ways: _Ways, told: set[str]) -> Problem | None:
    """Why a line leads nowhere. Where another line is to blame, that one tells, and of a loop only the first line."""
    settings, place = ways.registry.site.redirects, ways.registry.site_item.place("redirects", old)
    if old in way.loop and old not in told:
        told.update(way.loop)
        return Problem("E-REDIRECT-LOOP", place, {"given": " → ".join((*way.loop, old))})
    locale, target = ways.pages.addresses.locale_of(old), settings[old]
    is_told = way.loop or (way.through[-1] != old and way.through[-1] in settings)
    if is_told or ways.pages.is_broken(target.partition("#")[0], locale):
        return None
    details = {"given": target, "locale": locale, "guess": ways.page_like(target, locale)}
    return Problem("E-REDIRECT-TARGET", place, details)


def _anchor(old: str, ways: _Ways) -> Problem | None:
    """An anchor that the page at the end does not have."""
    target = ways.registry.site.redirects[old]
    path, _, anchor = target.partition("#")
    page = ways.pages.get(path, ways.pages.addresses.locale_of(old))
    if page is None or "#" not in target:
        return None
    known = anchors_of(page, ways.pages, ways.registry)
    details = {"given": anchor, "path": page.path, "guess": Guesses(known)(anchor)}
    return (
        None if anchor in known else Problem("E-ANCHOR-LINK", ways.registry.site_item.place("redirects", old), details)
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """The old addresses that a reader comes through, and the address of the page at the end.

    Of a way that comes back to an address that it has passed, the addresses that it goes round.
    """

    through: tuple[str, ...]
    target: str = ""
    loop: tuple[str, ...] = ()


class _Ways:
    """Follows old addresses, from one to the next, to the page at the end."""

    def __init__(self, pages: PageMap, registry: Registry, recorded: Recorded) -> None:
        self.pages, self.registry, self.recorded = pages, registry, recorded
        self.live = {page.url: page for page in pages}
        self._named: dict[str, tuple[dict[str, str], Guesses]] = {}

    def is_free(self, old: str) -> bool:
        """Whether a redirect may stand at an address: no page lives there."""
        return old not in self.live and _OLD.fullmatch(old) is not None

    def follow(self, old: str) -> _Way:
        """The way from an old address to where it ends."""
        through: list[str] = []
        while old not in through:
            through.append(old)
            found = self._next(old)
            if isinstance(found, Page):
                anchor = self.registry.site.redirects.get(old, "").partition("#")
                return _Way(tuple(through), f"{found.url}{anchor[1]}{anchor[2]}")
            if not found:
                return _Way(tuple(through))
            old = found
        return _Way(tuple(through), loop=tuple(through[through.index(old) :]))

    def _next(self, old: str) -> Page | str:
        """Where an old address leads: to a page, to another old address, or nowhere (an empty text)."""
        locale = self.pages.addresses.locale_of(old)
        if old in self.registry.site.redirects:
            target = self.registry.site.redirects[old]
            is_old = target in self.registry.site.redirects or (target in self.recorded.paths and self.is_free(target))
            return self.pages.get(target.partition("#")[0], locale) or (target if is_old else "")
        path = self.recorded.paths.get(old, "")
        return self.pages.get(path, locale) or self._same_page.get((locale, path), "")

    @functools.cached_property
    def _same_page(self) -> Mapping[tuple[str, str], str]:
        """Language and path of a page to that address of it which the settings redirect: its other ones follow."""
        found: dict[tuple[str, str], str] = {}
        for old in self.registry.site.redirects:
            if old in self.recorded.paths:
                found.setdefault((self.pages.addresses.locale_of(old), self.recorded.paths[old]), old)
        return found

    def page_like(self, given: str, locale: str) -> str:
        """The path of the page in a language that was probably meant by a path or an address."""
        plain = self._from_root(given).removeprefix("docs/").strip("/")
        live = self.live.get(f"{plain}/")
        if live is not None and live.locale == locale:
            return live.path
        plain = plain.removeprefix(f"{locale}/").removesuffix(".md")
        for path in (f"{plain}.md", f"{plain}/index.md"):
            if self.pages.get(path, locale) is not None:
                return path
        if locale not in self._named:
            named = {_name(page.path): page.path for page in self.pages if page.locale == locale}
            self._named[locale] = named, Guesses(named)
        named, guesses = self._named[locale]
        return named.get(guesses(_name(plain)), "")

    def old_like(self, given: str) -> str:
        """The form that an old address should have, if it can be told."""
        plain = self._from_root(given).removesuffix("index.html").strip("/") + "/"
        return plain if _OLD.fullmatch(plain) else ""

    def _from_root(self, given: str) -> str:
        """What was given without host, query and anchor, from the root of the site."""
        text = given.strip().removeprefix(self.registry.site.address)
        if "://" in text:
            text = text.partition("://")[2].partition("/")[2]
        folder = urlsplit(self.registry.site.address).path
        return re.split(r"[?#]", text)[0].removeprefix(folder if folder != "/" else "").lstrip("/")


def _name(path: str) -> str:
    """What a page is called in its path: the last part that is not `index`."""
    parts = path.removesuffix(".md").removesuffix("/index").split("/")
    return parts[-1]
