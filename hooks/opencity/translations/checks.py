"""The state of every translation in; warnings, few enough to be read, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from opencity.problems import Place, Problem
from opencity.translations.stamps import STAMPS
from opencity.translations.status import State, Translation, Translations

MANY = 10
"""So many translations of one kind into one language are listed one by one; of more, the number and the first few."""
FIRST = 3

_BUNDLED = frozenset({"W-PAGE-TWIN", "W-UNTRANSLATED", "W-TEXT-MISSING", "W-OUTDATED", "W-ORPHANED"})
_CODES: Mapping[State, str] = MappingProxyType({State.OUTDATED: "W-OUTDATED", State.ORPHANED: "W-ORPHANED"})


def check_translations(translations: Translations) -> Iterator[Problem]:
    """Report what is outdated, orphaned, a stub or a text without words; of what is new, only how much there is.

    Of pages without a twin the rules of pages tell (`W-PAGE-TWIN`). Ask only when all else is right.
    """
    for each in translations.found:
        code = _code(each)
        if code:
            details = {"locale": each.locale, "origin": each.subject.origin, "original": _original(each)}
            yield Problem(code, each.place, {**details, "path": each.subject.file})
    new = len(translations.in_state(State.NEW))
    if new:
        yield Problem("W-STAMP-NEW", Place(STAMPS), {"number": new})


def bundled(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The same problems; of more than ten alike, in one language, one that has the number and the first few places."""
    alike: dict[tuple[str, object], list[Problem]] = {}
    for problem in problems:
        if problem.code in _BUNDLED:
            alike.setdefault((problem.code, problem.details["locale"]), []).append(problem)
        else:
            yield problem
    for same in alike.values():
        if len(same) <= MANY:
            yield from same
        else:
            first = sorted(same, key=lambda problem: problem.sort_key)
            named = ", ".join(_at(problem.place) for problem in first[:FIRST])
            yield Problem(same[0].code, first[0].place, {**first[0].details, "many": str(len(same)), "first": named})


def _code(translation: Translation) -> str:
    if translation.state is State.MISSING:
        if not translation.path:
            return "W-TEXT-MISSING"
        return "W-UNTRANSLATED" if translation.is_stub else ""
    return _CODES.get(translation.state, "")


def _original(translation: Translation) -> str:
    """A page by its file, a text by its line."""
    return translation.original.file if translation.path else _at(translation.original)


def _at(place: Place) -> str:
    return f"{place.file}:{place.mark.line}"
