"""The tables of endings as files: each can be read by the search, and by a teacher of the language."""

from __future__ import annotations

import re

import pytest
from small_site import ROOT

from opencity.language.inflection import Table, inflection_of, stop_words_of, written_table

LOCALES = sorted(path.stem for path in (ROOT / "hooks/opencity/language/inflections").glob("*.yml"))
ENDING = re.compile(r"-|(\(\w+\))?\d?\w*(<\w+>)?")

every_language = pytest.mark.parametrize("locale", LOCALES)


def table(locale: str) -> Table:
    found = written_table(locale)
    assert found is not None
    return found


def test_the_two_languages_of_the_engine_have_tables() -> None:
    assert LOCALES == ["en", "pl"]


def test_a_language_without_a_table_has_neither_endings_nor_stop_words() -> None:
    assert (inflection_of("uk"), stop_words_of("uk")) == (None, ())


@every_language
def test_a_paradigm_has_a_name_of_its_own_and_an_example(locale: str) -> None:
    rows = table(locale)["paradigms"]
    assert {key for row in rows for key in row} <= {"name", "example", "changes", "endings", "shared"}
    assert all(row["name"] and len(row["example"].split()) > 1 for row in rows)


@every_language
def test_endings_are_written_in_the_notation(locale: str) -> None:
    written = table(locale)
    lists = [*written["endings"].values(), *(row["endings"] for row in written["paradigms"]), *written["irregular"]]
    assert [ending for text in lists for ending in text.split() if not ENDING.fullmatch(ending)] == []


@every_language
def test_a_list_of_endings_that_is_named_is_there_and_every_list_is_named(locale: str) -> None:
    written = table(locale)
    texts = [*(row["endings"] for row in written["paradigms"]), *written["irregular"]]
    assert {name for text in texts for name in re.findall(r"<(\w+)>", text)} == set(written["endings"])


@every_language
def test_a_changed_consonant_is_asked_for_where_changes_are_listed(locale: str) -> None:
    for row in table(locale)["paradigms"]:
        asked = set(re.findall(r"\d", row["endings"]))
        offered = max(len(change.split(":")) for change in row.get("changes", "").split(" "))
        assert asked == ({str(number + 1) for number in range(offered)} if "changes" in row else set()), row["name"]


@every_language
def test_no_word_is_listed_twice(locale: str) -> None:
    written = table(locale)
    for text in (*written["irregular"], *written["endings"].values(), *written["stop"].values()):
        words = text.split()
        assert len(words) == len(set(words)), text
    for row in written["paradigms"]:
        endings = row["endings"].split()
        assert len(endings) == len(set(endings)), row["name"]


@every_language
def test_what_is_shipped_has_neither_names_nor_examples(locale: str) -> None:
    shipped = inflection_of(locale)
    assert shipped is not None
    assert set(shipped) == {"endings", "paradigms", "irregular"}
    assert len(str(shipped)) < 16_000


def test_words_that_say_nothing_are_questions_prepositions_and_conjunctions() -> None:
    assert {"gdzie", "dla", "że", "o", "się"} <= set(stop_words_of("pl"))
    assert {"where", "of", "and", "the"} <= set(stop_words_of("en"))
    assert {"miasto", "rok", "rada", "nowy"}.isdisjoint(stop_words_of("pl"))
