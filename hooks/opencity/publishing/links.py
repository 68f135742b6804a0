"""Finished pages in; links that lead to no page or file of the site, or to no anchor of it, out as problems."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.problems import Place, Problem
from opencity.publishing.finished import Element, Page
from opencity.publishing.site_files import SiteFiles

ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "xlink:href")
"""Attributes that hold one address."""


def addresses(element: Element) -> Iterator[str]:
    """Every address that an element names, pictures of several sizes and the turn to another page included."""
    yield from (element.attributes[name] for name in ADDRESSES if name in element.attributes)
    for part in element.attributes.get("srcset", "").split(","):
        yield from part.split()[:1]
    if element.name == "meta" and element.attributes.get("http-equiv", "").lower() == "refresh":
        _, _, address = element.attributes.get("content", "").partition("=")
        yield address


def check_links(site: SiteFiles) -> Iterator[Problem]:
    """Every link of every page, also into other pages' anchors. What is outside the site is not asked for."""
    for page in site.pages.values():
        for element in page.elements:
            for given in addresses(element):
                yield from _check(site, page, element, given)


def _check(site: SiteFiles, page: Page, element: Element, given: str) -> Iterator[Problem]:
    place = Place(page.path, element.mark)
    absolute = site.absolute(page, given)
    if absolute is None:
        yield Problem("E-SITE-LINK", place, {"given": given})
        return
    target = site.target(absolute)
    if target is None:
        return
    if target.path not in site.files:
        yield Problem("E-SITE-LINK", place, {"given": given})
    elif target.anchor and target.path in site.pages and target.anchor not in site.pages[target.path].ids:
        yield Problem("E-SITE-ANCHOR", place, {"given": given, "anchor": target.anchor})
