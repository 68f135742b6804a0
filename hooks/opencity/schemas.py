"""A kind of record in; its JSON Schema, for editors' tools and web forms, drawn from the model, out."""

from __future__ import annotations

import json
from typing import Any

from opencity.register.models import Source
from opencity.register.places import KINDS

_EITHER = ("Fact_", "When", "AsOf")
"""Definitions that a file may also write in a short form: a bare value for a claim or a date."""


def kinds() -> tuple[str, ...]:
    """The names of all kinds of record."""
    return (*dict.fromkeys(kind.name for kind in KINDS), "source")


def schema(kind: str) -> str:
    """The JSON Schema (2020-12) of one kind, as text.

    Raises KeyError for a kind that does not exist.
    """
    models = {item.name: item.model for item in KINDS} | {"source": Source}
    drawn: dict[str, Any] = models[kind].model_json_schema(by_alias=True)
    drawn["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    for name, definition in list(drawn.get("$defs", {}).items()):
        if name.startswith(_EITHER):
            drawn["$defs"][name] = {"anyOf": [definition, {"type": ["string", "integer"]}, {"type": "object"}]}
    return json.dumps(drawn, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
