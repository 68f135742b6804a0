"""The finished pages of one language in; each with its kind, its sections and what it is about, in order, out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from opencity.language.marks import is_marked
from opencity.language.typography import set_plainly
from opencity.pages.page import HOME, Page
from opencity.register.models import Event
from opencity.site.search.index import IndexedPage
from opencity.site.search.names import Names
from opencity.site.search.reading import read
from opencity.views.context import ViewContext
from opencity.views.events import event_of
from opencity.views.frame.navigation import breadcrumbs
from opencity.views.labels import page_title
from opencity.views.subjects.news import event_date

KINDS = ("network", "programme", "data", "news", "other")
"""The kinds of page, in the order in which pages of the same worth are shown."""
_DATA = frozenset({"register", "timeline", "cities", "documents", "projects"})
"""Roles of pages that are tables or lists of facts."""
_LEFT_OUT = frozenset({"search", "site-map", "translations"})
"""Roles of pages that say nothing of their own."""


def indexed_pages(context: ViewContext, names: Names, site: Path) -> Iterator[IndexedPage]:
    """Read the pages back from the finished site: home first, then by kind, news newest first."""
    return (_indexed(page, context, names, site) for page in _in_order(context))


def _in_order(context: ViewContext) -> list[Page]:
    menus = (page.path for pages in context.order.values() for page in pages)
    place = {path: at for at, path in enumerate(menus)} | {page.path: at for at, page in enumerate(context.news)}
    found = [page for page in context.pages if page.locale == context.locale and page.meta.role not in _LEFT_OUT]

    def rank(page: Page) -> tuple[bool, int, bool, int]:
        is_archive = page.meta.role == "news"  # it stands behind its articles
        return page.path != HOME, KINDS.index(_kind(page)), is_archive, place.get(page.path, -1)

    return sorted(found, key=rank)


def _kind(page: Page) -> str:
    if page.meta.network:
        return "network"
    if page.meta.programme:
        return "programme"
    if page.meta.event or page.meta.role == "news":
        return "news"
    return "data" if page.meta.role in _DATA else "other"


def _indexed(page: Page, context: ViewContext, names: Names, site: Path) -> IndexedPage:
    reading = read((site / page.dest).read_text(encoding="utf-8"))
    event = event_of(page, context) if page.meta.event else None
    return IndexedPage(
        kind=_kind(page),
        title=reading.title or set_plainly(page_title(page, context), context.locale),
        url=page.url,
        trail=_trail(page, context),
        date=set_plainly(event_date(event, context).text, context.locale) if event else "",
        lang=page.text_locale if is_marked(page_title(page, context)) else "",
        sections=reading.sections,
        names=_names(page, names),
        about=_about(event, names) if event else frozenset(),
        networks=event.networks if event else (page.meta.network,) if page.meta.network else (),
    )


def _trail(page: Page, context: ViewContext) -> tuple[str, ...]:
    """The labels of the pages above it, the home page left out."""
    home = 1 if context.pages.get(HOME, context.locale) else 0
    return tuple(set_plainly(crumb.label, context.locale) for crumb in breadcrumbs(page, context)[home:])


def _names(page: Page, names: Names) -> frozenset[str]:
    """The words of all names of the network or programme that the page is about."""
    if page.meta.network:
        return names.networks[page.meta.network].words
    return names.programmes[page.meta.programme].words if page.meta.programme else frozenset()


def _about(event: Event, names: Names) -> frozenset[str]:
    """The words of all names of the networks and programmes that an article is about."""
    named = [names.networks[network] for network in event.networks if network in names.networks]
    named += [names.programmes[programme] for programme in event.programmes if programme in names.programmes]
    return frozenset(word for called in named for word in called.words)
