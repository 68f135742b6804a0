"""One page in one language: its file, its address, and the page that its text comes from while it is untranslated."""

from __future__ import annotations

from dataclasses import dataclass

from opencity.pages.source import FrontMatter, PageSource

HOME = "index.md"
"""The path of the home page in every language."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language."""

    source: PageSource
    url: str
    dest: str
    original: Page | None = None
    """What a page is filled from that nobody has translated yet; None for a page with a text of its own."""

    @property
    def path(self) -> str:
        """The path below the language's folder, shared with the twin: `sieci/icc.md`."""
        return self.source.path

    @property
    def locale(self) -> str:
        """The language of the page."""
        return self.source.locale

    @property
    def text_locale(self) -> str:
        """The language of the prose: of a page that waits for its translation, that of the original."""
        return self.original.locale if self.original else self.locale

    @property
    def meta(self) -> FrontMatter:
        """The front matter."""
        return self.source.meta

    @property
    def folder(self) -> str:
        """The folder it lies in; an `index.md` belongs to the folder above."""
        parts = self.path.split("/")
        return "/".join(parts[:-2] if parts[-1] == "index.md" else parts[:-1])
