"""Pages and records in; anchors written by hand, and ids that would make one anchor twice, out.

Every anchor comes from a heading or from an id of the register, so the map of pages knows them all. Headings give
anchors without `_`, records give them with a `_` behind a word of the engine's or the id of a network or programme.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from opencity.pages.fences import blank_code, outside_fences
from opencity.pages.page import Page
from opencity.problems import Mark, Place, Problem
from opencity.register.registry import Registry

_BY_HAND = re.compile(
    r"\{:?(?=[^{}\n]{0,200}\})(?:[^{}\n#]{0,99}\s)??#[^\s{}#]{1,100}[^{}\n]{0,99}\}"
    r"|<[a-z][a-z0-9]{0,20}\s(?:[^<>]{0,300}?\s)??id\s{0,9}=[^<>]{0,100}",
    re.IGNORECASE,
)
"""`{#name}` of the Markdown extension attr_list, and an HTML element with an id."""


def check_own_anchors(page: Page) -> Iterator[Problem]:
    """Report every anchor that an editor wrote by hand."""
    for index, line in outside_fences(page.source.body.split("\n")):
        for match in _BY_HAND.finditer(blank_code(line)) if "#" in line or "id" in line.lower() else ():
            place = Place(page.source.file, Mark(page.source.body_line + index, match.start() + 1))
            yield Problem("E-ANCHOR-OWN", place, {"given": match[0][:60]})


def check_ids(registry: Registry, taken: frozenset[str]) -> Iterator[Problem]:
    """Report the networks, programmes and cities whose ids begin anchors that something else has."""
    for group in (registry.networks, registry.programmes, registry.cities):
        for identity, item in group.items():
            if identity in taken:
                yield Problem("E-ID-TAKEN", item.place("id"), {"given": identity})
    for identity, programme in registry.programmes.items():
        if identity in registry.networks:
            first = registry.networks[identity].file.name
            yield Problem("E-ID-TAKEN", programme.place("id"), {"given": identity, "guess": first})
