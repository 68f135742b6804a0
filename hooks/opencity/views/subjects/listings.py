"""The networks or programmes that have pages in; lists with summaries, for the pages of their folders, out."""

from __future__ import annotations

from dataclasses import dataclass

from opencity.register.models import NetworkKind
from opencity.register.standing import standing
from opencity.views.context import ViewContext
from opencity.views.labels import network_link, programme_link
from opencity.views.membership_facts import since_phrase, tie_value, until_phrase
from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry: name; kind, tie and since when; what it is in a sentence or two."""

    name: Value
    about: tuple[Value, ...]
    summary: str


def listed_networks(context: ViewContext, scope: str = "all") -> tuple[Listed, ...]:
    """The networks of the speaking city, sorted as the language sorts."""
    registry = context.registry
    entries = []
    for membership in registry.memberships_of(registry.site.city):
        network = registry.networks[membership.network].record
        if scope not in ("all", network.scope):
            continue
        name = network_link(network.id, context, letters=True)
        now = standing(membership)
        about = [Value(context.words(f"kind.{network.kind.value}"))]
        if network.kind not in (NetworkKind.CHARTER, NetworkKind.TITLE):  # there the tie only repeats the kind
            about.append(tie_value(now, context))
        about.append(since_phrase(now.since.value if now.since else None, context))
        if now.ended and now.ended.date:
            about.append(until_phrase(now.ended.date.value, context))
        entries.append(Listed(name, tuple(about), context.say(network.summary)))
    return tuple(sorted(entries, key=lambda entry: context.words.sort_key(entry.name.text)))


def listed_programmes(context: ViewContext) -> tuple[Listed, ...]:
    """The city's own programmes."""
    entries = [
        Listed(
            programme_link(programme.id, context),
            (Value(context.words(f"kind.{programme.kind.value}")),),
            context.say(programme.summary),
        )
        for programme in context.registry.programmes_of(context.registry.site.city)
    ]
    return tuple(sorted(entries, key=lambda entry: context.words.sort_key(entry.name.text)))
