"""Translators who have never seen the site: each interface word is described to them, each blank is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pytest
from small_site import ROOT

from opencity.language.descriptions import GROUP, descriptions, written_descriptions
from opencity.language.keys import blanks as blanks_of
from opencity.language.keys import templates
from opencity.language.words import LETTERS, shipped_locales

ENTRIES = templates()
WRITTEN = written_descriptions()


def groups(key: str) -> tuple[str, ...]:
    """The groups in which a key stands, the smallest first: `section.cities`, `section`."""
    parts = key.split(".")
    return tuple(".".join(parts[:end]) for end in range(len(parts) - 1, 0, -1))


def undescribed(entries: Iterable[str], written: Iterable[str]) -> list[str]:
    """The keys that neither they themselves nor a group of theirs describes."""
    known = set(written)
    return [key for key in entries if not known.intersection((key, *(f"{group}.{GROUP}" for group in groups(key))))]


def idle(entries: Iterable[str], written: Iterable[str]) -> list[str]:
    """The descriptions of a key that is not there, and of a group in which every key has its own."""
    keys, known = set(entries), set(written)
    left = {key: next(group for group in (*groups(key), "") if not group or f"{group}.{GROUP}" in known)
            for key in keys - known}  # fmt: skip
    used = {f"{group}.{GROUP}" for group in left.values()}
    return sorted(known - keys - used)


def blanks(key: str) -> frozenset[str]:
    """The blanks of an entry; of those that stand for each other, one."""
    entry = ENTRIES[key]
    forms = entry.values() if isinstance(entry, Mapping) else (entry,)
    return frozenset().union(*(blanks_of(key, text) or () for text in forms))


def named(key: str, text: str) -> frozenset[str]:
    """The blanks of an entry that a text names."""
    return blanks_of(key, "".join(re.findall(r"\{\w+\}", text))) or frozenset()


def sentences(text: str) -> list[str]:
    """The sentences of a description; what it quotes is not looked into."""
    return re.split(r"(?<=[.!?]) +(?=[A-Z{`])", re.sub("„[^”]*”", "quoted", text))


def test_every_interface_word_has_a_description_of_its_own_or_of_its_group() -> None:
    assert undescribed(ENTRIES, WRITTEN) == []


def test_no_description_is_left_without_a_word() -> None:
    assert idle((*ENTRIES, f"{LETTERS}ж"), WRITTEN) == []


def test_what_is_missing_or_left_over_would_be_told() -> None:
    entries = ("menu.home", "act.left", "act.gap", "tie.member")
    written = ("menu.home", f"act.{GROUP}", f"menu.{GROUP}", "menu.skip")
    assert undescribed(entries, written) == ["tie.member"]
    assert idle(entries, written) == [f"menu.{GROUP}", "menu.skip"]


@pytest.mark.parametrize("key", [key for key in ENTRIES if blanks(key)])
def test_every_blank_is_named_where_its_word_is_described(key: str) -> None:
    told = (key, *(f"{group}.{GROUP}" for group in groups(key)))
    assert blanks(key) - named(key, " ".join(WRITTEN.get(each, "") for each in told)) == set()


@pytest.mark.parametrize("key", WRITTEN)
def test_no_description_names_a_blank_that_its_words_have_not(key: str) -> None:
    described = [each for each in ENTRIES if key in (each, *(f"{group}.{GROUP}" for group in groups(each)))]
    there = frozenset().union(*(blanks(each) for each in described))
    assert named(described[0] if described else key, WRITTEN[key]) - there == set()


@pytest.mark.parametrize("key", WRITTEN)
def test_a_description_is_one_sentence_or_two_in_english(key: str) -> None:
    text = WRITTEN[key]
    assert re.match("[A-Z{]", text)
    assert text.endswith(".")
    assert 1 <= len(sentences(text)) <= 2
    assert len(text) < 320
    outside = re.sub("„[^”]*”", "", text)
    assert not re.search("[ąćęłńóśźż]", outside, re.IGNORECASE), "Polish words stand in quotation marks"


def test_a_key_that_a_description_refers_to_is_there() -> None:
    meant = {name for text in WRITTEN.values() for name in re.findall(r"(?:entry|group) `([\w.]+)`", text)}
    assert meant
    assert meant - ENTRIES.keys() - {group for key in ENTRIES for group in groups(key)} == set()


def test_translators_read_one_text_for_each_key() -> None:
    texts = descriptions()
    assert texts.keys() == ENTRIES.keys()
    assert texts["act.left"] == WRITTEN["act.left"] != texts["act.event"] == WRITTEN["act._"]
    assert texts["section.cities.charter"] == WRITTEN["section.cities._"]


def test_the_descriptions_are_no_language() -> None:
    assert (ROOT / "hooks/opencity/language/descriptions.yml").is_file()
    assert "descriptions" not in shipped_locales()
