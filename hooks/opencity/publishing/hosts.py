"""Finished pages and styles in; what a browser would fetch from a host that nobody declared, out as problems.

A link that a reader follows is no such thing; a picture, a script, a style, a frame or a form's address is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from opencity.problems import Mark, Place, Problem
from opencity.publishing.finished import Element
from opencity.publishing.links import addresses
from opencity.publishing.site_files import SiteFiles

_FOLLOWED = frozenset({"a", "area"})
"""Elements whose address is a link to follow."""
_NAMED = frozenset({"canonical", "alternate", "license", "author", "me", "help", "next", "prev", "search"})
"""What a link of the head names without fetching it."""
_IN_STYLE = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""", re.IGNORECASE)


def check_hosts(site: SiteFiles) -> Iterator[Problem]:
    """Every address that is fetched with a page or with a style of the site: no other host is declared yet."""
    for page in site.pages.values():
        for element in page.elements:
            given = [] if _is_followed(element) else list(addresses(element))
            styles = _IN_STYLE.findall(element.attributes.get("style", ""))
            yield from _foreign(site, page.path, [*given, *styles], Place(page.path, element.mark))
    for path in sorted(name for name in site.files if name.endswith(".css")):
        text = (site.folder / path).read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            yield from _foreign(site, path, _IN_STYLE.findall(line), Place(path, Mark(number)))


def _is_followed(element: Element) -> bool:
    return element.name in _FOLLOWED or (element.name == "link" and bool(element.rel) and element.rel <= _NAMED)


def _foreign(site: SiteFiles, path: str, given: list[str], place: Place) -> Iterator[Problem]:
    for address in given:
        try:
            host = urlsplit(urljoin(site.address_of(path), address.strip())).netloc
        except ValueError:
            continue  # a fault of the link: links.py
        if host and host != urlsplit(site.address).netloc:
            yield Problem("E-SITE-HOST", place, {"given": address, "host": host})
