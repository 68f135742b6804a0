"""The guide for editors: its examples make a site without a fault, its tables leave nothing out, its links lead on.

A line `# data/…` or `# docs/…` in an example names its file; an example without one is a piece of a page. Several of
one file are its versions: each is tried among the last of all other files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest
from finished import Document
from small_site import ROOT, check, lines, shown, small_site, write_files

from opencity.language.words import load_words
from opencity.pages.blocks import MODELS, NetworksBlock, PictureBlock, TimelineBlock
from opencity.pages.fences import blank_code, fences, outside_fences
from opencity.pages.source import FrontMatter, Role
from opencity.problems import wording
from opencity.register.models.base import Record
from opencity.register.models.document import DocumentKind
from opencity.register.models.money import Show
from opencity.register.models.network import NetworkKind
from opencity.register.models.path import ActKind, Effect
from opencity.register.models.programme import ProgrammeKind

GUIDE = ROOT / ".github/CONTRIBUTING.md"
LINES = GUIDE.read_text(encoding="utf-8").splitlines()
CITY = "nasze-miasto"
"""Stands in the guide for the id of the reader's city."""

ASSETS = {"docs/assets/most.jpg": b"\xff\xd8\xff\xd9", "docs/assets/strategia-2030.pdf": b"%PDF-1.7\n"}
"""The files that the examples show: as much of them as the check reads."""

UNWANTED = ("data/networks/rivers.yml", "docs/pl/sieci/rivers.md", "docs/en/sieci/rivers.md")
"""The small site's own network, in whose place the examples come."""

WAITING = " W-UNTRANSLATED "
"""What the example of a page that waits for its translation is there to show."""

Files = dict[str, str | bytes | None]


@dataclass(frozen=True)
class Example:
    """One example: the line of the guide in which it begins, the file that it is, what stands in that file."""

    line: int
    path: str | None
    text: str

    def __str__(self) -> str:
        return f"{self.line}-{self.path or 'piece'}"


def read_examples() -> Iterator[Example]:
    for fence in fences(LINES):
        if fence.name in ("yaml", "markdown"):
            text = "\n".join((*LINES[fence.start + 1 : fence.end], ""))
            path = re.match(r"(?:---\n)?# (\S+)\n", text)
            yield Example(fence.start + 1, path[1] if path else None, text)


EXAMPLES = tuple(read_examples())
PIECES = tuple(example.text for example in EXAMPLES if example.path is None)


def site_of(examples: Iterable[Example], city: str) -> dict[str, str | bytes]:
    """A site of nothing but examples, the last of each file. A page without a translation is its own."""
    files: Files = {**ASSETS, **dict.fromkeys((*UNWANTED, f"data/cities/{city}/memberships/rivers.yml"))}
    files["docs/pl/kawalki.md"] = "---\ntitle: Kawałki\n---\n\n" + "\n".join(PIECES)
    for each in examples:
        if each.path is not None:
            files[each.path.replace(CITY, city)] = each.text.replace(CITY, city)
    twins = {name.replace("docs/pl/", "docs/en/"): text for name, text in files.items() if name not in UNWANTED}
    return small_site(city, {**twins, **files})


@pytest.mark.parametrize("city", ["katowice", "lodz"])
@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_passes_the_check_without_a_word(example: Example, city: str, tmp_path: Path) -> None:
    found = lines(check(write_files(tmp_path, site_of((*EXAMPLES, example), city))))
    assert [line for line in found if WAITING not in line] == []


def test_an_example_that_was_wrong_would_be_told_of(tmp_path: Path) -> None:
    network = next(example for example in EXAMPLES if example.path == "data/networks/miasta-rzek.yml")
    wrong = Example(network.line, network.path, network.text.replace("as_of: 2022-09, ", ""))
    assert [problem.code for problem in check(write_files(tmp_path, site_of((*EXAMPLES, wrong), "lodz")))] == ["E-ASOF"]


def block_name(piece: str) -> str:
    """`timeline` for a piece that is such a block; empty for other Markdown."""
    return piece.partition("\n")[0].removeprefix("```") if piece.startswith("```") else ""


BLOCKS = tuple(piece for piece in PIECES if block_name(piece))
SIGNS = {"timeline": "time", "register": "th", "networks": "a", "programmes": "a", "picture": "img"}
"""The element by which it is seen that a block has drawn something of the register."""


def test_every_kind_of_block_is_shown() -> None:
    assert {block_name(block) for block in BLOCKS} == MODELS.keys() == SIGNS.keys()


@pytest.mark.parametrize("locale", ["pl", "en"])
@pytest.mark.parametrize("block", BLOCKS, ids=block_name)
def test_a_block_of_the_guide_has_something_to_show(block: str, locale: str, tmp_path: Path) -> None:
    folder = write_files(tmp_path, site_of(EXAMPLES, "katowice"))
    write_files(folder, {f"docs/{each}/kawalki.md": f"---\ntitle: Blok\n---\n\n{block}" for each in ("pl", "en")})
    assert Document(f"<main>{shown(folder, 'kawalki.md', locale)}</main>").all(SIGNS[block_name(block)]) != []


def test_the_message_of_the_guide_is_what_the_check_says(tmp_path: Path) -> None:
    spoilt = Example(0, EXAMPLES[0].path, EXAMPLES[0].text.replace("2022-09-05", "2022-02-30"))
    problems = lines(check(write_files(tmp_path, site_of((*EXAMPLES, spoilt), "katowice"))))
    assert [line.replace("katowice", CITY) for line in problems] == messages(GUIDE)


# --- what the guide says of the engine ------------------------------------------------------------------


def messages(path: Path) -> list[str]:
    """The messages that a text quotes."""
    return re.findall(r"^(?:data|docs)/\S+: [EW]-.*$", path.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", [GUIDE, ROOT / "README.md"], ids=lambda path: path.name)
def test_a_message_that_is_quoted_has_the_words_of_the_catalogue(path: Path) -> None:
    assert messages(path)
    for message in messages(path):
        code, _, words = message.partition(": ")[2].partition(" ")
        said = re.split(r"\{\w+\}", wording.catalogue()[code]["pl"])
        assert re.fullmatch(".+".join(map(re.escape, said)), words)


def first_cells() -> set[str]:
    """What stands as code in the first cells of the guide's tables: fields, options, values, codes."""
    rows = (line for _, line in outside_fences(LINES) if line.startswith("|"))
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])}


def test_every_code_in_the_table_of_errors_is_one_that_the_check_knows() -> None:
    codes = {cell for cell in first_cells() if re.fullmatch(r"[EW]-[A-Z-]+", cell)}
    assert len(codes) > 20
    assert codes <= wording.catalogue().keys()


@pytest.mark.parametrize("model", [FrontMatter, TimelineBlock, PictureBlock])
def test_every_field_of_a_page_and_every_option_of_a_block_has_a_line_in_a_table(model: type[Record]) -> None:
    assert {field.alias or name for name, field in model.model_fields.items()} <= first_cells()


def test_every_role_of_a_page_has_a_line_in_a_table() -> None:
    assert set(get_args(Role)) <= first_cells()


def test_every_kind_of_act_stands_in_the_table_under_the_name_that_the_site_gives_it() -> None:
    words = load_words("pl")
    assert [kind for kind in ActKind if f"| `{kind.value}` | {words(f'act.{kind.value}')} |" not in LINES] == []


@pytest.mark.parametrize(
    "values",
    [
        *(tuple(kind.value for kind in kinds) for kinds in (NetworkKind, ProgrammeKind, Effect)),
        *(get_args(choices) for choices in (DocumentKind, Show, NetworksBlock.model_fields["kind"].annotation)),
    ],
    ids=["networks", "programmes", "effects", "documents", "rules", "list of networks"],
)
def test_every_value_that_a_field_takes_is_named(values: tuple[str, ...]) -> None:
    text = "\n".join(line for _, line in outside_fences(LINES))
    assert [value for value in values if f"`{value}`" not in text] == []


def test_every_link_inside_the_guide_leads_to_a_heading_as_code_hosts_name_them() -> None:
    headings = (line.lstrip("# ") for _, line in outside_fences(LINES) if re.match("#+ ", line))
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    links = re.findall(r"\]\(#([^)]+)\)", "\n".join(blank_code(line) for _, line in outside_fences(LINES)))
    assert len(links) > 20
    assert set(links) <= anchors
