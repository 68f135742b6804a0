"""Sorting as readers of a language expect it, on any machine, without its locales."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opencity.language.marks import in_language, without_marks
from opencity.language.sorting import sort_key
from opencity.language.words import Words, load_words

PL, EN = load_words("pl"), load_words("en")

ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"


def ordered(words: list[str], locale: str) -> list[str]:
    return sorted(words, key=load_words(locale).sort_key)


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
    assert PL.sort_key("Lo\u0301dz\u0301")[0] == PL.sort_key("Lódź")[0]


def test_english_readers_find_polish_cities_under_the_plain_letter() -> None:
    assert ordered(["Zabrze", "Łódź", "Lublin", "Żory", "Świdnica"], "en") == [
        "Łódź",
        "Lublin",
        "Świdnica",
        "Zabrze",
        "Żory",
    ]


ALPHABETS = {"pl": ALPHABET, "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"}


def test_the_polish_alphabet_of_the_strings_file_has_its_35_letters() -> None:
    assert PL.entries["language.alphabet"] == ALPHABET
    assert len(set(ALPHABET)) == 35


@pytest.mark.parametrize("locale", ALPHABETS)
@given(data=st.data())
@settings(deadline=None)
def test_words_stand_as_the_places_of_their_letters_in_the_alphabet_say(locale: str, data: st.DataObject) -> None:
    alphabet = ALPHABETS[locale]
    words = data.draw(st.lists(st.text(alphabet, max_size=6), max_size=6))
    by_place = sorted(words, key=lambda word: [alphabet.index(letter) for letter in word])
    assert sorted(words, key=lambda word: sort_key(word, alphabet)) == by_place


def test_ukrainian_letters_stand_where_unicode_does_not_put_them() -> None:
    names = ["Яремче", "Ґалаґани", "Іршава", "Гайсин", "Їзюм", "Йосипівка", "Дубно", "Єланець", "Жовква", "Єва"]
    expected = ["Гайсин", "Ґалаґани", "Дубно", "Єва", "Єланець", "Жовква", "Іршава", "Їзюм", "Йосипівка", "Яремче"]
    assert sorted(names, key=lambda name: sort_key(name, ALPHABETS["uk"])) == expected


@given(st.lists(st.text(max_size=6), max_size=6), st.sampled_from(["", *ALPHABETS.values()]))
@settings(deadline=None)
def test_any_text_can_be_sorted_and_the_order_does_not_depend_on_where_it_began(words: list[str], given: str) -> None:
    def in_order(words: list[str]) -> list[str]:
        return sorted(words, key=lambda word: sort_key(word, given))

    # words that differ only in what language they are marked to be in are equal, and a list keeps their order
    bare = [without_marks(word) for word in words]
    assert in_order(bare) == in_order(list(reversed(bare)))


@given(st.text(ALPHABET, min_size=1, max_size=6), st.text(ALPHABET, min_size=1, max_size=6))
@settings(deadline=None)
def test_case_never_decides_between_different_words(one: str, other: str) -> None:
    if one != other:
        first = sort_key(one, ALPHABET) < sort_key(other, ALPHABET)
        assert (sort_key(one.upper(), ALPHABET) < sort_key(other, ALPHABET)) is first
        assert (sort_key(one, ALPHABET) < sort_key(other.upper(), ALPHABET)) is first


@pytest.mark.parametrize("words", [PL, EN])
def test_a_word_marked_as_foreign_stands_where_it_would_stand_without_the_mark(words: Words) -> None:
    marked = in_language("Network", "en")
    assert sorted(["Zabrze", marked, "Lublin"], key=words.sort_key) == ["Lublin", marked, "Zabrze"]
    assert words.sort_key(marked) == words.sort_key("Network")


CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"


def test_names_in_another_script_than_the_alphabet_stand_behind_it_in_the_order_of_their_plain_letters() -> None:
    names = ["Wrocław", "Łódź", "Żory", "Lublin", "Zabrze", "Яворжно", "Єленя-Гура"]
    expected = ["Єленя-Гура", "Яворжно", "Lublin", "Łódź", "Wrocław", "Zabrze", "Żory"]
    assert sorted(names, key=lambda name: sort_key(name, CYRILLIC)) == expected


def test_an_apostrophe_inside_a_word_is_passed_over() -> None:
    names = ["Кам’янець", "Камінь", "Камянка"]
    assert sorted(names, key=lambda name: sort_key(name, CYRILLIC)) == ["Камінь", "Кам’янець", "Камянка"]
