"""All pages of one language in; the site as nested lists in the order of its menus, each page once, out."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from opencity.pages.page import HOME, Page
from opencity.views.context import ViewContext
from opencity.views.events import event_of
from opencity.views.labels import label_language, page_title
from opencity.views.order import in_order
from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class Spot:
    """One line of the map with what lies below it: a page, or a year of the news, which leads nowhere."""

    title: Value
    is_here: bool = False
    below: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteMap:
    """The pages of the menu with those of their sections, and the pages of the foot."""

    menu: tuple[Spot, ...]
    foot: tuple[Spot, ...]


def site_map(here: Page, context: ViewContext) -> SiteMap:
    """The map as it stands on the page `here`, with the pages of that page's language alone."""
    pages = [page for page in context.pages if page.locale == context.locale and page.path != HOME]
    below: dict[str, list[Page]] = {}
    for page in pages:
        below.setdefault(_above(page, context), []).append(page)
    drawing = _Drawing(here, {above: in_order(found, context) for above, found in below.items()}, context)
    top = drawing.below.get(HOME, ())
    home = context.pages.get(HOME, context.locale)
    first = (drawing.spot(home),) if home else ()
    menu, foot = (drawing.spots(page for page in top if page.meta.place == place) for place in ("menu", "foot"))
    return SiteMap((*first, *menu), foot)


def _above(page: Page, context: ViewContext) -> str:
    """The path of the nearest folder page above a page; the home page where there is none."""
    folder = page.folder
    while folder and context.pages.get(f"{folder}/{HOME}", context.locale) is None:
        folder = folder.rpartition("/")[0]
    return f"{folder}/{HOME}".lstrip("/")


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What every line of the map is made from."""

    here: Page
    below: Mapping[str, tuple[Page, ...]]
    context: ViewContext

    def spots(self, pages: Iterable[Page]) -> tuple[Spot, ...]:
        """Lines for some pages, in their order."""
        return tuple(self.spot(page) for page in pages)

    def spot(self, page: Page) -> Spot:
        """A page and all below it; below the archive of news the articles stand by year."""
        found = self.below.get(page.path, ()) if page.path != HOME else ()
        if page.meta.role != "news":
            return self._line(page, self.spots(found))
        others = (each for each in found if not each.meta.event)
        return self._line(page, (*self._years(found), *self.spots(others)))

    def _years(self, pages: tuple[Page, ...]) -> tuple[Spot, ...]:
        """The articles among some pages, by year, newest first."""
        there = {page.path for page in pages}
        articles = [page for page in self.context.news if page.path in there]
        years = itertools.groupby(articles, key=lambda page: event_of(page, self.context).start.year)
        return tuple(Spot(Value(str(year)), below=self.spots(found)) for year, found in years)

    def _line(self, page: Page, below: tuple[Spot, ...]) -> Spot:
        network = page.meta.network if not page.meta.title else None
        lang = label_language(network, self.context) if network else None
        name = self.context.words("menu.home") if page.path == HOME else page_title(page, self.context)
        title = Value(name, href=self.context.href(page.url), lang=lang)
        return Spot(title, page is self.here, below)
