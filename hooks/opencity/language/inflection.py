"""A locale in; how its words change their endings, as the search in a browser reads it, out.

The tables are `inflections/<locale>.yml`, for a teacher of the language to read; how they are written stands at
the top of the Polish one. A language without a table is searched all the same: by the beginnings of words.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NotRequired, TypedDict

import yaml

Inflection = Mapping[str, object]
"""`endings`: lists of endings by name. `paradigms`: [changes, endings, letters in common] each. `irregular`: groups of
forms. A list of words is one text with spaces; names, examples and comments stay in the file."""


class Row(TypedDict):
    """One paradigm, as it is written."""

    name: str
    example: str
    changes: NotRequired[str]
    endings: str
    shared: NotRequired[str]


class Table(TypedDict):
    """The file of a language, as it is written."""

    endings: dict[str, str]
    paradigms: list[Row]
    irregular: list[str]
    stop: dict[str, str]


def inflection_of(locale: str) -> Inflection | None:
    """The table of a language, ready for JSON; None for a language that has none.

    >>> inflection_of("en")["irregular"][0], inflection_of("xx")
    ('am are be been being is was were', None)
    """
    table = written_table(locale)
    if table is None:
        return None
    return {
        "endings": {name: _words(text) for name, text in table["endings"].items()},
        "paradigms": [
            [_words(row.get("changes", "")), _words(row["endings"]), int(row.get("shared", "0"))]
            for row in table["paradigms"]
        ],
        "irregular": [_words(row) for row in table["irregular"]],
    }


def stop_words_of(locale: str) -> Sequence[str]:
    """The words of a language that say nothing about what is looked for; none where none are known.

    >>> "the" in stop_words_of("en"), stop_words_of("xx")
    (True, ())
    """
    table = written_table(locale)
    return tuple(" ".join(table["stop"].values()).split()) if table else ()


@functools.cache
def written_table(locale: str) -> Table | None:
    """The file of a language with the names and examples of its paradigms; None where there is none."""
    path = Path(__file__).parent / "inflections" / f"{locale}.yml"
    if not path.is_file():
        return None
    table: Table = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return table


def _words(text: str) -> str:
    """Words with one space between them, whatever lines they were written on."""
    return " ".join(text.split())
