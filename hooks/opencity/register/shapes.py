"""A field of a model in; what a file holds in its place, as an example for a message (`{ pl: …, en: … }`), out."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterable

from opencity.register.models import Record
from opencity.register.models.base import keys_of

_SPECIAL = re.compile(r"[:#,\[\]{}\"'&*!|>%@`]|^[-?\s]|\s$")


def shape(annotation: object) -> str:
    """How a value is written; `…` for what is plain.

    >>> from opencity.register.models import Text
    >>> shape(Text), shape(tuple[Text, ...]), shape(str)
    ('{ pl: …, en: … }', '[{ pl: …, en: … }]', '…')
    """
    item = item_in(annotation)
    if item is not None:
        return f"[{shape(item)}]"
    record = record_in(annotation)
    if record is None:
        return "…"
    needed = [key for key, field in keys_of(record).items() if field.is_required() or key in record.usual]
    return f"{{ {', '.join(f'{key}: …' for key in needed)} }}" if needed else "…"


def record_in(annotation: object) -> type[Record] | None:
    """The model of a value that is a group of fields, or None.

    >>> from opencity.register.models import Text
    >>> record_in(Text | None).__name__
    'Text'
    """
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(record_in, _parts(annotation))), None)


def item_in(annotation: object) -> object | None:
    """The type of the entries of a list, or None for what is no list."""
    if typing.get_origin(annotation) is tuple:
        return typing.cast(object, typing.get_args(annotation)[0])
    return next(filter(None, map(item_in, _parts(annotation))), None)


def _parts(annotation: object) -> Iterable[object]:
    """What an annotation may stand for: of `Text | None` both."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return typing.get_args(annotation)[:1]
    return typing.get_args(annotation) if origin in (typing.Union, types.UnionType) else ()


def written(text: str) -> str:
    """A text as it may stand inside `{ }` and `[ ]`: in quotes where it holds a sign of YAML's own.

    >>> written("Most"), written("Most, rzeka")
    ('Most', '"Most, rzeka"')
    """
    if not _SPECIAL.search(text):
        return text
    return f"'{text}'" if '"' in text and "'" not in text else '"' + text.replace('"', "”") + '"'
