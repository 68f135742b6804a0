"""Every reference must lead to a record: `E-REF`, with the id that was probably meant."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.problems import Place, Problem
from opencity.register.model_errors import Guesses
from opencity.register.references import references
from opencity.register.rules.context import Context


def check_references(context: Context) -> Iterator[Problem]:
    """Report references to nothing. A record with faults of its own still counts as there."""
    registry = context.registry
    guesses: dict[str, Guesses] = {}
    folders = {item.city for item in context.items() if item.city} - set(registry.cities)
    for item in context.items():
        for path, kind, identity in references(item.record):
            known = registry.of_kind(kind)
            if identity in known or context.broken.has(kind, identity):
                continue
            if kind == "city" and identity in folders:
                continue  # the city's folder is there: one message says what it lacks
            if kind not in guesses:
                guesses[kind] = Guesses(known)
            guess = guesses[kind](identity)
            yield Problem("E-REF", item.place(*path), {"kind": kind, "given": identity, "guess": guess})
    for city in sorted(folders):
        if not context.broken.has("city", city):
            yield Problem("E-CITY-FILE", Place(f"data/cities/{city}/city.yml"), {"city": city})
