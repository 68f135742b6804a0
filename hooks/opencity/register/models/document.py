"""Publications, charters, resolutions, reports: `data/documents/<id>.yml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, PositiveInt, model_validator

from opencity.register.models.asset import asset_name
from opencity.register.models.base import Record, fault
from opencity.register.models.claims import Fact, Reviewed
from opencity.register.models.facts import Credit, Note
from opencity.register.models.refs import CityId, DocumentId, NetworkId, ProgrammeId, SourceId
from opencity.register.models.text import Address, LanguageCode, Line, Slug, Text
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


FileKind = Literal["pdf", "odt", "ods", "docx", "xlsx", "csv", "txt", "html"]

AssetFile = Annotated[str, asset_name(("pdf", "odt", "ods", "docx", "xlsx", "csv", "txt"))]
"""A file below `docs/assets/`, published once for all languages."""


class DocumentFile(Record):
    """What a reader gets who follows the link: a file of ours, or one elsewhere as a source describes it.

    In a document `{local: strategie/plan.pdf}`, whose size is read at build, or
    `{kind: pdf, bytes: 1250000, as_of: 2026-11-20, sources: [...]}`. One of ours is there only on the sites of the
    document's `cities`; the sites of others do without it.
    """

    local: AssetFile | None = None
    kind: FileKind | None = None
    bytes: PositiveInt | None = None
    as_of: Date | None = None
    sources: tuple[SourceId, ...] = ()

    @model_validator(mode="after")
    def _one_form(self) -> DocumentFile:
        ours = self.local is not None and not (self.kind or self.bytes or self.as_of or self.sources)
        elsewhere = self.local is None and self.kind and self.sources and bool(self.bytes) == bool(self.as_of)
        if not (ours or elsewhere):
            raise fault("E-DOCUMENT-FILE")
        return self


class Document(Reviewed):
    """A document that pages cite. Its title stands in its own language, with a translation beside it.

    One whose title nobody knows is `untitled`: then `title` is our description, in every language.
    """

    id: Slug
    kind: DocumentKind
    title: Text
    untitled: bool = False
    language: LanguageCode
    also_in: tuple[LanguageCode, ...] = ()
    number: Fact[Line] | None = None
    date: Fact[Date] | None = None
    period: Period | None = None
    issuer: Text | None = None
    credits: tuple[Credit, ...] = ()
    rights: Line | None = None
    isbn: Line | None = None
    pages: PositiveInt | None = None
    address: Address | None = None
    file: DocumentFile | None = None
    translation_of: DocumentId | None = None
    replaces: DocumentId | None = None
    cities: tuple[CityId, ...] = ()
    networks: tuple[NetworkId, ...] = ()
    programmes: tuple[ProgrammeId, ...] = ()
    adopted: Literal["yes", "draft", "none_found"] | None = None
    notes: tuple[Note, ...] = ()
    sources: tuple[SourceId, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _a_file_is_somewhere(self) -> Document:
        if self.file is not None and not (self.cities if self.file.local else self.address):
            raise fault("E-DOCUMENT-FILE", at="file")
        return self
