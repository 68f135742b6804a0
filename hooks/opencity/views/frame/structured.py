"""A page in; what it says in machine form (schema.org, as plain dicts to be printed as JSON-LD) out.

Only what a source says outright goes in: nothing inferred, nothing disputed, no date between bounds. A machine shows
a fact without the note that stands beside it on the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urljoin

from opencity.pages.page_map import HOME, Page
from opencity.register.models import ActKind, Document, Event, Fact, Membership, Network, NetworkKind, Tie, When
from opencity.register.models.claims import Inference
from opencity.register.standing import Standing, standing
from opencity.views.context import ViewContext
from opencity.views.documents import newest_first
from opencity.views.frame.navigation import breadcrumbs
from opencity.views.frame.page_dates import PageDates, page_dates

Node = dict[str, object]

_TYPES: Mapping[NetworkKind, str] = MappingProxyType({
    NetworkKind.NETWORK: "Organization",
    NetworkKind.ASSOCIATION: "Organization",
    NetworkKind.CHARTER: "CreativeWork",
    NetworkKind.TITLE: "Thing",
})  # fmt: skip
"""What each kind of tie is to, in the words of schema.org, which has none for a title."""

_MEMBERS = frozenset({Tie.MEMBER, Tie.ASSOCIATE_MEMBER, Tie.FOUNDER})
"""Ties that make a member. Who signs a charter or holds a title is none."""

_LEGAL = frozenset({"resolution", "mayors_order"})
_PUBLISHED = frozenset({"guide", "report", "recommendations"})
"""Kinds of document whose date is that of publication."""


@dataclass(frozen=True, slots=True)
class Described:
    """A page and what its head says of it."""

    page: Page
    title: str
    description: str
    dates: PageDates


def structured_data(about: Described, context: ViewContext) -> Node:
    """The graph of one page: the page itself, the way to it, and the things that it is about."""
    return {"@context": "https://schema.org", "@graph": [_known(node) for node in _nodes(about, context)]}


def _nodes(about: Described, context: ViewContext) -> Iterator[Node]:
    page, meta = about.page, about.page.meta
    subject: list[Node] = []
    if page.path == HOME:
        yield _site(context)
        subject = [_city(context, _memberships(context))]
    elif meta.network:
        subject = list(_network_and_city(meta.network, context))
    elif meta.event:
        subject = list(_event(page, context.registry.events[meta.event].record, context))
    elif meta.role in ("register", "about-data"):
        subject = [_dataset(about, context)]
    crumbs = _crumbs(about, context)
    whole = _page(about, context)
    if crumbs:
        whole["breadcrumb"] = _ref(crumbs)
    if subject:
        whole["about"] = _ref(subject[0])
    if meta.role == "documents":
        records = [item.record for item in context.registry.documents.values()]
        whole["hasPart"] = [_document(record, context) for record in newest_first(records, context)]
    yield whole
    if crumbs:
        yield crumbs
    if meta.event:
        yield _article(about, subject, context)
    yield from subject


# --- the site and its pages --------------------------------------------------------------------------------


def _page(about: Described, context: ViewContext) -> Node:
    address = _absolute(about.page, context)
    return {
        "@type": "AboutPage" if about.page.meta.role == "about-data" else "WebPage",
        "@id": address,
        "url": address,
        "name": about.title,
        "description": about.description,
        "inLanguage": context.locale,
        "isPartOf": {"@id": _own("site", context)},
        "publisher": _publisher(context),
        **_dates(about.dates),
    }


def _dates(dates: PageDates) -> Node:
    return {
        "datePublished": dates.published.isoformat() if dates.published else None,
        "dateModified": dates.updated.isoformat() if dates.updated else None,
    }


def _site(context: ViewContext) -> Node:
    site = context.registry.site
    return {
        "@type": "WebSite",
        "@id": _own("site", context),
        "url": context.pages.addresses.absolute(""),
        "name": context.say(site.title),
        "description": context.say(site.description),
        "inLanguage": list(site.locales),
        "publisher": _publisher(context),
        "about": {"@id": _own("city", context)},
    }


def _publisher(context: ViewContext) -> Node:
    """Who publishes the site: on a demonstration not the city."""
    name = context.say(context.registry.site.publisher)
    return {"@type": "Organization", "@id": _own("publisher", context), "name": name}


def _crumbs(about: Described, context: ViewContext) -> Node:
    """The way from the home page to this one; nothing on the home page."""
    here = _absolute(about.page, context)
    way = [(crumb.label, urljoin(here, crumb.href)) for crumb in breadcrumbs(about.page, context)]
    if not way:
        return {}
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate((*way, (about.title, here)), 1)
    ]
    return {"@type": "BreadcrumbList", "@id": f"{here}#breadcrumbs", "itemListElement": items}


# --- the city and its networks -----------------------------------------------------------------------------


def _city(context: ViewContext, memberships: list[Node]) -> Node:
    """The city as the body that joins, under the name of the place."""
    city = context.city
    code = {"@type": "PropertyValue", "propertyID": "TERC", "value": city.terc}
    return {
        "@type": "GovernmentOrganization",
        "@id": _own("city", context),
        "name": city.name_in(context.locale),
        "url": city.site,
        "areaServed": {"@type": "City", "name": city.name_in(context.locale)},
        "identifier": code if city.terc and not city.inferred else None,
        "memberOf": memberships,
    }


def _memberships(context: ViewContext) -> list[Node]:
    registry = context.registry
    found = (_membership(membership, context) for membership in registry.memberships_of(registry.site.city))
    return [node for node in found if node is not None]


def _membership(membership: Membership, context: ViewContext) -> Node | None:
    """A present membership that a source states, with its beginning as far as one states that."""
    now = standing(membership)
    if now.tie not in _MEMBERS or not _is_stated(now):
        return None
    network = context.registry.networks[membership.network].record
    return _known({
        "@type": "OrganizationRole",
        "roleName": context.words(f"tie.{now.tie.value}"),
        "startDate": _stated(now.since, now.entry.inferred) if now.entry else None,
        "memberOf": _network(network, context),
    })  # fmt: skip


def _is_stated(now: Standing) -> bool:
    """Whether a source says that the city is in, and nothing suggests that it is out again."""
    if now.gap is not None and now.gap.before is None:
        return False
    witness = now.entry or now.last_seen
    return witness is not None and witness.inferred is None


def _network_and_city(identity: str, context: ViewContext) -> Iterator[Node]:
    registry = context.registry
    network = _network(registry.networks[identity].record, context)
    yield network
    membership = registry.membership(registry.site.city, identity)
    role = _membership(membership, context) if membership else None
    if role is not None:
        yield _city(context, [{**role, "memberOf": _ref(network)}])


def _network(network: Network, context: ViewContext) -> Node:
    name, _ = network.name.in_(context.locale)
    others = [network.name.in_(locale)[0] for locale in context.registry.site.locales]
    others.append(context.say(network.label))
    others += [network.abbreviation.text] if network.abbreviation else []
    kind = _TYPES[network.kind]
    page = context.pages.about("network", network.id, context.registry.site.default_locale)
    return _known({
        "@type": kind,
        "@id": f"{_absolute(page, context)}#network" if page else None,
        "name": name,
        "alternateName": [other for other in dict.fromkeys(others) if other != name],
        "description": context.say(network.summary),
        "url": network.site,
        "foundingDate": _founded(network) if kind == "Organization" else None,
    })  # fmt: skip


def _founded(network: Network) -> str | None:
    acts = (act for act in network.history if act.kind is ActKind.FOUNDING)
    return next((_stated(act.date, act.inferred) for act in acts), None)


def _stated(fact: Fact[When] | None, inferred: Inference | None) -> str | None:
    """A date at its own precision, if it is one date, nobody disputes it, and it is not our inference."""
    if fact is None or inferred is not None or fact.is_disputed or fact.value.on is None:
        return None
    return fact.value.on.isoformat()


# --- articles, documents, data -----------------------------------------------------------------------------


def _event(page: Page, event: Event, context: ViewContext) -> Iterator[Node]:
    """What happened; nothing of what was only planned, or is inferred."""
    if event.planned_only or event.inferred:
        return
    twin = context.pages.get(page.path, context.registry.site.default_locale) or page
    yield {
        "@type": "Event",
        "@id": f"{_absolute(twin, context)}#event",
        "name": context.say(event.title),
        "description": context.say(event.summary) if event.summary else None,
        "startDate": event.start.isoformat(),
        "endDate": event.end.isoformat() if event.end else None,
        "location": {"@type": "Place", "name": context.say(event.place)} if event.place else None,
        "image": _image(event, context),
    }


def _article(about: Described, subject: list[Node], context: ViewContext) -> Node:
    meta, publisher = about.page.meta, _publisher(context)
    address = _absolute(about.page, context)
    assert meta.event is not None  # asked for pages about events only
    return {
        "@type": "Article",
        "@id": f"{address}#article",
        "headline": about.title,
        "description": about.description,
        "inLanguage": context.locale,
        "mainEntityOfPage": {"@id": address},
        "author": publisher if meta.author in (None, publisher["name"]) else meta.author,
        "publisher": publisher,
        "about": _ref(subject[0]) if subject else None,
        "image": _image(context.registry.events[meta.event].record, context),
        **_dates(about.dates),
    }


def _image(event: Event, context: ViewContext) -> Node | None:
    """The picture of an event, with its credit; those of other cities' events are not on this site."""
    registry = context.registry
    if event.picture is None or registry.events[event.id].city != registry.site.city:
        return None
    credit = event.picture.credit
    return {
        "@type": "ImageObject",
        "contentUrl": context.pages.addresses.absolute(f"assets/{event.picture.file}"),
        "caption": context.say(event.picture.alt),
        "creditText": f"{credit.author}, {credit.licence}",
    }


def _document(document: Document, context: ViewContext) -> Node:
    own, here = document.title.in_(document.language), context.say(document.title)
    date = document.date.value.isoformat() if document.date and not document.date.is_disputed else None
    node: Node = {
        "@type": "Legislation" if document.kind in _LEGAL else "CreativeWork",
        "name": own,
        "alternateName": here if here != own else None,
        "inLanguage": document.language,
        "url": document.address,
        "datePublished": date if document.kind in _PUBLISHED else None,
    }
    if document.kind in _LEGAL:
        number = document.number.value if document.number and not document.number.is_disputed else None
        node |= {"legislationIdentifier": number, "legislationDate": date}
    return _known(node)


def _dataset(about: Described, context: ViewContext) -> Node:
    """The register: the same on every page that is about it."""
    registry, words = context.registry, context.words
    page = context.pages.in_role("register", context.locale) or about.page
    return {
        "@type": "Dataset",
        "@id": _own("data", context),
        "name": words("register.caption", city=context.city.name_in(context.locale)),
        "description": context.say(registry.site.description),
        "url": _absolute(page, context),
        "license": {"@type": "CreativeWork", "name": context.say(registry.site.licence)},
        "creator": _publisher(context),
        "inLanguage": list(registry.site.locales),
        "dateModified": _dates(page_dates(page, context))["dateModified"],
        "temporalCoverage": _coverage(context),
        "isAccessibleForFree": True,
    }


def _coverage(context: ViewContext) -> str | None:
    """From the first date that the register holds of the city's memberships until now: `1990-10-11/..`"""
    registry = context.registry
    acts = (act for membership in registry.memberships_of(registry.site.city) for act in membership.acts)
    first = min((date for act in acts if (date := _stated(act.date, act.inferred))), default=None)
    return f"{first}/.." if first else None


# --- small things ------------------------------------------------------------------------------------------


def _absolute(page: Page, context: ViewContext) -> str:
    return context.pages.addresses.absolute(page.url)


def _own(name: str, context: ViewContext) -> str:
    """The identity of a thing of the site's own, the same in every language."""
    return f"{context.pages.addresses.absolute('')}#{name}"


def _ref(node: Node) -> Node:
    return {"@id": node["@id"]} if "@id" in node else node


def _known(node: Node) -> Node:
    """Without what is not known."""
    return {key: value for key, value in node.items() if value is not None and value != []}
