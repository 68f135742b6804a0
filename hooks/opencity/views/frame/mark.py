"""The city's lifelines in; the mark of its site out: a stroke for each of them, in a small square."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from opencity.views.subjects.lifelines import Lifeline, LifelinesView

SIDE = 32
"""The side of the square, in units of the drawing."""

MOST = 8
"""More strokes than these would run together in an icon of 16 pixels: the oldest memberships stand for all."""

_EDGE = 2.0
_LEAST = 2.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from (x, y) to the right."""

    x: float
    y: float
    length: float


@dataclass(frozen=True, slots=True)
class Mark:
    """The strokes, all of one thickness."""

    strokes: tuple[Stroke, ...]
    thickness: float
    side: int = SIDE


def mark(view: LifelinesView) -> Mark:
    """Draw each membership as a stroke that ends today, with a gap where the city was out; one line where none is."""
    rows = view.rows[:MOST]
    pitch = (SIDE - 2 * _EDGE) / max(len(rows), 1)
    strokes = [
        Stroke(round(left, 1), round(_EDGE + pitch * (index + 0.5), 1), round(max(right - left, _LEAST), 1))
        for index, row in enumerate(rows)
        for left, right in _stretches(row, view.today)
    ]
    return Mark(tuple(strokes) or (Stroke(_EDGE, SIDE / 2, SIDE - 2 * _EDGE),), round(min(pitch * 0.6, 3), 2))


def _stretches(row: Lifeline, today: float) -> Iterator[tuple[float, float]]:
    """Where the row is drawn: segments that touch are one."""
    scale = (SIDE - 2 * _EDGE) / (today or 100)
    found: list[tuple[float, float]] = []
    for segment in row.segments:
        if segment.look == "gap":
            continue
        left, right = (_EDGE + scale * x for x in (segment.x, segment.x + segment.width))
        if found and left - found[-1][1] < 0.05:
            left = found.pop()[0]
        found.append((min(left, SIDE - _EDGE - _LEAST), right))
    yield from found
