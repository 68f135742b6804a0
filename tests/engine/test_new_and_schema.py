"""`new` writes what a network needs and never overwrites; `schema` says of each kind what its model says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from small_site import ROOT, check, lines, small_site, write_files

from opencity.cli import main
from opencity.register.places import SOURCES, kind_of
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
    assert codes <= {"E-BLANK", "E-SOURCES", "E-TRANSLATION"}


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


def test_new_puts_the_page_where_the_pages_of_networks_are(tmp_path: Path) -> None:
    moved = {f"docs/{locale}/sieci/rivers.md": None for locale in ("pl", "en")}
    pages = {f"docs/{locale}/nets/rivers.md": "---\nnetwork: rivers\n---\n" for locale in ("pl", "en")}
    write_files(tmp_path, small_site(changes={**moved, **pages}))
    assert main(["new", "network", "lakes", "--root", str(tmp_path)]) == 0
    assert (tmp_path / "docs/en/nets/lakes.md").exists()
    assert not (tmp_path / "docs/en/sieci/lakes.md").exists()


def test_new_writes_no_second_page_about_a_network_but_a_twin_that_is_missing(tmp_path: Path) -> None:
    write_files(tmp_path, small_site(changes={"docs/pl/other.md": "---\nnetwork: lakes\n---\n"}))
    main(["new", "network", "lakes", "--root", str(tmp_path)])
    assert [path.relative_to(tmp_path).as_posix() for path in sorted((tmp_path / "docs").rglob("lakes.md"))] == []
    assert (tmp_path / "docs/en/other.md").exists()


def test_new_says_why_the_register_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(tmp_path, small_site(changes={"data/site.yml": "city: [\n"}))
    assert main(["new", "network", "lakes", "--root", str(tmp_path)]) == 1
    assert "data/site.yml:1:8: E-BRACKET" in capsys.readouterr().err


@pytest.mark.parametrize("identity", ["", "Miasta Jezior", "łódki", "../outside", "a/b"])
def test_an_id_that_could_not_name_a_file_is_refused_with_an_example(
    tmp_path: Path, identity: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(tmp_path, small_site())
    assert main(["new", "network", identity, "--root", str(tmp_path)]) == 2
    assert "make new NETWORK=" in capsys.readouterr().err


class _AsTools(yaml.SafeLoader):
    """YAML as editors' tools read it today (1.2): numbers and booleans are typed, dates stay text."""


_AsTools.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if not tag.endswith((":timestamp", ":merge"))]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_has_a_schema_that_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema(kind)))


def test_no_schema_refuses_a_record_that_the_check_takes() -> None:
    """Tried on every record of this checkout, whichever city speaks."""
    validators = {kind: Draft202012Validator(json.loads(schema(kind))) for kind in kinds()}
    tried = 0
    for path in sorted((ROOT / "data").rglob("*.yml")):
        inside = path.relative_to(ROOT / "data").as_posix()
        found = kind_of(inside)
        if found is None and not SOURCES.fullmatch(inside):
            continue
        record = yaml.load(path.read_text(encoding="utf-8"), Loader=_AsTools)
        errors = list(validators[found[0].name if found else "sources"].iter_errors(record))
        assert errors == [], f"{inside}: {errors[0].message if errors else ''}"
        tried += 1
    assert tried > len(validators)


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        ("membership", {"network": "rivers", "acts": [{"id": "a", "kind": "tea", "sources": ["x"]}]}),
        ("membership", {"network": "rivers", "joined": 2020}),
        ("network", {"id": "rivers"}),
        ("sources", {"x": {"title": "A"}}),
    ],
)
def test_a_schema_refuses_what_is_plainly_wrong(kind: str, record: object) -> None:
    assert list(Draft202012Validator(json.loads(schema(kind))).iter_errors(record))


def test_a_schema_takes_a_year_as_a_number_too() -> None:
    """Editors' tools read a bare `2022` as a number."""
    drawn = json.loads(schema("sources"))
    assert {"type": "integer"} in drawn["additionalProperties"]["properties"]["read"]["anyOf"]
