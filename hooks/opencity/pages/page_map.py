"""The pages that were read in; which is whose twin, about what, in which role and folder, out.

This is the one truth about pages: the menu, the switch, alternates, the sitemap and every link ask it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from opencity.language.words import Words
from opencity.pages.addresses import Addresses
from opencity.pages.anchors import Anchors
from opencity.pages.headings import Heading, headings
from opencity.pages.page import HOME, Page
from opencity.pages.picture_size import PictureSize
from opencity.pages.source import SUBJECTS


@dataclass(frozen=True)
class PageMap:
    """All pages of all languages."""

    addresses: Addresses
    pages: Mapping[tuple[str, str], Page]
    broken: frozenset[tuple[str, str]] = frozenset()
    """Language and path of pages that are there and could not be read, and of links to folders (`""`: all pages)."""
    files: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """Language (or folder, such as `assets`) and path of what is published as it is, with its size in bytes."""
    pictures: Mapping[str, PictureSize] = field(default_factory=dict)
    """The pictures of `docs/assets/` that may be shown, by their paths there."""
    words: Mapping[str, Words] = field(default_factory=dict)
    """The interface words of each published language."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """Old address to the one where its page lives now; filled when all pages are known (pages/redirects.py)."""

    def __iter__(self) -> Iterator[Page]:
        return iter(self.pages.values())

    def get(self, path: str, locale: str) -> Page | None:
        """The page at a path in a language."""
        return self.pages.get((locale, path))

    def is_broken(self, path: str, locale: str) -> bool:
        """Whether a page is there, or hidden behind a link, and could not be read."""
        parts = path.split("/")
        return any((locale, "/".join(parts[:end])) in self.broken for end in range(1, len(parts) + 1))

    def speaks(self, locale: str) -> bool:
        """Whether there is any page in a language."""
        return any(known == locale and path for known, path in (*self.pages, *self.broken))

    def about(self, kind: str, identity: str, locale: str) -> Page | None:
        """The page whose front matter says `network: <id>`, `programme: <id>` or `event: <id>`."""
        return self._subjects.get((locale, kind, identity))

    def in_role(self, role: str, locale: str) -> Page | None:
        """The page that says `role: <role>`, if there is one."""
        return self._roles.get((locale, role))

    def twins(self, page: Page) -> tuple[Page, ...]:
        """The page in every language it exists in, itself included, in the order of the settings."""
        found = (self.get(page.path, locale) for locale in self.addresses.locales)
        return tuple(twin for twin in found if twin is not None)

    @functools.cached_property
    def written(self) -> tuple[Page, ...]:
        """The pages that have a text of their own: all but those that wait for their translation."""
        return tuple(page for page in self if page.original is None)

    def written_twins(self, page: Page) -> tuple[Page, ...]:
        """The page in every language in which it is written: what search engines are told of."""
        return tuple(twin for twin in self.twins(page) if twin.original is None)

    def children(self, folder: str, locale: str) -> tuple[Page, ...]:
        """The pages directly below a folder, the folder's own index left out; `""` is the top."""
        return self._folders.get((locale, folder), ())

    @functools.cached_property
    def anchors(self) -> Anchors:
        """What addresses the headings of its pages, and what they must leave free."""
        return Anchors(self.words)

    def headings(self, page: Page) -> tuple[Heading, ...]:
        """The headings of a page's own text, with their anchors."""
        return headings(page.source.body, self.anchors.slugify(page.text_locale))

    @functools.cached_property
    def _roles(self) -> Mapping[tuple[str, str], Page]:
        found: dict[tuple[str, str], Page] = {}
        for page in self:
            if page.meta.role:
                found.setdefault((page.locale, page.meta.role), page)
        return found

    @functools.cached_property
    def _folders(self) -> Mapping[tuple[str, str], tuple[Page, ...]]:
        found: dict[tuple[str, str], list[Page]] = {}
        for page in self:
            if page.path != HOME:
                found.setdefault((page.locale, page.folder), []).append(page)
        return {key: tuple(pages) for key, pages in found.items()}

    @functools.cached_property
    def _subjects(self) -> Mapping[tuple[str, str, str], Page]:
        found: dict[tuple[str, str, str], Page] = {}
        for page in self:
            for kind in SUBJECTS:
                identity = getattr(page.meta, kind)
                if identity:
                    found.setdefault((page.locale, kind, identity), page)
        return found
