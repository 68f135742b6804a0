"""Facts with their sources: what is inferred, what sources dispute, when a record was last looked at."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import Field, model_validator

from opencity.register.models.base import Record, fault
from opencity.register.models.refs import SourceId
from opencity.register.models.text import Text
from opencity.register.models.when import Date

T = TypeVar("T")


class Inference(Record):
    """Why something is on the site although no source says it in so many words."""

    reason: Text


class Sourced(Record):
    """A fact with the sources that say it. What no source says is `inferred`, with the reason."""

    sources: tuple[SourceId, ...] = Field(min_length=1)
    inferred: Inference | None = None


class Claim(Record, Generic[T]):
    """One of several answers to the same question, and who gives it."""

    value: T
    sources: tuple[SourceId, ...] = ()
    accepted: bool = False


class Fact(Record, Generic[T]):
    """A value; or competing claims of which exactly one is accepted, with the reason in both languages.

    A file holds either the plain value or `{claims: [...], reason: {pl: ..., en: ...}}`.
    """

    claims: tuple[Claim[T], ...] = Field(min_length=1)
    reason: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_value(cls, raw: object) -> object:
        if isinstance(raw, dict) and ("claims" in raw or "reason" in raw):
            return raw
        return {"claims": [{"value": raw, "accepted": True}]}

    @model_validator(mode="after")
    def _one_is_accepted(self) -> Fact[T]:
        accepted = sum(claim.accepted for claim in self.claims)
        if accepted == 0:
            raise fault("E-CLAIMS-OPEN", count=len(self.claims))
        if accepted > 1:
            raise fault("E-CLAIMS-TWO", count=accepted)
        if self.is_disputed and self.reason is None:
            raise fault("E-CLAIMS-REASON")
        if self.is_disputed and not all(claim.sources for claim in self.claims):
            raise fault("E-CLAIMS-SOURCE")
        return self

    @property
    def is_disputed(self) -> bool:
        """Whether sources give different answers."""
        return len(self.claims) > 1

    @property
    def value(self) -> T:
        """The accepted answer."""
        return self.accepted.value

    @property
    def accepted(self) -> Claim[T]:
        """The accepted claim, with its sources."""
        return next(claim for claim in self.claims if claim.accepted)

    @property
    def rejected(self) -> tuple[Claim[T], ...]:
        """The claims that were not accepted, as the file lists them."""
        return tuple(claim for claim in self.claims if not claim.accepted)


class Reviewed(Record):
    """What every record in a file of its own may say of itself: when it was checked, when it must be again."""

    verified: Date | None = None
    review_by: Date | None = None
