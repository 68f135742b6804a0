"""A record in; every text in it that stands in several languages, with its place and with a lasting name, out.

The name says the field without positions in lists, so that inserting an entry above renames nothing: `notes.text`,
and `acts.admission.text` where the entries have an id.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from opencity.register.models import Fact, Record, Text
from opencity.register.models.base import keys_of
from opencity.register.registry import Item
from opencity.register.yaml_reader import Path


@dataclass(frozen=True, slots=True)
class FoundText:
    """One text of a record: where it stands in the file, and the name of its field."""

    text: Text
    path: Path
    field: str


def texts_of(item: Item[Record]) -> Iterator[FoundText]:
    """Every text of a record, in the order of the model."""
    name = tuple(str(part) for part in item.path)
    for path, field, text in _texts(item.record, item.path, name):
        yield FoundText(text, _written(path, item), ".".join(field))


def _texts(record: Record, path: Path, name: tuple[str, ...]) -> Iterator[tuple[Path, tuple[str, ...], Text]]:
    if isinstance(record, Fact):
        for index, claim in enumerate(record.claims):
            yield from _inside(claim.value, (*path, "claims", index, "value"), name)
        yield from _inside(record.reason, (*path, "reason"), (*name, "reason"))
        return
    for key, field in _fields(type(record)):
        yield from _inside(getattr(record, field), (*path, key), (*name, key))


def _inside(value: object, path: Path, name: tuple[str, ...]) -> Iterator[tuple[Path, tuple[str, ...], Text]]:
    if isinstance(value, Text):
        yield path, name, value
    elif isinstance(value, Record):
        yield from _texts(value, path, name)
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            identity = getattr(entry, "id", None)
            called = (*name, identity) if isinstance(identity, str) else name
            yield from _inside(entry, (*path, index), called)


@functools.cache
def _fields(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """Every field as a file calls it and as the model does."""
    return tuple(zip(keys_of(model), model.model_fields, strict=True))


def _written(path: Path, item: Item[Record]) -> Path:
    """The path as the file has it: a fact that nobody disputes stands there without its claims."""
    if path in item.file.values or "claims" not in path:
        return path
    at = path.index("claims")
    return (*path[:at], *path[at + 3 :])
