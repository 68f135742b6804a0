"""A city's path in a network: dated acts and their effects; gaps; what was seen and when."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import model_validator

from opencity.register.models.base import fault
from opencity.register.models.claims import Fact, Sourced
from opencity.register.models.facts import Person
from opencity.register.models.numbers import AsOfDate
from opencity.register.models.refs import DocumentId, EventId
from opencity.register.models.text import Line, Slug, Text
from opencity.register.models.when import When


class ActKind(StrEnum):
    """What kind of step it was. Each kind has its name among the interface words."""

    COUNCIL_RESOLUTION = "council_resolution"
    MINISTERS_CONSENT = "ministers_consent"
    MAYORS_ACT = "mayors_act"
    COMMITTEE_OPINION = "committee_opinion"
    RECOMMENDATION = "recommendation"
    APPLICATION = "application"
    INVITATION = "invitation"
    SIGNATURE = "signature"
    ADMISSION = "admission"
    ANNOUNCEMENT = "announcement"
    FOUNDING = "founding"
    REGISTRATION = "registration"
    NAMING = "naming"
    ELECTION = "election"
    END_OF_TERM = "end_of_term"
    LEFT = "left"
    ANNULLED = "annulled"
    STARTED = "started"
    ENDED = "ended"
    AGREEMENT = "agreement"
    CONSULTATION = "consultation"
    DEBATE = "debate"
    DEADLINE = "deadline"
    PUBLICATION = "publication"
    EVENT = "event"
    SERVICE = "service"
    PREPARATION = "preparation"


LEGAL_ACTS = frozenset({ActKind.COUNCIL_RESOLUTION, ActKind.MINISTERS_CONSENT, ActKind.MAYORS_ACT})
"""The kinds that can be the legal basis of a membership."""


class Effect(StrEnum):
    """What the act changed. Only an act that accedes gives "since" and "legal basis"."""

    ACCEDES = "accedes"
    APPLIES = "applies"
    RAISES = "raises"
    LOWERS = "lowers"
    GRANTS_TITLE = "grants_title"
    ADOPTS_PROGRAMME = "adopts_programme"
    ENDS = "ends"
    NONE = "none"


class Tie(StrEnum):
    """What binds a city to a network."""

    MEMBER = "member"
    ASSOCIATE_MEMBER = "associate_member"
    FOUNDER = "founder"
    SIGNATORY = "signatory"
    TITLE_HOLDER = "title_holder"
    PROPOSED = "proposed"
    FORMER = "former"


class Act(Sourced):
    """One dated step. An act of unknown date that is known to follow another says `after`."""

    id: Slug
    kind: ActKind
    effect: Effect = Effect.NONE
    tie: Tie | None = None
    date: Fact[When] | None = None
    after: Slug | None = None
    number: Fact[Line] | None = None
    organ: Fact[Text] | None = None
    legal_basis: tuple[Slug, ...] = ()
    document: DocumentId | None = None
    event: EventId | None = None
    place: Text | None = None
    people: tuple[Person, ...] = ()
    text: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Act:
        if self.date is None and self.after is None:
            raise fault("E-ACT-DATE")
        changes = self.effect in (Effect.ACCEDES, Effect.RAISES, Effect.LOWERS)
        if changes and self.tie is None:
            raise fault("E-ACT-TIE", effect=self.effect.value, at="effect")
        if changes and self.tie in (Tie.PROPOSED, Tie.FORMER):
            raise fault("E-EFFECT-TIE", effect=self.effect.value, tie=self.tie.value, at="tie")
        if self.legal_basis and self.effect is not Effect.ACCEDES:
            raise fault("E-ACT-BASIS", at="legal_basis")
        return self


class Gap(Sourced):
    """A time in which the city seems to have been out although no source says that it left.

    It lies between two acts of the path and has no ends of its own. A source that does say "left" is an act.
    """

    id: Slug
    after: Slug
    before: Slug | None = None
    text: Text

    @model_validator(mode="after")
    def _inferred_with_reason(self) -> Gap:
        if self.inferred is None:
            raise fault("E-GAP-REASON")
        return self


class Observation(Sourced):
    """A source names the city as a member (or does not) at some time, without saying how it came about."""

    tie: Tie | Literal["absent"]
    as_of: AsOfDate
    text: Text | None = None
