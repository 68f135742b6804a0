"""A source that no record cites is probably a fact that was forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.problems import Problem
from opencity.register.references import references
from opencity.register.rules.context import Context


def check_sources_are_used(context: Context) -> Iterator[Problem]:
    """Warn for sources nobody cites; while any record has faults of its own, nothing is said."""
    if context.broken:
        return
    cited = {identity for item in context.items() for _, kind, identity in references(item.record) if kind == "source"}
    for identity, item in context.registry.sources.items():
        if identity not in cited:
            yield Problem("W-SOURCE-UNUSED", item.place(key=True), {"given": identity})
