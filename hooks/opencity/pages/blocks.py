"""The Markdown of a page in; its data blocks (fenced blocks with YAML inside) taken out, markers in their place.

A block is harmless on a code host, where it shows as the few lines it is:

    ```register
    kind: all
    ```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from opencity.pages.fences import fences, outside_fences
from opencity.problems import Collector, Mark, Place, Problem
from opencity.register.model_errors import near_miss
from opencity.register.models import ActKind, Record
from opencity.register.models.base import fault
from opencity.register.models.picture import PictureFile
from opencity.register.models.refs import CityId, NetworkId
from opencity.register.models.text import Address, Line
from opencity.register.models.when import Date, in_order
from opencity.register.validation import validate
from opencity.register.yaml_reader import Unreadable, YamlFile, read_mapping

_LOOKALIKE = re.compile(
    r"[ \t]*+(?:(?:[-*+>]|\d{1,3}[.)])[ \t]*+)*+[`'’‘´~]++[ \t]*+"
    r"(register|networks|programmes|timeline|picture)[ \t]*+",
    re.IGNORECASE,
)
"""A line that begins a block as people see it, and not as Markdown does: other marks, or too few, or not at the margin
(an indent, an entry of a list, a quotation)."""
_MEANT = MappingProxyType(
    {
        **dict.fromkeys(("obraz", "obrazek", "zdjecie", "zdjęcie", "foto", "image", "img", "photo"), "picture"),
        **dict.fromkeys(("os", "oś", "os-czasu", "oś-czasu", "czas", "time-line"), "timeline"),
        **dict.fromkeys(("rejestr", "registry"), "register"),
        **dict.fromkeys(("sieci", "siec", "sieć", "network"), "networks"),
        **dict.fromkeys(("programy", "program", "programme", "programs"), "programmes"),
    }
)
"""What people call the blocks, in Polish and in other systems."""
_LISTED = re.compile(r"(?:[-*+]|\d{1,3}[.)])[ \t]|>|!!!|\?\?\?")
"""What an indented line belongs to, where it is no code: an entry of a list, a quotation, a box."""
_COMMENT = re.compile(r" {0,3}<[!]--")
MAX_BLOCKS = 50
"""More blocks than this on a page are a slip: each is a table of its own."""


class RegisterBlock(Record):
    """The table of all memberships."""

    kind: Literal["all"] = "all"


class NetworksBlock(Record):
    """The list of networks with pages, each with its summary."""

    kind: Literal["all", "international", "national"] = "all"


class ProgrammesBlock(Record):
    """The list of the city's own programmes."""

    kind: Literal["all"] = "all"


def _one_or_more(raw: object) -> object:
    """One id or word without brackets is welcome; several are not: the comma would be part of the word."""
    if isinstance(raw, str) and not raw.strip():
        raise fault("E-BLANK")
    if isinstance(raw, str) and "," in raw:
        raise fault("E-TYPE-LIST", given=raw[:80], guess=f"[{raw[:80]}]")
    return (raw,) if isinstance(raw, str) else raw


def _cities(raw: object) -> object:
    return () if raw == "all" else _one_or_more(raw)


MOST_ENTRIES = 500
"""A longer timeline inside prose is the whole timeline, which has a page of its own."""


class TimelineBlock(Record):
    """A part of the timeline: of the speaking city, unless it says otherwise.

    `network: icc` or `network: [icc, ump]`; `city: lublin` or `city: all`; `kinds: [admission]`; `from`, `until`.
    """

    network: Annotated[tuple[NetworkId, ...], BeforeValidator(_one_or_more)] = ()
    city: Annotated[tuple[CityId, ...], BeforeValidator(_cities)] | None = None
    kinds: Annotated[tuple[ActKind, ...], BeforeValidator(_one_or_more)] = ()
    start: Date | None = Field(None, alias="from")
    end: Date | None = Field(None, alias="until")
    order: Literal["oldest", "newest"] = "oldest"
    limit: Annotated[int, Field(ge=1, le=MOST_ENTRIES)] | None = None

    @model_validator(mode="after")
    def _in_order(self) -> TimelineBlock:
        in_order(self.start, self.end, "until")
        return self


class PictureBlock(Record):
    """A picture of `docs/assets/` inside prose, with what may never be missing beside it."""

    lacks: ClassVar[Mapping[str, str]] = MappingProxyType(
        {"alt": "E-PICTURE-ALT", "author": "E-PICTURE-CREDIT", "licence": "E-PICTURE-CREDIT"}
    )

    file: PictureFile
    alt: Line
    author: Line
    licence: Line
    address: Address | None = None
    caption: Line | None = None


MODELS: dict[str, type[Record]] = {
    "register": RegisterBlock,
    "networks": NetworksBlock,
    "programmes": ProgrammesBlock,
    "timeline": TimelineBlock,
    "picture": PictureBlock,
}
"""Every kind of block: its name in a page and what its body may say."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page, with its options."""

    name: str
    options: Record
    yaml: YamlFile | None = None
    """Where the options stand; None for a block without any."""

    def marker(self, index: int) -> str:
        """The line that stands for the block until the page is finished HTML."""
        return marker(index)


def marker(index: int) -> str:
    """An HTML comment: Markdown leaves it alone, and one that an editor typed shows at most a block again."""
    return f"{_MARK}{index} -->"


_MARK = "<!-- opencity:block "
_MARKER = re.compile(rf"^{_MARK}([0-9]{{1,3}}) -->$", re.MULTILINE)


def holds_marker(text: str) -> bool:
    """Whether a line of a text is a marker: in an attribute it would draw a block inside a tag."""
    return _MARKER.search(text) is not None


def filled(prose: str, drawn: Sequence[str]) -> str:
    """Put each drawn block in the place of its marker: once, and only where the marker has a line to itself.

    >>> filled(marker(0), ["<table></table>"])
    '<table></table>'
    """
    left = dict(enumerate(drawn))
    return _MARKER.sub(lambda match: left.pop(int(match[1]), match[0]), prose)


def extract(body: str, file: str, first_line: int) -> tuple[str, tuple[Block, ...], tuple[Problem, ...]]:
    """Take the blocks out of a page's Markdown. Other fenced code, and blocks inside it, is left as it is."""
    problems = Collector()
    blocks: list[Block] = []
    kept: list[str] = []
    lines = body.split("\n")
    at = 0
    slips = list(_lookalikes(lines))
    for index, name in slips:
        details = {"given": lines[index].strip()[:60], "name": name}
        problems.add("E-BLOCK-FORM", Place(file, Mark(first_line + index, 1)), **details)
    hidden = False
    for fence in fences(lines):
        hidden = _in_comment(lines[at : fence.start], hidden)
        kept += lines[at : fence.start]
        at = fence.end + 1
        if hidden:
            kept += lines[fence.start : at]
            hidden = not any("-->" in line for line in lines[fence.start : at])
            continue
        name, line = fence.name, first_line + fence.start
        if fence.end == len(lines):
            # without a name it was meant to close what only looks like a block
            if name or not slips or fence.start < slips[0][0]:
                details = {"given": lines[fence.start].strip()[:60], "mark": fence.mark[:60]}
                problems.add("E-BLOCK-OPEN", Place(file, Mark(line, 1)), **details)
            break
        if name not in MODELS:
            guess = _meant(name)
            if guess:
                problems.add("E-BLOCK", Place(file, Mark(line, 1)), given=name[:60], guess=guess)
            kept += lines[fence.start : at]
            continue
        if len(blocks) == MAX_BLOCKS:
            problems.add("E-BLOCKS-MANY", Place(file, Mark(line, 1)), limit=MAX_BLOCKS)
            break
        block = _read(name, "\n".join(lines[fence.start + 1 : fence.end]), file, line, problems)
        if block is not None:
            kept += ["", block.marker(len(blocks)), ""]
            blocks.append(block)
    kept += lines[at:]
    return "\n".join(kept), tuple(blocks), problems.sorted()


def _meant(name: str) -> str:
    """The block that a word after the marks stands for, or an empty string.

    >>> _meant("Os-czasu"), _meant("{.timeline}"), _meant("picture most.png"), _meant("pascal")
    ('timeline', 'timeline', 'picture', '')
    """
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", name[:60].lower())
    named = (word if word in MODELS else _MEANT.get(word, "") for word in words)
    return next(filter(None, named), "") or (near_miss(words[0], list(MODELS)) if words and len(words[0]) > 4 else "")


def _in_comment(lines: Sequence[str], hidden: bool) -> bool:
    """Whether what follows some lines is in an HTML comment: a block there is one that the editor took out."""
    for line in lines:
        if hidden or _COMMENT.match(line):
            hidden = "-->" not in line
    return hidden


def _lookalikes(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines that begin a block as people see it, with its name. An indent alone makes code of it, as was meant."""
    margin = ""
    for index, line in outside_fences(lines):
        indent = len(line) - len(line.lstrip(" \t"))
        if line.strip() and not indent:
            margin = line
        match = _LOOKALIKE.fullmatch(line)
        if match and (indent < 4 or _LISTED.match(margin) or _LISTED.match(line.lstrip())):
            yield index, match[1].lower()


def _read(name: str, inside: str, file: str, line: int, problems: Collector) -> Block | None:
    told = [text for text in inside.split("\n") if text.strip() and not text.lstrip().startswith("#")]
    try:
        yaml = read_mapping(inside.encode(), file, first_line=line + 1) if told else None
    except Unreadable as error:
        problems.extend(error.problems)
        return None
    options, found = validate(MODELS[name], yaml or YamlFile(file, {}, {(): Mark(line, 1)}, {}))
    problems.extend(found)
    return Block(name, options, yaml) if options is not None else None
