"""Finished pages in; ids that stand twice, and marks of language that are missing or wrong, out as problems."""

from __future__ import annotations

import re
from collections.abc import Iterator

from opencity.problems import Mark, Place, Problem
from opencity.publishing.finished import Page
from opencity.publishing.site_files import SiteFiles

_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")
"""The form of a language's mark (BCP 47), as far as pages use it."""


def check_marks(site: SiteFiles) -> Iterator[Problem]:
    """Ids and languages of every page."""
    for page in site.pages.values():
        yield from _ids(page)
        yield from _languages(page, locale_of(site, page))


def locale_of(site: SiteFiles, page: Page) -> str:
    """The language of the folder that a page stands in."""
    folder = page.path.partition("/")[0]
    return folder if folder in site.locales else site.locales[0]


def _ids(page: Page) -> Iterator[Problem]:
    seen: set[str] = set()
    for element in page.elements:
        given = element.attributes.get("id")
        if given is None:
            continue
        if given in seen or not given or any(letter.isspace() for letter in given):
            yield Problem("E-SITE-ID", Place(page.path, element.mark), {"given": given})
        seen.add(given)


def _languages(page: Page, locale: str) -> Iterator[Problem]:
    roots = [element for element in page.elements if element.name == "html"]
    if not roots or roots[0].attributes.get("lang") != locale:
        mark = roots[0].mark if roots else Mark()
        given = roots[0].attributes.get("lang", "") if roots else ""
        yield Problem("E-SITE-LANGUAGE", Place(page.path, mark), {"given": given, "wanted": locale})
    for element in page.elements:
        given = element.attributes.get("lang", locale)
        if element.name != "html" and not _LANGUAGE.fullmatch(given):
            yield Problem("E-SITE-LANG", Place(page.path, element.mark), {"given": given})
