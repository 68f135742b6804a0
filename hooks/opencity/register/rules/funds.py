"""A fund whose rule nobody has read shows only what a source prints; the editor is warned."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.problems import Problem
from opencity.register.rules.context import Context


def check_fund_rules(context: Context) -> Iterator[Problem]:
    """Warn for every unread rule of a fund that a project uses."""
    used = {item.record.fund for item in context.registry.projects.values()}
    for identity, item in context.registry.funds.items():
        for index, rule in enumerate(item.record.rules):
            if not rule.read and identity in used:
                yield Problem("W-RULE-UNREAD", item.place("rules", index, "read"), {"fund": identity})
