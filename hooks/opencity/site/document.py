"""A page in; the values of the document around its content (head, header, menu, foot) out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from opencity.dates import PartialDate
from opencity.language.typography import set_plainly
from opencity.language.words import Words
from opencity.pages.page import HOME, Page
from opencity.register.models import Site
from opencity.site.engine import Engine
from opencity.site.page import FinishedPage
from opencity.site.search.places import SCRIPTS, index_folder
from opencity.views.context import ViewContext
from opencity.views.frame.mark import Mark
from opencity.views.frame.navigation import MenuItem, foot_menu, menu, section_menu
from opencity.views.frame.nodes import Node
from opencity.views.frame.page_dates import page_dates
from opencity.views.frame.sharing import Sharing, sharing
from opencity.views.frame.structured import Described, structured_data
from opencity.views.frame.translation import LanguageLink, language_links


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language (`x-default` for the site's first), as an absolute address."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True)
class SearchBox:
    """Where a search leads and what it needs: the search page, the scripts, the language's index, the site map.

    `is_here` on the search page itself, which has a larger box of its own.
    """

    action: str
    scripts: str
    index: str
    site_map: str | None
    is_here: bool


@dataclass(frozen=True, slots=True)
class DocumentValues:
    """What `main.html` shows. `root` leads from the page to the site's root; 404 has an absolute one."""

    locale: str
    words: Words
    site: Site
    site_title: str
    title: str
    description: str
    canonical: str | None
    alternates: tuple[Alternate, ...]
    root: str
    home: str
    menu: tuple[MenuItem, ...]
    section: MenuItem | None
    foot: tuple[MenuItem, ...]
    languages: tuple[LanguageLink, ...]
    about: str | None
    licence: str
    publisher: str
    is_home: bool
    structured: Node | None
    sharing: Sharing | None
    is_filtered: bool
    mark: Mark
    search: SearchBox | None


def document_values(engine: Engine, page: Page | None, locale: str, finished: FinishedPage | None) -> DocumentValues:
    """Values for one page, or for what stands at any address (404)."""
    url = page.url if page else ""
    context = engine.context(locale, url if page else None)
    site = engine.site
    site_title = context.say(site.title)
    about = engine.pages.in_role("about-data", locale)
    home = engine.pages.get(HOME, locale)
    main_menu = menu(page, context)
    title = set_plainly(finished.title, locale) if finished else context.words("not_found.title")
    description = set_plainly(finished.description, locale) if finished else ""
    about_page = Described(page, title, description, finished.dates) if page and finished else None
    return DocumentValues(
        locale=locale,
        words=context.words,
        site=site,
        site_title=site_title,
        title=title,
        description=description,
        canonical=engine.pages.addresses.absolute((page.original or page).url) if page else None,
        alternates=_alternates(engine, page),
        root=context.href(""),
        home=context.href(home.url if home else ""),
        menu=main_menu,
        section=section_menu(main_menu, page),
        foot=foot_menu(page, context),
        languages=language_links(page, context),
        about=context.href(about.url) if about else None,
        licence=context.say(site.licence),
        publisher=context.say(site.publisher),
        is_home=page is not None and page.path == HOME,
        structured=structured_data(about_page, context) if about_page and not about_page.page.original else None,
        sharing=sharing(about_page, engine.picture_words[locale], context) if about_page else None,
        is_filtered=finished is not None and finished.is_filtered,
        mark=engine.mark,
        search=_search_box(page, context),
    )


def _search_box(page: Page | None, context: ViewContext) -> SearchBox | None:
    """None where the language has no search page: then nothing of search is on its pages."""
    there = context.pages.in_role("search", context.locale)
    if there is None:
        return None
    return SearchBox(
        action=context.href(there.url),
        scripts=context.href(f"{SCRIPTS}/"),
        index=context.href(index_folder(context.locale)),
        site_map=context.page_in_role("site-map"),
        is_here=page is there,
    )


def _alternates(engine: Engine, page: Page | None) -> tuple[Alternate, ...]:
    if page is None:
        return ()
    absolute = engine.pages.addresses.absolute
    twins = engine.pages.written_twins(page)
    found = [Alternate(twin.locale, absolute(twin.url)) for twin in twins]
    default = next((twin for twin in twins if twin.locale == engine.site.default_locale), page.original or twins[0])
    return (*found, Alternate("x-default", absolute(default.url)))


def _updated(engine: Engine, page: Page) -> PartialDate | None:
    return page_dates(page, engine.context(page.locale)).updated


def site_map_values(engine: Engine) -> tuple[Mapping[str, object], ...]:
    """The entries of sitemap.xml: each page once, with its alternates; none that waits for its translation."""
    absolute = engine.pages.addresses.absolute
    return tuple(
        {
            "address": absolute(page.url),
            "updated": updated.isoformat() if (updated := _updated(engine, page)) else None,
            "alternates": _alternates(engine, page),
        }
        for page in engine.pages.written
    )
