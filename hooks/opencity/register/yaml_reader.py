"""The bytes of one YAML file in; a tree of mappings, lists and text with a position for every part out.

Every scalar stays text, so that `no`, `010`, `12.2020` and `2020-02-30` reach the models as written.
What could stall or crash a reader (anchors, tags, merge keys, depth, size) is refused while it is read.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import yaml

from opencity.problems import Collector, Mark, Place, Problem
from opencity.register.yaml_faults import syntax_problem

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12

Tree = dict[str, "Tree"] | list["Tree"] | str
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file that was read: its tree, and where each value and each key of it stands."""

    name: str
    tree: Tree
    values: Mapping[Path, Mark]
    keys: Mapping[Path, Mark]

    def place_of(self, path: Path, *, key: bool = False) -> Place:
        """Where the part at `path` stands; for a part that is not there, the nearest part around it."""
        marks = self.keys if key and path in self.keys else self.values
        while path and path not in marks:
            path = path[:-1]
            marks = self.keys if path in self.keys else self.values
        return Place(self.name, marks.get(path, Mark()))


class Unreadable(Exception):
    """The file gives no tree; `problems` say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


def read_yaml(data: bytes, name: str, *, first_line: int = 1, limit: int = MAX_BYTES) -> YamlFile:
    """Read one file, or one part of a file that begins at `first_line` (front matter, a fenced block).

    >>> read_yaml(b"since: 2020", "data/x.yml").tree
    {'since': '2020'}

    Raises Unreadable with every problem that can be told before the file is understood.
    """
    text = decode(data, name, limit)
    lines = text.split("\n")
    problems = Collector()
    if not text.strip():
        raise Unreadable((Problem("E-EMPTY", Place(name, Mark(first_line, 1))),))
    refuse_conflict(((number, line) for number, line in enumerate(lines, first_line) if is_conflict(line)), name)
    builder = _Builder(name, first_line, problems, lines)
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            builder.take(event)
    except _Refused:
        raise Unreadable(problems.sorted()) from None
    except yaml.MarkedYAMLError as error:
        raise Unreadable((*problems.sorted(), syntax_problem(error, text, name, first_line))) from None
    except yaml.YAMLError:
        raise Unreadable((Problem("E-CHARACTER", Place(name, Mark(first_line, 1))),)) from None
    if not builder.values:
        raise Unreadable((Problem("E-EMPTY", Place(name, Mark(first_line, 1))),))
    found = problems.sorted()
    if found:
        raise Unreadable(found)
    return YamlFile(name, builder.root, builder.values, builder.keys)


def read_mapping(data: bytes, name: str, *, first_line: int = 1, limit: int = MAX_BYTES) -> YamlFile:
    """Read one file, or part of one, whose top must consist of fields.

    Raises Unreadable.
    """
    file = read_yaml(data, name, first_line=first_line, limit=limit)
    if isinstance(file.tree, dict):
        return file
    if isinstance(file.tree, list):
        raise Unreadable((Problem("E-TYPE-TOP", file.place_of(())),))
    if not file.tree.strip():
        raise Unreadable((Problem("E-EMPTY", Place(name, Mark(first_line, 1))),))
    glued = _GLUED.fullmatch(file.tree)
    if glued:
        details = {"sign": ":", "given": file.tree[:60], "instead": f"{glued['field']}: {glued['value'][:60]}"}
        raise Unreadable((Problem("E-GAP", file.place_of(()), details),))
    raise Unreadable((Problem("E-YAML", file.place_of(()), {"given": file.tree[:60]}),))


def decode(data: bytes, name: str, limit: int = MAX_BYTES) -> str:
    """The text of a file: UTF-8, of bounded size, without control characters; byte order mark and `\\r` are dropped.

    Raises Unreadable.
    """
    if len(data) > limit:
        raise Unreadable((Problem("E-SIZE", Place(name), {"size": len(data) // 1024, "limit": limit // 1024}),))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable((Problem("E-UTF8", Place(name, _end_of(data[: error.start].decode("utf-8")))),)) from None
    control = _CONTROL.search(text)
    if control is not None:
        raise Unreadable((Problem("E-CHARACTER", Place(name, _end_of(text[: control.start()]))),))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_conflict(line: str) -> bool:
    """Whether a line is one of the marks that a merge leaves where two people changed the same place.

    >>> is_conflict("<<<<<<< HEAD"), is_conflict("======="), is_conflict("== two ==")
    (True, True, False)
    """
    return _CONFLICT.fullmatch(line) is not None


def refuse_conflict(marks: Iterable[tuple[int, str]], name: str) -> None:
    """Raise Unreadable with one problem, at the first of some marks of a merge, each with the number of its line."""
    first = next(iter(marks), None)
    if first is not None:
        raise Unreadable((Problem("E-CONFLICT", Place(name, Mark(first[0], 1)), {"given": first[1].strip()[:60]}),))


_CONFLICT = re.compile(r"(?:<{7}|\|{7}|>{7})(?: .*)?|={7}[ \t]*")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")
"""No text holds these: they drive a terminal, end a line of script, or turn the order in which letters are shown."""
_GLUED = re.compile(r"(?P<field>[a-z_]+):(?P<value>[^\s/].*)")
"""A single field without a space after its colon."""
_LOST = re.compile(r"\s*(#[^\s#].*)")


def _end_of(text: str) -> Mark:
    """The position of whatever follows a text."""
    return Mark(text.count("\n") + 1, len(text) - text.rfind("\n"))


class _Refused(Exception):
    """Reading stopped at something that is not allowed at all."""


@dataclass(slots=True)
class _Level:
    path: Path
    node: dict[str, Tree] | list[Tree]
    key: str | None = None


@dataclass(slots=True)
class _Builder:
    """Builds the tree from parser events; nothing is ever expanded or recursed into."""

    name: str
    first_line: int
    problems: Collector
    lines: list[str]
    root: Tree = ""
    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    levels: list[_Level] = field(default_factory=list)
    twice: set[Path] = field(default_factory=set)
    commas: set[Path] = field(default_factory=set)
    documents: int = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_extras(event)
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._refuse_extras(event)
            self._open(event, {})
        elif isinstance(event, yaml.SequenceStartEvent):
            self._refuse_extras(event)
            self._open(event, [])
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.levels.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._refuse("E-ANCHOR", event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._refuse("E-DOCUMENTS", event)

    def _mark(self, event: yaml.Event) -> Mark:
        mark = event.start_mark
        assert mark is not None  # the parser marks every event
        return Mark(mark.line + self.first_line, mark.column + 1)

    def _refuse(self, code: str, event: yaml.Event, **details: object) -> None:
        self.problems.add(code, Place(self.name, self._mark(event)), **details)
        raise _Refused

    def _refuse_extras(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse("E-ANCHOR", event)
        if event.tag is not None:
            self._refuse("E-TAG", event, given=event.tag)

    def _open(self, event: yaml.CollectionStartEvent, node: dict[str, Tree] | list[Tree]) -> None:
        if len(self.levels) >= MAX_DEPTH:
            self._refuse("E-DEPTH", event, limit=MAX_DEPTH)
        level = self.levels[-1] if self.levels else None
        if level is not None and isinstance(level.node, dict) and level.key is None:
            self._refuse("E-KEY-FORM", event)
        path = self._place(node, self._mark(event))
        self.levels.append(_Level(path, node))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        level = self.levels[-1] if self.levels else None
        if _CONTROL.search(event.value):  # written as an escape, such as "\0"
            self.problems.add("E-CHARACTER", Place(self.name, self._mark(event)))
        if level is None or isinstance(level.node, list) or level.key is not None:
            self._note_lost_text(event)
            self._note_missing_colon(event)
            self._place(event.value, self._mark(event))
            return
        key = event.value
        if key == "<<":
            self._refuse("E-MERGE", event)
        path = (*level.path, key)
        if key in level.node and level.path not in self.twice:
            self.twice.add(level.path)  # once for each mapping: what follows is mostly one record run into another
            first = self.keys[path].line
            self.problems.add("E-TWICE", Place(self.name, self._mark(event)), given=key, first=first)
        self.keys[path] = self._mark(event)
        level.key = key

    def _note_lost_text(self, event: yaml.ScalarEvent) -> None:
        """A value without quotes ends at ` #`; with no space after it, that is hardly a comment."""
        end = event.end_mark
        if event.style or end is None or end.line >= len(self.lines):
            return
        match = _LOST.match(self.lines[end.line], end.column)
        if match:
            place = Place(self.name, Mark(end.line + self.first_line, match.start(1) + 1))
            self.problems.add("E-HASH", place, given=match[1].strip()[:60])

    def _note_missing_colon(self, event: yaml.ScalarEvent) -> None:
        """In `{ pl: Bruksela, Belgia }` the second word is a field without a value: a comma or a space went wrong."""
        level = self.levels[-1] if self.levels else None
        if event.value or event.style or level is None or level.key is None:
            return
        mark = self.keys[(*level.path, level.key)]
        after = self.lines[mark.line - self.first_line][mark.column - 1 :]
        field, colon, value = level.key.partition(":")
        if not after.startswith(level.key) or after[len(level.key) :].lstrip().startswith(":"):
            return
        place = Place(self.name, mark)
        if colon:
            self.problems.add("E-GAP", place, sign=":", given=level.key, instead=f"{field}: {value}")
        elif level.path not in self.commas:  # once for each mapping: what follows is mostly the same text
            self.commas.add(level.path)
            self.problems.add("E-COMMA", place, given=level.key)

    def _place(self, value: Tree, mark: Mark) -> Path:
        if not self.levels:
            self.root = value
            self.values[()] = mark
            return ()
        level = self.levels[-1]
        if isinstance(level.node, list):
            path: Path = (*level.path, len(level.node))
            level.node.append(value)
        else:
            assert level.key is not None
            path = (*level.path, level.key)
            level.node[level.key] = value
            level.key = None
        self.values[path] = mark
        return path
