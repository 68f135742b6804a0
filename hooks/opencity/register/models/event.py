"""A dated happening: `data/cities/<city>/events/<date>-<slug>.yml`, or `data/events/` when no city's own."""

from __future__ import annotations

import functools
from typing import Annotated

from pydantic import Field, model_validator

from opencity.dates import PartialDate
from opencity.register.models.base import fault
from opencity.register.models.claims import Inference, Reviewed
from opencity.register.models.facts import Note, Person
from opencity.register.models.numbers import Count
from opencity.register.models.picture import Picture
from opencity.register.models.refs import CityId, DocumentId, NetworkId, ProgrammeId, SourceId
from opencity.register.models.text import Text, form
from opencity.register.models.when import Date, in_order

DatedId = Annotated[str, form(r"\d{4}(-\d{2}(-\d{2})?)?-[a-z][a-z0-9-]*", "2025-10-02-index")]


class Event(Reviewed):
    """Something that happened, or was planned, on known days; a news page refers to it."""

    id: DatedId
    title: Text
    start: Date
    end: Date | None = None
    place: Text | None = None
    cities: tuple[CityId, ...] = ()
    networks: tuple[NetworkId, ...] = ()
    programmes: tuple[ProgrammeId, ...] = ()
    summary: Text | None = None
    picture: Picture | None = None
    topics: tuple[Text, ...] = ()
    people: tuple[Person, ...] = ()
    counts: tuple[Count, ...] = ()
    notes: tuple[Note, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    planned_only: bool = False
    sources: tuple[SourceId, ...] = Field(min_length=1)
    inferred: Inference | None = None

    @model_validator(mode="after")
    def _dates_agree(self) -> Event:
        in_order(self.start, self.end, "end")
        if not self.id.startswith(f"{self.start}-"):
            raise fault("E-EVENT-ID", given=self.id, start=str(self.start), at="id")
        return self

    @property
    def last(self) -> PartialDate:
        """The day it ended."""
        return self.end or self.start

    @functools.cached_property
    def ties(self) -> frozenset[tuple[str, str]]:
        """The networks and programmes that it names: what it may share with another event."""
        networks = (("network", network) for network in self.networks)
        return frozenset((*networks, *(("programme", programme) for programme in self.programmes)))

    @functools.cached_property
    def days(self) -> tuple[int, int]:
        """The first and the last day that it may have lasted, as numbers: comparing thousands of events is cheap."""
        return self.start.first_day().toordinal(), self.last.last_day().toordinal()
