"""Pages, register and stamps in; the state of every translation into every published language out.

    current    made from the original as it is now
    outdated   the original has changed since
    new        nobody has recorded yet what it was made from
    missing    there is none: no page, a stub, or a text without words in the language
    orphaned   its original is gone, and it is still there

Several texts may be one subject (`stamps.py`), since their places in a list do not name them. Such a text is current
if its original is among those that are stamped. If not, it is outdated where a stamped original is no longer there,
and new otherwise. Where two languages have changed sides, the stamps of the other direction tell in the same way.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from opencity.pages.originals import original_locale
from opencity.pages.page import Page
from opencity.pages.page_map import PageMap
from opencity.problems import Place
from opencity.register.models import Record
from opencity.register.registry import Item, Registry
from opencity.register.texts import FoundText, texts_of
from opencity.translations.hashes import page_hash, text_hash
from opencity.translations.stamps import Stamps, Subject


class State(StrEnum):
    """How a translation stands to its original."""

    OUTDATED = "outdated"
    MISSING = "missing"
    ORPHANED = "orphaned"
    NEW = "new"
    CURRENT = "current"


@dataclass(frozen=True, slots=True)
class Translation:
    """One page or text in one language that is not its original's.

    `digits` is the hash of the original as it is now, empty where that is gone. `path` is the path of a page, empty
    for a text of the register; `words` are those of such a text. A stub is a file that waits for its translation.
    """

    subject: Subject
    state: State
    place: Place
    original: Place
    digits: str = ""
    path: str = ""
    words: str = ""
    is_stub: bool = False

    @property
    def locale(self) -> str:
        """The language that it is in, or should be."""
        return self.subject.locale


@dataclass(frozen=True)
class Translations:
    """Every translation of a site, pages first, and the stamps that say what they were made from."""

    found: tuple[Translation, ...] = ()
    stamps: Stamps = field(default_factory=lambda: MappingProxyType({}))

    def in_state(self, state: State, locale: str | None = None) -> tuple[Translation, ...]:
        """Those in a state, in one language or in all."""
        return tuple(each for each in self.found if each.state is state and locale in (None, each.locale))

    def of_page(self, page: Page) -> Translation | None:
        """The page as a translation; None for an original."""
        return self._pages.get((page.path, page.locale))

    def outdated_words(self, locale: str) -> Mapping[str, str]:
        """The outdated words of the register in a language, with the language of their original."""
        return self._outdated.get(locale, MappingProxyType({}))

    @functools.cached_property
    def _pages(self) -> Mapping[tuple[str, str], Translation]:
        return {(each.path, each.locale): each for each in self.found if each.path}

    @functools.cached_property
    def _outdated(self) -> Mapping[str, Mapping[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for each in self.in_state(State.OUTDATED):
            if each.words:
                found.setdefault(each.locale, {})[each.words] = each.subject.origin
        return found


def translations_of(pages: PageMap, registry: Registry, stamps: Stamps) -> Translations:
    """Compare every translation with its original. What is there and cannot be read is left out."""
    todo = [*_of_pages(pages, stamps), *_of_register(registry, stamps)]
    originals: dict[Subject, set[str]] = {}
    backs: dict[Subject, set[str]] = {}
    for each in todo:
        originals.setdefault(each.translation.subject, set()).add(each.translation.digits)
        backs.setdefault(each.translation.subject, set()).add(each.back)
    compared = _Compared(stamps, originals, backs)
    return Translations(tuple(compared.told(each) for each in todo), stamps)


@dataclass(frozen=True, slots=True)
class _Read:
    """A translation before it is compared: those in another state than new are known already.

    `back` is its own hash: of the words that were the original, if the languages have changed sides.
    """

    translation: Translation
    back: str = ""


@dataclass(frozen=True, slots=True)
class _Compared:
    """What is stamped beside what is there: of each subject all originals, and all translations as `back`."""

    stamps: Stamps
    originals: Mapping[Subject, set[str]]
    backs: Mapping[Subject, set[str]]

    def told(self, read: _Read) -> Translation:
        """The translation with its state."""
        translation = read.translation
        if translation.state is not State.NEW:
            return translation
        subject = translation.subject
        stamped, here = self.stamps.get(subject, frozenset()), self.originals[subject]
        if translation.digits in stamped:
            return replace(translation, state=State.CURRENT)
        other = _turned(subject)
        before = self.stamps.get(other, frozenset())
        left = before - self.originals.get(other, set()) - self.backs[subject]
        is_outdated = bool(stamped - here) or (read.back not in before and bool(left))
        return replace(translation, state=State.OUTDATED) if is_outdated else translation


def _turned(subject: Subject) -> Subject:
    """The same the other way round: the translation from the language that this one is in."""
    file = subject.file
    if not subject.field:
        file = f"docs/{subject.origin}/{file.removeprefix(f'docs/{subject.locale}/')}"
    return Subject(file, subject.field, subject.origin, subject.locale)


# --- pages ----------------------------------------------------------------------------------------------


def _of_pages(pages: PageMap, stamps: Stamps) -> Iterator[_Read]:
    for path in sorted({page.path for page in pages}):
        found = list(_twins(path, pages, stamps))
        gone = {each.translation.subject.origin for each in found if each.translation.state is State.ORPHANED}
        yield from (each for each in found if each.translation.locale not in gone)


def _twins(path: str, pages: PageMap, stamps: Stamps) -> Iterator[_Read]:
    """The page in every language but its original's; an original, too, that was the translation of what is gone."""
    locales = pages.addresses.locales
    twins = {page.locale: page for locale in locales if (page := pages.get(path, locale))}
    origin = original_locale(twins.values())
    assert origin is not None  # with_originals saw to it
    original = twins[origin]
    digits = page_hash(original.source)
    for locale in locales:
        twin, file = twins.get(locale), f"docs/{locale}/{path}"
        lost = _lost(path, locale, twins, pages, stamps)
        subject = Subject(file, "", locale, origin)
        is_written = twin is not None and twin.original is None
        if is_written and lost and subject not in stamps and not (locale == origin and original.meta.original):
            gone = Place(f"docs/{lost}/{path}")
            yield _Read(Translation(Subject(file, "", locale, lost), State.ORPHANED, Place(file), gone, path=path))
        elif locale != origin and not (twin is None and pages.is_broken(path, locale)):
            yield _page(twin, subject, original, digits, _turned(subject) in stamps)


def _page(twin: Page | None, subject: Subject, original: Page, digits: str, has_turned: bool) -> _Read:
    """The twin of an original."""
    is_stub = twin is not None and twin.original is not None
    state = State.MISSING if twin is None or is_stub else State.NEW
    place = twin.source.place("untranslated") if twin and is_stub else Place(subject.file)
    source = Place(original.source.file)
    translation = Translation(subject, state, place, source, digits, original.path, is_stub=is_stub)
    return _Read(translation, page_hash(twin.source) if twin and has_turned and not is_stub else "")


def _lost(path: str, locale: str, twins: Mapping[str, Page], pages: PageMap, stamps: Stamps) -> str:
    """The language that a page was translated from, where that text is gone; else nothing."""
    for other in pages.addresses.locales:
        twin = twins.get(other)
        is_there = (twin is not None and twin.original is None) or pages.is_broken(path, other)
        if other != locale and not is_there and Subject(f"docs/{locale}/{path}", "", locale, other) in stamps:
            return other
    return ""


# --- the register -----------------------------------------------------------------------------------------


def _of_register(registry: Registry, stamps: Stamps) -> Iterator[_Read]:
    locales = registry.site.locales
    for item in sorted(registry.items(), key=lambda item: item.file.name):
        for found in texts_of(item):
            origin = found.text.original
            digits = text_hash(found.text.in_(origin))
            for locale in locales:
                if locale != origin:
                    yield _text(found, item, Subject(item.file.name, found.field, locale, origin), digits, stamps)


def _text(found: FoundText, item: Item[Record], subject: Subject, digits: str, stamps: Stamps) -> _Read:
    locale, origin = subject.locale, subject.origin
    is_missing = locale not in found.text.locales
    at = found.path if is_missing else (*found.path, locale)
    words = "" if is_missing else found.text.in_(locale)
    state = State.MISSING if is_missing else State.NEW
    places = item.file.place_of(at), item.file.place_of((*found.path, origin))
    back = text_hash(words) if words and _turned(subject) in stamps else ""
    return _Read(Translation(subject, state, *places, digits, words=words), back)
