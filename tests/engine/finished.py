"""Finished HTML read back: text, links, anchors, ids, languages, as a reader's browser would find them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)


@dataclass
class Element:
    """One element: its name, its attributes, the text directly and indirectly in it."""

    name: str
    attributes: dict[str, str]
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside, spaces evened out."""
        return " ".join("".join(self.texts).split())


class Document(HTMLParser):
    """One page as a flat list of elements in the order of their start tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].name == tag:
                del self._open[depth:]
                break

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.texts.append(data)

    def all(self, name: str, **attributes: str) -> list[Element]:
        """Elements of a name whose attributes have the given values (`class_` for class)."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [
            element
            for element in self.elements
            if element.name == name
            and all(value in element.attributes.get(key, "").split() for key, value in wanted.items())
        ]

    def text_of(self, name: str, **attributes: str) -> str:
        """The text of the first such element."""
        return self.all(name, **attributes)[0].text

    @property
    def ids(self) -> list[str]:
        """Every id, repeated ones repeatedly."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    def addresses(self) -> Iterator[str]:
        """Every address the page names: links, style, scripts, pictures."""
        for element in self.elements:
            for attribute in ("href", "src", "action", "data", "poster"):
                if attribute in element.attributes:
                    yield element.attributes[attribute]


def documents(site: Path) -> dict[str, Document]:
    """Address from the site's root to page, 404 included."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        found[url] = Document(path.read_text(encoding="utf-8"))
    return found


def faults(site: Path, address: str) -> list[str]:
    """What is broken in a finished site: links, anchors, files, ids that stand twice."""
    pages = documents(site)
    found = []
    for url, page in pages.items():
        repeated = {identity for identity in page.ids if page.ids.count(identity) > 1}
        found += [f"{url}: id {identity} stands twice" for identity in sorted(repeated)]
        for target in page.addresses():
            absolute = urlsplit(urljoin(f"{address}{url}", target))
            if absolute.scheme not in ("http", "https") or absolute.netloc != urlsplit(address).netloc:
                continue
            path = unquote(absolute.path).lstrip("/")
            if path.endswith("/") or path == "":
                if path not in pages:
                    found.append(f"{url}: no page {path or '/'}")
                elif absolute.fragment and absolute.fragment not in pages[path].ids:
                    found.append(f"{url}: no anchor {path}#{absolute.fragment}")
            elif not (site / path).is_file():
                found.append(f"{url}: no file {path}")
    return found
