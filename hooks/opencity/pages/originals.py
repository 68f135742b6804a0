"""Pages of all languages in; the same with each untranslated page filled from its original, and what is wrong, out.

An original is the page in the language that its front matter names (`original: en`), else in the first language of
the settings that has the page as a text of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from opencity.language.marks import in_language
from opencity.pages.page import Page
from opencity.pages.source import FrontMatter, PageSource
from opencity.problems import Collector, Place, Problem

WORDS = ("title", "menu", "lead", "description")
"""The fields of the front matter that hold words of the page's language: a stub borrows them as foreign ones."""

_OWN = frozenset({*WORDS, "untranslated", "original"})


def original_locale(twins: Iterable[Page]) -> str | None:
    """The language of the original among the twins of a page, given in the order of the settings.

    None where no twin has a text of its own. What the front matter names is taken only if that page is there.
    """
    found = tuple(twins)
    written = [page.locale for page in found if not page.meta.untranslated]
    named = next((page.meta.original for page in found if page.meta.original), None)
    return named if named in written else next(iter(written), None)


def with_originals(
    pages: Mapping[tuple[str, str], Page], locales: tuple[str, ...], broken: set[tuple[str, str]]
) -> tuple[dict[tuple[str, str], Page], tuple[Problem, ...]]:
    """Fill every stub. One without an original is left out, as a page that could not be read (`broken` grows)."""
    problems = Collector()
    filled = dict(pages)
    for path in dict.fromkeys(path for _, path in pages):
        twins = [pages[locale, path] for locale in locales if (locale, path) in pages]
        origin = original_locale(twins)
        hidden = any((locale, path) in broken for locale in locales)
        if not hidden:
            problems.extend(_wrong_original(twins))
        for page in (page for page in twins if page.meta.untranslated):
            if origin is not None:
                filled[page.locale, path] = _filled(page, pages[origin, path])
                continue
            del filled[page.locale, path]
            broken.add((page.locale, path))
            if not hidden:
                problems.add("E-STUB-ALONE", page.source.place("untranslated"), path=path)
    return filled, problems.sorted()


def _wrong_original(twins: list[Page]) -> Iterator[Problem]:
    """Twins that name two originals, or one that is not there."""
    written = [page.locale for page in twins if not page.meta.untranslated]
    naming = [page for page in twins if page.meta.original]
    for page in naming:
        named, place = str(page.meta.original), page.source.place("original")
        if written and named not in written:
            folder = f"docs/{named}/{page.path}"
            yield Problem("E-ORIGINAL", place, {"given": named, "path": folder, "known": ", ".join(written)})
        elif named != naming[0].meta.original:
            other: Place = naming[0].source.place("original")
            details = {"given": named, "first": str(other), "other": str(naming[0].meta.original)}
            yield Problem("E-ORIGINALS", place, details)


def _filled(stub: Page, original: Page) -> Page:
    """The stub with the text of the original; what it says of itself stays, words that it borrows are marked."""
    source, text = stub.source, original.source
    meta = text.meta.model_copy(update=dict(_own_words(source, text)))
    filled = PageSource(
        source.path,
        source.locale,
        source.file,
        meta,
        source.yaml,
        text.body,
        text.body_line,
        text.markdown,
        text.blocks,
    )
    return replace(stub, source=filled, original=original)


def _own_words(stub: PageSource, text: PageSource) -> Iterator[tuple[str, object]]:
    """What the stub has otherwise than its original: the fields that it states, and words, which are foreign to it."""
    said = stub.meta.model_fields_set
    for field in FrontMatter.model_fields:
        if field in said or field in _OWN - {*WORDS}:
            yield field, getattr(stub.meta, field)
        elif field in WORDS and getattr(text.meta, field):
            yield field, in_language(getattr(text.meta, field), text.locale)
