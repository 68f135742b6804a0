"""The HTML of a page's main part in; its headings of the second level, for the list "on this page", out."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

ENOUGH = 4
"""A page with fewer headings is taken in at a glance and needs no list of them."""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One heading and its anchor."""

    anchor: str
    text: str


def outline(html: str) -> tuple[OutlineEntry, ...]:
    """The headings with anchors, in order; none where there are too few to need a list.

    >>> outline('<h2 id="a">One</h2>')
    ()
    """
    reader = _Headings()
    reader.feed(html)
    reader.close()
    return tuple(reader.found) if len(reader.found) >= ENOUGH else ()


class _Headings(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[OutlineEntry] = []
        self._anchor: str | None = None
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "h2":
            self._anchor, self._text = dict(attrs).get("id"), ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "h2" and self._anchor:
            self.found.append(OutlineEntry(self._anchor, self._text.strip()))
            self._anchor = None
