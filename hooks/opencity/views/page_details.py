"""A page's front matter and subject in; its page details (metryczka) out."""

from __future__ import annotations

from dataclasses import dataclass

from opencity.pages.page_map import Page
from opencity.register.models import Membership, Programme
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.facts import current_unit, unit_value
from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class Detail:
    """One line of the page details."""

    label: str
    value: Value


def page_details(page: Page, context: ViewContext, citations: Citations) -> tuple[Detail, ...]:
    """Published by, responsible unit, author, published, updated: what public bodies print under each page."""
    words, meta = context.words, page.meta
    site = context.registry.site
    details = [Detail(words("details.publisher"), Value(context.say(site.publisher)))]
    subject = _subject(page, context)
    if subject is not None and (unit := current_unit(subject.units, context)):
        details.append(Detail(words("details.unit"), unit_value(unit, context, citations)))
    if meta.author:
        details.append(Detail(words("details.author"), Value(meta.author)))
    for key, date in (("published", meta.published), ("updated", meta.updated)):
        if date is not None:
            value = Value(context.dates.plain(date), datetime=date.isoformat())
            details.append(Detail(words(f"details.{key}"), value))
    if site.repository:
        address = f"{site.repository.rstrip('/')}/commits/main/{page.source.file}"
        details.append(Detail(words("details.history"), Value(words("details.history_link"), href=address)))
    return tuple(details)


def _subject(page: Page, context: ViewContext) -> Membership | Programme | None:
    registry = context.registry
    if page.meta.network:
        return registry.membership(registry.site.city, page.meta.network)
    if page.meta.programme and page.meta.programme in registry.programmes:
        return registry.programmes[page.meta.programme].record
    return None


def report_link(page: Page, context: ViewContext) -> str | None:
    """Where to report an error on a page; the link carries the page's address."""
    contact = context.registry.site.contact
    address = context.pages.addresses.absolute(page.url)
    if contact.issues:
        return contact.issues
    if contact.email:
        return f"mailto:{contact.email}?subject={address}"
    return None
