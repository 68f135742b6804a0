"""The texts of a site's pages in; queries made of the words that stand there, each in another form, out.

Of a word that stands on a page in the page's own language, a form is asked for that does not stand on that page. To be
found are all pages that have any form of the same lexeme. Which lexeme a word belongs to, where it may belong to
several (`członków` is a person or a part of the body), is read off the site: the one with the most forms there.
"""

from __future__ import annotations

import random
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .dictionary import LOCALE, Dictionary, Lexeme
from .page_texts import PageText
from .questions import Question

COUNT = 400
_SHORTEST = 3
_SEED = 5
_NOT_ASKED = frozenset(
    [
        *(
            "być",
            "mieć",
            "móc",
            "zostać",
            "ten",
            "tam",
            "ów",
            "taki",
            "jaki",
            "który",
            "jakiś",
            "któryś",
            "każdy",
            "żaden",
        ),
        *("inny", "sam", "wszystek", "jeden", "kto", "co", "nic", "nikt", "mój", "twój", "swój", "nasz", "wasz"),
    ]
)
"""Base forms of words that say nothing by themselves: no reader looks for them."""
_STROKES = str.maketrans({"ł": "l", "Ł": "L"})


@dataclass(frozen=True, slots=True)
class InflectedSet:
    """The questions as they are, and without their diacritics; those whose form stands nowhere on the site."""

    asked: tuple[Question, ...]
    bare: tuple[Question, ...]
    unseen: tuple[Question, ...]


def inflected_set(pages: Iterable[PageText], dictionary: Dictionary, count: int = COUNT) -> InflectedSet:
    """The same questions for the same pages every time."""
    texts = tuple(page for page in pages if page.locale == LOCALE)
    asked = _Questions(texts, dictionary).make(count)
    everywhere = frozenset[str]().union(*(page.all for page in texts))
    return InflectedSet(
        asked=asked,
        bare=tuple(replace(question, query=without_diacritics(question.query)) for question in asked),
        unseen=tuple(question for question in asked if question.query not in everywhere),
    )


def without_diacritics(text: str) -> str:
    """As typed on a foreign keyboard.

    >>> without_diacritics("żółtą łódką")
    'zolta lodka'
    """
    apart = unicodedata.normalize("NFD", text.translate(_STROKES))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


class _Questions:
    """Makes questions of the texts of pages in one language."""

    def __init__(self, texts: Sequence[PageText], dictionary: Dictionary) -> None:
        self.texts = texts
        self.dictionary = dictionary
        self.used = frozenset(word.lower() for page in texts for word in page.own)
        self.on: dict[str, set[str]] = defaultdict(set)
        for page in texts:
            for word in page.all:
                self.on[word].add(page.address)

    def make(self, count: int) -> tuple[Question, ...]:
        """So many questions, each about another lexeme; fewer where the site has no more."""
        chance = random.Random(_SEED)
        words = sorted({(page.address, word) for page in self.texts for word in page.own if len(word) >= _SHORTEST})
        chance.shuffle(words)
        on_page = {page.address: page.all for page in self.texts}
        asked: dict[Lexeme, Question] = {}
        for address, word in words:
            lexeme = self._lexeme(word)
            if lexeme is None or lexeme in asked:
                continue
            others = sorted(form for form in lexeme.forms - on_page[address] if len(form) >= _SHORTEST)
            if others:
                asked[lexeme] = self._question(word, chance.choice(others), lexeme)
            if len(asked) == count:
                break
        return tuple(asked.values())

    def _lexeme(self, word: str) -> Lexeme | None:
        """The lexeme with the most forms on the site; none where two have as many, or where nobody looks for it."""
        found = self.dictionary.lexemes(word)
        most = max((len(lexeme.forms & self.used) for lexeme in found), default=0)
        likely = [lexeme for lexeme in found if len(lexeme.forms & self.used) == most]
        is_clear = len({lexeme.forms for lexeme in likely}) == 1
        return likely[0] if is_clear and likely[0].base not in _NOT_ASKED else None

    def _question(self, word: str, form: str, lexeme: Lexeme) -> Question:
        """A form may belong to other lexemes too: pages with one of theirs are no mistake."""
        meant = {spelt for spelling in (form, form.capitalize()) for each in self.dictionary.lexemes(spelling)
                 for spelt in each.forms}  # fmt: skip
        expect, right = (self._pages(forms) for forms in (lexeme.forms, lexeme.forms | meant))
        return Question(form, LOCALE, "inflected", expect, right, word=word)

    def _pages(self, forms: Iterable[str]) -> frozenset[str]:
        return frozenset().union(*(self.on[form] for form in forms if form in self.on))
