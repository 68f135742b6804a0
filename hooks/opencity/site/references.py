"""The HTML of a page's parts in; the same with a place for the first reference to each source, and its number, out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup


def addressed(parts: Sequence[Markup], source: str, reference: str) -> tuple[tuple[Markup, ...], frozenset[int]]:
    """Give the first link to each `#<source>-<number>` the id `<reference>-<number>`; the list of sources leads there.

    The numbers are those that were found: a source that only the front matter names has no place in the text.
    Only links as the macro `cited` writes them count, whatever an editor writes.

    >>> addressed([Markup('<a href="#note-1" aria-label="x">1</a>')], "note", "ref")
    ((Markup('<a id="ref-1" href="#note-1" aria-label="x">1</a>'),), frozenset({1}))
    """
    found: set[str] = set()

    def first(match: re.Match[str]) -> str:
        if match["number"] in found:
            return match[0]
        found.add(match["number"])
        return f'{match["tag"]} id="{reference}-{match["number"]}" {match["rest"]}'

    link = re.compile(rf'(?P<tag><a) (?P<rest>href="#{re.escape(source)}-(?P<number>[0-9]+)" aria-label=)')
    marked = tuple(Markup(link.sub(first, str(part))) for part in parts)
    return marked, frozenset(int(number) for number in found)
