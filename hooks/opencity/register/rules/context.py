"""What a rule is given: the registry, the records that could not be read, and the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from opencity.problems import Problem
from opencity.register.models import Record
from opencity.register.registry import Broken, Item, Registry


@dataclass(frozen=True, slots=True)
class Context:
    """The ground a rule stands on. `broken` are the records that have problems of their own."""

    registry: Registry
    broken: Broken
    today: dt.date

    def items(self) -> Iterator[Item[Record]]:
        """Every record in every file."""
        return self.registry.items()


Rule = Callable[[Context], Iterator[Problem]]
