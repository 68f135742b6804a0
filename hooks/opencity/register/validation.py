"""A tree and a model in; a record, or the problems with their places, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from opencity.problems import Collector, Place, Problem
from opencity.register.model_errors import described, near_miss
from opencity.register.models import Record, UnknownFields
from opencity.register.yaml_reader import Path, Tree, YamlFile

R = TypeVar("R", bound=Record)

Told = Mapping[Path, Mapping[str, str]]
"""Where a model has words of its own for what it lacks: its path to its fields and their codes."""


def validate(model: type[R], file: YamlFile, path: Path = ()) -> tuple[R | None, tuple[Problem, ...]]:
    """Check the part of a file at `path` against a model. Never raises for anything a file can hold."""
    raw = _at(file.tree, path)
    unknown = UnknownFields([])
    problems = Collector()
    record: R | None = None
    explained: set[Path] = set()
    errors: list[Any] = []
    try:
        record = model.model_validate(raw, context={"unknown": unknown})
    except ValidationError as error:
        errors = list(error.errors(include_url=False))
    where = _paths_by_identity(raw, path) if unknown.found or (errors and unknown.told) else {}
    told = {where[node]: codes for node, codes in unknown.told.items() if node in where}
    if unknown.found:
        lacking = {(*path, *item["loc"]) for item in errors if item["type"] == "missing"}
        for node, key, known in unknown.found:
            at = where.get(node)
            if at is None:
                continue
            problem, meant = _unknown(file, at, key, known, lacking)
            explained |= {at, meant}
            problems.extend([problem])
        record = None
    problems.extend(_one_for_each_place([_problem(item, file, path, explained, told) for item in errors]))
    found = problems.sorted()
    return (None if found else record), found


def _unknown(file: YamlFile, at: Path, key: str, known: Sequence[str], lacking: set[Path]) -> tuple[Problem, Path]:
    """What to say of a field that no model knows, and the path of the field that it probably stands for."""
    siblings = _at(file.tree, at)
    assert isinstance(siblings, dict)
    place = file.place_of((*at, key), key=True)
    deeper = next((part for part in lacking if part[:-2] == at and part[-1] == key), None)
    if deeper is not None:
        return Problem("E-INDENT", place, {"given": f"{key}:"}), deeper  # it belongs to the field above it
    free = [name for name in known if name not in siblings]
    needed = [part[-1] for part in lacking if part[:-1] == at]
    strangers = [name for name in siblings if name not in known]
    sole = str(needed[0]) if len(needed) == len(strangers) == 1 else ""
    guess = near_miss(key, free) or sole or near_miss(key, known)
    return Problem("E-KEY", place, {"given": key, "guess": guess, "known": ", ".join(known)}), (*at, guess)


def _problem(error: Any, file: YamlFile, path: Path, explained: set[Path], told: Told) -> Problem | None:
    kind: str = error["type"]
    loc: Path = (*path, *error["loc"])
    given, context = error.get("input"), error.get("ctx", {})
    written = _written(file, loc)
    if kind == "missing":
        return None if loc in explained else _missing(file, loc, told)
    if kind.startswith("E-") and written in explained:
        return None  # a field is misspelt there: what the record lacks is that field
    if kind == "too_short" and given:
        return None  # the entries are there, but faulty: each is reported for itself
    written = _written(file, (*written, context.get("at", "")))
    field = next((part for part in reversed(written) if isinstance(part, str)), "")
    code, details = (kind, context) if kind.startswith("E-") else described(kind, given, field, context)
    if code == "E-BLANK":
        code = told.get(loc[:-1], {}).get(field, code)
    return Problem(code, file.place_of(written), {"field": field, **details})


def _missing(file: YamlFile, loc: Path, told: Told) -> Problem:
    place, around = file.place_of(loc), _at(file.tree, loc[:-1])
    if loc[-1] in ("pl", "en") and isinstance(around, dict) and _is_text(around):
        return Problem("E-TRANSLATION", place, {"locale": str(loc[-1])})
    code = told.get(loc[:-1], {}).get(str(loc[-1]), "E-MISSING")
    return Problem(code, place, {"field": str(loc[-1])})


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
