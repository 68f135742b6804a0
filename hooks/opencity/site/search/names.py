"""The register in; what its networks, programmes, cities, people and bodies are called, as folded words, out."""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from opencity.register.models import City, Network, Text
from opencity.register.models.facts import Credit, Person, Role, Statement, Unit
from opencity.register.models.money import Party
from opencity.register.models.network import RunBy
from opencity.register.models.programme import Programme
from opencity.register.registry import Registry
from opencity.site.search.folding import words_of

SHORTEST = 4
"""Letters of the shortest word that a slip of the finger is looked for in; abbreviations may be shorter."""
BEGINNING = 3
"""Letters that inflection leaves alone at the beginning of a word of a name."""
ENDING = 3
"""Letters that it may change at the end."""

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Called:
    """A network or programme by every name, each as its words.

    `own` are the words that no other has in its names: they tell it apart.
    """

    phrases: tuple[Phrase, ...]
    own: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        """The words of all its names."""
        return frozenset(itertools.chain.from_iterable(self.phrases))


@dataclass(frozen=True, slots=True)
class Names:
    """The networks and programmes of a register by their names. `begins` leads from a beginning to a name."""

    networks: Mapping[str, Called]
    programmes: Mapping[str, Called]
    begins: Mapping[str, Sequence[tuple[Phrase, str]]]

    def mentioned(self, words: Sequence[str]) -> tuple[str, ...]:
        """The networks that a text names by an abbreviation or by a whole name, inflected or not."""
        found: dict[str, None] = {}
        for at, word in enumerate(words):
            for phrase, network in self.begins.get(word[:BEGINNING], ()):
                if _says(words[at : at + len(phrase)], phrase):
                    found[network] = None
        return tuple(found)


def names_of(registry: Registry, common: Iterable[str] = ()) -> Names:
    """The names of a register. Words of `common` texts, such as what a network is, tell none of them apart."""
    networks = {identity: _phrases(_network_names(item.record)) for identity, item in registry.networks.items()}
    programmes = {identity: _phrases(_programme_names(item.record)) for identity, item in registry.programmes.items()}
    every = (*networks.values(), *programmes.values())
    count = Counter(word for phrases in every for word in {word for phrase in phrases for word in phrase})
    own = {word for word, times in count.items() if times == 1}.difference(*map(words_of, common))
    begins: dict[str, list[tuple[Phrase, str]]] = {}
    for identity, phrases in networks.items():
        for phrase in phrases:
            begins.setdefault(phrase[0][:BEGINNING], []).append((phrase, identity))
    return Names(_called(networks, own), _called(programmes, own), begins)


def _called(named: Mapping[str, tuple[Phrase, ...]], own: set[str]) -> Mapping[str, Called]:
    return {
        identity: Called(phrases, frozenset(itertools.chain.from_iterable(phrases)) & own)
        for identity, phrases in named.items()
    }


def _says(words: Sequence[str], phrase: Phrase) -> bool:
    """Whether words are a name. One that is a single word is not inflected: it could be any other word."""
    if len(phrase) == 1:
        return words[0] == phrase[0]
    return len(words) == len(phrase) and all(map(_alike, words, phrase))


@functools.lru_cache(maxsize=65_536)  # the same few names meet the same words on every page
def _alike(word: str, other: str) -> bool:
    """Whether two words may be forms of one: they differ at the end only."""
    if word == other:
        return True
    shared = _shared(word, other)
    return shared >= BEGINNING and max(len(word), len(other)) - shared <= ENDING


def _shared(word: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))


def _phrases(texts: Iterable[str]) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(phrase for text in texts if (phrase := tuple(words_of(text)))))


def _network_names(network: Network) -> Iterator[str]:
    """Labels, names over time, the abbreviation and variants, in every language."""
    yield from _in_every_language(network.label)
    for name in network.names:
        yield from (text for text, _ in name.official)
        yield from (name.__pydantic_extra__ or {}).values()
    if network.abbreviation:
        yield network.abbreviation.text
    yield from (variant.text for variant in network.variants)


def _programme_names(programme: Programme) -> Iterator[str]:
    yield from _in_every_language(programme.label)
    yield from _in_every_language(programme.name)
    yield from (variant.text for variant in programme.variants)


def _in_every_language(text: Text) -> Iterator[str]:
    return (text.in_(locale) for locale in text.locales)


# --- cities ---------------------------------------------------------------------------------------------


def city_groups(registry: Registry) -> tuple[tuple[str, ...], ...]:
    """For each word of each city's name all its forms in every language, and its adjective.

    `bielsko, bielska, bielsku, bielski …` and `biala, bialej …` for Bielsko-Biała.
    """
    return tuple(group for item in registry.cities.values() for group in _forms(item.record))


def _forms(city: City) -> Iterator[tuple[str, ...]]:
    cases = city.pl
    every = (cases.nominative, cases.genitive, cases.dative, cases.accusative, cases.instrumental, cases.locative)
    first, *others = (tuple(words_of(text)) for text in (*every, *_further(city)))
    if not first:  # a name without a letter has no words to find it by
        return
    columns = [{word} for word in first]
    for phrase in others:
        if len(phrase) >= len(first):  # "w Bielsku-Białej" has one word more, in front
            for column, word in zip(columns, phrase[-len(first) :], strict=True):
                column.add(word)
    for word in words_of(city.adjective):
        max(columns, key=lambda column: max(_shared(word, each) for each in column)).add(word)
    yield from (tuple(sorted(column)) for column in columns if len(column) > 1)


def _further(city: City) -> Iterator[str]:
    """The names in other languages, in the forms that are known."""
    yield city.en
    for name in (city.__pydantic_extra__ or {}).values():
        yield from (form for form in (name.nominative, name.genitive, name.within) if form)


# --- names in which a slip is forgiven --------------------------------------------------------------------


def slip_words(registry: Registry, names: Names) -> frozenset[str]:
    """The words of names in the register, long enough to know a slip of the finger from another word."""
    called = (*names.networks.values(), *names.programmes.values())
    words = {word for name in called for word in name.words}
    words.update(word for group in city_groups(registry) for word in group)
    for kind in (registry.networks, registry.memberships, registry.programmes, registry.events, registry.projects):
        for item in kind.values():
            words.update(word for text in _people_and_bodies(item.record) for word in words_of(text))
    letters = (item.record.abbreviation.text for item in registry.networks.values() if item.record.abbreviation)
    short = {word for text in letters for word in words_of(text)}
    return frozenset({word for word in words if len(word) >= SHORTEST and not word.isdigit()} | short)


def _people_and_bodies(value: object) -> Iterator[str]:
    """Whoever a record names, at whatever depth."""
    if isinstance(value, Role) and value.holder:
        yield value.holder
    elif isinstance(value, Statement):
        yield value.speaker
    elif isinstance(value, Person | Credit | Party):
        yield value.name
    elif isinstance(value, RunBy | Unit):
        yield from _in_every_language(value.name)
    if isinstance(value, BaseModel):
        for _, part in value:
            yield from _people_and_bodies(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _people_and_bodies(part)
