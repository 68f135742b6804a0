"""The state of every translation and which of them somebody has reviewed in; the stamps that the file has next, out.

What is new is recorded, and what was reviewed is confirmed. What is outdated or orphaned keeps the stamps that say so
until then. Stamps of what is no longer there go, but not while anything is wrong with the content: it may hide there.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from opencity.translations.stamps import Stamps, Subject
from opencity.translations.status import State, Translation, Translations

_TO_REVIEW = (State.OUTDATED, State.ORPHANED)


@dataclass(frozen=True, slots=True)
class Everything:
    """Stands for all files at once."""

    def __contains__(self, file: object) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Renewal:
    """The next stamps, and what is different in them."""

    stamps: Mapping[Subject, frozenset[str]]
    recorded: tuple[Translation, ...]
    confirmed: tuple[Translation, ...]
    gone: int
    left: tuple[Translation, ...]
    """What is still to be reviewed."""


def renewed(
    translations: Translations,
    recorded: Container[str],
    confirmed: Container[str],
    locales: Container[str],
    *,
    keep: bool,
) -> Renewal:
    """Record what is new in some files and confirm what was reviewed in some; `locales` are those that are published.

    No stamp goes with `keep`, none of another file, and none of a language that is not published.
    """
    found = translations.found
    new = tuple(each for each in found if each.state is State.NEW and each.subject.file in recorded)
    done = tuple(each for each in found if each.state in _TO_REVIEW and each.subject.file in confirmed)
    left = tuple(each for each in found if each.state in _TO_REVIEW and each.subject.file not in confirmed)
    hashes: dict[Subject, set[str]] = {}
    for each in (*translations.in_state(State.CURRENT), *new, *done):
        if each.digits:
            hashes.setdefault(each.subject, set()).add(each.digits)
    waiting = {each.subject.pair for each in left}
    for subject, before in translations.stamps.items():
        is_ours = subject.file in recorded and subject.locale in locales and subject.origin in locales
        if keep or not is_ours or subject.pair in waiting:
            hashes.setdefault(subject, set()).update(before)
    after = {subject: frozenset(digits) for subject, digits in hashes.items()}
    return Renewal(after, new, done, _gone(translations.stamps, after, {each.subject for each in done}), left)


def _gone(before: Stamps, after: Stamps, confirmed: Container[Subject]) -> int:
    """How many stamps went, but for those in whose place a confirmed one stands."""
    return sum(len(hashes - after.get(each, frozenset())) for each, hashes in before.items() if each not in confirmed)
