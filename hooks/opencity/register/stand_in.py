"""Settings with a fault in; settings to go on checking with out, so that one slip there hides no other."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import ValidationError

from opencity.register.models import Site
from opencity.register.models.base import keys_of
from opencity.register.yaml_reader import YamlFile

_ANY_WORDS = {"pl": "…", "en": "…"}
_INSTEAD: Mapping[str, object] = MappingProxyType(
    {
        **dict.fromkeys(("title", "description", "publisher", "licence"), _ANY_WORDS),
        "standing": "demonstration",
        "address": "https://miasto.pl/",
        "contact": {"email": "kontakt@miasto.pl"},
        "colours": {"accent": "#000000", "accent_dark": "#ffffff"},
    }
)
"""What stands for a field that cannot be used. Nothing is built from it: its fault has been told."""


def stand_in(file: YamlFile) -> Site | None:
    """The settings without what is wrong in them; None where nobody can tell which city speaks."""
    written = file.tree if isinstance(file.tree, dict) else {}
    fields = {key: value for key, value in written.items() if key in keys_of(Site)}
    for _ in range(3):  # whether fields agree is asked only when each is right by itself
        try:
            return Site.model_validate({**_INSTEAD, **fields})
        except ValidationError as error:
            errors = error.errors(include_url=False)
            faulty = {str((*item["loc"], item.get("ctx", {}).get("at"))[0]) for item in errors}
            fields = {key: value for key, value in fields.items() if key not in faulty}
    return None
