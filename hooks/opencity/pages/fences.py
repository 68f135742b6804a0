"""Lines of Markdown in; those outside fenced code, with their numbers, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FENCE = re.compile(r"(`{3,}|~{3,})")


def outside_fences(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield `(index, line)` for every line that is neither in a fenced block nor one of its two fences.

    >>> list(outside_fences(["a", "```", "b", "```", "c"]))
    [(0, 'a'), (4, 'c')]
    """
    fence = ""
    for index, line in enumerate(lines):
        mark = _FENCE.match(line.lstrip())
        if fence:
            if mark and mark[1].startswith(fence):
                fence = ""
        elif mark:
            fence = mark[1]
        else:
            yield index, line
