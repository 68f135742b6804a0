"""A city's file of interface words in; what is wrong with its keys, its forms and its texts out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from opencity.language.keys import blanks, lacking, needed_forms, templates
from opencity.language.strings_file import StringsFile
from opencity.language.words import LETTERS, OPTIONAL, OTHER, Forms
from opencity.problems import Collector, Place, Problem
from opencity.register.model_errors import Guesses
from opencity.register.models.text import SLUG
from opencity.register.yaml_reader import Path as Keys

_FIRST = 5
"""So many missing words are named; the command writes them all."""
_ANCHORS = ("anchor.", "document.anchor.")


def known_texts(locale: str, file: StringsFile, problems: Collector) -> Iterator[tuple[str, str, str]]:
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


def missing_words(locale: str, file: StringsFile) -> Iterator[Problem]:
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


def text_faults(key: str, text: str, place: Place) -> Iterator[Problem]:
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


def anchor_clashes(entries: Mapping[str, str | Forms], file: StringsFile) -> Iterator[Problem]:
    """Anchors of one language that are the same word would stand twice on a page."""
    taken: dict[str, str] = {}
    anchors = [key for key in entries if key.startswith(_ANCHORS)]
    for key in sorted(anchors, key=lambda key: (key in file.texts, key)):  # the city's word is the one to change
        word = str(entries[key])
        first = taken.setdefault(word, key)
        if first != key and key in file.texts:
            yield Problem("E-WORDS-SAME", file.place(file.texts[key][1]), {"given": word, "first": first})


def _stranger(
    path: str, keys: Keys, file: StringsFile, guesses: Guesses, strangers: set[Keys], problems: Collector
) -> None:
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
