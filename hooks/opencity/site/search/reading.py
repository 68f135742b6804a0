"""The finished HTML of a page in; its sections out: what stands at each anchor, in the order of reading.

A section begins at the start of the page and at every heading, entry of a list, row of a table or part of the page
that has an id. Text belongs to the nearest section around it; after a heading, to the heading's. Menus, numbers of
sources and what is hidden are not read. What else a fragment says to this reader:

data-search="skip"      not to be found here: it is said elsewhere, or leads elsewhere
data-search="date"      the date of the entry around it
data-search="heading"   a heading of the entry around it
data-search="continue"  a part without an id that belongs to the section before it
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

from opencity.site.tokens import VOID, Token, tokens

_ATTRIBUTE = re.compile(
    r"""\s(id|class|role|aria-hidden|scope|data-search|data-network|data-label)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)"""
)
_MAIN = "main"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARTS = frozenset({"li", "tr", "dt", "div", "section", "article"})
"""Elements that begin a section of their own where they have an id."""
_SKIPPED = frozenset(
    {"nav", "script", "style", "svg", "template", "noscript", "thead", "form", "select", "textarea", "button"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s"}
    | {"samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
"""Elements that do not end a line."""
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\U000e0000-\U000e007f]+")
"""Signs that no reader sees and that would tear a word apart."""
_SPACE = re.compile(r"[ \t\n\r\f]+")
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
    SKIPPED = auto()


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

    def finished(self) -> Section:
        around = self.around
        while around is not None and around.anchor and not _joined(around.heading):
            around = around.around
        within = _joined(around.heading) if around is not None and around.anchor else ""
        return Section(
            self.anchor, _joined(self.heading), _joined(self.text), within, _joined(self.date), self.networks
        )


@dataclass(slots=True)
class _Frame:
    """An open element: the section that its text goes to, and as what."""

    name: str
    draft: _Draft
    read_as: _As
    networks: tuple[str, ...]

    @property
    def place(self) -> list[str]:
        """Where its text goes."""
        if self.read_as is _As.HEADING:
            return self.draft.heading
        return self.draft.date if self.read_as is _As.DATE else self.draft.text


def read(html: str) -> Reading:
    """Read a finished page. Whatever is in it, this is one walk from its first tag to its last.

    >>> read('<main><h1>Sieci</h1><p>Osiem.</p><h2 id="icc">ICC</h2><p>Od 2020</p></main>').sections[1]
    Section(anchor='icc', heading='ICC', text='Od 2020', within='', date='', networks=())
    """
    reader = _Reader()
    for token in _main(tokens(html, "")):
        if not token.name:
            reader.says(token.text)
        elif token.closes:
            reader.closes(token.name)
        else:
            reader.opens(token.name, token.text)
    return reader.finished()


def _main(document: Iterator[Token]) -> Iterator[Token]:
    """The main part of a document; nothing where it has none."""
    for token in document:
        if token.name == _MAIN and not token.closes:
            break
    return itertools.takewhile(lambda token: token.name != _MAIN, document)


class _Reader:
    """Takes the tags and texts of the main part one after another."""

    def __init__(self) -> None:
        first = _Draft("", None, (), is_part=False)
        self._drafts = [first]
        self._open = [_Frame("", first, _As.TEXT, ())]
        self._count: Counter[str] = Counter()

    def opens(self, name: str, tag: str) -> None:
        """An element begins."""
        above = self._open[-1]
        if name in VOID or tag.endswith("/>"):
            if name not in _INLINE and above.read_as is not _As.SKIPPED:
                above.place.append("\n")
            return
        given = _attributes(tag)
        if above.read_as is _As.SKIPPED or _is_skipped(name, given):
            self._push(_Frame(name, above.draft, _As.SKIPPED, above.networks))
            return
        if name not in _INLINE:
            above.place.append("\n")
        networks = tuple(dict.fromkeys((*above.networks, *given.get("data-network", "").split())))
        draft = self._draft(name, given, above, networks)
        frame = _Frame(name, draft, _read_as(name, given, above, draft), networks)
        if "data-label" in given:
            frame.place.append(f"{given['data-label']}:\n")
        self._push(frame)

    def closes(self, name: str) -> None:
        """An element ends, and all within it; a stray end tag ends nothing."""
        while self._count[name]:
            frame = self._open.pop()
            self._count[frame.name] -= 1
            if frame.name == name:
                self._ends(frame)
                return

    def says(self, text: str) -> None:
        """Text, in the element that was opened last."""
        frame = self._open[-1]
        if frame.read_as is not _As.SKIPPED:
            frame.place.append(_SPACE.sub(" ", _INVISIBLE.sub("", unescape(text))))

    def finished(self) -> Reading:
        """The page as it was read. A section that says nothing is none, but for the first."""
        first, *others = (draft.finished() for draft in self._drafts)
        return Reading(first.heading, (first, *(each for each in others if each.heading or each.text or each.date)))

    def _ends(self, frame: _Frame) -> None:
        """What ends a line, and what was read as something else than the text around it, stands apart."""
        if frame.read_as is _As.SKIPPED or (frame.name in _INLINE and frame.read_as is self._open[-1].read_as):
            return
        frame.place.append(":\n" if frame.name == "dt" and frame.read_as is _As.TEXT else "\n")

    def _push(self, frame: _Frame) -> None:
        self._open.append(frame)
        self._count[frame.name] += 1

    def _draft(self, name: str, given: Mapping[str, str], above: _Frame, networks: tuple[str, ...]) -> _Draft:
        """The section that an element belongs to: a new one, where it begins one."""
        if given.get("data-search") == "continue":
            return self._drafts[-1]
        anchor = given.get("id", "")
        if not anchor or (name not in _HEADINGS and name not in _PARTS):
            return above.draft
        draft = _Draft(anchor, above.draft, networks, is_part=name in _PARTS)
        self._drafts.append(draft)
        if name in _HEADINGS:
            above.draft = draft
        return draft


def _read_as(name: str, given: Mapping[str, str], above: _Frame, draft: _Draft) -> _As:
    """A heading names its section: one with an id the section it begins, another the part of the page around it."""
    if above.read_as is not _As.TEXT:
        return above.read_as
    marked = _MARKED.get(given.get("data-search", "")) if draft.is_part else None
    if marked is not None:
        return marked
    names_it = name in _HEADINGS or name == "dt" or (name == "th" and given.get("scope") == "row")
    if not names_it or draft.heading:
        return _As.TEXT
    begins = name in _HEADINGS and given.get("id", "") == draft.anchor
    return _As.HEADING if begins or draft.is_part or (name == "h1" and not draft.anchor) else _As.TEXT


def _is_skipped(name: str, given: Mapping[str, str]) -> bool:
    return (
        name in _SKIPPED
        or given.get("data-search") == "skip"
        or given.get("aria-hidden") == "true"
        or "cited" in given.get("class", "").split()
    )


@functools.lru_cache(maxsize=4096)  # a site has few tags, each many times
def _attributes(tag: str) -> Mapping[str, str]:
    return {name: unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(tag)} if " " in tag else {}


def _joined(pieces: list[str]) -> str:
    """Pieces as one text; between lines that end without a stop stands a dot in the middle."""
    found = ""
    for line in "".join(pieces).split("\n"):
        text = line.strip(" ")
        if text:
            between = "" if not found else " " if found.endswith(_ENDED) else _BETWEEN
            found = f"{found}{between}{_SPACE.sub(' ', text)}"
    return found
