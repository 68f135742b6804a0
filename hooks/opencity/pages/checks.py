"""All pages and the register in; the problems between them out: twins, subjects, references, missing pages."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.language.words import shipped_locales
from opencity.pages.blocks import extract
from opencity.pages.links import check_anchors
from opencity.pages.page_map import HOME, Page, PageMap
from opencity.problems import Place, Problem
from opencity.register.model_errors import near_miss
from opencity.register.references import references
from opencity.register.registry import Broken, Registry


def check_pages(pages: PageMap, registry: Registry, broken: Broken) -> Iterator[Problem]:
    """Every rule that needs both the pages and the facts. What is there but broken is not called missing."""
    for page in pages:
        yield from _references(page, registry, broken)
        yield from _twins(page, pages)
        yield from _subject(page, pages)
        yield from _belongs(page, registry, broken)
        yield from extract(page.source.body, page.source.file, page.source.body_line)[2]
    yield from _without_home(pages)
    yield from _without_page(pages, registry)
    yield from _languages(registry)
    yield from check_anchors(pages, registry)


def check_sources_are_used(pages: PageMap, registry: Registry) -> Iterator[Problem]:
    """A source that nothing cites is probably a fact that was forgotten. Ask only when all else is right."""
    records = (references(item.record) for item in registry.items())
    fronts = (references(page.meta) for page in pages)
    cited = {identity for found in (*records, *fronts) for _, kind, identity in found if kind == "source"}
    for identity, item in registry.sources.items():
        if identity not in cited:
            yield Problem("W-SOURCE-UNUSED", item.place(key=True), {"given": identity})


def _references(page: Page, registry: Registry, broken: Broken) -> Iterator[Problem]:
    known = {
        "network": registry.networks,
        "programme": registry.programmes,
        "project": registry.projects,
        "source": registry.sources,
    }
    for path, kind, identity in references(page.meta):
        if identity not in known[kind] and not broken.has(kind, identity):
            guess = near_miss(identity, list(known[kind]))
            yield Problem("E-REF", page.source.place(*path), {"kind": kind, "given": identity, "guess": guess})


def _twins(page: Page, pages: PageMap) -> Iterator[Problem]:
    for locale in pages.addresses.locales:
        twin = pages.get(page.path, locale)
        if twin is None and (pages.is_broken(page.path, locale) or page.path == HOME):
            continue  # E-PAGE-HOME tells of a home page
        if twin is None and not pages.speaks(locale):
            continue  # E-NO-DOCS has said so, once
        if twin is None:
            details = {"locale": locale, "path": f"docs/{locale}/{page.path}"}
            yield Problem("E-PAGE-TWIN", Place(page.source.file), details)
        elif locale != page.locale and page.locale == pages.addresses.locales[0]:
            for field in ("network", "programme", "projects", "role"):
                here, there = getattr(page.meta, field), getattr(twin.meta, field)
                if here != there:
                    details = {"given": _shown(here), "other": _shown(there), "path": twin.source.file}
                    yield Problem("E-PAGE-TWINS-DIFFER", page.source.place(field), details)


def _shown(value: str | tuple[str, ...] | None) -> str:
    return ", ".join(value) if isinstance(value, tuple) else value or "–"


def _subject(page: Page, pages: PageMap) -> Iterator[Problem]:
    """One page in a language for each network, programme and role; none of the first two on the home page."""
    for kind in ("network", "programme"):
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
    """What a page is about must be the city's own: a network it has a membership in, a programme it runs."""
    network, programme, city = page.meta.network, page.meta.programme, registry.site.city
    if city not in registry.cities:
        return
    joined = registry.membership(city, str(network)) or broken.has("membership", f"{city}/{network}")
    if network in registry.networks and not joined:
        yield Problem("E-PAGE-MEMBERSHIP", page.source.place("network"), {"city": city, "given": network})
    if programme in registry.programmes and registry.programmes[str(programme)].city != city:
        yield Problem("E-PAGE-PROGRAMME", page.source.place("programme"), {"city": city, "given": programme})


def _without_home(pages: PageMap) -> Iterator[Problem]:
    for locale in pages.addresses.locales:
        if pages.speaks(locale) and pages.get(HOME, locale) is None and not pages.is_broken(HOME, locale):
            yield Problem("E-PAGE-HOME", Place(f"docs/{locale}/{HOME}"), {"locale": locale})


def _without_page(pages: PageMap, registry: Registry) -> Iterator[Problem]:
    if pages.broken:
        return  # one of them may be the page that seems to be missing
    city = registry.site.city
    for item in registry.memberships.values():
        network = item.record.network
        if item.city == city and pages.about("network", network, pages.addresses.locales[0]) is None:
            yield Problem("W-NO-PAGE", item.place(), {"given": network})


def _languages(registry: Registry) -> Iterator[Problem]:
    """Every published language needs interface words."""
    for position, locale in enumerate(registry.site.locales):
        if locale not in shipped_locales():
            yield Problem("E-LOCALE-WORDS", registry.site_item.place("locales", position), {"given": locale})
