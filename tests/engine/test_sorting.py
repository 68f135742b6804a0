"""Sorting as readers of a language expect it, on any machine, without its locales."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from opencity.language.sorting import sort_key

ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"


def ordered(words: list[str], locale: str) -> list[str]:
    return sorted(words, key=lambda word: sort_key(word, locale))


def test_polish_letters_stand_in_the_order_of_the_alphabet() -> None:
    assert "".join(ordered(sorted(ALPHABET), "pl")) == ALPHABET
    assert "".join(ordered(sorted(ALPHABET.upper()), "pl")) == ALPHABET.upper()


def test_polish_cities_are_not_pushed_behind_z() -> None:
    given_order = ["Żory", "Świdnica", "Łódź", "Ćmielów", "Zgierz", "Sopot", "Lublin", "Czeladź", "Źlinice"]
    expected = ["Czeladź", "Ćmielów", "Lublin", "Łódź", "Sopot", "Świdnica", "Zgierz", "Źlinice", "Żory"]
    assert ordered(given_order, "pl") == expected


def test_a_word_comes_before_a_longer_one_that_begins_with_it() -> None:
    assert ordered(["Bielsko-Biała", "Bielsk Podlaski", "Bielsk"], "pl") == [
        "Bielsk",
        "Bielsk Podlaski",
        "Bielsko-Biała",
    ]


def test_digits_come_before_letters() -> None:
    assert ordered(["Ab", "2Ab"], "pl") == ["2Ab", "Ab"]


def test_case_decides_only_between_words_that_are_otherwise_equal() -> None:
    assert ordered(["żory", "Zator", "ŻORY", "zator"], "pl") == ["Zator", "zator", "ŻORY", "żory"]


def test_a_foreign_letter_stands_behind_its_plain_one() -> None:
    assert ordered(["Kf", "Ké", "Ke", "Kę"], "pl") == ["Ke", "Ké", "Kę", "Kf"]


def test_a_letter_written_as_two_characters_sorts_as_one() -> None:
    assert sort_key("Lo\u0301dz\u0301", "pl")[0] == sort_key("Lódź", "pl")[0]


def test_english_readers_find_polish_cities_under_the_plain_letter() -> None:
    assert ordered(["Zabrze", "Łódź", "Lublin", "Żory", "Świdnica"], "en") == [
        "Łódź",
        "Lublin",
        "Świdnica",
        "Zabrze",
        "Żory",
    ]


@given(st.lists(st.text(ALPHABET, max_size=6), max_size=6))
@settings(deadline=None)
def test_words_of_polish_letters_stand_as_their_places_in_the_alphabet_say(words: list[str]) -> None:
    assert ordered(words, "pl") == sorted(words, key=lambda word: [ALPHABET.index(letter) for letter in word])


@given(st.lists(st.text(max_size=6), max_size=6), st.sampled_from(["pl", "en"]))
@settings(deadline=None)
def test_any_text_can_be_sorted_and_the_order_does_not_depend_on_where_it_began(words: list[str], locale: str) -> None:
    assert ordered(words, locale) == ordered(list(reversed(words)), locale)
