"""The map of pages in; the menu, its labels and its order out. No configuration lists a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from opencity.pages.blocks import NetworksBlock, ProgrammesBlock
from opencity.pages.page import HOME, Page
from opencity.pages.source import Role
from opencity.views.context import ViewContext
from opencity.views.labels import label_language, page_label
from opencity.views.order import in_order

MANY = 40
"""With more pages than this in a folder, the menu on each of them leads to the folder's own page only."""

LISTS = (NetworksBlock, ProgrammesBlock)
"""The blocks that list the pages of a folder, with more words than a menu has."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry. `current` is `page` for the page itself and `section` for the way to it."""

    label: str
    href: str
    current: Literal["page", "section", ""]
    lang: str | None = None
    children: tuple[MenuItem, ...] = ()


def page_order(context: ViewContext) -> Mapping[str, tuple[Page, ...]]:
    """Every folder's pages in one language: by the order that the front matter gives, then as the language sorts."""
    folders = {page.folder for page in context.pages if page.locale == context.locale}
    pages, locale = context.pages, context.locale
    return MappingProxyType({folder: in_order(pages.children(folder, locale), context) for folder in folders})


def menu(page: Page | None, context: ViewContext) -> tuple[MenuItem, ...]:
    """The top level, and below the current section its pages."""
    return tuple(_item(child, page, context) for child in context.order.get("", ()) if child.meta.place == "menu")


def section_menu(items: tuple[MenuItem, ...], page: Page | None) -> MenuItem | None:
    """The current section of a menu with its pages.

    None where the page lists them itself, and where the section is this one page.
    """
    section = next((item for item in items if item.children), None)
    if section is None or (len(section.children) == 1 and section.children[0].current):
        return None
    is_listed = page is not None and any(isinstance(block.options, LISTS) for block in page.source.blocks)
    return None if is_listed and section.current == "page" else section


def foot_menu(page: Page | None, context: ViewContext) -> tuple[MenuItem, ...]:
    """The pages that stand at the foot of every page."""
    return tuple(_item(child, page, context) for child in context.order.get("", ()) if child.meta.place == "foot")


def page_item(role: Role, context: ViewContext) -> MenuItem | None:
    """The page that has a role, as an entry of a list; None where there is none."""
    page = context.pages.in_role(role, context.locale)
    return _item(page, None, context) if page else None


def _item(page: Page, current: Page | None, context: ViewContext) -> MenuItem:
    folder = page.path.removesuffix("/index.md") if page.path.endswith("/index.md") else None
    state: Literal["page", "section", ""] = ""
    if current is page:
        state = "page"
    elif folder is not None and current is not None and current.path.startswith(f"{folder}/"):
        state = "section"
    # the archive lists the articles by year; a menu of their titles would bury the page under it
    below = context.order.get(folder, ()) if folder and state and page.meta.role != "news" else ()
    if len(below) > MANY and state == "section":  # the folder's own page lists them all
        children: tuple[MenuItem, ...] = (MenuItem(page_label(page, context), context.href(page.url), ""),)
    else:
        children = tuple(_item(child, current, context) for child in below)
    lang = label_language(page.meta.network, context) if page.meta.network and not page.meta.menu else None
    return MenuItem(page_label(page, context), context.href(page.url), state, lang, children)


def breadcrumbs(page: Page, context: ViewContext) -> tuple[MenuItem, ...]:
    """The way from the home page to the page above this one."""
    crumbs = []
    home = context.pages.get(HOME, context.locale)
    if home is not None and home is not page:
        crumbs.append(MenuItem(context.words("menu.home"), context.href(home.url), ""))
    parts = page.path.split("/")[:-1]
    for depth in range(1, len(parts) + 1):
        above = context.pages.get("/".join((*parts[:depth], "index.md")), context.locale)
        if above is not None and above is not page:
            crumbs.append(MenuItem(page_label(above, context), context.href(above.url), ""))
    return tuple(crumbs)
