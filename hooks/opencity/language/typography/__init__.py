"""Text in; the same text as its language is set (spaces that do not break, quotes, dashes) out. Letters never change.

In reading order, each module using only those above it:

guarded      addresses in a sentence, which stay as they are
patterns     the parts that rules of spaces and ranges are made of
quotes       quotation marks and apostrophes
rules        the rules of a language and how they are applied
polish       the rules of Polish
english      the rules of English
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from opencity.language.marks import stretches
from opencity.language.typography.english import ENGLISH
from opencity.language.typography.polish import POLISH
from opencity.language.typography.rules import Rules
from opencity.language.words import NBSP

RULES: Mapping[str, Rules] = MappingProxyType({"pl": POLISH, "en": ENGLISH})
"""The rules of each language. Text in any other language stays as it is."""


def rules_of(language: str) -> Rules | None:
    """The rules of a language by its tag: those of English for `en-GB`, None for a language without any."""
    return RULES.get(language) or RULES.get(language.partition("-")[0].lower())


def set_text(text: str, locale: str) -> str:
    """One whole text as its language is set; in a language without rules, as it is. Doing it twice changes no more.

    >>> set_text('Dialog "w mieście" - 5 km', "pl").replace("\\xa0", "_")
    'Dialog „w_mieście”_– 5_km'
    """
    rules = rules_of(locale)
    return rules.set(text) if rules else text


def set_plainly(text: str, locale: str) -> str:
    """A text for where no elements and no lines are (titles, descriptions): each language in it set as its own.

    The marks of languages are gone, and spaces are plain: what a machine compares holds no invisible signs.

    >>> set_plainly('Dialog "w mieście" - 5 km', "pl")
    'Dialog „w mieście” – 5 km'
    """
    parts = (set_text(part, language) for part, language in stretches(text, locale))
    return "".join(parts).replace(NBSP, " ")
