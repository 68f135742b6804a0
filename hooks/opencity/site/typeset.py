"""The HTML of a page's content in; the same with each text set as its own language is set, out."""

from __future__ import annotations

import functools
import re
from html import unescape

from opencity.language.typography import rules_of
from opencity.language.typography.rules import Rules
from opencity.site.tokens import tokens

_IN_A_LINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark"}
    | {"q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
"""Elements that a sentence runs through; any other begins or ends one."""

_OTHER = "\ufffc"
"""Stands for what is not of the language while its neighbours are set (OBJECT REPLACEMENT CHARACTER)."""

_ESCAPED_MARK = re.compile("&(?:#(?:34|39|x22|x27)|quot|apos);")
"""Quotation marks and apostrophes as templates escape them. In text they need not be."""


def typeset(html: str, locale: str) -> str:
    """Set each language by its own rules, over tags inside a sentence. Code, attributes and addresses stay as they are.

    >>> typeset('<p>w <b>lesie</b> <i lang="en">a wood</i></p>', "pl").replace("\\xa0", "_")
    '<p>w_<b>lesie</b> <i lang="en">a wood</i></p>'
    """
    texts: list[str] = []
    sentence: list[tuple[int, str]] = []  # where in `texts` each piece stands, with its language
    for token in tokens(html, locale):
        if not token.name:
            if sentence or not token.text.isspace():
                sentence.append((len(texts), token.language))
        elif token.name not in _IN_A_LINE:
            if sentence:
                _set(texts, sentence)
                sentence = []
        elif token.name in ("br", "img"):
            sentence.append((len(texts), ""))
        texts.append(token.text)
    _set(texts, sentence)
    return "".join(texts)


def _set(texts: list[str], sentence: list[tuple[int, str]]) -> None:
    """Set the pieces of a sentence where they stand, those of each language together."""
    while sentence and texts[sentence[-1][0]].isspace():
        sentence.pop()
    if len(sentence) == 1:
        at, language = sentence[0]
        texts[at] = _set_alone(texts[at], language)
        return
    for language in {language for _, language in sentence}:
        rules = rules_of(language) if language else None
        if rules is not None:
            _set_together(texts, sentence, language, rules)


@functools.lru_cache(maxsize=4096)  # the menu and the foot are on every page
def _set_alone(text: str, language: str) -> str:
    rules = rules_of(language) if language else None
    return rules.set(_unescaped(text)) if rules is not None else text


def _set_together(texts: list[str], sentence: list[tuple[int, str]], language: str, rules: Rules) -> None:
    own = [at for at, of in sentence if of == language]
    for at in own:
        texts[at] = rules.shorten(_unescaped(texts[at]))
    line = "".join(texts[at] if of == language else _stand_in(texts[at]) for at, of in sentence)
    line, start = rules.settle(line), 0
    for at, of in sentence:
        end = start + len(texts[at] if of == language else _stand_in(texts[at]))
        if of == language:
            texts[at] = line[start:end]
        start = end


def _stand_in(text: str) -> str:
    """What stands in the sentence for a piece of another language, code or an image; a new line for a break of line."""
    if text.startswith("<"):
        return "\n" if text[1:3].lower() == "br" else "" if text.startswith("<!") else _OTHER
    if text.isspace():
        return text
    return f"{' ' * text[0].isspace()}{_OTHER}{' ' * text[-1].isspace()}"


def _unescaped(text: str) -> str:
    return _ESCAPED_MARK.sub(lambda mark: unescape(mark[0]), text) if "&" in text else text
