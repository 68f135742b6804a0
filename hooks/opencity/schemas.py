"""A kind of record in; the JSON Schema of its files, for editors' tools and web forms, drawn from the model, out."""

from __future__ import annotations

import json
from typing import Any

from opencity.register.models import Source
from opencity.register.models.when import DATE_SCHEMA
from opencity.register.places import KINDS
from opencity.register.synonyms import LARGEST, LONGEST, MOST

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def kinds() -> tuple[str, ...]:
    """The names of all kinds of file."""
    return (*dict.fromkeys(kind.name for kind in KINDS), "sources", "synonyms")


def schema(kind: str) -> str:
    """The JSON Schema (2020-12) of one kind of file, as text. It never refuses what the check takes.

    Raises KeyError for a kind that does not exist.
    """
    if kind == "sources":  # the one kind of file that holds many records: id to source
        one = Source.model_json_schema(by_alias=True)
        definitions = one.pop("$defs", {})
        drawn: dict[str, Any] = {"type": "object", "additionalProperties": one, "$defs": definitions}
    elif kind == "synonyms":  # no records: language to groups of words
        word = {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": r"^\S+$"}
        group = {"type": "array", "minItems": 2, "maxItems": LARGEST, "items": word}
        groups = {"type": "array", "maxItems": MOST, "items": group}
        drawn = {"type": "object", "propertyNames": {"pattern": "^[a-z]{2}$"}, "additionalProperties": groups}
    else:
        models = {item.name: item.model for item in KINDS}
        drawn = models[kind].model_json_schema(by_alias=True)
    _add_short_forms(drawn.get("$defs", {}))
    return json.dumps({"$schema": DIALECT, **drawn}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _add_short_forms(definitions: dict[str, Any]) -> None:
    """A file may write a bare date for `When` and `AsOf`, and a bare value for a fact without rival claims."""
    for name in ("When", "AsOf"):
        if name in definitions:
            words = [{"const": "unknown"}] if name == "AsOf" else []
            definitions[name] = {"anyOf": [definitions[name], DATE_SCHEMA, *words]}
    for name in [name for name in definitions if name.startswith("Fact_")]:
        value = definitions[name.replace("Fact_", "Claim_", 1)]["properties"]["value"]
        definitions[name] = {"anyOf": [definitions[name], value]}
