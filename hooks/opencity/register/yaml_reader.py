"""The bytes of one YAML file in; a tree of mappings, lists and text with a position for every part out.

Every scalar stays text, so that `no`, `010`, `12.2020` and `2020-02-30` reach the models as written.
What could stall or crash a reader (anchors, tags, merge keys, depth, size) is refused while it is read.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from opencity.problems import Collector, Mark, Place, Problem

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


def read_yaml(data: bytes, name: str, *, first_line: int = 1) -> YamlFile:
    """Read one file, or one part of a file that begins at `first_line` (front matter, a fenced block).

    >>> read_yaml(b"since: 2020", "data/x.yml").tree
    {'since': '2020'}

    Raises Unreadable with every problem that can be told before the file is understood.
    """
    text = decode(data, name)
    problems = Collector()
    if not text.strip():
        raise Unreadable((Problem("E-EMPTY", Place(name, Mark(first_line, 1))),))
    builder = _Builder(name, first_line, problems)
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            builder.take(event)
    except _Refused:
        raise Unreadable(problems.sorted()) from None
    except yaml.MarkedYAMLError as error:
        raise Unreadable((*problems.sorted(), _syntax_problem(error, text, name, first_line))) from None
    except yaml.YAMLError:
        raise Unreadable((Problem("E-CHARACTER", Place(name, Mark(first_line, 1))),)) from None
    if not builder.values:
        raise Unreadable((Problem("E-EMPTY", Place(name, Mark(first_line, 1))),))
    found = problems.sorted()
    if found:
        raise Unreadable(found)
    return YamlFile(name, builder.root, builder.values, builder.keys)


def decode(data: bytes, name: str) -> str:
    """The text of a file: UTF-8, with or without a byte order mark, of bounded size, without control characters.

    Raises Unreadable.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable((Problem("E-SIZE", Place(name), {"size": len(data) // 1024, "limit": MAX_BYTES // 1024}),))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable((Problem("E-UTF8", Place(name, _end_of(data[: error.start].decode("utf-8")))),)) from None
    control = _CONTROL.search(text)
    if control is not None:
        raise Unreadable((Problem("E-CHARACTER", Place(name, _end_of(text[: control.start()]))),))
    return text


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


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
    root: Tree = ""
    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    levels: list[_Level] = field(default_factory=list)
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
        if level is None or isinstance(level.node, list) or level.key is not None:
            self._place(event.value, self._mark(event))
            return
        key = event.value
        if key == "<<":
            self._refuse("E-MERGE", event)
        path = (*level.path, key)
        if key in level.node:
            first = self.keys[path].line
            self.problems.add("E-TWICE", Place(self.name, self._mark(event)), given=key, first=first)
        self.keys[path] = self._mark(event)
        level.key = key

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


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str, first_line: int) -> Problem:
    lines = text.rstrip().split("\n")
    mark = error.problem_mark or error.context_mark
    if error.context_mark and mark and mark.line >= len(lines):
        mark = error.context_mark  # at the end of the file: where the unfinished thing began
    line = min(mark.line, len(lines) - 1) if mark else 0
    written = lines[line]
    column = mark.column if mark and mark.line == line else len(written)
    place = Place(name, Mark(line + first_line, column + 1))
    indent = written[: len(written) - len(written.lstrip())]
    said = error.problem or ""
    if "\t" in indent or "\\t" in said:
        return Problem("E-TAB", Place(name, Mark(line + first_line, written.find("\t") + 1 or column + 1)))
    if "mapping values are not allowed" in said:
        key, _, rest = written.partition(":")
        return Problem("E-COLON", place, {"key": key.strip(" -"), "value": rest.strip()})
    if "character" in said and "cannot start" in said:
        return Problem("E-START", place, {"given": written[column : column + 1]})
    if "quoted scalar" in f"{said} {error.context or ''}" or written[:column].rstrip().endswith(("'", '"')):
        return Problem("E-QUOTE", place, {"given": written.strip()[:60]})
    if "expected key" in said or "block collection" in said or "block end" in said:
        return Problem("E-INDENT", place, {"given": written.strip()[:60]})
    return Problem("E-YAML", place, {"given": written.strip()[:60]})
