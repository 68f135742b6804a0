"""A city and a network in; yes, no or unknown out. "No" needs a list that is known to be complete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from opencity.register.models import Tie
from opencity.register.registry import Registry
from opencity.register.standing import standing


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether a city is in a network, and the sources that say so. Unknown has none."""

    answer: Literal["yes", "former", "proposed", "no", "unknown"]
    sources: tuple[str, ...] = ()


def presence(registry: Registry, city: str, network: str) -> Presence:
    """The answer for one city and one network.

    A city without a path is outside only where a source's list of members is complete and leaves it out;
    everywhere else nothing is known, which is not the same as no. The newest list speaks first.
    """
    membership = registry.membership(city, network)
    if membership is not None:
        now = standing(membership)
        sources = now.entry.sources if now.entry else now.last_seen.sources if now.last_seen else ()
        if now.tie is Tie.FORMER:
            return Presence("former", now.ended.sources if now.ended else sources)
        if now.tie is Tie.PROPOSED:
            return Presence("proposed", sources)
        if now.tie is not None:
            return Presence("yes", sources)
    lists = registry.networks[network].record.members
    for members in sorted(lists, key=lambda members: members.as_of.sort_key, reverse=True):
        named = {member.city for member in members.cities}
        if city in named:
            return Presence("yes", members.sources)
        if members.list_complete:
            return Presence("no", members.sources)
    return Presence("unknown")
