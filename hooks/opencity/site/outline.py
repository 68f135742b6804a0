"""The tokens of a page's main part in; its headings of the second level, for the list "on this page", out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from opencity.language.marks import in_language
from opencity.site.tokens import Token

_ID = re.compile(r'(?<![\w-])id="([^"]+)"')

ENOUGH = 4
"""A page with fewer headings is taken in at a glance and needs no list of them."""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One heading and its anchor."""

    anchor: str
    text: str


def outline(main: Iterable[Token], locale: str) -> tuple[OutlineEntry, ...]:
    """The headings with anchors, in order; none where there are too few to need a list.

    A heading in another language than the page's (`locale`) is marked as such.

    >>> outline([Token('<h2 id="a">', "h2"), Token("One"), Token("</h2>", "h2", True)], "en")
    ()
    """
    found: list[OutlineEntry] = []
    anchor, text = "", ""
    for token in main:
        if token.name == "h2" and not token.closes:
            match = _ID.search(token.text)
            anchor, text = match[1] if match else "", ""
        elif token.name == "h2" and anchor:
            found.append(OutlineEntry(anchor, unescape(text).strip()))
            anchor = ""
        elif anchor and not token.name:
            foreign = token.language not in ("", locale)
            text += in_language(token.text, token.language) if foreign else token.text
    return tuple(found) if len(found) >= ENOUGH else ()
