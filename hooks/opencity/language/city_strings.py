"""The shipped interface words and the city's `data/strings/` in; the words of every published language out.

A city's file overrides single words of a language that the engine ships, or is a whole further language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from babel import localedata
from babel.core import get_global

from opencity.language.keys import EXAMPLE
from opencity.language.strings_checks import anchor_clashes, known_texts, missing_words, text_faults
from opencity.language.strings_file import FOLDER, StringsFile, read_strings
from opencity.language.words import LETTERS, OPTIONAL, OTHER, Forms, Words, load_words, shipped_locales
from opencity.problems import Collector, Place, Problem
from opencity.register.models import Site
from opencity.register.registry import Item


@dataclass(frozen=True, slots=True)
class Told:
    """The words of every published language, and every problem of the city's files."""

    words: Mapping[str, Words]
    problems: tuple[Problem, ...]


def read_words(root: Path, site: Item[Site]) -> Told:
    """The words of every language that the settings publish.

    A language that lacks words borrows them, so that the check can go on; the problem stops a build.
    """
    problems = Collector()
    words = {}
    locales = site.record.locales
    for position, locale in enumerate(locales):
        place = site.place("locales", position)
        file = read_strings(root, locale)
        if not localedata.exists(locale):
            problems.extend((unknown_language(locale, place),))
            words[locale] = Words(locale, load_words(EXAMPLE).entries)
        elif file is None and locale not in shipped_locales():
            if not (root / FOLDER / f"{locale}.yml").exists():
                problems.add("E-LOCALE-WORDS", place, given=locale)
            words[locale] = Words(locale, load_words(EXAMPLE).entries)
        else:
            words[locale], found = _words(locale, file)
            problems.extend(found)
    for path in sorted((root / FOLDER).glob("??.yml")):
        if path.stem not in locales and path.stem.islower():  # of another name the loader tells
            problems.add("W-WORDS-LOCALE", Place(f"{FOLDER}/{path.name}"), given=path.stem, all=", ".join(locales))
    return Told(MappingProxyType(words), problems.sorted())


def unknown_language(locale: str, place: Place) -> Problem:
    """What to say of a code that no language has; the code of a country brings up its language."""
    likely = str(get_global("likely_subtags").get(f"und_{locale.upper()}", "")).partition("_")[0]
    if len(locale) == 2 and locale.lower() != locale and localedata.exists(locale.lower()):
        likely = locale.lower()
    return Problem("E-LOCALE-UNKNOWN", place, {"given": locale, "guess": likely})


def _words(locale: str, file: StringsFile | None) -> tuple[Words, tuple[Problem, ...]]:
    """The words of one language and the problems of its file."""
    is_shipped = locale in shipped_locales()
    shipped = load_words(locale if is_shipped else EXAMPLE)
    if file is None:
        return shipped, ()
    problems = Collector()
    problems.extend(file.problems.sorted())
    given: set[str] = set()
    entries: dict[str, str | Forms] = dict(shipped.entries)
    if not is_shipped:
        entries = {key: entry for key, entry in entries.items() if key not in OPTIONAL}
    for path, key, form in known_texts(locale, file, problems):
        text, keys = file.texts[path]
        if text or key.startswith(LETTERS):
            entry = entries.get(key)
            others = entry if isinstance(entry, Mapping) and (is_shipped or key in given) else {OTHER: ""}
            entries[key] = MappingProxyType({**others, form: text}) if form else text
            given.add(key)
            problems.extend(list(text_faults(key, text, file.place(keys))))
        elif is_shipped:
            problems.add("E-BLANK", file.place(keys, key=True), field=path)
    if not is_shipped and file.is_read:
        problems.extend(list(missing_words(locale, file)))
    problems.extend(list(anchor_clashes(entries, file)))
    return Words(locale, MappingProxyType(entries)), problems.sorted()
