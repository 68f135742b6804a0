"""HTML in; its tags and its text, one after another and byte for byte, out.

Not a parser: what a stranger writes may be no HTML at all, and the standard library's parser raises on some of it,
takes minutes over some, and mends the rest. Here every input is read once, and the tokens joined give the input.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

_TOKEN = re.compile(r"""<(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+>|[^<]++|<""")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_LANG = re.compile(r"""(?<![\w-])lang\s*=\s*["']?([a-zA-Z-]+)""")
_LEFT_ALONE = frozenset({"code", "pre", "kbd", "samp", "script", "style", "textarea"})
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""Elements without an end tag."""


class Token(NamedTuple):
    """A tag (`name` is its element, `closes` whether it ends it) or text (`name` is empty).

    `language` is that of the element around text; it is empty in code, where words are not language. A tuple, because
    a page has thousands, and a tuple is made in a quarter of the time that a frozen dataclass takes.
    """

    text: str
    name: str = ""
    closes: bool = False
    language: str = ""


@dataclass(slots=True)
class _Open:
    """The elements that are open, with their languages."""

    names: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    count: Counter[str] = field(default_factory=Counter)

    def push(self, name: str, language: str) -> None:
        self.names.append(name)
        self.languages.append(language)
        self.count[name] += 1

    def close(self, name: str) -> None:
        """Close an element and all within it; a stray end tag closes nothing and costs nothing."""
        while self.count[name]:
            last = self.names.pop()
            self.languages.pop()
            self.count[last] -= 1
            if last == name:
                return


def tokens(html: str, locale: str) -> Iterator[Token]:
    """Read HTML once, from left to right, keeping the language of each element.

    >>> [token.text for token in tokens("<p>a<br>b", "en")]
    ['<p>', 'a', '<br>', 'b']
    """
    around = _Open(names=[""], languages=[locale])
    for text in _TOKEN.findall(str(html)):  # a slice of Markup would be Markup again, at a cost
        if text[0] != "<":
            yield Token(text, "", False, around.languages[-1])
            continue
        token, opened = _tag(text)
        if token.closes:
            around.close(token.name)
        elif opened is not None:
            around.push(token.name, "" if token.name in _LEFT_ALONE else opened or around.languages[-1])
        yield token


@functools.lru_cache(maxsize=4096)  # a site has few tags, each many times
def _tag(text: str) -> tuple[Token, str | None]:
    """A tag and the language that it opens: empty for that of the element around it, None where it opens nothing."""
    tag = _TAG.match(text)
    if tag is None:
        return Token(text), None
    token = Token(text, tag[2].lower(), bool(tag[1]))
    if token.closes or token.name in VOID or text.endswith("/>"):
        return token, None
    language = _LANG.search(text)
    return token, language[1] if language else ""
