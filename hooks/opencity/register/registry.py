"""All records, once read and checked: frozen, by kind and id, with the questions that views ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from opencity.problems import Place
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
    Source,
)
from opencity.register.synonyms import Synonyms
from opencity.register.yaml_reader import Path, YamlFile

R = TypeVar("R", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Item(Generic[R]):
    """A record with the file it came from, so that a rule can say where a fault stands."""

    kind: str
    id: str
    record: R
    file: YamlFile
    path: Path = ()
    city: str | None = None

    def place(self, *path: str | int, key: bool = False) -> Place:
        """The position of a part of the record."""
        return self.file.place_of((*self.path, *path), key=key)


ANY = "*"
"""Stands for every id of a kind, where a file that holds many records could not be read."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The records that have faults of their own: they are there, so nothing else may be said to lack them."""

    records: frozenset[tuple[str, str]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.records)

    def has(self, kind: str, identity: str) -> bool:
        """Whether a record of that kind and id was found, and could not be used."""
        return (kind, identity) in self.records or (kind, ANY) in self.records

    def has_membership_of(self, city: str) -> bool:
        """Whether any membership of a city could not be used."""
        return any(kind == "membership" and identity.startswith((f"{city}/", ANY)) for kind, identity in self.records)


@dataclass(frozen=True)
class Registry:
    """Every record of every city. A site speaks for `site.city`; nothing else tells its city apart."""

    site: Site
    site_item: Item[Site]
    cities: Mapping[str, Item[City]]
    networks: Mapping[str, Item[Network]]
    memberships: Mapping[str, Item[Membership]]
    programmes: Mapping[str, Item[Programme]]
    events: Mapping[str, Item[Event]]
    projects: Mapping[str, Item[Project]]
    funds: Mapping[str, Item[Fund]]
    documents: Mapping[str, Item[Document]]
    sources: Mapping[str, Item[Source]]
    synonyms: Synonyms = field(default_factory=dict)
    """Language to groups of words that mean the same to a reader who searches."""

    def items(self) -> Iterator[Item[Record]]:
        """Every record of every kind, with its file."""
        yield self.site_item
        for group in (
            self.cities,
            self.networks,
            self.memberships,
            self.programmes,
            self.events,
            self.projects,
            self.funds,
            self.documents,
            self.sources,
        ):
            yield from group.values()

    def of_kind(self, kind: str) -> Mapping[str, Item[Record]]:
        """The records of a kind, as references name it: `city`, `source`, `network` …

        Raises KeyError for what is no kind of record that others refer to.
        """
        groups: dict[str, Mapping[str, Item[Record]]] = {
            "source": self.sources,
            "network": self.networks,
            "city": self.cities,
            "programme": self.programmes,
            "project": self.projects,
            "fund": self.funds,
            "document": self.documents,
            "event": self.events,
        }
        return groups[kind]

    @property
    def city(self) -> City:
        """The city this site speaks for."""
        return self.cities[self.site.city].record

    def membership(self, city: str, network: str) -> Membership | None:
        """A city's membership in a network, if the register holds one."""
        item = self.memberships.get(f"{city}/{network}")
        return item.record if item else None

    def memberships_of(self, city: str) -> tuple[Membership, ...]:
        """A city's memberships, in the order of their network ids."""
        return tuple(item.record for item in self.memberships.values() if item.city == city)

    def memberships_in(self, network: str) -> Mapping[str, Membership]:
        """City id to membership, for every city with a path in the network."""
        return {
            item.city: item.record
            for item in self.memberships.values()
            if item.record.network == network and item.city is not None
        }

    def programmes_of(self, city: str) -> tuple[Programme, ...]:
        """A city's own programmes."""
        return tuple(item.record for item in self.programmes.values() if item.city == city)
