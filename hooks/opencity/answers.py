"""A key and what fills its blanks in; what a command says on the screen, in Polish or English, out."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml


@functools.cache
def _answers() -> Mapping[str, Mapping[str, str]]:
    text = Path(__file__).with_name("answers.yml").read_text(encoding="utf-8")
    entries: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return MappingProxyType(entries)


def told(key: str, language: str, **blanks: object) -> str:
    """One sentence of the commands.

    >>> told("recorded", "en", number=3)
    'New translations recorded: 3.'
    """
    return _answers()[key][language].format(**blanks)
