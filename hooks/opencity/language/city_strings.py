"""The shipped interface words and the city's `data/strings/` in; the words of every published language out.

A city's file overrides single words of a language that the engine ships, or is a whole further language. Keys may be
nested (`menu:` and `home:` below it) or written in one (`menu.home:`). A key with nothing behind it is not there yet.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from types import MappingProxyType

from babel import localedata
from babel.core import get_global

from opencity.language.words import (
    LETTERS,
    OPTIONAL,
    OTHER,
    PLURALS,
    VERBS,
    Forms,
    Words,
    babel_locale,
    load_words,
    shipped_locales,
)
from opencity.problems import Collector, Mark, Place, Problem
from opencity.register.model_errors import Guesses
from opencity.register.models import Site
from opencity.register.models.text import SLUG
from opencity.register.registry import Item
from opencity.register.yaml_reader import Path as Keys
from opencity.register.yaml_reader import Tree, Unreadable, YamlFile, read_mapping

FOLDER = "data/strings"
EXAMPLE = "en"
"""The shipped language that stands in where words are missing, so that the check can go on."""
_FIRST = 5
"""So many missing words are named; the command writes them all."""
_ANCHORS = ("anchor.", "document.anchor.")
_ALIKE = {
    "dates.": {"month_of": "month", "month_in": "month"},
    "city.": {"city_of": "city", "in_city": "city"},
}
"""Blanks that the engine fills side by side: a language takes the one that its grammar asks for."""


@dataclass(frozen=True, slots=True)
class Told:
    """The words of every published language, and every problem of the city's files."""

    words: Mapping[str, Words]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _File:
    """One file of the city's, flattened: each text with the path that leads to it in the file."""

    yaml: YamlFile
    is_read: bool = True
    texts: dict[str, tuple[str, Keys]] = field(default_factory=dict)
    problems: Collector = field(default_factory=Collector)

    def place(self, keys: Keys, *, key: bool = False) -> Place:
        return self.yaml.place_of(keys, key=key)


def read_words(root: Path, site: Item[Site]) -> Told:
    """The words of every language that the settings publish.

    A language that lacks words borrows them, so that the check can go on; the problem stops a build.
    """
    problems = Collector()
    words = {}
    locales = site.record.locales
    for position, locale in enumerate(locales):
        place = site.place("locales", position)
        file = _read(root, locale)
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


def needed_forms(locale: str, forms: Forms) -> tuple[str, ...]:
    """The forms that a language must give of an entry of which another language gives these.

    >>> needed_forms("uk", {"one": "city", "other": "cities"})
    ('one', 'few', 'many', 'other')
    """
    if is_verb(forms):
        return VERBS
    used = {*babel_locale(locale).plural_form.tags, OTHER}
    return tuple(form for form in PLURALS if form in used)


def is_verb(entry: str | Forms) -> bool:
    """Whether an entry has the forms of a verb, and not of a counted noun."""
    return not isinstance(entry, str) and bool(set(entry) & {*VERBS})


@functools.cache
def templates() -> Mapping[str, str | Forms]:
    """Every key with an example of what stands there: of shipped languages the one with the most forms."""
    found: dict[str, str | Forms] = {}
    for locale in (EXAMPLE, *shipped_locales()):
        for key, entry in load_words(locale).entries.items():
            kept = found.get(key)
            if kept is None or (isinstance(kept, Mapping) and isinstance(entry, Mapping) and len(entry) > len(kept)):
                found[key] = entry
    return MappingProxyType(found)


def lacking(locale: str, texts: Set[str]) -> Mapping[str, tuple[str, ...]]:
    """Key to the forms that it lacks in a further language; a key with no forms has one, the empty one.

    `texts` are the paths that are there, with the name of the form behind those of nouns and verbs.
    """
    found: dict[str, tuple[str, ...]] = {}
    for key, example in templates().items():
        if key in OPTIONAL or key.startswith(LETTERS):
            continue
        forms = needed_forms(locale, example) if isinstance(example, Mapping) else ("",)
        missing = tuple(form for form in forms if _path(key, form) not in texts)
        if isinstance(example, Mapping) and is_verb(example) and _path(key, OTHER) in texts:
            missing = ()
        if missing:
            found[key] = missing
    return MappingProxyType(found)


def written_paths(root: Path, locale: str) -> frozenset[str] | None:
    """The paths that a city's file has, filled or not; None for a file that cannot be read."""
    file = _read(root, locale)
    if file is None:
        return None if (root / FOLDER / f"{locale}.yml").exists() else frozenset()
    return frozenset(file.texts) if file.is_read else None


def _path(key: str, form: str) -> str:
    return f"{key}.{form}" if form else key


# --- reading --------------------------------------------------------------------------------------------


def _read(root: Path, locale: str) -> _File | None:
    """The city's file of a language; None where there is none, or none that can be read."""
    path = root / FOLDER / f"{locale}.yml"
    name = f"{FOLDER}/{locale}.yml"
    if path.is_symlink() or not path.is_file():
        return None
    try:
        file = _File(read_mapping(path.read_bytes(), name))
    except Unreadable as error:
        found = Collector()
        found.extend(error.problems)
        file = _File(YamlFile(name, {}, {(): Mark()}, {}), is_read=False, problems=found)
    except OSError:
        return None
    _flatten(file.yaml.tree, (), file)
    return file


def _flatten(node: Tree, keys: Keys, file: _File) -> None:
    path = ".".join(str(key) for key in keys)
    if isinstance(node, dict):
        for key, value in node.items():
            _flatten(value, (*keys, key), file)
    elif isinstance(node, list):
        file.problems.add("E-WORDS-SHAPE", file.place(keys), given=path, shape=f"{path}: …")
    elif path in file.texts:
        first = file.place(file.texts[path][1], key=True).mark.line
        file.problems.add("E-TWICE", file.place(keys, key=True), given=path, first=first)
    else:
        file.texts[path] = node.strip(), keys


# --- checking -------------------------------------------------------------------------------------------


def _words(locale: str, file: _File | None) -> tuple[Words, tuple[Problem, ...]]:
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
    for path, key, form in _known(locale, file, problems):
        text, keys = file.texts[path]
        if text or key.startswith(LETTERS):
            entry = entries.get(key)
            others = entry if isinstance(entry, Mapping) and (is_shipped or key in given) else {OTHER: ""}
            entries[key] = MappingProxyType({**others, form: text}) if form else text
            given.add(key)
            problems.extend(list(_faults(key, text, file.place(keys))))
        elif is_shipped:
            problems.add("E-BLANK", file.place(keys, key=True), field=path)
    if not is_shipped and file.is_read:
        problems.extend(list(_missing(locale, file)))
    problems.extend(list(_clashes(entries, file)))
    return Words(locale, MappingProxyType(entries)), problems.sorted()


def _known(locale: str, file: _File, problems: Collector) -> Iterator[tuple[str, str, str]]:
    """Path, key and form of every text that has a place among the interface words; the others are reported."""
    examples = templates()
    guesses = Guesses(examples)
    strangers: set[Keys] = set()
    for path, (_, keys) in file.texts.items():
        key, _, form = path.rpartition(".")
        if path.startswith(LETTERS) or isinstance(examples.get(path, "" if path in OPTIONAL else None), str):
            yield path, path, ""
        elif isinstance(examples.get(key), Mapping):
            if form in (*needed_forms(locale, _forms(examples[key])), OTHER):
                yield path, key, form
            else:
                allowed = ", ".join(needed_forms(locale, _forms(examples[key])))
                problems.add("E-WORDS-FORM", file.place(keys, key=True), given=form, key=key, allowed=allowed)
        elif isinstance(examples.get(path), Mapping):
            forms = needed_forms(locale, _forms(examples[path]))
            shape = f"{path}: {{ {', '.join(f'{form}: …' for form in forms)} }}"
            problems.add("E-WORDS-SHAPE", file.place(keys), given=path, shape=shape)
        else:
            _stranger(path, keys, file, guesses, strangers, problems)


def _stranger(path: str, keys: Keys, file: _File, guesses: Guesses, strangers: set[Keys], problems: Collector) -> None:
    """Report a key that is no key: a text where a group belongs, a group where a text belongs, or a slip."""
    examples = templates()
    for end in range(1, len(keys)):  # the first part that nothing begins with is the slip
        above = ".".join(str(key) for key in keys[:end])
        if isinstance(examples.get(above), str):
            keys, path = keys[:end], above
            if keys not in strangers:
                problems.add("E-WORDS-SHAPE", file.place(keys), given=path, shape=f"{path}: …")
            strangers.add(keys)
            return
        if not any(known.startswith(f"{above}.") for known in examples):
            keys = keys[:end]
            break
    if keys in strangers:
        return
    strangers.add(keys)
    if any(known.startswith(f"{path}.") for known in examples):
        problems.add("E-WORDS-SHAPE", file.place(keys), given=path, shape=f"{path}: {{ …: … }}")
        return
    shown = ".".join(str(key) for key in keys)
    problems.add("E-WORDS-KEY", file.place(keys, key=True), given=shown, guess=guesses(path))


def _forms(entry: str | Forms) -> Forms:
    assert isinstance(entry, Mapping)
    return entry


def _missing(locale: str, file: _File) -> Iterator[Problem]:
    """The words that a further language lacks, in one problem; forms of a word that is there in one each."""
    filled = {path for path, (text, _) in file.texts.items() if text}
    whole = []
    for key, forms in lacking(locale, filled).items():
        there = [path for path in filled if path.rpartition(".")[0] == key]
        if forms == ("",) or not there:
            whole.append(key)
        else:
            at = file.texts[there[0]][1]
            details = {"key": key, "missing": ", ".join(forms), "locale": locale}
            yield Problem("E-WORDS-FORMS", file.place(at[:-1] or at, key=True), details)
    if whole:
        first = ", ".join(whole[:_FIRST])
        details = {"count": str(len(whole)), "first": first, "locale": locale, "all": str(len(templates()))}
        yield Problem("E-WORDS-MISSING", Place(file.yaml.name), details)


def _faults(key: str, text: str, place: Place) -> Iterator[Problem]:
    """What is wrong with one text: its blanks, or the form that its key asks for."""
    if key.startswith(LETTERS):
        letter = key.removeprefix(LETTERS)
        if len(letter) != 1 or not letter.isalpha() or not re.fullmatch(r"[a-z0-9]{0,4}", text):
            yield Problem("E-WORDS-LETTER", place, {"given": f"{letter}: {text}"})
        return
    if key == "language.alphabet":
        twice = [letter for at, letter in enumerate(text) if letter in text[:at] or not letter.isalpha()]
        if twice or text != text.casefold():
            yield Problem("E-WORDS-ALPHABET", place, {"given": twice[0] if twice else text[:40]})
        return
    if key.startswith(_ANCHORS) and not re.fullmatch(SLUG, text):
        yield Problem("E-ID", place, {"given": text})
    example = templates().get(key, "")
    expected = blanks(key, example if isinstance(example, str) else next(iter(example.values())))
    found = blanks(key, text)
    if found != expected:
        wanted = ", ".join(f"{{{name}}}" for name in sorted(expected or ())) or "–"
        written = ", ".join(f"{{{name}}}" for name in sorted(found or ())) or "–"
        yield Problem("E-WORDS-BLANKS", place, {"key": key, "expected": wanted, "given": written})


def blanks(key: str, text: str) -> frozenset[str] | None:
    """The blanks of a text, those that stand for each other as one; None where a brace is open.

    >>> sorted(blanks("dates.of_month", "{month_of} {year}"))
    ['month', 'year']
    """
    alike: Mapping[str, str] = next((same for prefix, same in _ALIKE.items() if key.startswith(prefix)), {})
    try:
        found = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        return None
    return frozenset(alike.get(name, name) for name in found)


def _clashes(entries: Mapping[str, str | Forms], file: _File) -> Iterator[Problem]:
    """Anchors of one language that are the same word would stand twice on a page."""
    taken: dict[str, str] = {}
    anchors = [key for key in entries if key.startswith(_ANCHORS)]
    for key in sorted(anchors, key=lambda key: (key in file.texts, key)):  # the city's word is the one to change
        word = str(entries[key])
        first = taken.setdefault(word, key)
        if first != key and key in file.texts:
            yield Problem("E-WORDS-SAME", file.place(file.texts[key][1]), {"given": word, "first": first})
