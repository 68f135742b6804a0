"""What a page shows in, beside the words that are older than their originals; whether it shows any of those out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import escape

from opencity.site.subjects import Subject
from opencity.views.context import ViewContext


def outdated_in(about: Subject, lead: str | None, context: ViewContext) -> str | None:
    """The language of the original of outdated words on a page, its lead among them; None for a page without any.

    They are looked for as they stand in the register: there are seldom any, and then few.
    """
    outdated = context.translations.outdated_words(context.locale)
    if not outdated:
        return None
    shown = "\n".join((str(about.html), *_around(about, lead)))
    found = (origin for words, origin in outdated.items() if _holds(shown, str(escape(words))))
    return next(found, None)


def _around(about: Subject, lead: str | None) -> Iterator[str]:
    """The words of a subject that stand outside its HTML: above it, and in the panel of facts."""
    yield from (str(escape(text)) for text in (lead, about.opening) if text)
    for row in about.panel:
        for value in row.values:
            yield from (str(escape(text)) for text in (value.text, *value.remarks))


def _holds(text: str, words: str) -> bool:
    """Whether words stand in a text by themselves, and not inside longer ones."""
    return words in text and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None
