"""The kinds of fact that several records share: names, ordinals, roles, units, parts of a whole, duties."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, PositiveInt, model_validator

from opencity.dates import PartialDate
from opencity.register.models.base import Record, fault
from opencity.register.models.claims import Sourced
from opencity.register.models.numbers import AsOfDate
from opencity.register.models.refs import CityId, SourceId
from opencity.register.models.text import Line, LocaleCode, Slug, Text, is_language, no_language
from opencity.register.models.when import DATE_OR_WORD_SCHEMA, Date, When, date_or, in_order

NONE_FOUND = "none_found"
"""Stands for a name where no official one in that language is known."""


End = Annotated[PartialDate | Literal["current", "unknown"], date_or("current", "unknown"), DATE_OR_WORD_SCHEMA]
"""When an office ended; unknown is not the same as current."""

Fulfilment = Annotated[PartialDate | Literal["not_found", "no"], date_or("not_found", "no"), DATE_OR_WORD_SCHEMA]
"""When a duty was fulfilled, that it was not, or that nothing was found on it."""


class Ordinal(Sourced):
    """A place in an order, as a source gives it, with its scope: 144th *city in the network*."""

    number: PositiveInt
    scope: Literal["network", "country", "region", "group"]
    of: Text


class Name(Record):
    """A name over time. `none_found` says that no official name in that language is known.

    A name that is printed in a foreign language is shown under that language's `lang`. In a further language of the
    site (`uk: …`) there may be none: then the English name is shown, else the Polish one.
    """

    model_config = ConfigDict(extra="allow", frozen=True, str_strip_whitespace=True)
    __pydantic_extra__: dict[str, Line]

    pl: Line
    en: Line
    start: Date | None = Field(None, alias="from")
    end: Date | None = Field(None, alias="until")
    sources: tuple[SourceId, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _known_in_one_language_and_in_order(self) -> Name:
        if self.pl == self.en == NONE_FOUND:
            raise fault("E-NAME-NONE")
        for locale in self.__pydantic_extra__:
            if not is_language(locale):
                raise no_language(locale, at=locale)
        in_order(self.start, self.end, "until")
        return self

    @classmethod
    def _takes(cls, key: str) -> bool:
        return re.fullmatch(r"[a-z]{2}", key) is not None

    def in_(self, locale: str) -> tuple[str, str]:
        """The name for a reader of `locale` and the language it is really in."""
        wanted = str(getattr(self, locale, NONE_FOUND))
        return (wanted, locale) if wanted != NONE_FOUND else self.official[-1]

    @property
    def official(self) -> tuple[tuple[str, str], ...]:
        """The names that every record must give, as far as there are any, each with its language; English is last."""
        names = ((self.pl, "pl"), (self.en, "en"))
        return tuple((name, locale) for name, locale in names if name != NONE_FOUND)


class Variant(Record):
    """A spelling met in a source: found by search, never printed as the name."""

    text: Line
    language: LocaleCode
    sources: tuple[SourceId, ...] = ()


class Abbreviation(Record):
    """Letters and the language they stand for: ICC is from English even in a Polish text."""

    text: Line
    language: LocaleCode


class Unit(Sourced):
    """A responsible unit of the city office under the name it had at a time."""

    name: Text
    start: Date | None = Field(None, alias="from")
    end: Date | None = Field(None, alias="until")
    as_of: AsOfDate | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Unit:
        in_order(self.start, self.end, "until")
        return self


class Role(Sourced):
    """An office held by a person or a city. An unknown end is not the same as `current`."""

    holder: Line | None = None
    city: CityId | None = None
    office: Text
    start: Date | None = Field(None, alias="from")
    end: Annotated[PartialDate | Literal["current", "unknown"], date_or("current", "unknown"), DATE_OR_WORD_SCHEMA] = (
        Field("unknown", alias="until")
    )
    as_of: AsOfDate | None = None

    @model_validator(mode="after")
    def _has_a_holder_and_a_date(self) -> Role:
        if (self.holder is None) == (self.city is None):
            raise fault("E-ROLE-HOLDER")
        if self.start is None and self.as_of is None:
            raise fault("E-ROLE-DATE")
        in_order(self.start, self.end if isinstance(self.end, PartialDate) else None, "until")
        return self


class PartOfWhole(Sourced):
    """A list of which only some parts are known: seven priority actions, five of them named."""

    total: PositiveInt
    items: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _not_more_than_all(self) -> PartOfWhole:
        if len(self.items) > self.total:
            raise fault("E-WHOLE", total=self.total, listed=len(self.items))
        return self

    @property
    def missing(self) -> int:
        """How many parts no source names."""
        return self.total - len(self.items)


class Statement(Sourced):
    """What a person in public office said, in our summary: who, in what office, when, with source."""

    lacks: ClassVar[Mapping[str, str]] = MappingProxyType(dict.fromkeys(("speaker", "office", "date"), "E-STATEMENT"))

    speaker: Line
    office: Text
    date: Date
    text: Text


class Duty(Sourced):
    """Something that a membership obliges to; a deadline that is only computed is `inferred`."""

    text: Text
    deadline: Date | None = None
    fulfilled: Annotated[
        PartialDate | Literal["not_found", "no"] | None, date_or("not_found", "no"), DATE_OR_WORD_SCHEMA
    ] = None


class Assessment(Sourced):
    """A measurement of the city by a network: its edition, when it was presented, and the scores if known."""

    name: Text
    edition: Text
    presented: When
    scores: dict[Slug, Annotated[float, Field(ge=0, le=100)]] = Field(default_factory=dict)
    scores_missing: Literal["not_published", "not_found"] | None = None

    @model_validator(mode="after")
    def _scores_or_a_reason(self) -> Assessment:
        if bool(self.scores) == (self.scores_missing is not None):
            raise fault("E-SCORES")
        return self


class Note(Sourced):
    """A remark that belongs on the page, with its source."""

    text: Text


class Person(Record):
    """A person in public office; the date of the event is the date of the office."""

    name: Line
    office: Text


class Credit(Record):
    """A person or body credited on a publication or a photograph."""

    name: Line
    role: Literal["author", "editor", "update", "coordination", "publisher", "photographer", "translator"]
