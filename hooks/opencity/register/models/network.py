"""What a network, association, charter or title is: `data/networks/<id>.yml`."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field, model_validator

from opencity.register.models.base import Record, fault
from opencity.register.models.claims import Reviewed, Sourced
from opencity.register.models.facts import Abbreviation, Name, Note, Ordinal, PartOfWhole, Role, Variant
from opencity.register.models.numbers import AsOfDate, Count, Money
from opencity.register.models.path import Act
from opencity.register.models.refs import CityId
from opencity.register.models.text import Address, Slug, Text
from opencity.register.models.when import When


class NetworkKind(StrEnum):
    """Different things, counted and worded apart."""

    NETWORK = "network"
    ASSOCIATION = "association"
    CHARTER = "charter"
    TITLE = "title"


class RunBy(Sourced):
    """Who runs it, and since when."""

    name: Text
    start: When | None = Field(None, alias="from")
    end: When | None = Field(None, alias="until")
    note: Text | None = None


class Seat(Sourced):
    """Where it sits: place, and the address if a source prints one."""

    place: Text
    text: Text | None = None


class Joining(Sourced):
    """Who may join and how."""

    text: Text


class MemberCity(Record):
    """A member city that a source names, under its Polish and its English name."""

    name: Text
    country: Text | None = None
    city: CityId | None = None
    ordinal: int | None = None


class Members(Sourced):
    """Members that a source names. Only over a complete list does a missing city mean "no".

    `of` says which part of the members the list holds: countries outside Europe.
    """

    list_complete: bool = False
    of: Text | None = None
    as_of: AsOfDate
    cities: tuple[MemberCity, ...] = ()
    countries: tuple[Text, ...] = ()


class Network(Reviewed):
    """What a network, association, charter or title is, whatever city speaks.

    `why_here` explains, in the editor's words, what a network not about rights does on this site.
    When it was founded is an act of its `history`, of the kind `founding` or `started`.
    """

    id: Slug
    kind: NetworkKind
    label: Text
    names: tuple[Name, ...] = Field(min_length=1)
    abbreviation: Abbreviation | None = None
    variants: tuple[Variant, ...] = ()
    summary: Text
    scope: Literal["international", "national"]
    history: tuple[Act, ...] = ()
    run_by: tuple[RunBy, ...] = ()
    seats: tuple[Seat, ...] = ()
    purposes: tuple[Note, ...] = ()
    joining: Joining | None = None
    fees: tuple[Money, ...] = ()
    counts: tuple[Count, ...] = ()
    members: tuple[Members, ...] = ()
    ordinals: tuple[Ordinal, ...] = ()
    authorities: tuple[Role, ...] = ()
    areas: PartOfWhole | None = None
    notes: tuple[Note, ...] = ()
    why_here: Text | None = None
    site: Address | None = None
    order: int | None = None

    @model_validator(mode="after")
    def _names_in_order(self) -> Network:
        for earlier, later in zip(self.names, self.names[1:], strict=False):
            if earlier.start and later.start and later.start.is_before(earlier.start):
                raise fault("E-NAMES-ORDER")
        return self

    @property
    def name(self) -> Name:
        """The name it has now: the last in the list."""
        return self.names[-1]
