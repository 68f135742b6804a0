"""A problem in; its message in a language, and the lines a terminal or a code host shows, out."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from opencity.problems.problem import Problem

LANGUAGES = ("pl", "en")

LONGEST = 500
"""The longest detail in letters: every kind of act fits, and a stranger's book does not."""

_KINDS = {
    "city": ("miasto", "city", "data/cities/"),
    "network": ("sieć", "network", "data/networks/"),
    "membership": ("członkostwo", "membership", "data/cities/…/memberships/"),
    "programme": ("program", "programme", "data/cities/…/programmes/"),
    "event": ("wydarzenie", "event", "data/cities/…/events/"),
    "project": ("projekt", "project", "data/projects/"),
    "fund": ("fundusz", "fund", "data/funds/"),
    "document": ("dokument", "document", "data/documents/"),
    "source": ("źródło", "source", "data/sources/"),
}
"""What a kind of record is called in each language, and where such records are."""


@functools.cache
def catalogue() -> Mapping[str, Any]:
    """The words of every code, as `catalogue.yml` holds them."""
    text = Path(__file__).with_name("catalogue.yml").read_text(encoding="utf-8")
    return MappingProxyType(yaml.load(text, Loader=yaml.CSafeLoader))


def word(problem: Problem, language: str) -> str:
    """The message in `pl` or `en`: what was written and what to write instead.

    >>> from opencity.problems import Place
    >>> word(Problem("E-EMPTY", Place("data/x.yml")), "en")
    'the file is empty. Enter the data or delete the file.'
    """
    entry = catalogue()[problem.code]
    details = {key: _one_line(value) for key, value in problem.details.items()}
    if details.get("kind") in _KINDS:
        polish, english, details["where"] = _KINDS[details["kind"]]
        details["kind"] = polish if language == "pl" else english
    if details.get("many"):
        return str(entry["many"][language]).format(**details)
    parts = [str(entry[language]).format(**details)]
    addition = entry.get("guess") if details.get("guess") else entry.get("otherwise")
    if addition:
        parts.append(str(addition[language]).format(**details))
    return " ".join(parts)


def _one_line(value: object) -> str:
    """A detail as printable text of bounded length: what a stranger wrote must not reach the terminal raw."""
    text = _printable(str(value))
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)


def as_text(problems: Iterable[Problem], language: str) -> str:
    """One line a problem, as compilers print them: `file:line:column: CODE message`."""
    return "".join(
        f"{_printable(str(problem.place))}: {problem.code} {word(problem, language)}\n" for problem in problems
    )


def as_json(problems: Iterable[Problem]) -> str:
    """All problems with both messages, for editors' tools."""
    rows = [
        {
            "code": problem.code,
            "file": _printable(problem.place.file),
            "line": problem.place.mark.line,
            "column": problem.place.mark.column,
            **{language: word(problem, language) for language in LANGUAGES},
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def summary(problems: Iterable[Problem], language: str) -> str:
    """The last line: how many of each."""
    listed = list(problems)
    errors = sum(problem.is_error for problem in listed)
    warnings = len(listed) - errors
    if language == "pl":
        return f"Błędy: {errors}. Ostrzeżenia: {warnings}.\n"
    return f"Errors: {errors}. Warnings: {warnings}.\n"
