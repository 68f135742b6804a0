"""What a fund obliges to show: a rule nobody has read is told to the editor, a rule without its means is refused."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.problems import Problem
from opencity.register.models import Fund
from opencity.register.rules.context import Context


def check_fund_rules(context: Context) -> Iterator[Problem]:
    """Warn for every unread rule of a fund that a project uses; refuse a rule that the fund's record cannot fulfil."""
    used = {item.record.fund for item in context.registry.projects.values()}
    for identity, item in context.registry.funds.items():
        for index, rule in enumerate(item.record.rules):
            if not rule.read and identity in used:
                yield Problem("W-RULE-UNREAD", item.place("rules", index, "read"), {"fund": identity})
            for position, wanted in enumerate(rule.show):
                if lacking := _lacking(item.record, wanted):
                    place = item.place("rules", index, "show", position)
                    yield Problem("E-RULE-LACKS", place, {"given": wanted, "field": lacking})


def _lacking(fund: Fund, wanted: str) -> str:
    """The field without which a mark cannot, or must not, be shown: the EU's emblem is for the EU's money alone."""
    if wanted == "motto" and fund.motto is None:
        return "motto"
    if wanted in ("eu_emblem", "eu_statement") and not fund.european_union:
        return "european_union: true"
    return ""
