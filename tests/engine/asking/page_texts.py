"""A project and its finished site in; the text of every page that a search should know, as a reader reads it, out.

It takes no mark of the search into account: what a reader would call the text of the page is what counts. Which parts
are no text is a list of its own here, so a part that both leave out wrongly is not seen.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from opencity.pages.page import Page
from opencity.pages.page_map import PageMap
from opencity.site.engine import check_content

WITHOUT_TEXT = frozenset({"search", "site-map", "translations"})
"""Roles of pages that only list or look for others."""

_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_SKIPPED = frozenset({"nav", "script", "style", "svg", "template", "noscript", "thead"})
_ASIDE = frozenset(
    {"sources", "source-details", "page-details", "report", "cited", "back", "translation-notice", "visually-hidden"}
    | {"filters", "none-left", "matrix-legend", "lifelines", "only-narrow", "known-label"}
    | {"onward", "latest", "cards", "teasers", "listing", "news-year"}
)
"""Classes of what is no text of the page: where it comes from and who publishes it; how it is used and labelled; what
stands on another page and leads there."""
_SUMMARISED, _HOME = "notice", "projects"
"""A notice on a project stands on every page about it, in full on that of this role: elsewhere it leads there."""
_INLINE = frozenset({"a", "abbr", "b", "cite", "em", "i", "q", "small", "span", "strong", "sub", "sup", "time"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True)
class Part:
    """A heading (its name, "" before the first), its anchor, and the text down to the next one."""

    name: str = ""
    anchor: str = ""
    heading: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class PageText:
    """One page. `own` are the words in the page's language as they stand there, `all` those of every language."""

    address: str
    locale: str
    title: str
    parts: tuple[Part, ...]
    own: tuple[str, ...]
    all: frozenset[str]
    anchors: frozenset[str]


def page_texts(project: Path, site: Path, today: dt.date) -> tuple[PageText, ...]:
    """The pages of every language, in the order of their addresses.

    Raises ValueError for content that cannot be read.
    """
    pages = check_content(project, today=today).pages
    if pages is None:
        raise ValueError(f"the pages of {project} cannot be read")
    wanted = sorted((page for page in pages if page.meta.role not in WITHOUT_TEXT), key=lambda page: page.url)
    return tuple(_page_text(page, pages, site) for page in wanted)


def _page_text(page: Page, pages: PageMap, site: Path) -> PageText:
    is_home = page.meta.role == _HOME or pages.in_role(_HOME, page.locale) is None
    reader = _Reader(page.locale, _ASIDE if is_home else _ASIDE | {_SUMMARISED})
    reader.feed((site / page.dest).read_text(encoding="utf-8"))
    reader.close()
    parts = tuple(part for part in reader.parts if part.heading or part.text.strip())
    everything = " ".join(f"{part.heading} {part.text}" for part in parts)
    title = next((part.heading for part in parts if part.name == "h1"), "")
    own = tuple(letters(" ".join(reader.own)))
    return PageText(page.url, page.locale, title.strip(), parts, own, _lower(everything), frozenset(reader.anchors))


def letters(text: str) -> Iterator[str]:
    """The words of a text, as they stand there.

    >>> [*letters("W Łodzi, od 2011 r.")]
    ['W', 'Łodzi', 'od', 'r']
    """
    yield from re.findall(r"[^\W\d_]+", text)


def _lower(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in letters(text))


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet: whether its text counts, its language, whether it is a heading."""

    name: str
    counts: bool
    lang: str


class _Reader(HTMLParser):
    """Reads what stands in <main>."""

    def __init__(self, locale: str, aside: frozenset[str]) -> None:
        super().__init__()
        self.locale, self.aside = locale, aside
        self.parts = [Part()]
        self.own: list[str] = []
        self.anchors: set[str] = set()
        self.open: list[_Open] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.anchors.add(given["id"])
        above = self.open[-1] if self.open else _Open("", counts=False, lang=self.locale)
        counts = (above.counts or tag == "main") and not self._is_aside(tag, given)
        if counts and tag in _HEADINGS:
            self.parts.append(Part(tag, given.get("id", "")))
        if tag not in _INLINE:
            self._take(" ", counts=counts)
        if tag not in _VOID:
            self.open.append(_Open(tag, counts, given.get("lang", above.lang)))

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.open) - 1, -1, -1):
            if self.open[depth].name == tag:
                counts = self.open[depth].counts
                del self.open[depth:]
                if tag not in _INLINE:
                    self._take(" ", counts=counts)
                break

    def handle_data(self, data: str) -> None:
        if self.open:
            self._take(data, counts=self.open[-1].counts)

    def _take(self, text: str, *, counts: bool) -> None:
        if not counts or not self.open:
            return
        part = self.parts[-1]
        if any(each.name in _HEADINGS for each in self.open):
            part.heading += text
        else:
            part.text += text
        is_own = self.open[-1].lang == self.locale
        self.own.append(text if is_own else " ")

    def _is_aside(self, tag: str, given: dict[str, str]) -> bool:
        """Whether an element holds no text of the page."""
        return tag in _SKIPPED or "hidden" in given or not self.aside.isdisjoint(given.get("class", "").split())
