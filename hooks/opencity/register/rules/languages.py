"""Words in a language that the site does not publish: nobody sees them, and the settings may lack the language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from opencity.problems import Place, Problem
from opencity.register.rules.context import Context
from opencity.register.texts import texts_of
from opencity.register.yaml_reader import Path, YamlFile

Found = tuple[str, YamlFile, Path]
"""A language, and the file and the path in it where it is written."""


def check_languages(context: Context) -> Iterator[Problem]:
    """Report each language once, where it is met first, with the number of its texts or parts of addresses."""
    if context.broken.has("site", "site"):
        return  # the languages of the site are a guess
    yield from _once("W-LOCALE-UNPUBLISHED", _texts(context), context)
    yield from _once("W-SEGMENT-LOCALE", _segments(context), context)


def _texts(context: Context) -> Iterator[Found]:
    for item in context.items():
        for found in texts_of(item):
            yield from ((locale, item.file, (*found.path, locale)) for locale in found.text.locales)


def _segments(context: Context) -> Iterator[Found]:
    item = context.registry.site_item
    for segment, names in item.record.segments.items():
        yield from ((locale, item.file, ("segments", segment, locale)) for locale in names)


def _once(code: str, found: Iterable[Found], context: Context) -> Iterator[Problem]:
    published = context.registry.site.locales
    places: dict[str, list[Place]] = {}
    for locale, file, path in found:
        if locale not in published:
            places.setdefault(locale, []).append(file.place_of(path))
    for locale, there in places.items():
        yield Problem(code, min(there), {"locale": locale, "number": len(there), "all": ", ".join(published)})
