"""Every source once: `data/sources/<topic>.yml`, a mapping from id to source."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from opencity.register.models.base import Record, fault
from opencity.register.models.text import Address, Line, LocaleCode, Text, TextLocale
from opencity.register.models.when import Date, in_order

Missing = Literal["not_recorded", "not_kept", "not_public"]


class Source(Record):
    """A page, act or text that says something. Title or address are missing only for a stated reason."""

    title: Line | None = None
    title_from: Literal["page", "address"] = "page"
    title_language: TextLocale | None = None
    title_missing: Missing | None = None
    describes: Text | None = None
    publisher: Line
    kind: Literal["official", "network", "press", "organisation", "reference"] = "official"
    copy_of_original: bool = Field(False, alias="third_party_copy")
    language: tuple[LocaleCode, ...] = Field(min_length=1)
    address: Address | None = None
    address_missing: Missing | None = None
    published: Date | None = None
    updated: Date | None = None
    read: Date

    @model_validator(mode="after")
    def _nothing_missing_without_a_reason(self) -> Source:
        if (self.title is None) == (self.title_missing is None):
            raise fault("E-SOURCE-TITLE")
        if (self.address is None) == (self.address_missing is None):
            raise fault("E-SOURCE-ADDRESS")
        in_order(self.published, self.updated, "updated")
        in_order(self.updated or self.published, self.read, "read")
        return self

    @property
    def title_locale(self) -> str:
        """The language of the title: an article may bear one in another language than its own."""
        return self.title_language or self.language[0]
