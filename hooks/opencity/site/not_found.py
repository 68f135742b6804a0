"""A build in; the pages for wrong addresses out: one for each language, and the one at the root, which speaks them all.

Most hosts of plain files know only `404.html` at the root, whatever the language of the address: hence every language
there. One that can be told more sends `en/404.html` for addresses below `en/` (README.md, "Addresses").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from opencity.language.words import Words
from opencity.site.document import document_values
from opencity.site.engine import Engine
from opencity.site.renderer import Renderer
from opencity.views.frame.navigation import MenuItem, page_item

NAME = "404.html"


@dataclass(frozen=True, slots=True)
class Part:
    """What a reader of one language is told: there is no such page, and where to go."""

    words: Words
    home: str
    menu: tuple[MenuItem, ...]
    site_map: MenuItem | None


def not_found_pages(engine: Engine, render: Renderer) -> Mapping[str, str]:
    """Path in the site to page. Its links begin at the root of the host, for it is shown at any address."""
    first, *others = engine.site.locales
    pages = {NAME: _page(engine, first, engine.site.locales, render)}
    return pages | {f"{locale}/{NAME}": _page(engine, locale, (locale,), render) for locale in others}


def _page(engine: Engine, locale: str, spoken: tuple[str, ...], render: Renderer) -> str:
    parts = []
    for each in spoken:
        document = document_values(engine, None, each, None)
        parts.append(
            Part(document.words, document.home, document.menu, page_item("site-map", engine.context(each, None)))
        )
    html = render("not_found", document=document_values(engine, None, locale, None), parts=parts)
    return engine.finisher.set_document(html, locale)
