"""The text of a heading, or the kind and id of a record, in; the anchor that addresses it out.

Anchors of the engine's own parts stay free.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

from opencity.language.words import load_words, shipped_locales

Anchored = Literal["project", "fund", "document", "event", "year"]
"""What has an anchor made of its kind, in the words of the page's language, and its id."""

_PREFIX = "anchor."
_MADE = re.compile(
    r"(?:zrodlo|source|odsylacz|reference|filtr|filter)-\d+|bar-(?:soft-start|soft-end|stripes|dots|hatch)"
)
"""Anchors that the engine makes by counting, and the names of the patterns in its drawings."""
_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ß": "ss", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "AE"})


def slugify(text: str, separator: str = "-") -> str:
    """Plain letters, digits and one separator; ł becomes l, which Unicode decomposition alone would drop.

    Signature and use follow Python-Markdown's `toc` extension. A heading that would take the anchor of one of the
    engine's own sections (facts, sources …) gets a suffix instead; anchors of acts hold a `_` and never clash.

    >>> slugify("Społeczność i Łódź", "-")
    'spolecznosc-i-lodz'
    >>> slugify("Źródła", "-")
    'zrodla-1'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode("ascii")
    slug = re.sub(r"[^a-z0-9]+", separator, plain.lower()).strip(separator)
    while slug in engine_anchors() or _MADE.fullmatch(slug):
        slug = f"{slug}{separator}1"
    return slug


def record_anchor(kind: Anchored, identity: str, locale: str) -> str:
    """Where a project, a fund, a document, an event or a year of the news stands on its page.

    Like the anchors of acts it holds a `_`, which no heading's anchor does.

    >>> record_anchor("project", "bulwar", "pl"), record_anchor("year", "2025", "en")
    ('projekt_bulwar', 'year_2025')
    """
    return f"{_anchors(locale)[kind]}_{identity}"


@functools.cache
def _anchors(locale: str) -> Mapping[str, str]:
    """The anchors of the engine's own sections in a language, by the ends of their keys."""
    entries = load_words(locale).entries
    return {key.removeprefix(_PREFIX): str(entries[key]) for key in entries if key.startswith(_PREFIX)}


@functools.cache
def engine_anchors() -> frozenset[str]:
    """The anchors of the engine's own sections, in every language it speaks."""
    return frozenset({"main"}.union(*(_anchors(locale).values() for locale in shipped_locales())))
