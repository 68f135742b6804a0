"""A city and a network in; yes, no or unknown out. "No" needs a list that is known to be complete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from opencity.register.models import Act, Effect, Membership, Tie
from opencity.register.models.network import Members
from opencity.register.models.numbers import AsOf
from opencity.register.registry import Registry
from opencity.register.standing import standing


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether a city is in a network, and the sources that say so. Unknown has none.

    `unclear` is a city that one source names and another leaves out, when nobody knows which of them is newer.
    `as_of` is the date of the list or the sighting that gives the answer; an act has its date in the path.
    """

    answer: Literal["yes", "former", "proposed", "no", "unclear", "unknown"]
    sources: tuple[str, ...] = ()
    as_of: AsOf | None = None


def presence(registry: Registry, city: str, network: str) -> Presence:
    """The answer for one city and one network.

    A city without a path is outside only where a source's list of members is complete and leaves it out;
    everywhere else nothing is known, which is not the same as no. The newest list speaks first.
    """
    membership = registry.membership(city, network)
    told = _by_path(membership) if membership is not None else None
    if told is not None:
        return told
    applied = application(membership) if membership is not None else None
    for members in newest_first(registry.networks[network].record.members):
        if city in {member.city for member in members.cities}:
            return Presence("yes", members.sources, members.as_of)
        if members.list_complete and applied is None:
            return Presence("no", members.sources, members.as_of)
    if applied is not None:
        return Presence("proposed", applied.sources)
    if membership is not None and standing(membership).last_seen is not None:
        seen = dict.fromkeys(source for item in membership.observations for source in item.sources)
        return Presence("unclear", tuple(seen))
    return Presence("unknown")


def _by_path(membership: Membership) -> Presence | None:
    """The answer of a city's own path; None where it has none."""
    now = standing(membership)
    as_of = now.last_seen.as_of if now.last_seen and not now.entry else None
    sources = now.entry.sources if now.entry else now.last_seen.sources if now.last_seen else ()
    if now.tie is Tie.FORMER:
        return Presence("former", now.ended.sources if now.ended else sources)
    if now.tie is Tie.PROPOSED:
        return Presence("proposed", sources, as_of)
    return Presence("yes", sources, as_of) if now.tie is not None else None


def application(membership: Membership) -> Act | None:
    """The last step by which a city asked to be let in."""
    return next((act for act in reversed(membership.acts) if act.effect is Effect.APPLIES), None)


def newest_first(lists: tuple[Members, ...]) -> tuple[Members, ...]:
    """Lists of members, those of unknown date last."""
    return tuple(sorted(lists, key=lambda members: members.as_of.sort_key, reverse=True))


def complete_list(lists: tuple[Members, ...]) -> Members | None:
    """The newest list that is known to be complete."""
    return next((members for members in newest_first(lists) if members.list_complete), None)
