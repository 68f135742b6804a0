"""A Polish word in; the lexemes that it may be a form of, each with all of its forms in use, out.

The dictionary is Morfeusz (SGJP). The search does not use it, so it may judge the search.
"""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from typing import Any

LOCALE = "pl"
"""The language that the dictionary knows."""
MISSING = "the dictionary of Polish forms (morfeusz2) has no package for this system"

_NOUN, _ADJECTIVE, _ADVERB = frozenset({"subst"}), frozenset({"adj"}), frozenset({"adv"})
_VERB = frozenset({"inf", "fin", "bedzie", "praet", "impt", "imps", "cond"})
_KINDS = (_NOUN, _ADJECTIVE, _ADVERB, _VERB, frozenset({"ger"}), frozenset({"pact"}), frozenset({"ppas"}))
"""Tags that are forms of one lexeme. Participles and gerunds are inflected by themselves, as adjectives and nouns."""

_WITHOUT_FORMS = frozenset({"comp", "conj", "interj", "num", "part", "ppron12", "ppron3", "pred", "prep", "siebie"})
"""Tags of words that have no forms, or forms that nobody looks for."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word of the dictionary: its base form (`rada`) and every form of it, in lower case."""

    base: str
    forms: frozenset[str]


def is_installed() -> bool:
    """Whether there is a dictionary on this system."""
    return importlib.util.find_spec("morfeusz2") is not None


class Dictionary:
    """The dictionary, open."""

    def __init__(self) -> None:
        self._morfeusz: Any = importlib.import_module("morfeusz2").Morfeusz(generate=True, praet="composite")
        self._known: dict[str, tuple[Lexeme, ...]] = {}

    def lexemes(self, word: str) -> tuple[Lexeme, ...]:
        """What a word may be a form of; nothing for one that is unknown, or may be a word without forms (`bez`)."""
        if word not in self._known:
            self._known[word] = self._read(word)
        return self._known[word]

    def _read(self, word: str) -> tuple[Lexeme, ...]:
        found = {}
        for _, _, (form, name, tag, _, labels) in self._morfeusz.analyse(word):
            if labels or form.lower() != word.lower():
                continue
            if tag.partition(":")[0] in _WITHOUT_FORMS or tag.endswith(":neg"):
                return ()
            kind = _kind(tag)
            if kind:
                found[name, kind] = Lexeme(name.partition(":")[0], self._forms(name, kind) | {word.lower()})
        return tuple(found.values())

    def _forms(self, name: str, kind: frozenset[str]) -> frozenset[str]:
        """The forms of a lexeme, in lower case."""
        generated = self._morfeusz.generate(name.partition(":")[0])
        return frozenset(
            form.lower()
            for form, of, tag, _, labels in generated
            if of == name and _kind(tag) == kind and not labels and _is_in_use(tag) and form.isalpha()
        )


def _kind(tag: str) -> frozenset[str]:
    """The tags that belong together with this one; none for what is not inflected."""
    first = tag.partition(":")[0]
    return next((kind for kind in _KINDS if first in kind), frozenset())


def _is_in_use(tag: str) -> bool:
    """Left out: vocatives, negated participles (words of their own), persons of a neuter verb (`przyjęłom`)."""
    parts = tag.split(":")
    neuter = "n" in parts and bool({"pri", "sec"} & {*parts})
    return "voc" not in parts and "neg" not in parts and not neuter
