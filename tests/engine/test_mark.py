"""The site's mark: a stroke for each membership, a gap where the city was out, never more than an icon can hold."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from small_site import TODAY, small_site, write_files

from opencity.site.engine import open_engine
from opencity.site.generated import generated_files
from opencity.views.frame.mark import MOST, SIDE, mark
from opencity.views.subjects.lifelines import Lifeline, LifelinesView, Segment
from opencity.views.value import Value

ROOT = Path(__file__).parents[2]


def lines(*rows: tuple[Segment, ...]) -> LifelinesView:
    drawn = tuple(Lifeline(Value("Sieć"), "network", row, (), (), (), Value("członkostwo"), ()) for row in rows)
    return LifelinesView(drawn, (), 96.0, (), (), False, False, False, "")


def test_each_membership_is_a_stroke_that_ends_today() -> None:
    drawn = mark(lines((Segment(0, 96, "whole"),), (Segment(48, 48, "whole"),)))
    first, second = drawn.strokes
    assert first.x + first.length == second.x + second.length < SIDE
    assert first.length == pytest.approx(2 * second.length)
    assert first.y == pytest.approx(SIDE - second.y)


def test_a_soft_beginning_is_part_of_the_stroke_and_a_gap_is_none() -> None:
    drawn = mark(
        lines(
            (Segment(10, 5, "soft-start"), Segment(15, 35, "whole"), Segment(50, 20, "gap"), Segment(70, 26, "whole"))
        )
    )
    before, after = drawn.strokes
    assert before.y == after.y
    assert before.x + before.length < after.x


def test_a_membership_of_yesterday_can_be_seen_and_stays_in_the_square() -> None:
    (stroke,) = mark(lines((Segment(95.9, 0.1, "whole"),))).strokes
    assert stroke.length >= 2
    assert stroke.x + stroke.length <= SIDE


def test_an_icon_holds_only_so_many_strokes_and_none_is_empty() -> None:
    many = mark(lines(*[(Segment(place, 10, "whole"),) for place in range(30)]))
    assert len(many.strokes) == MOST
    assert len(mark(lines()).strokes) == 1


def test_the_icon_is_drawn_in_the_city_s_colours_and_is_sound_xml(tmp_path: Path) -> None:
    engine = open_engine(write_files(tmp_path, small_site("lodz")), today=TODAY)
    icon = generated_files(engine, ROOT / "overrides")["assets/opencity/mark.svg"].decode()
    assert ElementTree.fromstring(icon).tag == "{http://www.w3.org/2000/svg}svg"
    assert engine.site.colours.accent in icon
    assert engine.site.colours.accent_dark in icon
    assert icon.count("<path ") == len(engine.mark.strokes)
