"""Dates as records hold them: one date at its own precision, a range, bounds, or a period."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from opencity.dates import NoSuchDay, NotADate, PartialDate
from opencity.register.models.base import Record, fault

_DOTTED = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./ -](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})(?: ?[./ -] ?(\d{1,2})(?: ?[./ -] ?(\d{1,2}))?)?")
_WORDED = re.compile(r"(?:(\d{1,2})[. ])?([^\W\d]+)[., ]+(?:(\d{1,2}) )?(\d{4})")
_MONTH_STEMS = {
    "sty": 1, "lut": 2, "mar": 3, "kwi": 4, "maj": 5, "cze": 6, "lip": 7, "sie": 8, "wrz": 9, "paź": 10, "paz": 10,
    "lis": 11, "gru": 12, "jan": 1, "feb": 2, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_EXTRAS = re.compile(
    r"[„”“\"']|^(?:w|z|dnia|rok) |(?<=\d)(?: ?r(?:\.|oku)?| roku|[.,;]+| \(.*\)|[t ]\d{1,2}:\d\d.*|st|nd|rd|th)(?= |$)"
)
"""What may stand around a date that is plain otherwise: `w 2020 roku`, `2020 r.`, `„2020”`, `18th`."""
_SPAN = re.compile(r"(?:od )?(\d{4}(?:-\d\d){0,2})(?: ?- ?| do )(\d{4}(?:-\d\d){0,2})")
_BOUND = re.compile(r"(przed|do|before|until|po|after) (\d{4}(?:-\d\d){0,2})")


_DAYS = re.compile(r"(?:od )?(\d{1,2}) ?- ?(\d{1,2})([ .].+)")
_TWO = re.compile(r"(?:od |from )?(.+?)(?: - | do | to )(.+)")


def parse_date(text: object, words: tuple[str, ...] = ()) -> PartialDate:
    """Turn text into a date, or say what to write instead. `words` are what the field takes besides dates.

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
        raise _no_such_day(text, error) from None
    except NotADate:
        if span := span_of(text):
            raise fault("E-DATE-SPAN", given=text, first=span[0], last=span[1]) from None
        readings = _readings(text)
        if len(readings) > 1:
            raise fault("E-DATE-AMBIGUOUS", given=text, first=readings[0], second=readings[1]) from None
        examples = ", ".join(("2020-12-18", "2020-12", "2020", *words))
        raise fault("E-DATE-FORM", given=text, guess="".join(readings), examples=examples) from None


def span_of(text: str) -> tuple[str, str] | None:
    """The two dates of a span of time as people write it; None for anything else.

    >>> span_of("12–14 maja 2024 r."), span_of("30 września – 2 października 2025")
    (('2024-05-12', '2024-05-14'), ('2025-09-30', '2025-10-02'))
    """
    plain = _plain(text)
    if match := _SPAN.fullmatch(plain):
        return match[1], match[2]
    if match := _DAYS.fullmatch(plain):
        halves = (f"{match[1]}{match[3]}", f"{match[2]}{match[3]}")
    elif match := _TWO.fullmatch(plain):
        left, right = match.groups()
        if left.isdigit() and len(left) < 3:
            left += right.lstrip("0123456789")
        elif not left[-4:].isdigit():
            left = f"{left} {right[-4:]}"
        halves = (left, right)
    else:
        return None
    first, last = (_readings(half) for half in halves)
    return (first[0], last[0]) if len(first) == len(last) == 1 else None


def _no_such_day(given: str, error: NoSuchDay) -> PydanticCustomError:
    if error.days is None:
        return fault("E-DATE-MONTH", given=given)
    return fault("E-DATE", given=given, days=error.days, month=str(error)[:7])


def _plain(text: str) -> str:
    """The text without what people put around a date, in small letters, with one kind of dash."""
    return _EXTRAS.sub("", _DASHES.sub("-", text[:80].lower()).strip()).strip()


def _readings(text: str) -> list[str]:
    """What a date in another form may mean, the Polish order (day, month) first.

    Raises E-DATE where the only meaning is a day that does not exist.
    """
    plain = _plain(text)
    candidates: list[str] = []
    if match := _DOTTED.fullmatch(plain):
        first, second, year = match.groups()
        candidates.append(f"{year}-{int(second):02d}-{int(first):02d}")
        if "/" in plain:  # 03/04/2020 is read one way in Kraków and another in Chicago
            candidates.append(f"{year}-{int(first):02d}-{int(second):02d}")
    elif match := _MONTH_YEAR.fullmatch(plain):
        candidates.append(f"{match[2]}-{int(match[1]):02d}")
    elif match := _YEAR_FIRST.fullmatch(plain):
        candidates.append("-".join(f"{int(part):02d}" for part in match.groups() if part))
    elif match := _WORDED.fullmatch(plain):
        month, day = _MONTH_STEMS.get(match[2][:3]) or _ROMAN.get(match[2]), match[1] or match[3]
        if month:
            candidates.append(f"{match[4]}-{month:02d}" + (f"-{int(day):02d}" if day else ""))
    readings: list[str] = []
    for candidate in dict.fromkeys(candidates):
        try:
            PartialDate.parse(candidate)
        except NotADate:
            continue
        except NoSuchDay as error:
            if len(candidates) == 1 and error.days is not None:
                raise _no_such_day(text, error) from None
            continue
        readings.append(candidate)
    return readings


DATE_SCHEMA = {"anyOf": [{"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}, {"type": "integer"}]}
"""Editors' tools read a bare year as a number, so a JSON Schema takes both."""

Date = Annotated[PartialDate, BeforeValidator(parse_date), WithJsonSchema(DATE_SCHEMA)]
"""A date at its own precision."""


DATE_OR_WORD_SCHEMA = WithJsonSchema({"anyOf": [*DATE_SCHEMA["anyOf"], {"type": "string", "pattern": "^[a-z_]+$"}]})
"""The same, or one of a few words: the check knows which."""


def date_or(*words: str) -> BeforeValidator:
    """A validator for a field that holds a date or one of a few words, such as `current`."""
    return BeforeValidator(lambda raw: raw if raw in words else parse_date(raw, words))


def in_order(start: PartialDate | None, end: PartialDate | None, field: str) -> None:
    """Raise E-PERIOD at the field of the end when that is before the start."""
    if start and end and end.is_before(start):
        raise fault("E-PERIOD", start=str(start), end=str(end), at=field)


class When(Record):
    """When something was: on a date, over a range, or between bounds.

    In a file `2022-09`, or `{start: 2025-09-30, end: 2025-10-02}`, or `{not_before: 2004-05-01}`.
    """

    on: Annotated[PartialDate, date_or("{ not_before: 2019, not_after: 2021 }"), WithJsonSchema(DATE_SCHEMA)] | None = (
        None
    )
    start: Date | None = None
    end: Date | None = None
    not_before: Date | None = None
    not_after: Date | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, raw: object) -> object:
        if isinstance(raw, dict):
            return raw
        plain = _plain(raw) if isinstance(raw, str) else ""
        if span := span_of(plain):
            raise fault("E-DATE-FORM", given=raw, guess=f"{{ start: {span[0]}, end: {span[1]} }}")
        if match := _BOUND.fullmatch(plain):
            bound = "not_before" if match[1] in ("po", "after") else "not_after"
            raise fault("E-DATE-FORM", given=raw, guess=f"{{ {bound}: {match[2]} }}")
        return {"on": raw}

    @model_validator(mode="after")
    def _one_form(self) -> When:
        forms = [self.on, self.start or self.end, self.not_before or self.not_after]
        if sum(form is not None for form in forms) != 1 or (self.end and not self.start):
            raise fault("E-WHEN")
        in_order(self.start, self.end, "end")
        in_order(self.not_before, self.not_after, "not_after")
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

    @model_validator(mode="before")
    @classmethod
    def _written_as_one(cls, raw: object) -> object:
        span = span_of(raw) if isinstance(raw, str) else None
        if span:
            more = ", sources: […]" if "sources" in cls.model_fields else ""
            raise fault("E-DATE-FORM", given=raw, guess=f"{{ from: {span[0]}, until: {span[1]}{more} }}")
        return raw

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        in_order(self.start, self.end, "until")
        return self

    def covers(self, date: PartialDate) -> bool:
        """Whether a date may lie within, open ends included."""
        return not (self.start and date.is_before(self.start)) and not (self.end and self.end.is_before(date))
