"""Translations, or what was stamped, in; the lines that the commands print, in Polish or English, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from opencity.answers import told
from opencity.translations.renewal import Renewal
from opencity.translations.status import State, Translation, Translations


def listing(translations: Translations, locales: Iterable[str], language: str) -> Iterator[str]:
    """Every translation that is not up to date, by language and state; of those that are, how many."""
    for locale in locales:
        if any(each.locale == locale for each in translations.found):
            yield f"{locale}:"
        for state in State:
            there = translations.in_state(state, locale)
            if there:
                yield f"  {told(f'state_{state}', language)}: {len(there)}"
            if state is not State.CURRENT:
                yield from (f"    {_line(each, language)}" for each in sorted(there, key=lambda each: each.place))


def renewal_lines(renewal: Renewal, language: str) -> Iterator[str]:
    """What a stamping did and what it left."""
    if renewal.recorded:
        yield told("recorded", language, number=len(renewal.recorded))
    for each in renewal.confirmed:
        yield told("confirmed", language, what=f"{each.place.file}:{each.place.mark.line}{_field(each)}")
    if renewal.gone:
        yield told("gone", language, number=renewal.gone)
    if renewal.left:
        yield told("left", language, number=len(renewal.left))


def _line(translation: Translation, language: str) -> str:
    place, original = translation.place, translation.original
    at = original.file if translation.path else f"{original.file}:{original.mark.line}"
    return f"{place.file}:{place.mark.line}:{_field(translation)} {told('original', language, original=at)}"


def _field(translation: Translation) -> str:
    return f" {translation.subject.field}" if translation.subject.field else ""
