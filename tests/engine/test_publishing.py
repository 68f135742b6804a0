"""A site is replaced whole or not at all: whatever fails, the last one stays or comes back at the next start."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from small_site import ROOT, build, small_site, write_files

from opencity.problems import ContentErrors
from opencity.publishing.manifest import NAME, differences, write_manifest
from opencity.publishing.swap import Publication, Stage, begin, end, publish

OLD = {"index.html": b"old", "en/index.html": b"old, in English", "only-old.html": b"x"}
NEW = {"index.html": b"new", "en/index.html": b"new, in English", "only-new.html": b"y"}

ALWAYS = (Stage.LOCK, Stage.MEND, Stage.MAKE)
"""The stages before a page is built."""


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, the manifest left out."""
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in paths.items() if name != NAME}


def whole_run(site: Path, content: Mapping[str, bytes], reached: Callable[[Stage], None] = lambda stage: None) -> None:
    """What one build does, with MkDocs left out."""
    publication = begin(site, reached)
    try:
        write_files(publication.new, content)
        write_manifest(publication.new)
        publish(publication)
    finally:
        end(publication)


def full_disk_at(wanted: Stage) -> Callable[[Stage], None]:
    def reached(stage: Stage) -> None:
        if stage == wanted:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return reached


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with the last site."""
    whole_run(tmp_path / "place" / "site", OLD)
    return tmp_path / "place" / "site"


def alone(site: Path) -> bool:
    """Whether nothing lies beside the site."""
    return [path.name for path in site.parent.iterdir()] == [site.name]


def test_a_new_site_takes_the_place_of_the_old_one_and_leaves_nothing_beside_it(site: Path) -> None:
    whole_run(site, NEW)
    assert files(site) == NEW
    assert alone(site)


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage != Stage.OLD_GONE])
def test_a_full_disk_at_any_stage_leaves_the_last_site_as_it_was(stage: Stage, site: Path) -> None:
    with pytest.raises(ContentErrors) as told:
        whole_run(site, NEW, full_disk_at(stage))
    (problem,) = told.value.problems
    assert (problem.code, problem.details["given"]) == ("E-SITE-WRITE", os.strerror(errno.ENOSPC))
    assert files(site) == OLD
    assert differences(site) == ()
    whole_run(site, NEW)
    assert files(site) == NEW
    assert alone(site)


def test_an_old_site_that_cannot_be_deleted_goes_at_the_next_start(site: Path) -> None:
    whole_run(site, NEW, full_disk_at(Stage.OLD_GONE))
    assert files(site) == NEW
    assert not alone(site)
    whole_run(site, OLD)
    assert files(site) == OLD
    assert alone(site)


KILLED = """
import os, signal, sys
from pathlib import Path
from opencity.publishing.swap import Stage
from test_publishing import NEW, whole_run

def reached(stage):
    if stage == Stage(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

whole_run(Path(sys.argv[1]), NEW, reached)
"""


@pytest.mark.parametrize("stage", Stage)
def test_a_build_that_is_killed_at_any_stage_is_mended_by_the_next_start(stage: Stage, site: Path) -> None:
    paths = os.pathsep.join([str(ROOT / "hooks"), str(ROOT / "tests" / "engine")])
    command = [sys.executable, "-c", KILLED, str(site), stage.value]
    killed = subprocess.run(command, env={**os.environ, "PYTHONPATH": paths}, check=False, timeout=60)
    assert killed.returncode == -9
    if stage != Stage.NEW_IN:
        assert files(site) == (NEW if stage == Stage.OLD_GONE else OLD)
    publication = begin(site)
    assert files(site) == (NEW if stage == Stage.OLD_GONE else OLD)
    assert differences(site) == ()
    assert files(publication.new) == {}
    end(publication)
    assert alone(site)


def test_an_empty_folder_made_where_the_site_was_does_not_cost_the_last_site(site: Path) -> None:
    site.rename(site.with_name(".site.old"))
    site.mkdir()
    end(begin(site))
    assert files(site) == OLD


def test_a_build_that_fails_leaves_the_last_site_and_nothing_beside_it(site: Path) -> None:
    publication = begin(site)
    write_files(publication.new, NEW)
    end(publication)
    assert files(site) == OLD
    assert alone(site)


@pytest.mark.parametrize("change", ["changed", "added", "deleted", "unfinished"])
def test_a_site_that_changed_after_it_was_checked_is_not_published(change: str, site: Path) -> None:
    publication = begin(site)
    write_files(publication.new, NEW)
    write_manifest(publication.new)
    name = {"changed": "index.html", "added": "more.html", "deleted": "only-new.html", "unfinished": NAME}[change]
    if change in ("changed", "added"):
        (publication.new / name).write_bytes(b"z")
    else:
        (publication.new / name).unlink()
    with pytest.raises(ContentErrors) as told:
        publish(publication)
    end(publication)
    assert [(problem.code, problem.place.file) for problem in told.value.problems] == [("E-SITE-CHANGED", name)]
    assert files(site) == OLD


def test_of_two_builds_at_once_the_second_refuses_and_harms_nothing(site: Path) -> None:
    first = begin(site)
    write_files(first.new, NEW)
    with pytest.raises(ContentErrors) as told:
        begin(site)
    assert [problem.code for problem in told.value.problems] == ["E-SITE-BUSY"]
    write_manifest(first.new)
    publish(first)
    end(first)
    assert files(site) == NEW
    assert alone(site)


def test_only_one_of_many_that_start_together_builds(site: Path) -> None:
    begun: list[Publication] = []
    refused: list[ContentErrors] = []
    start = threading.Barrier(8)

    def run() -> None:
        start.wait()
        try:
            begun.append(begin(site))
        except ContentErrors as errors:
            refused.append(errors)

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(begun), len(refused)) == (1, 7)
    end(begun[0])


def test_a_first_site_is_put_where_there_was_no_folder(tmp_path: Path) -> None:
    whole_run(tmp_path / "a" / "b" / "site", NEW)
    assert files(tmp_path / "a" / "b" / "site") == NEW


def test_a_site_behind_a_link_stays_behind_it(site: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(site)
    whole_run(tmp_path / "link", NEW)
    assert (tmp_path / "link").is_symlink()
    assert files(site) == NEW


def test_a_link_to_a_folder_that_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "there")
    whole_run(tmp_path / "link", NEW)
    assert files(tmp_path / "there") == NEW


def test_a_file_in_the_place_of_the_site_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"precious")
    with pytest.raises(ContentErrors) as told:
        begin(tmp_path / "site")
    assert [problem.code for problem in told.value.problems] == ["E-SITE-WRITE"]
    assert (tmp_path / "site").read_bytes() == b"precious"


def test_hidden_files_of_the_place_stay_as_they_do_with_mkdocs(site: Path) -> None:
    write_files(site, {".git/HEAD": b"ref", ".htaccess": b"deny", ".new": b"old"})
    (site / ".link").symlink_to("nowhere")
    whole_run(site, {**NEW, ".new": b"new"})
    assert files(site) == {**NEW, ".git/HEAD": b"ref", ".htaccess": b"deny", ".new": b"new"}
    assert (site / ".link").readlink() == Path("nowhere")


def test_the_manifest_is_sorted_and_read_by_the_usual_tool(site: Path) -> None:
    lines = (site / NAME).read_text(encoding="utf-8").splitlines()
    assert [line[66:] for line in lines] == sorted(OLD)
    checked = subprocess.run(["sha256sum", "--check", "--strict", NAME], cwd=site, capture_output=True, check=False)
    assert checked.returncode == 0


# --- with MkDocs ------------------------------------------------------------------------------------------


def test_two_builds_are_the_same_to_the_byte_and_a_red_one_keeps_the_last(tmp_path: Path) -> None:
    """Across folder, time zone, seed of hashes, locale and file times; then a warning that MkDocs itself finds."""
    here, there = (write_files(tmp_path / name, small_site("lodz")) for name in ("here", "a ź/there"))
    first = build(here)
    for path in (path for path in there.rglob("*") if path.is_file()):
        os.utime(path, (86_400, 86_400))
    shutil.copytree(here / "hooks", there / "hooks", copy_function=shutil.copy)
    shutil.copytree(here / "overrides", there / "overrides", copy_function=shutil.copy)
    shutil.copy(here / "mkdocs.yml", there / "mkdocs.yml")
    strange = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C", "LANG": "C"}
    second = mkdocs(there, strange, "--strict")
    assert second.returncode == 0, second.stdout + second.stderr
    assert files(there / "site") == files(first.folder)
    assert (there / "site" / NAME).read_bytes() == (first.folder / NAME).read_bytes()
    assert differences(first.folder) == ()
    settings = (here / "mkdocs.yml").read_text(encoding="utf-8")
    (here / "mkdocs.yml").write_text(f"{settings}nav: [gone.md]\n", encoding="utf-8")
    red = mkdocs(here, {}, "--strict", "-q")
    assert red.returncode == 1, red.stdout + red.stderr
    assert "gone.md" in red.stdout + red.stderr
    assert files(here / "site") == files(there / "site")
    assert [path.name for path in here.iterdir() if re.match(r"\.site", path.name)] == []


def test_a_fault_of_the_finished_site_is_told_by_its_place_and_stops_it(tmp_path: Path) -> None:
    folder = write_files(tmp_path, small_site())
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    template = folder / "overrides" / "main.html"
    page = template.read_text(encoding="utf-8").replace("</body>", '<img src="gone.png" alt="">\n</body>')
    template.write_text(page, encoding="utf-8")
    output = build(folder, expect=1).output
    assert re.search(r"^index\.html:\d+:1: E-SITE-LINK .*„gone\.png”", output, flags=re.MULTILINE)
    assert "Traceback" not in output
    assert not (folder / "site").exists()


def mkdocs(folder: Path, environment: Mapping[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    """MkDocs as a command in a folder, with an environment of its own."""
    told = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795132800", **environment}
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    return subprocess.run(command, cwd=folder, env=told, capture_output=True, text=True, check=False, timeout=300)
