"""The folder `data/` in; a Registry and every problem of every file out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from opencity.problems import Collector, Place, Problem
from opencity.register import rules
from opencity.register.files import entries
from opencity.register.models import Record, Site, Source
from opencity.register.models.text import SLUG
from opencity.register.places import (
    BY_COMPUTER,
    ELSEWHERE,
    SOURCES,
    SYNONYMS,
    Kind,
    bad_part,
    kind_by_fields,
    kind_of,
    meant,
)
from opencity.register.registry import ANY, Broken, Item, Registry
from opencity.register.stand_in import stand_in
from opencity.register.synonyms import Synonyms, read_synonyms
from opencity.register.validation import validate
from opencity.register.yaml_reader import Unreadable, YamlFile, read_mapping, read_yaml

_PLURALS = {
    "city": "cities",
    "network": "networks",
    "membership": "memberships",
    "programme": "programmes",
    "event": "events",
    "project": "projects",
    "fund": "funds",
    "document": "documents",
    "source": "sources",
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What `load` found. `registry` is None only where there is no usable `site.yml`."""

    registry: Registry | None
    problems: tuple[Problem, ...]
    broken: Broken = field(default_factory=Broken)

    @property
    def has_errors(self) -> bool:
        """Whether any problem forbids building."""
        return any(problem.is_error for problem in self.problems)


@dataclass(slots=True)
class _Reading:
    """What is gathered while the files are read, one after another."""

    problems: Collector = field(default_factory=Collector)
    items: dict[str, dict[str, Item[Record]]] = field(default_factory=lambda: {name: {} for name in _PLURALS})
    site: Item[Site] | None = None
    broken: set[tuple[str, str]] = field(default_factory=set)
    synonyms: Synonyms = field(default_factory=dict)


def load(root: Path, *, today: dt.date) -> Loaded:
    """Read and check everything under `root/data`. All problems come back at once; none is raised.

    `today` decides what is overdue; the engine has no other clock.
    """
    data = root / "data"
    if not data.is_dir() and not data.is_symlink():
        return Loaded(None, (Problem("E-NO-DATA", Place("data")),))
    reading = _Reading()
    for path in entries(data):
        _take(path, root, data, reading)
    if reading.site is None:
        if ("site", "site") not in reading.broken:
            reading.problems.add("E-NO-SITE", Place("data/site.yml"))
        return Loaded(None, reading.problems.sorted())
    registry = Registry(
        site=reading.site.record,
        site_item=reading.site,
        synonyms=reading.synonyms,
        **{plural: MappingProxyType(cast(Any, reading.items[kind])) for kind, plural in _PLURALS.items()},
    )
    broken = Broken(frozenset(reading.broken))
    context = rules.Context(registry, broken, today)
    for rule in rules.ALL:
        reading.problems.extend(rule(context))
    return Loaded(registry, reading.problems.sorted(), broken)


def _take(path: Path, root: Path, data: Path, reading: _Reading) -> None:
    name = path.relative_to(root).as_posix()
    inside = path.relative_to(data).as_posix()
    if path.is_symlink():
        reading.problems.add("E-SYMLINK", Place(name))
        reading.broken |= {("site", "site"), *((kind, ANY) for kind in _PLURALS)}  # whatever it hides is not missing
        return
    if path.name.startswith("."):
        return
    if not inside.isprintable():
        reading.problems.add("E-PLACE", Place(name), given=inside)
        return
    told = path.is_file() and _tell_bad_name(inside, data, reading)
    if told:
        inside = meant(inside)
        reading.broken |= {(kind, path.name.partition(".")[0]) for kind in _PLURALS}
    found = kind_of(inside)
    elsewhere, holds_sources = ELSEWHERE.fullmatch(inside), SOURCES.fullmatch(inside)
    if inside in BY_COMPUTER and path.is_file():
        return
    holds_words = inside == SYNONYMS
    is_known = found or elsewhere or holds_sources or holds_words
    if (path.is_file() and not is_known) or (told and (data / inside).exists()):
        return
    try:
        file = _read(path, name, read_yaml if elsewhere else read_mapping)
    except Unreadable as error:
        reading.problems.extend(error.problems)
        if not (elsewhere or holds_words):
            reading.broken.add((found[0].name, found[0].make_id(found[1])) if found else ("source", ANY))
        return
    if holds_sources:
        _take_sources(file, reading)
    elif holds_words:
        reading.synonyms, problems = read_synonyms(file)
        reading.problems.extend(problems)
    elif found is not None:
        _take_record(found[0], found[0].make_id(found[1]), found[1].groupdict().get("city"), file, reading, told)


def _tell_bad_name(inside: str, data: Path, reading: _Reading) -> bool:
    """Report a file that fits no kind or is badly named. It is read under the name that was meant all the same."""
    if not (kind_of(inside) or SOURCES.fullmatch(inside) or ELSEWHERE.fullmatch(inside) or inside == SYNONYMS):
        guess = meant(inside)
        known = kind_of(guess) or SOURCES.fullmatch(guess) or guess == SYNONYMS
        reading.problems.add("E-PLACE", Place(f"{data.name}/{inside}"), given=inside, guess=guess if known else "")
        return True
    bad = bad_part(inside)
    if bad is not None:
        reading.problems.add("E-FILE", Place(f"{data.name}/{bad[0]}"), given=bad[1])
    return bad is not None


def _read(path: Path, name: str, read: Callable[[bytes, str], YamlFile]) -> YamlFile:
    """A file as one of the readers sees it. Raises Unreadable for what that reader refuses or nobody can open."""
    try:
        return read(path.read_bytes(), name)
    except OSError:
        raise Unreadable((Problem("E-OPEN", Place(name)),)) from None


def _take_record(kind: Kind, expected: str, city: str | None, file: YamlFile, reading: _Reading, renamed: bool) -> None:
    assert isinstance(file.tree, dict)
    folder, _, stem = expected.rpartition("/")
    stated = file.tree.get(kind.id_field or "", stem)
    other = kind_by_fields(kind, file.tree)
    if other is not None:
        reading.problems.add("E-KIND", file.place_of(()), kind=other.name)
        reading.broken |= {(kind.name, expected), (other.name, str(file.tree.get("id", stem)))}
        return
    record, problems = validate(kind.model, file)
    reading.problems.extend(problems)
    if isinstance(stated, str) and stated.strip() != stem:
        reading.broken.add((kind.name, f"{folder}/{stated}".lstrip("/")))
        place = file.place_of((kind.id_field or "",))
        if not renamed and all(problem.place != place for problem in problems):
            reading.problems.add("E-FILENAME", place, field=kind.id_field, given=stated, expected=stem)
    if record is None:
        reading.broken.add((kind.name, expected))
        if kind.name == "site" and (site := stand_in(file)):
            reading.site = Item("site", "site", site, file)
        return
    if kind.name == "site":
        assert isinstance(record, Site)
        reading.site = Item("site", "site", record, file)
        return
    _keep(Item(kind.name, expected, record, file, (), expected if kind.name == "city" else city), reading)


def _take_sources(file: YamlFile, reading: _Reading) -> None:
    assert isinstance(file.tree, dict)
    for identity in file.tree:
        record, problems = validate(Source, file, (identity,))
        reading.problems.extend(problems)
        is_slug = re.fullmatch(SLUG, identity) is not None
        if not is_slug:
            reading.problems.add("E-ID", file.place_of((identity,), key=True), given=identity)
            reading.broken.add(("source", ANY))  # whoever cites it writes it as it should be
        if record is None or not is_slug:
            reading.broken.add(("source", identity))
        else:
            _keep(Item("source", identity, record, file, (identity,)), reading)


def _keep(item: Item[Record], reading: _Reading) -> None:
    kept = reading.items[item.kind]
    first = kept.get(item.id)
    if first is None:
        kept[item.id] = item
        return
    reading.problems.add("E-DUPLICATE", item.place(key=True), given=item.id, first=str(first.place(key=True)))
