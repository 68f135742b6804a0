"""The city and its networks in; what a machine may know of them (schema.org) out: nothing inferred or disputed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from opencity.language.names import city_name
from opencity.register.models import ActKind, Membership, Network, NetworkKind, Tie
from opencity.register.standing import Standing, standing
from opencity.views.context import ViewContext
from opencity.views.frame.nodes import Node, absolute, known, own, ref, stated

_TYPES: Mapping[NetworkKind, str] = MappingProxyType({
    NetworkKind.NETWORK: "Organization",
    NetworkKind.ASSOCIATION: "Organization",
    NetworkKind.CHARTER: "CreativeWork",
    NetworkKind.TITLE: "Thing",
})  # fmt: skip
"""What each kind of tie is to, in the words of schema.org, which has none for a title."""

_MEMBERS = frozenset({Tie.MEMBER, Tie.ASSOCIATE_MEMBER, Tie.FOUNDER})
"""Ties that make a member. Who signs a charter or holds a title is none."""


def city_node(context: ViewContext, memberships: list[Node]) -> Node:
    """The city as the body that joins, under the name of the place."""
    city = context.city
    code = {"@type": "PropertyValue", "propertyID": "TERC", "value": city.terc}
    return {
        "@type": "GovernmentOrganization",
        "@id": own("city", context),
        "name": city_name(city, context.locale),
        "url": city.site,
        "areaServed": {"@type": "City", "name": city_name(city, context.locale)},
        "identifier": code if city.terc and not city.inferred else None,
        "memberOf": memberships,
    }


def membership_nodes(context: ViewContext) -> list[Node]:
    """The present memberships that a source states, as roles with their networks."""
    registry = context.registry
    found = (_membership(membership, context) for membership in registry.memberships_of(registry.site.city))
    return [node for node in found if node is not None]


def _membership(membership: Membership, context: ViewContext) -> Node | None:
    """A present membership that a source states, with its beginning as far as one states that."""
    now = standing(membership)
    if now.tie not in _MEMBERS or not _is_stated(now):
        return None
    network = context.registry.networks[membership.network].record
    return known({
        "@type": "OrganizationRole",
        "roleName": context.words(f"tie.{now.tie.value}"),
        "startDate": stated(now.since, now.entry.inferred) if now.entry else None,
        "memberOf": _network(network, context),
    })  # fmt: skip


def _is_stated(now: Standing) -> bool:
    """Whether a source says that the city is in, and nothing suggests that it is out again."""
    if now.gap is not None and now.gap.before is None:
        return False
    witness = now.entry or now.last_seen
    return witness is not None and witness.inferred is None


def network_and_city(identity: str, context: ViewContext) -> Iterator[Node]:
    """What a network's page is about: the network, and the city where a source states that it is in."""
    registry = context.registry
    network = _network(registry.networks[identity].record, context)
    yield network
    membership = registry.membership(registry.site.city, identity)
    role = _membership(membership, context) if membership else None
    if role is not None:
        yield city_node(context, [{**role, "memberOf": ref(network)}])


def _network(network: Network, context: ViewContext) -> Node:
    name, _ = network.name.in_(context.locale)
    others = [network.name.in_(locale)[0] for locale in context.registry.site.locales]
    others.append(context.say(network.label))
    others += [network.abbreviation.text] if network.abbreviation else []
    kind = _TYPES[network.kind]
    page = context.pages.about("network", network.id, context.registry.site.default_locale)
    return known({
        "@type": kind,
        "@id": f"{absolute(page, context)}#network" if page else None,
        "name": name,
        "alternateName": [other for other in dict.fromkeys(others) if other != name],
        "description": context.say(network.summary),
        "url": network.site,
        "foundingDate": _founded(network) if kind == "Organization" else None,
    })  # fmt: skip


def _founded(network: Network) -> str | None:
    acts = (act for act in network.history if act.kind is ActKind.FOUNDING)
    return next((stated(act.date, act.inferred) for act in acts), None)


def coverage(context: ViewContext) -> str | None:
    """From the first date that the register holds of the city's memberships until now: `1990-10-11/..`"""
    registry = context.registry
    acts = (act for membership in registry.memberships_of(registry.site.city) for act in membership.acts)
    first = min((date for act in acts if (date := stated(act.date, act.inferred))), default=None)
    return f"{first}/.." if first else None
