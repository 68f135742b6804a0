"""The settings of one site: `data/site.yml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from opencity.register.models.base import Record, fault
from opencity.register.models.refs import CityId
from opencity.register.models.text import Address, LocaleCode, Slug, Text, form

Colour = Annotated[str, form(r"#[0-9a-fA-F]{6}", "#0b4ea2")]
Folder = Annotated[Address, AfterValidator(lambda address: f"{address.rstrip('/')}/")]
"""The address of a whole site: what hangs on it is added behind its last slash."""
Email = Annotated[str, form(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+", "kontakt@example.org")]


class Colours(Record):
    """The city's accent on paper and in the dark."""

    accent: Colour
    accent_dark: Colour


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
