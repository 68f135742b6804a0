"""The parts of which pages about a thing are made: lines of a panel of facts, and titled lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class FactRow:
    """One line of a panel: a label and its answers. `remarks` stand beside the answers, in the same voice."""

    label: str
    values: tuple[Value, ...]

    @property
    def remarks(self) -> tuple[str, ...]:
        """Notes on disputes and inferences among the values."""
        return tuple(value.remark for value in self.values if value.remark)


@dataclass(frozen=True, slots=True)
class Section:
    """A titled list of values."""

    title: str
    anchor: str
    values: tuple[Value, ...]


def known(values: Iterator[Value | None]) -> Iterator[Value]:
    """The values that may be shown: a number of unknown date gives none."""
    return (value for value in values if value is not None)
