"""Publications, charters, resolutions, reports: `data/documents/<id>.yml`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, PositiveInt

from opencity.register.models.claims import Fact, Reviewed
from opencity.register.models.facts import Credit, Note
from opencity.register.models.refs import CityId, DocumentId, NetworkId, ProgrammeId, SourceId
from opencity.register.models.text import Address, Line, LocaleCode, Slug, Text
from opencity.register.models.when import Date, Period

DocumentKind = Literal[
    "resolution",
    "mayors_order",
    "charter",
    "strategy",
    "programme",
    "plan",
    "policy",
    "draft",
    "guide",
    "report",
    "recommendations",
]


class Document(Reviewed):
    """A document that pages cite. Its title stands in its own language, with a translation beside it."""

    id: Slug
    kind: DocumentKind
    title: Text
    language: LocaleCode
    number: Fact[Line] | None = None
    date: Fact[Date] | None = None
    period: Period | None = None
    issuer: Text | None = None
    credits: tuple[Credit, ...] = ()
    rights: Line | None = None
    isbn: Line | None = None
    pages: PositiveInt | None = None
    address: Address | None = None
    translation_of: DocumentId | None = None
    replaces: DocumentId | None = None
    cities: tuple[CityId, ...] = ()
    networks: tuple[NetworkId, ...] = ()
    programmes: tuple[ProgrammeId, ...] = ()
    adopted: Literal["yes", "draft", "none_found"] | None = None
    notes: tuple[Note, ...] = ()
    sources: tuple[SourceId, ...] = Field(min_length=1)
