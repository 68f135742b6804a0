"""What people ask of this site's search finds its pages; so does any form of any Polish word that stands on them.

`queries.yml` holds the questions written by hand. The others are made out of a dictionary that the search does not use.
A failing test prints what was missed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from asking.browser_search import ask
from asking.dictionary import MISSING, Dictionary, is_installed
from asking.figures import Answer, figures, misses, noise
from asking.inflected import COUNT, InflectedSet, inflected_set
from asking.page_texts import PageText, page_texts
from asking.questions import Question, faults, read_questions
from browser import served
from playwright.sync_api import Browser
from small_site import TODAY, Built

pytestmark = pytest.mark.browser

FILE = Path(__file__).with_name("queries.yml")

Ask = Callable[[Sequence[Question]], tuple[Answer, ...]]


@pytest.fixture(scope="module")
def texts(site: Built) -> tuple[PageText, ...]:
    return page_texts(site.folder.parent, site.folder, TODAY)


@pytest.fixture(scope="module")
def written(texts: tuple[PageText, ...]) -> tuple[Question, ...]:
    if not FILE.is_file():
        pytest.skip("this city has no questions yet: tests/site/queries.yml")
    questions = read_questions(FILE)
    known = {page.address for page in texts}
    if not any(question.expect & known for question in questions):
        pytest.skip("tests/site/queries.yml asks about another city's pages")
    return questions


@pytest.fixture(scope="module")
def inflected(texts: tuple[PageText, ...]) -> InflectedSet:
    if not is_installed():
        pytest.skip(MISSING)
    return inflected_set(texts, Dictionary())


@pytest.fixture(scope="module")
def asked(browser: Browser, site: Built) -> Ask:
    def asking(questions: Sequence[Question]) -> tuple[Answer, ...]:
        with served(site.folder) as root:
            return ask(browser, root, questions)

    return asking


def test_the_questions_are_about_pages_and_facts_that_are_there(
    texts: tuple[PageText, ...], written: tuple[Question, ...]
) -> None:
    assert [*faults(written, texts)] == []


def test_what_people_ask_finds_its_pages(written: tuple[Question, ...], asked: Ask) -> None:
    answers = asked(written)
    found = figures(written, answers)
    missed = "\n".join(misses(written, answers))
    assert _at_least(found.recall, 0.97), f"{found}\n{missed}"
    assert _at_least(found.best_first, 0.85), f"{found}\n{missed}"
    assert _at_least(found.facts, 0.9), f"{found}\n{missed}"
    assert _at_least(found.nothing, 1.0), f"{found}\n{missed}"
    assert _at_least(found.other, 0.7), f"{found}\n{missed}"


@pytest.mark.parametrize("variant", ["asked", "bare", "unseen"])
def test_any_form_of_a_word_finds_the_pages_with_any_other(inflected: InflectedSet, asked: Ask, variant: str) -> None:
    questions: tuple[Question, ...] = getattr(inflected, variant)
    answers = asked(questions)
    found = figures(questions, answers)
    assert _at_least(found.recall, 0.95), f"{found}\n" + "\n".join(misses(questions, answers))
    assert _at_least(found.precision, 0.85), f"{found}\n" + "\n".join(noise(questions, answers))


@pytest.mark.usefixtures("written")
def test_there_are_enough_words_on_the_pages_to_ask_about(inflected: InflectedSet) -> None:
    assert len(inflected.asked) == COUNT
    assert len(inflected.unseen) > COUNT / 2


def _at_least(found: float | None, least: float) -> bool:
    """Whether a measure reaches its floor; what nothing was asked about has none."""
    return found is None or found >= least
