"""A model's own complaint (its kind, what was given) in; our code with the details that help to mend it out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from opencity.register.models import Record, Text
from opencity.register.shapes import item_in, record_in, shape, written

_CODES = {
    "model_type": "E-TYPE-MAPPING",
    "dict_type": "E-TYPE-MAPPING",
    "tuple_type": "E-TYPE-LIST",
    "list_type": "E-TYPE-LIST",
    "string_type": "E-TYPE-TEXT",
    "int_parsing": "E-TYPE-NUMBER",
    "int_type": "E-TYPE-NUMBER",
    "int_from_float": "E-TYPE-NUMBER",
    "int_parsing_size": "E-TYPE-NUMBER",
    "float_parsing": "E-TYPE-NUMBER",
    "float_type": "E-TYPE-NUMBER",
    "bool_parsing": "E-TYPE-BOOL",
    "bool_type": "E-TYPE-BOOL",
    "too_short": "E-LIST-EMPTY",
    "string_too_short": "E-BLANK",
    "string_too_long": "E-LONG",
    "greater_than": "E-RANGE",
    "greater_than_equal": "E-RANGE",
    "less_than_equal": "E-RANGE",
    "finite_number": "E-TYPE-NUMBER",
    "enum": "E-CHOICE",
    "literal_error": "E-CHOICE",
}

FEW = 3
MOST_GUESSES = 50
MOST_WORK = 30_000
"""So many words are compared for the guesses of one place: about a second."""
LONGEST = 200

_SHAPES: Mapping[type, str] = {list: "- …", dict: "…: …"}
"""How a message shows what is no text."""
_SIGNS = {"ge": "≥", "gt": ">", "le": "≤"}

Details = dict[str, object]


def near_miss(given: str, known: Sequence[str]) -> str:
    """The known word that was probably meant, or an empty string.

    >>> near_miss("joinned", ["joined", "left"])
    'joined'
    """
    return next(iter(difflib.get_close_matches(given.strip().lower(), known, n=1, cutoff=0.6)), "")


class Guesses:
    """Near misses among the same known words, for many slips: each slip once, and only so many, for it is slow."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = sorted(known)
        self._found: dict[str, str] = {}

    def __call__(self, given: str) -> str:
        """The known word that was probably meant, or an empty string."""
        if given not in self._found:
            affordable = len(self._found) < MOST_GUESSES and len(self._found) * len(self._known) < MOST_WORK
            self._found[given] = near_miss(given[:LONGEST], self._known) if affordable else ""
        return self._found[given]


def described(kind: str, given: object, field: str, context: Mapping[str, Any]) -> tuple[str, Details]:
    """The code for a kind of complaint, with what was written, what is allowed, and what was probably meant."""
    code = _CODES.get(kind, "E-VALUE")
    shown = given if isinstance(given, str) else _SHAPES.get(type(given), "")
    details: Details = {"given": shown[:80]}
    if isinstance(given, str) and not given.strip() and code.startswith(("E-TYPE-", "E-CHOICE")):
        code = "E-BLANK"
    elif code == "E-CHOICE" and not isinstance(given, str):
        code = "E-TYPE-TEXT"
    elif code == "E-LIST-EMPTY" and field == "sources":
        code = "E-SOURCES"
    elif code == "E-CHOICE":
        allowed = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        # of a few, the nearest in letters may be the opposite in meaning: latest, oldest
        guess = near_miss(shown, allowed) if len(allowed) > FEW else ""
        details |= {"allowed": ", ".join(allowed), "guess": guess}
    elif code == "E-TYPE-LIST" and shown.startswith(("–", "—", "•", "·")):
        code, details = "E-BULLET", {"given": shown[0]}
    elif code == "E-TYPE-LIST":
        details["guess"] = _list(given, context.get("annotation"))
    elif code == "E-TYPE-MAPPING" and isinstance(given, str) and context.get("class_name") == Text.__name__:
        code, details = "E-TYPE-WORDS", {"given": shown[:80], "words": written(shown[:80])}
    elif code == "E-TYPE-MAPPING":
        details["inside"] = _fields_of(str(context.get("class_name", "")))
    elif code == "E-RANGE":
        details["limit"] = next((f"{_SIGNS[key]} {context[key]:g}" for key in _SIGNS if key in context), "")
    elif code == "E-TYPE-NUMBER":
        return _number(shown.strip(), field, details)
    return code, details


def _list(given: object, annotation: object) -> str:
    """An example of the list that belongs there: what was given in brackets, or the form of an entry."""
    item = item_in(annotation)
    if item is None:
        return ""
    if record_in(item) is not None:
        return f"[{shape(item)}]"
    return f"[{given}]" if isinstance(given, str) and not re.search(r"[\[\]{}#:\"']", given) else ""


def _number(given: str, field: str, details: Details) -> tuple[str, Details]:
    """What to say of text where a number belongs: grouped digits, a decimal comma, or words such as `ok. 150`."""
    digits = re.search(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?!\d)|\d+", given)
    if re.fullmatch(r"\d{1,3}([ \u00a0\u202f.,]\d{3})+", given):
        return "E-TYPE-NUMBER", {**details, "guess": re.sub(r"\D", "", given)}
    if re.fullmatch(r"[\d \u00a0]+,\d{1,2}", given) and field == "amount":
        return "E-TYPE-NUMBER", {**details, "guess": re.sub(r"[^\d,]", "", given).replace(",", ".")}
    if digits and field in ("value", "amount") and not re.fullmatch(r"[\d.,exEX]+", given):
        return "E-NUMBER-WORDS", {**details, "number": re.sub(r"\D", "", digits[0])}
    return "E-TYPE-NUMBER", details


def _fields_of(name: str) -> str:
    """The fields of the model of that name."""
    todo: list[type[Record]] = [Record]
    while todo:
        model = todo.pop()
        if model.__name__ == name:
            return ", ".join(field.alias or key for key, field in model.model_fields.items())
        todo.extend(model.__subclasses__())
    return "…"
