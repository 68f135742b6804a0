"""All pages and the register in; the problems between them out: twins, subjects, references, missing pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import get_args

from opencity.dates import PartialDate
from opencity.pages.assets import ASSETS
from opencity.pages.links import check_links
from opencity.pages.own_anchors import check_ids, check_own_anchors
from opencity.pages.page import HOME, Page
from opencity.pages.page_map import PageMap
from opencity.pages.pictures import FileGuesses, check_pictures, check_prose
from opencity.pages.project_names import check_project_names
from opencity.pages.role_pages import without_role_pages
from opencity.pages.sanitised import check_html
from opencity.pages.source import SUBJECTS, Role
from opencity.pages.titles import check_titles
from opencity.pages.twin_paths import check_twin_paths, explained, pages_astray
from opencity.problems import Place, Problem
from opencity.register.model_errors import Guesses, near_miss
from opencity.register.references import references
from opencity.register.registry import Broken, Registry
from opencity.register.yaml_reader import Path


def check_pages(pages: PageMap, registry: Registry, broken: Broken) -> Iterator[Problem]:
    """Every rule that needs both the pages and the facts. What is there but broken is not called missing."""
    found = [problem for page in pages.written for problem in _of_page(page, pages, registry, broken)]
    astray = pages_astray(pages)
    twinless = explained(astray, pages)
    found += [problem for page in pages for problem in _twins(page, pages, registry, twinless)]
    found += check_twin_paths(astray)
    yield from found
    yield from check_project_names(pages, registry)
    yield from _without_home(pages)
    if not any(problem.is_error for problem in found):  # else one of them may be the page that seems to be missing
        yield from _without_page(pages, registry)
        yield from without_role_pages(pages)
        yield from check_titles(pages, registry)
    yield from _segments(pages, registry)
    yield from check_pictures(pages, registry)
    yield from _document_files(pages, registry)
    yield from check_ids(registry, pages.anchors.taken)


def _of_page(page: Page, pages: PageMap, registry: Registry, broken: Broken) -> Iterator[Problem]:
    yield from _references(page, registry, broken)
    yield from _subject(page, pages)
    yield from _belongs(page, registry, broken)
    found = [*check_links(page, pages, registry), *check_prose(page), *check_own_anchors(page)]
    yield from found
    told = {problem.place.mark.line for problem in found}  # in better words than those of a rule about all HTML
    yield from (problem for problem in check_html(page, pages.anchors) if problem.place.mark.line not in told)


def check_sources_are_used(pages: PageMap, registry: Registry) -> Iterator[Problem]:
    """A source that nothing cites is probably a fact that was forgotten. Ask only when all else is right."""
    records = (references(item.record) for item in registry.items())
    fronts = (references(page.meta) for page in pages)
    blocks = (references(block.options) for page in pages for block in page.source.blocks)
    cited = {identity for found in (*records, *fronts, *blocks) for _, kind, identity in found if kind == "source"}
    for identity, item in registry.sources.items():
        if identity not in cited:
            yield Problem("W-SOURCE-UNUSED", item.place(key=True), {"given": identity})


def check_dates(pages: PageMap, today: dt.date) -> Iterator[Problem]:
    """A page says of itself what has happened: it is published when it is built, not on the day that it names."""
    for page in pages.written:
        meta = page.meta
        named: list[tuple[Path, PartialDate | None]] = [(("published",), meta.published), (("updated",), meta.updated)]
        named += [(("changes", index, "date"), change.date) for index, change in enumerate(meta.changes)]
        for path, date in named:
            if date is not None and date.first_day() > today:
                yield Problem("W-FUTURE", page.source.place(*path), {"given": str(date)})


def _references(page: Page, registry: Registry, broken: Broken) -> Iterator[Problem]:
    """Every id that the front matter or a block names must be there."""
    guesses: dict[str, Guesses] = {}
    named = [(references(page.meta), page.source.yaml)]
    named += [(references(block.options), block.yaml) for block in page.source.blocks if block.yaml]
    for found, yaml in named:
        for path, kind, identity in found:
            known = registry.of_kind(kind)
            if identity not in known and not broken.has(kind, identity):
                guess = guesses.setdefault(kind, Guesses(known))(identity)
                at = path if path in yaml.values else path[:-1]  # an option takes one id without brackets too
                yield Problem("E-REF", yaml.place_of(at), {"kind": kind, "given": identity, "guess": guess})


def _twins(page: Page, pages: PageMap, registry: Registry, astray: frozenset[tuple[str, str]]) -> Iterator[Problem]:
    for locale in pages.addresses.locales:
        twin = pages.get(page.path, locale)
        if twin is None and (pages.is_broken(page.path, locale) or page.path == HOME):
            continue  # E-PAGE-HOME tells of a home page
        if twin is None and not pages.speaks(locale):
            continue  # E-NO-DOCS has said so, once
        if (page.source.file, locale) in astray:
            continue  # it is there, at another path
        if twin is None:
            details = {"locale": locale, "path": f"docs/{locale}/{page.path}"}
            yield Problem("W-PAGE-TWIN", Place(page.source.file), details)
        elif locale != page.locale and page.locale == pages.addresses.locales[0]:
            yield from _differences(page, twin, registry)


def _differences(page: Page, twin: Page, registry: Registry) -> Iterator[Problem]:
    """What page and translation say of themselves must agree. An id that leads nowhere is told of by itself."""
    known = {*registry.networks, *registry.programmes, *registry.events, *registry.projects, *get_args(Role)}
    for field in (*SUBJECTS, "projects", "role"):
        here, there = (_listed(getattr(each.meta, field)) for each in (page, twin))
        if here == there or not all(identity in known for identity in (*here, *there)):
            continue
        both = {*here} & {*there}
        only_here = [identity for identity in here if identity not in both]
        only_there = [identity for identity in there if identity not in both]
        if not only_here and not only_there:
            only_here, only_there = list(here), list(there)  # the same in another order
        details = {"given": ", ".join(only_here) or "–", "other": ", ".join(only_there) or "–"}
        yield Problem("E-PAGE-TWINS-DIFFER", page.source.place(field), {**details, "path": twin.source.file})


def _listed(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def _subject(page: Page, pages: PageMap) -> Iterator[Problem]:
    """One page in a language for each record and each role; the home page is about no record."""
    for kind in SUBJECTS:
        identity = getattr(page.meta, kind)
        if not identity:
            continue
        if page.path == HOME:
            yield Problem("E-PAGE-HOME-SUBJECT", page.source.place(kind, key=True), {"field": kind})
        first = pages.about(kind, identity, page.locale)
        if first is not None and first is not page:
            details = {"kind": kind, "given": identity, "first": first.source.file}
            yield Problem("E-PAGE-SAME", page.source.place(kind), details)
    first = pages.in_role(page.meta.role, page.locale) if page.meta.role else None
    if first is not None and first is not page:
        yield Problem("E-PAGE-ROLE", page.source.place("role"), {"given": page.meta.role, "first": first.source.file})


def _belongs(page: Page, registry: Registry, broken: Broken) -> Iterator[Problem]:
    """What a page is about must be the city's own: its network, programme, event."""
    network, programme, city = page.meta.network, page.meta.programme, registry.site.city
    if city not in registry.cities:
        return
    joined = registry.membership(city, str(network)) or broken.has("membership", f"{city}/{network}")
    if network in registry.networks and not joined:
        yield Problem("E-PAGE-MEMBERSHIP", page.source.place("network"), {"city": city, "given": network})
    if programme in registry.programmes and registry.programmes[str(programme)].city != city:
        yield Problem("E-PAGE-PROGRAMME", page.source.place("programme"), {"city": city, "given": programme})
    event = registry.events.get(page.meta.event or "")
    if event is not None and event.city not in (city, None) and city not in event.record.cities:
        yield Problem("E-PAGE-EVENT", page.source.place("event"), {"city": city, "given": event.id})


def _without_home(pages: PageMap) -> Iterator[Problem]:
    for locale in pages.addresses.locales:
        if pages.speaks(locale) and pages.get(HOME, locale) is None and not pages.is_broken(HOME, locale):
            yield Problem("E-PAGE-HOME", Place(f"docs/{locale}/{HOME}"), {"locale": locale})


def _without_page(pages: PageMap, registry: Registry) -> Iterator[Problem]:
    if pages.broken or not pages.speaks(pages.addresses.locales[0]):
        return  # one of them may be the page that seems to be missing
    city = registry.site.city
    for item in registry.memberships.values():
        network = item.record.network
        if item.city == city and pages.about("network", network, pages.addresses.locales[0]) is None:
            yield Problem("W-NO-PAGE", item.place(), {"given": network})


def _segments(pages: PageMap, registry: Registry) -> Iterator[Problem]:
    """A part of an address that no page has, and that is nearly one of a page's, is a slip."""
    parts = {part for page in pages for part in page.path.removesuffix(".md").split("/")}
    for segment in registry.site.segments:
        guess = near_miss(segment, sorted(parts - set(registry.site.segments))) if segment not in parts else ""
        if guess:
            place = registry.site_item.place("segments", segment, key=True)
            yield Problem("W-SEGMENT", place, {"given": segment, "guess": guess})


def _document_files(pages: PageMap, registry: Registry) -> Iterator[Problem]:
    """The file of a document of the city's own must be there, below docs/assets/."""
    ours = {path for folder, path in pages.files if folder == ASSETS}
    guesses = FileGuesses(ours)
    for item in registry.documents.values():
        file = item.record.file
        own = registry.site.city in item.record.cities
        if own and file is not None and file.local is not None and file.local not in ours:
            if pages.is_broken(file.local, ASSETS):
                continue  # it is there, and its own fault is told
            details = {"given": f"docs/{ASSETS}/{file.local}", "guess": guesses(file.local)}
            yield Problem("E-ASSET", item.place("file", "local"), details)
