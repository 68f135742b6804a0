"""The pages in; which of the pages that the engine itself needs are not there, and how each would begin, out.

Pages belong to the city, so an engine that needs a new one can only ask for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from opencity.pages.anchors import plain
from opencity.pages.page_map import PageMap
from opencity.pages.source import Role
from opencity.problems import Place, Problem
from opencity.register.models.text import SLUG

NEEDED: tuple[Role, ...] = ("search", "site-map")
"""The roles that every site needs a page in: links on all pages lead there. Any other page may be left out."""

_PAGE = """\
---
title: {title}
role: {role}
place: foot
---
"""


def without_role_pages(pages: PageMap) -> Iterator[Problem]:
    """One warning for each role that no page has in any language; a twin that is missing is told of as such."""
    first = pages.addresses.locales[0]
    if pages.broken or not pages.speaks(first):
        return  # one of them may be the page that seems to be missing
    for role in NEEDED:
        if any(page.meta.role == role for page in pages):
            continue
        path = f"{_slug(role, pages, first)}.md"
        there = pages.get(path, first)
        file = f"docs/{first}/{path}"
        details = {"given": role, "path": file, "title": _title(role, pages, first), "guess": file if there else ""}
        yield Problem("W-ROLE-MISSING", there.source.place() if there else Place(file), details)


def role_page_files(role: Role, pages: PageMap) -> Mapping[str, str]:
    """File to text: the page in a role for every language, where the role has a page already at that page's path."""
    locales = pages.addresses.locales
    known = next((page.path for page in pages if page.meta.role == role), None)
    path = known or f"{_slug(role, pages, locales[0])}.md"
    return {f"docs/{each}/{path}": _PAGE.format(title=_title(role, pages, each), role=role) for each in locales}


def role_page_segments(role: Role, pages: PageMap) -> str:
    """The line of the settings that gives the page an address in each further language's words; may be empty.

    A site in Polish and English gets `szukaj: { en: search }`.
    """
    first, *others = pages.addresses.locales
    slug = _slug(role, pages, first)
    own = {locale: _slug(role, pages, locale) for locale in others}
    listed = ", ".join(f"{locale}: {name}" for locale, name in own.items() if name != slug)
    return f"{slug}: {{ {listed} }}" if listed else ""


def _title(role: Role, pages: PageMap, locale: str) -> str:
    return pages.words[locale](f"role_page.{role}")


def _slug(role: Role, pages: PageMap, locale: str) -> str:
    """The title as the name of a file; a language whose letters addresses cannot have gets the role's own name."""
    slug = plain(_title(role, pages, locale), letters=pages.words[locale].letters)
    return slug if re.fullmatch(SLUG, slug) else role
