"""All pages in; those that look like the translation of a page and lie at another path, with the right one, out.

A page and its translation are one path in two folders; nothing else ties them together. Two pages without a twin that
are about the same record, or that would live at one address, are certainly such a pair; two whose names are nearly
the same are probably one.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from opencity.pages.page import HOME, Page
from opencity.pages.page_map import PageMap
from opencity.pages.source import SUBJECTS
from opencity.problems import Place, Problem
from opencity.register.model_errors import near_miss

MANY = 50
"""Among more pages without a twin nobody guesses by name: it is slow, and a folder is simply not translated yet."""


@dataclass(frozen=True, slots=True)
class Astray:
    """A page that should lie where `twin` lies, in the folder of its own language."""

    page: Page
    twin: Page
    is_certain: bool


def pages_astray(pages: PageMap) -> tuple[Astray, ...]:
    """Each page once at most; of two, the one of the language that the settings name later is to be moved."""
    found: list[Astray] = []
    locales = pages.addresses.locales
    for at, first in enumerate(locales):
        for later in locales[at + 1 :]:
            moved = {each.page.source.file for each in found}
            alone = [page for page in _alone(pages, later, first) if page.source.file not in moved]
            found += _pairs(_alone(pages, first, later), alone, pages)
    return tuple(found)


def explained(astray: Iterable[Astray], pages: PageMap) -> frozenset[tuple[str, str]]:
    """Files of pages and the languages of those of their twins that are not missing but astray."""
    found: set[tuple[str, str]] = set()
    for each in astray:
        found |= {(each.page.source.file, locale) for locale in pages.addresses.locales}
        found |= {(twin.source.file, each.page.locale) for twin in pages.twins(each.twin)}
    return frozenset(found)


def check_twin_paths(astray: Iterable[Astray]) -> Iterator[Problem]:
    """Report each page astray, with the path to move it to."""
    for each in astray:
        code = "E-PAGE-TWIN-PATH" if each.is_certain else "W-PAGE-TWIN-PATH"
        details = {"other": each.twin.source.file, "path": f"docs/{each.page.locale}/{each.twin.path}"}
        yield Problem(code, Place(each.page.source.file), details)


def _alone(pages: PageMap, locale: str, other: str) -> list[Page]:
    """The pages of a language that another one does not have, not even with a fault of its own."""
    own = (page for page in pages if page.locale == locale and page.path != HOME)
    return [page for page in own if not pages.get(page.path, other) and not pages.is_broken(page.path, other)]


def _pairs(alone: list[Page], later: list[Page], pages: PageMap) -> Iterator[Astray]:
    """Pages of a later language with those of the first that they seem to translate."""
    known: dict[tuple[str, str], Page] = {}
    for page in later:
        for key in (*_subjects(page), ("", page.url)):
            known.setdefault(key, page)
    taken: set[str] = set()
    for twin in alone:
        keys = (*_subjects(twin), *((("", pages.addresses.url(twin.path, later[0].locale)),) if later else ()))
        certain = next((known[key] for key in keys if key in known and known[key].path not in taken), None)
        probable = certain or _near(twin, [page for page in later if page.path not in taken])
        if probable is not None:
            taken.add(probable.path)
            yield Astray(probable, twin, certain is not None)


def _subjects(page: Page) -> tuple[tuple[str, str], ...]:
    """What record a page is about, or its role."""
    said = ((field, getattr(page.meta, field)) for field in (*SUBJECTS, "role"))
    return tuple((field, str(value)) for field, value in said if value)


def _near(twin: Page, others: list[Page]) -> Page | None:
    """The page about no record with nearly the name of another such page: in one folder, or one name in two folders.

    Names that differ in a number are of different things: reports of two years.
    """
    if _subjects(twin) or len(others) > MANY:
        return None
    folder, name = posixpath.split(_plain(twin))
    for page in others:
        there, other = posixpath.split(_plain(page))
        is_alike = name == other or (folder == there and near_miss(name, [other]) != "")
        if is_alike and not _subjects(page) and re.findall(r"\d+", name) == re.findall(r"\d+", other):
            return page
    return None


def _plain(page: Page) -> str:
    return page.path.removesuffix(".md").removesuffix("/index")
