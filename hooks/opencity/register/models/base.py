"""The ground of every model: strict records, texts in several languages, sources, competing claims.

A model is the single definition of its kind of record: what it lists is what a file may hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from opencity.dates import NoSuchDay, NotADate, PartialDate

T = TypeVar("T")


def fault(code: str, **details: object) -> PydanticCustomError:
    """The error a validator raises: the code of a problem with its particulars."""
    return PydanticCustomError(cast(Any, code), cast(Any, code), dict(details))


@dataclass(slots=True)
class UnknownFields:
    """Collects, while one file is validated, the fields that no model knows."""

    found: list[tuple[int, str, tuple[str, ...]]]

    def note(self, node: Mapping[str, object], key: str, known: tuple[str, ...]) -> None:
        """Remember the mapping by identity: a validator is not told where it stands."""
        self.found.append((id(node), key, known))


class Record(BaseModel):
    """A mapping with known fields only. Unknown ones are noted, so that the rest is still checked."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False, str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _note_unknown_fields(cls, raw: object, info: ValidationInfo) -> object:
        if not isinstance(raw, dict):
            return raw
        known = {definition.alias or name for name, definition in cls.model_fields.items()}
        unknown = [key for key in raw if key not in known and not cls._takes(key)]
        noted = (info.context or {}).get("unknown")
        if not unknown or not isinstance(noted, UnknownFields):
            return raw
        for key in unknown:
            noted.note(raw, key, tuple(sorted(known)))
        return {key: value for key, value in raw.items() if key not in unknown}

    @classmethod
    def _takes(cls, key: str) -> bool:
        """Whether a key that is not a field is welcome all the same."""
        return False


# --- words ---------------------------------------------------------------------------------------

Line = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Slug = Annotated[str, StringConstraints(min_length=1, max_length=80), AfterValidator(lambda text: _slug(text))]


def form(pattern: str, example: str) -> AfterValidator:
    """A validator for text of a fixed form; the problem it raises shows the example, not the pattern."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text, re.ASCII):
            raise fault("E-FORM", given=text, example=example)
        return text

    return AfterValidator(check)


LocaleCode = Annotated[str, form(r"[a-z]{2}", "pl")]


def _slug(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text):
        raise fault("E-ID", given=text)
    return text


class Text(Record):
    """The same words in each language. `original` names the language they were first written in.

    >>> Text.model_validate({"pl": "sieć", "en": "network"}).in_("en")
    'network'
    """

    model_config = ConfigDict(extra="allow", frozen=True, str_strip_whitespace=True)

    pl: Line
    en: Line
    original: LocaleCode = "pl"

    @classmethod
    def _takes(cls, key: str) -> bool:
        return re.fullmatch(r"[a-z]{2}", key) is not None

    def in_(self, locale: str) -> str:
        """The words in a language, or in the original where they have not been translated yet."""
        words = getattr(self, locale, None)
        return str(words) if words else str(getattr(self, self.original))

    def locale_of(self, locale: str) -> str:
        """The language that `in_` really answers in, for a `lang` attribute."""
        return locale if getattr(self, locale, None) else self.original


# --- references ----------------------------------------------------------------------------------


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


# --- dates ---------------------------------------------------------------------------------------

_DOTTED = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?: ?r\.?)?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})(?: ?r\.?)?")
_MONTH_STEMS = {
    "sty": 1, "lut": 2, "mar": 3, "kwi": 4, "maj": 5, "cze": 6, "lip": 7, "sie": 8, "wrz": 9, "paź": 10, "lis": 11,
    "gru": 12, "jan": 1, "feb": 2, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
_WORDED = re.compile(r"(?:(\d{1,2})\.? )?([^\W\d]{3,12})\.?,? (\d{4})(?: ?r\.?)?")


def parse_date(text: object) -> PartialDate:
    """Turn text into a date, or say what to write instead.

    Raises E-DATE for a day that does not exist, E-DATE-FORM for `18.12.2020`, `12/2020`, `grudzień 2020`.
    """
    if isinstance(text, PartialDate):
        return text
    if isinstance(text, int) and not isinstance(text, bool):
        text = str(text)  # a bare year from a tool that reads YAML its own way
    if not isinstance(text, str):
        raise fault("E-TYPE-TEXT")
    if not text.strip():
        raise fault("E-BLANK")
    try:
        return PartialDate.parse(text.strip())
    except NoSuchDay as error:
        if error.days is None:
            raise fault("E-DATE-MONTH", given=text) from None
        raise fault("E-DATE", given=text, days=error.days, month=text.strip()[:7]) from None
    except NotADate:
        instead = _readings(text.strip())
        if len(instead) > 1:
            raise fault("E-DATE-AMBIGUOUS", given=text, first=instead[0], second=instead[1]) from None
        raise fault("E-DATE-FORM", given=text, instead=instead[0] if instead else "2020-12-18") from None


def _readings(text: str) -> list[str]:
    """What a date in another form may mean, the Polish order (day, month) first."""
    candidates: list[str] = []
    if match := _DOTTED.fullmatch(text):
        first, second, year = match.groups()
        candidates.append(f"{year}-{int(second):02d}-{int(first):02d}")
        if "/" in text:  # 03/04/2020 is read one way in Kraków and another in Chicago
            candidates.append(f"{year}-{int(first):02d}-{int(second):02d}")
    elif match := _MONTH_YEAR.fullmatch(text):
        candidates.append(f"{match[2]}-{int(match[1]):02d}")
    elif (match := _WORDED.fullmatch(text.lower())) and (month := _MONTH_STEMS.get(match[2][:3])):
        day = f"-{int(match[1]):02d}" if match[1] else ""
        candidates.append(f"{match[3]}-{month:02d}{day}")
    readings: list[str] = []
    for candidate in candidates:
        try:
            PartialDate.parse(candidate)
        except (NotADate, NoSuchDay):
            continue
        if candidate not in readings:
            readings.append(candidate)
    return readings


DATE_SCHEMA = {"anyOf": [{"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}, {"type": "integer"}]}
"""Editors' tools read a bare year as a number, so a JSON Schema takes both."""

Date = Annotated[PartialDate, BeforeValidator(parse_date), WithJsonSchema(DATE_SCHEMA)]
"""A date at its own precision."""


def date_or(*words: str) -> BeforeValidator:
    """A validator for a field that holds a date or one of a few words, such as `current`."""
    return BeforeValidator(lambda raw: raw if raw in words else parse_date(raw))


class When(Record):
    """When something was: on a date, over a range, or between bounds.

    In a file `2022-09`, or `{start: 2025-09-30, end: 2025-10-02}`, or `{not_before: 2004-05-01}`.
    """

    on: Date | None = None
    start: Date | None = None
    end: Date | None = None
    not_before: Date | None = None
    not_after: Date | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, raw: object) -> object:
        return raw if isinstance(raw, dict) else {"on": raw}

    @model_validator(mode="after")
    def _one_form(self) -> When:
        forms = [self.on, self.start or self.end, self.not_before or self.not_after]
        if sum(form is not None for form in forms) != 1 or (self.end and not self.start):
            raise fault("E-WHEN")
        for first, last in ((self.start, self.end), (self.not_before, self.not_after)):
            if first and last and last.is_before(first):
                raise fault("E-PERIOD", start=str(first), end=str(last))
        return self

    @property
    def is_bounded(self) -> bool:
        """Whether only bounds are known, not the date itself."""
        return self.not_before is not None or self.not_after is not None

    @property
    def first(self) -> PartialDate:
        """The date it began, or the bound that is known: what sorting begins from."""
        date = self.on or self.start or self.not_before or self.not_after
        assert date is not None  # _one_form saw to it
        return date

    @property
    def last(self) -> PartialDate:
        """The date it ended, or the later bound."""
        return self.end or self.not_after or self.first


class Period(Record):
    """A stretch of time whose ends may be open: `{from: 2018, until: 2022}`."""

    start: Date | None = Field(None, alias="from")
    end: Date | None = Field(None, alias="until")

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.start and self.end and self.end.is_before(self.start):
            raise fault("E-PERIOD", start=str(self.start), end=str(self.end))
        return self


# --- sources, claims, inference -------------------------------------------------------------------


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

    claims: tuple[Claim[T], ...]
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


# --- addresses -----------------------------------------------------------------------------------


def _address(text: str) -> str:
    match = re.fullmatch(r"(https?)://([^/\s?#@]+)(?:[/?#]\S*)?", text)
    if match is None or "." not in match[2] or any(mark in text for mark in '"<>\\^`{|}'):
        raise fault("E-ADDRESS", given=text)
    return text


Address = Annotated[str, AfterValidator(_address)]
"""An absolute http(s) address without quotes, spaces or a user name."""
