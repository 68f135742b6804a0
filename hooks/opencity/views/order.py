"""Pages of one folder in; the same in the order in which menus and lists name them, out."""

from __future__ import annotations

from collections.abc import Iterable

from opencity.pages.page import Page
from opencity.views.context import ViewContext
from opencity.views.labels import page_label


def in_order(pages: Iterable[Page], context: ViewContext) -> tuple[Page, ...]:
    """Pages by the order that their front matter gives; those without one last, as the language sorts their names."""
    last = 10_000
    return tuple(
        sorted(
            pages,
            key=lambda page: (
                page.meta.order if page.meta.order is not None else last,
                context.words.sort_key(page_label(page, context)),
            ),
        )
    )
