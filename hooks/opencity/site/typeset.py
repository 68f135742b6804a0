"""The HTML of a page's content in; the same with each text set as its own language is set, out."""

from __future__ import annotations

from opencity.language.typography import set_text
from opencity.site.tokens import tokens

_ESCAPED_APOSTROPHE = "&#39;"
"""How our templates escape it."""


def typeset(html: str, locale: str) -> str:
    """Set Polish text and English text by their own rules. Code, attributes and addresses stay as they are.

    >>> typeset('<p>w lesie <i lang="en">a wood</i></p>', "pl").replace("\\xa0", "_")
    '<p>w_lesie <i lang="en">a wood</i></p>'
    """
    return "".join(
        token.text if token.name or not token.language else _set(token.text, token.language)
        for token in tokens(html, locale)
    )


def _set(text: str, language: str) -> str:
    if language == "en" and _ESCAPED_APOSTROPHE in text:
        text = text.replace(_ESCAPED_APOSTROPHE, "'")
    return set_text(text, language)
