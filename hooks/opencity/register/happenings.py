"""A city in; its events that no path of its own tells already, as acts, out."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.register.models import Act, Event
from opencity.register.registry import Registry


def told_in(acts: tuple[Act, ...]) -> frozenset[str]:
    """The events that a path tells already, as acts."""
    return frozenset(act.event for act in acts if act.event)


def untold_events(registry: Registry, city: str) -> Iterator[Event]:
    """The events of a city, and those that name it, but for the ones that a path tells as an act: an admission,
    a signature. Those are on the timeline as that act.
    """
    paths = [membership.acts for membership in registry.memberships_of(city)]
    paths += [programme.acts for programme in registry.programmes_of(city)]
    told = frozenset[str]().union(*(told_in(acts) for acts in paths))
    for item in registry.events.values():
        if item.id not in told and (item.city == city or city in item.record.cities):
            yield item.record
