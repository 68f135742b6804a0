"""What measures the search measures right: texts without what is no text, fair questions, shares that add up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from asking.dictionary import MISSING, Dictionary, is_installed
from asking.figures import Answer, figures, misses, noise
from asking.inflected import inflected_set
from asking.page_texts import PageText, page_texts
from asking.questions import Question, faults, read_questions
from small_site import TODAY, build, small_site, write_files

needs_dictionary = pytest.mark.skipif(not is_installed(), reason=MISSING)


def page(address: str, text: str, locale: str = "pl", anchors: Iterable[str] = ()) -> PageText:
    words = tuple(text.split())
    return PageText(address, locale, "", (), words, frozenset(word.lower() for word in words), frozenset(anchors))


def question(query: str, *expect: str, kind: str = "plain", locale: str = "pl") -> Question:
    return Question(query, locale, kind, frozenset(expect))


# --- texts ----------------------------------------------------------------------------------------------


def test_a_page_is_its_own_text_without_menus_sources_and_page_details(tmp_path: Path) -> None:
    prose = 'Rada przyjęła *kartę*.\n\n## Dzieje\n\nDawniej <span lang="en">Rivers Society</span>.\n'
    files = small_site("lodz", {"docs/pl/sieci/rivers.md": f"---\nnetwork: rivers\n---\n\n{prose}"})
    site = build(write_files(tmp_path, files))
    pages = {found.address: found for found in page_texts(tmp_path, site.folder, TODAY)}
    rivers = pages["sieci/rivers/"]
    assert {"przyjęła", "kartę", "dawniej", "society"} <= rivers.all
    assert ("Rada" in rivers.own, "Society" in rivers.own) == (True, False)
    assert {"wydawca", "rejestr"} & rivers.all == set()
    [history] = [part for part in rivers.parts if part.anchor == "dzieje"]
    assert (history.name, history.heading.strip()) == ("h2", "Dzieje")
    assert "Dawniej" in history.text
    assert "dzieje" in rivers.anchors
    assert {found.locale for found in pages.values()} == {"pl", "en"}


# --- questions out of the dictionary --------------------------------------------------------------------


@needs_dictionary
def test_a_question_is_a_form_that_is_not_on_its_page_and_expects_every_page_with_another() -> None:
    pages = [page("a/", "Kongres w Katowicach"), page("b/", "Katowice gościły kongresy"), page("c/", "Poznań")]
    made = inflected_set(pages, Dictionary())
    by_word = {each.word: each for each in made.asked}
    for each in made.asked:
        homes = {found.address for found in pages if each.word in found.own}
        assert any(each.query not in found.all for found in pages if found.address in homes)
        assert homes <= each.expect <= each.right
    congress = by_word.get("Kongres") or by_word["kongresy"]
    assert congress.expect == {"a/", "b/"}


@needs_dictionary
def test_the_same_pages_are_always_asked_about_in_the_same_way() -> None:
    pages = [page("a/", "Rada przyjęła uchwałę o współpracy miast"), page("b/", "Miasto wspiera mieszkańców")]
    assert inflected_set(pages, Dictionary()) == inflected_set(reversed(pages), Dictionary())


@needs_dictionary
def test_bare_questions_have_no_diacritics_and_unseen_ones_stand_nowhere() -> None:
    pages = [page("a/", "Łódź przyjęła uchwałę"), page("b/", "uchwałami uchwała uchwał uchwały uchwale uchwałom")]
    made = inflected_set(pages, Dictionary())
    assert made.bare
    assert all(each.query.isascii() for each in made.bare)
    assert [each.expect for each in made.bare] == [each.expect for each in made.asked]
    everywhere = pages[0].all | pages[1].all
    assert {each.query for each in made.unseen} == {each.query for each in made.asked} - everywhere


@needs_dictionary
def test_a_word_goes_with_the_lexeme_that_the_site_speaks_of() -> None:
    """`członków` are persons or parts of a body; the other words say which. `bez` is a word and a bush: left out."""
    pages = [page("a/", "członków bez"), page("b/", "członkowie członkami"), page("c/", "członkiem")]
    made = inflected_set(pages, Dictionary())
    assert all(each.word != "bez" for each in made.asked)
    assert {each.query for each in made.asked} & {"członki", "członkom"} <= {"członkom"}


# --- questions written by hand --------------------------------------------------------------------------


def test_questions_are_read_with_addresses_from_the_root_of_the_site(tmp_path: Path) -> None:
    text = '- { lang: pl, kind: fact, query: 1990, expect: [/, /a/], best: [/a/], anchors: ["/a/#rok"] }\n'
    [read] = read_questions(*write_files(tmp_path, {"q.yml": text}).iterdir())
    assert read.query == "1990"
    assert read.expect == {"", "a/"}
    assert read.best == {"a/"}
    assert read.anchors == {"a/#rok"}


def test_a_question_with_an_unknown_field_is_refused(tmp_path: Path) -> None:
    write_files(tmp_path, {"q.yml": "- { lang: pl, kind: name, query: Łódź, expected: [/] }\n"})
    with pytest.raises(ValueError, match="expected"):
        read_questions(tmp_path / "q.yml")


def test_what_is_wrong_with_questions_is_told() -> None:
    pages = [page("a/", "Rada", anchors=["rok"]), page("en/a/", "Council", "en")]
    fine = [question(f"rada {number}", "a/") for number in range(60)]
    english = question("council", "en/a/", locale="en")
    assert [*faults([*fine, english], pages)] == []
    assert "no question in en" in [*faults(fine, pages)]
    assert "2 questions, 60 at least are wanted" in [*faults([fine[0], english], pages)]
    assert "asked twice: pl rada 1" in [*faults([*fine, english, fine[1]], pages)]
    wrong = {
        "rady: no page b/": question("rady", "b/"),
        "rady: / is best and not expected": replace(question("rady", "a/"), best=frozenset({""})),
        "rady: no anchor a/#dzien": replace(question("rady", "a/", kind="fact"), anchors=frozenset({"a/#dzien"})),
        "rady: nothing, and 1 pages expected": question("rady", "a/", kind="nothing"),
        "rady: fact, and 0 anchors": question("rady", "a/", kind="fact"),
        "rady: other, asked in pl, and expects pages in pl": question("rady", "a/", kind="other"),
    }
    for fault, each in wrong.items():
        assert fault in [*faults([*fine, english, each], pages)]


# --- figures --------------------------------------------------------------------------------------------


def test_shares_are_means_over_the_questions_that_they_are_about() -> None:
    asked = [
        replace(question("rada", "a/", "b/"), best=frozenset({"b/"}), right=frozenset({"c/"})),
        question("rady", "a/"),
        question("xyz", kind="nothing"),
        question("council", "en/a/", kind="other"),
    ]
    answers = [
        Answer(("a/", "c/", "d/", "e/", "b/")),
        Answer(()),
        Answer(("a/",)),
        Answer((), elsewhere=("en/a/",)),
    ]
    found = figures(asked, answers)
    assert (found.questions, found.recall, found.precision) == (4, 0.5, 0.3)
    assert (found.best_first, found.facts, found.nothing, found.other) == (0.0, None, 0.0, 1.0)
    told = figures(asked, [*answers[:2], replace(answers[2], is_told=True), answers[3]])
    assert told.nothing == 1.0


def test_recall_among_the_first_ten_asks_for_no_more_than_ten() -> None:
    pages = [f"{number}/" for number in range(20)]
    found = figures([question("rada", *pages)], [Answer(tuple(pages))])
    assert (found.recall, found.recall_first) == (1.0, 1.0)


def test_a_fact_is_found_where_any_of_its_entries_is_shown() -> None:
    asked = replace(question("1990", "a/", kind="fact"), anchors=frozenset({"a/#x", "a/#y"}))
    assert figures([asked], [Answer(("a/",), facts=("a/#y",))]).facts == 1.0
    assert figures([asked], [Answer(("a/",), facts=("a/#z",))]).facts == 0.0


def test_misses_and_noise_are_named() -> None:
    asked = [question("rada", "a/", ""), question("xyz", kind="nothing")]
    answers = [Answer(("a/", "c/")), Answer(("b/",))]
    assert [*misses(asked, answers)] == [
        "pl plain „rada”: not found /; 2 found: /a/ /c/",
        "pl nothing „xyz”: should find nothing; 1 found: /b/",
    ]
    assert [*noise(asked, answers)] == ["0.50 „rada” (): 1 by mistake: /c/"]
