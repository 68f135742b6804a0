"""The city the site speaks for must be there; without memberships it is a site with little to say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from opencity.problems import Place, Problem
from opencity.register.rules.context import Context

RESERVED = re.compile(r"\.(?:example|invalid|test|localhost)(?:[/:]|$)")
"""Domains that RFC 2606 keeps for examples: nobody can own them, so nobody answers there."""


def check_speaking_city(context: Context) -> Iterator[Problem]:
    """Warn when the speaking city has no membership; name what a demonstration leaves open."""
    registry = context.registry
    site = registry.site
    silent = not registry.memberships_of(site.city) and not context.broken.has_membership_of(site.city)
    if site.city in registry.cities and silent:
        place = Place(f"data/cities/{site.city}/memberships")
        yield Problem("W-NO-MEMBERSHIPS", place, {"city": site.city})
    for path, value in (("address", site.address), ("contact", site.contact.email or "")):
        if RESERVED.search(value):
            code = "E-PLACEHOLDER" if site.standing == "official" else "W-PLACEHOLDER"
            yield Problem(code, registry.site_item.place(path), {"given": value})
    if site.contact.email is None and site.contact.issues is None:
        code = "E-CONTACT" if site.standing == "official" else "W-CONTACT"
        yield Problem(code, registry.site_item.place("contact"), {})
