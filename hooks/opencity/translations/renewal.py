"""The state of every translation and which of them somebody has reviewed in; the stamps that the file has next, out.

What is new is recorded, and what was reviewed is confirmed. What is outdated or orphaned keeps the stamps that say so
until then. Stamps of what is no longer there go, but not while anything is wrong with the content: it may hide there.

A page or a field that got another name looks like one that went and one that is new. With the same original it is the
same translation. With another original it may be an outdated one that has moved: it waits for a review, too.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
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
    moved = frozenset(_moved(translations)) - {each for each in found if each.subject.file in confirmed}
    fresh = tuple(each for each in found if each.state is State.NEW and each.subject.file in recorded)
    new = tuple(each for each in fresh if each not in moved)
    to_review = tuple(each for each in found if each.state in _TO_REVIEW)
    done = tuple(each for each in to_review if each.subject.file in confirmed)
    waiting = tuple(each for each in to_review if each.subject.file not in confirmed)
    left = (*waiting, *(each for each in fresh if each in moved))
    hashes: dict[Subject, set[str]] = {}
    for each in (*translations.in_state(State.CURRENT), *new, *done):
        if each.digits:
            hashes.setdefault(each.subject, set()).add(each.digits)
    pairs = {each.subject.pair for each in left}
    groups = {_group(each.subject) for each in moved}
    for subject, before in translations.stamps.items():
        is_ours = subject.file in recorded and subject.locale in locales and subject.origin in locales
        if keep or not is_ours or subject.pair in pairs or _group(subject) in groups:
            hashes.setdefault(subject, set()).update(before)
    after = {subject: frozenset(digits) for subject, digits in hashes.items()}
    return Renewal(after, new, done, _gone(translations.stamps, after, {each.subject for each in done}), left)


def _moved(translations: Translations) -> Iterator[Translation]:
    """What is new and may have had another name, when its original was another: where a stamp of no thing is left."""
    there = {each.subject for each in translations.found}
    gone = {
        (_group(each), digits) for each, all_ in translations.stamps.items() if each not in there for digits in all_
    }
    new = translations.in_state(State.NEW)
    lost = {group for group, _ in gone - {(_group(each.subject), each.digits) for each in new}}
    for each in new:
        group = _group(each.subject)
        if group in lost and (group, each.digits) not in gone:
            yield each


def _group(subject: Subject) -> tuple[str, str, str]:
    """Where a thing may have had another name: a page anywhere in its folder of `docs/`, a field in its own file."""
    return subject.file if subject.field else "", subject.locale, subject.origin


def _gone(before: Stamps, after: Stamps, confirmed: Container[Subject]) -> int:
    """How many stamps went, but for those in whose place a confirmed one stands."""
    return sum(len(hashes - after.get(each, frozenset())) for each, hashes in before.items() if each not in confirmed)
