"""A page in; the languages in which it can be read, and what a reader must know of its translation, out."""

from __future__ import annotations

from dataclasses import dataclass

from opencity.pages.page import HOME, Page
from opencity.translations.status import State
from opencity.views.context import ViewContext
from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """One language of the switch, under its own name. Without a way there it says why, in that language."""

    locale: str
    name: str
    href: str | None
    current: bool
    missing: str | None = None


@dataclass(frozen=True, slots=True)
class TranslationNotice:
    """What stands above a text that is not a translation in force, with the way to the version that is."""

    text: str
    link: Value | None = None


def language_links(page: Page | None, context: ViewContext) -> tuple[LanguageLink, ...]:
    """The switch: the same page in each language; without a page (404), each language's home page."""
    links = []
    for locale in context.pages.addresses.locales:
        target = context.pages.get(page.path if page else HOME, locale)
        words = context.pages.words[locale]
        missing = words("translation.no_page") if target is None else None
        current = page is not None and locale == context.locale
        href = context.href(target.url) if target else None
        links.append(LanguageLink(locale, words("language.name"), href, current, missing))
    return tuple(links)


@dataclass(frozen=True, slots=True)
class ShownFacts:
    """What a reader should know of the facts on a page: some are in another language; some were translated from an
    older original, which is in the language `outdated`."""

    is_partly_foreign: bool = False
    outdated: str | None = None


def translation_notice(page: Page, context: ViewContext, facts: ShownFacts) -> TranslationNotice | None:
    """The notice of a page that is not a translation in force, or whose facts in part are not; None for any other."""
    words = context.words
    if page.original is not None:
        return TranslationNotice(words("translation.untranslated"), _link(page.original, "read_here", context))
    told = context.translations.of_page(page)
    origin = told.subject.origin if told is not None and told.state is State.OUTDATED else None
    said = []
    if origin:
        said.append(words("translation.outdated"))
    elif facts.outdated:
        said.append(words("translation.outdated_facts"))
    if facts.is_partly_foreign and page.meta.role != "translations":  # that page tells of them one by one
        said.append(words("translation.partly"))
    newer = context.pages.get(page.path, origin or facts.outdated or page.locale)
    link = _link(newer, "newer_here", context) if newer and newer is not page and newer.original is None else None
    return TranslationNotice(" ".join(said), link) if said else None


def _link(page: Page, key: str, context: ViewContext) -> Value:
    """The way to a page in words of its language: who reads it wants to read on there."""
    words = context.pages.words[page.locale]
    return Value(words(f"translation.{key}"), href=context.href(page.url), lang=page.locale)
