"""What the YAML parser stumbled over in; the slip behind it, in an editor's terms and at its own line, out.

The parser notices many a slip only later: a field without a colon at the next field, an open quote at the next quote.
So the line where it stopped and the one before are read for slips first, and only then is the parser believed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from opencity.problems import Mark, Place, Problem

_FIELD = r"\s*+(?:- ++)*+(?:[^\s:\"'#{\[-][^:\"'#{\[]*:\s++)?+"
_OPEN_QUOTE = re.compile(rf"{_FIELD}()(?:\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)$")
_SLIPS = (
    ("E-TAB", re.compile(r" *+()\t\s*+\S")),
    ("E-HARD-SPACE", re.compile(r" *+(?:- *+)*+(?:\w+:)?+ *+()[\u00a0\u2007\u202f]")),
    ("E-BULLET", re.compile(r"\s*()(?P<given>[–—−•·*])\s")),
    ("E-GAP", re.compile(r"\s*(?P<sign>-)()(?P<value>[^\s\d-].*)")),
    ("E-GAP", re.compile(r"\s*(?:- +)*(?P<field>[a-z_]+)(?P<sign>:)()(?P<value>[^\s:/].*)")),
    ("E-START", re.compile(rf"{_FIELD}()(?P<given>[&*!@%`,\]}}]|[|>](?=[^\s+\d-])|(?<=: )[?-](?=\s|$))")),
)
"""Slips that a line shows by itself. The empty group is where the message points."""
_HASH = re.compile(r".*?[:,\[{]\s++()(?P<given>#[0-9A-Za-z][^,\]}]{0,60})")
"""Inside brackets, a value that begins a comment: the closing bracket is lost with it."""
_BARE = re.compile(r"\s*()[^\s\"'#{\[-](?:(?!:\s|:$).)*")
"""A line that is no field: its colon is missing."""

Slip = tuple[int, str, int, dict[str, object]]
"""The index of a line, a code, the index of a letter in the line, the details."""


def syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str, first_line: int) -> Problem:
    """The one problem that stands for a parser's error in a text that begins at `first_line` of a file."""
    lines = text.rstrip(" \n").split("\n")
    mark = error.problem_mark or error.context_mark
    stopped = min(mark.line, len(lines) - 1) if mark else 0
    before = max((line for line in range(stopped) if lines[line].strip()), default=stopped)
    said = error.problem or ""
    slips = list(_SLIPS)
    if "mapping values" in said or "could not find expected ':'" in said:
        slips.append(("E-YAML", _BARE))
    line, code, column, details = (
        _first(lines, range(stopped + 1), [("E-QUOTE", _OPEN_QUOTE)])
        or _first(lines, (before, stopped), slips)
        or _first(lines, _in_brackets(error, before, stopped), [("E-HASH", _HASH)])
        or _as_parsed(error, lines, stopped)
    )
    return Problem(code, Place(name, Mark(line + first_line, column + 1)), details)


def _first(lines: Sequence[str], where: Sequence[int], slips: Sequence[tuple[str, re.Pattern[str]]]) -> Slip | None:
    for line in where:
        for code, pattern in slips:
            match = pattern.fullmatch(lines[line]) if pattern is _BARE else pattern.match(lines[line])
            if match:
                found = match.groupdict()
                details: dict[str, object] = {"given": lines[line].strip()[:60], **found}
                if code == "E-GAP":
                    field, sign, value = found.get("field", ""), found["sign"], found["value"][:60]
                    details = {"sign": sign, "given": f"{field}{sign}{value}", "instead": f"{field}{sign} {value}"}
                return line, code, match.start(match.groups().index("") + 1), details
    return None


def _in_brackets(error: yaml.MarkedYAMLError, before: int, stopped: int) -> Sequence[int]:
    """The lines from an opening bracket to where the parser stopped; none where it was not inside brackets."""
    begun = error.context_mark
    return range(min(begun.line, before), stopped + 1) if begun and "flow" in (error.context or "") else ()


def _as_parsed(error: yaml.MarkedYAMLError, lines: Sequence[str], line: int) -> Slip:
    """What the parser itself can tell: where it stopped, and in the middle of what."""
    said, context, mark, begun = error.problem or "", error.context or "", error.problem_mark, error.context_mark
    written = lines[line]
    column = mark.column if mark and mark.line == line else len(written)
    until = written[:column].rstrip()
    if "flow" in context and begun and mark and begun.line < mark.line:
        line = min(begun.line, line)
        return line, "E-BRACKET", min(begun.column, len(lines[line])), {"given": lines[line].strip()[:60]}
    if "mapping values" in said and ":" in until:
        return line, "E-COLON", column, _quoted(written)
    tests = (
        ("E-BRACKET", "flow" in context and mark is not None and mark.line > line),
        ("E-FLOW", "flow" in context),
        ("E-TAB", written[column : column + 1] == "\t"),
        ("E-START", "cannot start" in said),
        ("E-QUOTE", "quoted scalar" in f"{said} {context}" or until.endswith(("'", '"'))),
        ("E-BRACKET", until.endswith(("]", "}"))),
        ("E-INDENT", any(word in said for word in ("mapping values", "expected key", "'-'", "document start"))),
    )
    code = next((code for code, holds in tests if holds), "E-YAML")
    if code == "E-INDENT":
        column = min(column, len(written) - len(written.lstrip()))
    given = written[column : column + 1] if code == "E-START" else ""
    return line, code, column, {"given": given or written.strip()[:60]}


def _quoted(line: str) -> dict[str, object]:
    """The field with its value in quotes that do not end inside it."""
    key, _, value = line.partition(":")
    quote = "'" if '"' in value and "'" not in value else '"'
    return {"key": key.strip(" -"), "value": f"{quote}{value.strip()}{quote}"}
