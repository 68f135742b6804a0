"""The ground of every model: strict records that note each unknown field, and the errors validators raise.

A model is the single definition of its kind of record: what it lists is what a file may hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, ClassVar, cast

from pydantic import BaseModel, ConfigDict, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError


def fault(code: str, **details: object) -> PydanticCustomError:
    """The error a validator raises: the code of a problem with its particulars."""
    return PydanticCustomError(cast(Any, code), cast(Any, code), dict(details))


@dataclass(slots=True)
class UnknownFields:
    """Collects, while one file is validated, the fields that no model knows."""

    found: list[tuple[int, str, tuple[str, ...]]]
    told: dict[int, Mapping[str, str]] = field(default_factory=dict)
    """Of mappings whose model has words of its own for what it lacks: field to code."""

    def note(self, node: Mapping[str, object], key: str, known: tuple[str, ...]) -> None:
        """Remember the mapping by identity: a validator is not told where it stands."""
        self.found.append((id(node), key, known))


class Record(BaseModel):
    """A mapping with known fields only. Unknown ones are noted, so that the rest is still checked."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False, str_strip_whitespace=True)

    lacks: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Field to the code that tells of its absence, where "the field is missing" would not say why it is needed."""

    @model_validator(mode="before")
    @classmethod
    def _note_unknown_fields(cls, raw: object, info: ValidationInfo) -> object:
        if not isinstance(raw, dict):
            return raw
        known = {definition.alias or name for name, definition in cls.model_fields.items()}
        unknown = [key for key in raw if key not in known and not cls._takes(key)]
        noted = (info.context or {}).get("unknown")
        if cls.lacks and isinstance(noted, UnknownFields):
            noted.told[id(raw)] = cls.lacks
        if not unknown or not isinstance(noted, UnknownFields):
            return raw
        for key in unknown:
            noted.note(raw, key, tuple(sorted(known)))
        return {key: value for key, value in raw.items() if key not in unknown}

    @classmethod
    def _takes(cls, key: str) -> bool:
        """Whether a key that is not a field is welcome all the same."""
        return False
