"""A city: its names in every case, its codes, how it is spoken of: `data/cities/<city>/city.yml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from opencity.register.models.base import Record
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


class City(Reviewed):
    """A city in Polish and English: grammar, official codes, official site.

    TERC is the code of the commune (gmina), SIMC of the locality; both have seven digits and never share a field.
    `verb` is the form of the past tense: dołączył, dołączyła, dołączyło, dołączyły; `avoid` where usage wavers.
    """

    id: Slug
    pl: Cases
    en: Line
    preposition: Literal["w", "we"]
    adjective: Line
    verb: Literal["masculine", "feminine", "neuter", "plural", "avoid"]
    terc: Code7 | None = None
    simc: Code7 | None = None
    site: Address | None = None
    sources: tuple[SourceId, ...] = Field(min_length=1)
    inferred: Inference | None = None

    def name_in(self, locale: str) -> str:
        """The name in the nominative: `Warszawa`, `Warsaw`."""
        return self.pl.nominative if locale == "pl" else self.en
