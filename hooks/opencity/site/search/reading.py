"""The finished HTML of a page in; its sections out: what stands at each anchor, in the order of reading.

A section begins at the start of the page and at every heading, entry of a list, row of a table or part of the page
that has an id. Text belongs to the nearest section around it; after a heading, to the heading's. Menus, numbers of
sources and what is hidden are not read. What else a fragment says to this reader:

data-search="skip"      not to be found here: it is said elsewhere, or leads elsewhere
data-search="date"      the date of the entry around it
data-search="heading"   a heading of the entry around it
data-search="continue"  a part without an id that belongs to the section before it
data-search="apart"     words within a line that do not go on with it
data-network="icc"      the networks that a part of the page is about
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from html import unescape
from types import MappingProxyType
from typing import NamedTuple

from opencity.site.tokens import VOID, Token, tokens

_ATTRIBUTE = re.compile(r"""\s([a-zA-Z-]+)(?=[\s=/>])(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_MAIN = "main"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARTS = frozenset({"li", "tr", "dt", "div", "section", "article"})
"""Elements that begin a section of their own where they have an id."""
_SKIPPED = frozenset(
    {"nav", "script", "style", "svg", "template", "noscript", "thead", "form", "select", "textarea", "button"}
    | {"audio", "canvas", "datalist", "dialog", "iframe", "noembed", "noframes", "object", "rp", "title", "video"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s"}
    | {"samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
"""Elements that do not end a line."""
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\U000e0000-\U000e007f]+")
"""Signs that no reader sees and that would tear a word apart."""
_SPACE = re.compile(r"[ \t\n\r\f]+")
_LINE = "\v"
"""The end of a line as it is read, which HTML has no sign for: a line of its source is none."""
_COMMENT = re.compile(r"[<]!--(?:-?>|.*?(?:--!?>|\Z))|<(?:[!?]|/(?![a-zA-Z]))[^>]*(?:>|\Z)", re.DOTALL)
"""What a browser takes for a comment: one that nobody closed goes on to the end."""
_ENDLESS = re.compile("&#(?:[xX]0*[0-9a-fA-F]{7,}|0*[0-9]{8,});?")
"""The number of a sign that there is none of; a very long one cannot even be read."""
_NETWORKS = 300
"""The most networks that one part of a page is about."""
_ENDED = tuple(".,:;!?…–")
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Section:
    """What stands at an anchor; the first section of a page has none.

    `heading` is its own; `within` that of the section around it, for a result that has no heading itself.
    """

    anchor: str
    heading: str
    text: str
    within: str = ""
    date: str = ""
    networks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as it is read: its title as printed and its sections, of which there is at least one."""

    title: str
    sections: tuple[Section, ...]


class _As(Enum):
    """What the text of an element is."""

    TEXT = auto()
    HEADING = auto()
    DATE = auto()


_MARKED: Mapping[str, _As] = MappingProxyType({"date": _As.DATE, "heading": _As.HEADING})


@dataclass(slots=True, eq=False)
class _Draft:
    """A section while it is read."""

    anchor: str
    around: _Draft | None
    networks: tuple[str, ...]
    is_part: bool
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    date: list[str] = field(default_factory=list)
    shown: str = ""
    """Its heading, or that of the section around it; known when all is read."""

    def place(self, read_as: _As) -> list[str]:
        """Where text goes that is read as a heading, a date or text."""
        if read_as is _As.HEADING:
            return self.heading
        return self.date if read_as is _As.DATE else self.text

    def finished(self) -> Section:
        """The section; those around it are finished before."""
        heading, within = _joined(self.heading), self.around.shown if self.around else ""
        self.shown = (heading or within) if self.anchor else ""
        return Section(self.anchor, heading, _joined(self.text), within, _joined(self.date), self.networks)


@dataclass(slots=True)
class _Frame:
    """An open element: the section that its text goes to, as what, and the list for it."""

    name: str
    draft: _Draft
    read_as: _As
    networks: tuple[str, ...]
    place: list[str]


class _Tag(NamedTuple):
    """What the start of an element says to a reader. `heads` whether it may name the section that it is in."""

    name: str
    anchor: str
    networks: tuple[str, ...]
    label: str
    says: str
    is_skipped: bool
    is_inline: bool
    heads: bool


def read(html: str) -> Reading:
    """Read a finished page. Whatever is in it, this is one walk from its first tag to its last.

    >>> read('<main><h1>Sieci</h1><p>Osiem.</p><h2 id="icc">ICC</h2><p>Od 2020</p></main>').sections[1]
    Section(anchor='icc', heading='ICC', text='Od 2020', within='', date='', networks=())
    """
    reader = _Reader()
    for token in _main(html):
        if not token.name:
            reader.says(token.text)
        elif token.closes:
            reader.closes(token.name)
        else:
            reader.opens(token.name, token.text)
    return reader.finished()


def _main(html: str) -> Iterator[Token]:
    """The main part of a document; nothing where it has none."""
    start = html.find(f"<{_MAIN}")
    inside = tokens(_COMMENT.sub("", html[start:]) if start >= 0 else "", "")
    next(inside, None)
    return itertools.takewhile(lambda token: token.name != _MAIN, inside)


class _Reader:
    """Takes the tags and texts of the main part one after another."""

    def __init__(self) -> None:
        first = _Draft("", None, (), is_part=False)
        self._drafts = [first]
        self._open = [_Frame("", first, _As.TEXT, (), first.text)]
        self._count: Counter[str] = Counter()
        self._skipped = ""
        self._depth = 0

    def opens(self, name: str, text: str) -> None:
        """An element begins."""
        if self._skipped:
            self._depth += name == self._skipped
            return
        tag, above = _tag(name, text), self._open[-1]
        if tag.is_skipped:
            self._skipped, self._depth = name, 1
            return
        if not tag.is_inline:
            above.place.append(_LINE)
        if _is_whole(name, text):
            return
        networks = above.networks
        if tag.networks and len(networks) < _NETWORKS:
            networks = tuple(dict.fromkeys((*networks, *tag.networks)))[:_NETWORKS]
        draft = self._draft(tag, above, networks)
        read_as = _read_as(tag, above, draft)
        frame = _Frame(name, draft, read_as, networks, draft.place(read_as))
        if tag.label:
            frame.place.extend((tag.label, ":", _LINE))
        self._open.append(frame)
        self._count[name] += 1

    def closes(self, name: str) -> None:
        """An element ends, and all within it; a stray end tag ends nothing."""
        if self._skipped:
            self._depth -= name == self._skipped
            self._skipped = self._skipped if self._depth else ""
            return
        while self._count[name]:
            frame = self._open.pop()
            self._count[frame.name] -= 1
            if frame.name == name:
                self._ends(frame)
                return

    def says(self, text: str) -> None:
        """Text, in the element that was opened last."""
        if not self._skipped:
            self._open[-1].place.append(text)

    def finished(self) -> Reading:
        """The page as it was read. A section that says nothing is none, but for the first."""
        first, *others = [draft.finished() for draft in self._drafts]
        return Reading(first.heading, (first, *(each for each in others if each.heading or each.text or each.date)))

    def _ends(self, frame: _Frame) -> None:
        """What ends a line, and what was read as something else than the text around it, stands apart."""
        if frame.name == "dt" and frame.read_as is _As.TEXT:
            frame.place.append(":")
        if frame.name not in _INLINE or frame.read_as is not self._open[-1].read_as:
            frame.place.append(_LINE)

    def _draft(self, tag: _Tag, above: _Frame, networks: tuple[str, ...]) -> _Draft:
        """The section that an element belongs to: a new one, where it begins one."""
        if tag.says == "continue":
            return self._drafts[-1]
        is_heading, is_part = tag.name in _HEADINGS, tag.name in _PARTS
        if not tag.anchor or not (is_heading or is_part):
            return above.draft
        draft = _Draft(tag.anchor, above.draft, networks, is_part)
        self._drafts.append(draft)
        if is_heading:
            above.draft, above.place = draft, draft.place(above.read_as)
        return draft


def _read_as(tag: _Tag, above: _Frame, draft: _Draft) -> _As:
    """A heading names its section: one with an id the section it begins, another the part of the page around it."""
    if above.read_as is not _As.TEXT:
        return above.read_as
    if draft.is_part and tag.says in _MARKED:
        return _MARKED[tag.says]
    if not tag.heads or draft.heading:
        return _As.TEXT
    begins = draft.anchor == tag.anchor if draft.anchor else tag.name == "h1"
    return _As.HEADING if begins or draft.is_part else _As.TEXT


@functools.lru_cache(maxsize=4096)  # a site has few tags, each many times
def _tag(name: str, text: str) -> _Tag:
    """The first of two attributes of one name counts, as in a browser."""
    given = {each.lower(): _read(value.strip("\"'")) for each, value in reversed(_ATTRIBUTE.findall(text))}
    says = given.get("data-search", "")
    is_hidden = says == "skip" or given.get("aria-hidden") == "true" or "cited" in given.get("class", "").split()
    is_hidden |= given.get("hidden", "until-found").lower() != "until-found"
    return _Tag(
        name,
        given.get("id", ""),
        tuple(given.get("data-network", "").split()),
        given.get("data-label", ""),
        says,
        (is_hidden or name in _SKIPPED) and not _is_whole(name, text),
        name in _INLINE and says != "apart",
        name in _HEADINGS or name == "dt" or (name == "th" and given.get("scope") == "row"),
    )


def _is_whole(name: str, text: str) -> bool:
    """Whether an element is but one tag. A slash at its end means something only where HTML holds another language."""
    return name in VOID or (name == "svg" and text.endswith("/>"))


def _read(text: str) -> str:
    """Text with its references resolved.

    >>> _read("a &lt; b &#99999999999;")
    'a < b \ufffd'
    """
    return unescape(_ENDLESS.sub("\ufffd", text))


def _joined(pieces: list[str]) -> str:
    """Pieces as one text; between lines that end without a stop stands a dot in the middle."""
    whole = _SPACE.sub(" ", _INVISIBLE.sub("", _read("".join(pieces))))
    lines = [text for line in whole.split(_LINE) if (text := line.strip(" "))]
    for at, line in enumerate(lines[:-1]):
        lines[at] = f"{line} " if line.endswith(_ENDED) else f"{line}{_BETWEEN}"
    return "".join(lines)
