"""What has a source has happened: acts and readings of sources lie not in the future, only deadlines may."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.dates import PartialDate
from opencity.problems import Problem
from opencity.register.models import Act, ActKind, Record
from opencity.register.models.facts import Statement
from opencity.register.models.numbers import AsOf
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
    for membership in registry.memberships.values():
        yield from _statements(membership, membership.record.statements, context)
    for programme in registry.programmes.values():
        yield from _statements(programme, programme.record.statements, context)
    for source in registry.sources.values():
        if source.record.read.first_day() > context.today:
            yield Problem("W-FUTURE", source.place("read"), {"given": str(source.record.read)})
    for item in (*registry.networks.values(), *registry.memberships.values()):
        yield from _later_than_read(item, context)


def _acts(item: Item[Record], field: str, acts: tuple[Act, ...], context: Context) -> Iterator[Problem]:
    for index, act in enumerate(acts):
        if act.date is None or act.kind is ActKind.DEADLINE:
            continue
        first = act.date.value.first
        if first.first_day() > context.today:
            yield Problem("W-FUTURE", item.place(field, index, "date"), {"given": str(first)})


def _statements(item: Item[Record], statements: tuple[Statement, ...], context: Context) -> Iterator[Problem]:
    for index, statement in enumerate(statements):
        if statement.date.first_day() > context.today:
            yield Problem("W-FUTURE", item.place("statements", index, "date"), {"given": str(statement.date)})


def _later_than_read(item: Item[Record], context: Context) -> Iterator[Problem]:
    """No source can tell a number of a time after it was read."""
    sources = context.registry.sources
    for field in ("counts", "members", "observations", "ordinals", "units", "roles", "fees"):
        for index, entry in enumerate(getattr(item.record, field, ())):
            when: AsOf | None = getattr(entry, "as_of", None)
            read = [sources[identity].record.read for identity in entry.sources if identity in sources]
            first = when and (when.on or when.not_before)
            if first and read and first.first_day() > max(date.last_day() for date in read):
                details = {"given": str(first), "read": str(max(read, key=PartialDate.last_day))}
                yield Problem("W-AS-OF", item.place(field, index, "as_of"), details)
