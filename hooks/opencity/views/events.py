"""The register's events in; those that a page about a network or programme tells, newest first, out."""

from __future__ import annotations

from opencity.register.models import Act, Event
from opencity.register.registry import Registry
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.facts import fact_value
from opencity.views.value import Value


def events_of_city(registry: Registry) -> tuple[Event, ...]:
    """Events of the speaking city, of the networks at large, and those that name the city; newest first."""
    city = registry.site.city
    found = [
        item.record for item in registry.events.values() if item.city in (city, None) or city in item.record.cities
    ]
    return tuple(sorted(found, key=lambda event: event.start.first_day(), reverse=True))


def told_in(acts: tuple[Act, ...]) -> frozenset[str]:
    """The events that a path tells already, as acts."""
    return frozenset(act.event for act in acts if act.event)


def event_value(event: Event, context: ViewContext, citations: Citations) -> Value:
    """`14–15 listopada 2024 r.`, then what happened, with its summary."""
    date = context.dates.span(event.start, event.last)
    text = context.words("event.phrase", title=context.say(event.title))
    if event.summary:
        text = f"{text} {context.say(event.summary)}"
    if event.planned_only:
        text = f"{text} {context.words('event.planned')}"
    return fact_value(text, event, context, citations, label=date)
