"""A page or a text of the register in; a hash of its words alone, which says later whether they have changed, out.

Whatever a reader does not see as a change of the text leaves the hash as it is: spaces and line ends, quotation marks
and dashes that the engine sets itself, comments, all fields of the front matter but those with words, and the options
of data blocks. The hashes are kept in `data/translations.yml`, so **the rules here must stay as they are**: another
rule would call every translation of every site outdated at once.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

from opencity.pages.blocks import PictureBlock
from opencity.pages.fences import blank_code, fences
from opencity.pages.originals import WORDS
from opencity.pages.source import PageSource

LENGTH = 12
"""Hexadecimal digits of a hash: one in 280 billion changes would go unseen."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]|&(?:shy|#173);")
_SPACE = re.compile(r"(?:\s|&(?:nbsp|#160);)+")
_QUOTE = re.compile("[\"'„“”‟‘’‚‛«»‹›]|&(?:quot|#34|#39);")
_DASH = re.compile(r"(?<= )(?:--|[–—-])(?= )|(?<=\d)[–—](?=\d)")
_COMMENT = re.compile(r"(?P<code>(?<!`)(`+)(?!`).{0,500}?(?<!`)\2(?!`))|<[!]--.*?-->", re.DOTALL)
"""An HTML comment; or code inside a line, where one would be text."""
_OPEN = re.compile("<[!]--")


def plain(text: str) -> str:
    """The text without what may change and nobody would call it a change.

    >>> plain('Sieć  „Miast”\\n– od 2014–2020…') == plain('Sieć "Miast" - od 2014-2020...')
    True
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).replace("…", "...")
    return _DASH.sub("-", _QUOTE.sub("'", _SPACE.sub(" ", text))).strip()


def text_hash(text: str) -> str:
    """The hash of one text of the register.

    >>> text_hash("Sieć miast")
    'bee7b32fc031'
    """
    return hashlib.sha256(plain(text).encode()).hexdigest()[:LENGTH]


def page_hash(source: PageSource) -> str:
    """The hash of a page: its title, its other words in the front matter, its prose, the words in its data blocks."""
    front = (f"{field}: {getattr(source.meta, field)}" for field in WORDS if getattr(source.meta, field))
    return text_hash("\n".join((*front, _without_comments(source.markdown), *_in_blocks(source))))


def _in_blocks(source: PageSource) -> Iterator[str]:
    for block in source.blocks:
        if isinstance(block.options, PictureBlock):
            yield from (text for text in (block.options.alt, block.options.caption) if text)


def _without_comments(markdown: str) -> str:
    """Markdown without its comments, and so without the markers of its data blocks; those in code are text."""
    lines = markdown.split("\n")
    kept: list[str] = []
    text: list[str] = []
    at = 0
    for fence in fences(lines):
        text += lines[at : fence.start]
        at = fence.end + 1
        code = lines[fence.start : at]
        if _OPEN.search(blank_code("\n".join(text).rpartition("-->")[2])):
            text += code  # somebody took it out, by a comment around it
            continue
        kept += [_uncommented(text), *code]
        text = []
    return "\n".join((*kept, _uncommented([*text, *lines[at:]])))


def _uncommented(lines: list[str]) -> str:
    text, end, rest = "\n".join(lines).rpartition("-->")  # up to here each comment closes, so that none is sought twice
    return _COMMENT.sub(lambda match: match["code"] or "", text + end) + rest
