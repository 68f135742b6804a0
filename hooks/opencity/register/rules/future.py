"""What has a source has happened: acts and readings of sources lie not in the future, only deadlines may."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.problems import Problem
from opencity.register.models import Act, ActKind, Record
from opencity.register.registry import Item
from opencity.register.rules.context import Context


def check_future(context: Context) -> Iterator[Problem]:
    """Report acts and reading dates that begin after the day of the check."""
    registry = context.registry
    for membership in registry.memberships.values():
        yield from _acts(membership, "acts", membership.record.acts, context)
    for programme in registry.programmes.values():
        yield from _acts(programme, "acts", programme.record.acts, context)
    for network in registry.networks.values():
        yield from _acts(network, "history", network.record.history, context)
    for source in registry.sources.values():
        if source.record.read.first_day() > context.today:
            yield Problem("W-FUTURE", source.place("read"), {"given": str(source.record.read)})


def _acts(item: Item[Record], field: str, acts: tuple[Act, ...], context: Context) -> Iterator[Problem]:
    for index, act in enumerate(acts):
        if act.date is None or act.kind is ActKind.DEADLINE:
            continue
        first = act.date.value.first
        if first.first_day() > context.today:
            yield Problem("W-FUTURE", item.place(field, index, "date"), {"given": str(first)})
