"""Lifelines and the city's accent in; the picture that stands for the site where a page is shared (PNG) out.

There is no lettering: letters would need a font. Every shape is a rectangle with upright sides or a disc, so that
edges can be softened by their exact share of a pixel, and the standard library is enough.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from opencity.register.models.site import PAPER
from opencity.views.subjects.lifelines import Lifeline, LifelinesView, Segment

WIDTH, HEIGHT = 1200, 630
"""The size that Open Graph's readers show whole."""

Colour = tuple[int, int, int]

_LEFT, _RIGHT, _TOP, _BOTTOM = 96, 1104, 120, 516
_THICKEST = 22.0
_LOOKS = {"whole": (1.0, 1.0), "soft-start": (0.55, 1.0), "soft-end": (0.55, 1.0), "gap": (0.3, 0.4)}
"""How strong a segment of each look is, and how thick beside a whole one."""


def social_picture(view: LifelinesView, accent: str) -> bytes:
    """Draw one bar for each row, a disc where it begins, years as fine lines. The same data give the same bytes."""
    paper, ink = _parts(PAPER["accent"]), _parts(accent)
    canvas = _Canvas(paper)
    canvas.box(0, 0, WIDTH, 12, ink)
    for tick in view.ticks:
        canvas.box(_x(tick.x) - 1, _TOP, _x(tick.x) + 1, _BOTTOM, _mixed(paper, ink, 0.16))
    canvas.box(_x(view.today) - 1, _TOP, _x(view.today) + 1, _BOTTOM, _mixed(paper, ink, 0.5))
    pitch = (_BOTTOM - _TOP) / max(len(view.rows), 1)
    thick = min(pitch * 0.4, _THICKEST)
    for index, row in enumerate(view.rows):
        middle = _TOP + pitch * (index + 0.5)
        for segment in row.segments:
            strength, part = _LOOKS[segment.look]
            half = thick * part / 2
            left, right = _x(segment.x), _x(segment.x + segment.width)
            canvas.box(left, middle - half, right, middle + half, _mixed(paper, ink, strength))
        for segment in _beginnings(row):
            soft = segment.look == "soft-start"
            x = _x(segment.x + (segment.width / 2 if soft else 0))
            canvas.disc(x, middle, thick * 0.85, ink)
            if soft:  # hollow, as on the page: the day is not known
                canvas.disc(x, middle, thick * 0.5, paper)
    return _png(canvas.rows)


def _beginnings(row: Lifeline) -> Iterator[Segment]:
    """The first segment of each stretch of membership: a soft start is one, what follows it is none."""
    before = "gap"
    for segment in row.segments:
        if segment.look in ("whole", "soft-start") and before in ("gap", "soft-end"):
            yield segment
        before = segment.look


def _x(part: float) -> float:
    """Per cent of the axis to pixels."""
    return _LEFT + part / 100 * (_RIGHT - _LEFT)


def _parts(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(paper: Colour, ink: Colour, strength: float) -> Colour:
    red, green, blue = (round(under + (over - under) * strength) for under, over in zip(paper, ink, strict=True))
    return red, green, blue


class _Canvas:
    """Rows of pixels, three bytes each."""

    def __init__(self, paper: Colour) -> None:
        self.rows = [bytearray(bytes(paper) * WIDTH) for _ in range(HEIGHT)]

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """Fill a rectangle; a pixel that it covers in part takes that part of the colour."""
        for y in range(int(top), min(int(bottom) + 1, HEIGHT)):
            high = min(bottom, y + 1) - max(top, y)
            first, last = int(left) + 1, int(right)
            if high >= 1 and last > first:
                self.rows[y][first * 3 : last * 3] = bytes(colour) * (last - first)
                edges = [first - 1, last]
            else:
                edges = list(range(int(left), min(int(right) + 1, WIDTH)))
            for x in edges:
                self._dot(x, y, colour, high * (min(right, x + 1) - max(left, x)))

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """Fill a circle; its rim is softened by the distance of each pixel's middle."""
        for row in range(int(y - radius) - 1, int(y + radius) + 2):
            for column in range(int(x - radius) - 1, int(x + radius) + 2):
                distance = ((column + 0.5 - x) ** 2 + (row + 0.5 - y) ** 2) ** 0.5
                self._dot(column, row, colour, radius - distance + 0.5)

    def _dot(self, x: int, y: int, colour: Colour, share: float) -> None:
        if not (0 <= x < WIDTH and 0 <= y < HEIGHT and share > 0):
            return
        red, green, blue = self.rows[y][x * 3 : x * 3 + 3]
        self.rows[y][x * 3 : x * 3 + 3] = bytes(colour if share >= 1 else _mixed((red, green, blue), colour, share))


def _png(rows: list[bytearray]) -> bytes:
    """The file: eight bits a channel, no filter (Portable Network Graphics, third edition, W3C 2025)."""
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
