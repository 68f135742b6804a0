"""`translations` lists, `stamp` records and confirms, `stubs` writes what is missing; none of them loses anything."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from small_site import CITIES, NETWORK, ROOT, check, small_site, stamped, write_files

from opencity.cli import main
from opencity.pages.recorded import ADDRESSES
from opencity.problems import wording
from opencity.translations.stamps import STAMPS

RIVERS = "data/networks/rivers.yml"
PAGES = {
    "docs/pl/kontakt.md": "---\ntitle: Kontakt\n---\n\nTekst.\n",
    "docs/en/kontakt.md": "---\ntitle: Contact\n---\n\nText.\n",
}
EVERYTHING = 14
"""Translations of the small site with one page more."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_files(tmp_path, small_site(city="zakopane", changes=PAGES))


def run(folder: Path, *arguments: str) -> int:
    return main([*arguments, "--root", str(folder), "--lang", "en"])


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def outdate(folder: Path) -> None:
    """Change the original of a page and that of a text."""
    (folder / "docs/pl/kontakt.md").write_text("---\ntitle: Kontakt\n---\n\nNowy tekst.\n", encoding="utf-8")
    (folder / RIVERS).write_text(NETWORK.replace("Sieć miast nad", "Związek miast nad"), encoding="utf-8")


def test_the_first_stamp_records_everything_and_the_second_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "stamp") == 0
    assert said(capsys) == [
        f"New translations recorded: {EVERYTHING}.",
        "Addresses of pages recorded: data/addresses.yml.",
    ]
    before = (folder / STAMPS).read_bytes(), (folder / ADDRESSES).read_bytes()
    assert run(folder, "stamp") == 0
    assert said(capsys) == ["Everything was recorded already."]
    assert ((folder / STAMPS).read_bytes(), (folder / ADDRESSES).read_bytes()) == before


def test_translations_lists_every_state_with_its_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stamped(folder)
    outdate(folder)
    for path, title in (("nowa", "Nowa"), ("pusta", "Pusta")):
        (folder / f"docs/pl/{path}.md").write_text(f"---\ntitle: {title}\n---\n", encoding="utf-8")
    (folder / "docs/en/nowa.md").write_text("---\ntitle: New\n---\n", encoding="utf-8")
    (folder / "docs/en/pusta.md").write_text("---\nuntranslated: true\n---\n", encoding="utf-8")
    (folder / "docs/pl/rejestr.md").unlink()
    assert run(folder, "translations") == 0
    assert said(capsys) == [
        "en:",
        "  older than the original: 2",
        f"    {RIVERS}:8: summary original: {RIVERS}:8",
        "    docs/en/kontakt.md:1: original: docs/pl/kontakt.md",
        "  missing: 1",
        "    docs/en/pusta.md:2: original: docs/pl/pusta.md",
        "  without an original: 1",
        "    docs/en/rejestr.md:1: original: docs/pl/rejestr.md",
        "  new, not recorded yet: 1",
        "    docs/en/nowa.md:1: original: docs/pl/nowa.md",
        f"  up to date: {EVERYTHING - 3}",
    ]


def test_a_stamp_never_confirms_what_is_outdated(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stamped(folder)
    outdate(folder)
    capsys.readouterr()
    assert run(folder, "stamp") == 0
    assert said(capsys) == ["Still to be reviewed: 2 (make translations MESSAGES=en)."]
    assert [problem.code for problem in check(folder)] == ["W-OUTDATED", "W-OUTDATED"]


def test_a_reviewed_file_is_confirmed_and_no_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stamped(folder)
    outdate(folder)
    capsys.readouterr()
    assert run(folder, "stamp", "./docs/en/kontakt.md") == 0
    assert said(capsys) == [
        "Confirmed: docs/en/kontakt.md:1.",
        "Still to be reviewed: 1 (make translations MESSAGES=en).",
    ]
    assert [problem.place.file for problem in check(folder)] == [RIVERS]
    assert run(folder, "stamp", str(folder / RIVERS)) == 0
    assert said(capsys) == [f"Confirmed: {RIVERS}:8 summary."]
    assert check(folder) == ()
    assert (folder / STAMPS).read_text(encoding="utf-8").count("docs/en/kontakt.md") == 1


def test_everything_can_be_confirmed_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stamped(folder)
    outdate(folder)
    capsys.readouterr()
    assert run(folder, "stamp", "--all") == 0
    assert said(capsys) == ["Confirmed: docs/en/kontakt.md:1.", f"Confirmed: {RIVERS}:8 summary."]
    assert check(folder) == ()


def test_with_files_nothing_else_is_recorded(folder: Path) -> None:
    stamped(folder)
    outdate(folder)
    new = {"docs/pl/nowa.md": "---\ntitle: Nowa\n---\n", "docs/en/nowa.md": "---\ntitle: New\n---\n"}
    write_files(folder, new)
    assert run(folder, "stamp", RIVERS) == 0
    assert "nowa" not in (folder / STAMPS).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("docs/en/kontact.md", "there is no such translation"),
        ("data/networks/lakes.yml", "there is no such translation"),
        ("../outside.md", "there is no such translation"),
        ("docs/pl/kontakt.md", "this is the original. What is confirmed are its translations: docs/en/kontakt.md."),
        ("docs/en/rejestr.md", "there is no translation here yet"),
    ],
)
def test_a_file_that_is_no_translation_is_refused_and_nothing_is_written(
    given: str, answer: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "docs/en/rejestr.md").write_text("---\nuntranslated: true\n---\n", encoding="utf-8")
    stamped(folder)
    outdate(folder)
    before = (folder / STAMPS).read_bytes()
    assert run(folder, "stamp", "docs/en/kontakt.md", given) == 2
    assert f"{given}: {answer}" in capsys.readouterr().err
    assert (folder / STAMPS).read_bytes() == before


@pytest.mark.parametrize(
    ("line", "code"), [("- docs/en/kontakt.md: pl nothing", "E-STAMP"), ("<<<<<<< HEAD", "E-CONFLICT")]
)
def test_while_a_line_of_the_stamps_is_unread_nothing_is_written(
    line: str, code: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stamped(folder)
    with (folder / STAMPS).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    before = (folder / STAMPS).read_bytes()
    assert run(folder, "stamp") == 1
    assert f" {code} " in capsys.readouterr().err
    assert (folder / STAMPS).read_bytes() == before


def test_errors_elsewhere_hold_back_only_what_could_be_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stamped(folder)
    before = (folder / STAMPS).read_text(encoding="utf-8")
    (folder / RIVERS).write_text("id: [\n", encoding="utf-8")
    write_files(folder, {"docs/pl/nowa.md": "---\ntitle: Nowa\n---\n", "docs/en/nowa.md": "---\ntitle: New\n---\n"})
    capsys.readouterr()
    assert run(folder, "stamp") == 0
    assert said(capsys)[0] == "New translations recorded: 1."
    after = (folder / STAMPS).read_text(encoding="utf-8")
    assert {*before.splitlines()} < {*after.splitlines()}
    assert "nowa" not in (folder / ADDRESSES).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["translations", "stamp", "stubs"])
def test_settings_that_cannot_be_read_are_told_of(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "data/site.yml").write_text("city: [\n", encoding="utf-8")
    assert run(folder, command) == 1
    assert "data/site.yml:1:8: E-BRACKET" in capsys.readouterr().err


def test_a_stamp_that_is_interrupted_leaves_the_file_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamped(folder)
    outdate(folder)
    before = (folder / STAMPS).read_bytes()

    def interrupted(path: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run(folder, "stamp", "--all")
    assert (folder / STAMPS).read_bytes() == before


def test_stubs_are_written_for_what_is_missing_in_either_language_and_overwrite_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(folder, {"docs/pl/nowa.md": "---\ntitle: Nowa\n---\n", "docs/en/news.md": "---\ntitle: News\n---\n"})
    contact = (folder / "docs/en/kontakt.md").read_bytes()
    assert run(folder, "stubs") == 0
    assert said(capsys)[:-1] == ["docs/pl/news.md", "docs/en/nowa.md"]
    assert (folder / "docs/en/nowa.md").read_text(encoding="utf-8") == "---\nuntranslated: true\n---\n"
    assert (folder / "docs/en/kontakt.md").read_bytes() == contact
    assert {problem.code for problem in check(folder)} == {"W-UNTRANSLATED"}
    assert run(folder, "stubs") == 0
    assert said(capsys)[:-1] == []


def test_no_stub_is_written_for_a_translation_that_lies_elsewhere(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "docs/en/sieci/rivers.md").rename(folder / "docs/en/sieci/rzeki.md")
    assert run(folder, "stubs") == 0
    assert said(capsys)[:-1] == []


def test_both_languages_of_the_commands_say_the_same() -> None:
    for entry in yaml.safe_load((ROOT / "hooks/opencity/answers.yml").read_text(encoding="utf-8")).values():
        assert set(entry) == set(wording.LANGUAGES)
        blanks = [{part.partition("}")[0] for part in text.split("{")[1:]} for text in entry.values()]
        assert blanks[0] == blanks[1]


def test_any_city_can_stamp(tmp_path: Path) -> None:
    for city in CITIES:
        assert check(stamped(write_files(tmp_path / city, small_site(city=city)))) == ()
