"""Numbers as records hold them: with a unit, an operator, the date they were true on, and a source."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from opencity.register.models.base import Record, fault
from opencity.register.models.claims import Sourced
from opencity.register.models.text import Text, form
from opencity.register.models.when import Date, in_order, parse_date


class Operator(StrEnum):
    """How exactly a number is meant."""

    EXACTLY = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"


class CountUnit(StrEnum):
    """What is counted; each has its plural forms among the interface words."""

    CITIES = "cities"
    CITIES_AND_REGIONS = "cities_and_regions"
    COUNTRIES = "countries"
    SIGNATORIES = "signatories"
    ORGANISATIONS = "organisations"
    PARTNERS = "partners"
    RESIDENTS = "residents"
    PARTICIPANTS = "participants"
    WORKING_GROUPS = "working_groups"
    INHABITANTS = "inhabitants"
    MEMBERS = "members"
    PLN = "pln"


def _as_of(raw: object) -> object:
    if raw in ("unknown", "") or isinstance(raw, dict):
        return {} if raw in ("unknown", "") else raw
    return {"on": parse_date(raw, ("unknown", "{ not_before: 2019 }"))}


class AsOf(Record):
    """The date a number was true on: exact, between bounds, or unknown (then the number is not printed)."""

    on: Date | None = None
    not_before: Date | None = None
    not_after: Date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> AsOf:
        in_order(self.not_before, self.not_after, "not_after")
        return self

    @property
    def is_known(self) -> bool:
        """Whether anything at all is known of the date."""
        return any((self.on, self.not_before, self.not_after))

    @property
    def sort_key(self) -> tuple[int, ...]:
        """Later dates last, the unknown first."""
        date = self.on or self.not_after or self.not_before
        return date.parts if date else ()


AsOfDate = Annotated[AsOf, BeforeValidator(_as_of)]


class Dated(Sourced):
    """A number that is true as of a date. Without `as_of` it is refused; with `unknown` it is kept and not printed."""

    number_field: ClassVar[str]

    operator: Operator = Operator.EXACTLY
    as_of: AsOfDate
    of: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _number_needs_a_date(cls, raw: object) -> object:
        if isinstance(raw, dict) and cls.number_field in raw and not raw.get("as_of"):
            raise fault("E-ASOF", given=raw[cls.number_field])
        return raw


class Count(Dated):
    """A number of things: `more than 163 cities, as of 2025-10`."""

    number_field: ClassVar[str] = "value"

    value: Annotated[int, Field(ge=0)]
    unit: CountUnit


class Money(Dated):
    """A sum: a fee or a spending, with its currency (ISO 4217) and the time it is paid for."""

    number_field: ClassVar[str] = "amount"

    amount: Annotated[float, Field(gt=0, allow_inf_nan=False)]
    currency: Annotated[str, form(r"[A-Z]{3}", "PLN")]
    per: Literal["year", "month", "once", "not_stated"] = "not_stated"
