"""`new` writes what a network needs and never overwrites; `schema` says of each kind what its model says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_site import check, lines, small_site, write_files

from opencity.cli import main
from opencity.schemas import kinds, schema

LAKES = {
    "data/networks/lakes.yml": (
        "id: lakes\nkind: network\nlabel: { pl: Miasta Jezior, en: Cities of Lakes }\nscope: national\n"
        "names:\n  - { pl: Miasta Jezior, en: Cities of Lakes, sources: [register] }\n"
        "summary: { pl: Sieć., en: A network. }\n"
    ),
    "data/cities/katowice/memberships/lakes.yml": (
        "network: lakes\nacts:\n  - id: admission\n    kind: admission\n    effect: accedes\n    tie: member\n"
        "    date: 2024\n    sources: [register]\n"
    ),
    "docs/pl/sieci/lakes.md": "---\nnetwork: lakes\n---\n",
    "docs/en/sieci/lakes.md": "---\nnetwork: lakes\n---\n",
}


def test_new_writes_record_membership_and_a_page_in_each_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(tmp_path, small_site())
    assert main(["new", "network", "lakes", "--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines() == [*LAKES, "Wypełnij te pliki i sprawdź je: make check"]


def test_the_new_files_hold_nothing_but_what_the_check_asks_to_fill_in(tmp_path: Path) -> None:
    write_files(tmp_path, small_site())
    main(["new", "network", "lakes", "--root", str(tmp_path)])
    codes = {line.split()[1] for line in lines(check(tmp_path))}
    assert codes <= {"E-BLANK", "E-SOURCES"}


def test_filled_in_they_pass(tmp_path: Path) -> None:
    write_files(tmp_path, small_site())
    main(["new", "network", "lakes", "--root", str(tmp_path)])
    write_files(tmp_path, LAKES)
    assert check(tmp_path) == ()


def test_new_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(tmp_path, small_site())
    before = (tmp_path / "data/networks/rivers.yml").read_bytes()
    assert main(["new", "network", "rivers", "--root", str(tmp_path)]) == 0
    assert (tmp_path / "data/networks/rivers.yml").read_bytes() == before
    assert "data/networks/rivers.yml" not in capsys.readouterr().out


@pytest.mark.parametrize("identity", ["", "Miasta Jezior", "łódki", "../outside", "a/b"])
def test_an_id_that_could_not_name_a_file_is_refused_with_an_example(
    tmp_path: Path, identity: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(tmp_path, small_site())
    assert main(["new", "network", identity, "--root", str(tmp_path)]) == 2
    assert "make new NETWORK=" in capsys.readouterr().err


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_has_a_schema(kind: str) -> None:
    drawn = json.loads(schema(kind))
    assert drawn["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert drawn["type"] == "object"


def test_a_schema_takes_a_year_as_a_number_too() -> None:
    """Editors' tools read a bare `2022` as a number."""
    drawn = json.loads(schema("source"))
    assert {"type": "integer"} in drawn["properties"]["read"]["anyOf"]
