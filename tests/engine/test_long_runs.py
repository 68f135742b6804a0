"""Long runs, for `make test-full`: many random files, and pages that would stall a careless reader."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from finished import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from small_site import NETWORK, check, lines, shown, small_site, write_files
from test_pictures import png

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


MANY = {
    "a mark as long as a file over lines that might close it": "`" * 100_000 + "\n" + "\n" * 100_000,
    "waves": "~" * 100_000 + "\n" + ("~" * 100 + "\n") * 1_000,
    "links to anchors among headings": "".join(f"[a](#x{number})\n\n## H {number}\n\n" for number in range(1_500)),
    "links to one anchor": "[a](#x) " * 30_000,
    "entries that begin blocks": "- " * 100_000 + "```timeline\n",
    "braces": "{ #" * 80_000,
    "elements": "<a " * 80_000,
    "ids of elements": '<a id="x" ' * 25_000,
    "brackets of notes": "![[" * 80_000,
}


def in_time(folder: Path, files: Mapping[str, str | bytes | None]) -> list[str]:
    """The problems of a site, if it is checked in the time in which a careful reader checks it, many times over."""
    write_files(folder, small_site(changes=files))
    start = time.monotonic()
    found = lines(check(folder))
    assert time.monotonic() - start < 20
    return found


@pytest.mark.parametrize("body", MANY.values(), ids=MANY)
def test_no_text_of_a_page_takes_time_that_grows_with_its_square(body: str, tmp_path: Path) -> None:
    in_time(tmp_path, {"docs/pl/rejestr.md": f"---\ntitle: R\n---\n\n{body}"})


def test_thousands_of_unknown_fields_are_each_told_of_in_time(tmp_path: Path) -> None:
    fields = "".join(f"titel{number}: a\n" for number in range(15_000))
    found = in_time(tmp_path, {"docs/pl/rejestr.md": f"---\ntitle: R\n{fields}---\n"})
    assert sum("E-KEY" in line for line in found) == 15_000
    assert "Czy chodziło o „title”?" not in found[-1]


def test_a_page_may_name_one_thing_thousands_of_times(tmp_path: Path) -> None:
    page = f"---\ntitle: R\nprojects: [{', '.join(['a'] * 30_000)}]\nsources: [{', '.join(['b'] * 30_000)}]\n---\n"
    assert len(in_time(tmp_path, {"docs/pl/rejestr.md": page, "docs/en/rejestr.md": page})) == 120_000


def test_thousands_of_lost_pictures_and_files_are_told_of_in_time(tmp_path: Path) -> None:
    record = (
        "id: {0}\ntitle: {{ pl: A, en: A }}\nstart: 2024-05-12\nsources: [register]\npicture:\n  file: most-{1}-b.png\n"
    )
    record += "  alt: {{ pl: Most nad rzeką, en: A bridge }}\n  credit: {{ author: A, licence: B }}\n"
    files: dict[str, str | bytes | None] = {}
    for number in range(1_500):
        event = f"2024-05-12-e{number}"
        files[f"data/cities/katowice/events/{event}.yml"] = record.format(event, number)
        files[f"docs/assets/most-{number}.png"] = png(1, 1)
    found = in_time(tmp_path, files)
    assert sum("E-PICTURE-LOST" in line for line in found) == 1_500


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
