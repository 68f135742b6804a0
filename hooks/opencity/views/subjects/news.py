"""The pages about events in; teasers, the archive by year, the news of a network, and what is related, out.

An article is a page whose front matter says `event: <id>`. Facts come from the event's record; the page adds prose.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from opencity.pages.anchors import record_anchor
from opencity.pages.news import articles, events_without_article
from opencity.pages.page import Page
from opencity.register.models import Event
from opencity.views.context import ViewContext
from opencity.views.events import LATEST_OF, age, articles_about, event_of
from opencity.views.labels import network_link, page_title, programme_link
from opencity.views.pictures import Shown, record_picture
from opencity.views.value import Stretch, Value

RELATED = 3

_HALF_YEAR = 365.25 / 2


@dataclass(frozen=True, slots=True)
class Teaser:
    """An event in a list of news. `summary` and `picture` are those of an article; an event without one has none."""

    date: Value
    title: Value
    summary: str | None
    about: tuple[Value, ...]
    picture: Shown | None = None
    is_article: bool = True


@dataclass(frozen=True, slots=True)
class NewsYear:
    """One year of the archive, with its anchor."""

    label: str
    anchor: str
    teasers: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class NewsList:
    """The newest articles about one thing, and the way to the archive."""

    teasers: tuple[Teaser, ...]
    archive: str | None


# --- what is news, and in what order --------------------------------------------------------------------


def news_order(context: ViewContext) -> tuple[Page, ...]:
    """The articles of one language, newest first. Worked out once for a language: see `ViewContext.news`."""
    found = articles(context.pages, context.locale)
    return tuple(sorted(found, key=lambda page: age(event_of(page, context)), reverse=True))


def news_about(kind: Literal["network", "programme"], identity: str, context: ViewContext) -> NewsList | None:
    """The section of news on a network's or programme's page; None where there is no article."""
    pages = articles_about(kind, identity, context)[:LATEST_OF]
    if not pages:
        return None
    return NewsList(tuple(teaser(page, context) for page in pages), context.page_in_role("news"))


# --- what is related ------------------------------------------------------------------------------------


def relatedness(one: Event, other: Event) -> float:
    """How much two events have to do with each other; 0 where they share nothing.

    Each network or programme that both name counts one. The sum is divided by one plus the half-years between them,
    so something shared is worth half as much half a year apart and a third a year apart. Events that may have
    overlapped, as far as their dates are known, have no time between them.
    """
    apart = max(0, other.days[0] - one.days[1], one.days[0] - other.days[1])
    return len(one.ties & other.ties) / (1 + apart / _HALF_YEAR)


def related(event: Event, others: Iterable[Event], limit: int = RELATED) -> tuple[Event, ...]:
    """The events most related to one, best first and of equals the newest; never itself, never one that shares nothing.

    The order in which the others are given makes no difference.
    """
    scored = [(relatedness(event, other), other) for other in others if other.id != event.id]
    best = heapq.nlargest(limit, (score for score, _ in scored if score > 0))
    found = [(score, age(other), other) for score, other in scored if best and score >= best[-1]]
    return tuple(other for _, _, other in sorted(found, key=lambda one: one[:2], reverse=True)[:limit])


# --- how it is shown ------------------------------------------------------------------------------------


def event_date(event: Event, context: ViewContext) -> Value:
    """`30 września – 2 października 2025 r.`, with both ends in machine form; one date where it has one."""
    dates = context.dates
    text = dates.span(event.start, event.last)
    if event.start == event.last:
        return Value(text, datetime=event.start.isoformat())
    first, between, last = dates.span_parts(event.start, event.last)
    return Value(text, stretch=Stretch(first, event.start.isoformat(), between, last, event.last.isoformat()))


def subject_links(event: Event, context: ViewContext) -> tuple[Value, ...]:
    """The networks and programmes that an event names, with links to their pages."""
    return (*network_links(event, context), *programme_links(event, context))


def network_links(event: Event, context: ViewContext) -> Iterator[Value]:
    """The networks that an event names."""
    return (network_link(network, context) for network in event.networks)


def programme_links(event: Event, context: ViewContext) -> Iterator[Value]:
    """The programmes that an event names."""
    return (programme_link(programme, context) for programme in event.programmes)


def teaser(page: Page, context: ViewContext) -> Teaser:
    """An article in a list."""
    event = event_of(page, context)
    return Teaser(
        date=event_date(event, context),
        title=Value(page_title(page, context), href=context.href(page.url)),
        summary=page.meta.lead or (context.say(event.summary) if event.summary else None),
        about=subject_links(event, context),
        picture=record_picture(event.picture, context),
    )


def _short(event: Event, context: ViewContext) -> Teaser:
    """An event without an article: its title leads to its place on the timeline, which tells all that is known."""
    spot = context.spot("timeline", record_anchor("event", event.id, context.words))
    title = Value(context.say(event.title), href=spot)
    return Teaser(event_date(event, context), title, None, subject_links(event, context), is_article=False)


# --- the archive ----------------------------------------------------------------------------------------


def news_archive(context: ViewContext) -> tuple[NewsYear, ...]:
    """Every article, and every event of the city without one, by year, newest first.

    An event that nobody has written about is not lost: it stands here in one line that leads to the timeline, where
    its summary and sources are. One that a path tells as an act (an admission, a signature) is on the timeline as
    that act and needs no second line.
    """
    told = [(event_of(page, context), teaser(page, context)) for page in context.news]
    unwritten = events_without_article(context.pages, context.registry, context.locale)
    told += [(event, _short(event, context)) for event in unwritten]
    told.sort(key=lambda one: age(one[0]), reverse=True)
    years = itertools.groupby(told, key=lambda one: one[0].start.year)
    return tuple(
        NewsYear(str(year), record_anchor("year", str(year), context.words), tuple(shown for _, shown in entries))
        for year, entries in years
    )
