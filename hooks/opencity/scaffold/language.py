"""A further language in; its words to be translated and a stub for every page out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from babel import localedata

from opencity.language.descriptions import descriptions
from opencity.language.keys import is_verb, lacking, templates
from opencity.language.strings_file import FOLDER, written_paths
from opencity.language.words import NBSP, OTHER, Forms, load_words, shipped_locales
from opencity.pages.page_map import PageMap
from opencity.scaffold.templates import STUB, WORDS


def is_further(locale: str) -> bool:
    """Whether a language is known by its code of two small letters, and not one that the engine ships."""
    is_code = re.fullmatch("[a-z]{2}", locale) is not None
    return is_code and localedata.exists(locale) and locale not in shipped_locales()


def strings_file(root: Path, locale: str) -> tuple[str, str]:
    """The name of the file of words, and what to write at its end: every key that it does not have."""
    there = written_paths(root, locale)
    if there is None:
        return f"{FOLDER}/{locale}.yml", ""  # the check says what is wrong with it
    text = "" if (root / FOLDER / f"{locale}.yml").exists() else WORDS.format(locale=locale)
    told, shipped = descriptions(), [load_words(known) for known in sorted(shipped_locales(), reverse=True)]
    for key, forms in lacking(locale, there).items():
        text += f"\n# {told[key]}\n"
        text += "".join(f"# {words.locale}: {_shown(words.entries[key])}\n" for words in shipped)
        text += _empty(key, forms, there)
    return f"{FOLDER}/{locale}.yml", text


def stub_pages(locale: str, pages: PageMap) -> Mapping[str, str]:
    """A stub for every page that any language has."""
    return {f"docs/{locale}/{path}": STUB for path in sorted({page.path for page in pages})}


def _shown(entry: str | Forms) -> str:
    """A shipped entry on one line, as YAML would have it."""
    text = entry if isinstance(entry, str) else ", ".join(f"{form}: {words}" for form, words in entry.items())
    return text.replace("\n", "\\n").replace(NBSP, "\\_")


def _empty(key: str, forms: tuple[str, ...], there: frozenset[str]) -> str:
    """The lines to fill in: the key, or each of its forms."""
    if forms == ("",):
        return f'{key}: ""\n'
    if any(path.rpartition(".")[0] == key for path in there):
        return "".join(f'{key}.{form}: ""\n' for form in forms)
    lines = f"{key}:\n" + "".join(f'  {form}: ""\n' for form in forms)
    if is_verb(templates()[key]):
        lines += (
            f'  # {OTHER}: ""   zamiast wszystkich, gdy czasownik się nie zmienia / instead of all, if the verb stays\n'
        )
    return lines
