"""The acts of a path: each id once, in the order of time, pointing only at acts of the same path."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.problems import Problem
from opencity.register.model_errors import near_miss
from opencity.register.models import LEGAL_ACTS, Act, Gap, Record
from opencity.register.registry import Item
from opencity.register.rules.context import Context


def check_acts(context: Context) -> Iterator[Problem]:
    """Check every path: of memberships, of programmes, of networks' own history."""
    registry = context.registry
    for membership in registry.memberships.values():
        yield from _check_path(membership, "acts", membership.record.acts)
        yield from _check_gaps(membership, membership.record.gaps, [act.id for act in membership.record.acts])
    for programme in registry.programmes.values():
        yield from _check_path(programme, "acts", programme.record.acts)
    for network in registry.networks.values():
        yield from _check_path(network, "history", network.record.history)


def _check_path(item: Item[Record], field: str, acts: tuple[Act, ...]) -> Iterator[Problem]:
    by_id: dict[str, Act] = {}
    for index, act in enumerate(acts):
        if act.id in by_id:
            yield Problem("E-DUPLICATE-ACT", item.place(field, index, "id"), {"given": act.id})
        by_id[act.id] = act
    earlier: Act | None = None
    seen: set[str] = set()
    for index, act in enumerate(acts):
        for place, target in _targets(act):
            if target not in by_id:
                guess = near_miss(target, list(by_id))
                yield Problem("E-ACT-REF", item.place(field, index, *place), {"given": target, "guess": guess})
        for position, basis in enumerate(act.legal_basis):
            if basis in by_id and by_id[basis].kind not in LEGAL_ACTS:
                yield Problem("E-BASIS-KIND", item.place(field, index, "legal_basis", position), {"given": basis})
        if act.after is not None and act.after in by_id and act.after not in seen:
            yield Problem("E-ORDER-AFTER", item.place(field, index, "after"), {"given": act.after})
        if act.date is not None:
            if earlier is not None and earlier.date is not None:
                before, now = earlier.date.value.first, act.date.value.first
                if now.is_before(before):
                    details = {"given": str(now), "earlier": str(before), "id": act.id}
                    yield Problem("E-ORDER", item.place(field, index, "date"), details)
            earlier = act
        seen.add(act.id)


def _targets(act: Act) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if act.after is not None:
        yield ("after",), act.after
    for position, basis in enumerate(act.legal_basis):
        yield ("legal_basis", position), basis


def _check_gaps(item: Item[Record], gaps: tuple[Gap, ...], ids: list[str]) -> Iterator[Problem]:
    seen = {*ids}
    for index, gap in enumerate(gaps):
        if gap.id in seen:
            yield Problem("E-DUPLICATE-ACT", item.place("gaps", index, "id"), {"given": gap.id})
        seen.add(gap.id)
        if gap.before in ids and gap.after in ids and ids.index(gap.before) <= ids.index(gap.after):
            details = {"given": gap.before, "after": gap.after}
            yield Problem("E-GAP-ORDER", item.place("gaps", index, "before"), details)
        for field, target in (("after", gap.after), ("before", gap.before)):
            if target is not None and target not in ids:
                guess = near_miss(target, sorted(ids))
                yield Problem("E-ACT-REF", item.place("gaps", index, field), {"given": target, "guess": guess})
