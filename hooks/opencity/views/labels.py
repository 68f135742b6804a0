"""A page, a network or a programme in; what it is called in the language of the page, with the way to it, out."""

from __future__ import annotations

from opencity.pages.page import Page
from opencity.pages.titles import title_of
from opencity.views.context import ViewContext
from opencity.views.value import Value


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


def network_link(network: str, context: ViewContext, *, letters: bool = False) -> Value:
    """A network's label with the way to its page, if there is one; with its abbreviation beside it where asked."""
    record = context.registry.networks[network].record
    return Value(
        context.say(record.label),
        href=context.page_about("network", network),
        lang=label_language(network, context),
        abbreviation=record.abbreviation.text if letters and record.abbreviation else None,
    )


def programme_link(programme: str, context: ViewContext) -> Value:
    """A programme's label with the way to its page, if there is one."""
    label = context.registry.programmes[programme].record.label
    return Value(context.say(label), href=context.page_about("programme", programme))
