"""The folder of a finished site in; its pages and files, found by the addresses under which a host serves them, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urljoin, urlsplit

from opencity.publishing.finished import Page, read_page

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads inside the site: the path of a file, and an anchor or nothing."""

    path: str
    anchor: str


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """A finished site: `address` ends with a slash, `locales` begin with the language at its root."""

    folder: Path
    address: str
    locales: tuple[str, ...]
    files: frozenset[str]
    pages: Mapping[str, Page]

    def address_of(self, path: str) -> str:
        """The address of a file: a folder's for its `index.html`."""
        return self.address + path.removesuffix(INDEX)

    def absolute(self, page: Page, given: str) -> str | None:
        """An address as a browser understands it on a page; None where it cannot be read."""
        try:
            found = urljoin(self.address_of(page.path), given.strip())
            urlsplit(found)
        except ValueError:
            return None
        return found

    def target(self, address: str) -> Target | None:
        """Where an absolute address leads inside the site; None for one outside of it."""
        parts, own = urlsplit(address), urlsplit(self.address)
        path = unquote(parts.path) or "/"
        if parts.scheme not in ("http", "https") or parts.netloc != own.netloc or not path.startswith(own.path):
            return None
        inside = path.removeprefix(own.path)
        return Target(inside + INDEX if inside == "" or inside.endswith("/") else inside, unquote(parts.fragment))


def read_site(folder: Path, address: str, locales: tuple[str, ...]) -> SiteFiles:
    """Read every page of a folder.

    Raises OSError where a file cannot be read.
    """
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    texts = ((path, folder / path) for path in files if path.endswith(".html"))
    pages = {path: read_page(path, file.read_text(encoding="utf-8", errors="replace")) for path, file in texts}
    return SiteFiles(folder, address, locales, frozenset(files), MappingProxyType(pages))
