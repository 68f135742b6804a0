"""The project's folder in; everything a build needs (register, pages, renderer, the day), frozen, out."""

from __future__ import annotations

import datetime as dt
import functools
import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from opencity.language.city_strings import read_words
from opencity.language.words import Words
from opencity.pages.checks import check_dates, check_pages, check_sources_are_used
from opencity.pages.git_history import FileHistory, day_of, read_history
from opencity.pages.page import Page
from opencity.pages.page_map import PageMap
from opencity.pages.pictures import check_assets_are_used
from opencity.pages.reading import read_pages
from opencity.pages.recorded import recorded_addresses
from opencity.pages.redirects import check_addresses, check_redirects, redirects_of
from opencity.problems import Collector, ContentErrors, Problem
from opencity.register.loader import load
from opencity.register.models import Site
from opencity.register.registry import Registry
from opencity.site.page import PageFinisher
from opencity.site.renderer import Renderer
from opencity.site.social_picture import social_picture
from opencity.translations.checks import bundled, check_translations
from opencity.translations.stamps import read_stamps
from opencity.translations.status import Translations, translations_of
from opencity.views.context import ViewContext
from opencity.views.frame.mark import Mark, mark
from opencity.views.frame.navigation import page_order
from opencity.views.frame.sharing import picture_words, shared_bars
from opencity.views.subjects.news import news_order


@dataclass(frozen=True, slots=True)
class Checked:
    """The content of a project, read and checked. Register and pages are None where they could not be read."""

    registry: Registry | None
    pages: PageMap | None
    problems: tuple[Problem, ...]
    translations: Translations = field(default_factory=Translations)

    @property
    def has_errors(self) -> bool:
        """Whether a site may not be built from it."""
        return any(problem.is_error for problem in self.problems)


def check_content(root: Path, *, today: dt.date) -> Checked:
    """Read data and pages and collect every problem of both. Needs no MkDocs and writes nothing."""
    loaded = load(root, today=today)
    problems = Collector()
    problems.extend(loaded.problems)
    if loaded.registry is None:
        return Checked(None, None, problems.sorted())
    told = read_words(root, loaded.registry.site_item)
    problems.extend(told.problems)
    pages, found = read_pages(root, loaded.registry.site, told.words)
    problems.extend(found)
    recorded, found = recorded_addresses(root)
    problems.extend(found)
    pages = replace(pages, redirects=redirects_of(pages, loaded.registry, recorded))
    problems.extend(check_pages(pages, loaded.registry, loaded.broken))
    problems.extend(check_redirects(pages, loaded.registry, recorded))
    problems.extend(check_dates(pages, today))
    stamped = read_stamps(root)
    translations = translations_of(pages, loaded.registry, stamped.stamps)
    problems.extend(stamped.problems)
    if not any(problem.is_error for problem in problems.sorted()):
        problems.extend(check_sources_are_used(pages, loaded.registry))
        problems.extend(check_assets_are_used(pages, loaded.registry))
        problems.extend(check_addresses(pages, loaded.registry, recorded))
        problems.extend(check_translations(translations))
    few = Collector()
    few.extend(bundled(problems.sorted()))
    return Checked(loaded.registry, pages, few.sorted(), translations)


def build_date(root: Path) -> dt.date:
    """The one date of a build: SOURCE_DATE_EPOCH, else the day of the last commit, else today."""
    return day_of(os.environ.get("SOURCE_DATE_EPOCH", "")) or day_of(_last_commit(root)) or dt.date.today()


def check_date(root: Path) -> dt.date:
    """The date of a check: today, or the last commit's where the clock is behind it: no source is of the future."""
    return max(dt.date.today(), build_date(root))


def _last_commit(root: Path) -> str:
    """Seconds since 1970 of the last commit, as text; empty outside git."""
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=20).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""


@dataclass(frozen=True)
class Engine:
    """One build of one site: what the events module asks."""

    registry: Registry
    pages: PageMap
    today: dt.date
    finisher: PageFinisher
    history: Mapping[str, FileHistory]
    problems: tuple[Problem, ...] = field(default=())
    translations: Translations = field(default_factory=Translations)

    @property
    def site(self) -> Site:
        """The settings."""
        return self.registry.site

    @property
    def words(self) -> Mapping[str, Words]:
        """The interface words of each published language."""
        return self.pages.words

    def context(self, locale: str, url: str | None = "") -> ViewContext:
        """What views need for one page in one language."""
        words = self.words[locale]
        order, news = self._orders[locale], self._news[locale]
        given = (self.registry, self.pages, words, self.today, url, order, self.history, news, self.translations)
        return ViewContext(*given)

    @functools.cached_property
    def _orders(self) -> Mapping[str, Mapping[str, tuple[Page, ...]]]:
        """Language to the order of its menus: the same for every page."""
        return MappingProxyType({context.locale: page_order(context) for context in self._plain()})

    @functools.cached_property
    def _news(self) -> Mapping[str, tuple[Page, ...]]:
        """Language to its articles, newest first: the same for every page."""
        return MappingProxyType({context.locale: news_order(context) for context in self._plain()})

    def _plain(self) -> Iterator[ViewContext]:
        """What is known before the menus and the news are in order: one context for each language."""
        return (ViewContext(self.registry, self.pages, words, self.today) for words in self.words.values())

    @functools.cached_property
    def picture_words(self) -> Mapping[str, str]:
        """Language to the words of the picture that stands for the site where a page is shared."""
        return MappingProxyType({locale: picture_words(self.context(locale)) for locale in self.words})

    @functools.cached_property
    def mark(self) -> Mark:
        """The site's mark, for the head of every page and the icon."""
        return mark(shared_bars(self.context(self.site.default_locale)))

    @functools.cached_property
    def picture(self) -> bytes:
        """That picture (PNG): it has no words in it and is drawn once for all languages."""
        return social_picture(shared_bars(self.context(self.site.default_locale)), self.site.colours.accent)

    def page(self, path: str, locale: str) -> Page:
        """The page at `path` below `docs/<locale>/`.

        Raises KeyError for a page that the map does not hold.
        """
        return self.pages.pages[(locale, path)]


def open_engine(root: Path, *, today: dt.date | None = None) -> Engine:
    """Read and check a project and make it ready to build.

    Raises ContentErrors when any problem forbids building.
    """
    day = today or build_date(root)
    checked = check_content(root, today=day)
    if checked.has_errors or checked.registry is None or checked.pages is None:
        raise ContentErrors(checked.problems)
    finisher = PageFinisher(Renderer(root / "overrides"))
    history = read_history(root)
    return Engine(checked.registry, checked.pages, day, finisher, history, checked.problems, checked.translations)
