"""References: text fields that hold the id of another record, and say of what kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a text field as the id of another record; `kind` is a kind of record."""

    kind: str


SourceId = Annotated[str, RefTo("source")]
NetworkId = Annotated[str, RefTo("network")]
CityId = Annotated[str, RefTo("city")]
ProgrammeId = Annotated[str, RefTo("programme")]
ProjectId = Annotated[str, RefTo("project")]
FundId = Annotated[str, RefTo("fund")]
DocumentId = Annotated[str, RefTo("document")]
EventId = Annotated[str, RefTo("event")]
