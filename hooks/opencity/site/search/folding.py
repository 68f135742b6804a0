"""Text as people write it in; words without capitals and marks, as the index knows them, out.

What a reader types is folded by the same rules in the browser (`overrides/scripts/search/fold.js`).
"""

from __future__ import annotations

import functools
import re
import unicodedata

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not take apart."""
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Small letters without marks.

    >>> fold("ŁÓDŹ"), fold("Straße")
    ('lodz', 'strasse')
    """
    lower = text.lower()
    if lower.isascii():
        return lower
    apart = unicodedata.normalize("NFD", lower.translate(_LETTERS))
    return "".join(sign for sign in apart if unicodedata.category(sign)[0] != "M")


def words_of(text: str) -> list[str]:
    """The words of a text, folded: unbroken runs of letters and digits.

    >>> words_of("Bielsko-Biała, 2020 r.")
    ['bielsko', 'biala', '2020', 'r']
    """
    return [word for stretch in text.split() for word in _words_in(stretch)]


@functools.lru_cache(maxsize=65_536)  # a site says the same words again and again
def _words_in(stretch: str) -> tuple[str, ...]:
    """The words of a text without spaces: no word and no mark reaches over a space."""
    return tuple(_WORD.findall(fold(stretch)))
