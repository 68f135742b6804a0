"""A language in; where the finished site keeps what a browser searches with, out."""

from __future__ import annotations

SCRIPTS = "assets/opencity/search"
"""The folder of the modules that run in the browser: the same for every language."""


def index_folder(locale: str) -> str:
    """Where the index of a language lies, from the root of the site.

    >>> index_folder("pl")
    'assets/search/pl/'
    """
    return f"assets/search/{locale}/"
