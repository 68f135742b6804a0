"""A page in; the languages in which it can be read, and what a reader must know of its translation, out."""

from __future__ import annotations

from dataclasses import dataclass

from opencity.pages.page import HOME, Page
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


def translation_notice(page: Page, context: ViewContext, is_partly_foreign: bool) -> TranslationNotice | None:
    """The notice of a page that waits for its translation, or whose facts in part do; None for any other."""
    if page.original is not None:
        return TranslationNotice(context.words("translation.untranslated"), _original(page.original, context))
    return TranslationNotice(context.words("translation.partly")) if is_partly_foreign else None


def _original(original: Page, context: ViewContext) -> Value:
    """The way to the original, in words of its language: who reads it wants to read on there."""
    words = context.pages.words[original.locale]
    return Value(words("translation.read_here"), href=context.href(original.url), lang=original.locale)
