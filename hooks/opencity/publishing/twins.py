"""Finished pages in; alternates in other languages that are not there or do not name the page back, out as problems."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.problems import Mark, Place, Problem
from opencity.publishing.finished import Page
from opencity.publishing.marks import locale_of
from opencity.publishing.site_files import SiteFiles

DEFAULT = "x-default"


def check_twins(site: SiteFiles) -> Iterator[Problem]:
    """The alternates of every page that has some: each is a page of that language and names the same set."""
    for page in site.pages.values():
        alternates = page.alternates
        for link in page.links("alternate"):
            language, address = link.attributes.get("hreflang"), link.attributes.get("href", "")
            if language is not None and not _answers(site, page, language, address):
                yield Problem("E-SITE-TWIN", Place(page.path, link.mark), {"given": address, "language": language})
        if alternates and (_original(site, page) not in alternates.values() or DEFAULT not in alternates):
            yield Problem("E-SITE-TWIN-OWN", Place(page.path, _first(page)))


def _answers(site: SiteFiles, page: Page, language: str, address: str) -> bool:
    """Whether the page at an address is in the language and has the same alternates."""
    target = site.target(address)
    twin = site.pages.get(target.path) if target else None
    if twin is None or twin.alternates != page.alternates:
        return False
    return language in (DEFAULT, locale_of(site, twin))


def _original(site: SiteFiles, page: Page) -> str:
    """The address that the page is told to search engines as: that of its original where it waits for a translation."""
    told = [link.attributes.get("href", "") for link in page.links("canonical")]
    return told[0] if told else site.address_of(page.path)


def _first(page: Page) -> Mark:
    return next(page.links("alternate")).mark
