"""One broken file for each rule: `broken/<CODE>[_variant].txt` says the fault, the files, and every line of the report.

A case is laid over the small site. An empty section leaves a file out.
"""

from __future__ import annotations

import os
import re
import string
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from small_site import ROOT, check, lines, small_site, write_files

from opencity.problems import wording

FOLDER = Path(__file__).with_name("broken")

NOT_IN_A_TEXT_FILE = {
    "E-UTF8": "a case is a UTF-8 file: test_a_file_in_another_encoding_is_named",
    "E-CHARACTER": "a control character cannot be seen in a case: test_a_control_character_is_named",
    "E-SIZE": "a case is small: test_a_file_of_more_than_256_kilobytes_is_refused",
    "E-LONG": "a case is small: test_a_text_as_long_as_a_book_is_refused",
    "E-SYNONYM-MANY": "a case is small: test_more_groups_than_readers_should_download_are_refused",
    "E-SYMLINK": "a link is no text: test_a_link_to_another_place_is_refused",
    "E-PICTURE-SIZE": "a case is small: test_a_picture_heavier_than_a_megabyte_is_refused",
    "E-PICTURE-PIXELS": "a picture is no text: test_a_picture_that_says_it_is_as_large_as_a_field_is_refused",
    "E-PICTURE-CUT": "a picture is no text: test_a_picture_that_was_not_copied_to_its_end_is_refused",
    "E-ANCHOR-TWICE": "the last net, at build: test_an_anchor_that_stands_twice_stops_a_build",
    "E-WORDS-FORMS": "the rest of a language would have to be there: test_a_form_that_the_language_needs_is_missed",
    "E-WORDS-MISSING": "the number grows with the interface: test_missing_words_are_one_problem_that_counts_them",
    "E-OPEN": "a permission is no text: test_a_file_that_may_not_be_read_is_named",
    "E-SITE-LINK": "a finished page is no content: test_reading_back.py",
    "E-SITE-ANCHOR": "a finished page is no content: test_reading_back.py",
    "E-SITE-ID": "a finished page is no content: test_reading_back.py",
    "E-SITE-LANGUAGE": "a finished page is no content: test_reading_back.py",
    "E-SITE-LANG": "a finished page is no content: test_reading_back.py",
    "E-SITE-TWIN": "a finished page is no content: test_reading_back.py",
    "E-SITE-TWIN-OWN": "a finished page is no content: test_reading_back.py",
    "E-SITE-HOST": "a finished page is no content: test_reading_back.py",
    "E-SITE-WEIGHT": "a finished page is no content: test_reading_back.py",
    "E-SITE-CHANGED": "it happens while a site is published: test_publishing.py",
    "E-SITE-BUSY": "it happens while a site is published: test_publishing.py",
    "E-SITE-WRITE": "it happens while a site is published: test_publishing.py",
    "E-VALUE": "the fallback for a model's complaint without words of its own; no field of today's models raises it",
}
"""Codes without a case, and why."""


@dataclass(frozen=True)
class Case:
    """A fault in a sentence, the files that hold it, and the report in each language."""

    fault: str
    files: Mapping[str, str]
    expected: Mapping[str, list[str]]


def read_case(path: Path) -> Case:
    first, *sections = re.split(r"^=== (.+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    parts = dict(zip(sections[::2], sections[1::2], strict=True))
    expected = {language: parts.pop(f"expect {language}").splitlines() for language in wording.LANGUAGES}
    return Case(first.removeprefix("#").strip(), parts, expected)


CASES = {path.stem: read_case(path) for path in sorted(FOLDER.glob("*.txt"))}


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_a_broken_file_gets_exactly_these_lines(name: str, language: str, tmp_path: Path) -> None:
    case = CASES[name]
    changes = {path: content or None for path, content in case.files.items()}
    problems = check(write_files(tmp_path, small_site(changes=changes)))
    assert lines(problems, language) == case.expected[language], case.fault


def test_the_small_site_itself_has_no_fault(tmp_path: Path) -> None:
    assert lines(check(write_files(tmp_path, small_site()))) == []


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_named_after_the_code_it_shows(name: str) -> None:
    code = name.partition("_")[0]
    assert any(f" {code} " in line for line in CASES[name].expected["pl"])
    assert CASES[name].fault.endswith(".")


# --- what a text file cannot hold -------------------------------------------------------------------


def report(folder: Path, changes: Mapping[str, str | bytes | None]) -> list[str]:
    """The problems of the small site with some changes, in English, without the words: `file:line:column: CODE`."""
    found = check(write_files(folder, small_site(changes=changes)))
    return [f"{problem.place}: {problem.code}" for problem in found]


SOURCES = """\
register:
  title: Lista miast
  publisher: Sieć Miast Łódzkich
  language: [pl]
  address: https://siec.example/lista
  read: 2026-11-20
"""


def test_a_file_in_another_encoding_is_named_with_the_line_of_the_first_wrong_byte(tmp_path: Path) -> None:
    found = report(tmp_path, {"data/sources/all.yml": SOURCES.encode("cp1250")})
    assert found == ["data/sources/all.yml:3:17: E-UTF8"]


def test_a_page_in_another_encoding_is_named(tmp_path: Path) -> None:
    found = report(tmp_path, {"docs/pl/index.md": "---\ntitle: Główna\n---\n".encode("cp1250")})
    assert found == ["docs/pl/index.md:2:9: E-UTF8"]


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x9f"])
def test_a_control_character_is_named(character: str, tmp_path: Path) -> None:
    found = report(tmp_path, {"data/sources/all.yml": SOURCES.replace("Lista", f"Lis{character}ta")})
    assert found == ["data/sources/all.yml:2:13: E-CHARACTER"]


def test_a_nul_in_the_text_of_a_page_is_named(tmp_path: Path) -> None:
    found = report(tmp_path, {"docs/pl/index.md": "---\ntitle: Start\n---\n\nTe\0xt.\n"})
    assert found == ["docs/pl/index.md:5:3: E-CHARACTER"]


def test_a_byte_order_mark_is_welcome_and_shifts_nothing(tmp_path: Path) -> None:
    marked = b"\xef\xbb\xbf"
    page = marked + b"---\ntitle: Start\n---\n\nText.\n"
    assert report(tmp_path, {"data/sources/all.yml": marked + SOURCES.encode(), "docs/pl/index.md": page}) == []
    slip = marked + b"id: other\n"
    assert report(tmp_path, {"data/networks/rivers.yml": slip})[0] == "data/networks/rivers.yml:1:1: E-MISSING"


def test_the_line_ends_of_windows_are_welcome(tmp_path: Path) -> None:
    files = {name: str(content).replace("\n", "\r\n") for name, content in small_site().items()}
    assert report(tmp_path, files) == []


def test_a_file_of_more_than_256_kilobytes_is_refused(tmp_path: Path) -> None:
    found = report(tmp_path, {"data/sources/all.yml": SOURCES + "#" * 256 * 1024})
    assert found == ["data/sources/all.yml:1:1: E-SIZE"]


def test_a_text_as_long_as_a_book_is_refused(tmp_path: Path) -> None:
    found = report(tmp_path, {"data/sources/all.yml": SOURCES.replace("Lista miast", "lista " * 700)})
    assert found == ["data/sources/all.yml:2:10: E-LONG"]


def test_a_file_with_nothing_in_it_is_called_empty(tmp_path: Path) -> None:
    assert report(tmp_path, {"data/networks/rivers.yml": b""}) == ["data/networks/rivers.yml:1:1: E-EMPTY"]


@pytest.mark.parametrize("name", ["data/networks/lakes.yml", "data/networks/lakes", "docs/pl/lakes.md"])
def test_a_link_to_another_place_is_refused(name: str, tmp_path: Path) -> None:
    folder = write_files(tmp_path / "site", small_site())
    (tmp_path / "elsewhere").mkdir()
    (folder / name).symlink_to(tmp_path / "elsewhere")
    assert lines(check(folder), "en") == [
        f"{name}:1:1: E-SYMLINK this is a link to another place, not a file. Put the file itself here."
    ]


@pytest.mark.parametrize(
    "name",
    [
        "data",
        "docs",
        "docs/pl",
        "docs/pl/sieci",
        "data/networks",
        "data/cities",
        "data/cities/katowice",
        "data/site.yml",
    ],
)
def test_a_link_in_the_place_of_a_folder_is_refused_and_what_it_hides_is_not_missing(name: str, tmp_path: Path) -> None:
    folder = write_files(tmp_path / "site", small_site())
    (folder / name).rename(tmp_path / "elsewhere")
    (folder / name).symlink_to(tmp_path / "elsewhere")
    assert [f"{problem.place}: {problem.code}" for problem in check(folder)] == [f"{name}:1:1: E-SYMLINK"]


BAD_NAMES = {"escape": b"a\x1b[2J", "line": b"a\nb", "latin": b"a\xb3"}


@pytest.mark.parametrize("bad", BAD_NAMES.values(), ids=BAD_NAMES)
@pytest.mark.parametrize(
    ("folder", "ending", "code"),
    [
        ("data/sources/", ".yml", "E-PLACE"),
        ("data/networks/", ".yml", "E-PLACE"),
        ("docs/pl/", ".md", "E-PAGE-FILE"),
        ("docs/pl/", ".png", "E-PAGE-FILE"),
    ],
)
def test_a_file_whose_name_would_drive_a_terminal_is_refused(
    folder: str, ending: str, code: str, bad: bytes, tmp_path: Path
) -> None:
    found = check(write_files(tmp_path, small_site(changes={f"{folder}{os.fsdecode(bad)}{ending}": "x: y\n"})))
    assert [problem.code for problem in found] == [code]
    for text in (*(wording.as_text(found, language) for language in wording.LANGUAGES), wording.as_json(found)):
        assert all(line.isprintable() for line in text.splitlines())
    assert len(lines(found)) == 1


@pytest.mark.parametrize("name", ["data/networks/rivers.yml", "docs/pl/sieci/rivers.md"])
def test_a_file_that_may_not_be_read_is_named(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_files(tmp_path, small_site())
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == folder / name:
            raise PermissionError(path)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [f"{problem.place}: {problem.code}" for problem in check(folder)] == [f"{name}:1:1: E-OPEN"]


def test_columns_are_counted_in_letters_as_editors_count_them(tmp_path: Path) -> None:
    line = '  - { text: { pl: "Żółć, gęś 🦆 i jaźń.", en: Duck. }, żródła: [register], sources: [register] }'
    network = str(small_site()["data/networks/rivers.yml"]) + f"purposes:\n{line}\n"
    found = report(tmp_path, {"data/networks/rivers.yml": network})
    row, column = network.splitlines().index(line) + 1, line.index("żródła") + 1
    assert found == [f"data/networks/rivers.yml:{row}:{column}: E-KEY"]


# --- the catalogue ----------------------------------------------------------------------------------

CATALOGUE = wording.catalogue()


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_has_a_broken_file_or_a_reason_for_having_none(code: str) -> None:
    shown = any(name.partition("_")[0] == code for name in CASES)
    assert shown != (code in NOT_IN_A_TEXT_FILE)


def test_every_code_that_the_engine_uses_is_in_the_catalogue_and_the_other_way_round() -> None:
    code = re.compile(r'"([EW]-[A-Z0-9]+(?:-[A-Z0-9]+)*)"')
    used = {found for path in (ROOT / "hooks").rglob("*.py") for found in code.findall(path.read_text("utf-8"))}
    assert used == set(CATALOGUE)


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def wordings(entry: Mapping[str, Any]) -> list[Mapping[str, str]]:
    """An entry's message and its additions, each in both languages."""
    additions = [entry[key] for key in ("guess", "otherwise", "many", "hint") if key in entry]
    return [{language: entry[language] for language in wording.LANGUAGES}, *additions]


@pytest.mark.parametrize("code", CATALOGUE)
def test_both_languages_of_a_message_fill_the_same_blanks(code: str) -> None:
    for part in wordings(CATALOGUE[code]):
        assert blanks(part["pl"]) == blanks(part["en"])


@pytest.mark.parametrize("code", CATALOGUE)
def test_no_message_is_empty_and_each_ends_as_a_sentence(code: str) -> None:
    for part in wordings(CATALOGUE[code]):
        for language in wording.LANGUAGES:
            assert len(part[language]) > 10
            assert part[language].endswith((".", "?"))


def test_a_message_never_prints_what_would_drive_a_terminal(tmp_path: Path) -> None:
    escaped = SOURCES.replace("[pl]", r'["\e[2J\a"]')
    (line,) = lines(check(write_files(tmp_path, small_site(changes={"data/sources/all.yml": escaped}))), "en")
    assert line.isprintable()
