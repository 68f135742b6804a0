"""The Markdown of a page in; its data blocks (fenced blocks with YAML inside) taken out, markers in their place.

A block is harmless on a code host, where it shows as the few lines it is:

    ```register
    kind: all
    ```
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from opencity.problems import Collector, Mark, Place, Problem
from opencity.register.model_errors import near_miss
from opencity.register.models import Record
from opencity.register.validation import validate
from opencity.register.yaml_reader import Unreadable, read_mapping

_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})[ \t]*(?P<name>[^`\n]*?)[ \t]*")


class RegisterBlock(Record):
    """The table of all memberships."""

    kind: Literal["all"] = "all"


class NetworksBlock(Record):
    """The list of networks with pages, each with its summary."""

    kind: Literal["all", "international", "national"] = "all"


class ProgrammesBlock(Record):
    """The list of the city's own programmes."""

    kind: Literal["all"] = "all"


MODELS: dict[str, type[Record]] = {
    "register": RegisterBlock,
    "networks": NetworksBlock,
    "programmes": ProgrammesBlock,
}
"""Every kind of block: its name in a page and what its body may say."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page, with its options."""

    name: str
    options: Record

    def marker(self, index: int) -> str:
        """The line that stands for the block until the page is finished HTML."""
        return marker(index)


def marker(index: int) -> str:
    """An HTML comment: Markdown leaves it alone, and one that an editor typed shows at most a block again."""
    return f"<!-- opencity:block {index} -->"


def extract(body: str, file: str, first_line: int) -> tuple[str, tuple[Block, ...], tuple[Problem, ...]]:
    """Take the blocks out of a page's Markdown. Other fenced code, and blocks inside it, is left as it is."""
    problems = Collector()
    blocks: list[Block] = []
    kept: list[str] = []
    lines = body.split("\n")
    at = 0
    while at < len(lines):
        match = _FENCE.fullmatch(lines[at])
        if match is None:
            kept.append(lines[at])
            at += 1
            continue
        end = _closing(lines, at, match["fence"])
        name = match["name"]
        if name in MODELS:
            inside = "\n".join(lines[at + 1 : end])
            block = _read(name, inside, file, first_line + at, problems)
            if block is not None:
                kept += ["", block.marker(len(blocks)), ""]
                blocks.append(block)
        else:
            guess = near_miss(name, list(MODELS)) if name.isalpha() and len(name) > 4 else ""
            if guess:
                problems.add("E-BLOCK", Place(file, Mark(first_line + at, 1)), given=name, guess=guess)
            kept += lines[at : end + 1]
        at = end + 1
    return "\n".join(kept), tuple(blocks), problems.sorted()


def _closing(lines: list[str], start: int, fence: str) -> int:
    for number in range(start + 1, len(lines)):
        line = lines[number].strip()
        if line and set(line) == {fence[0]} and len(line) >= len(fence):
            return number
    return len(lines)


def _read(name: str, inside: str, file: str, line: int, problems: Collector) -> Block | None:
    if not inside.strip():
        return Block(name, MODELS[name]())
    try:
        yaml = read_mapping(inside.encode(), file, first_line=line + 1)
    except Unreadable as error:
        problems.extend(error.problems)
        return None
    options, found = validate(MODELS[name], yaml)
    problems.extend(found)
    return Block(name, options) if options is not None else None
