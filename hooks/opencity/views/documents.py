"""Documents of the register in; what a page says of each in a line (title, kind, date, file) out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from opencity.pages.anchors import record_anchor
from opencity.pages.assets import ASSETS
from opencity.register.models import Act, Document, Membership, Programme
from opencity.register.models.document import DocumentFile
from opencity.register.models.facts import Credit
from opencity.register.registry import Registry
from opencity.views.context import ViewContext
from opencity.views.value import Value

LIBRARY = "documents"
"""The role of the page that holds every document."""


@dataclass(frozen=True, slots=True)
class FileLink:
    """The way to the document itself. `note` says what nobody has looked up about it."""

    link: Value
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document on a page that uses it. The title leads to its entry in the library, which has the sources."""

    title: Value
    about: str
    file: FileLink | None = None


def document_href(context: ViewContext, identity: str) -> str | None:
    """The way to a document's entry in the library, if the site has one."""
    return context.spot(LIBRARY, record_anchor("document", identity, context.words))


def document_value(document: Document, context: ViewContext) -> Value:
    """A document's title in the reader's language, with the way to its entry."""
    href = document_href(context, document.id)
    return Value(context.say(document.title), href=href)


def document_lines(identities: Iterable[str], context: ViewContext) -> tuple[DocumentLine, ...]:
    """Documents as lines, each once, newest first."""
    known = context.registry.documents
    records = [known[identity].record for identity in dict.fromkeys(identities)]
    return tuple(_line(record, context) for record in newest_first(records, context))


def documents_of_network(network: str, membership: Membership, context: ViewContext) -> tuple[DocumentLine, ...]:
    """What is written on a network, and what the city's path in it rests on; nothing of another city's."""
    city = context.registry.site.city
    records = [item.record for item in context.registry.documents.values() if network in item.record.networks]
    own = [record.id for record in records if not record.cities or city in record.cities]
    return document_lines((*own, *membership.documents, *in_acts(membership.acts)), context)


def documents_of_programme(programme: Programme, context: ViewContext) -> tuple[DocumentLine, ...]:
    """What is written on a programme, by it and for it."""
    return document_lines(_own(programme, context.registry), context)


def _own(programme: Programme, registry: Registry) -> tuple[str, ...]:
    about = (item.id for item in registry.documents.values() if programme.id in item.record.programmes)
    return (*about, *programme.documents, *in_acts(programme.acts))


def documents_before(programme: Programme, registry: Registry) -> tuple[str, ...]:
    """The documents that went before a programme: those that it names, and others that its own replace."""
    own = set(_own(programme, registry))
    replaced = (registry.documents[identity].record.replaces for identity in sorted(own))
    others = (identity for identity in replaced if identity and identity not in own)
    return tuple(dict.fromkeys((*programme.documents_before, *others)))


def documents_after(programme: Programme, registry: Registry) -> tuple[str, ...]:
    """The documents that follow it: those that it names, and others that replace its own."""
    own = set(_own(programme, registry))
    others = (item.id for item in registry.documents.values() if item.record.replaces in own and item.id not in own)
    return tuple(dict.fromkeys((*programme.documents_after, *others)))


def in_acts(acts: Iterable[Act]) -> tuple[str, ...]:
    """The documents that a path refers to."""
    return tuple(act.document for act in acts if act.document)


def newest_first(documents: Iterable[Document], context: ViewContext) -> list[Document]:
    """By date, the newest first and those without a date last; of one date as the language sorts titles."""

    def key(document: Document) -> tuple[int, object]:
        day = document.date.value.last_day() if document.date else dt.date.min
        return -day.toordinal(), context.words.sort_key(context.say(document.title))

    return sorted(documents, key=key)


def languages_text(document: Document, context: ViewContext) -> str:
    """`język: polski`, `języki: polski, angielski, ukraiński`."""
    names = [context.words.language_name(code) for code in (document.language, *document.also_in)]
    key = "document.language" if len(names) == 1 else "document.languages"
    return context.words(key, languages=", ".join(names))


def date_text(document: Document, context: ViewContext) -> str:
    """The date at its precision; "undated" where none is known."""
    return context.dates.plain(document.date.value) if document.date else context.words("document.undated")


def credit_values(credited: Iterable[Credit], context: ViewContext) -> tuple[Value, ...]:
    """`Ivana D'Alessandro (redakcja, koordynacja)`: each person or body once, with all that they did."""
    roles: dict[str, list[str]] = {}
    for credit in credited:
        roles.setdefault(credit.name, []).append(context.words(f"credit.{credit.role}"))
    phrase = context.words
    return tuple(Value(phrase("credit.phrase", name=name, roles=", ".join(did))) for name, did in roles.items())


def file_link(document: Document, context: ViewContext) -> FileLink | None:
    """The way to the file or page of a document, with kind and size as far as they are known."""
    words, file = context.words, document.file
    if file is not None and file.local is not None:
        if (ASSETS, file.local) not in context.pages.files:
            return None  # it lies on the site of another city
        size = words.file_size(context.pages.files[ASSETS, file.local])
        kind = PurePosixPath(file.local).suffix.removeprefix(".").upper()
        return _link(words("file.sized", kind=kind, size=size), context.href(f"{ASSETS}/{file.local}"), context)
    if document.address is None:
        return None
    if file is None:
        host = (urlsplit(document.address).hostname or "").removeprefix("www.")
        return _link(host, document.address, context, words("file.unchecked"))
    return _link(_remote(file, context), document.address, context, None if file.bytes else words("file.unsized"))


def _link(what: str, address: str, context: ViewContext, note: str | None = None) -> FileLink:
    return FileLink(Value(context.words("file.open", what=what), href=address), note)


def _remote(file: DocumentFile, context: ViewContext) -> str:
    """`PDF, 1,2 MB (stan na 20 listopada 2026 r.)`: what a source said of a file elsewhere, and when."""
    words = context.words
    kind = words("file.html") if file.kind == "html" else str(file.kind).upper()
    if file.bytes is None or file.as_of is None:
        return kind
    as_of = context.dates.as_of(file.as_of, None, None)
    return words("file.sized_as_of", kind=kind, size=words.file_size(file.bytes), as_of=as_of)


def _line(document: Document, context: ViewContext) -> DocumentLine:
    about = [context.words(f"document.kind.{document.kind}"), date_text(document, context)]
    if context.locale not in (document.language, *document.also_in):
        about.append(languages_text(document, context))
    return DocumentLine(document_value(document, context), ", ".join(about), file_link(document, context))
