"""Text in; the funded projects that it names, and where, out: a page that names one carries its notice of funding.

A name is found as it stands in the register, in the page's language, however its words are spaced and broken into
lines. Names inflect and are shortened, and those forms are not found. A name of one word is mostly a common word
(Bulwar, Quay) and counts only between quotation marks. Of two names one in the other, the longer is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from opencity.pages.fences import blank_code, outside_fences
from opencity.pages.page import Page
from opencity.pages.page_map import PageMap
from opencity.pages.source import PROJECTS, FrontMatter
from opencity.problems import Mark, Place, Problem
from opencity.register.registry import Registry

_SPACE = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*(?:>[^\S\n]*)?)"
"""Between two words: spaces, or the end of a line, but not of a paragraph."""


@dataclass(frozen=True, slots=True)
class ProjectName:
    """A name and the projects that bear it: one name may stand for several grants."""

    words: tuple[str, ...]
    projects: tuple[str, ...]

    @property
    def text(self) -> str:
        """The name with single spaces."""
        return " ".join(self.words)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the name begins and ends, as often as it stands in a text.

        >>> list(ProjectName(("Cleaner", "Odra"), ("odra",)).find("The Cleaner\\nOdra"))
        [(4, 16)]
        """
        if not all(word in text for word in self.words):
            return
        name = _SPACE.join(re.escape(word) for word in self.words)
        around = (r"(?<=[„“«])", r"(?=[”“»])") if len(self.words) == 1 else (r"(?<!\w)", r"(?!\w)")
        yield from (match.span() for match in re.finditer(name.join(around), text))


def project_names(registry: Registry, locale: str) -> tuple[ProjectName, ...]:
    """The names of all projects in a language, the longest first."""
    found: dict[tuple[str, ...], list[str]] = {}
    for identity, item in registry.projects.items():
        found.setdefault(tuple(_even(item.record.name.in_(locale)).split()), []).append(identity)
    names = [ProjectName(words, tuple(projects)) for words, projects in found.items()]
    return tuple(sorted(names, key=lambda name: (-len(name.text), name.text)))


def named_in(text: str, names: Iterable[ProjectName]) -> Iterator[tuple[int, ProjectName]]:
    """Each name that stands in a text, with its first position. `names` come longest first."""
    text = _even(text)
    for name in names:
        spots = list(name.find(text))
        if spots:
            yield spots[0][0], name
        for start, end in spots:  # what is inside a longer name is no name of its own
            text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]


def projects_of_subject(meta: FrontMatter, registry: Registry) -> tuple[str, ...]:
    """The projects that belong to what a page is about: the city's in a network, those of a programme."""
    return tuple(
        identity
        for identity, item in registry.projects.items()
        if (meta.network in item.record.networks and registry.site.city in item.record.all_cities)
        or meta.programme in item.record.programmes
    )


def check_project_names(pages: PageMap, registry: Registry) -> Iterator[Problem]:
    """Report every page that names a project and does not list it. Of several projects of one name one will do."""
    names = {locale: project_names(registry, locale) for locale in pages.addresses.locales}
    for page in pages.written:
        if page.meta.role == PROJECTS or not names.get(page.locale):
            continue
        listed = {*page.meta.projects, *projects_of_subject(page.meta, registry)}
        for place, name in _named_on(page, names[page.locale]):
            if listed.isdisjoint(name.projects):
                several = ", ".join(name.projects) if len(name.projects) > 1 else ""
                details = {"given": name.text, "project": name.projects[0], "guess": several}
                yield Problem("E-PAGE-PROJECTS", place, details)


def _named_on(page: Page, names: tuple[ProjectName, ...]) -> Iterator[tuple[Place, ProjectName]]:
    """The names in what a page says of itself and in its text, code left out; each once, at its first place."""
    told: set[ProjectName] = set()
    for path, words in _front(page.meta):
        for _, name in named_in(words, names):
            if name not in told:
                told.add(name)
                yield page.source.place(*path), name
    lines = page.source.body.split("\n")
    prose = [""] * len(lines)
    for index, line in outside_fences(lines):
        prose[index] = blank_code(line)
    text = "\n".join(prose)
    for start, name in named_in(text, names):
        if name not in told:
            before = text[:start]
            mark = Mark(page.source.body_line + before.count("\n"), start - before.rfind("\n"))
            yield Place(page.source.file, mark), name


def _front(meta: FrontMatter) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The words of the front matter that readers see, each with its place."""
    for field in ("title", "menu", "lead", "description"):
        yield (field,), getattr(meta, field) or ""
    for index, change in enumerate(meta.changes):
        yield ("changes", index, "text"), change.text


def _even(text: str) -> str:
    """The text with one kind of apostrophe; no letter changes its place."""
    return text.replace("’", "'")
