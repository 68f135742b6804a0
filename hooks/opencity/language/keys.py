"""The shipped interface words in; what every language must say: which keys, in which forms, with which blanks, out."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Set
from string import Formatter
from types import MappingProxyType

from opencity.language.words import (
    LETTERS,
    OPTIONAL,
    OTHER,
    PLURALS,
    VERBS,
    Forms,
    babel_locale,
    load_words,
    shipped_locales,
)

EXAMPLE = "en"
"""The shipped language that stands in where words are missing, so that the check can go on."""
_ALIKE = {
    "dates.": {"month_of": "month", "month_in": "month"},
    "city.": {"city_of": "city", "in_city": "city"},
}
"""Blanks that the engine fills side by side: a language takes the one that its grammar asks for."""


@functools.cache
def templates() -> Mapping[str, str | Forms]:
    """Every key with an example of what stands there: of shipped languages the one with the most forms."""
    found: dict[str, str | Forms] = {}
    for locale in (EXAMPLE, *shipped_locales()):
        for key, entry in load_words(locale).entries.items():
            kept = found.get(key)
            if kept is None or (isinstance(kept, Mapping) and isinstance(entry, Mapping) and len(entry) > len(kept)):
                found[key] = entry
    return MappingProxyType(found)


def needed_forms(locale: str, forms: Forms) -> tuple[str, ...]:
    """The forms that a language must give of an entry of which another language gives these.

    >>> needed_forms("uk", {"one": "city", "other": "cities"})
    ('one', 'few', 'many', 'other')
    """
    if is_verb(forms):
        return VERBS
    used = {*babel_locale(locale).plural_form.tags, OTHER}
    return tuple(form for form in PLURALS if form in used)


def is_verb(entry: str | Forms) -> bool:
    """Whether an entry has the forms of a verb, and not of a counted noun."""
    return not isinstance(entry, str) and bool(set(entry) & {*VERBS})


def lacking(locale: str, texts: Set[str]) -> Mapping[str, tuple[str, ...]]:
    """Key to the forms that it lacks in a further language; a key with no forms has one, the empty one.

    `texts` are the paths that are there, with the name of the form behind those of nouns and verbs.
    """
    found: dict[str, tuple[str, ...]] = {}
    for key, example in templates().items():
        if key in OPTIONAL or key.startswith(LETTERS):
            continue
        forms = needed_forms(locale, example) if isinstance(example, Mapping) else ("",)
        missing = tuple(form for form in forms if _path(key, form) not in texts)
        if isinstance(example, Mapping) and is_verb(example) and _path(key, OTHER) in texts:
            missing = ()
        if missing:
            found[key] = missing
    return MappingProxyType(found)


def _path(key: str, form: str) -> str:
    return f"{key}.{form}" if form else key


def blanks(key: str, text: str) -> frozenset[str] | None:
    """The blanks of a text, those that stand for each other as one; None where a brace is open.

    >>> sorted(blanks("dates.of_month", "{month_of} {year}"))
    ['month', 'year']
    """
    alike: Mapping[str, str] = next((same for prefix, same in _ALIKE.items() if key.startswith(prefix)), {})
    try:
        found = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        return None
    return frozenset(alike.get(name, name) for name in found)
