"""`data/synonyms.yml` in; by language the groups of words that mean the same to a reader who searches, out.

    pl:
      - [cudzoziemiec, cudzoziemka, obcokrajowiec]

The file is shared by all cities, so it may hold languages that a site does not publish.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from opencity.problems import Collector, Problem
from opencity.register.models.text import is_language, no_language
from opencity.register.yaml_reader import Path, Tree, YamlFile

LONGEST = 40
"""The longest word in letters."""
MOST = 2_000
"""The most groups of one language: readers download them all with their first search."""

LARGEST = 30
"""The most words of one group: a browser makes all forms of them all whenever one of them is looked for."""

Synonyms = Mapping[str, tuple[tuple[str, ...], ...]]
"""Language to its groups, as they are written."""


def read_synonyms(file: YamlFile) -> tuple[Synonyms, tuple[Problem, ...]]:
    """Every group without a fault, and every fault with its place."""
    assert isinstance(file.tree, dict)  # the reader of mappings saw to it
    problems = Collector()
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for locale, groups in file.tree.items():
        faults = [*_language_faults(locale, file), *_list_faults((locale,), groups, locale, file)]
        if not faults and len(groups) > MOST:
            place = file.place_of((locale, MOST))
            faults.append(Problem("E-SYNONYM-MANY", place, {"locale": locale, "limit": str(MOST)}))
        problems.extend(faults)
        if isinstance(groups, list) and not faults:
            found[locale] = _groups(locale, groups, file, problems)
    return MappingProxyType(found), problems.sorted()


def _groups(locale: str, groups: list[Tree], file: YamlFile, problems: Collector) -> tuple[tuple[str, ...], ...]:
    """The groups of one language. A word stands once in all of them: in two groups, they would be one."""
    first: dict[str, Path] = {}
    kept = []
    for index, group in enumerate(groups):
        faults = [*_list_faults((locale, index), group, locale, file)]
        if isinstance(group, list):
            faults += _group_faults(group, (locale, index), first, file)
        problems.extend(faults)
        if isinstance(group, list) and not faults:
            kept.append(tuple(str(word) for word in group))
    return tuple(kept)


def _group_faults(group: list[Tree], at: Path, first: dict[str, Path], file: YamlFile) -> Iterator[Problem]:
    if len(group) < 2:
        yield Problem("E-SYNONYM-ONE", file.place_of(at), {"given": ", ".join(map(str, group))[:80]})
    if len(group) > LARGEST:
        yield Problem("E-SYNONYM-LARGE", file.place_of((*at, LARGEST)), {"limit": str(LARGEST)})
    for index, word in enumerate(group):
        place = file.place_of((*at, index))
        if not isinstance(word, str):
            yield Problem("E-TYPE-TEXT", place)
            continue
        if not _is_word(word):
            yield Problem("E-SYNONYM-WORD", place, {"given": word[:80], "limit": str(LONGEST)})
            continue
        before = first.setdefault(unicodedata.normalize("NFC", word).casefold(), (*at, index))
        if before[:2] != at:
            line = file.place_of(before).mark.line
            yield Problem("E-SYNONYM-GROUPS", place, {"given": word, "first": str(line)})
        elif before[2] != index:
            yield Problem("E-SYNONYM-TWICE", place, {"given": word})


def _is_word(text: str) -> bool:
    """Whether a text is one word as the search reads it: letters and digits, and nothing between them."""
    composed = unicodedata.normalize("NFC", text)
    return len(composed) <= LONGEST and composed.isalnum() and not composed.isdigit()


def _language_faults(locale: str, file: YamlFile) -> Iterator[Problem]:
    place = file.place_of((locale,), key=True)
    if not re.fullmatch("[a-z]{2}", locale):
        example = locale.lower() if re.fullmatch("[A-Za-z]{2}", locale) else "pl"
        yield Problem("E-FORM", place, {"given": locale[:80], "example": f"{example}:"})
    elif not is_language(locale):
        yield Problem("E-LANGUAGE", place, no_language(locale).context or {})


def _list_faults(path: Path, node: Tree, locale: str, file: YamlFile) -> Iterator[Problem]:
    """What is wrong where a list of groups or a group belongs."""
    if isinstance(node, str) and not node.strip():
        yield Problem("E-BLANK", file.place_of(path), {"field": locale})
    elif not isinstance(node, list):
        given = node[:80] if isinstance(node, str) else "…: …"
        meant = given if re.fullmatch(r"\w+(?:, \w+)+", given) else "…, …"
        yield Problem("E-TYPE-LIST", file.place_of(path), {"field": locale, "given": given, "guess": f"[[{meant}]]"})
