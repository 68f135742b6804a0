"""References: text fields that hold the id of another record, and say of what kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a text field as the id of another record; `kind` is a kind of record."""

    kind: str


_SOME = StringConstraints(min_length=1)

SourceId = Annotated[str, _SOME, RefTo("source")]
NetworkId = Annotated[str, _SOME, RefTo("network")]
CityId = Annotated[str, _SOME, RefTo("city")]
ProgrammeId = Annotated[str, _SOME, RefTo("programme")]
ProjectId = Annotated[str, _SOME, RefTo("project")]
FundId = Annotated[str, _SOME, RefTo("fund")]
DocumentId = Annotated[str, _SOME, RefTo("document")]
EventId = Annotated[str, _SOME, RefTo("event")]
