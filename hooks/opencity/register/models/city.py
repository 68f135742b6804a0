"""A city: its names in every case, its codes, how it is spoken of: `data/cities/<city>/city.yml`."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator

from opencity.register.models.base import Record, fault
from opencity.register.models.claims import Inference, Reviewed
from opencity.register.models.refs import SourceId
from opencity.register.models.text import Address, Line, Slug, form

Code7 = Annotated[str, form(r"\d{7}", "1261011")]


class Cases(Record):
    """The Polish name in its cases (przypadki). The locative stands with its preposition apart."""

    nominative: Line
    genitive: Line
    dative: Line
    accusative: Line
    instrumental: Line
    locative: Line


Verb = Literal["masculine", "feminine", "neuter", "plural", "avoid"]


class CityName(Record):
    """The name in a further language: with every form that its sentences need, or as it is, which is plain text.

    >>> CityName.model_validate("Krakau").nominative
    'Krakau'
    """

    nominative: Line
    genitive: Line | None = None
    within: Line | None = None
    verb: Verb | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_name(cls, raw: object) -> object:
        return {"nominative": raw} if isinstance(raw, str) else raw

    @model_validator(mode="after")
    def _all_forms_or_none(self) -> CityName:
        forms = {"genitive": self.genitive, "within": self.within, "verb": self.verb}
        missing = [name for name, form in forms.items() if form is None]
        if 0 < len(missing) < len(forms):
            raise fault("E-MISSING", field=missing[0], guess="…")
        return self


class City(Reviewed):
    """A city in Polish and English, and in further languages if it likes: grammar, official codes, official site.

    TERC is the code of the commune (gmina), SIMC of the locality; both have seven digits and never share a field.
    `verb` is the form of the past tense: dołączył, dołączyła, dołączyło, dołączyły; `avoid` where usage wavers.
    """

    model_config = ConfigDict(extra="allow", frozen=True, str_strip_whitespace=True)

    __pydantic_extra__: dict[str, CityName] = Field(init=False)

    id: Slug
    pl: Cases
    en: Line
    preposition: Literal["w", "we"]
    adjective: Line
    verb: Verb
    terc: Code7 | None = None
    simc: Code7 | None = None
    site: Address | None = None
    sources: tuple[SourceId, ...] = Field(min_length=1)
    inferred: Inference | None = None

    @classmethod
    def _takes(cls, key: str) -> bool:
        return re.fullmatch(r"[a-z]{2}", key) is not None

    def forms_in(self, locale: str) -> CityName | None:
        """The name in a language, or None where the file gives none."""
        return self._names.get(locale)

    @functools.cached_property
    def _names(self) -> Mapping[str, CityName]:
        within = f"{self.preposition} {self.pl.locative}"
        polish = CityName(nominative=self.pl.nominative, genitive=self.pl.genitive, within=within, verb=self.verb)
        return MappingProxyType({**(self.__pydantic_extra__ or {}), "pl": polish, "en": CityName(nominative=self.en)})
