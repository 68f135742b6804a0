"""A page in; what it says in machine form (schema.org, as plain dicts to be printed as JSON-LD) out.

Only what a source says outright goes in: nothing inferred, nothing disputed, no date between bounds. A machine shows
a fact without the note that stands beside it on the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from opencity.language.names import sentence
from opencity.pages.page import HOME, Page
from opencity.register.models import Document, Event
from opencity.views.context import ViewContext
from opencity.views.documents import newest_first
from opencity.views.frame.city_nodes import city_node, coverage, membership_nodes, network_and_city
from opencity.views.frame.navigation import breadcrumbs
from opencity.views.frame.nodes import Node, absolute, known, own, plain, ref
from opencity.views.frame.page_dates import PageDates, page_dates

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
    return {"@context": "https://schema.org", "@graph": [plain(known(node)) for node in _nodes(about, context)]}


def _nodes(about: Described, context: ViewContext) -> Iterator[Node]:
    page, meta = about.page, about.page.meta
    subject: list[Node] = []
    if page.path == HOME:
        yield _site(context)
        subject = [city_node(context, membership_nodes(context))]
    elif meta.network:
        subject = list(network_and_city(meta.network, context))
    elif meta.event:
        subject = list(_event(page, context.registry.events[meta.event].record, context))
    elif meta.role in ("register", "about-data"):
        subject = [_dataset(about, context)]
    crumbs = _crumbs(about, context)
    whole = _page(about, context)
    if crumbs:
        whole["breadcrumb"] = ref(crumbs)
    if subject:
        whole["about"] = ref(subject[0])
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
    address = absolute(about.page, context)
    return {
        "@type": "AboutPage" if about.page.meta.role == "about-data" else "WebPage",
        "@id": address,
        "url": address,
        "name": about.title,
        "description": about.description,
        "inLanguage": context.locale,
        "isPartOf": {"@id": own("site", context)},
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
        "@id": own("site", context),
        "url": context.pages.addresses.absolute(""),
        "name": context.say(site.title),
        "description": context.say(site.description),
        "inLanguage": list(site.locales),
        "publisher": _publisher(context),
        "about": {"@id": own("city", context)},
    }


def _publisher(context: ViewContext) -> Node:
    """Who publishes the site: on a demonstration not the city."""
    name = context.say(context.registry.site.publisher)
    return {"@type": "Organization", "@id": own("publisher", context), "name": name}


def _crumbs(about: Described, context: ViewContext) -> Node:
    """The way from the home page to this one; nothing on the home page."""
    here = absolute(about.page, context)
    way = [(crumb.label, urljoin(here, crumb.href)) for crumb in breadcrumbs(about.page, context)]
    if not way:
        return {}
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate((*way, (about.title, here)), 1)
    ]
    return {"@type": "BreadcrumbList", "@id": f"{here}#breadcrumbs", "itemListElement": items}


# --- articles, documents, data -----------------------------------------------------------------------------


def _event(page: Page, event: Event, context: ViewContext) -> Iterator[Node]:
    """What happened; nothing of what was only planned, or is inferred."""
    if event.planned_only or event.inferred:
        return
    twin = context.pages.get(page.path, context.registry.site.default_locale) or page
    yield {
        "@type": "Event",
        "@id": f"{absolute(twin, context)}#event",
        "name": context.say(event.title),
        "description": context.say(event.summary) if event.summary else None,
        "startDate": event.start.isoformat(),
        "endDate": event.end.isoformat() if event.end else None,
        "location": {"@type": "Place", "name": context.say(event.place)} if event.place else None,
        "image": _image(event, context),
    }


def _article(about: Described, subject: list[Node], context: ViewContext) -> Node:
    meta, publisher = about.page.meta, _publisher(context)
    address = absolute(about.page, context)
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
        "about": ref(subject[0]) if subject else None,
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
    return known(node)


def _dataset(about: Described, context: ViewContext) -> Node:
    """The register: the same on every page that is about it."""
    registry, words = context.registry, context.words
    page = context.pages.in_role("register", context.locale) or about.page
    return {
        "@type": "Dataset",
        "@id": own("data", context),
        "name": sentence("register.caption", context.city, words),
        "description": context.say(registry.site.description),
        "url": absolute(page, context),
        "license": {"@type": "CreativeWork", "name": context.say(registry.site.licence)},
        "creator": _publisher(context),
        "inLanguage": list(registry.site.locales),
        "dateModified": _dates(page_dates(page, context))["dateModified"],
        "temporalCoverage": coverage(context),
        "isAccessibleForFree": True,
    }
