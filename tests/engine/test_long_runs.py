"""Long runs, for `make test-full`: many random files, and pages that would stall a careless reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from finished import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from small_site import NETWORK, check, lines, shown, small_site, write_files

from opencity.problems import word
from opencity.register.yaml_reader import MAX_BYTES, Unreadable, read_yaml

pytestmark = pytest.mark.slow

PIECES = [
    "](", "[a](b ", "`", "`a ", "``a ", "](x.md#", "# ", "```\n", "```register\n", "> ", "- ", "<a ", "[", "](((",
    "] (x.md ", "|", "*", "_a_", "---\n", "===\n", "a\n===\n", " " * 40 + "\n", '](a"b', "](<", "<!--", "ł", "🙂 ",
    "![", "![](", "![a [b] ", "![[a]", "<img", "](a.", "](a.png ", "[a]: b.png\n", "![a]\n",
]  # fmt: skip


@settings(max_examples=20_000, deadline=None)
@given(st.text(alphabet="?:-\t \n\"'[]{}#&*!|>%@`,ab0ąé\r…„”=~.\u00a0\u2028\ufeff", max_size=40))
def test_any_text_gives_a_tree_or_problems_with_words(text: str) -> None:
    try:
        read_yaml(text.encode(), "data/x.yml")
    except Unreadable as error:
        for problem in error.problems:
            assert word(problem, "pl")
            assert word(problem, "en")


@settings(max_examples=5_000, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_tree_or_problems(data: bytes) -> None:
    found: tuple[object, ...] = ("a tree",)
    try:
        read_yaml(data, "data/x.yml")
    except Unreadable as error:
        found = error.problems
    assert found


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("name", ["docs/pl/rejestr.md", "data/networks/rivers.yml"])
def test_as_much_of_one_odd_thing_as_a_file_may_hold_is_read_to_the_end(tmp_path: Path, name: str, piece: str) -> None:
    head = "---\ntitle: R\n---\n" if name.endswith(".md") else "id: "
    many = piece * ((MAX_BYTES - 100) // len(piece.encode()))
    write_files(tmp_path, small_site(changes={name: head + many}))
    assert all(line for line in lines(check(tmp_path)))


def test_a_timeline_of_five_thousand_entries_tells_every_one_of_them(tmp_path: Path) -> None:
    files = {f"docs/{each}/os-czasu.md": f"---\ntitle: T {each}\nrole: timeline\n---\n" for each in ("pl", "en")}
    for name in ("rivers", "hills"):
        step = "  - {{ id: step-{0}, kind: event, date: {1}, sources: [register] }}\n"
        acts = "".join(step.format(number, 1500 + number // 5) for number in range(2_500))
        files[f"data/networks/{name}.yml"] = NETWORK.replace("rivers", name)
        files[f"data/cities/katowice/memberships/{name}.yml"] = f"network: {name}\nacts:\n{acts}"
    html = shown(write_files(tmp_path, small_site(changes=files)), "os-czasu.md")
    document = Document(html)
    assert len(document.all("li", class_="entry")) == 5_000
    assert len(document.all("li", class_="year")) == 500
    assert document.all("ol", class_="timeline-long")
