"""Values in; the parts of which schema.org's graph of a page is put together out: identities, references, dates."""

from __future__ import annotations

from opencity.language.marks import without_marks
from opencity.pages.page import Page
from opencity.register.models import Fact, When
from opencity.register.models.claims import Inference
from opencity.views.context import ViewContext

Node = dict[str, object]
"""A thing in the words of schema.org, to be printed as JSON-LD."""


def absolute(page: Page, context: ViewContext) -> str:
    """The address of a page, which is also its identity."""
    return context.pages.addresses.absolute(page.url)


def own(name: str, context: ViewContext) -> str:
    """The identity of a thing of the site's own, the same in every language."""
    return f"{context.pages.addresses.absolute('')}#{name}"


def ref(node: Node) -> Node:
    """A reference to a thing that stands elsewhere in the graph; a thing without an identity stands here itself.

    >>> ref({"@id": "https://miasto.example/#city", "name": "Miasto"})
    {'@id': 'https://miasto.example/#city'}
    """
    return {"@id": node["@id"]} if "@id" in node else node


def known(node: Node) -> Node:
    """Without what is not known.

    >>> known({"name": "Miasto", "url": None})
    {'name': 'Miasto'}
    """
    return {key: value for key, value in node.items() if value is not None and value != []}


def plain(node: Node) -> Node:
    """Without the invisible marks of language: no machine reads them."""
    return {key: _plain(value) for key, value in node.items()}


def _plain(value: object) -> object:
    if isinstance(value, str):
        return without_marks(value)
    if isinstance(value, dict):
        return plain(value)
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def stated(fact: Fact[When] | None, inferred: Inference | None) -> str | None:
    """A date at its own precision, if it is one date, nobody disputes it, and it is not our inference."""
    if fact is None or inferred is not None or fact.is_disputed or fact.value.on is None:
        return None
    return fact.value.on.isoformat()
