"""Pages with their sections in; the postings of every word and the texts to show, in parts that stay small, out.

A browser reads one small file to begin, one for each beginning of a word that it looks for, and one for each page
that it shows.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from opencity.site.search.folding import words_of
from opencity.site.search.names import Names
from opencity.site.search.reading import Section

SHARD = 12_000
"""Bytes of a file of words above which it is split by one more letter."""
DEEPEST = 3
"""Letters by which words are split at most."""
PACK = 6_000
"""Bytes of text in one file of texts, or one section where it is longer."""

Json = object


class Field(IntEnum):
    """Where in a section a word stands: what the weight of a hit depends on.

    The names of a network that is not called by all of them there count as well: as NAME where the page is about
    that network alone, as HEADING in an article or entry about it, as TEXT where it is only mentioned.
    """

    TEXT = 0
    HEADING = 1
    TITLE = 2
    NAME = 3


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page with all that a result shows of it, and what it can be found by.

    `names` are the words of all names of the thing that the page is about, `about` those of what an article tells of;
    `networks` are those that the page is about as a whole.
    """

    kind: str
    title: str
    url: str
    trail: tuple[str, ...]
    date: str
    lang: str
    sections: tuple[Section, ...]
    names: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    networks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """The parts of an index: what the start file knows of pages, and the other files by their names."""

    pages: tuple[Json, ...]
    """Of each page its kind, its first section and how many words its title has."""
    about: tuple[Sequence[int], ...]
    """Of each network the sections about it, by which results are narrowed: the first of a page stands for all."""
    packs: tuple[int, ...]
    sections: int
    shards: Mapping[str, Mapping[str, Sequence[int]]]
    texts: tuple[Mapping[str, Json], ...]


def as_json(value: Json) -> bytes:
    """JSON as it is published: compact, and the same for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def index_of(pages: Iterable[IndexedPage], kinds: Sequence[str], names: Names) -> Index:
    """Number the sections of all pages and note in which of them each word stands."""
    postings: defaultdict[str, set[int]] = defaultdict(set)
    about: dict[str, set[int]] = {network: set() for network in names.networks}
    listed: list[Json] = []
    packs: list[int] = []
    texts: list[Mapping[str, Json]] = []
    number = 0
    for page in pages:
        listed.append([kinds.index(page.kind), number, len(words_of(page.title))])
        for pack in _packed(page.sections):
            packs.append(number)
            texts.append({"page": _shown_page(page), "sections": [_shown(section) for section in pack]})
            for section in pack:
                for network in about.keys() & _networks(page, section):
                    about[network].add(number)
                for field, words in _said(page, section, names):
                    for word in words:
                        postings[word].add(number * len(Field) + field)
                number += 1
    words = {word: _deltas(sorted(found)) for word, found in postings.items()}
    told = tuple(_deltas(sorted(sections)) for sections in about.values())
    return Index(tuple(listed), told, tuple(packs), number, shards_of(words), tuple(texts))


def _networks(page: IndexedPage, section: Section) -> set[str]:
    """The networks that a section is about; the first section of a page has those of the page as a whole."""
    return {*section.networks, *(page.networks if not section.anchor else ())}


def _said(page: IndexedPage, section: Section, names: Names) -> Iterator[tuple[Field, Iterable[str]]]:
    """The words of a section, by where they stand in it."""
    is_first = not section.anchor
    heading, text = words_of(section.heading), words_of(section.text)
    yield Field.TITLE if is_first else Field.HEADING, heading
    yield Field.HEADING, words_of(section.date)
    yield Field.TEXT, text
    if is_first:
        yield Field.HEADING, words_of(page.date)
        yield Field.TITLE, words_of(page.title)
        yield Field.NAME, page.names
        yield Field.HEADING, page.about
    # other names of what the page is about as a whole make none of its parts an answer
    whole = page.names | page.about
    known = {network for network in section.networks if network in names.networks}
    yield Field.HEADING, {word for network in known for word in names.networks[network].words} - whole
    mentioned = {*names.mentioned(heading), *names.mentioned(text)}.difference(known, page.networks if is_first else ())
    yield Field.TEXT, {word for network in mentioned for word in names.networks[network].own} - whole


def _deltas(numbers: Sequence[int]) -> list[int]:
    """Ascending numbers as the steps between them."""
    return [number - before for before, number in zip((0, *numbers), numbers, strict=False)]


def _shown_page(page: IndexedPage) -> Mapping[str, Json]:
    shown = {"title": page.title, "url": page.url, "trail": list(page.trail), "date": page.date}
    return shown | ({"lang": page.lang} if page.lang else {})


def _shown(section: Section) -> Mapping[str, Json]:
    heading = section.heading or section.within
    return {"anchor": section.anchor, "heading": heading, "text": section.text, "date": section.date}


def _packed(sections: Sequence[Section]) -> Iterator[Sequence[Section]]:
    """The sections of a page in order, in packs of limited size."""
    pack: list[Section] = []
    size = 0
    for section in sections:
        length = len(section.text.encode())
        if pack and size + length > PACK:
            yield pack
            pack, size = [], 0
        pack.append(section)
        size += length
    yield pack


def shards_of(words: Mapping[str, Sequence[int]]) -> Mapping[str, Mapping[str, Sequence[int]]]:
    """Beginning of words to the words that begin so. A word stands under the longest beginning that is listed."""
    shards: dict[str, Mapping[str, Sequence[int]]] = {}
    _split("", dict(sorted(words.items())), shards)
    return dict(sorted(shards.items()))


def _split(prefix: str, words: Mapping[str, Sequence[int]], shards: dict[str, Mapping[str, Sequence[int]]]) -> None:
    if prefix and (len(prefix) == DEEPEST or len(as_json(words)) <= SHARD):
        shards[prefix] = words
        return
    below: defaultdict[str, dict[str, Sequence[int]]] = defaultdict(dict)
    for word, numbers in words.items():
        below[word[: len(prefix) + 1]][word] = numbers
    for beginning, group in below.items():
        if beginning == prefix:  # the word is as short as the beginning
            shards[prefix] = group
        else:
            _split(beginning, group, shards)
