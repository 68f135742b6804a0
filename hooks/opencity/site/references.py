"""The HTML of a page's parts in; the same with a place for the first reference to each source, and its number, out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markupsafe import Markup


def addressed(parts: Sequence[Markup], source: str, reference: str) -> tuple[tuple[Markup, ...], frozenset[int]]:
    """Give the first link to each `#<source>-<number>` the id `<reference>-<number>`; the list of sources leads there.

    A link that stands in the open comes before one in closed details. The numbers are those that were found: a source
    that only the front matter names has no place in the text. Only links as the macro `cited` writes them count,
    whatever an editor writes.

    >>> addressed([Markup('<a href="#note-1" aria-label="x">1</a>')], "note", "ref")
    ((Markup('<a id="ref-1" href="#note-1" aria-label="x">1</a>'),), frozenset({1}))
    """
    link = re.compile(
        rf'<(?P<closes>/?)details\b|(?P<tag><a) href="#{re.escape(source)}-(?P<number>[0-9]+)" aria-label='
    )
    places: dict[str, tuple[bool, int, int]] = {}  # number to: in details? in which part? where does the id go?
    for index, part in enumerate(parts):
        depth = 0
        for match in link.finditer(str(part)):
            if match["number"] is None:
                depth += -1 if match["closes"] else 1
                continue
            place = (depth > 0, index, match.end("tag"))
            places[match["number"]] = min(place, places.get(match["number"], place))
    ids: list[dict[int, str]] = [{} for _ in parts]
    for number, (_, index, at) in places.items():
        ids[index][at] = f' id="{reference}-{number}"'
    return tuple(map(_with, parts, ids)), frozenset(int(number) for number in places)


def _with(part: Markup, ids: Mapping[int, str]) -> Markup:
    """The part with each text put in at its position."""
    text, at, pieces = str(part), 0, []
    for position in sorted(ids):
        pieces += [text[at:position], ids[position]]
        at = position
    return Markup("".join((*pieces, text[at:])))
