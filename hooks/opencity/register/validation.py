"""A tree and a model in; a record, or the problems with their places, out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from opencity.problems import Collector, Place, Problem
from opencity.register.models import Record, UnknownFields
from opencity.register.yaml_reader import Path, Tree, YamlFile

R = TypeVar("R", bound=Record)

_CODES = {
    "model_type": "E-TYPE-MAPPING",
    "dict_type": "E-TYPE-MAPPING",
    "tuple_type": "E-TYPE-LIST",
    "list_type": "E-TYPE-LIST",
    "string_type": "E-TYPE-TEXT",
    "int_parsing": "E-TYPE-NUMBER",
    "int_type": "E-TYPE-NUMBER",
    "int_from_float": "E-TYPE-NUMBER",
    "int_parsing_size": "E-RANGE",
    "float_parsing": "E-TYPE-NUMBER",
    "float_type": "E-TYPE-NUMBER",
    "bool_parsing": "E-TYPE-BOOL",
    "bool_type": "E-TYPE-BOOL",
    "string_too_short": "E-BLANK",
    "string_too_long": "E-LONG",
    "greater_than": "E-RANGE",
    "greater_than_equal": "E-RANGE",
    "less_than_equal": "E-RANGE",
    "finite_number": "E-RANGE",
    "enum": "E-CHOICE",
    "literal_error": "E-CHOICE",
}


def near_miss(given: str, known: Sequence[str]) -> str:
    """The known word that was probably meant, or an empty string.

    >>> near_miss("joinned", ["joined", "left"])
    'joined'
    """
    return next(iter(difflib.get_close_matches(given, known, n=1, cutoff=0.6)), "")


def validate(model: type[R], file: YamlFile, path: Path = ()) -> tuple[R | None, tuple[Problem, ...]]:
    """Check the part of a file at `path` against a model. Never raises for anything a file can hold."""
    raw = _at(file.tree, path)
    unknown = UnknownFields([])
    problems = Collector()
    record: R | None = None
    misspelt: set[Path] = set()
    errors: list[Any] = []
    try:
        record = model.model_validate(raw, context={"unknown": unknown})
    except ValidationError as error:
        errors = list(error.errors(include_url=False))
    if unknown.found:
        where = _paths_by_identity(raw, path)
        for node, key, known in unknown.found:
            at = where.get(node)
            if at is None:
                continue
            siblings = _at(file.tree, at)
            free = [name for name in known if isinstance(siblings, dict) and name not in siblings]
            guess = near_miss(key, free) or near_miss(key, known)
            if guess:
                misspelt.add((*at, guess))
            problems.add("E-KEY", file.place_of((*at, key), key=True), given=key, guess=guess, known=", ".join(known))
        record = None
    problems.extend(_one_for_each_place([_problem(item, file, path, misspelt) for item in errors]))
    found = problems.sorted()
    return (None if found else record), found


def _problem(error: Any, file: YamlFile, path: Path, misspelt: set[Path]) -> Problem | None:
    kind: str = error["type"]
    loc: Path = (*path, *error["loc"])
    given = error.get("input")
    shown = given if isinstance(given, str) else ""
    if kind == "missing":
        return None if loc in misspelt else _missing(file, loc)
    written = _written(file, loc)
    field, place = next((part for part in reversed(written) if isinstance(part, str)), ""), file.place_of(written)
    if kind == "too_short" and given:
        return None  # the entries are there, but faulty: each is reported for itself
    if kind == "too_short":
        return Problem("E-SOURCES" if field == "sources" else "E-LIST-EMPTY", place, {"field": field})
    if kind.startswith("E-"):
        return Problem(kind, place, {"field": field, **error.get("ctx", {})})
    code = _CODES.get(kind, "E-VALUE")
    if shown.strip() == "" and isinstance(given, str) and code.startswith("E-TYPE-"):
        code = "E-BLANK"
    details: dict[str, object] = {"field": field, "given": shown[:80]}
    if code == "E-CHOICE":
        allowed = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
        details |= {"allowed": ", ".join(allowed), "guess": near_miss(shown, allowed)}
    return Problem(code, place, details)


def _missing(file: YamlFile, loc: Path) -> Problem:
    place, around = file.place_of(loc), _at(file.tree, loc[:-1])
    if loc[-1] in ("pl", "en") and isinstance(around, dict) and _is_text(around):
        return Problem("E-TRANSLATION", place, {"locale": str(loc[-1])})
    return Problem("E-MISSING", place, {"field": str(loc[-1])})


def _one_for_each_place(problems: list[Problem | None]) -> list[Problem]:
    """Where a value may be of several types, each type complains: keep one complaint, with all that is allowed."""
    kept: list[Problem] = []
    choices: dict[Place, list[Problem]] = {}
    for problem in problems:
        if problem is not None and problem.code == "E-CHOICE":
            choices.setdefault(problem.place, []).append(problem)
        elif problem is not None:
            kept.append(problem)
    said = {problem.place for problem in kept if problem.code != "E-MISSING"}
    for place, same in choices.items():
        if place not in said:
            allowed = ", ".join(str(problem.details["allowed"]) for problem in same)
            guess = next((problem.details["guess"] for problem in same if problem.details["guess"]), "")
            kept.append(Problem("E-CHOICE", place, {**same[0].details, "allowed": allowed, "guess": guess}))
    return kept


def _written(file: YamlFile, loc: Path) -> Path:
    """The part of a location that stands in the file: a short form of a model has no fields of its own there."""
    while loc and loc not in file.values:
        loc = loc[:-1]
    return loc


def _at(tree: Tree, path: Path) -> Tree:
    for part in path:
        below: Tree | None = None
        if isinstance(tree, dict):
            below = tree.get(str(part))
        elif isinstance(tree, list) and isinstance(part, int) and part < len(tree):
            below = tree[part]
        if below is None:
            return ""
        tree = below
    return tree


def _is_text(node: dict[str, Tree]) -> bool:
    """Whether a mapping looks like a text in several languages, one of which is missing."""
    return all(len(key) == 2 or key == "original" for key in node)


def _paths_by_identity(tree: Tree, path: Path) -> dict[int, Path]:
    found: dict[int, Path] = {}
    todo: list[tuple[Tree, Path]] = [(tree, path)]
    while todo:
        node, at = todo.pop()
        if isinstance(node, dict):
            found[id(node)] = at
            todo.extend((value, (*at, key)) for key, value in node.items())
        elif isinstance(node, list):
            todo.extend((value, (*at, index)) for index, value in enumerate(node))
    return found
