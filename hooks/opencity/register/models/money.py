"""Funds and what each obliges to show; funded projects: `data/funds/<id>.yml`, `data/projects/<id>.yml`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from opencity.register.models.base import Record, fault
from opencity.register.models.claims import Inference, Reviewed, Sourced
from opencity.register.models.facts import Abbreviation, Note
from opencity.register.models.numbers import Money
from opencity.register.models.picture import Picture
from opencity.register.models.refs import CityId, FundId, NetworkId, ProgrammeId, SourceId
from opencity.register.models.text import Line, LocaleCode, Slug, Text
from opencity.register.models.when import Period

Show = Literal[
    "eu_emblem",
    "eu_statement",
    "fund_name",
    "co_financing",
    "motto",
    "liability_clause",
    "logo",
    "aims_and_results",
]
"""What a rule may ask for. `eu_statement` is "Co-funded by the European Union" in full, beside the emblem."""


class FundRule(Sourced):
    """What a beneficiary must show in a period of the fund. `read: false`: nobody here has read the rule."""

    period: Period | None = None
    read: bool
    show: tuple[Show, ...] = ()
    text: Text | None = None

    @model_validator(mode="after")
    def _unread_asserts_nothing(self) -> FundRule:
        if not self.read and self.show:
            raise fault("E-RULE-UNREAD", at="show")
        return self


class Fund(Reviewed):
    """A fund or grant programme. `mark` is its logo, where the city may show it."""

    id: Slug
    name: Text
    abbreviation: Abbreviation | None = None
    english_abbreviation: Abbreviation | None = None
    programme: Text | None = None
    period: Period
    donors: tuple[Text, ...] = ()
    european_union: bool = False
    motto: Text | None = None
    motto_sources: tuple[SourceId, ...] = ()
    mark: Picture | None = None
    budgets: tuple[Money, ...] = ()
    authorities: tuple[Note, ...] = ()
    legal_acts: tuple[Note, ...] = ()
    rules: tuple[FundRule, ...] = Field(min_length=1)
    notes: tuple[Note, ...] = ()
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Party(Sourced):
    """A beneficiary or partner of a project. `language` is that of the name, `english` what it is called in English."""

    name: Line
    language: LocaleCode = "pl"
    english: Line | None = None
    city: CityId | None = None
    role: Literal["beneficiary", "leader", "partner"]


class PrintedNotice(Record):
    """What the source's own notice says: its tense, whether the liability clause is there, the co-funder.

    `co_financed: false`: it does not say "co-financed", but only that the project was carried out with the money.
    """

    tense: Literal["present", "past"]
    co_financed: bool = True
    liability_clause: bool
    co_funder: Text | None = None
    sources: tuple[SourceId, ...] = Field(min_length=1)


class ProjectPeriod(Period):
    """When a project ran, with the source of it."""

    sources: tuple[SourceId, ...] = Field(min_length=1)
    inferred: Inference | None = None


class Project(Reviewed):
    """A funded project. One name with three funds is three projects: the key is name and fund."""

    id: Slug
    name: Text
    fund: FundId
    number: Line | None = None
    period: ProjectPeriod | None = None
    parties: tuple[Party, ...] = ()
    printed: PrintedNotice | None = None
    amount: Money | None = None
    summary: Text | None = None
    notes: tuple[Note, ...] = ()
    cities: tuple[CityId, ...] = ()
    networks: tuple[NetworkId, ...] = ()
    programmes: tuple[ProgrammeId, ...] = ()
    sources: tuple[SourceId, ...] = Field(min_length=1)

    @property
    def all_cities(self) -> frozenset[str]:
        """The cities that the project is about or that take part in it."""
        return frozenset((*self.cities, *(party.city for party in self.parties if party.city)))
