"""One file of `docs/assets/` in; the size of a picture, or what is wrong with the file, out."""

from __future__ import annotations

import re
from pathlib import Path

from opencity.pages.picture_size import PictureSize, picture_size
from opencity.problems import Place, Problem
from opencity.register.models.picture import PICTURE_ENDINGS
from opencity.register.models.text import SLUG

MAX_BYTES = 1_000_000
"""A larger picture keeps a reader on a phone waiting: 1600 pixels across need no more."""

PICTURE_LIKE = frozenset({*PICTURE_ENDINGS, "gif", "svg", "ico", "bmp", "tif", "tiff", "heic", "jfif"})
"""Endings by which people know a picture, whether it may be published or not."""

_GOOD_NAME = re.compile(rf"(?:{SLUG}/)*[a-z0-9_-]+\.[a-z0-9]+")
_ENGINE = "opencity/"
"""Where the engine's own files lie in the finished site, beside those of the city."""
_KINDS = {"jpg": "jpeg"}


def read_asset(file: Path, name: str, path: str) -> tuple[PictureSize | None, Problem | None]:
    """Look at a file's name and, of a picture, at its kind, weight and first bytes. Documents have no size."""
    place, ending = Place(name), file.suffix.lower().removeprefix(".")
    if ending in PICTURE_LIKE and ending not in PICTURE_ENDINGS:
        return None, Problem("E-PICTURE-FORMAT", place, {"given": path, "known": ", ".join(PICTURE_ENDINGS)})
    if not _GOOD_NAME.fullmatch(path) or path.startswith(_ENGINE):
        return None, Problem("E-ASSET-FILE", place, {"given": path})
    if ending not in PICTURE_ENDINGS:
        return None, None
    try:
        return _picture(file, path, ending, place)
    except OSError:
        return None, Problem("E-OPEN", place)


def _picture(file: Path, path: str, ending: str, place: Place) -> tuple[PictureSize | None, Problem | None]:
    """Raises OSError for a file that may not be read."""
    weight = file.stat().st_size
    with file.open("rb") as opened:
        size = picture_size(opened)
    if weight > MAX_BYTES:
        limits = {"size": weight // 1000, "limit": MAX_BYTES // 1000}
        return None, Problem("E-PICTURE-SIZE", place, {"given": path, **limits})
    if size is None or size.kind != _KINDS.get(ending, ending):
        return None, Problem("E-PICTURE-CONTENT", place, {"given": path, "guess": size.kind if size else ""})
    return size, None
