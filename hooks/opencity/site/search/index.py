"""Pages with their sections in; the postings of every word and the texts to show, in parts that stay small, out.

A browser reads one small file to begin, one for each beginning of a word that it looks for, and one for each page
that it shows.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from opencity.site.search.folding import words_of
from opencity.site.search.names import Called
from opencity.site.search.reading import Section

SHARD = 12_000
"""Bytes of a file of words above which it is split by one more letter."""
DEEPEST = 3
"""Letters by which words are split at most."""
PACK = 6_000
"""Bytes of text in one file of texts, or one section where it is longer."""

Json = object


class Field(IntEnum):
    """Where in a section a word stands. A name stands there in meaning, not in print."""

    TEXT = 0
    HEADING = 1
    TITLE = 2
    NAME = 3


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page with all that a result shows of it."""

    kind: str
    title: str
    url: str
    trail: tuple[str, ...]
    date: str
    lang: str
    networks: tuple[str, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The parts of an index: what the start file knows of pages, and the other files by their names."""

    pages: tuple[Json, ...]
    packs: tuple[int, ...]
    sections: int
    shards: Mapping[str, Mapping[str, Sequence[int]]]
    texts: tuple[Mapping[str, Json], ...]


def as_json(value: Json) -> bytes:
    """JSON as it is published: compact, and the same for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def index_of(pages: Iterable[IndexedPage], kinds: Sequence[str], networks: Mapping[str, Called]) -> Index:
    """Number the sections of all pages and note in which of them each word stands."""
    postings: defaultdict[str, set[int]] = defaultdict(set)
    order = {network: at for at, network in enumerate(networks)}
    listed: list[Json] = []
    packs: list[int] = []
    texts: list[Mapping[str, Json]] = []
    number = 0
    for page in pages:
        listed.append(
            [kinds.index(page.kind), [order[network] for network in page.networks if network in order], number]
        )
        for at, section in enumerate(page.sections):
            for field, word in _said(page, section, is_first=at == 0, networks=networks):
                postings[word].add((number + at) * 4 + field)
        for pack in _packed(page.sections):
            packs.append(number)
            number += len(pack)
            texts.append({"page": _shown_page(page), "sections": [_shown(section) for section in pack]})
    words = {word: _deltas(sorted(found)) for word, found in postings.items()}
    return Index(tuple(listed), tuple(packs), number, shards_of(words), tuple(texts))


def _said(
    page: IndexedPage, section: Section, *, is_first: bool, networks: Mapping[str, Called]
) -> Iterable[tuple[Field, str]]:
    text, heading = words_of(f"{section.text} {section.date}"), words_of(section.heading)
    yield from ((Field.TEXT, word) for word in text)
    yield from ((Field.TITLE if is_first else Field.HEADING, word) for word in heading)
    about = dict.fromkeys((*(page.networks if is_first else ()), *section.networks))
    yield from ((Field.NAME, word) for network in about if network in networks for word in networks[network].words)


def _deltas(numbers: Sequence[int]) -> list[int]:
    """Ascending numbers as the steps between them."""
    return [number - before for before, number in zip((0, *numbers), numbers, strict=False)]


def _shown_page(page: IndexedPage) -> Mapping[str, Json]:
    shown = {"title": page.title, "url": page.url, "trail": list(page.trail), "date": page.date}
    return shown | ({"lang": page.lang} if page.lang else {})


def _shown(section: Section) -> Mapping[str, Json]:
    heading = section.heading or section.within
    return {"anchor": section.anchor, "heading": heading, "text": section.text, "date": section.date}


def _packed(sections: Sequence[Section]) -> Iterable[Sequence[Section]]:
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
