"""A membership's path in; the times in which the city was in, and in which it probably was not, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from opencity.dates import PartialDate
from opencity.register.models import Act, Effect, Gap, Membership, When
from opencity.register.models.numbers import AsOf
from opencity.register.standing import standing


@dataclass(frozen=True, slots=True)
class Tenure:
    """A time in or, with a `gap`, a time probably out.

    `since` and `until` are the dates of the acts that begin and end it. Where no act does, `seen_since` is
    the date, or the bounds, of the first list that names the city, and `seen_until` the last date on which it was in.
    An end that is None is today.
    """

    since: When | None = None
    until: When | None = None
    seen_since: AsOf | None = None
    seen_until: PartialDate | None = None
    gap: Gap | None = None


def tenures(membership: Membership) -> tuple[Tenure, ...]:
    """The times of a path, in order. A second entry without a gap before it changes nothing: the first still runs.

    A city that was only seen on lists has been in since the first of them, or longer.
    """
    found = tuple(_of_acts(membership))
    if found or any(act.effect is Effect.ENDS for act in membership.acts) or not standing(membership).is_member:
        return found
    first = min(_lists(membership), key=lambda as_of: as_of.sort_key, default=None)
    return (Tenure(seen_since=first),) if first is not None else ()


def _of_acts(membership: Membership) -> Iterator[Tenure]:
    opened: Act | None = None
    for act in membership.acts:
        if act.effect is Effect.ACCEDES:
            gap = _gap_between(membership, opened, act) if opened else None
            if opened is not None and gap is not None:
                last = _last_sign(membership, opened, act)
                yield Tenure(_date(opened), seen_until=last)
                yield Tenure(until=_date(act), seen_since=AsOf(on=last) if last else None, gap=gap)
            opened = opened if opened is not None and gap is None else act
        elif act.effect is Effect.ENDS and opened is not None:
            yield Tenure(_date(opened), _date(act))
            opened = None
    if opened is not None:
        yield Tenure(_date(opened))


def _date(act: Act) -> When | None:
    return act.date.value if act.date else None


def _gap_between(membership: Membership, opened: Act, entry: Act) -> Gap | None:
    """The gap that lies after one entry and before the next."""
    order = {act.id: place for place, act in enumerate(membership.acts)}
    within = range(order[opened.id], order[entry.id])
    return next((gap for gap in membership.gaps if order.get(gap.after) in within), None)


def _last_sign(membership: Membership, opened: Act, entry: Act) -> PartialDate | None:
    """The last date between two entries on which the city was certainly in: a change of its tie, or a list."""
    order = [act.id for act in membership.acts]
    between = membership.acts[order.index(opened.id) : order.index(entry.id)]
    changes = (Effect.ACCEDES, Effect.RAISES, Effect.LOWERS)
    dates = [act.date.value.first for act in between if act.effect in changes and act.date]
    limit = entry.date.value.first if entry.date else None
    signs = (as_of.on or as_of.not_before or as_of.not_after for as_of in _lists(membership))
    dates += (sign for sign in signs if sign and (limit is None or sign.is_before(limit)))
    return max(dates, key=lambda date: date.parts, default=None)


def _lists(membership: Membership) -> Iterator[AsOf]:
    """The dates of the lists that name the city, as far as they are known."""
    for seen in membership.observations:
        if seen.tie not in ("absent", "proposed") and seen.as_of.is_known:
            yield seen.as_of
