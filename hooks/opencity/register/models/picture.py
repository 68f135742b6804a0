"""Pictures and their credits. Photographs belong to others: none is shown without author and licence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar

from opencity.register.models.asset import asset_name
from opencity.register.models.base import Record
from opencity.register.models.text import Address, Line, Text

PICTURE_ENDINGS = ("jpg", "jpeg", "png", "webp", "avif")
"""Kinds of picture that are published. Not SVG: a drawing from elsewhere may hold script, and it would run at the
address of the site; coats of arms and logos do as PNG. Not GIF: it may flash, and nothing stops it."""

PictureFile = Annotated[str, asset_name(PICTURE_ENDINGS)]
"""A file below `docs/assets/`, published once for all languages."""


class PictureCredit(Record):
    """Whose picture it is and on what terms it may be shown; `address` is where it comes from."""

    lacks: ClassVar[Mapping[str, str]] = MappingProxyType(dict.fromkeys(("author", "licence"), "E-PICTURE-CREDIT"))

    author: Line
    licence: Line
    address: Address | None = None


class Picture(Record):
    """A picture that belongs to a record. `alt` says what it shows to those who do not see it.

    There are no pictures for decoration: one that says nothing is left out, so `alt` is never empty.
    """

    lacks: ClassVar[Mapping[str, str]] = MappingProxyType({"alt": "E-PICTURE-ALT", "credit": "E-PICTURE-CREDIT"})

    file: PictureFile
    alt: Text
    credit: PictureCredit
