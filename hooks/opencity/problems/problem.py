"""A code and its particulars in; one value out that says what is wrong, where, and how grave it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A position in a text file, counted from 1 as editors count."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A file (path from the project's root, with slashes) and a position in it."""

    file: str
    mark: Mark = Mark()

    def __str__(self) -> str:
        return f"{self.file}:{self.mark.line}:{self.mark.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault. The code is stable and picks the words; `details` fill their blanks.

    Codes that begin with E stop a build, codes that begin with W do not.

    >>> Problem("E-KEY", Place("data/site.yml"), {"given": "citty"}).is_error
    True
    """

    code: str
    place: Place
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_error(self) -> bool:
        """Whether a site with this problem must not be built."""
        return self.code.startswith("E-")

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """Files in order, then lines, then codes: the order in which people mend them."""
        return (self.place, self.code, str(sorted(self.details.items(), key=str)))


class ContentErrors(Exception):
    """The content must not be built; `problems` say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


class Collector:
    """Gathers problems from many places, so that one run tells the editor everything."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []

    def add(self, code: str, place: Place, **details: object) -> None:
        """Note one problem."""
        self._problems.append(Problem(code, place, details))

    def extend(self, problems: Iterator[Problem] | list[Problem] | tuple[Problem, ...]) -> None:
        """Note several."""
        self._problems.extend(problems)

    def sorted(self) -> tuple[Problem, ...]:
        """All of them, once each, by file and line."""
        unique = {problem.sort_key: problem for problem in self._problems}
        return tuple(unique[key] for key in sorted(unique))
