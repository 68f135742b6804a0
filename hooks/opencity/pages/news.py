"""The pages and the register in; the events that the archive of news holds, with an article and without, out."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.pages.page_map import Page, PageMap
from opencity.register.models import Act, Event
from opencity.register.registry import Registry


def told_in(acts: tuple[Act, ...]) -> frozenset[str]:
    """The events that a path tells already, as acts."""
    return frozenset(act.event for act in acts if act.event)


def articles(pages: PageMap, locale: str) -> tuple[Page, ...]:
    """The pages about events in one language, in the order of their paths."""
    return tuple(page for page in pages if page.locale == locale and page.meta.event)


def events_without_article(pages: PageMap, registry: Registry, locale: str) -> Iterator[Event]:
    """The events of the speaking city, and those that name it, that nobody has written about.

    One that a path tells as an act (an admission, a signature) is on the timeline as that act and is left out.
    """
    city = registry.site.city
    paths = [membership.acts for membership in registry.memberships_of(city)]
    paths += [programme.acts for programme in registry.programmes_of(city)]
    told = frozenset[str]().union(*(told_in(acts) for acts in paths))
    for item in registry.events.values():
        concerned = item.city == city or city in item.record.cities
        if concerned and item.id not in told and pages.about("event", item.id, locale) is None:
            yield item.record


def news_years(pages: PageMap, registry: Registry, locale: str) -> frozenset[int]:
    """The years of the archive."""
    written = (str(page.meta.event) for page in articles(pages, locale))
    years = {registry.events[event].record.start.year for event in written if event in registry.events}
    return frozenset(years | {event.start.year for event in events_without_article(pages, registry, locale)})
