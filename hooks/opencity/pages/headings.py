"""The Markdown of a page in; its headings with the anchors that the finished page will have out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import markdown
from markdown.extensions.toc import TocExtension

from opencity.pages.fences import outside_fences

_HEADING = re.compile(r"#{1,6}[ \t]")


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of the editor's text."""

    level: int
    text: str
    anchor: str


def headings(body: str, slugify: Callable[[str, str], str]) -> tuple[Heading, ...]:
    """Every heading in order. Anchors come from the same code that renders the page, repeated titles included.

    >>> from opencity.pages.anchors import plain
    >>> headings("## Sieć Łódź", plain)
    (Heading(level=2, text='Sieć Łódź', anchor='siec-lodz'),)
    """
    lines: list[str] = []
    for _, line in outside_fences(body.split("\n")):
        if _HEADING.match(line):
            lines += [line, ""]
    parser = markdown.Markdown(extensions=["attr_list", TocExtension(slugify=slugify)])
    parser.convert("\n".join(lines))
    found: list[Heading] = []
    _flatten(getattr(parser, "toc_tokens", []), found)
    return tuple(found)


def _flatten(tokens: list[dict[str, Any]], found: list[Heading]) -> None:
    for token in tokens:
        found.append(Heading(int(token["level"]), str(token["name"]), str(token["id"])))
        _flatten(token["children"], found)
