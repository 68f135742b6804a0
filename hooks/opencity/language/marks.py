"""Text and its language in; the same text with invisible marks of the language, and marks turned into HTML, out.

Words that fall back to another language travel through sentences, labels and headings. So that none of these has to
carry the language beside the text, the text carries it: in the language tags of Unicode (RFC 2482: U+E0001, a letter
for each letter of the code, and U+E007F at the end), which no font draws. Finished HTML has `lang` instead of them.
"""

from __future__ import annotations

import re
from typing import Protocol

_BEGIN, _END, _TAGS = "\U000e0001", "\U000e007f", 0xE0000
_STRETCH = re.compile(f"{_BEGIN}([\U000e0061-\U000e007a]+)([^{_BEGIN}{_END}]*){_END}")
_ANY = re.compile("[\U000e0000-\U000e007f]+")


class Translated(Protocol):
    """The same words in several languages, as the register holds them."""

    def in_(self, locale: str) -> str:
        """The words in a language, or those of another one where there are none."""

    def locale_of(self, locale: str) -> str:
        """The language that `in_` answers in."""


def say(text: Translated, locale: str) -> str:
    """The words for a reader of a language; what is not translated is marked as the foreign text that it is."""
    spoken, words = text.locale_of(locale), text.in_(locale)
    return words if spoken == locale else in_language(words, spoken)


def in_language(text: str, locale: str) -> str:
    """Mark text as being in a language that is not the page's. What is marked already keeps its mark.

    >>> without_marks(in_language("sieć", "pl"))
    'sieć'
    """
    if not text or is_marked(text):
        return text
    return f"{_BEGIN}{''.join(chr(_TAGS + ord(letter)) for letter in locale)}{text}{_END}"


def is_marked(text: str) -> bool:
    """Whether any part of a text is in another language than its surroundings."""
    return _BEGIN in text


def language_of(text: str) -> str | None:
    """The language of a text that is marked as a whole, for an attribute that stands beside it; else None.

    >>> language_of(in_language("sieć", "pl"))
    'pl'
    """
    match = _STRETCH.fullmatch(text)
    return _code(match[1]) if match else None


def _code(tags: str) -> str:
    return "".join(chr(ord(letter) - _TAGS) for letter in tags)


def without_marks(text: str) -> str:
    """The text alone: for attributes, titles, addresses, sorting.

    >>> without_marks("sieć")
    'sieć'
    """
    return _ANY.sub("", text)


def stretches(text: str, locale: str) -> list[tuple[str, str]]:
    """The parts of a text, each with its language; text without marks is in `locale`.

    >>> stretches(f"Members of {in_language('Sieć Miast', 'pl')} in 2020", "en")
    [('Members of ', 'en'), ('Sieć Miast', 'pl'), (' in 2020', 'en')]
    """
    parts: list[tuple[str, str]] = []
    at = 0
    for match in _STRETCH.finditer(text):
        parts.append((text[at : match.start()], locale))
        parts.append((match[2], _code(match[1])))
        at = match.end()
    parts.append((text[at:], locale))
    return [(without_marks(part), language) for part, language in parts if part]
