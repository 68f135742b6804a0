"""A finished site is read back: each typical fault is found where it stands, and a sound site has none."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from small_site import write_files

from opencity.problems import wording
from opencity.publishing.reading_back import read_back
from opencity.publishing.weight import BUDGET

ADDRESS = "https://lodz.example/sieci/"

ALTERNATES = f"""\
<link rel="canonical" href="{ADDRESS}{{own}}">
<link rel="alternate" hreflang="pl" href="{ADDRESS}">
<link rel="alternate" hreflang="en" href="{ADDRESS}en/">
<link rel="alternate" hreflang="x-default" href="{ADDRESS}">"""

PAGE = """\
<!doctype html>
<html lang="{locale}">
<head>
{alternates}
<link rel="stylesheet" href="{root}style.css">
</head>
<body>
<h1 id="top">Ł</h1>
<p id="zażółć"><a href="{root}">x</a> <a href="#top">x</a> <a href="{root}#za%C5%BC%C3%B3%C5%82%C4%87">x</a></p>
<p><a href="https://else.example/">x</a> <a href="mailto:a@lodz.example">x</a> <a href="https://lodz.example/">x</a></p>
<img src="{root}a%20b.svg" srcset="{root}a%20b.svg 1x, {root}a%20b.svg 2x" alt="">
<i lang="en-GB">x</i>
</body>
</html>
"""


def sound() -> dict[str, str | bytes]:
    return {
        "index.html": PAGE.format(locale="pl", root="./", alternates=ALTERNATES.format(own="")),
        "en/index.html": PAGE.format(locale="en", root="../", alternates=ALTERNATES.format(own="en/")),
        "404.html": PAGE.format(locale="pl", root="/sieci/", alternates=""),
        "style.css": "a { background: url('a%20b.svg') }\n",
        "a b.svg": "x",
    }


def found(folder: Path, files: dict[str, str | bytes]) -> list[str]:
    """The report in English, without the words."""
    problems = read_back(write_files(folder, files), ADDRESS, ("pl", "en"))
    return [" ".join(line.split()[:2]) for line in wording.as_text(problems, "en").splitlines()]


def test_a_sound_site_has_no_fault(tmp_path: Path) -> None:
    assert found(tmp_path, sound()) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('href="./"', 'href="gone/"', "12:16: E-SITE-LINK"),
        ('href="./"', 'href="en"', "12:16: E-SITE-LINK"),
        ('href="./"', f'href="{ADDRESS}gone"', "12:16: E-SITE-LINK"),
        ('href="./"', 'href="//lodz.example/sieci/gone"', "12:16: E-SITE-LINK"),
        ('href="./"', 'href="https://[x/"', "12:16: E-SITE-LINK"),
        ('src="./a%20b.svg"', 'src="./b.svg"', "14:1: E-SITE-LINK"),
        ("./a%20b.svg 2x", "./b.svg 2x", "14:1: E-SITE-LINK"),
        ("./style.css", "./gone.css", "8:1: E-SITE-LINK"),
        ("</body>", '<meta http-equiv="refresh" content="0; url=gone/">', "16:1: E-SITE-LINK"),
        ('href="#top"', 'href="#gone"', "12:35: E-SITE-ANCHOR"),
        ('href="./"', 'href="en/#gone"', "12:16: E-SITE-ANCHOR"),
        ("<i ", '<i id="top" ', "15:1: E-SITE-ID"),
        ("<i ", '<i id="" ', "15:1: E-SITE-ID"),
        ("<i ", '<i id="a b" ', "15:1: E-SITE-ID"),
        ('lang="pl">', 'lang="en">', "2:1: E-SITE-LANGUAGE"),
        ('<html lang="pl">', "<html>", "2:1: E-SITE-LANGUAGE"),
        ('lang="en-GB"', 'lang=""', "15:1: E-SITE-LANG"),
        ('lang="en-GB"', 'lang="po angielsku"', "15:1: E-SITE-LANG"),
        ("</body>", '<script src="https://cdn.example/x.js"></script>', "16:1: E-SITE-HOST"),
        ("</body>", '<img src="//cdn.example/x.png" alt="">', "16:1: E-SITE-HOST"),
        ("</body>", '<iframe src="https://cdn.example/"></iframe>', "16:1: E-SITE-HOST"),
        ("</body>", '<form action="https://cdn.example/"></form>', "16:1: E-SITE-HOST"),
        ("</body>", '<link rel="preconnect" href="https://cdn.example/">', "16:1: E-SITE-HOST"),
        ("</body>", '<p style="background: url(https://cdn.example/x.png)">', "16:1: E-SITE-HOST"),
    ],
)
def test_a_fault_is_found_where_it_stands(old: str, new: str, fault: str, tmp_path: Path) -> None:
    page = str(sound()["index.html"])
    assert page.count(old) >= 1
    assert found(tmp_path, {**sound(), "index.html": page.replace(old, new, 1)}) == [f"index.html:{fault}"]


def test_a_style_that_fetches_from_another_host_is_found(tmp_path: Path) -> None:
    styles = {"style.css": 'a { color: red }\n@import "https://fonts.example/x.css";\n'}
    assert found(tmp_path, {**sound(), **styles}) == ["style.css:2:1: E-SITE-HOST"]


def test_a_twin_that_does_not_answer_is_found_on_both_sides(tmp_path: Path) -> None:
    page = str(sound()["en/index.html"]).replace(
        f'hreflang="pl" href="{ADDRESS}"', f'hreflang="pl" href="{ADDRESS}en/"'
    )
    report = found(tmp_path, {**sound(), "en/index.html": page})
    assert "index.html:6:1: E-SITE-TWIN" in report
    assert "en/index.html:5:1: E-SITE-TWIN" in report


def test_a_twin_that_is_not_there_is_found(tmp_path: Path) -> None:
    page = str(sound()["index.html"]).replace(f"{ADDRESS}en/", f"{ADDRESS}en/gone/")
    assert "index.html:6:1: E-SITE-TWIN" in found(tmp_path, {**sound(), "index.html": page})


def test_a_page_that_is_not_among_its_own_versions_is_found(tmp_path: Path) -> None:
    page = PAGE.format(locale="pl", root="../", alternates=ALTERNATES.format(own="other/"))
    assert found(tmp_path, {**sound(), "other/index.html": page}) == ["other/index.html:5:1: E-SITE-TWIN-OWN"]


@pytest.mark.parametrize("ending", BUDGET)
def test_a_file_heavier_than_its_kind_may_be_is_found(ending: str, tmp_path: Path) -> None:
    noise = "".join(random.Random(1).choices("0123456789abcdef", k=BUDGET[ending] * 3))
    heavy = str(sound()["404.html"]) + noise
    assert found(tmp_path, {**sound(), f"heavy{ending}": heavy}) == [f"heavy{ending}:1:1: E-SITE-WEIGHT"]


def test_a_large_file_that_packs_well_is_light(tmp_path: Path) -> None:
    assert found(tmp_path, {**sound(), "light.css": "a {}\n" * 100_000}) == []
