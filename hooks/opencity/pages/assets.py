"""One file of `docs/assets/` in; the size of a picture, or what is wrong with the file, out."""

from __future__ import annotations

import re
from pathlib import Path

from opencity.pages.picture_size import PictureSize, is_whole, picture_size
from opencity.problems import Place, Problem
from opencity.register.models.asset import ASSET_NAME, tidy_name
from opencity.register.models.picture import PICTURE_ENDINGS

ASSETS = "assets"
"""The folder of `docs/` whose files are published once for all languages."""

MAX_BYTES = 1_000_000
"""A larger picture keeps a reader on a phone waiting: 1600 pixels across need no more."""

MAX_SIDE = 8000
"""A file of a few bytes may say that it is as large as a field: a phone would run out of memory over it."""

MAX_DOCUMENT_BYTES = 25_000_000

PICTURE_LIKE = frozenset({*PICTURE_ENDINGS, "gif", "svg", "ico", "bmp", "tif", "tiff", "heic", "jfif"})
"""Endings by which people know a picture, whether it may be published or not."""

_GOOD_NAME = re.compile(ASSET_NAME, re.ASCII)
_ENGINE = "opencity/"
"""Where the engine's own files lie in the finished site, beside those of the city."""
_KINDS = {"jpg": "jpeg"}
_BEGINNINGS = {"pdf": b"%PDF-", **dict.fromkeys(("docx", "xlsx", "odt", "ods"), b"PK")}
"""How a document of a kind begins. What calls itself one and is another is opened by no reader, or by the wrong one."""


def read_asset(file: Path, name: str, path: str) -> tuple[PictureSize | None, Problem | None]:
    """Look at a file's name and, of a picture, at its kind, weight and first bytes. Documents have no size."""
    place, ending = Place(name), file.suffix.lower().removeprefix(".")
    if ending in PICTURE_LIKE and ending not in PICTURE_ENDINGS:
        return None, Problem("E-PICTURE-FORMAT", place, {"given": path, "known": ", ".join(PICTURE_ENDINGS)})
    if not _GOOD_NAME.fullmatch(path) or path.startswith(_ENGINE):
        return None, Problem("E-ASSET-FILE", place, {"given": path, "guess": _other_name(path)})
    try:
        if ending in PICTURE_ENDINGS:
            return _picture(file, path, ending, place)
        return None, document_fault(file, name, path)
    except OSError:
        return None, Problem("E-OPEN", place)


def _other_name(path: str) -> str:
    guess = tidy_name(path)
    return guess if guess not in (path, path.removeprefix(_ENGINE)) else ""


def document_fault(file: Path, name: str, path: str) -> Problem | None:
    """What is wrong with the weight or the beginning of a file that is published as it is.

    Raises OSError for a file that may not be read.
    """
    weight, ending = file.stat().st_size, file.suffix.lower().removeprefix(".")
    if weight > MAX_DOCUMENT_BYTES:
        return Problem("E-SIZE", Place(name), {"size": weight // 1000, "limit": MAX_DOCUMENT_BYTES // 1000})
    with file.open("rb") as opened:
        begins = _BEGINNINGS.get(ending, b"") in opened.read(1024)
    return None if begins else Problem("E-ASSET-CONTENT", Place(name), {"given": path, "kind": ending.upper()})


def _picture(file: Path, path: str, ending: str, place: Place) -> tuple[PictureSize | None, Problem | None]:
    """Raises OSError for a file that may not be read."""
    weight = file.stat().st_size
    with file.open("rb") as opened:
        size = picture_size(opened)
        opened.seek(0)
        whole = size is None or is_whole(opened.read(MAX_BYTES + 1), size.kind)
    if weight > MAX_BYTES:
        limits = {"size": weight // 1000, "limit": MAX_BYTES // 1000}
        return None, Problem("E-PICTURE-SIZE", place, {"given": path, **limits})
    if size is None or size.kind != _KINDS.get(ending, ending):
        return None, Problem("E-PICTURE-CONTENT", place, {"given": path, "guess": size.kind if size else ""})
    if max(size.width or 0, size.height or 0) > MAX_SIDE:
        sides = {"width": size.width, "height": size.height, "limit": MAX_SIDE}
        return None, Problem("E-PICTURE-PIXELS", place, {"given": path, **sides})
    return (size, None) if whole else (None, Problem("E-PICTURE-CUT", place, {"given": path}))
