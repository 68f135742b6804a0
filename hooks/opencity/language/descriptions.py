"""The keys of the interface words in; what each word is for, told to translators in English, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import yaml

from opencity.language.keys import templates

GROUP = "_"
"""The key that describes all keys of its group that have no description of their own."""


def descriptions() -> Mapping[str, str]:
    """What a translator needs to know, by the key of the interface word.

    >>> descriptions()["menu.skip"]
    'Link that appears at the first press of the Tab key and jumps over the menu; an order to the reader.'

    Raises KeyError for a key without a description of its own or of its group: a test sees to it that there is none.
    """
    written = written_descriptions()
    return MappingProxyType({key: _of(key, written) for key in templates()})


def written_descriptions() -> Mapping[str, str]:
    """The file as it is: a description by its key, that of a group by the group's key and `_`.

    >>> written_descriptions()["currency._"].startswith("How a sum names its currency")
    True
    """
    path = Path(__file__).with_name("descriptions.yml")
    return MappingProxyType(dict(_rows(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader))))


def _of(key: str, written: Mapping[str, str]) -> str:
    """The description of a key, else that of the smallest of its groups that has one."""
    at = key
    while at not in written:
        group = at.removesuffix(f".{GROUP}").rpartition(".")[0]
        if not group:
            raise KeyError(key)
        at = f"{group}.{GROUP}"
    return written[at]


def _rows(node: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in node.items():
        if isinstance(value, Mapping):
            yield from _rows(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
