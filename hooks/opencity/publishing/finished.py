"""The text of a finished page in; its elements in the order of their start tags, each with its line, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from opencity.problems import Mark


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag: its name, its attributes and where it stands in the file."""

    name: str
    attributes: Mapping[str, str]
    mark: Mark

    @property
    def rel(self) -> frozenset[str]:
        """What a link is to the page: `canonical`, `alternate`, `stylesheet`."""
        return frozenset(self.attributes.get("rel", "").lower().split())


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page by its file's path in the site."""

    path: str
    elements: tuple[Element, ...]
    ids: frozenset[str]

    def links(self, rel: str) -> Iterator[Element]:
        """The links of the head that are this to the page."""
        return (element for element in self.elements if element.name == "link" and rel in element.rel)

    @property
    def alternates(self) -> Mapping[str, str]:
        """Language to the address of the page in it."""
        return {
            link.attributes["hreflang"]: link.attributes.get("href", "")
            for link in self.links("alternate")
            if "hreflang" in link.attributes
        }


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        self.found.append(Element(tag, {name: value or "" for name, value in attrs}, Mark(line, column + 1)))


def read_page(path: str, html: str) -> Page:
    """A page as a browser would find its tags.

    >>> read_page("index.html", "<p id=a>x").ids
    frozenset({'a'})
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    ids = frozenset(element.attributes["id"] for element in reader.found if "id" in element.attributes)
    return Page(path, tuple(reader.found), ids)
