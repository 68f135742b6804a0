"""A record in; every reference it makes to another record, with the path to it, out."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Iterator

from pydantic import BaseModel

from opencity.register.models import Record, RefTo
from opencity.register.yaml_reader import Path


def references(record: Record, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Yield `(path, kind, id)` for every field marked `RefTo`, however deep it stands."""
    for name, alias, kind in _plan(type(record)):
        value = getattr(record, name)
        if isinstance(value, str):
            if kind is not None:
                yield (*path, alias), kind, value
        elif isinstance(value, Record):
            yield from references(value, (*path, alias))
        elif isinstance(value, tuple):
            for index, entry in enumerate(value):
                if isinstance(entry, Record):
                    yield from references(entry, (*path, alias, index))
                elif kind is not None and isinstance(entry, str):
                    yield (*path, alias, index), kind, entry


@functools.cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str, str | None], ...]:
    """Field name, its key in a file, and the kind of record it refers to."""
    plan = []
    for name, field in model.model_fields.items():
        kind = next((item.kind for item in field.metadata if isinstance(item, RefTo)), None)
        plan.append((name, field.alias or name, kind or _kind_in(field.annotation)))
    return tuple(plan)


def _kind_in(annotation: object) -> str | None:
    for item in getattr(annotation, "__metadata__", ()):
        if isinstance(item, RefTo):
            return item.kind
    if typing.get_origin(annotation) in (tuple, typing.Union, types.UnionType, typing.Annotated):
        for argument in typing.get_args(annotation):
            kind = _kind_in(argument)
            if kind is not None:
                return kind
    return None
