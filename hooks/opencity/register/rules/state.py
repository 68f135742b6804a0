"""A path must make sense as a story: nobody is raised or leaves who is not in."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.problems import Problem
from opencity.register.models import Effect
from opencity.register.rules.context import Context


def check_states(context: Context) -> Iterator[Problem]:
    """Report an end, a raise or a lowering without an entry, and a second entry without an end or a gap."""
    for item in context.registry.memberships.values():
        inside = False
        since_entry: set[str] = set()
        for index, act in enumerate(item.record.acts):
            place = item.place("acts", index, "effect")
            if act.effect in (Effect.ENDS, Effect.RAISES, Effect.LOWERS) and not inside:
                yield Problem("E-STATE-OUT", place, {"effect": act.effect.value})
            if act.effect is Effect.ACCEDES:
                if inside and not any(gap.after in since_entry for gap in item.record.gaps):
                    yield Problem("E-STATE-IN", place, {"id": act.id})
                inside = True
                since_entry.clear()
            elif act.effect is Effect.ENDS:
                inside = False
            since_entry.add(act.id)
