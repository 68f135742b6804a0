"""Words that mean the same: what the register holds of `data/synonyms.yml`; tests/engine/broken has its faults."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from small_site import ROOT, TODAY, check, lines, small_site, write_files

from opencity.owners import owner_of
from opencity.register.loader import load
from opencity.register.synonyms import LONGEST, MOST, Synonyms
from opencity.schemas import schema

FILE = "data/synonyms.yml"


def synonyms(folder: Path, text: str | None, city: str = "katowice") -> Synonyms:
    loaded = load(write_files(folder, small_site(city, {FILE: text})), today=TODAY)
    assert loaded.registry is not None
    return loaded.registry.synonyms


@pytest.mark.parametrize("city", ["katowice", "lodz"])
def test_the_register_holds_the_groups_of_every_language_as_they_are_written(city: str, tmp_path: Path) -> None:
    text = "pl:\n  - [Żyd, Żydówka, żydowski]\n  - [dotacja, grant]\nen:\n  - [grant, funding]\n"
    assert synonyms(tmp_path, text, city) == {
        "pl": (("Żyd", "Żydówka", "żydowski"), ("dotacja", "grant")),
        "en": (("grant", "funding"),),
    }


def test_a_site_without_the_file_has_no_synonyms_and_no_fault(tmp_path: Path) -> None:
    assert synonyms(tmp_path, None) == {}
    assert check(tmp_path) == ()


def test_a_language_that_the_site_does_not_publish_is_welcome_for_the_file_belongs_to_all(tmp_path: Path) -> None:
    assert synonyms(tmp_path, "uk:\n  - [іноземець, чужинець]\n") == {"uk": (("іноземець", "чужинець"),)}
    assert check(tmp_path) == ()


def test_words_of_yaml_stay_words(tmp_path: Path) -> None:
    assert synonyms(tmp_path, "en:\n  - [no, nay]\n  - [on, 4x4]\n") == {"en": (("no", "nay"), ("on", "4x4"))}


def test_accents_typed_as_signs_of_their_own_make_one_word_and_the_same_word(tmp_path: Path) -> None:
    assert synonyms(tmp_path, "pl:\n  - [ro\u0301wnos\u0301c\u0301, równouprawnienie]\n") != {}
    found = check(write_files(tmp_path, {FILE: "pl:\n  - [ro\u0301wny, równy]\n"}))
    assert [problem.code for problem in found] == ["E-SYNONYM-TWICE"]


def test_a_group_with_a_fault_is_left_out_and_the_others_hold(tmp_path: Path) -> None:
    assert synonyms(tmp_path, "pl:\n  - [dotacja]\n  - [składka, opłata]\n") == {"pl": (("składka", "opłata"),)}


def test_the_longest_word_is_still_taken(tmp_path: Path) -> None:
    long = "a" * LONGEST
    assert synonyms(tmp_path, f"pl:\n  - [{long}, krótkie]\n") == {"pl": ((long, "krótkie"),)}


def test_more_groups_than_readers_should_download_are_refused(tmp_path: Path) -> None:
    groups = "".join(f"  - [a{number}, b{number}]\n" for number in range(MOST + 1))
    folder = write_files(tmp_path, small_site(changes={FILE: f"uk:\n{groups}"}))
    assert lines(check(folder), "en") == [
        f"{FILE}:{MOST + 2}:5: E-SYNONYM-MANY too many groups in “uk”: {MOST} is the most. Keep the words that readers"
        " really look for."
    ]
    write_files(tmp_path, {FILE: "uk:\n" + groups.rpartition("  - ")[0]})
    assert check(folder) == ()


@pytest.mark.parametrize("text", ["", "- [a, b]\n", "pl: [[a, b\n", "pl: *x\n", "\0"])
def test_a_file_that_nobody_can_read_is_told_of_and_hides_no_other_fault(text: str, tmp_path: Path) -> None:
    network = str(small_site()["data/networks/rivers.yml"]).replace("kind: network", "kind: nitwork")
    found = check(write_files(tmp_path, small_site(changes={FILE: text, "data/networks/rivers.yml": network})))
    assert {problem.place.file for problem in found} == {FILE, "data/networks/rivers.yml"}
    assert len(found) == 2


def test_the_file_belongs_to_all_cities() -> None:
    assert owner_of(FILE, "wroclaw") == "commons"


def test_the_schema_takes_the_groups_of_this_checkout_and_refuses_a_group_of_one() -> None:
    validator = Draft202012Validator(json.loads(schema("synonyms")))
    assert validator.is_valid(yaml.safe_load((ROOT / FILE).read_text(encoding="utf-8")))
    for wrong in ({"pl": [["a"]]}, {"polski": [["a", "b"]]}, {"pl": [["a b", "c"]]}, {"pl": ["a"]}, [["a", "b"]]):
        assert not validator.is_valid(wrong), wrong
