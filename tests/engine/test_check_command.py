"""The command an editor runs: what it prints, how it ends, and that it says everything at once."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import pytest
from small_site import ROLE_PAGES, check, lines, small_site, stamped, write_files

from opencity.cli import main
from opencity.register.yaml_reader import Path as YamlPath
from opencity.register.yaml_reader import Tree, read_yaml
from opencity.stamp import Refused

NO_SUCH_DAY = str(small_site()["data/cities/katowice/memberships/rivers.yml"]).replace("2021-03-04", "2021-02-30")
NO_TITLE = "register:\n  publisher: Sieć\n  language: [pl]\n  address: https://siec.example/\n  read: 2026-11-20\n"


def run(folder: Path, *options: str, changes: Mapping[str, str | bytes | None] | None = None) -> int:
    """Write the small site with some changes, stamp it if it can be read, and check it as an editor would."""
    write_files(folder, small_site(changes={**ROLE_PAGES, **(changes or {})}))
    with contextlib.suppress(Refused):
        stamped(folder)
    return main(["check", "--root", str(folder), "--today", "2026-11-20", *options])


def test_a_site_without_faults_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path) == 0
    assert capsys.readouterr().out == "Błędy: 0. Ostrzeżenia: 0.\n"


def test_an_error_makes_the_command_fail(tmp_path: Path) -> None:
    assert run(tmp_path, changes={"data/cities/katowice/memberships/rivers.yml": NO_SUCH_DAY}) == 1


def test_a_warning_does_not_make_the_command_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(tmp_path, "--lang", "en", changes={"docs/pl/sieci/rivers.md": None, "docs/en/sieci/rivers.md": None}) == 0
    )
    assert capsys.readouterr().out.endswith("Errors: 0. Warnings: 1.\n")


def test_messages_are_in_polish_unless_asked_otherwise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changes = {"data/cities/katowice/memberships/rivers.yml": NO_SUCH_DAY}
    run(tmp_path, changes=changes)
    assert "nie ma takiego dnia: „2021-02-30”" in capsys.readouterr().out
    run(tmp_path, "--lang", "en", changes=changes)
    assert "there is no such day: “2021-02-30”" in capsys.readouterr().out


def test_json_holds_the_place_the_code_and_both_messages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path, "--format", "json", changes={"data/sources/all.yml": NO_TITLE})
    (problem,) = json.loads(capsys.readouterr().out)
    assert problem["pl"].startswith("źródło ma tytuł")
    assert problem["en"].startswith("a source has a title")
    del problem["pl"], problem["en"]
    assert problem == {"code": "E-SOURCE-TITLE", "file": "data/sources/all.yml", "line": 2, "column": 3}


def test_json_of_a_site_without_faults_is_an_empty_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path, "--format", "json")
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("missing", ["data", "docs", ""])
def test_a_missing_folder_is_a_problem_and_not_a_traceback(
    missing: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left_out = {name: None for name in (*small_site(), *ROLE_PAGES) if name.startswith(missing)}
    assert run(tmp_path, changes=left_out) == 1
    assert " E-NO-D" in capsys.readouterr().out


def test_a_city_that_is_not_in_the_register_is_a_problem_and_not_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = str(small_site()["data/site.yml"]).replace("city: katowice", "city: katowcie")
    assert run(tmp_path, "--lang", "en", changes={"data/site.yml": site}) == 1
    assert "Did you mean “katowice”?" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["check", "--lang", "de"], ["check", "--today", "wczoraj"]])
def test_a_wrong_call_ends_with_status_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_the_day_to_check_for_can_be_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    network = str(small_site()["data/networks/rivers.yml"]) + "review_by: 2027-01\n"
    assert run(tmp_path, changes={"data/networks/rivers.yml": network}) == 0
    assert "W-REVIEW" not in capsys.readouterr().out
    assert main(["check", "--root", str(tmp_path), "--today", "2027-02-01"]) == 0
    assert "W-REVIEW" in capsys.readouterr().out


# --- everything at once -----------------------------------------------------------------------------


def codes(folder: Path, changes: Mapping[str, str | bytes | None]) -> list[str]:
    """File and code of every problem of the small site with some changes, in the order of the report."""
    found = check(write_files(folder, small_site(changes=changes)))
    return [f"{Path(problem.place.file).name}: {problem.code}" for problem in found]


def test_faults_of_several_files_and_pages_are_told_together(tmp_path: Path) -> None:
    found = codes(
        tmp_path,
        {
            "data/cities/katowice/memberships/rivers.yml": NO_SUCH_DAY,
            "data/sources/all.yml": NO_TITLE,
            "data/networks/lakes.yml": "id: lakes\n\tkind: network\n",
            "docs/pl/index.md": "---\ntitle: Start\n---\n\n# Start\n",
            "docs/pl/rejestr.md": "no front matter",
        },
    )
    assert found == [
        "rivers.yml: E-DATE",
        "lakes.yml: E-TAB",
        "all.yml: E-SOURCE-TITLE",
        "index.md: E-PAGE-HEADING",
        "rejestr.md: E-PAGE-FRONT",
    ]


def test_every_fault_of_one_record_is_told_at_once(tmp_path: Path) -> None:
    network = str(small_site()["data/networks/rivers.yml"])
    network = network.replace("scope: international", "scope: everywhere").replace("2025-10", "10.2025")
    assert codes(tmp_path, {"data/networks/rivers.yml": network}) == ["rivers.yml: E-CHOICE", "rivers.yml: E-DATE-FORM"]


def test_a_slip_in_the_name_of_a_required_field_is_not_also_called_a_missing_field(tmp_path: Path) -> None:
    network = str(small_site()["data/networks/rivers.yml"]).replace("scope:", "scpoe:")
    assert codes(tmp_path, {"data/networks/rivers.yml": network}) == ["rivers.yml: E-KEY"]


def test_a_record_with_faults_does_not_keep_rules_across_records_from_running(tmp_path: Path) -> None:
    membership = str(small_site()["data/cities/katowice/memberships/rivers.yml"])
    found = codes(
        tmp_path,
        {
            "data/sources/all.yml": NO_TITLE,
            "data/cities/katowice/memberships/rivers.yml": membership.replace("[resolution]", "[resolutoin]"),
        },
    )
    assert found == ["rivers.yml: E-ACT-REF", "all.yml: E-SOURCE-TITLE"]


def test_what_is_there_but_broken_is_never_called_missing(tmp_path: Path) -> None:
    broken = {
        "data/cities/katowice/memberships/rivers.yml": "network: [\n",
        "data/networks/rivers.yml": "id: [\n",
        "data/sources/all.yml": "register: [\n",
        "docs/en/sieci/rivers.md": "---\nnetwork: [\n---\n",
    }
    assert codes(tmp_path, broken) == [
        "rivers.yml: E-BRACKET",
        "rivers.yml: E-BRACKET",
        "all.yml: E-BRACKET",
        "rivers.md: E-BRACKET",
    ]


def test_problems_stand_in_the_order_of_files_and_lines_and_none_twice(tmp_path: Path) -> None:
    membership = str(small_site()["data/cities/katowice/memberships/rivers.yml"])
    files = small_site(
        changes={
            "data/cities/katowice/memberships/rivers.yml": membership.replace("[register]", "[registre, registre]"),
            "data/networks/lakes.yml": "id: lakes\n",
        }
    )
    problems = check(write_files(tmp_path, files))
    assert [problem.place for problem in problems] == sorted(problem.place for problem in problems)
    assert len(set(lines(problems))) == len(problems)


# --- whatever an editor types -------------------------------------------------------------------------

WRONG: tuple[Tree, ...] = ("", "x", "-1", "2020-13", [], ["x"], {}, {"x": "y"}, {"claims": []}, [[{}]])
"""Values that fit hardly anywhere; each is put in the place of every value of a file in turn."""


def places(tree: Tree, path: YamlPath = ()) -> Iterator[YamlPath]:
    """The path of every value below the top."""
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield (*path, key)
        yield from places(value, (*path, key))


def replaced(tree: Tree, path: YamlPath, value: Tree) -> Tree:
    """The tree with another value at a path."""
    if not path:
        return value
    copy: Any = dict(tree) if isinstance(tree, dict) else list(tree)
    copy[path[0]] = replaced(copy[path[0]], path[1:], value)
    return cast(Tree, copy)


@pytest.mark.parametrize("name", [name for name in small_site() if name.startswith("data/")])
def test_a_wrong_value_in_any_place_gives_problems_with_words_and_never_a_traceback(name: str, tmp_path: Path) -> None:
    write_files(tmp_path, small_site())
    tree = read_yaml(str(small_site()[name]).encode(), name).tree
    for path in places(tree):
        for value in WRONG:
            (tmp_path / name).write_text(json.dumps(replaced(tree, path, value)), encoding="utf-8")
            found = check(tmp_path)
            assert len(lines(found, "pl")) == len(lines(found, "en")) == len(found)
            assert "E-VALUE" not in {problem.code for problem in found}, (path, value)


SETTINGS = str(small_site()["data/site.yml"])
WRONG_SETTINGS = {
    "a colour": SETTINGS.replace('"#12508f"', "blue"),
    "a colour's name": SETTINGS.replace("accent:", "acent:"),
    "an address": SETTINGS.replace("https://miasto-w-sieciach.pl/", "miasto-w-sieciach.pl"),
    "the languages": SETTINGS + "locales: [en, pl]\n",
    "two things": SETTINGS.replace("demonstration", "oficjalna") + "locales: [en, pl]\n",
    "an unknown field": SETTINGS + "motto: Razem\n",
    "no title": SETTINGS.replace("title:", "#itle:").replace("#itle", "# title"),
}


@pytest.mark.parametrize("settings", WRONG_SETTINGS.values(), ids=WRONG_SETTINGS)
def test_a_fault_in_the_settings_hides_no_other_fault(settings: str, tmp_path: Path) -> None:
    slips = {
        "docs/pl/rejestr.md": "---\ntitle: Rejestr\n---\n\n![](x.jpg)\n",
        "data/networks/rivers.yml": str(small_site()["data/networks/rivers.yml"]).replace("[register]", "[registre]"),
    }
    found = check(write_files(tmp_path, small_site(changes={"data/site.yml": settings, **slips})))
    elsewhere = [problem.code for problem in found if problem.place.file != "data/site.yml"]
    assert elsewhere == ["E-REF", "E-REF", "E-REF", "E-PICTURE-PROSE"]
    assert len(found) > len(elsewhere)


def test_without_a_city_only_the_settings_can_be_checked(tmp_path: Path) -> None:
    changes = {"data/site.yml": SETTINGS.replace("city:", "# city:"), "docs/pl/rejestr.md": "---\n---\n\n![](x.jpg)\n"}
    found = check(write_files(tmp_path, small_site(changes=changes)))
    assert [f"{problem.place.file} {problem.code}" for problem in found] == ["data/site.yml E-MISSING"]
