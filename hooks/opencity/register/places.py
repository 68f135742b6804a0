"""Where each kind of record lives: a path under `data/` in; its kind, model and id out."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from opencity.register.model_errors import near_miss
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
from opencity.register.models.text import SLUG


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

SYNONYMS = "synonyms.yml"
"""The file of words that mean the same: lists of words, no records."""

ELSEWHERE = re.compile(r"strings/[a-z]{2}\.yml|translations\.yml|addresses\.yml")
"""Files under `data/` that are no records; other parts of the engine read them."""

BY_COMPUTER = frozenset({"translations.yml", "addresses.yml"})
"""Those of them that a command writes: they grow with the site, and their own readers tell what is wrong in them."""


_FOLDERS = ("cities", "networks", "projects", "funds", "documents", "events", "sources")
_CITY_FOLDERS = ("memberships", "programmes", "events")


def bad_part(path: str) -> tuple[str, str] | None:
    """The path up to its first badly named part, and that part; None where all is well.

    >>> bad_part("cities/kraków/city.yml")
    ('cities/kraków', 'kraków')
    """
    parts = path.split("/")
    for index, part in enumerate(parts):
        if not re.fullmatch(SLUG, part.removesuffix(".yml")):
            return "/".join(parts[: index + 1]), part
    return None


def meant(path: str) -> str:
    """The path that an editor probably meant by one that is badly named or fits no kind.

    >>> meant("cities/kraków/event/2025 Indeks.yaml")
    'cities/krakow/events/2025-indeks.yml'
    """
    *folders, name = path.split("/")
    parts = [*(_plain(folder) for folder in folders), _plain(name.partition(".")[0])]
    for index, known in ((0, _FOLDERS), (2, _CITY_FOLDERS)):
        if index < len(folders):
            parts[index] = near_miss(parts[index], known) or parts[index]
    return f"{'/'.join(parts)}.yml"


def _plain(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower().replace("ł", "l")).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def kind_by_fields(kind: Kind, tree: Mapping[str, object]) -> Kind | None:
    """The kind that a record in the wrong folder belongs to: it knows every field, where `kind` misses several."""
    if len([key for key in tree if key not in _fields(kind.model)]) < 2:
        return None
    return next((other for other in KINDS if _fields(other.model) >= set(tree)), None)


@functools.cache
def _fields(model: type[Record]) -> frozenset[str]:
    return frozenset(field.alias or name for name, field in model.model_fields.items())


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
