"""What a translation was made from: lines that merge, states in both directions, and no need of any history."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from small_site import NETWORK, ROOT, TODAY, check, lines, small_site, stamped, write_files

from opencity.register.yaml_reader import read_yaml
from opencity.site.engine import check_content
from opencity.stamp import Refused, stamp
from opencity.translations.stamps import STAMPS, Subject, parse_stamps, stamps_file
from opencity.translations.status import State

NOTES = """\
notes:
  - { text: { pl: Pierwsza., en: First. }, sources: [register] }
  - { text: { pl: Druga., en: Second. }, sources: [register] }
"""
RIVERS = "data/networks/rivers.yml"
PATH = "data/cities/katowice/memberships/rivers.yml"
POLISH = "---\ntitle: Kontakt\n---\n\nTekst.\n"
ENGLISH = "---\ntitle: Contact\n---\n\nText.\n"
PAGES = {"docs/pl/kontakt.md": POLISH, "docs/en/kontakt.md": ENGLISH}


def site(folder: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """A small site on which everything is stamped."""
    return stamped(write_files(folder, small_site(changes={RIVERS: NETWORK + NOTES, **PAGES, **(changes or {})})))


def replace(folder: Path, name: str, old: str, new: str) -> None:
    """Change one file."""
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def states(folder: Path) -> list[str]:
    """Every translation that is not current: its state, its language, its place."""
    found = check_content(folder, today=TODAY).translations.found
    return [
        f"{each.state} {each.locale} {each.place.file}:{each.place.mark.line}"
        for each in found
        if each.state is not State.CURRENT
    ]


# --- the file -------------------------------------------------------------------------------------------


def test_what_is_written_is_read_again_sorted_and_good_yaml(tmp_path: Path) -> None:
    text = (site(tmp_path) / STAMPS).read_text(encoding="utf-8")
    read = parse_stamps(text)
    assert read.problems == ()
    assert stamps_file(read.stamps) == text
    body = [line for line in text.splitlines() if not line.startswith("#")]
    assert body == sorted(body)
    listed = yaml.safe_load(text)
    assert listed == read_yaml(text.encode(), STAMPS).tree
    assert len(listed) == len(body)


def test_a_line_can_be_found_by_the_name_of_its_file(tmp_path: Path) -> None:
    text = (site(tmp_path) / STAMPS).read_text(encoding="utf-8").splitlines()
    assert [line.partition(": ")[0] for line in text if RIVERS in line] == [
        f"- {RIVERS} label en",
        f"- {RIVERS} notes.text en",
        f"- {RIVERS} notes.text en",
        f"- {RIVERS} summary en",
    ]
    assert [line.partition(": ")[0] for line in text if "kontakt" in line] == ["- docs/en/kontakt.md"]


SUBJECTS = st.one_of(
    st.builds(
        lambda path, locale: Subject(f"docs/{locale}/{path}.md", "", locale, "pl"),
        st.from_regex(r"[a-z0-9]{1,8}(/[a-z0-9-]{1,8})?", fullmatch=True),
        st.sampled_from(["en", "uk"]),
    ),
    st.builds(
        lambda name, field, locale: Subject(f"data/networks/{name}.yml", field, locale, "en"),
        st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True),
        st.from_regex(r"[a-z_]{1,8}(\.[a-z0-9-]{1,8})?", fullmatch=True),
        st.sampled_from(["pl", "uk"]),
    ),
)
HASHES = st.frozensets(st.from_regex(r"[0-9a-f]{12}", fullmatch=True), min_size=1, max_size=3)


@given(st.dictionaries(SUBJECTS, HASHES, max_size=6), st.randoms(use_true_random=False))
def test_no_order_of_lines_and_no_line_twice_changes_what_is_read(
    stamps: dict[Subject, frozenset[str]], random: Random
) -> None:
    body = stamps_file(stamps).splitlines()
    random.shuffle(body)
    read = parse_stamps("\r\n".join([*body, *body[:3]]))
    assert (dict(read.stamps), read.problems) == (stamps, ())


def test_a_bad_line_costs_no_other(tmp_path: Path) -> None:
    folder = site(tmp_path)
    with (folder / STAMPS).open("a", encoding="utf-8") as file:
        file.write("- docs/en/kontakt.md: pl zzz\n")
    replace(folder, "docs/pl/kontakt.md", "Tekst", "Nowy tekst")
    assert states(folder) == ["outdated en docs/en/kontakt.md:1"]
    assert [problem.code for problem in check(folder)] == ["E-STAMP"]


def test_line_ends_of_old_computers_lose_no_stamp(tmp_path: Path) -> None:
    folder = site(tmp_path)
    written = (folder / STAMPS).read_bytes()
    (folder / STAMPS).write_bytes(written.replace(b"\n", b"\r"))
    replace(folder, "docs/pl/kontakt.md", "Tekst", "Nowy tekst")
    assert states(folder) == ["outdated en docs/en/kontakt.md:1"]


def test_a_file_saved_as_utf_16_is_one_problem_and_stays_as_it_is(tmp_path: Path) -> None:
    folder = site(tmp_path)
    saved = (folder / STAMPS).read_text("utf-8").encode("utf-16")
    (folder / STAMPS).write_bytes(saved)
    assert [problem.code for problem in check(folder)] == ["E-UTF8"]
    with pytest.raises(Refused):
        [*stamp(folder, [], "pl")]
    assert (folder / STAMPS).read_bytes() == saved


# --- the states -----------------------------------------------------------------------------------------


def test_what_is_stamped_is_current(tmp_path: Path) -> None:
    assert states(site(tmp_path)) == []
    assert check(tmp_path) == ()


def test_a_page_is_outdated_when_its_original_changes_and_not_when_it_is_changed_itself(tmp_path: Path) -> None:
    folder = site(tmp_path)
    replace(folder, "docs/en/kontakt.md", "Text", "Other text")
    assert states(folder) == []
    replace(folder, "docs/pl/kontakt.md", "Tekst", "Inny tekst")
    assert states(folder) == ["outdated en docs/en/kontakt.md:1"]
    replace(folder, "docs/pl/kontakt.md", "Inny tekst", "Tekst")
    assert states(folder) == []


def test_noise_makes_nothing_outdated(tmp_path: Path) -> None:
    folder = site(tmp_path)
    replace(folder, "docs/pl/kontakt.md", "title: Kontakt", "order: 7\ntitle:  Kontakt\nupdated: 2026-11-20")
    replace(folder, "docs/pl/kontakt.md", "Tekst.", "<!-- do zrobienia -->\n\nTekst.   \n\n")
    replace(folder, RIVERS, "pl: Pierwsza.", 'pl: "Pierwsza.  "')
    assert states(folder) == []


def test_a_page_whose_original_is_english_goes_the_other_way(tmp_path: Path) -> None:
    folder = site(tmp_path, {"docs/en/kontakt.md": ENGLISH.replace("title", "original: en\ntitle")})
    replace(folder, "docs/pl/kontakt.md", "Tekst", "Inny tekst")
    assert states(folder) == []
    replace(folder, "docs/en/kontakt.md", "Text", "Other text")
    assert states(folder) == ["outdated pl docs/pl/kontakt.md:1"]


def test_a_text_of_the_register_is_outdated_in_its_own_line(tmp_path: Path) -> None:
    folder = site(tmp_path)
    replace(folder, RIVERS, "pl: Druga.", "pl: Całkiem inna.")
    assert states(folder) == [f"outdated en {RIVERS}:14"]
    replace(folder, PATH, "Sieć przyjmuje miasto.", "Sieć przyjęła miasto.")
    assert [line.partition(":")[0] for line in states(folder)] == [f"outdated en {PATH}", f"outdated en {RIVERS}"]


def test_a_text_whose_original_is_english_goes_the_other_way(tmp_path: Path) -> None:
    folder = site(tmp_path, {RIVERS: NETWORK.replace("on rivers. }", "on rivers., original: en }")})
    replace(folder, RIVERS, "Sieć miast nad rzekami.", "Sieć miast.")
    assert states(folder) == []
    replace(folder, RIVERS, "on rivers., original", "by rivers., original")
    assert states(folder) == [f"outdated pl {RIVERS}:8"]


def test_an_entry_above_makes_no_other_outdated_and_is_new_itself(tmp_path: Path) -> None:
    folder = site(tmp_path)
    replace(folder, RIVERS, "notes:\n", "notes:\n  - { text: { pl: Nowa., en: New. }, sources: [register] }\n")
    assert states(folder) == [f"new en {RIVERS}:13"]


def test_entries_may_change_places(tmp_path: Path) -> None:
    folder = site(tmp_path)
    first, second = NOTES.splitlines()[1:]
    replace(folder, RIVERS, f"{first}\n{second}", f"{second}\n{first}")
    assert states(folder) == []


def test_an_entry_that_goes_leaves_nothing_to_do_and_the_next_stamp_forgets_it(tmp_path: Path) -> None:
    folder = site(tmp_path)
    replace(folder, RIVERS, NOTES.splitlines()[2] + "\n", "")
    assert states(folder) == []
    before = (folder / STAMPS).read_text(encoding="utf-8").count("notes.text")
    stamped(folder)
    assert (before, (folder / STAMPS).read_text(encoding="utf-8").count("notes.text")) == (2, 1)


def test_a_translation_without_its_original_is_orphaned_until_it_is_made_the_original(tmp_path: Path) -> None:
    folder = site(tmp_path)
    (folder / "docs/pl/kontakt.md").unlink()
    assert states(folder) == ["orphaned en docs/en/kontakt.md:1"]
    stamped(folder)
    assert states(folder) == ["orphaned en docs/en/kontakt.md:1"]
    replace(folder, "docs/en/kontakt.md", "title", "original: en\ntitle")
    assert states(folder) == ["missing pl docs/pl/kontakt.md:1"]
    stamped(folder)
    assert "kontakt" not in (folder / STAMPS).read_text(encoding="utf-8")


def move(folder: Path, old: str, new: str) -> None:
    """Rename a page in both languages."""
    for locale in ("pl", "en"):
        (folder / "docs" / locale / old).rename(folder / "docs" / locale / new)


def test_a_page_that_moves_is_current_under_its_new_name(tmp_path: Path) -> None:
    folder = site(tmp_path)
    move(folder, "kontakt.md", "pytania.md")
    list(stamp(folder, (), "pl"))
    assert states(folder) == []
    assert "kontakt.md" not in (folder / STAMPS).read_text(encoding="utf-8")


def test_an_outdated_page_that_moves_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    folder = site(tmp_path)
    replace(folder, "docs/pl/kontakt.md", "Tekst.", "Inny tekst.")
    move(folder, "kontakt.md", "pytania.md")
    told = list(stamp(folder, (), "en"))
    assert "Still to be reviewed: 1 (make translations MESSAGES=en)." in told
    assert states(folder) == ["new en docs/en/pytania.md:1"]
    list(stamp(folder, ("docs/en/pytania.md",), "en"))
    list(stamp(folder, (), "en"))
    assert states(folder) == []
    assert "kontakt.md" not in (folder / STAMPS).read_text(encoding="utf-8")


def test_a_text_of_a_step_that_got_another_id_and_other_words_waits_for_a_review(tmp_path: Path) -> None:
    folder = site(tmp_path)
    replace(folder, PATH, "id: admission", "id: entry")
    list(stamp(folder, (), "pl"))
    assert states(folder) == []
    replace(folder, PATH, "Sieć przyjmuje miasto.", "Sieć przyjmuje dwa miasta.")
    replace(folder, PATH, "id: entry", "id: admission")
    list(stamp(folder, (), "pl"))
    assert [state.partition(" ")[0] for state in states(folder)] == ["new"]
    list(stamp(folder, (), "pl", everything=True))
    assert states(folder) == []


def test_of_a_page_that_went_in_both_languages_nothing_is_told(tmp_path: Path) -> None:
    folder = site(tmp_path)
    for name in PAGES:
        (folder / name).unlink()
    assert states(folder) == []
    stamped(folder)
    assert "kontakt" not in (folder / STAMPS).read_text(encoding="utf-8")


def test_a_stub_and_a_text_without_words_are_missing_and_new_when_they_are_filled(tmp_path: Path) -> None:
    folder = site(tmp_path, {"docs/en/kontakt.md": "---\nuntranslated: true\n---\n"})
    replace(folder, RIVERS, ", en: Second.", "")
    assert states(folder) == ["missing en docs/en/kontakt.md:2", f"missing en {RIVERS}:14"]
    stamped(folder)
    (folder / "docs/en/kontakt.md").write_text(ENGLISH, encoding="utf-8")
    replace(folder, RIVERS, "pl: Druga.", "pl: Druga., en: Second.")
    assert states(folder) == ["new en docs/en/kontakt.md:1", f"new en {RIVERS}:14"]


def test_a_file_that_cannot_be_read_takes_no_stamp_with_it(tmp_path: Path) -> None:
    folder = site(tmp_path)
    before = (folder / STAMPS).read_bytes()
    for name, old in ((RIVERS, "kind: network"), ("docs/pl/kontakt.md", "title: Kontakt")):
        replace(folder, name, old, f"{old}: x:")
    stamped(folder)
    assert (folder / STAMPS).read_bytes() == before


def test_a_language_that_is_not_published_keeps_its_stamps(tmp_path: Path) -> None:
    folder = site(tmp_path)
    kept = "- docs/uk/kontakt.md: pl 1a2b3c4d5e6f\n"
    with (folder / STAMPS).open("a", encoding="utf-8") as file:
        file.write(kept)
    stamped(folder)
    assert kept in (folder / STAMPS).read_text(encoding="utf-8")


# --- git ------------------------------------------------------------------------------------------------


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, as somebody, without anybody's settings."""
    who = (
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@b.c",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "core.hooksPath=/dev/null",
    )
    result = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return result.stdout


def branch(folder: Path, name: str, changes: Mapping[tuple[str, str], str]) -> None:
    """Change originals on a branch of their own, and confirm all translations there."""
    git(folder, "checkout", "-q", "-b", name, "first")
    for (file, old), new in changes.items():
        replace(folder, file, old, new)
    stamped_all(folder)
    git(folder, "commit", "-q", "-a", "-m", name)


def stamped_all(folder: Path) -> None:
    """Confirm everything, as `make stamp ALL=1` does."""
    from opencity.stamp import stamp

    assert [*stamp(folder, (), "en", everything=True)]


@pytest.fixture
def merged(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Two people have changed neighbouring texts, translated them and stamped; then one merges the other."""
    folder = site(tmp_path, {".gitattributes": (ROOT / ".gitattributes").read_bytes()})
    git(folder, "init", "-q", "-b", "first")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "all")
    branch(folder, "one", {("docs/pl/kontakt.md", "Tekst."): "Jeden.", (RIVERS, "pl: Pierwsza."): "pl: Jedna."})
    branch(folder, "other", {("docs/pl/index.md", "Text."): "Drugi.", (RIVERS, "pl: Sieć miast"): "pl: Sieci miast"})
    ours, theirs = request.param
    git(folder, "checkout", "-q", ours)
    git(folder, "merge", "-q", "-m", "both", theirs)
    return folder


both_ways = pytest.mark.parametrize("merged", [("one", "other"), ("other", "one")], indirect=True)


@both_ways
def test_two_branches_merge_without_a_conflict_and_everything_is_current(merged: Path) -> None:
    assert states(merged) == []
    assert check(merged) == ()


@both_ways
def test_after_a_merge_the_next_stamp_leaves_a_line_for_each_text(merged: Path) -> None:
    stamped(merged)
    text = (merged / STAMPS).read_text(encoding="utf-8")
    assert stamps_file(parse_stamps(text).stamps) == text
    assert states(merged) == []
    assert text.count("- docs/en/kontakt.md") == 1


def test_where_both_changed_one_text_whichever_is_kept_is_current_and_a_third_is_not(tmp_path: Path) -> None:
    folder = site(tmp_path, {".gitattributes": (ROOT / ".gitattributes").read_bytes()})
    git(folder, "init", "-q", "-b", "first")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "all")
    branch(folder, "one", {("docs/pl/kontakt.md", "Tekst."): "Jeden."})
    branch(folder, "other", {("docs/pl/kontakt.md", "Tekst."): "Drugi."})
    with pytest.raises(subprocess.CalledProcessError):
        git(folder, "merge", "-q", "one")  # a conflict in the page, and only there
    assert git(folder, "diff", "--name-only", "--diff-filter=U").split() == ["docs/pl/kontakt.md"]
    page = folder / "docs/pl/kontakt.md"
    for kept, expected in (("Jeden.", []), ("Drugi.", []), ("Trzeci.", ["outdated en docs/en/kontakt.md:1"])):
        page.write_text(POLISH.replace("Tekst.", kept), encoding="utf-8")
        assert states(folder) == expected


def test_marks_of_a_conflict_are_told_of_once_and_both_sides_count(tmp_path: Path) -> None:
    """As on a code host, whose own merges know no `.gitattributes`."""
    folder = site(tmp_path)
    line = next(each for each in (folder / STAMPS).read_text("utf-8").splitlines() if "docs/en/kontakt.md" in each)
    replace(folder, STAMPS, line, f"<<<<<<< one\n{line}\n=======\n- docs/en/kontakt.md: pl 000000000000\n>>>>>>> other")
    assert [problem.code for problem in check(folder)] == ["E-CONFLICT"]
    assert states(folder) == []


def test_no_history_is_needed(tmp_path: Path) -> None:
    """A squash, a shallow clone, a fork without any commit, a folder without git: the files say it all."""
    folder = site(tmp_path / "origin")
    git(folder, "init", "-q", "-b", "first")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "all")
    replace(folder, "docs/pl/kontakt.md", "Tekst", "Inny tekst")
    git(folder, "commit", "-q", "-a", "-m", "changed")
    git(tmp_path, "clone", "-q", "--depth", "1", folder.as_uri(), "shallow")
    git(tmp_path, "clone", "-q", folder.as_uri(), "squashed")
    squashed = tmp_path / "squashed"
    git(squashed, "checkout", "-q", "--orphan", "one-commit")
    git(squashed, "commit", "-q", "-m", "all in one")
    plain = write_files(
        tmp_path / "plain",
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and ".git" not in path.relative_to(folder).parts
        },
    )
    for each in (folder, tmp_path / "shallow", squashed, plain):
        assert states(each) == ["outdated en docs/en/kontakt.md:1"]


def test_more_than_ten_of_a_kind_are_one_line(tmp_path: Path) -> None:
    pages = {f"docs/pl/strona-{number}.md": f"---\ntitle: Strona {number}\n---\n\nA.\n" for number in range(11)}
    twins = {name.replace("/pl/", "/en/"): text.replace("Strona", "Page") for name, text in pages.items()}
    folder = site(tmp_path, {**pages, **twins})
    for name in pages:
        replace(folder, name, "A.", "B.")
    (line,) = lines(check(folder), "en")
    assert " W-OUTDATED translations into “en” that are older than their originals: 11. " in line
    assert line.count("docs/en/strona-") == 4
    assert line.endswith("The whole list: make translations.")
