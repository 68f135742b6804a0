"""The settings of one site: `data/site.yml`."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from opencity.register.models.base import Record, fault
from opencity.register.models.refs import CityId
from opencity.register.models.text import Address, Line, LocaleCode, Slug, Text, form


def _colour(text: str) -> str:
    if not text:
        raise fault("E-BLANK")
    if re.fullmatch(r"#[0-9a-fA-F]{6}", text, re.ASCII):
        return text
    match = re.fullmatch(r"#?(?:([0-9a-fA-F]{3})|([0-9a-fA-F]{6})(?:[0-9a-fA-F]{2})?)", text, re.ASCII)
    digits = match and (match[2] or "".join(digit * 2 for digit in match[1]))
    raise fault("E-COLOUR", given=text[:40], guess=f"#{digits}" if digits else "")


Colour = Annotated[str, AfterValidator(_colour)]
"""A colour as `#` and six digits: the style sheet and the drawn picture read no other form."""
Folder = Annotated[Address, AfterValidator(lambda address: f"{address.rstrip('/')}/")]
"""The address of a whole site: what hangs on it is added behind its last slash."""
Email = Annotated[str, form(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+", "kontakt@example.org")]


PAPER = {"accent": "#fcfbf8", "accent_dark": "#14161a"}
"""What each colour is seen on: `--paper` of the style sheet, by day and in the dark."""
LEAST_CONTRAST = 4.5
"""For text, by WCAG 2.2, 1.4.3."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """

    def light(colour: str) -> float:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def _read_on(paper: str) -> AfterValidator:
    """Refuse a colour that cannot be read on its background."""

    def check(colour: str) -> str:
        if contrast(colour, paper) < LEAST_CONTRAST:
            raise fault("E-CONTRAST", given=colour, paper=paper)
        return colour

    return AfterValidator(check)


class Colours(Record):
    """The city's accent on paper and in the dark. Links have it, so it must be read."""

    accent: Annotated[Colour, _read_on(PAPER["accent"])]
    accent_dark: Annotated[Colour, _read_on(PAPER["accent_dark"])]


class Contact(Record):
    """Where readers report an error. A demonstration may leave it open; the check says so."""

    email: Email | None = None
    issues: Address | None = None


class Site(Record):
    """Which city this site speaks for, in what standing, where and how."""

    city: CityId
    standing: Literal["demonstration", "official"]
    title: Text
    description: Text
    address: Folder
    locales: tuple[LocaleCode, ...] = ("pl", "en")
    publisher: Text
    contact: Contact = Contact()
    repository: Address | None = None
    licence: Text
    colours: Colours
    segments: dict[Slug, dict[LocaleCode, Slug]] = Field(default_factory=dict)
    redirects: dict[str, Line] = Field(default_factory=dict)
    """Old address to the path of a page in its language, or to another old address (pages/redirects.py)."""

    @model_validator(mode="after")
    def _languages_once_and_polish_first(self) -> Site:
        once = len(set(self.locales)) == len(self.locales)
        if not once or self.locales[:1] != ("pl",) or "en" not in self.locales:
            raise fault("E-LOCALES", at="locales")
        return self

    @property
    def default_locale(self) -> str:
        """The language that lives at the root of the address."""
        return self.locales[0]
