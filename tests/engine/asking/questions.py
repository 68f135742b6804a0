"""What is asked of a search and what should be found; read from the file of those written by hand, with its faults."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .page_texts import PageText

FEWEST = 60
"""Questions that a file written by hand holds at least."""
NOTHING, OTHER, FACT = "nothing", "other", "fact"
"""Kinds of question: no page has an answer; only the other language has; an entry or a row of a table is the answer."""
_FIELDS = frozenset({"lang", "kind", "query", "expect", "best", "anchors"})


@dataclass(frozen=True, slots=True)
class Question:
    """A query, in the language it is asked in, and the addresses of the pages that it should find.

    `right` are pages that may be found as well without being wrong. One of the `best` should stand among the first, one
    of the facts at `anchors` (`sieci/icc/#fakty`) should be shown. `word` is what stands on the page, for a query that
    is made of it.
    """

    query: str
    locale: str
    kind: str
    expect: frozenset[str]
    right: frozenset[str] = frozenset()
    best: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    word: str = ""


def read_questions(path: Path) -> tuple[Question, ...]:
    """The questions of a file. Addresses may begin with a slash, the site's root."""
    entries: list[Mapping[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(_question(entry) for entry in entries)


def _question(entry: Mapping[str, Any]) -> Question:
    unknown = set(entry) - _FIELDS
    if unknown:
        raise ValueError(f"{entry}: unknown fields {sorted(unknown)}")
    return Question(
        query=str(entry["query"]),
        locale=entry["lang"],
        kind=entry["kind"],
        expect=_addresses(entry.get("expect") or ()),
        best=_addresses(entry.get("best") or ()),
        anchors=_addresses(entry.get("anchors") or ()),
    )


def _addresses(written: Sequence[str]) -> frozenset[str]:
    return frozenset(address.removeprefix("/") for address in written)


def faults(questions: Sequence[Question], pages: Sequence[PageText]) -> Iterator[str]:
    """What is wrong with questions written by hand about a site."""
    by_address = {page.address: page for page in pages}
    if len(questions) < FEWEST:
        yield f"{len(questions)} questions, {FEWEST} at least are wanted"
    locales = {page.locale for page in pages}
    yield from (f"no question in {locale}" for locale in sorted(locales - {each.locale for each in questions}))
    asked = Counter((question.locale, question.query) for question in questions)
    yield from (f"asked twice: {locale} {query}" for (locale, query), count in asked.items() if count > 1)
    for question in questions:
        yield from (f"{question.query}: {fault}" for fault in _faults(question, by_address))


def _faults(question: Question, pages: Mapping[str, PageText]) -> Iterator[str]:
    named = question.expect | question.best
    yield from (f"no page {address or '/'}" for address in sorted(named - set(pages)))
    yield from (f"{address or '/'} is best and not expected" for address in sorted(question.best - question.expect))
    for address in sorted(question.anchors):
        page, _, anchor = address.partition("#")
        if page not in pages or anchor not in pages[page].anchors:
            yield f"no anchor {address}"
    if (question.kind == NOTHING) == bool(question.expect):
        yield f"{question.kind}, and {len(question.expect)} pages expected"
    if (question.kind == FACT) != bool(question.anchors):
        yield f"{question.kind}, and {len(question.anchors)} anchors"
    locales = {pages[address].locale for address in question.expect & set(pages)}
    if locales and (question.locale in locales) == (question.kind == OTHER):
        yield f"{question.kind}, asked in {question.locale}, and expects pages in {' '.join(sorted(locales))}"
