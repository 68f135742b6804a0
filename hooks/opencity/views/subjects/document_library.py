"""Every document of the register in; the library in one language (groups by kind, filters, what refers to what) out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import get_args

from opencity.language.marks import without_marks
from opencity.pages.anchors import record_anchor
from opencity.register.models import Act, Document
from opencity.register.models.document import DocumentKind
from opencity.register.registry import Registry
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.documents import (
    FileLink,
    credit_values,
    date_text,
    document_value,
    file_link,
    in_acts,
    languages_text,
    newest_first,
)
from opencity.views.facts import claim_sources, disputed_date, disputed_number, note_value, when_text
from opencity.views.filters import Filter, Option, facet, filter_by
from opencity.views.labels import network_link, programme_link
from opencity.views.parts import FactRow
from opencity.views.value import Value

NO_SUBJECT = "subject-none"
"""The class of documents that are about no network and no programme of the register."""


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """One document. `title` is in its own language, `beneath` it stands what it means; `marks` are short facts."""

    anchor: str
    title: Value
    beneath: Value | None
    marks: tuple[Value, ...]
    rows: tuple[FactRow, ...]
    file: FileLink | None
    remarks: tuple[str, ...]
    notes: tuple[Value, ...]
    sources: tuple[int, ...]
    facets: tuple[str, ...]
    networks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LibraryGroup:
    """The documents of one kind, newest first."""

    title: str
    anchor: str
    entries: tuple[LibraryEntry, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """The page of all documents, with a filter by kind and one by network or programme."""

    groups: tuple[LibraryGroup, ...]
    filters: tuple[Filter, ...]


def library(context: ViewContext, citations: Citations) -> Library:
    """Compose the library, in the order of reading."""
    links, subjects = _links(context), _subjects(context.registry)
    documents = [item.record for item in context.registry.documents.values()]
    groups = []
    for kind in get_args(DocumentKind):
        ordered = newest_first((record for record in documents if record.kind == kind), context)
        if ordered:
            entries = tuple(_entry(record, links, subjects, context, citations) for record in ordered)
            anchor = f"{context.words('anchor.documents')}_{context.words(f'document.anchor.{kind}')}"
            groups.append(LibraryGroup(context.words(f"document.group.{kind}"), anchor, entries))
    return Library(tuple(groups), _filters(documents, subjects, context) if documents else ())


def document_facets(registry: Registry) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """For every document its classes for the first select (kind) and for the second (network or programme)."""
    subjects = _subjects(registry)
    return tuple(_facets(item.record, subjects) for item in registry.documents.values())


Subjects = Mapping[str, tuple[tuple[str, str], ...]]
"""Document id to what it concerns: pairs of kind (network, programme) and id."""


def _subjects(registry: Registry) -> Subjects:
    """What each document says it concerns, and where the speaking city's paths refer to it."""
    found = {
        identity: {
            **{("network", network): None for network in item.record.networks},
            **{("programme", programme): None for programme in item.record.programmes},
        }
        for identity, item in registry.documents.items()
    }
    city = registry.site.city
    for membership in registry.memberships_of(city):
        for document in (*membership.documents, *in_acts(membership.acts)):
            found[document]["network", membership.network] = None
    for programme in registry.programmes_of(city):
        for document in (*programme.documents, *in_acts(programme.acts)):
            found[document]["programme", programme.id] = None
    return {identity: tuple(subjects) for identity, subjects in found.items()}


def _facets(document: Document, subjects: Subjects) -> tuple[tuple[str, ...], tuple[str, ...]]:
    concerned = tuple(facet(kind, identity) for kind, identity in subjects[document.id])
    return (facet("document", document.kind),), concerned or (NO_SUBJECT,)


def _filters(documents: Iterable[Document], subjects: Subjects, context: ViewContext) -> tuple[Filter, ...]:
    words, registry = context.words, context.registry
    labels = {("network", each.id): each.record.label for each in registry.networks.values()}
    labels |= {("programme", each.id): each.record.label for each in registry.programmes.values()}
    kinds = {facet("document", each.kind): words(f"document.group.{each.kind}") for each in documents}
    named = {facet(*subject): context.say(labels[subject]) for concerned in subjects.values() for subject in concerned}
    every = words("document.every")
    about = filter_by("subject", words("document.filter_subject"), every, named.items(), words)
    others = () if all(subjects.values()) else (Option(NO_SUBJECT, words("document.other_subject")),)
    return (
        filter_by("document", words("document.filter_kind"), every, kinds.items(), words),
        Filter(about.name, about.label, about.every, (*about.options, *others)),
    )


@dataclass(frozen=True, slots=True)
class _Links:
    """What leads to a document from elsewhere, by its id: other documents, steps, programmes.

    `before` are the programmes before which the document came, `after` those that it follows.
    """

    translations: Mapping[str, list[Document]] = field(default_factory=dict)
    successors: Mapping[str, list[Document]] = field(default_factory=dict)
    acts: Mapping[str, list[Value]] = field(default_factory=dict)
    before: Mapping[str, list[Value]] = field(default_factory=dict)
    after: Mapping[str, list[Value]] = field(default_factory=dict)


def _links(context: ViewContext) -> _Links:
    """Ask every record once, whatever the number of documents."""
    registry = context.registry
    translations: dict[str, list[Document]] = {}
    successors: dict[str, list[Document]] = {}
    acts: dict[str, list[Value]] = {}
    before: dict[str, list[Value]] = {}
    after: dict[str, list[Value]] = {}
    for item in registry.documents.values():
        if item.record.translation_of:
            translations.setdefault(item.record.translation_of, []).append(item.record)
        if item.record.replaces:
            successors.setdefault(item.record.replaces, []).append(item.record)
    for document, act in _acts(context):
        acts.setdefault(document, []).append(act)
    for programme in registry.programmes.values():
        name = programme_link(programme.id, context)
        for document in programme.record.documents_before:
            before.setdefault(document, []).append(name)
        for document in programme.record.documents_after:
            after.setdefault(document, []).append(name)
    return _Links(translations, successors, acts, before, after)


def _acts(context: ViewContext) -> Iterator[tuple[str, Value]]:
    """The steps of the speaking city, and of networks, that refer to a document."""
    registry, city = context.registry, context.registry.site.city
    history = context.words("anchor.history")
    for membership in registry.memberships_of(city):
        network = network_link(membership.network, context)
        yield from _in_path(membership.acts, network, f"{membership.network}", context)
        acts = registry.networks[membership.network].record.history
        yield from _in_path(acts, network, f"{membership.network}-{history}", context)
    for programme in registry.programmes_of(city):
        yield from _in_path(programme.acts, programme_link(programme.id, context), programme.id, context)


def _in_path(acts: Iterable[Act], of: Value, prefix: str, context: ViewContext) -> Iterator[tuple[str, Value]]:
    for act in acts:
        if act.document is None:
            continue
        kind = context.words(f"act.{act.kind.value}")
        if act.date is not None:
            kind = context.words("document.act_dated", act=kind, date=when_text(act.date.value, context)[0])
        text = context.words("document.act", of=of.text, act=kind)
        yield act.document, Value(text, href=f"{of.href}#{prefix}_{act.id}" if of.href else None)


def _entry(
    document: Document, links: _Links, subjects: Subjects, context: ViewContext, citations: Citations
) -> LibraryEntry:
    sources = list(document.sources)
    for fact in (document.number, document.date):
        sources += claim_sources(fact) if fact else ()
    sources += document.file.sources if document.file else ()
    title, beneath = _titles(document, context)
    return LibraryEntry(
        anchor=record_anchor("document", document.id, context.words),
        title=title,
        beneath=beneath,
        marks=tuple(_marks(document, context)),
        rows=tuple(FactRow(label, values) for label, values in _rows(document, links, context) if values),
        file=file_link(document, context),
        remarks=tuple(_disputes(document, context)),
        sources=citations.cite(sources),
        notes=tuple(note_value(note, context, citations) for note in document.notes),
        facets=tuple(value for values in _facets(document, subjects) for value in values),
        networks=tuple(identity for kind, identity in subjects[document.id] if kind == "network"),
    )


def _titles(document: Document, context: ViewContext) -> tuple[Value, Value | None]:
    """The title in the document's language with its translation, or our description with a word on that."""
    said = context.say(document.title)
    if document.untitled:
        return Value(said), Value(context.words("document.untitled"))
    own, lang = document.title.in_(document.language), document.title.locale_of(document.language)
    if lang == context.locale:
        return Value(own), None
    return Value(own, lang=lang), Value(said) if without_marks(said) != own else None


def _marks(document: Document, context: ViewContext) -> Iterator[Value]:
    """Who issued it, when, under what number; what it covers, how long it is, in what languages."""
    words = context.words
    if document.issuer:
        yield Value(context.say(document.issuer))
    date = document.date
    yield Value(date_text(document, context), datetime=date.value.isoformat() if date else None)
    if document.number:
        yield Value(words("document.number", number=document.number.value))
    if document.period and (period := context.dates.period(document.period.start, document.period.end)):
        yield Value(words("document.period", period=period))
    if document.pages:
        yield Value(f"{words.number(document.pages)} {words.plural('document.pages', document.pages)}")
    yield Value(languages_text(document, context))
    if document.isbn:
        yield Value(words("document.isbn", isbn=document.isbn))


def _rows(document: Document, links: _Links, context: ViewContext) -> Iterator[tuple[str, tuple[Value, ...]]]:
    words, known = context.words, context.registry.documents
    if document.adopted:
        yield words("document.status"), (Value(words(f"document.adopted.{document.adopted}")),)
    yield words("document.credits"), credit_values(document.credits, context)
    yield words("document.rights"), (Value(document.rights),) if document.rights else ()
    networks = (network_link(network, context) for network in document.networks)
    programmes = (programme_link(programme, context) for programme in document.programmes)
    yield words("document.about"), (*networks, *programmes)
    yield words("document.acts"), tuple(links.acts.get(document.id, ()))
    for key, identity in (("translation_of", document.translation_of), ("replaces", document.replaces)):
        yield words(f"document.{key}"), (document_value(known[identity].record, context),) if identity else ()
    for key, others in (("translations", links.translations), ("replaced_by", links.successors)):
        found = newest_first(others.get(document.id, ()), context)
        yield words(f"document.{key}"), tuple(document_value(other, context) for other in found)
    yield words("fact.after_it"), tuple(links.before.get(document.id, ()))
    yield words("fact.before_it"), tuple(links.after.get(document.id, ()))


def _disputes(document: Document, context: ViewContext) -> Iterator[str]:
    if document.number and (dispute := disputed_number(document.number, context)):
        yield dispute
    if document.date and (dispute := disputed_date(document.date, context)):
        yield dispute
