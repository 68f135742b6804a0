"""Nothing in; the flag of the European Union as numbers, to be drawn as SVG, out.

The geometry is the published one ("The European flag", Council of Europe and the EU's graphics guide to the European
emblem): a rectangle whose base is one and a half times its height; twelve equal stars of five points at equal
intervals on an invisible circle about its centre, the radius of which is a third of the height; each star in an
invisible circle of a radius of 1/18 of the height, upright, one point in the vertical; the stars stand like the hours
of a clock. Reflex Blue is #003399, Yellow #FFCC00. On a background that is no white the rectangle has a white border
of 1/25 of its height.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

BLUE, YELLOW = "#003399", "#FFCC00"
"""Pantone Reflex Blue and Pantone Yellow, as the guide gives them for the web."""

HEIGHT = 540
"""In units of the drawing: a height of which a third, an eighteenth and one and a half are whole numbers."""

STARS = 12

INNER = math.sin(math.radians(18)) / math.sin(math.radians(54))
"""The notches of a star of five points lie on a circle of this part of the outer radius (about 0.382)."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Emblem:
    """The flag: its sides and border, its colours, and the corners of each star as SVG writes them."""

    width: int
    height: int
    border: float
    stars: tuple[str, ...]
    field: str = BLUE
    gold: str = YELLOW


def eu_emblem(height: int = HEIGHT) -> Emblem:
    """The flag at a height.

    >>> flag = eu_emblem()
    >>> flag.width, flag.height, len(flag.stars)
    (810, 540, 12)
    """
    stars = tuple(" ".join(f"{x:g},{y:g}" for x, y in star(centre, height / 18)) for centre in centres(height))
    return Emblem(height * 3 // 2, height, height / 25, stars)


def centres(height: float) -> tuple[Point, ...]:
    """The middle of each star, clockwise from twelve o'clock; y runs downwards."""
    middle = (height * 3 / 4, height / 2)
    return tuple(_around(middle, height / 3, 360 * hour / STARS) for hour in range(STARS))


def star(centre: Point, radius: float) -> tuple[Point, ...]:
    """The ten corners of an upright star, points and notches by turns, from its top."""
    return tuple(_around(centre, radius * (INNER if corner % 2 else 1), 36 * corner) for corner in range(10))


def _around(centre: Point, radius: float, degrees: float) -> Point:
    """The point at a clockwise angle from the vertical, to a hundredth of a unit."""
    angle = math.radians(degrees)
    return (round(centre[0] + radius * math.sin(angle), 2), round(centre[1] - radius * math.cos(angle), 2))
