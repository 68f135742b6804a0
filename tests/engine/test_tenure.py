"""The times in which a city was in a network, from the acts of its path and the lists that name it."""

from __future__ import annotations

from typing import Any

from opencity.dates import PartialDate
from opencity.register.models import Membership
from opencity.register.models.numbers import AsOf
from opencity.register.tenure import tenures

REASON = {"reason": {"pl": "Tak wynika z list.", "en": "The lists suggest it."}}
WORDS = {"pl": "Miasta nie ma na liście.", "en": "The list leaves the city out."}


def membership(**fields: Any) -> Membership:
    return Membership.model_validate({"network": "rivers", **fields})


def act(identity: str, effect: str, date: str | None = None, **fields: Any) -> dict[str, Any]:
    kind = "left" if effect == "ends" else "admission"
    tie = {"tie": "member"} if effect in ("accedes", "raises") else {}
    dated = {"date": date} if date else {"after": "entry"}
    return {"id": identity, "kind": kind, "effect": effect, "sources": ["list"], **tie, **dated, **fields}


def seen(tie: str, as_of: str | dict[str, str]) -> dict[str, Any]:
    return {"tie": tie, "as_of": as_of, "sources": ["list"]}


def gap(after: str, before: str | None = None) -> dict[str, Any]:
    return {"id": "out", "after": after, "before": before, "text": WORDS, "inferred": REASON, "sources": ["list"]}


def test_one_entry_runs_to_today() -> None:
    (only,) = tenures(membership(acts=[act("entry", "accedes", "2011-05")]))
    assert only.since is not None
    assert (only.since.on, only.until, only.gap) == (PartialDate(2011, 5), None, None)


def test_a_membership_that_ended_ends_at_its_act() -> None:
    (only,) = tenures(membership(acts=[act("entry", "accedes", "1990"), act("exit", "ends", "2010-03-01")]))
    assert only.until is not None
    assert only.until.on == PartialDate(2010, 3, 1)


def test_a_city_that_left_and_came_again_has_two_times_with_nothing_between() -> None:
    path = [act("entry", "accedes", "1990"), act("exit", "ends", "2000"), act("again", "accedes", "2010")]
    first, second = tenures(membership(acts=path))
    assert (first.gap, second.gap) == (None, None)
    assert second.since is not None
    assert second.since.on == PartialDate(2010)


def test_an_inferred_gap_begins_after_the_last_sign_and_ends_with_the_next_entry() -> None:
    path = [act("entry", "accedes", "1992"), act("full", "raises", "2004"), act("again", "accedes", "2025-10-15")]
    before, out, after = tenures(
        membership(acts=path, gaps=[gap("full", "again")], observations=[seen("member", "2019")])
    )
    assert (before.seen_until, before.until) == (PartialDate(2019), None)
    assert out.gap is not None
    assert out.seen_since == AsOf(on=PartialDate(2019))
    assert out.until is not None
    assert out.until.on == PartialDate(2025, 10, 15)
    assert (after.until, after.seen_until) == (None, None)


def test_a_sighting_after_the_second_entry_says_nothing_of_the_first() -> None:
    path = [act("entry", "accedes", "1992"), act("again", "accedes", "2020")]
    before, *_ = tenures(membership(acts=path, gaps=[gap("entry", "again")], observations=[seen("member", "2024")]))
    assert before.seen_until == PartialDate(1992)


def test_a_second_entry_without_a_gap_changes_nothing() -> None:
    (only,) = tenures(membership(acts=[act("entry", "accedes", "1992"), act("again", "accedes", "2020")]))
    assert only.since is not None
    assert only.since.on == PartialDate(1992)


def test_a_city_only_seen_on_lists_is_in_since_the_first_of_them() -> None:
    (only,) = tenures(membership(observations=[seen("member", "2022"), seen("member", "2019-06")]))
    assert (only.since, only.seen_since) == (None, AsOf(on=PartialDate(2019, 6)))


def test_a_list_known_between_two_dates_keeps_both_of_them() -> None:
    bounds = {"not_before": "2017", "not_after": "2023-07"}
    (only,) = tenures(membership(observations=[seen("member", bounds)]))
    assert only.seen_since == AsOf(not_before=PartialDate(2017), not_after=PartialDate(2023, 7))


def test_an_entry_of_unknown_date_has_a_time_without_a_beginning() -> None:
    path = [act("asked", "applies", "2011"), {**act("entry", "accedes"), "after": "asked"}]
    (only,) = tenures(membership(acts=path))
    assert (only.since, only.seen_since) == (None, None)


def test_neither_a_proposal_nor_a_list_that_leaves_the_city_out_is_a_time_in() -> None:
    assert tenures(membership(observations=[seen("proposed", "2022")])) == ()
    assert tenures(membership(observations=[seen("member", "2010"), seen("absent", "2022")])) == ()
