"""A membership's acts in; what they amount to (tie, since, legal basis, again) out. Nothing of it is typed in data."""

from __future__ import annotations

from dataclasses import dataclass

from opencity.dates import PartialDate
from opencity.register.models import Act, Effect, Fact, Gap, Membership, Observation, Tie, When
from opencity.register.models.numbers import AsOf


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a city stands with a network.

    `entry` is the act that made the present tie begin; `first_entry` the earliest, where there was one before.
    """

    tie: Tie | None
    entry: Act | None
    first_entry: Act | None
    ended: Act | None
    legal_basis: tuple[Act, ...]
    gap: Gap | None
    last_seen: Observation | None

    @property
    def is_member(self) -> bool:
        """Whether the city is in, by its acts or by being named in a source."""
        return self.tie is not None and self.tie not in (Tie.FORMER, Tie.PROPOSED)

    @property
    def since(self) -> Fact[When] | None:
        """The date of entry with its competing claims; None when no source gives it."""
        return self.entry.date if self.entry else None

    @property
    def is_again(self) -> bool:
        """Whether it entered more than once: derived, since sources seldom say "again"."""
        return self.first_entry is not None and self.first_entry is not self.entry


def standing(membership: Membership) -> Standing:
    """Derive the standing from the acts, oldest first; observations count only where acts are silent.

    A city that was merely seen on a list is a member without a date; one only proposed is no member.
    """
    tie: Tie | None = None
    entry: Act | None = None
    first: Act | None = None
    ended: Act | None = None
    for act in membership.acts:
        if act.effect is Effect.ACCEDES:
            tie, entry, ended = act.tie, act, None
            first = first or act
        elif act.effect in (Effect.RAISES, Effect.LOWERS):
            tie = act.tie
        elif act.effect is Effect.ENDS:
            tie, ended = Tie.FORMER, act
    seen = [item for item in membership.observations if item.tie != "absent"]
    last = max(seen, key=lambda item: item.as_of.sort_key, default=None)
    if tie is None and last is not None and isinstance(last.tie, Tie) and not _missed_since(membership, last):
        tie = last.tie
    by_id = {act.id: act for act in membership.acts}
    basis = tuple(by_id[name] for name in entry.legal_basis if name in by_id) if entry else ()
    gap = membership.gaps[-1] if membership.gaps else None
    return Standing(tie, entry, first, ended, basis, gap, last)


def _missed_since(membership: Membership, seen: Observation) -> bool:
    """Whether a list that is not certainly older leaves the city out: then nothing is known."""
    return any(item.tie == "absent" and not _is_before(item.as_of, seen.as_of) for item in membership.observations)


def _is_before(one: AsOf, other: AsOf) -> bool:
    """Whether the latest date of one lies before the earliest of the other; an unknown date is never certain."""
    last, first = one.on or one.not_after, other.on or other.not_before
    return last is not None and first is not None and last.is_before(first)


def basis_of_entries(membership: Membership) -> frozenset[str]:
    """The ids of the acts that any entry of the city rests on (podstawa prawna)."""
    return frozenset(name for act in membership.acts for name in act.legal_basis)


def entry_order(standing_: Standing) -> tuple[int, ...]:
    """Sort key: by date of entry at its own precision, those without a date last."""
    date: PartialDate | None = standing_.since.value.first if standing_.since else None
    return (0, *date.parts) if date else (1,)
