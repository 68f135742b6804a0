"""The city the site speaks for must be there; without memberships it is a site with little to say."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.problems import Place, Problem
from opencity.register.rules.context import Context


def check_speaking_city(context: Context) -> Iterator[Problem]:
    """Warn when the speaking city has no membership; name what a demonstration leaves open."""
    registry = context.registry
    site = registry.site
    if site.city in registry.cities and not registry.memberships_of(site.city):
        place = Place(f"data/cities/{site.city}/memberships")
        yield Problem("W-NO-MEMBERSHIPS", place, {"city": site.city})
    if site.contact.email is None and site.contact.issues is None:
        code = "E-CONTACT" if site.standing == "official" else "W-CONTACT"
        yield Problem(code, registry.site_item.place("contact"), {})
