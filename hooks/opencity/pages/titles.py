"""A page and the register in; its title out, and what is wrong with the titles and descriptions of all pages."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.language.marks import say
from opencity.pages.page import Page
from opencity.pages.page_map import PageMap
from opencity.pages.source import SUBJECTS
from opencity.problems import Problem
from opencity.register.registry import Registry

LONGEST = 200
"""Search engines and people who share a page show about 160 characters of its description, and none of the rest."""


def title_of(page: Page, registry: Registry) -> str | None:
    """The title from the front matter, else what the register calls the page's subject; None where that is unknown."""
    meta = page.meta
    if meta.title:
        return meta.title
    if meta.network in registry.networks:
        return say(registry.networks[str(meta.network)].record.label, page.locale)
    if meta.event in registry.events:
        return say(registry.events[str(meta.event)].record.title, page.locale)
    if meta.programme in registry.programmes:
        return say(registry.programmes[str(meta.programme)].record.label, page.locale)
    return None


def check_titles(pages: PageMap, registry: Registry) -> Iterator[Problem]:
    """Two pages of a language that cannot be told apart in a list of results; descriptions that will be cut."""
    titles: dict[tuple[str, str], Page] = {}
    descriptions: dict[tuple[str, str], Page] = {}
    for page in pages.written:
        title, description = title_of(page, registry), page.meta.description or page.meta.lead
        if title and (first := titles.setdefault((page.locale, title.casefold()), page)) is not page:
            field = next((name for name in ("title", *SUBJECTS) if getattr(page.meta, name)), "title")
            details = {"given": title, "first": first.source.file}
            yield Problem("W-TITLE-SAME", page.source.place(field), details)
        if description and (first := descriptions.setdefault((page.locale, description), page)) is not page:
            field = "description" if page.meta.description else "lead"
            yield Problem("W-DESCRIPTION-SAME", page.source.place(field), {"first": first.source.file})
        if page.meta.description and len(page.meta.description) > LONGEST:
            details = {"length": str(len(page.meta.description)), "limit": str(LONGEST)}
            yield Problem("W-DESCRIPTION-LONG", page.source.place("description"), details)
