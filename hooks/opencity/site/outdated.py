"""What a page is made of in; the words that it shows, and whether some are older than their originals, out."""

from __future__ import annotations

import re

from markupsafe import escape

from opencity.site.subjects import Subject
from opencity.views.context import ViewContext


def shown_words(about: Subject, lead: str | None) -> str:
    """Everything that the register says on a page, as HTML: the subject, and what stands above it and in its panel."""
    heading = (about.heading.name.text,) if about.heading else ()
    panel = (text for row in about.panel for value in row.values for text in (value.text, *value.remarks))
    around = (escape(text) for text in (*heading, about.opening, lead, *panel) if text)
    return "\n".join((str(about.html), *map(str, around)))


def outdated_in(shown: str, context: ViewContext) -> str | None:
    """The language of the original of outdated words among those that a page shows; None for a page without any.

    They are looked for as they stand in the register: there are seldom any, and then few.
    """
    outdated = context.translations.outdated_words(context.locale)
    found = (origin for words, origin in outdated.items() if _holds(shown, str(escape(words))))
    return next(found, None)


def _holds(text: str, words: str) -> bool:
    """Whether words stand in a text by themselves, and not inside longer ones."""
    return words in text and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None
