"""The HTML of a page's parts in; the same, first references with a place, all of them with a name, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup, escape

from opencity.views.citations import SHORT, SourceLine

NARROW_SPACE = "\u202f"
"""A space at which no line ends."""


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


def signed(part: Markup, source: str, lines: Iterable[SourceLine]) -> Markup:
    """Call each link to `#<source>-<number>` by the number and the publisher of the source.

    A wide screen shows the publisher beside the number, from `data-from`; of neighbours with one publisher only the
    last says it, and no line ends between them. A short name is kept together (`data-together`) by the style.

    >>> line = SourceLine(1, "note-1", "T", None, "krakow.pl", None, (), name="source 1: krakow.pl", by="krakow.pl")
    >>> signed(Markup('<a href="#note-1" aria-label="source 1">1</a>'), "note", [line])
    Markup('<a href="#note-1" aria-label="source 1: krakow.pl" data-from="krakow.pl" data-together>1</a>')
    """
    known = {str(line.number): line for line in lines}
    opening = rf'<a (?:id="[^"]*" )?href="#{re.escape(source)}-'
    link = re.compile(
        rf'(?P<opening>{opening}(?P<number>[0-9]+)" aria-label=")[^"]*"(?P<text>>[0-9]+<[/]a>)'
        rf'(?P<space> (?={opening}(?P<following>[0-9]+)"))?'
    )

    def named(match: re.Match[str]) -> str:
        line, following = known.get(match["number"]), known.get(match["following"] or "")
        if line is None:
            return match[0]
        if following and following.by == line.by:
            shown, space = "", NARROW_SPACE
        else:
            together = " data-together" if len(line.by) <= SHORT else ""
            shown, space = f' data-from="{escape(line.by)}"{together}', match["space"] or ""
        return f'{match["opening"]}{escape(line.name)}"{shown}{match["text"]}{space}'

    return Markup(link.sub(named, str(part)))


def _with(part: Markup, ids: Mapping[int, str]) -> Markup:
    """The part with each text put in at its position."""
    text, at, pieces = str(part), 0, []
    for position in sorted(ids):
        pieces += [text[at:position], ids[position]]
        at = position
    return Markup("".join((*pieces, text[at:])))
