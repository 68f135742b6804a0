"""Questions and what a search answered in; recall, precision, speed and what was missed out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from .questions import FACT, NOTHING, OTHER, Question

FIRST = 10
"""Results that a reader looks at."""
BEST = 3
"""Results among which the best page should be."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found: addresses of pages in their order, addresses with anchors of the facts shown with them.

    `is_told` says whether the reader was told that this is not quite what was asked for (a word is unknown, another was
    looked for instead), `elsewhere` are pages found in the languages that are offered where nothing is found,
    `milliseconds` how long it took with every file at hand.
    """

    pages: tuple[str, ...]
    facts: tuple[str, ...] = ()
    is_told: bool = False
    elsewhere: tuple[str, ...] = ()
    milliseconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of 1, or None where nothing was asked that they are a share of."""

    questions: int
    recall: float | None
    recall_first: float | None
    precision: float | None
    precision_first: float | None
    best_first: float | None
    facts: float | None
    nothing: float | None
    other: float | None
    milliseconds: float


Asked = tuple[Question, Answer]


def figures(questions: Sequence[Question], answers: Sequence[Answer]) -> Figures:
    """The means over all questions that a measure is about."""
    asked = [*zip(questions, answers, strict=True)]
    wanted = [each for each in asked if each[0].expect and each[0].kind != OTHER]
    return Figures(
        questions=len(asked),
        recall=_mean(wanted, recall),
        recall_first=_mean(wanted, _recall_first),
        precision=_mean(wanted, precision),
        precision_first=_mean(wanted, _precision_first),
        best_first=_mean([each for each in wanted if each[0].best], _best_first),
        facts=_mean([each for each in asked if each[0].kind == FACT], _facts),
        nothing=_mean([each for each in asked if each[0].kind == NOTHING], _nothing),
        other=_mean([each for each in asked if each[0].kind == OTHER], _other),
        milliseconds=median(answer.milliseconds for answer in answers) if answers else 0.0,
    )


def _mean(asked: Sequence[Asked], measure: Callable[[Question, Answer], float]) -> float | None:
    return sum(measure(*each) for each in asked) / len(asked) if asked else None


def recall(question: Question, answer: Answer) -> float:
    """The share of the expected pages that was found."""
    return len(question.expect & {*answer.pages}) / len(question.expect)


def _recall_first(question: Question, answer: Answer) -> float:
    """The same among the first results, of which there are only so many."""
    return len(question.expect & {*answer.pages[:FIRST]}) / min(FIRST, len(question.expect))


def precision(question: Question, answer: Answer) -> float:
    """The share of what was found that is no mistake; none where nothing was found."""
    return _share_right(question, answer.pages)


def _precision_first(question: Question, answer: Answer) -> float:
    return _share_right(question, answer.pages[:FIRST])


def _share_right(question: Question, pages: Sequence[str]) -> float:
    return len((question.expect | question.right) & {*pages}) / len(pages) if pages else 0.0


def _best_first(question: Question, answer: Answer) -> float:
    return float(not question.best.isdisjoint(answer.pages[:BEST]))


def _facts(question: Question, answer: Answer) -> float:
    return float(not question.anchors.isdisjoint(answer.facts))


def _nothing(question: Question, answer: Answer) -> float:
    return float(not answer.pages or answer.is_told)


def _other(question: Question, answer: Answer) -> float:
    """The recall among pages in the offered language; one index of all languages offers its own pages."""
    return len(question.expect & {*answer.elsewhere, *answer.pages}) / len(question.expect)


def misses(questions: Sequence[Question], answers: Sequence[Answer]) -> Iterator[str]:
    """What was expected and not found, and what stood where nothing should: a line each."""
    for question, answer in zip(questions, answers, strict=True):
        word = f" ({question.word})" if question.word else ""
        for fault in _misses(question, answer):
            yield f"{question.locale} {question.kind} „{question.query}”{word}: {fault}"


def _misses(question: Question, answer: Answer) -> Iterator[str]:
    got = f"{len(answer.pages)} found: {_named(answer.pages[:FIRST])}"
    if question.kind == NOTHING:
        if not _nothing(question, answer):
            yield f"should find nothing; {got}"
        return
    if question.kind == OTHER:
        if _other(question, answer) < 1:
            yield f"expected {_named(sorted(question.expect))}; {got}; in other languages {_named(answer.elsewhere)}"
        return
    if question.expect - {*answer.pages}:
        yield f"not found {_named(sorted(question.expect - {*answer.pages}))}; {got}"
    if question.best and not _best_first(question, answer):
        yield f"none of {_named(sorted(question.best))} among the first {BEST}; {got}"
    if question.kind == FACT and not _facts(question, answer):
        yield f"none of the facts {_named(sorted(question.anchors))}; shown {_named(answer.facts)}"


def noise(questions: Sequence[Question], answers: Sequence[Answer]) -> Iterator[str]:
    """What was found by mistake, the worst first: a line a question."""
    for question, answer in sorted(zip(questions, answers, strict=True), key=lambda pair: precision(*pair)):
        wrong = [page for page in answer.pages if page not in question.expect | question.right]
        if wrong and question.expect:
            about = f"{precision(question, answer):.2f} „{question.query}” ({question.word})"
            yield f"{about}: {len(wrong)} by mistake: {_named(wrong[:FIRST])}"


def _named(addresses: Collection[str]) -> str:
    return " ".join(f"/{address}" for address in addresses) or "none"
