"""The state of every translation in; what the page on translations shows, language by language, out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from opencity.dates import PartialDate
from opencity.language.marks import in_language
from opencity.pages.page import Page
from opencity.translations.status import State, Translation
from opencity.views.context import ViewContext
from opencity.views.labels import page_title
from opencity.views.repository import file_address
from opencity.views.value import Value

_FEW = 5
"""So many fields of a file are named; of more, as in a language that is only begun, the number says enough."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many pages and how many texts of the data are in a state."""

    label: str
    pages: str
    texts: str


@dataclass(frozen=True, slots=True)
class Version:
    """A page in one language: what the language is called, and the way there."""

    name: str
    href: str
    lang: str


@dataclass(frozen=True, slots=True)
class PageLine:
    """One page: its title, the ways to the original and to the translation, and the file of the translation."""

    title: str
    versions: tuple[Version, ...]
    file: Value


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file of the data: how many of its texts, and in which fields."""

    file: Value
    number: str
    fields: str


@dataclass(frozen=True, slots=True)
class StateList:
    """What is in one state."""

    title: str
    pages: tuple[PageLine, ...]
    files: tuple[FileLine, ...]


@dataclass(frozen=True, slots=True)
class LanguageStatus:
    """The translations into one language."""

    name: str
    counts: tuple[Count, ...]
    lists: tuple[StateList, ...]


@dataclass(frozen=True, slots=True)
class TranslationStatus:
    """The whole page. `as_of` is the day of the build."""

    as_of: str
    is_all_well: bool
    languages: tuple[LanguageStatus, ...]


def translation_status(context: ViewContext) -> TranslationStatus:
    """Every language of the site that anything should be translated into, in the order of the settings."""
    translations, locales = context.translations, context.pages.addresses.locales
    languages = (_language(locale, context) for locale in locales)
    shown = tuple(language for language in languages if language.counts)
    as_of = context.dates.plain(PartialDate.of(context.today))
    is_all_well = len(translations.in_state(State.CURRENT)) == len(translations.found)
    return TranslationStatus(as_of, is_all_well, shown)


def _language(locale: str, context: ViewContext) -> LanguageStatus:
    words = context.words
    counts, lists = [], []
    for state in (State.CURRENT, *(state for state in State if state is not State.CURRENT)):
        there = context.translations.in_state(state, locale)
        pages = tuple(each for each in there if each.path)
        label = words(f"translations.{state.value}")
        if there:
            counts.append(Count(label, words.number(len(pages)), words.number(len(there) - len(pages))))
        if there and state is not State.CURRENT:
            texts = tuple(each for each in there if not each.path)
            lists.append(StateList(label, tuple(_page(each, context) for each in pages), tuple(_files(texts, context))))
    return LanguageStatus(words.language_name(locale), tuple(counts), tuple(lists))


def _page(translation: Translation, context: ViewContext) -> PageLine:
    pages = context.pages
    original = pages.get(translation.path, translation.subject.origin)
    twin = pages.get(translation.path, translation.locale)
    own = pages.get(translation.path, context.locale) or original or twin
    assert own is not None  # a translation without either is none
    there = tuple(_version(page, context) for page in (original, twin) if page is not None and page.original is None)
    title = page_title(own, context)
    shown = title if own.locale == context.locale else in_language(title, own.locale)
    return PageLine(shown, there, _file(translation.subject.file, context))


def _version(page: Page, context: ViewContext) -> Version:
    return Version(context.words.language_name(page.locale), context.href(page.url), page.locale)


def _files(texts: tuple[Translation, ...], context: ViewContext) -> Iterator[FileLine]:
    """The files of some texts, as they are sorted on disk."""
    by_file = attrgetter("subject.file")
    for file, there in itertools.groupby(sorted(texts, key=by_file), by_file):
        fields = [each.subject.field for each in there]
        named = dict.fromkeys(fields)
        shown = ", ".join(named) if len(named) <= _FEW else ""
        yield FileLine(_file(file, context), context.words.number(len(fields)), shown)


def _file(file: str, context: ViewContext) -> Value:
    return Value(file, href=file_address(context.registry.site.repository, file))
