"""The ground of every model: strict records that note each unknown field, and the errors validators raise.

A model is the single definition of its kind of record: what it lists is what a file may hold.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, ClassVar, cast

from pydantic import BaseModel, ConfigDict, ValidationInfo, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError


def fault(code: str, **details: object) -> PydanticCustomError:
    """The error a validator raises: the code of a problem with its particulars."""
    return PydanticCustomError(cast(Any, code), cast(Any, code), dict(details))


@dataclass(slots=True)
class UnknownFields:
    """Collects, while one file is validated, the fields that no model knows."""

    found: dict[int, list[str]] = field(default_factory=dict)
    models: dict[int, type[Record]] = field(default_factory=dict)
    """Of every mapping the model that it was checked against."""

    def note(self, node: Mapping[str, object], model: type[Record], unknown: list[str]) -> None:
        """Remember the mapping by identity: a validator is not told where it stands."""
        self.models.setdefault(id(node), model)
        if unknown:
            self.found.setdefault(id(node), unknown)


class Record(BaseModel):
    """A mapping with known fields only. Unknown ones are noted, so that the rest is still checked."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False, str_strip_whitespace=True)

    lacks: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Field to the code that tells of its absence, where "the field is missing" would not say why it is needed."""

    usual: ClassVar[tuple[str, ...]] = ()
    """Fields that may be missing and that an example of the record shows all the same."""

    @model_validator(mode="before")
    @classmethod
    def _note_unknown_fields(cls, raw: object, info: ValidationInfo) -> object:
        if not isinstance(raw, dict):
            return raw
        known = keys_of(cls)
        unknown = [key for key in raw if key not in known and not cls._takes(key)]
        noted = (info.context or {}).get("unknown")
        if not isinstance(noted, UnknownFields):
            return raw
        noted.note(raw, cls, unknown)
        return {key: raw[key] for key in raw if key in known or cls._takes(key)} if unknown else raw

    @classmethod
    def _takes(cls, key: str) -> bool:
        """Whether a key that is not a field is welcome all the same."""
        return False


@functools.cache
def keys_of(model: type[Record]) -> Mapping[str, FieldInfo]:
    """The fields of a model as a file names them."""
    return MappingProxyType({field.alias or name: field for name, field in model.model_fields.items()})
