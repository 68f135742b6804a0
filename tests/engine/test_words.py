"""Interface words: the same keys and blanks in each language, plurals as each language needs them, numbers."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from small_site import golden

from opencity.language.keys import blanks, is_verb, templates
from opencity.language.words import NBSP, OPTIONAL, VERBS, NoSuchWord, Words, load_words

PL, EN = load_words("pl"), load_words("en")
TEXTS = sorted(key for key, entry in PL.entries.items() if isinstance(entry, str) and key not in OPTIONAL)
FORMS = sorted(key for key, entry in PL.entries.items() if not isinstance(entry, str))
VERBAL = [key for key in FORMS if is_verb(templates()[key])]
PLURALS = [key for key in FORMS if key not in VERBAL]


def forms(words: Words, key: str) -> Mapping[str, str]:
    entry = words.entries[key]
    assert not isinstance(entry, str)
    return entry


def test_both_languages_have_the_same_keys() -> None:
    assert set(PL.entries) - {*OPTIONAL} == set(EN.entries) - {*OPTIONAL}


def test_a_key_is_plural_in_both_languages_or_in_none() -> None:
    assert sorted(key for key, entry in EN.entries.items() if not isinstance(entry, str)) == FORMS


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_has_the_same_blanks_in_both_languages(key: str) -> None:
    assert blanks(key, str(PL.entries[key])) == blanks(key, str(EN.entries[key])) is not None


@pytest.mark.parametrize("key", TEXTS)
def test_no_text_is_empty(key: str) -> None:
    assert str(PL.entries[key]).strip()
    assert str(EN.entries[key]).strip()


@pytest.mark.parametrize("key", PLURALS)
def test_a_counted_noun_has_every_form_that_its_language_uses(key: str) -> None:
    assert set(forms(PL, key)) == {"one", "few", "many", "other"}
    assert set(forms(EN, key)) == {"one", "other"}


@pytest.mark.parametrize("key", VERBAL)
def test_a_sentence_has_a_form_for_every_name_of_a_city(key: str) -> None:
    assert set(forms(PL, key)) == {*VERBS} or "other" in forms(PL, key)
    assert set(forms(EN, key)) == {"other"}


@pytest.mark.parametrize("key", FORMS)
def test_all_forms_of_an_entry_have_the_same_blanks(key: str) -> None:
    found = {blanks(key, text) for words in (PL, EN) for text in forms(words, key).values()}
    assert len(found) == 1


@pytest.mark.parametrize(
    ("number", "noun"),
    [
        (0, "miast"),
        (1, "miasto"),
        (2, "miasta"),
        (4, "miasta"),
        (5, "miast"),
        (12, "miast"),
        (21, "miast"),
        (22, "miasta"),
        (25, "miast"),
        (112, "miast"),
        (144, "miasta"),
        (150, "miast"),
        (162, "miasta"),
        (163, "miasta"),
        (60.5, "miasta"),
    ],
)
def test_a_polish_noun_takes_the_form_its_number_asks_for(number: float, noun: str) -> None:
    assert PL.plural("count.cities", number) == noun


@pytest.mark.parametrize(("number", "noun"), [(0, "cities"), (1, "city"), (2, "cities"), (144, "cities")])
def test_an_english_noun_is_singular_after_one_only(number: int, noun: str) -> None:
    assert EN.plural("count.cities", number) == noun


@pytest.mark.parametrize(
    ("operator", "phrase"),
    [("exactly", "163 miasta"), ("more_than", "ponad 163 miasta"), ("nearly", "prawie 163 miasta")],
)
def test_how_exact_a_number_is_meant_stands_before_it(operator: str, phrase: str) -> None:
    number = PL(f"operator.{operator}", number=PL.number(163))
    assert f"{number} {PL.plural('count.cities', 163)}" == phrase


@pytest.mark.parametrize(
    ("number", "phrase"), [(1, "około 1 miasta"), (60, "około 60 miast"), (163, "około 163 miast")]
)
def test_after_okolo_polish_takes_the_genitive(number: int, phrase: str) -> None:
    about = PL("operator.about", number=PL.number(number))
    assert f"{about} {PL.plural('count_genitive.cities', number)}" == phrase


COUNTED = golden("counted")


def counted(operator: str, number: float, unit: str, words: Words) -> str:
    case = words(f"operator_case.{operator}")
    noun = words.plural(f"count.{unit}" if case == "nominative" else f"count_{case}.{unit}", number)
    return f"{words(f'operator.{operator}', number=words.number(number))} {noun}"


@pytest.mark.parametrize("row", COUNTED, ids=lambda row: row.partition("|")[0].strip())
def test_a_counted_noun_has_the_case_that_the_word_before_the_number_asks_for(row: str) -> None:
    number, *phrases = (part.strip() for part in row.split("|"))
    asked = [("cities", each) for each in ("exactly", "nearly", "more_than", "about")]
    asked += [("members", each) for each in ("exactly", "more_than", "about")]
    assert [counted(operator, float(number), unit, PL) for unit, operator in asked] == phrases


@pytest.mark.parametrize(
    ("texts", "polish", "english"),
    [
        (["Łódź"], "Łódź", "Łódź"),
        (["Łódź", "Sopot"], "Łódź i Sopot", "Łódź and Sopot"),
        (["Łódź", "Sopot", "Tychy"], "Łódź, Sopot i Tychy", "Łódź, Sopot and Tychy"),
    ],
)
def test_a_list_in_a_sentence_joins_its_last_part_with_a_word(texts: list[str], polish: str, english: str) -> None:
    assert PL.listed(texts) == polish
    assert EN.listed(texts) == english


def test_every_noun_that_is_counted_has_its_cases() -> None:
    counted = {key.removeprefix("count.") for key in PLURALS if key.startswith("count.")}
    for case in ("count_genitive.", "count_accusative."):
        assert counted == {key.removeprefix(case) for key in PLURALS if key.startswith(case)}


@pytest.mark.parametrize(
    ("value", "polish", "english"),
    [
        (144, "144", "144"),
        (1844, f"1{NBSP}844", "1,844"),
        (806201, f"806{NBSP}201", "806,201"),
        (60.5, "60,5", "60.5"),
        (14880.0, f"14{NBSP}880", "14,880"),
    ],
)
def test_numbers_are_grouped_as_readers_of_the_language_expect(value: float, polish: str, english: str) -> None:
    assert PL.number(value) == polish
    assert EN.number(value) == english


def test_a_full_stop_after_rok_is_not_doubled_at_the_end_of_a_sentence() -> None:
    entries = {"end": "Przystąpiło {date}.", "middle": "W {date} przystąpiło.", "language.abbreviations": "r."}
    sentence = Words("pl", entries)
    assert sentence("end", date=f"18 grudnia 2020{NBSP}r.") == f"Przystąpiło 18 grudnia 2020{NBSP}r."
    assert sentence("end", date="w grudniu") == "Przystąpiło w grudniu."
    assert sentence("middle", date=f"2020{NBSP}r.") == f"W 2020{NBSP}r. przystąpiło."


def test_a_word_that_nobody_wrote_is_an_error_and_not_an_empty_place() -> None:
    assert not PL.has("menu.nothing")
    with pytest.raises(NoSuchWord):
        PL("menu.nothing")
    with pytest.raises(NoSuchWord):
        PL("count.cities")
    with pytest.raises(NoSuchWord):
        PL.plural("menu.home", 2)


def test_a_language_that_the_engine_does_not_ship_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load_words("xx")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Zjazd w 2020 r.", "Zjazd w 2020 r."),
        ("Zjazd", "Zjazd."),
        ("I kto tam jest, kto idzie za gór...", "I kto tam jest, kto idzie za gór...."),
        ("od 2020 r... i dalej", "od 2020 r... i dalej."),
    ],
)
def test_only_a_full_stop_of_ours_after_r_is_left_out(title: str, expected: str) -> None:
    """An editor's own dots stay as they are."""
    assert PL("event.phrase", title=title) == expected


@pytest.mark.parametrize(("code", "polish", "english"), [("cs", "czeski", "Czech"), ("zz", "zz", "zz")])
def test_a_language_is_named_in_the_language_of_the_page(code: str, polish: str, english: str) -> None:
    assert (PL.language_name(code), EN.language_name(code)) == (polish, english)
