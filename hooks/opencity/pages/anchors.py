"""The text of a heading, or the kind and id of a record, in; the anchor that addresses it out.

Anchors of the engine's own parts stay free.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from opencity.language.words import Words

Anchored = Literal["project", "fund", "document", "event", "year", "row"]
"""What has an anchor made of its kind, in the words of the page's language, and its id."""

_PREFIX = "anchor."
_COUNTED = ("source", "reference", "filter")
"""Of these the engine makes anchors by counting: `zrodlo-1`."""
_DRAWN = r"bar-(?:soft-start|soft-end|stripes|dots|hatch)"
"""The names of the patterns in its drawings."""
_NAMELESS = "section"
"""Where a heading has not one letter or digit: `## 🦆`."""
_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ß": "ss", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "AE"})


def plain(text: str, separator: str = "-", letters: Mapping[str, str] = MappingProxyType({})) -> str:
    """Plain letters, digits and one separator; ł becomes l, which Unicode decomposition alone would drop.

    Letters of another script are written as the language says (`letters`); those it says nothing of stay.

    >>> plain("Społeczność i Łódź"), plain("Школа №5", letters={"ш": "sh", "к": "k", "о": "o", "л": "l", "а": "a"})
    ('spolecznosc-i-lodz', 'shkola-no5')
    >>> plain("Школа")
    'школа'
    """
    composed = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    found = ""
    for letter in composed:
        latin = letters.get(letter, letter if letter.isascii() else None)
        if latin is None:
            latin = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode("ascii").lower()
        if not latin and letter not in letters:
            stays = letter.isalnum() or (unicodedata.category(letter)[0] == "M" and found and not found[-1].isascii())
            latin = letter if stays else ""
        found += latin
    kept = (char if char.isalnum() or unicodedata.category(char)[0] == "M" else " " for char in found)
    return separator.join("".join(kept).split())


def record_anchor(kind: Anchored, identity: str, words: Words) -> str:
    """Where a project, a fund, a document, an event or a year of the news stands on its page.

    Like the anchors of acts it holds a `_`, which no heading's anchor does.

    >>> from opencity.language.words import load_words
    >>> record_anchor("project", "bulwar", load_words("pl")), record_anchor("year", "2025", load_words("en"))
    ('projekt_bulwar', 'year_2025')
    """
    return f"{words(f'{_PREFIX}{kind}')}_{identity}"


@dataclass(frozen=True)
class Anchors:
    """The anchors of one site, whose languages speak with these words."""

    words: Mapping[str, Words] = field(repr=False)

    @functools.cached_property
    def taken(self) -> frozenset[str]:
        """The anchors of the engine's own sections, in every language of the site."""
        own = (str(entry) for words in self.words.values() for key, entry in words.entries.items() if _is_own(key))
        return frozenset({"main", *own})

    @functools.cached_property
    def _made(self) -> re.Pattern[str]:
        """Anchors that the engine makes by counting, and the names of the patterns in its drawings."""
        counted = {re.escape(words(f"{_PREFIX}{kind}")) for words in self.words.values() for kind in _COUNTED}
        return re.compile(rf"(?:{'|'.join(sorted(counted))})-\d+|{_DRAWN}")

    def of_heading(self, text: str, locale: str, separator: str = "-") -> str:
        """The anchor of a heading in a language. It is never empty.

        One that would take the anchor of one of the engine's own sections (facts, sources …) gets a suffix instead;
        anchors of acts hold a `_` and never clash.

        >>> from opencity.language.words import load_words
        >>> Anchors({"pl": load_words("pl")}).of_heading("Źródła", "pl")
        'zrodla-1'
        """
        slug = plain(text, separator, self.words[locale].letters) or _NAMELESS
        while slug in self.taken or self._made.fullmatch(slug):
            slug = f"{slug}{separator}1"
        return slug

    def slugify(self, locale: str) -> Callable[[str, str], str]:
        """The same as a function of text and separator, as Python-Markdown's `toc` extension wants it."""
        return lambda text, separator: self.of_heading(text, locale, separator)


def _is_own(key: str) -> bool:
    return key.startswith(_PREFIX)
