"""The reader of YAML: any bytes give a tree or a list of problems; every scalar stays text; every part has a place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opencity.problems import Mark, Problem
from opencity.register.yaml_reader import MAX_DEPTH, Path, Tree, Unreadable, YamlFile, read_yaml


def read(text: str) -> YamlFile:
    return read_yaml(text.encode(), "data/x.yml")


def codes(data: bytes) -> list[str]:
    with pytest.raises(Unreadable) as refused:
        read_yaml(data, "data/x.yml")
    return [problem.code for problem in refused.value.problems]


def outcome(data: bytes) -> YamlFile | tuple[Problem, ...]:
    """What the reader makes of some bytes: a file, or the reasons why not."""
    try:
        return read_yaml(data, "data/x.yml")
    except Unreadable as refused:
        return refused.problems


# --- every scalar stays text ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "on",
        "yes",
        "true",
        "null",
        "~",
        "2020",
        "010",
        "12.2020",
        "2020-02-30",
        "2020-12-18",
        "10:30",
        "0126161234",
        "1e3",
        ".inf",
    ],
)
def test_a_scalar_reaches_the_models_as_it_was_written(written: str) -> None:
    assert read(f"field: {written}\n").tree == {"field": written}


def test_a_key_stays_text_too() -> None:
    assert read("no: Norwegia\n2020: rok\n").tree == {"no": "Norwegia", "2020": "rok"}


def test_an_empty_value_is_empty_text() -> None:
    assert read("field:\n").tree == {"field": ""}


# --- places -----------------------------------------------------------------------------------------


def test_keys_and_values_have_places_counted_from_one() -> None:
    file = read("a:\n  - b: c\n")
    assert file.place_of(("a", 0, "b")).mark == Mark(2, 8)
    assert file.place_of(("a", 0, "b"), key=True).mark == Mark(2, 5)


def test_a_part_that_is_not_there_is_placed_at_the_nearest_part_around_it() -> None:
    assert read("a:\n  b: c\n").place_of(("a", "x", "y")).mark == Mark(1, 1)


def test_polish_letters_and_emoji_count_as_one_column_each() -> None:
    line = "{ a: 'Żółć 🦆 jaźń', b: c }"
    assert read(line).place_of(("b",), key=True).mark == Mark(1, line.index("b:") + 1)


def test_a_part_of_a_file_is_numbered_by_the_lines_of_the_file() -> None:
    file = read_yaml(b"a: b\n", "docs/pl/x.md", first_line=7)
    assert file.place_of(("a",)).mark == Mark(7, 4)


# --- what is refused, and how fast --------------------------------------------------------------------


def bomb(levels: int) -> bytes:
    """Merge keys that double what they stand for at each level."""
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{level}: &a{level} {{<<: [*a{level - 1}, *a{level - 1}]}}" for level in range(1, levels)]
    return "\n".join(lines).encode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[" * 200_000, "E-DEPTH"),
        (b"{a: " * 60_000, "E-DEPTH"),
        (b"- " * 100_000, "E-DEPTH"),
        (bomb(20), "E-ANCHOR"),
        (b"a: &x [1]\nb: [*x, *x]\n", "E-ANCHOR"),
    ],
    ids=["brackets", "braces", "dashes", "merge bomb", "alias"],
)
def test_what_would_stall_or_crash_a_reader_is_refused_at_once(data: bytes, code: str) -> None:
    started = time.perf_counter()
    assert codes(data) == [code]
    assert time.perf_counter() - started < 1


def test_the_deepest_nesting_allowed_is_read() -> None:
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH).tree == [[[[[[[[[[[[]]]]]]]]]]]]
    assert codes(b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1)) == ["E-DEPTH"]


def test_one_doubled_field_of_each_mapping_is_told() -> None:
    assert codes(b"a: 1\na: 2\nb: 3\nb: 4\n") == ["E-TWICE"]
    assert codes(b"- {a: 1, a: 2}\n- {b: 3, b: 4}\n") == ["E-TWICE", "E-TWICE"]


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_tree_or_problems_and_nothing_else(data: bytes) -> None:
    found = outcome(data)
    assert () in found.values if isinstance(found, YamlFile) else len(found) > 0


@given(st.text(alphabet="ab: -[]{}\"'#&*!|>%@`?,\n\t\r\0ż🦆\ufeff\u2028", max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_made_of_the_marks_of_yaml_gives_a_tree_or_problems_with_places_in_it(text: str) -> None:
    found = outcome(text.encode())
    for problem in () if isinstance(found, YamlFile) else found:
        assert 1 <= problem.place.mark.line <= len(text.splitlines()) + 1
        assert problem.place.mark.column >= 1


# --- what is written is what is read ------------------------------------------------------------------

WORDS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=12)
KEYS = WORDS.filter(lambda word: word != "<<")
TREES: st.SearchStrategy[Tree] = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def as_yaml(tree: Tree) -> str:
    """The tree in brackets and braces, every text in quotes."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{quoted(key)}: {as_yaml(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(as_yaml, tree)) + "]"
    return quoted(tree)


def paths(tree: Tree, path: Path = ()) -> set[Path]:
    """The path of every part of a tree."""
    below = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return {path}.union(*(paths(value, (*path, key)) for key, value in below))


def depth(tree: Tree) -> int:
    below = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else None
    return 0 if below is None else 1 + max(map(depth, below), default=0)


@given(TREES.filter(lambda tree: depth(tree) <= MAX_DEPTH))
@settings(max_examples=200, deadline=None)
def test_what_is_written_is_read_back_and_every_part_has_a_place(tree: Tree) -> None:
    file = read(as_yaml(tree))
    assert file.tree == tree
    assert set(file.values) == paths(tree)
    assert set(file.keys) == {path for path in paths(tree) if path and isinstance(path[-1], str)}
