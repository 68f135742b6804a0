"""A page in; when it was published, when it last changed, and the days on which it changed, out.

What the front matter says wins. Else git knows: a page is published with its file, and changes with its file or with
a record that it is about. What git cannot know (a shallow clone, no git) is not said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from opencity.dates import PartialDate
from opencity.pages.git_history import FileHistory
from opencity.pages.page import HOME, Page
from opencity.pages.source import SUBJECTS
from opencity.register.models import Record
from opencity.register.registry import Item, Registry
from opencity.views.context import ViewContext

NEWEST = 10
"""How many days of change are listed."""


@dataclass(frozen=True, slots=True)
class PageDates:
    """The dates of a page. `days` are the newest on which it changed; `has_earlier` whether there are more."""

    published: PartialDate | None = None
    updated: PartialDate | None = None
    days: tuple[dt.date, ...] = ()
    has_earlier: bool = False


def page_dates(page: Page, context: ViewContext) -> PageDates:
    """Work out the dates. A change before the page was published is none of the page's own."""
    histories = [context.history.get(name, FileHistory()) for name in page_files(page, context.registry)]
    published = page.meta.published or _first(context.history.get((page.original or page).source.file))
    days = sorted({day for history in histories for day in history.days}, reverse=True)
    if published is not None:
        days = [day for day in days if day >= published.first_day()]
    reaches_back = published is not None and bool(days) and days[-1] <= published.last_day()
    more = not reaches_back and bool(days) and any(not history.is_whole for history in histories)
    return PageDates(
        published=published,
        updated=page.meta.updated or (PartialDate.of(days[0]) if days else None),
        days=tuple(days[:NEWEST]),
        has_earlier=more or len(days) > NEWEST,
    )


def _first(history: FileHistory | None) -> PartialDate | None:
    return PartialDate.of(history.days[-1]) if history and history.is_whole and history.days else None


def page_files(page: Page, registry: Registry) -> tuple[str, ...]:
    """The files that a page is made of: its Markdown, and the records that it is about."""
    text = page.original or page
    return tuple(
        dict.fromkeys((page.source.file, text.source.file, *(item.file.name for item in _records(page, registry))))
    )


def _records(page: Page, registry: Registry) -> Iterator[Item[Record]]:
    meta, city = page.meta, registry.site.city
    named = [(kind, identity) for kind in SUBJECTS if (identity := getattr(meta, kind))]
    named += [("project", project) for project in meta.projects]
    for kind, identity in named:
        if identity in registry.of_kind(kind):
            yield registry.of_kind(kind)[identity]
    if meta.network and f"{city}/{meta.network}" in registry.memberships:
        yield registry.memberships[f"{city}/{meta.network}"]
    if page.path == HOME or meta.role in ("register", "timeline"):
        yield from _of_city(registry)
    if meta.role == "cities":
        yield from registry.memberships.values()
    if meta.role in ("news", "timeline"):
        yield from (item for item in registry.events.values() if item.city in (city, None))
    if meta.role in ("documents", "projects"):
        yield from registry.of_kind(meta.role.removesuffix("s")).values()


def _of_city(registry: Registry) -> Iterator[Item[Record]]:
    """What the city is in, and its own programmes."""
    for group in (registry.memberships, registry.programmes):
        yield from (item for item in group.values() if item.city == registry.site.city)
