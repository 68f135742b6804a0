"""The text of one Markdown file in; its front matter as a model, its body and its problems out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import model_validator

from opencity.pages.blocks import Block, extract
from opencity.pages.fences import outside_fences
from opencity.problems import Collector, Mark, Place, Problem
from opencity.register.models.base import Record, fault
from opencity.register.models.refs import EventId, NetworkId, ProgrammeId, ProjectId, SourceId
from opencity.register.models.text import Line, LocaleCode
from opencity.register.models.when import Date, in_order
from opencity.register.validation import validate
from opencity.register.yaml_reader import Unreadable, YamlFile, decode, read_mapping, refuse_conflict

_UNDERLINE = re.compile(r" {0,3}=+[ \t]*")
_OURS = re.compile("<{7}(?: .*)?")
"""The first mark of a merge: the others may be Markdown."""
_TAG = re.compile(r"[<]h1[\s>]", re.IGNORECASE)
_HASHES = re.compile(r"(?P<indent> {0,3})(?P<level>#{1,6})(?P<gap>[ \t]*)(?P<text>[^#\s].*)")


Role = Literal[
    "register",
    "about-data",
    "timeline",
    "cities",
    "news",
    "documents",
    "projects",
    "translations",
    "search",
    "site-map",
]
"""Pages that the engine fills or links to from elsewhere; one of each in a language."""


PROJECTS: Role = "projects"
"""The page in this role holds every project, each with its notice."""

SUBJECTS = ("network", "programme", "event")
"""The fields that say what record a page is about: at most one of them, and one page for each record."""


class Change(Record):
    """One line of a page's history, where an editor writes it by hand."""

    date: Date
    text: Line


class FrontMatter(Record):
    """What a page says of itself between its first two lines `---`.

    A page is about a network, a programme or an event, or has a `role`, or is prose alone. One that readers seldom
    look for stands at the foot of every page, not in the menu (`place: foot`). A page that waits for its translation
    says `untranslated: true` and nothing else; `original` is the language in which the page was first written.
    """

    untranslated: bool = False
    original: LocaleCode | None = None
    title: Line | None = None
    menu: Line | None = None
    lead: Line | None = None
    description: Line | None = None
    network: NetworkId | None = None
    programme: ProgrammeId | None = None
    event: EventId | None = None
    projects: tuple[ProjectId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    role: Role | None = None
    order: int | None = None
    place: Literal["menu", "foot"] = "menu"
    published: Date | None = None
    updated: Date | None = None
    author: Line | None = None
    changes: tuple[Change, ...] = ()

    @model_validator(mode="after")
    def _one_subject_and_a_title(self) -> FrontMatter:
        subjects = [name for name in (*SUBJECTS, "role") if getattr(self, name)]
        if len(subjects) > 1:
            raise fault("E-PAGE-SUBJECT", at=subjects[1])
        if not self.title and not self.untranslated and subjects in ([], ["role"]):
            raise fault("E-PAGE-TITLE")
        in_order(self.published, self.updated, "updated")
        return self


@dataclass(frozen=True, slots=True)
class PageSource:
    """One Markdown file: `path` is relative to the language's folder and the same for its twin.

    `body` is the text as it stands in the file; `markdown` the same with markers in place of its data `blocks`.
    """

    path: str
    locale: str
    file: str
    meta: FrontMatter
    yaml: YamlFile
    body: str
    body_line: int
    markdown: str
    blocks: tuple[Block, ...]

    def place(self, *path: str | int, key: bool = False) -> Place:
        """The position of a front-matter field."""
        return self.yaml.place_of(path, key=key)


def read_page(data: bytes, path: str, locale: str, file: str) -> tuple[PageSource | None, tuple[Problem, ...]]:
    """Split and check one page.

    Returns None with the problems when the front matter cannot be used; MkDocs alone would print broken
    front matter as text of the page and report nothing.
    """
    try:
        lines, end = _split(data, file)
        front_matter = "\n".join((*lines[1:end], ""))
        if not front_matter.strip():
            raise Unreadable((Problem("E-PAGE-TITLE", Place(file)),))
        yaml = read_mapping(front_matter.encode(), file, first_line=2)
    except Unreadable as error:
        return None, error.problems
    meta, problems = validate(FrontMatter, yaml)
    found = Collector()
    found.extend(problems)
    for index, code, details in _headings(lines[end + 1 :]):
        found.add(code, Place(file, Mark(end + 2 + index, 1)), **details)
    body = "\n".join(lines[end + 1 :])
    markdown, blocks, faults = extract(body, file, end + 2)
    found.extend(faults)
    if meta is None:
        return None, found.sorted()
    if meta.untranslated and body.strip():
        at = next(index for index, line in enumerate(lines[end + 1 :]) if line.strip())
        found.add("E-STUB-TEXT", Place(file, Mark(end + 2 + at, 1)))
    return PageSource(path, locale, file, meta, yaml, body, end + 2, markdown, blocks), found.sorted()


def _headings(lines: Sequence[str]) -> Iterator[tuple[int, str, dict[str, str]]]:
    """Headings that are no good: of the first level, of a level that skips one, or badly written."""
    above, level = -2, 1
    for index, line in outside_fences(lines):
        match = _HASHES.fullmatch(line)
        if (match and match["level"] == "#" and not match["indent"]) or _TAG.search(line):
            yield index, "E-PAGE-HEADING", {}
        elif match and (match["indent"] or not match["gap"]):
            instead = f"{match['level'].rjust(2, '#')} {match['text']}"
            yield index, "E-HEADING-FORM", {"given": line[:60], "instead": instead[:60]}
        elif match and len(match["level"]) > level + 1:
            yield index, "E-HEADING-LEVEL", {"given": match["level"], "instead": "#" * (level + 1)}
        elif _UNDERLINE.fullmatch(line) and above == index - 1:
            yield above, "E-PAGE-HEADING", {}
        if match:
            level = max(2, len(match["level"]))
        if line.strip():
            above = index


def _split(data: bytes, file: str) -> tuple[list[str], int]:
    """The lines of a page and the index of the one that closes its front matter.

    Raises Unreadable.
    """
    text = decode(data, file)
    lines = text.split("\n")
    if not text.strip():
        raise Unreadable((Problem("E-EMPTY", Place(file)),))
    outside = outside_fences(lines)
    # the other marks mean something in Markdown: a heading, a quotation, a table
    refuse_conflict(((index + 1, line) for index, line in outside if _OURS.fullmatch(line)), file)
    if lines[0].rstrip() != "---":
        raise Unreadable((Problem("E-PAGE-FRONT", Place(file), {"given": lines[0].strip()[:60]}),))
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        raise Unreadable((Problem("E-PAGE-YAML", Place(file)),))
    return lines, end
