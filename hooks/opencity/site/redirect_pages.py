"""The redirects of the map of pages in; the small pages that stand at old addresses out."""

from __future__ import annotations

from collections.abc import Mapping

from opencity.pages.addresses import relative
from opencity.site.engine import Engine
from opencity.site.renderer import Renderer
from opencity.views.labels import page_title


def redirect_pages(engine: Engine, render: Renderer) -> Mapping[str, str]:
    """Path in the site to a page that sends its reader on, in the language of the page at the end."""
    live = {page.url: page for page in engine.pages}
    found: dict[str, str] = {}
    for old, target in engine.pages.redirects.items():
        url = target.partition("#")[0]
        page, context = live[url], engine.context(live[url].locale, old)
        html = render(
            "redirect",
            words=context.words,
            title=page_title(page, context),
            href=f"{relative(url, old)}{target.removeprefix(url)}",
            canonical=engine.pages.addresses.absolute((page.original or page).url),
        )
        found[f"{old}index.html"] = engine.finisher.set_document(html, page.locale)
    return found
