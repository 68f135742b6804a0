"""What every view is given: the register, the pages, the language and the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from opencity.language.dates import Dates
from opencity.language.marks import say
from opencity.language.words import Words
from opencity.pages.addresses import relative
from opencity.pages.git_history import FileHistory
from opencity.pages.page import Page
from opencity.pages.page_map import PageMap
from opencity.register.models import City, Text
from opencity.register.registry import Registry
from opencity.translations.status import Translations


@dataclass(frozen=True, slots=True)
class ViewContext:
    """One language of one site. `url` is the address of the page that is being made, from the site's root.

    None stands for a page that may be shown at any address (404): its links begin at the root of the host.
    """

    registry: Registry
    pages: PageMap
    words: Words
    today: dt.date
    url: str | None = ""
    order: Mapping[str, tuple[Page, ...]] = field(default_factory=dict)
    """Folder to its pages, as the menu orders them; worked out once for a language, not for every page."""
    history: Mapping[str, FileHistory] = field(default_factory=dict)
    """File to the days on which it changed; empty outside git."""
    news: tuple[Page, ...] = ()
    """The pages about events, newest first; worked out once for a language, not for every page."""
    translations: Translations = field(default_factory=Translations)
    """What is translated and what has changed since; the same in every language."""

    @property
    def locale(self) -> str:
        """The language of the page."""
        return self.words.locale

    @property
    def dates(self) -> Dates:
        """Dates in this language."""
        return Dates(self.words)

    @property
    def city(self) -> City:
        """The city the site speaks for."""
        return self.registry.city

    def at(self, url: str) -> ViewContext:
        """The same for another page."""
        return replace(self, url=url)

    def say(self, text: Text) -> str:
        """A text of the register in this language; one that is not translated is marked as the foreign one it is."""
        return say(text, self.locale)

    def href(self, url: str) -> str:
        """The way from this page to another address of the site."""
        if self.url is None:
            return f"{urlsplit(self.registry.site.address).path}{url}"
        return relative(url, self.url)

    def page_about(self, kind: str, identity: str) -> str | None:
        """The way to the page about a network, programme or event, if there is one."""
        page = self.pages.about(kind, identity, self.locale)
        return self.href(page.url) if page else None

    def page_in_role(self, role: str) -> str | None:
        """The way to the page that has a role, if there is one."""
        page = self.pages.in_role(role, self.locale)
        return self.href(page.url) if page else None

    def spot(self, role: str, anchor: str) -> str | None:
        """The way to an anchor on the page that has a role, if there is such a page."""
        page = self.page_in_role(role)
        return f"{page}#{anchor}" if page is not None else None
