"""Dates as records hold them: one date at its own precision, a range, bounds, or a period."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from opencity.dates import NoSuchDay, NotADate, PartialDate
from opencity.register.models.base import Record, fault

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

    def covers(self, date: PartialDate) -> bool:
        """Whether a date may lie within, open ends included."""
        return not (self.start and date.is_before(self.start)) and not (self.end and self.end.is_before(date))
