"""Where each kind of record lives: a path under `data/` in; its kind, model and id out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from opencity.register.models import (
    City,
    Document,
    Event,
    Fund,
    Membership,
    Network,
    Programme,
    Project,
    Record,
    Site,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record that has a file of its own."""

    name: str
    pattern: str
    model: type[Record]
    id_field: str | None = "id"
    make_id: Callable[[re.Match[str]], str] = lambda match: match["id"]

    def match(self, path: str) -> re.Match[str] | None:
        """The match of a path relative to `data/`, with slashes."""
        return re.fullmatch(self.pattern, path)


_NAME = r"[^/]+"

KINDS: tuple[Kind, ...] = (
    Kind("site", r"site\.yml", Site, None, lambda match: "site"),
    Kind("city", rf"cities/(?P<id>{_NAME})/city\.yml", City),
    Kind(
        "membership",
        rf"cities/(?P<city>{_NAME})/memberships/(?P<id>{_NAME})\.yml",
        Membership,
        "network",
        lambda match: f"{match['city']}/{match['id']}",
    ),
    Kind("programme", rf"cities/(?P<city>{_NAME})/programmes/(?P<id>{_NAME})\.yml", Programme),
    Kind("event", rf"cities/(?P<city>{_NAME})/events/(?P<id>{_NAME})\.yml", Event),
    Kind("event", rf"events/(?P<id>{_NAME})\.yml", Event),
    Kind("network", rf"networks/(?P<id>{_NAME})\.yml", Network),
    Kind("project", rf"projects/(?P<id>{_NAME})\.yml", Project),
    Kind("fund", rf"funds/(?P<id>{_NAME})\.yml", Fund),
    Kind("document", rf"documents/(?P<id>{_NAME})\.yml", Document),
)

SOURCES = re.compile(rf"sources/{_NAME}\.yml")
"""Files that hold many records: id to source."""

ELSEWHERE = re.compile(r"strings/[a-z]{2}\.yml|translations\.yml")
"""Files under `data/` that are no records; other parts of the engine read them."""


def kind_of(path: str) -> tuple[Kind, re.Match[str]] | None:
    """The kind of record a file must hold, from its path.

    >>> kind_of("networks/icc.yml")[0].name
    'network'
    """
    for kind in KINDS:
        match = kind.match(path)
        if match:
            return kind, match
    return None
