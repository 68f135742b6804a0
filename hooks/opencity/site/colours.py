"""The city's colours in; the few lines of style that set them out."""

from __future__ import annotations

from opencity.register.models import Colours


def colour_style(colours: Colours) -> str:
    """Custom properties for the accent on paper and in the dark.

    >>> colour_style(Colours(accent="#12508f", accent_dark="#8fbcf0")).splitlines()[0]
    ':root { --accent: #12508f; --accent-dark: #8fbcf0; }'
    """
    light = f":root {{ --accent: {colours.accent}; --accent-dark: {colours.accent_dark}; }}\n"
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{ --accent: {colours.accent_dark}; }} }}\n"
    return light + dark
