"""A page or a network in; what it is called in the language of the page, and in what language that is, out."""

from __future__ import annotations

from opencity.pages.page_map import Page
from opencity.pages.titles import title_of
from opencity.views.context import ViewContext


def page_label(page: Page, context: ViewContext) -> str:
    """The short name: from the front matter, else from the register."""
    if page.meta.menu:
        return page.meta.menu
    return page_title(page, context)


def page_title(page: Page, context: ViewContext) -> str:
    """The title: from the front matter, else the label of what the page is about."""
    title = title_of(page, context.registry)
    assert title is not None  # check_pages saw to it
    return title


def label_language(network: str, context: ViewContext) -> str | None:
    """The language of a network's label where it is not the page's: a name that has no Polish form."""
    record = context.registry.networks[network].record
    label = context.say(record.label)
    name, lang = record.name.in_(context.locale)
    return lang if lang != context.locale and label.casefold() in name.casefold() else None
