"""Setting up and handing over: what the commands say, what no file may hold, whose each file is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from small_site import ROOT, TODAY

from opencity.owners import owner_of
from opencity.register.loader import load


def tracked() -> list[str]:
    """The files of this checkout that git knows, or would know."""
    command = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return [name for name in listed if (ROOT / name).is_file()]


def stub(folder: Path, name: str, script: str) -> Path:
    """A program that stands in for Python."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def needs(python: str | Path) -> subprocess.CompletedProcess[str]:
    """What `make` runs before it installs anything."""
    return subprocess.run(
        ["sh", str(ROOT / "tests/needs.sh"), str(python)], capture_output=True, text=True, check=False, timeout=60
    )


def test_a_missing_python_is_named_with_the_line_that_installs_it() -> None:
    result = needs("no-such-python")
    assert result.returncode == 1
    assert "sudo apt-get install -y python3 python3-venv" in result.stderr


def test_an_old_python_is_named_with_the_way_to_use_another(tmp_path: Path) -> None:
    result = needs(stub(tmp_path, "old", "exit 1"))
    assert result.returncode == 1
    assert "make site PYTHON=" in result.stderr


def test_a_missing_venv_module_is_named_with_the_line_that_installs_it(tmp_path: Path) -> None:
    result = needs(stub(tmp_path, "bare", 'case "$2" in *ensurepip*) exit 1;; esac; exit 0'))
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1].strip() == "sudo apt-get install -y python3-venv"


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert packages
    for package in packages:
        assert re.match(r"[a-z0-9_.\-\[\]]+==\S+", package), package[:60]
        assert "--hash=sha256:" in package, package[:60]


def test_the_pins_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert [wanted for wanted in project["project"]["dependencies"] if f"{wanted} " not in pinned] == []


def test_the_readme_says_why_each_package_is_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    reasons = readme[readme.index("| Package | Why |") : readme.index("All are pinned")]
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = [re.split(r"[=<>]", package)[0] for package in wanted]
    assert [name for name in names if name not in reasons] == []


def test_no_file_holds_a_path_of_a_machine_or_the_address_of_a_registry() -> None:
    forbidden = re.compile(
        r"""--(?:extra-)?index-url[ =]https?:|--find-links[ =]|files\.pythonhosted|(?:^|[\s"=])/(?:home|Users|root)/""",
        re.MULTILINE,
    )
    for name in tracked():
        data = (ROOT / name).read_bytes()
        if b"\0" not in data:
            found = forbidden.search(data.decode("utf-8", errors="replace"))
            assert found is None, f"{name}: {found[0] if found else ''}"


def test_every_file_has_one_owner() -> None:
    registry = load(ROOT, today=TODAY).registry
    assert registry is not None
    assert [name for name in tracked() if owner_of(name, registry.site.city) is None] == []


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("hooks/opencity/cli.py", "engine"),
        (".github/CONTRIBUTING.md", "engine"),
        ("overrides/main.html", "engine"),
        ("overrides/city/head.html", "city"),
        ("tests/engine/small_site.py", "engine"),
        ("tests/site/test_krakow.py", "city"),
        ("data/networks/icc.yml", "commons"),
        ("data/cities/lublin/city.yml", "commons"),
        ("data/cities/wroclaw/city.yml", "city"),
        ("data/site.yml", "city"),
        ("docs/pl/index.md", "city"),
        ("somewhere/else.txt", None),
    ],
)
def test_a_path_belongs_to_the_engine_the_commons_or_the_city(path: str, owner: str | None) -> None:
    assert owner_of(path, "wroclaw") == owner


def test_the_browser_of_the_tests_can_be_started_without_the_engine() -> None:
    """The benchmark does so in a process of its own."""
    alone = {"PYTHONPATH": str(ROOT / "tests/engine"), "PATH": os.environ["PATH"]}
    subprocess.run([sys.executable, "-P", "-c", "import browser"], env=alone, check=True)
