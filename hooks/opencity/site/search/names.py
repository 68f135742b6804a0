"""The register in; what its networks and cities are called, as folded words in every form and language, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from opencity.register.models import City, Network, Text
from opencity.register.registry import Registry
from opencity.site.search.folding import words_of

SHORTEST = 4
"""Letters of the shortest word that a slip of the finger is looked for in; abbreviations may be shorter."""

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Called:
    """A network by every name: each as its words."""

    phrases: tuple[Phrase, ...]

    @property
    def words(self) -> frozenset[str]:
        """The words of all its names."""
        return frozenset(word for phrase in self.phrases for word in phrase)


def network_names(registry: Registry) -> Mapping[str, Called]:
    """Network to its names: labels, names over time, abbreviation and variants, in every language."""
    return {
        identity: Called(tuple(dict.fromkeys(phrase for text in _names(item.record) if (phrase := _phrase(text)))))
        for identity, item in registry.networks.items()
    }


def _names(network: Network) -> Iterator[str]:
    yield from _in_every_language(network.label)
    for name in network.names:
        yield from (text for text, _ in name.official)
        yield from (name.__pydantic_extra__ or {}).values()
    if network.abbreviation:
        yield network.abbreviation.text
    yield from (variant.text for variant in network.variants)


def _in_every_language(text: Text) -> Iterator[str]:
    return (text.in_(locale) for locale in text.locales)


def _phrase(text: str) -> Phrase:
    return tuple(words_of(text))


def city_groups(registry: Registry) -> list[list[str]]:
    """For each word of a city's name every form that it has: `krakow`, `krakowa`, `krakowie`."""
    return [group for item in registry.cities.values() for group in _forms(item.record)]


def _forms(city: City) -> Iterator[list[str]]:
    cases = city.pl
    every = (cases.nominative, cases.genitive, cases.dative, cases.accusative, cases.instrumental, cases.locative)
    phrases = [_phrase(text) for text in every]
    others = [
        _phrase(text) for text in (city.en, *(name.nominative for name in (city.__pydantic_extra__ or {}).values()))
    ]
    alike = [phrase for phrase in (*phrases, *others) if len(phrase) == len(phrases[0])]
    for at in range(len(phrases[0])):
        group = sorted({phrase[at] for phrase in alike})
        if len(group) > 1:
            yield group


def slip_names(registry: Registry) -> list[str]:
    """The words in which a slip of the finger is forgiven: names of the register."""
    found: set[str] = set()
    for called in network_names(registry).values():
        found.update(word for word in called.words if len(word) >= SHORTEST)
    for item in registry.networks.values():
        if item.record.abbreviation:
            found.update(words_of(item.record.abbreviation.text))
    for group in city_groups(registry):
        found.update(word for word in group if len(word) >= SHORTEST)
    return sorted(found)
