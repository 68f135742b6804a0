"""The register's events in; their order, their words, the articles about them, and those that a page tells, out."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from opencity.pages.page import Page
from opencity.register.happenings import told_in
from opencity.register.models import Act, Event
from opencity.register.registry import Registry
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.facts import fact_value
from opencity.views.value import Value

LATEST_OF = 5
"""How many articles a network's or programme's own page lists as news; the archive has them all."""


def events_of_city(registry: Registry) -> tuple[Event, ...]:
    """Events of the speaking city, of the networks at large, and those that name the city; newest first."""
    city = registry.site.city
    found = [
        item.record for item in registry.events.values() if item.city in (city, None) or city in item.record.cities
    ]
    return tuple(sorted(found, key=age, reverse=True))


def age(event: Event) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Later events last; a date of a month or a year alone before the days within it."""
    return event.start.parts, event.last.parts, event.id


def event_of(page: Page, context: ViewContext) -> Event:
    """The record that an article is about."""
    return context.registry.events[str(page.meta.event)].record


def articles_about(kind: Literal["network", "programme"], identity: str, context: ViewContext) -> tuple[Page, ...]:
    """The articles whose events name a network or programme, newest first."""
    return tuple(page for page in context.news if identity in getattr(event_of(page, context), f"{kind}s"))


def article_link(event: str | None, context: ViewContext) -> Value | None:
    """The way to the article about an event, if there is one."""
    href = context.page_about("event", event) if event else None
    if event is None or href is None:
        return None
    title = context.say(context.registry.events[event].record.title)
    return Value(context.words("timeline.article", title=title), href=href)


def event_text(event: Event, context: ViewContext, *, in_full: bool = True) -> str:
    """What happened, with its summary where it is told `in_full`; what was only planned says so."""
    texts = [context.words("event.phrase", title=context.say(event.title))]
    if event.summary and in_full:
        texts.append(context.say(event.summary))
    if event.planned_only:
        texts.append(context.words("event.planned"))
    return " ".join(texts)


def events_about(
    kind: Literal["network", "programme"],
    identity: str,
    acts: tuple[Act, ...],
    context: ViewContext,
    citations: Citations,
) -> tuple[Value, ...]:
    """The events that name a network or programme, newest first.

    Not those that its path tells already, nor those whose articles the page lists as news.
    """
    about = [event for event in events_of_city(context.registry) if identity in getattr(event, f"{kind}s")]
    news = articles_about(kind, identity, context)[:LATEST_OF]
    left = told_in(acts).union(event_of(page, context).id for page in news)
    return tuple(event_value(event, context, citations) for event in about if event.id not in left)


def event_value(event: Event, context: ViewContext, citations: Citations) -> Value:
    """`14–15 listopada 2024 r.`, then what happened, with its summary; or with the way to its article."""
    date = context.dates.span(event.start, event.last)
    article = context.page_about("event", event.id)
    if article is not None:
        title = context.say(event.title)
        return replace(fact_value(title, event, context, citations, label=date), href=article)
    return fact_value(event_text(event, context), event, context, citations, label=date)
