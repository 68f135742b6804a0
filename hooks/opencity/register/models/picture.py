"""Pictures and their credits. Photographs belong to others: none is shown without author and licence."""

from __future__ import annotations

from typing import Annotated

from opencity.register.models.base import Record
from opencity.register.models.text import Address, Line, Text, form

PictureFile = Annotated[str, form(r"(?:[a-z0-9_-]+/)*[a-z0-9_-]+\.(?:jpg|jpeg|png|webp|avif|svg)", "wizyta-2025.jpg")]
"""A file below `docs/assets/`, published once for all languages."""


class PictureCredit(Record):
    """Whose picture it is and on what terms it may be shown; `address` is where it comes from."""

    author: Line
    licence: Line
    address: Address | None = None


class Picture(Record):
    """A picture that belongs to a record. `alt` says what it shows to those who do not see it."""

    file: PictureFile
    alt: Text
    credit: PictureCredit
