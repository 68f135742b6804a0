"""A tree and a model in; a record, or the problems with their places, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from opencity.problems import Collector, Place, Problem
from opencity.register.model_errors import described, near_miss
from opencity.register.models import Record, UnknownFields
from opencity.register.models.base import keys_of
from opencity.register.shapes import item_in, record_in, shape
from opencity.register.yaml_reader import Path, Tree, YamlFile

R = TypeVar("R", bound=Record)

Models = Mapping[Path, type[Record]]
"""Where each group of fields stands, and the model that it was checked against."""

MOST_GUESSES = 20
"""Of so many unknown fields in one place each gets a guess; more are no slips of the pen."""


def validate(model: type[R], file: YamlFile, path: Path = ()) -> tuple[R | None, tuple[Problem, ...]]:
    """Check the part of a file at `path` against a model. Never raises for anything a file can hold."""
    raw = _at(file.tree, path)
    unknown = UnknownFields()
    problems = Collector()
    record: R | None = None
    explained: set[Path] = set()
    errors: list[Any] = []
    try:
        record = model.model_validate(raw, context={"unknown": unknown})
    except ValidationError as error:
        errors = list(error.errors(include_url=False))
    where = _paths_by_identity(raw, path) if unknown.found or errors else {}
    models = {where[node]: known for node, known in unknown.models.items() if node in where}
    if unknown.found:
        lacking = {(*path, *item["loc"]) for item in errors if item["type"] == "missing"}
        for node, keys in unknown.found.items():
            if node in where:
                found, meant = _strangers(file, where[node], models[where[node]], keys, lacking)
                problems.extend(found)
                explained |= {where[node], *meant}
        record = None
    problems.extend(_one_for_each_place([_problem(item, file, path, explained, models) for item in errors]))
    told = problems.sorted()
    return (None if told else record), told


def _strangers(
    file: YamlFile, at: Path, model: type[Record], keys: list[str], lacking: set[Path]
) -> tuple[list[Problem], set[Path]]:
    """What to say of the fields of one group that its model does not know, and the paths that this explains."""
    siblings, known = _at(file.tree, at), keys_of(model)
    assert isinstance(siblings, dict)
    needed = [str(part[-1]) for part in lacking if part[:-1] == at]
    problems: list[Problem] = []
    # a group of which nothing is right lacks every field, and that is no news
    explained = {(*at, name) for name in needed} if len(keys) == len(siblings) else set[Path]()
    told: set[str] = set()
    for index, key in enumerate(keys):
        place = file.place_of((*at, key), key=True)
        deeper = next((part for part in lacking if part[:-2] == at and part[-1] == key), None)
        inside, outside = _moved(model, siblings, key, needed)
        if key in told:
            continue
        if deeper is not None:
            explained.add(deeper)  # it belongs to the field above it
            problems.append(Problem("E-INDENT", place, {"given": f"{key}:"}))
        elif _is_words_of_the_text_above(key, siblings, keys):
            problems.append(Problem("E-INDENT", place, {"given": f"{key}:"}))
        elif inside:
            there = [name for name in keys if name in keys_of(cast(Any, record_in(known[inside].annotation)))]
            told |= {*there}
            explained.add((*at, inside))
            problems.append(Problem("E-KEY-INSIDE", place, {"given": ", ".join(there), "field": inside}))
        elif outside:
            explained |= {(*at, name) for name in outside}
            problems.append(Problem("E-KEY-OUTSIDE", place, {"given": key, "inside": ", ".join(outside)}))
        else:
            sole = needed[0] if len(needed) == len(keys) == 1 else ""
            guess = _guess(key, known, siblings, sole) if index < MOST_GUESSES else ""
            explained.add((*at, guess))
            problems.append(Problem("E-KEY", place, {"given": key, "guess": guess, "known": ", ".join(sorted(known))}))
    return problems, explained


def _guess(key: str, known: Mapping[str, object], siblings: Mapping[str, Tree], sole: str) -> str:
    """The field that was probably meant: one that is not there yet, or the only one that is missing."""
    names = sorted(known)
    return near_miss(key, [name for name in names if name not in siblings]) or sole or near_miss(key, names)


def _moved(
    model: type[Record], siblings: Mapping[str, Tree], key: str, needed: Sequence[str]
) -> tuple[str, tuple[str, ...]]:
    """The missing field that an unknown one belongs into; or the fields in an unknown one that belong beside it."""
    known = keys_of(model)
    for name in needed:
        record = record_in(known[name].annotation) if name in known else None
        if record is not None and key in keys_of(record):
            return name, ()
    below = siblings[key]
    if isinstance(below, dict) and below and all(name in known and name not in siblings for name in below):
        return "", tuple(below)
    return "", ()


def _problem(error: Any, file: YamlFile, path: Path, explained: set[Path], models: Models) -> Problem | None:
    kind: str = error["type"]
    loc: Path = (*path, *error["loc"])
    given, context = error.get("input"), error.get("ctx", {})
    written = _written(file, loc)
    if kind == "missing":
        return None if loc in explained else _missing(file, loc, models)
    if kind.startswith("E-") and written in explained:
        return None  # a field is misspelt there: what the record lacks is that field
    if kind == "too_short" and given:
        return None  # the entries are there, but faulty: each is reported for itself
    written = _written(file, (*written, context.get("at", "")))
    field = next((part for part in reversed(written) if isinstance(part, str)), "")
    if kind.startswith("E-"):
        code, details = kind, context
    else:
        code, details = described(kind, given, field, {**context, "annotation": _annotation(written, models)})
    if code == "E-TRANSLATION":
        return _untold(file, written, models, str(details["locale"]))
    if code == "E-BLANK":
        return _blank(file, written, models, {"field": field, **details})
    return Problem(code, file.place_of(written), {"field": field, **details})


def _annotation(path: Path, models: Models) -> object:
    """What may stand in a field, or in an entry of a list, as the model says; None where no model says."""
    if path and isinstance(path[-1], int):
        return item_in(_annotation(path[:-1], models))
    model = models.get(path[:-1]) if path else None
    field = keys_of(model).get(str(path[-1])) if model else None
    return field.annotation if field else None


def _missing(file: YamlFile, loc: Path, models: Models) -> Problem:
    place, field = file.place_of(loc), str(loc[-1])
    model = models.get(loc[:-1], Record)
    code = model.lacks.get(field, "E-SOURCES" if field == "sources" else "E-MISSING")
    form = shape(_annotation(loc, models))
    return Problem(code, place, {"field": field, "guess": form.removeprefix("…")})


def _blank(file: YamlFile, path: Path, models: Models, details: dict[str, object]) -> Problem:
    """What to say of a field with nothing in it: of one that must not be missing the same as if it were."""
    place, field = file.place_of(path), str(details["field"])
    return Problem(models.get(path[:-1], Record).lacks.get(field, "E-BLANK"), place, details)


def _untold(file: YamlFile, path: Path, models: Models, locale: str) -> Problem:
    """What to say of a text without the words of its original: the field that holds it may have a code for that."""
    at = path[:-1] if path[-1:] == (locale,) else path
    around = _at(file.tree, at)
    given = [key for key, words in around.items() if len(key) == 2 and words] if isinstance(around, dict) else []
    field = str(at[-1]) if at else ""
    code = models.get(at[:-1], Record).lacks.get(field, "E-TRANSLATION")
    return Problem(code, file.place_of(path), {"locale": locale, "field": field, "guess": "".join(given[:1])})


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


def _is_words_of_the_text_above(key: str, siblings: Mapping[str, Tree], strangers: Sequence[str]) -> bool:
    """Whether a field that nobody knows is a language of the text above it: it stands too far to the left."""
    if len(key) != 2:  # first of all: a group may have thousands of fields, and few names of two letters
        return False
    names = list(siblings)
    before = reversed(names[: names.index(key)])
    above = next((name for name in before if name not in strangers), None)
    text = siblings[above] if above is not None else None
    return isinstance(text, dict) and _is_text(text) and key not in text


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
