"""One page: its address in each language, the way to another, its anchors, its headings, the data blocks in it."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opencity.language.words import Words, load_words
from opencity.pages.addresses import Addresses, relative
from opencity.pages.anchors import Anchors
from opencity.pages.blocks import NetworksBlock, RegisterBlock, extract, marker
from opencity.pages.headings import headings
from opencity.pages.source import read_page

SITE = "https://miasto.org/folder/"
ADDRESSES = Addresses(
    SITE, ("pl", "en", "uk"), {"sieci": {"en": "networks", "uk": "merezhi"}, "rivers": {"en": "rivers"}}
)

ANCHORS = Anchors({locale: load_words(locale) for locale in ("pl", "en")})


def slugify(title: str) -> str:
    return ANCHORS.of_heading(title, "pl")


# --- addresses --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "locale", "url"),
    [
        ("index.md", "pl", ""),
        ("index.md", "en", "en/"),
        ("rejestr.md", "pl", "rejestr/"),
        ("rejestr.md", "en", "en/rejestr/"),
        ("sieci/index.md", "pl", "sieci/"),
        ("sieci/index.md", "en", "en/networks/"),
        ("sieci/rivers.md", "uk", "uk/merezhi/rivers/"),
        ("sieci/index/rivers.md", "pl", "sieci/index/rivers/"),
    ],
)
def test_each_part_of_an_address_has_its_name_in_each_language(path: str, locale: str, url: str) -> None:
    assert ADDRESSES.url(path, locale) == url
    assert ADDRESSES.dest(path, locale) == f"{url}index.html"


def test_the_first_language_lives_at_the_root() -> None:
    assert Addresses(SITE, ("en", "pl"), {}).url("index.md", "en") == ""
    assert Addresses(SITE, ("en", "pl"), {}).url("index.md", "pl") == "pl/"


def test_an_absolute_address_keeps_the_folder_in_which_the_site_lives() -> None:
    assert ADDRESSES.absolute("en/networks/") == "https://miasto.org/folder/en/networks/"
    assert ADDRESSES.absolute("") == SITE


@pytest.mark.parametrize(
    ("target", "origin", "way"),
    [
        ("en/networks/icc/", "sieci/icc/", "../../en/networks/icc/"),
        ("sieci/ump/", "sieci/icc/", "../ump/"),
        ("sieci/", "sieci/icc/", "../"),
        ("sieci/icc/", "sieci/", "icc/"),
        ("", "sieci/icc/", "../../"),
        ("sieci/icc/", "", "sieci/icc/"),
        ("sieci/icc/", "sieci/icc/", "./"),
        ("", "", "./"),
        ("assets/mark.svg", "en/", "../assets/mark.svg"),
    ],
)
def test_the_way_from_one_page_to_another_is_as_short_as_it_can_be(target: str, origin: str, way: str) -> None:
    assert relative(target, origin) == way


PAGES = st.lists(st.sampled_from(["a", "b", "sieci", "en"]), max_size=4).map(
    lambda parts: "".join(f"{p}/" for p in parts)
)
FILES = st.builds(lambda folder, name: f"{folder}{name}", PAGES, st.sampled_from(["", "mark.svg", "a"]))


@given(FILES, PAGES)
@settings(deadline=None)
def test_a_browser_that_follows_the_way_arrives(target: str, origin: str) -> None:
    assert urljoin(SITE + origin, relative(target, origin)) == SITE + target


# --- anchors and headings ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("Społeczność", "spolecznosc"),
        ("Łódź i Żory", "lodz-i-zory"),
        ("ZAŻÓŁĆ GĘŚLĄ JAŹŃ", "zazolc-gesla-jazn"),
        ("Co dalej?", "co-dalej"),
        ("„Otwarte” – 2022/2023", "otwarte-2022-2023"),
        ("Straße, Ærø", "strasse-aero"),
        ("🦆", "section"),
        ("Wsteczny\u0301 Łódź", "wsteczny-lodz"),
    ],
)
def test_an_anchor_has_plain_letters_and_l_for_the_polish_letter(title: str, anchor: str) -> None:
    assert slugify(title) == anchor


SHORT = dict(zip("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", (
    *("a", "b", "v", "h", "g", "d", "e", "ye", "zh", "z", "y", "i", "yi", "y", "k", "l", "m", "n", "o", "p", "r"),
    *("s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "yu", "ya"),
), strict=True))  # fmt: skip
UKRAINIAN = Words("uk", {**load_words("en").entries, **{f"language.letters.{key}": SHORT[key] for key in SHORT}})


@pytest.mark.parametrize(
    ("title", "with_table", "without"),
    [
        ("Міста і мережі", "mista-i-merezhi", "міста-і-мережі"),
        ("Її історія: 2020–2022", "yiyi-istoriya-20202022", "її-історія-20202022"),
        ("Львів та Łódź", "lviv-ta-lodz", "львів-та-lodz"),
        ("День", "den", "день"),
    ],
)
def test_an_anchor_in_another_script_is_written_as_its_language_says_or_keeps_its_letters(
    title: str, with_table: str, without: str
) -> None:
    assert Anchors({"uk": UKRAINIAN}).of_heading(title, "uk") == with_table
    assert slugify(title) == without


@given(st.text(max_size=30))
@settings(deadline=None)
def test_an_anchor_can_stand_in_any_address_and_is_its_own_anchor(title: str) -> None:
    anchor = slugify(title)
    assert anchor
    assert not re.search(r"[\s\"'<>&#?/%]", anchor)
    assert anchor == anchor.strip("-")
    assert slugify(anchor).startswith(anchor)


@pytest.mark.parametrize("title", ["Źródła", "Fakty", "Sources", "Facts", "Źródło 1", "Main"])
def test_a_heading_does_not_take_the_anchor_of_a_part_of_the_engines_own(title: str) -> None:
    assert slugify(title).endswith("-1")
    assert slugify(title) != slugify(f"{title} x").removesuffix("-x")


def test_headings_are_listed_with_the_anchors_that_the_page_will_have() -> None:
    body = "## Sieć\n\nText.\n\n### Łódź\n\n## Sieć\n\n```python\n## not a heading\n```\n"
    assert [(heading.level, heading.text, heading.anchor) for heading in headings(body, ANCHORS.slugify("pl"))] == [
        (2, "Sieć", "siec"),
        (3, "Łódź", "lodz"),
        (2, "Sieć", "siec_1"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Title\n\ntext", [1]),
        ("text\n# Title", [2]),
        ("## Title\n#hashtag", [2]),
        ("```python\n# a comment\n```", []),
        ("~~~\n# a comment\n~~~\n# Title", [4]),
        ("````\n```\n# a comment\n```\n````", []),
        ("```text\n```register\n# a comment\n```\n# Title", [5]),
        ("```a``` is code\n# Title", [2]),
        ("Title\n=====", [1]),
        ("<h1>Title</h1>", [1]),
        ("Text.\n\n=====", []),
        ("```\nText\n===\n```\n===", []),
    ],
)
def test_a_first_level_heading_is_found_outside_code_only(text: str, found: list[int]) -> None:
    _, problems = read_page(f"---\ntitle: Start\n---\n{text}".encode(), "x.md", "pl", "docs/pl/x.md")
    assert {problem.code for problem in problems} <= {"E-PAGE-HEADING"}
    assert [problem.place.mark.line - 3 for problem in problems] == found


# --- data blocks ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tytuł\n=======\n", ["E-PAGE-HEADING"]),
        (">>>>>>> cytat\n", []),
        ("```text\n<<<<<<< HEAD\n=======\n>>>>>>> other\n```\n", []),
        ("# Tytuł\n<<<<<<< HEAD\nTekst\n", ["E-CONFLICT"]),
    ],
)
def test_marks_of_a_merge_are_told_from_markdown_and_from_code(text: str, found: list[str]) -> None:
    page, problems = read_page(f"---\ntitle: T\n---\n{text}".encode(), "a.md", "pl", "docs/pl/a.md")
    assert [problem.code for problem in problems] == found
    assert (page is None) == ("E-CONFLICT" in found)


def test_a_block_gives_way_to_a_marker_and_its_body_is_read() -> None:
    text, blocks, problems = extract("Before.\n\n```networks\nkind: national\n```\n\nAfter.", "docs/pl/x.md", 4)
    assert [block.options for block in blocks] == [NetworksBlock(kind="national")]
    assert [line for line in text.split("\n") if line] == ["Before.", marker(0), "After."]
    assert problems == ()


def test_blocks_are_numbered_in_the_order_of_the_page() -> None:
    text, blocks, _ = extract("```register\n```\n\n```networks\n```", "docs/pl/x.md", 1)
    assert [block.name for block in blocks] == ["register", "networks"]
    assert text.index(marker(0)) < text.index(marker(1))


@pytest.mark.parametrize(
    "block", ["```register\n```", "~~~register\n~~~", "````  register\nkind: all\n````", "```register\n\n```"]
)
def test_a_block_may_be_fenced_in_any_way_that_markdown_knows_and_may_be_empty(block: str) -> None:
    _, blocks, problems = extract(block, "docs/pl/x.md", 1)
    assert [found.options for found in blocks] == [RegisterBlock()]
    assert problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "```python\nregister = 1\n```",
        "````markdown\n```register\nkind: all\n```\n````",
        "```text\n```register\n```",
        "~~~\n```register\n```\n~~~",
        "    ```register\n    ```",
        "The word `register` in a sentence.",
        "",
    ],
)
def test_other_code_is_left_as_it_is_and_so_is_a_block_inside_it(text: str) -> None:
    assert extract(text, "docs/pl/x.md", 1) == (text, (), ())


def test_a_block_that_is_never_closed_is_told_where_it_begins() -> None:
    text, blocks, problems = extract("Before.\n\n```register\nkind: all\n", "docs/pl/x.md", 1)
    assert text.strip().split("\n")[0] == "Before."
    assert blocks == ()
    assert [(str(problem.place), problem.code) for problem in problems] == [("docs/pl/x.md:3:1", "E-BLOCK-OPEN")]


def test_a_block_in_a_comment_is_taken_out_and_one_after_it_is_not() -> None:
    body = "<!-- Na razie bez tego:\n\n```register\nknid: all\n```\n\n-->\n\n```networks\n```\n"
    text, blocks, problems = extract(body, "docs/pl/x.md", 1)
    assert [block.name for block in blocks] == ["networks"]
    assert "```register" in text
    assert problems == ()


def test_a_fault_in_a_block_is_placed_in_the_lines_of_the_page() -> None:
    _, blocks, problems = extract("Text.\n\n```register\nkind: some\n```", "docs/pl/x.md", 10)
    assert blocks == ()
    assert [(str(problem.place), problem.code) for problem in problems] == [("docs/pl/x.md:13:7", "E-CHOICE")]


@pytest.mark.parametrize(
    ("name", "guess"),
    [("registr", "register"), ("netwroks", "networks"), ("programme", "programmes"), ("Register", "register")],
)
def test_a_block_with_a_slip_in_its_name_is_reported_with_the_name_that_was_meant(name: str, guess: str) -> None:
    _, _, problems = extract(f"```{name}\n```", "docs/pl/x.md", 1)
    assert [(problem.code, problem.details["guess"]) for problem in problems] == [("E-BLOCK", guess)]


@pytest.mark.parametrize("name", ["python", "yaml", "json", "bash", "mermaid", "html", "text", ""])
def test_code_in_a_language_is_not_taken_for_a_block_with_a_slip(name: str) -> None:
    assert extract(f"```{name}\n```", "docs/pl/x.md", 1)[2] == ()


@given(
    st.lists(
        st.sampled_from(["```", "````", "~~~", "```register", "kind: all", "kind: x", "```python", "", "text"]),
        max_size=12,
    )
)
@settings(deadline=None)
def test_any_mixture_of_fences_is_read_without_an_error_and_each_block_leaves_one_marker(lines: list[str]) -> None:
    text, blocks, _ = extract("\n".join(lines), "docs/pl/x.md", 1)
    assert text.count("<!-- opencity:block") == len(blocks)
