"""One language in; what the search page shows without a result: where its form leads and where else to look, out."""

from __future__ import annotations

from dataclasses import dataclass

from opencity.views.context import ViewContext
from opencity.views.labels import label_language, page_label
from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The address of the page itself, the pages of networks, and the site map where there is one."""

    action: str
    networks: tuple[Value, ...]
    site_map: str | None


def search_page(context: ViewContext) -> SearchPage:
    """The page as it stands before anybody has searched, and where nothing is found."""
    networks = tuple(
        Value(page_label(page, context), href=context.href(page.url), lang=label_language(page.meta.network, context))
        for pages in context.order.values()
        for page in pages
        if page.meta.network
    )
    return SearchPage(context.page_in_role("search") or "", networks, context.page_in_role("site-map"))
