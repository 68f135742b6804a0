"""Documents and programmes in line: no circles, translations change the language, what replaces another is later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opencity.problems import Problem
from opencity.register.models import Document, Programme
from opencity.register.registry import Item
from opencity.register.rules.context import Context


def check_documents(context: Context) -> Iterator[Problem]:
    """Report circles of translations, replacements and programmes, and documents at odds with their originals."""
    documents, programmes = context.registry.documents, context.registry.programmes
    for field in ("translation_of", "replaces"):
        originals = {identity: _one(getattr(item.record, field)) for identity, item in documents.items()}
        for identity in _circular(originals):
            given = getattr(documents[identity].record, field)
            yield Problem("E-CIRCLE", documents[identity].place(field), {"field": field, "given": given})
    for item in documents.values():
        yield from _against_its_original(item, documents)
    for identity in _circular(_forerunners(programmes)):
        programme = programmes[identity]
        field = "before" if programme.record.before else "after"
        yield Problem("E-CIRCLE", programme.place(field), {"field": field, "given": getattr(programme.record, field)})


def _one(identity: str | None) -> frozenset[str]:
    return frozenset((identity,) if identity else ())


def _forerunners(programmes: Mapping[str, Item[Programme]]) -> Mapping[str, frozenset[str]]:
    """Programme to those that it says, or that say themselves, to have come before it."""
    found: dict[str, set[str]] = {}
    for identity, item in programmes.items():
        if item.record.before:
            found.setdefault(identity, set()).add(item.record.before)
        if item.record.after:
            found.setdefault(item.record.after, set()).add(identity)
    return {identity: frozenset(before) for identity, before in found.items() if identity in programmes}


def _circular(before: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """One id of each circle, the first as files are sorted."""
    told: set[str] = set()
    for identity in sorted(before):
        way: set[str] = set()
        todo = [identity]
        while todo:
            reached = before.get(todo.pop(), frozenset()) - way
            way |= reached
            todo += reached
        if identity in way and identity not in told:
            told |= way
            yield identity


def _against_its_original(item: Item[Document], documents: Mapping[str, Item[Document]]) -> Iterator[Problem]:
    """A translation in the language of its original; a document dated before the one that it replaces."""
    record = item.record
    original = documents.get(record.translation_of or "")
    if original is not None and original is not item and original.record.language == record.language:
        details = {"given": record.language, "original": original.id}
        yield Problem("E-SAME-LANGUAGE", item.place("language"), details)
    replaced = documents.get(record.replaces or "")
    if replaced is None or record.date is None or replaced.record.date is None:
        return
    now, then = record.date.value, replaced.record.date.value
    if now.is_before(then):
        details = {"given": str(now), "replaced": replaced.id, "then": str(then)}
        yield Problem("E-REPLACES", item.place("date"), details)
