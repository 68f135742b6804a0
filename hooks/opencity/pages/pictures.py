"""The pages with the files of `docs/assets/`, and the register, in; what is wrong with pictures in them out.

A picture lies in `docs/assets/`, is published once for all languages, and stands on a page only with alternative
text and credit: through a record (`picture:`) or a data block. What nothing shows has no credit and stays private.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from opencity.pages.anchors import plain
from opencity.pages.assets import ASSETS, PICTURE_LIKE
from opencity.pages.blocks import PictureBlock
from opencity.pages.fences import blank_code, outside_fences
from opencity.pages.page import Page
from opencity.pages.page_map import PageMap
from opencity.problems import Mark, Place, Problem
from opencity.register.model_errors import Guesses
from opencity.register.models import Picture, Record
from opencity.register.models.asset import tidy_name
from opencity.register.registry import Item, Registry

_ENDINGS = "|".join(sorted(PICTURE_LIKE))
_IMAGE = re.compile(
    r"(?<!\\)!\[(?!\^)(?P<alt>(?:[^\[\]]|\[[^\[\]]{0,99}\]){0,300})\](?P<after>[(\[]?)"
    r"|<(?:img|picture|svg|image)\b"
    rf"|\]\(\s{{0,9}}<?(?![a-z][a-z0-9+.-]{{0,9}}:)[^\s<>()]{{1,300}}\.(?:{_ENDINGS})(?=[\s)>])",
    re.IGNORECASE,
)
"""A Markdown image, an element that shows one, and a link to a picture of ours."""
_WIKI = re.compile(rf"\[[^\[\]]{{1,300}}\.(?:{_ENDINGS})(?:\|[^\[\]]*)?\]", re.IGNORECASE)
"""A picture as note-taking programs write it: `![[most.png]]`."""
_SHOWN = re.compile(r"[^\n)>]{0,60}[)>]?")
_DEFINED = re.compile(r"^ {0,3}\[([^\[\]]{1,300})\]:", re.MULTILINE)

_EMPTY_WORDS = frozenset(
    (
        *("zdjecie", "zdjecia", "fotografia", "foto", "obraz", "obrazek", "grafika", "ilustracja", "rysunek", "logo"),
        *("photo", "photograph", "picture", "image", "img", "graphic", "illustration", "drawing"),
    )
)
"""Alternative text that says only what a screen reader says by itself."""


def check_pictures(pages: PageMap, registry: Registry) -> Iterator[Problem]:
    """Pictures that are named and not there, or badly described. Of one that is there and faulty its file tells."""
    guesses = FileGuesses(pages.pictures)
    faulty = {tidy_name(path) for folder, path in pages.broken if folder == ASSETS}
    for mention in _mentions(pages, registry):
        lost = mention.path not in pages.pictures and mention.path not in faulty
        if lost and not pages.is_broken(mention.path, ASSETS):
            details = {"given": mention.path, "guess": guesses(mention.path)}
            yield Problem("E-PICTURE-LOST", mention.place, details)
        for alt, place in mention.texts:
            if says_nothing(alt, mention.path):
                yield Problem("W-PICTURE-ALT", place, {"given": alt})


def check_assets_are_used(pages: PageMap, registry: Registry) -> Iterator[Problem]:
    """A file that nothing shows is not published. Ask only when all else is right: else the slip may be elsewhere."""
    shown = shown_assets(pages, registry)
    for folder, path in pages.files:
        if folder == ASSETS and path not in shown:
            yield Problem("W-ASSET-UNUSED", Place(f"docs/{ASSETS}/{path}"), {"given": path})


def shown_assets(pages: PageMap, registry: Registry) -> frozenset[str]:
    """The files of `docs/assets/` that are published: pictures that are shown with their credit, and documents."""
    pictures = {mention.path for mention in _mentions(pages, registry)}
    files = (item.record.file for item in registry.documents.values())
    documents = {file.local for file in files if file is not None}
    return frozenset(path for folder, path in pages.files if folder == ASSETS and path in pictures | documents)


class FileGuesses:
    """The file that was probably meant by one that is not there: of the same name in another folder, or a near miss."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = frozenset(paths)
        self._by_name = {path.rpartition("/")[2]: path for path in sorted(self._paths)}
        self._near = Guesses(self._paths)

    def __call__(self, given: str) -> str:
        """Its path below `docs/assets/`, or an empty string."""
        return self._by_name.get(given.rpartition("/")[2]) or self._near(given)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A picture that a record or a block shows: its file, its alternative texts, and where they are written."""

    path: str
    place: Place
    texts: tuple[tuple[str, Place], ...]


def _mentions(pages: PageMap, registry: Registry) -> Iterator[_Mention]:
    """Every picture that is shown.

    Events of other cities are not asked: their pictures lie in those cities' projects, and are not shown here.
    """
    for event in registry.events.values():
        if event.record.picture is not None and event.city == registry.site.city:
            yield _of_record(event, "picture", event.record.picture, registry)
    for fund in registry.funds.values():
        if fund.record.mark is not None:
            yield _of_record(fund, "mark", fund.record.mark, registry)
    for page in pages.written:
        for block in page.source.blocks:
            if isinstance(block.options, PictureBlock) and block.yaml is not None:
                text = block.options.alt, block.yaml.place_of(("alt",))
                yield _Mention(block.options.file, block.yaml.place_of(("file",)), (text,))


def _of_record(item: Item[Record], field: str, picture: Picture, registry: Registry) -> _Mention:
    texts = ((picture.alt.in_(locale), item.place(field, "alt", locale)) for locale in registry.site.locales)
    return _Mention(picture.file, item.place(field, "file"), tuple(texts))


def says_nothing(alt: str, path: str) -> bool:
    """Whether an alternative text only repeats the file's name or says that it is a picture.

    >>> says_nothing("Zdjęcie 1", "wizyta.jpg"), says_nothing("wizyta.jpg", "2025/wizyta.jpg")
    (True, True)
    """
    said = plain(alt)
    name = path.rpartition("/")[2]
    words = [word for word in said.split("-") if word and not word.isdigit()]
    return said in (plain(name), plain(name.rpartition(".")[0])) or set(words) <= _EMPTY_WORDS


def check_prose(page: Page) -> Iterator[Problem]:
    """Report every picture that stands in prose itself, where it has no credit."""
    lines = [""] * (page.source.body.count("\n") + 1)
    for index, line in outside_fences(page.source.body.split("\n")):
        lines[index] = blank_code(line)
    text = "\n".join(lines)
    defined = {label.casefold() for label in _DEFINED.findall(text)}
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for match in _IMAGE.finditer(text):
        alt = match["alt"]
        if alt is not None and not match["after"] and alt.casefold() not in defined and not _WIKI.fullmatch(alt):
            continue
        row = bisect_right(starts, match.start()) - 1
        mark = Mark(page.source.body_line + row, match.start() - starts[row] + 1)
        unsaid = alt is not None and not alt.strip()
        details = {"given": _quoted(text, match.start()), "guess": "alt" if unsaid else ""}
        yield Problem("E-PICTURE-PROSE", Place(page.source.file, mark), details)


def _quoted(text: str, start: int) -> str:
    """As much of a fault as a message shows: the image, or the target of a link."""
    shown = _SHOWN.match(text, start)
    given = shown[0].strip() if shown else ""
    if given.startswith("![["):
        return given.partition("]]")[0] + "]]"
    return given[2:].removesuffix(")") if given.startswith("](") else given
