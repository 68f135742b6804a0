"""The first bytes of a picture in; what kind of picture it is, and how wide and high it is shown, out."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO

_SIDEWAYS = range(5, 9)
"""The orientations (Exif) in which a browser turns a photograph by a quarter, as a telephone held it."""
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The segments of a JPEG that tell its size."""
_MOST_SEGMENTS = 500


@dataclass(frozen=True, slots=True)
class PictureSize:
    """The kind by its content, and the size in pixels where it is known: browsers keep that much room free."""

    kind: str
    width: int | None = None
    height: int | None = None


def picture_size(file: BinaryIO) -> PictureSize | None:
    """Read the head of a file; None for what is none of the kinds that are published. Never raises for any bytes.

    >>> import io
    >>> picture_size(io.BytesIO(b"\\x89PNG\\r\\n\\x1a\\n\\0\\0\\0\\rIHDR\\0\\0\\0\\x20\\0\\0\\0\\x10"))
    PictureSize(kind='png', width=32, height=16)
    """
    head = file.read(32)
    if head.startswith(b"\xff\xd8\xff"):
        return _jpeg(file)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return _sized("png", struct.unpack(">II", head[16:24])) if head[12:16] == b"IHDR" and len(head) >= 24 else None
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _webp(head)
    if head[4:8] == b"ftyp" and head[8:12] in (b"avif", b"avis"):
        return PictureSize("avif")
    return None


def is_whole(data: bytes, kind: str) -> bool:
    """Whether a picture has its end. What follows the end is no fault; of AVIF nobody can tell at a glance."""
    if kind == "png":
        return b"IEND\xae\x42\x60\x82" in data
    if kind == "jpeg":  # after the last scan: a small picture inside the first segments has an end of its own
        return data.find(b"\xff\xd9", max(data.rfind(b"\xff\xda"), 0)) >= 0
    return kind != "webp" or len(data) >= 8 + int.from_bytes(data[4:8], "little")


def _sized(kind: str, size: tuple[int, ...]) -> PictureSize:
    return PictureSize(kind, *size) if all(size) else PictureSize(kind)


def _webp(head: bytes) -> PictureSize:
    """The three forms of WebP: lossy, lossless, extended."""
    form, rest = head[12:16], head[20:].ljust(12, b"\0")
    if form == b"VP8 ":
        return _sized("webp", tuple(side & 0x3FFF for side in struct.unpack("<HH", rest[6:10])))
    if form == b"VP8L":
        bits = int.from_bytes(rest[1:5], "little")
        return _sized("webp", ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
    if form == b"VP8X":
        return _sized("webp", (int.from_bytes(rest[4:7], "little") + 1, int.from_bytes(rest[7:10], "little") + 1))
    return PictureSize("webp")


def _jpeg(file: BinaryIO) -> PictureSize:
    """Walk the segments up to the one with the size, noting how the camera was held."""
    sideways, at = False, 2
    for _ in range(_MOST_SEGMENTS):
        file.seek(at)
        mark = file.read(4)
        if len(mark) < 4 or mark[0] != 0xFF:
            break
        kind, length = mark[1], int.from_bytes(mark[2:], "big")
        if kind in _FRAMES:
            size = file.read(5)[1:].ljust(4, b"\0")
            height, width = struct.unpack(">HH", size)
            return _sized("jpeg", (height, width) if sideways else (width, height))
        if kind == 0xE1:
            sideways = sideways or _is_sideways(file.read(length))
        at += 1 if kind == 0xFF else 2 + max(length, 2)  # marks may be filled up with 0xFF
    return PictureSize("jpeg")


def _is_sideways(exif: bytes) -> bool:
    """Whether the Exif data say that the picture lies on its side."""
    if not exif.startswith(b"Exif\0\0"):
        return False
    data = exif[6:]
    order = "<" if data[:2] == b"II" else ">"
    try:
        (start,) = struct.unpack_from(f"{order}I", data, 4)
        (count,) = struct.unpack_from(f"{order}H", data, start)
        for index in range(count):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", data, start + 2 + 12 * index)
            if tag == 0x0112:
                return value in _SIDEWAYS
    except struct.error:
        pass
    return False
