"""Lines of Markdown in; its fenced code, and the lines outside it, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_OPENING = re.compile(r"(?P<mark>`{3,}|~{3,})[ \t]*(?P<name>[^`\n]*?)[ \t]*")

_CODE = re.compile(r"(?<!`)(`++)[^`].{0,500}?\1")


@dataclass(frozen=True, slots=True)
class Fence:
    """Fenced code: the indexes of its two fences and the word after the first. The end of the text closes one, too."""

    start: int
    end: int
    name: str
    mark: str = "```"


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Every fenced block that begins at the margin; only a bare line of as many of its marks, or more, closes it.

    >>> list(fences(["```text", "```register", "```"]))
    [Fence(start=0, end=2, name='text', mark='```')]
    """
    opening: re.Match[str] | None = None
    start = 0
    for index, line in enumerate(lines):
        if opening is None:
            opening, start = _OPENING.fullmatch(line), index
        elif _closes(line, opening["mark"]):
            yield Fence(start, index, opening["name"], opening["mark"])
            opening = None
    if opening is not None:
        yield Fence(start, len(lines), opening["name"], opening["mark"])


def _closes(line: str, mark: str) -> bool:
    """Whether a line ends a block that a mark began: no pattern, since a mark may be as long as a file."""
    bare, rest = line.strip(" \t"), line.lstrip(" ")
    return len(bare) >= len(mark) and not bare.strip(mark[0]) and rest.startswith(bare) and len(line) - len(rest) < 4


def outside_fences(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield `(index, line)` for every line that is neither in a fenced block nor one of its two fences.

    >>> list(outside_fences(["a", "```", "b", "```", "c"]))
    [(0, 'a'), (4, 'c')]
    """
    inside = {index for fence in fences(lines) for index in range(fence.start, fence.end + 1)}
    return ((index, line) for index, line in enumerate(lines) if index not in inside)


def blank_code(line: str) -> str:
    """A line with spaces in place of its inline code, so that what follows keeps its column.

    >>> blank_code("a `b` c")
    'a     c'
    """
    return _CODE.sub(lambda match: " " * len(match[0]), line)
