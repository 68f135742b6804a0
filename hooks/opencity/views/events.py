"""The register's events in; those that a page about a network or programme tells, newest first, out."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import Literal

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
    return tuple(sorted(found, key=lambda event: event.start.first_day(), reverse=True))


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
    articles = (page.meta.event for page in context.news)
    named = {event.id for event in about}
    news = list(islice((event for event in articles if event in named), LATEST_OF))
    left = told_in(acts).union(filter(None, news))
    return tuple(event_value(event, context, citations) for event in about if event.id not in left)


def event_value(event: Event, context: ViewContext, citations: Citations) -> Value:
    """`14–15 listopada 2024 r.`, then what happened, with its summary; or with the way to its article."""
    date = context.dates.span(event.start, event.last)
    article = context.page_about("event", event.id)
    if article is not None:
        title = context.say(event.title)
        return replace(fact_value(title, event, context, citations, label=date), href=article)
    text = context.words("event.phrase", title=context.say(event.title))
    if event.summary:
        text = f"{text} {context.say(event.summary)}"
    if event.planned_only:
        text = f"{text} {context.words('event.planned')}"
    return fact_value(text, event, context, citations, label=date)
