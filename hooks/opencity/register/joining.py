"""A network in; the place of its members in the order of joining out, where dates and a complete list allow it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from opencity.dates import PartialDate
from opencity.register.models import When
from opencity.register.models.network import Members
from opencity.register.presence import complete_list
from opencity.register.registry import Registry
from opencity.register.standing import standing


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an order; `jointly` where others joined on the same day. `members` is the list that was counted."""

    number: int
    jointly: bool
    members: Members


def places(registry: Registry, network: str) -> Mapping[str, Place]:
    """City id to its place, for every city whose place is certain.

    Nothing is counted unless a list is complete and every member on it has a date of entry: one unknown date could
    be the earliest. A city has no place where another's date may be earlier or later, such as 2011 beside May 2011.
    """
    members = complete_list(registry.networks[network].record.members)
    if members is None:
        return MappingProxyType({})
    dates = {member.city: _entry(registry, member.city, network) for member in members.cities}
    known = {city: when for city, when in dates.items() if city is not None and when is not None}
    if len(known) != len(members.cities):
        return MappingProxyType({})
    found = {city: _place(city, known, members) for city in known}
    return MappingProxyType({city: place for city, place in found.items() if place is not None})


def _entry(registry: Registry, city: str | None, network: str) -> PartialDate | None:
    """The date of a city's only entry; None for one that entered twice, or between bounds."""
    membership = registry.membership(city, network) if city else None
    now = standing(membership) if membership else None
    when: When | None = now.since.value if now and now.since and not now.is_again else None
    return when.on if when else None


def _place(city: str, dates: Mapping[str, PartialDate], members: Members) -> Place | None:
    own = dates[city]
    others = [date for other, date in dates.items() if other != city]
    before = sum(date.is_before(own) for date in others)
    same = sum(date == own and own.precision == "day" for date in others)
    after = sum(own.is_before(date) for date in others)
    return Place(before + 1, same > 0, members) if before + same + after == len(others) else None
