"""The engine of a build and the folder of the finished site in; the files of the search index, by their paths, out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from opencity.language.marks import without_marks
from opencity.language.typography import set_plainly
from opencity.pages.addresses import relative
from opencity.pages.page import HOME, Page
from opencity.site.engine import Engine
from opencity.site.search.index import Index, IndexedPage, as_json, index_of
from opencity.site.search.names import city_groups, network_names, slip_names
from opencity.site.search.reading import read
from opencity.views.context import ViewContext
from opencity.views.events import event_of
from opencity.views.frame.navigation import breadcrumbs
from opencity.views.labels import page_title
from opencity.views.subjects.news import event_date

FOLDER = "assets/search"

KINDS = ("network", "programme", "data", "news", "other")
"""The kinds of page, in the order in which pages of the same worth are shown."""
_DATA = frozenset({"register", "timeline", "cities", "documents", "projects"})
_LEFT_OUT = frozenset({"search", "site-map", "translations"})
"""Roles of pages that say nothing of their own."""
_LIVE = "search.live."


def index_folder(locale: str) -> str:
    """Where the index of a language lies, from the root of the site."""
    return f"{FOLDER}/{locale}/"


def search_files(engine: Engine, site: Path) -> Mapping[str, bytes]:
    """Path in the site to content, for every language. The finished pages are read back from the site's folder."""
    found: dict[str, bytes] = {}
    for locale in engine.site.locales:
        found.update(_of_language(engine, site, locale))
    return found


def _of_language(engine: Engine, site: Path, locale: str) -> Mapping[str, bytes]:
    context = engine.context(locale)
    networks = network_names(engine.registry)
    pages = tuple(_indexed(page, context, site) for page in _pages(context))
    index = index_of(pages, KINDS, networks)
    files: dict[str, Mapping[str, object]] = {"start.json": _start(engine, context, index)}
    files.update((f"text/{number}.json", text) for number, text in enumerate(index.texts))
    files.update((f"words/{shard}.json", {"words": entries}) for shard, entries in index.shards.items())
    build = _digest(files)
    return {f"{index_folder(locale)}{name}": as_json({"build": build, **content}) for name, content in files.items()}


def _digest(files: Mapping[str, object]) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + as_json(files[name]) + b"\0")
    return digest.hexdigest()[:16]


def _start(engine: Engine, context: ViewContext, index: Index) -> Mapping[str, object]:
    locale, registry = context.locale, engine.registry
    page, site_map = engine.pages.in_role("search", locale), engine.pages.in_role("site-map", locale)
    return {
        "locale": locale,
        "root": relative("", index_folder(locale)),
        "words": _live_words(context),
        "kinds": [[kind, context.words(f"search.kind.{kind}")] for kind in KINDS],
        "networks": [
            [identity, without_marks(context.say(item.record.label))] for identity, item in registry.networks.items()
        ],
        "pages": index.pages,
        "packs": index.packs,
        "sections": index.sections,
        "shards": list(index.shards),
        "inflection": None,
        "stop": [],
        "same": city_groups(registry),
        "names": slip_names(registry),
        "others": list(_others(engine, locale)),
        "page": page.url if page else "",
        "siteMap": site_map.url if site_map else "",
    }


def _live_words(context: ViewContext) -> Mapping[str, object]:
    entries = context.words.entries.items()
    return {
        key.removeprefix(_LIVE): entry if isinstance(entry, str) else dict(entry)
        for key, entry in entries
        if key.startswith(_LIVE)
    }


def _others(engine: Engine, locale: str) -> Iterator[Mapping[str, str]]:
    """The indexes of the other languages, each by its own name."""
    for other, words in engine.words.items():
        if other != locale:
            page = engine.pages.in_role("search", other)
            name = words.language_name(other)
            yield {"locale": other, "name": name, "start": index_folder(other), "page": page.url if page else ""}


# --- pages ----------------------------------------------------------------------------------------------


def _pages(context: ViewContext) -> Sequence[Page]:
    """The pages to index: by kind, the news newest first, the others as the menus have them."""
    news = {page.path: at for at, page in enumerate(context.news)}
    order = {page.path: at for at, page in enumerate(page for group in context.order.values() for page in group)}
    found = [page for page in context.pages if page.locale == context.locale and page.meta.role not in _LEFT_OUT]

    def rank(page: Page) -> tuple[bool, int, int, str]:
        place = news.get(page.path, order.get(page.path, 0))
        return page.path != HOME, KINDS.index(_kind(page)), place, page.path

    return sorted(found, key=rank)


def _kind(page: Page) -> str:
    if page.meta.network:
        return "network"
    if page.meta.programme:
        return "programme"
    if page.meta.event or page.meta.role == "news":
        return "news"
    return "data" if page.meta.role in _DATA else "other"


def _indexed(page: Page, context: ViewContext, site: Path) -> IndexedPage:
    reading = read((site / page.dest).read_text(encoding="utf-8"))
    own = _networks(page, context)
    return IndexedPage(
        kind=_kind(page),
        title=reading.title or set_plainly(page_title(page, context), context.locale),
        url=page.url,
        trail=tuple(set_plainly(crumb.label, context.locale) for crumb in breadcrumbs(page, context)[1:]),
        date=set_plainly(event_date(event_of(page, context), context).text, context.locale) if page.meta.event else "",
        lang=page.text_locale if page.text_locale != page.locale else "",
        networks=tuple(dict.fromkeys((*own, *(name for part in reading.sections for name in part.networks)))),
        sections=reading.sections,
    )


def _networks(page: Page, context: ViewContext) -> tuple[str, ...]:
    """The networks that a page is about as a whole."""
    if page.meta.event:
        return event_of(page, context).networks
    return (page.meta.network,) if page.meta.network else ()
