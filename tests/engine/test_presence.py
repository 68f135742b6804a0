"""Unknown is not no: only a complete list makes a missing city a fact."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_site import CITIES, CITY, MEMBERSHIP, NETWORK, TODAY, small_site, write_files

from opencity.dates import PartialDate
from opencity.register.loader import load
from opencity.register.models.numbers import AsOf
from opencity.register.presence import Presence, presence

LIST = """\
members:
  - list_complete: {complete}
    as_of: 2019
    cities:
      - {{ name: {{ pl: Wrocław, en: Wrocław }}, city: wroclaw }}
    sources: [register]
"""

IN_2019 = AsOf(on=PartialDate(2019))


def answer(folder: Path, city: str, *, complete: bool, membership: str | None = None) -> Presence:
    """The answer for a city beside Katowice, in a network whose list names Wrocław."""
    changes: dict[str, str | bytes | None] = {
        "data/networks/rivers.yml": NETWORK + LIST.format(complete=str(complete).lower())
    }
    for other in ("wroclaw", "zakopane"):
        changes[f"data/cities/{other}/city.yml"] = CITY.format(*CITIES[other], id=other)
    if membership is not None:
        changes[f"data/cities/{city}/memberships/rivers.yml"] = membership
    registry = load(write_files(folder, small_site(changes=changes)), today=TODAY).registry
    assert registry is not None
    return presence(registry, city, "rivers")


def test_a_city_with_an_entry_is_in(tmp_path: Path) -> None:
    assert answer(tmp_path, "katowice", complete=True) == Presence("yes", ("register",))


def test_a_city_on_the_list_is_in_without_a_path_of_its_own(tmp_path: Path) -> None:
    assert answer(tmp_path, "wroclaw", complete=False) == Presence("yes", ("register",), IN_2019)


def test_a_city_missing_from_a_complete_list_is_out_and_the_list_is_the_source(tmp_path: Path) -> None:
    assert answer(tmp_path, "zakopane", complete=True) == Presence("no", ("register",), IN_2019)


def test_a_city_missing_from_an_incomplete_list_is_unknown(tmp_path: Path) -> None:
    assert answer(tmp_path, "zakopane", complete=False) == Presence("unknown")


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        ("  - { id: exit, kind: left, effect: ends, date: 2024, sources: [register] }\n", "former"),
        ("", "yes"),
    ],
)
def test_a_city_that_left_is_former(tmp_path: Path, act: str, expected: str) -> None:
    assert answer(tmp_path, "wroclaw", complete=True, membership=MEMBERSHIP + act).answer == expected


def test_a_proposal_is_no_membership(tmp_path: Path) -> None:
    proposed = "network: rivers\nobservations:\n  - { tie: proposed, as_of: 2024-10, sources: [register] }\n"
    assert answer(tmp_path, "zakopane", complete=True, membership=proposed).answer == "proposed"


APPLIED = """\
network: rivers
acts:
  - { id: bid, kind: application, effect: applies, date: 2021, sources: [register] }
"""


def test_a_city_that_asked_is_proposed_even_where_an_older_complete_list_lacks_it(tmp_path: Path) -> None:
    asked = answer(tmp_path, "zakopane", complete=True, membership=APPLIED)
    assert asked == Presence("proposed", ("register",))


def test_a_city_that_asked_and_stands_on_a_list_is_in(tmp_path: Path) -> None:
    assert answer(tmp_path, "wroclaw", complete=True, membership=APPLIED).answer == "yes"


@pytest.mark.parametrize(("complete", "expected"), [(False, "unclear"), (True, "no")])
def test_two_undated_lists_that_disagree_leave_it_unclear_unless_a_complete_one_decides(
    complete: bool, expected: str, tmp_path: Path
) -> None:
    seen = """\
network: rivers
observations:
  - { tie: member, as_of: unknown, sources: [register] }
  - { tie: absent, as_of: unknown, sources: [register] }
"""
    assert answer(tmp_path, "zakopane", complete=complete, membership=seen).answer == expected


def test_the_newest_list_speaks_first(tmp_path: Path) -> None:
    """Wrocław stands on the list of 2019; a complete one of 2024 leaves it out."""
    newer = """\
  - list_complete: true
    as_of: 2024
    cities: [{ name: { pl: Zakopane, en: Zakopane }, city: zakopane }]
    sources: [register]
"""
    changes: dict[str, str | bytes | None] = {
        "data/networks/rivers.yml": NETWORK + LIST.format(complete="true") + newer,
        **{f"data/cities/{other}/city.yml": CITY.format(*CITIES[other], id=other) for other in ("wroclaw", "zakopane")},
    }
    registry = load(write_files(tmp_path, small_site(changes=changes)), today=TODAY).registry
    assert registry is not None
    assert presence(registry, "wroclaw", "rivers").answer == "no"
    assert presence(registry, "zakopane", "rivers").answer == "yes"
