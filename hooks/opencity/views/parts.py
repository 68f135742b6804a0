"""The parts of which pages about a thing are made: lines of a panel of facts, titled lists, tables of figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class FactRow:
    """A label and its answers: one line of a panel, of a notice, of the page details."""

    label: str
    values: tuple[Value, ...]

    @property
    def remarks(self) -> tuple[str, ...]:
        """Notes on disputes and inferences among the values."""
        return tuple(remark for value in self.values for remark in value.remarks)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a table of figures: when it was true, and the number with its noun."""

    time: Value
    number: Value


@dataclass(frozen=True, slots=True)
class Section:
    """A titled list of values, or a titled table of figures."""

    title: str
    anchor: str
    values: tuple[Value, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def is_dated(self) -> bool:
        """Whether a date stands above each value, as above an event."""
        return any(value.label for value in self.values)


@dataclass(frozen=True, slots=True)
class Group:
    """Sections under one heading."""

    title: str
    anchor: str
    sections: tuple[Section, ...]


Shown = TypeVar("Shown", Value, Figure)


def known(values: Iterator[Shown | None]) -> Iterator[Shown]:
    """What may be shown: a number of unknown date gives none."""
    return (value for value in values if value is not None)
