"""A language in; where the finished site keeps what a browser searches with, out."""

from __future__ import annotations

import re

SCRIPTS = "assets/opencity/search"
"""The folder of the modules that run in the browser: the same for every language."""


def index_folder(locale: str) -> str:
    """Where the index of a language lies, from the root of the site.

    >>> index_folder("pl")
    'assets/search/pl/'
    """
    return f"assets/search/{locale}/"


def shard_file(shard: str) -> str:
    """The file of the words that begin so, in the folder of their language: the browser names it by the same rule.

    Every file system can hold these names, each apart from the others, whether or not it tells capitals and marks
    apart; and none of them is a device, as `con.json` is on Windows.

    >>> shard_file("con"), shard_file("мі")
    ('words/w-con.json', 'words/w-_43c__456_.json')
    """
    return f"words/w-{re.sub('[^a-z0-9]', lambda sign: f'_{ord(sign[0]):x}_', shard)}.json"
