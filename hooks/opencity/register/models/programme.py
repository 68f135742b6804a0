"""A city's own programme, strategy or plan: `data/cities/<city>/programmes/<id>.yml`."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from opencity.register.models.claims import Reviewed
from opencity.register.models.facts import Credit, Duty, Note, PartOfWhole, Role, Statement, Unit, Variant
from opencity.register.models.numbers import Count, Money
from opencity.register.models.path import Act
from opencity.register.models.refs import DocumentId, NetworkId, ProgrammeId, SourceId
from opencity.register.models.text import Slug, Text
from opencity.register.models.when import Period


class ProgrammeKind(StrEnum):
    """What the city calls it."""

    PROGRAMME = "programme"
    STRATEGY = "strategy"
    POLICY = "policy"
    PLAN = "plan"


class Programme(Reviewed):
    """A programme of the city's own: a thing it adopts, not a network it joins.

    `before` is the programme in whose place it came, `after` the one that came in its place. What went before it or
    follows it only as a document stands in `documents_before` and `documents_after`.
    """

    id: Slug
    kind: ProgrammeKind
    label: Text
    name: Text
    variants: tuple[Variant, ...] = ()
    summary: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)
    period: Period | None = None
    benefits: tuple[Text, ...] = ()
    acts: tuple[Act, ...] = ()
    areas: PartOfWhole | None = None
    made_by: tuple[Role, ...] = ()
    credits: tuple[Credit, ...] = ()
    units: tuple[Unit, ...] = ()
    duties: tuple[Duty, ...] = ()
    spending: tuple[Money, ...] = ()
    counts: tuple[Count, ...] = ()
    statements: tuple[Statement, ...] = ()
    notes: tuple[Note, ...] = ()
    before: ProgrammeId | None = None
    after: ProgrammeId | None = None
    networks: tuple[NetworkId, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    documents_before: tuple[DocumentId, ...] = ()
    documents_after: tuple[DocumentId, ...] = ()
