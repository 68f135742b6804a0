"""A page's path and language in; its address and its file in the finished site out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Segments = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Addresses:
    """How paths of `docs/<locale>/` turn into addresses: each segment has one name per language.

    `base` is the site's absolute address and ends with a slash.
    """

    base: str
    locales: tuple[str, ...]
    segments: Segments

    def url(self, path: str, locale: str) -> str:
        """The address from the site's root, without a leading slash: `en/networks/icc/`.

        >>> names = {"sieci": {"en": "networks"}}
        >>> Addresses("https://example.org/", ("pl", "en"), names).url("sieci/icc.md", "en")
        'en/networks/icc/'
        """
        parts = path.removesuffix(".md").split("/")
        if parts[-1] == "index":
            parts = parts[:-1]
        named = [self.segments.get(part, {}).get(locale, part) for part in parts]
        if locale != self.locales[0]:
            named.insert(0, locale)
        return "".join(f"{part}/" for part in named)

    def dest(self, path: str, locale: str) -> str:
        """The file in the finished site: `en/networks/icc/index.html`."""
        return f"{self.url(path, locale)}index.html"

    def file_url(self, path: str, locale: str) -> str:
        """The address of a file that lies beside the pages of a language: its name is not translated."""
        return path if locale == self.locales[0] else f"{locale}/{path}"

    def locale_of(self, url: str) -> str:
        """The language whose pages live at an address.

        >>> Addresses("https://example.org/", ("pl", "en"), {}).locale_of("en/networks/icc/")
        'en'
        """
        first = url.partition("/")[0]
        return first if first in self.locales[1:] else self.locales[0]

    def absolute(self, url: str) -> str:
        """The absolute address of one from the root, for canonical links and feeds."""
        return f"{self.base}{url}"


def relative(target: str, origin: str) -> str:
    """The way from one address to another, both from the site's root, so that the site works in any folder.

    >>> relative("en/networks/icc/", "sieci/icc/")
    '../../en/networks/icc/'
    """
    here = origin.split("/")[:-1]
    there = target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    way = "../" * (len(here) - shared) + "/".join(there[shared:])
    return way or "./"
