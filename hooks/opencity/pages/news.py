"""The pages and the register in; the events that the archive of news holds, with an article and without, out."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.pages.page import Page
from opencity.pages.page_map import PageMap
from opencity.register.happenings import untold_events
from opencity.register.models import Event
from opencity.register.registry import Registry


def articles(pages: PageMap, locale: str) -> tuple[Page, ...]:
    """The pages about events in one language, in the order of their paths."""
    return tuple(page for page in pages if page.locale == locale and page.meta.event)


def events_without_article(pages: PageMap, registry: Registry, locale: str) -> Iterator[Event]:
    """The events of the speaking city that no path tells and nobody has written about."""
    events = untold_events(registry, registry.site.city)
    return (event for event in events if pages.about("event", event.id, locale) is None)


def news_years(pages: PageMap, registry: Registry, locale: str) -> frozenset[int]:
    """The years of the archive."""
    written = (str(page.meta.event) for page in articles(pages, locale))
    years = {registry.events[event].record.start.year for event in written if event in registry.events}
    return frozenset(years | {event.start.year for event in events_without_article(pages, registry, locale)})
