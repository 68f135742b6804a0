"""Pictures: read from their first bytes, published once for all languages, never shown without words and credit."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from finished import Document, faults
from hypothesis import given
from hypothesis import strategies as st
from small_site import build, check, shown, small_site, write_files

from opencity.pages.assets import MAX_BYTES, MAX_DOCUMENT_BYTES
from opencity.pages.picture_size import PictureSize, picture_size
from opencity.pages.pictures import says_nothing


def png(width: int = 32, height: int = 16) -> bytes:
    """A whole picture, as small as one can be."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def segment(mark: int, data: bytes) -> bytes:
    return bytes((0xFF, mark)) + struct.pack(">H", len(data) + 2) + data


def exif(orientation: int, order: str = "<") -> bytes:
    head = b"II*\0" if order == "<" else b"MM\0*"
    entries = struct.pack(f"{order}HHIHH", 0x0110, 3, 1, 9, 0) + struct.pack(
        f"{order}HHIHH", 0x0112, 3, 1, orientation, 0
    )
    return segment(0xE1, b"Exif\0\0" + head + struct.pack(f"{order}IH", 8, 2) + entries)


def jpeg(width: int, height: int, before: bytes = b"", frame: int = 0xC0) -> bytes:
    size = segment(frame, struct.pack(">BHHB", 8, height, width, 3))
    return b"\xff\xd8" + segment(0xE0, b"JFIF\0") + before + segment(0xDB, b"\0" * 65) + size + b"\xff\xd9"


def riff(form: bytes, data: bytes) -> bytes:
    body = b"WEBP" + form + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


LOSSLESS = b"\x2f" + ((640 - 1) | (480 - 1) << 14).to_bytes(4, "little")
LOSSY = b"\x30\x01\x00\x9d\x01\x2a" + struct.pack("<HH", 640, 480)
EXTENDED = b"\x10\0\0\0" + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")


def size(data: bytes) -> PictureSize | None:
    return picture_size(io.BytesIO(data))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (png(640, 480), ("png", 640, 480)),
        (jpeg(640, 480), ("jpeg", 640, 480)),
        (jpeg(640, 480, frame=0xC2), ("jpeg", 640, 480)),
        (jpeg(640, 480, before=exif(1)), ("jpeg", 640, 480)),
        (jpeg(640, 480, before=exif(6)), ("jpeg", 480, 640)),
        (jpeg(640, 480, before=exif(8, ">")), ("jpeg", 480, 640)),
        (jpeg(640, 480, before=exif(3)), ("jpeg", 640, 480)),
        (jpeg(640, 480, before=b"\xff\xff\xff" + segment(0xFE, b"filled up")), ("jpeg", 640, 480)),
        (jpeg(0, 480), ("jpeg", None, None)),
        (b"\xff\xd8\xff", ("jpeg", None, None)),
        (riff(b"VP8 ", LOSSY), ("webp", 640, 480)),
        (riff(b"VP8L", LOSSLESS), ("webp", 640, 480)),
        (riff(b"VP8X", EXTENDED), ("webp", 640, 480)),
        (riff(b"VP9 ", b"?"), ("webp", None, None)),
        (b"\0\0\0\x1cftypavif\0\0\0\0", ("avif", None, None)),
    ],
)
def test_the_head_of_a_picture_tells_its_kind_and_the_size_at_which_it_is_shown(
    data: bytes, expected: tuple[str, int | None, int | None]
) -> None:
    assert size(data) == PictureSize(*expected)


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"<svg xmlns=", b"<!doctype html>", b"\x89PNG\r\n\x1a\n", b"MZ\x90", b"RIFF\0\0\0\0WAVE"]
)
def test_what_is_no_picture_that_may_be_published_is_known_by_its_head(data: bytes) -> None:
    assert size(data) is None


HEADS = st.sampled_from(
    [b"", png()[:16], b"\xff\xd8\xff", jpeg(9, 9, before=exif(6))[:40], b"RIFF\0\0\0\0WEBPVP8X", b"\0\0\0\x1cftypavif"]
)


@given(HEADS, st.binary(max_size=200))
def test_no_bytes_whatever_stop_the_reader(head: bytes, rest: bytes) -> None:
    found = size(head + rest)
    assert found is None or (found.width is None) == (found.height is None)


# --- on a page ----------------------------------------------------------------------------------------

BLOCK = """\
file: mosty/most.png
alt: Most <wiszący> nad rzeką
author: Anna Nowak
licence: CC BY 4.0
"""
Files = dict[str, str | bytes | None]

BRIDGE: Files = {
    "docs/assets/mosty/most.png": png(640, 480),
    "docs/pl/sieci/rivers.md": f"---\nnetwork: rivers\n---\n\n```picture\n{BLOCK}```\n",
}
EVENT = """\
id: 2025-10-02-index
title: { pl: Indeks, en: Index }
start: 2025-10-02
picture:
  file: sala.png
  alt: { pl: Sala obrad, en: The council chamber }
  credit: { author: Anna Nowak, licence: CC BY 4.0, address: "https://siec.example/sala" }
sources: [register]
"""


def article(city: str) -> Files:
    pages = {f"docs/{locale}/indeks.md": "---\nevent: 2025-10-02-index\n---\n" for locale in ("pl", "en")}
    return {f"data/cities/{city}/events/2025-10-02-index.yml": EVENT, "docs/assets/sala.png": png(), **pages}


@pytest.mark.parametrize("city", ["katowice", "wroclaw"])
def test_a_picture_of_an_event_stands_on_its_article_with_its_words_its_credit_and_its_room(
    city: str, tmp_path: Path
) -> None:
    write_files(tmp_path, small_site(city, article(city)))
    page = Document(shown(tmp_path, "indeks.md", "en"))
    (image,) = page.all("img")
    assert image.attributes == {
        "src": "../../assets/sala.png",
        "alt": "The council chamber",
        "width": "32",
        "height": "16",
        "loading": "lazy",
        "decoding": "async",
    }
    assert "By Anna Nowak. Licence: CC BY 4.0." in page.text_of("figcaption")
    assert [link.attributes["href"] for link in page.all("a") if link.text == "Where the picture is from"] == [
        "https://siec.example/sala"
    ]


def test_a_block_shows_a_picture_where_the_prose_wants_it(tmp_path: Path) -> None:
    """The finished site: one copy of the file for both languages, and every address leads to it."""
    again = BLOCK.replace("Most <wiszący> nad rzeką", "A hanging bridge over a river") + "caption: The bridge in 1910\n"
    both: Files = {
        **BRIDGE,
        "docs/en/sieci/rivers.md": f"---\nnetwork: rivers\n---\n\nText.\n\n```picture\n{again}```\n",
    }
    built = build(write_files(tmp_path, small_site(changes=both)))
    assert faults(built.folder, "https://miasto-w-sieciach.pl/") == []
    assert [
        path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*.png") if path.stem == "most"
    ] == ["assets/mosty/most.png"]
    assert (built.folder / "assets/mosty/most.png").read_bytes() == png(640, 480)
    polish, english = Document(built.read("sieci/rivers/")), Document(built.read("en/networks/rivers/"))
    assert [image.attributes["alt"] for image in polish.all("img")] == ["Most <wiszący> nad rzeką"]
    assert english.text_of("figcaption").startswith("The bridge in 1910 By Anna Nowak.")


def test_a_picture_that_nothing_shows_is_told_of_and_not_published(tmp_path: Path) -> None:
    files: Files = {"docs/assets/most.png": png(), "docs/assets/.gitkeep": ""}
    found = check(write_files(tmp_path, small_site(changes=files)))
    assert [f"{problem.place}: {problem.code}" for problem in found] == ["docs/assets/most.png:1:1: W-ASSET-UNUSED"]
    built = build(tmp_path)
    assert not (built.folder / "assets/most.png").exists()
    assert not (built.folder / "assets/.gitkeep").exists()


def test_a_picture_of_another_city_is_not_missed_and_not_shown(tmp_path: Path) -> None:
    """Its file lies in that city's project; the record is shared."""
    wroclaw = {name: text for name, text in small_site("wroclaw").items() if name.endswith("city.yml")}
    event = EVENT.replace("sources:", "cities: [katowice]\nsources:")
    pages = {f"docs/{locale}/indeks.md": "---\nevent: 2025-10-02-index\n---\n" for locale in ("pl", "en")}
    files: dict[str, str | bytes | None] = {
        **wroclaw,
        "data/cities/wroclaw/events/2025-10-02-index.yml": event,
        **pages,
    }
    write_files(tmp_path, small_site(changes=files))
    assert check(tmp_path) == ()
    assert Document(shown(tmp_path, "indeks.md")).all("img") == []


# --- what is refused ------------------------------------------------------------------------------------


def codes(folder: Path, changes: Files) -> list[str]:
    return [problem.code for problem in check(write_files(folder, small_site(changes=changes)))]


def test_a_picture_heavier_than_a_megabyte_is_refused(tmp_path: Path) -> None:
    heavy = png() + b"\0" * (MAX_BYTES - len(png()))
    assert codes(tmp_path / "just", {**BRIDGE, "docs/assets/mosty/most.png": heavy}) == []
    assert codes(tmp_path / "over", {**BRIDGE, "docs/assets/mosty/most.png": heavy + b"\0"}) == ["E-PICTURE-SIZE"]


@pytest.mark.parametrize("size", [(8001, 10), (10, 4_000_000_000)])
def test_a_picture_that_says_it_is_as_large_as_a_field_is_refused(size: tuple[int, int], tmp_path: Path) -> None:
    field = png(8, 8).replace(struct.pack(">II", 8, 8), struct.pack(">II", *size))
    assert codes(tmp_path, {**BRIDGE, "docs/assets/mosty/most.png": field}) == ["E-PICTURE-PIXELS"]


SCAN = b"\xff\xda\0\x02" + b"\x11" * 400
WHOLE = {
    "png": png(200, 200),
    "jpg": jpeg(640, 480)[:-2] + SCAN + b"\xff\xd9",
    "webp": riff(b"VP8 ", LOSSY + b"\0" * 100),
}


@pytest.mark.parametrize("ending", WHOLE)
def test_a_picture_that_was_not_copied_to_its_end_is_refused(ending: str, tmp_path: Path) -> None:
    name, data = f"docs/assets/most.{ending}", WHOLE[ending]
    assert codes(tmp_path / "whole", {name: data}) == ["W-ASSET-UNUSED"]
    assert codes(tmp_path / "more", {name: data + b"what follows"}) == ["W-ASSET-UNUSED"]
    assert codes(tmp_path / "cut", {name: data[:-20]}) == ["E-PICTURE-CUT"]


def test_a_photograph_that_was_cut_is_not_taken_for_whole_because_of_the_small_one_inside_it(tmp_path: Path) -> None:
    small = segment(0xE1, b"Exif\0\0" + jpeg(16, 16)[:-2] + SCAN + b"\xff\xd9")
    photograph = jpeg(640, 480, before=small)[:-2] + SCAN + b"\xff\xd9"
    assert codes(tmp_path / "whole", {"docs/assets/most.jpg": photograph}) == ["W-ASSET-UNUSED"]
    assert codes(tmp_path / "cut", {"docs/assets/most.jpg": photograph[:-2]}) == ["E-PICTURE-CUT"]


@pytest.mark.parametrize("name", ["docs/assets/film.mp4", "docs/pl/film.mp4"])
def test_a_file_that_is_published_as_it_is_may_weigh_as_much_as_a_reader_waits_for(name: str, tmp_path: Path) -> None:
    write_files(tmp_path, small_site(changes={name: b"x"}))
    with (tmp_path / name).open("r+b") as file:
        file.truncate(MAX_DOCUMENT_BYTES)
    assert {problem.code for problem in check(tmp_path)} <= {"W-ASSET-UNUSED"}
    with (tmp_path / name).open("r+b") as file:
        file.truncate(MAX_DOCUMENT_BYTES + 1)
    assert [f"{problem.place.file} {problem.code}" for problem in check(tmp_path)] == [f"{name} E-SIZE"]


def test_of_a_picture_with_a_fault_of_its_own_nobody_says_that_it_is_missing(tmp_path: Path) -> None:
    """The record has the right name already, the file on disk still the one that the camera gave it."""
    changes: Files = {**BRIDGE, "docs/assets/mosty/most.png": None, "docs/assets/mosty/Most.PNG": png()}
    found = check(write_files(tmp_path, small_site(changes=changes)))
    assert [(problem.code, problem.details["guess"]) for problem in found] == [("E-ASSET-FILE", "mosty/most.png")]


def test_a_picture_that_lies_in_another_folder_is_guessed_by_its_name(tmp_path: Path) -> None:
    changes: Files = {**BRIDGE, "docs/assets/mosty/most.png": None, "docs/assets/zdjecia/stare/most.png": png()}
    (problem,) = check(write_files(tmp_path, small_site(changes=changes)))
    assert (problem.code, problem.details["guess"]) == ("E-PICTURE-LOST", "zdjecia/stare/most.png")


def test_a_picture_with_the_ending_of_another_kind_is_refused_and_its_kind_is_named(tmp_path: Path) -> None:
    found = check(write_files(tmp_path, small_site(changes={"docs/assets/most.jpg": png()})))
    assert [(problem.code, problem.details["guess"]) for problem in found] == [("E-PICTURE-CONTENT", "png")]


def test_a_picture_with_a_near_name_is_guessed(tmp_path: Path) -> None:
    changes: Files = {**BRIDGE, "docs/assets/mosty/most2.png": png(), "docs/assets/mosty/most.png": None}
    found = check(write_files(tmp_path, small_site(changes=changes)))
    assert [(problem.code, problem.details["guess"]) for problem in found] == [("E-PICTURE-LOST", "mosty/most2.png")]


def test_a_link_in_the_place_of_a_picture_is_refused_and_the_picture_is_not_called_missing(tmp_path: Path) -> None:
    write_files(tmp_path, small_site(changes=BRIDGE))
    (tmp_path / "docs/assets/mosty/most.png").rename(tmp_path / "elsewhere.png")
    (tmp_path / "docs/assets/mosty/most.png").symlink_to(tmp_path / "elsewhere.png")
    assert [problem.code for problem in check(tmp_path)] == ["E-SYMLINK"]


@pytest.mark.parametrize(
    "prose",
    [
        "![Most](https://siec.example/most.png)",
        "Most![Most](most.png)nad rzeką",
        "![Most\nnad rzeką](most.png)",
        '<IMG SRC="most.png">',
        "<picture><source srcset=most.png></picture>",
        "<svg onload=alert(1)>",
        "![Most]\n\n[most]: https://siec.example/most",
        "1. lista\n\n    ![Most](most.png)",
    ],
)
def test_no_picture_gets_into_prose_without_its_credit(prose: str, tmp_path: Path) -> None:
    assert "E-PICTURE-PROSE" in codes(tmp_path, {"docs/pl/index.md": f"---\ntitle: Start\n---\n\n{prose}\n"})


@pytest.mark.parametrize(
    "prose",
    [
        "Hurra![^1]\n\n[^1]: Przypis.",
        "`![Most](most.png)`",
        "```text\n![Most](most.png)\n<img src=x>\n```",
        "\\![Most w sieci](sieci/rivers.md)",
        "Uwaga! [Most](sieci/rivers.md)",
        "Uwaga ![tylko nawias] bez obrazu",
    ],
)
def test_what_only_looks_like_a_picture_is_left_alone(prose: str, tmp_path: Path) -> None:
    assert codes(tmp_path, {"docs/pl/index.md": f"---\ntitle: Start\n---\n\n{prose}\n"}) == []


def test_an_element_whose_name_only_begins_like_a_pictures_is_no_picture(tmp_path: Path) -> None:
    found = codes(tmp_path, {"docs/pl/index.md": "---\ntitle: Start\n---\n\n<imgx> i <svgx>\n"})
    assert set(found) == {"E-HTML-ELEMENT"}


@pytest.mark.parametrize(
    ("alt", "path", "expected"),
    [
        ("Zdjęcie", "a.jpg", True),
        ("photo 2", "a.jpg", True),
        ("IMG 2041", "a.jpg", True),
        ("wizyta-2025", "2025/wizyta-2025.jpg", True),
        ("Wizyta 2025", "2025/wizyta-2025.jpg", True),
        ("wizyta-2025.jpg", "wizyta-2025.jpg", True),
        ("…", "a.jpg", True),
        ("Zdjęcie sali obrad", "sala.jpg", False),
        ("Most nad rzeką", "most.jpg", False),
        ("Міст над річкою", "most.jpg", False),
    ],
)
def test_alternative_text_that_says_nothing_is_known(alt: str, path: str, expected: bool) -> None:
    assert says_nothing(alt, path) is expected
