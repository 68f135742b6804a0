"""HTML in which parts are in another language than the page in; the same with `lang` where it belongs, out."""

from __future__ import annotations

from markupsafe import Markup

from opencity.language.marks import is_marked, stretches, without_marks
from opencity.site.renderer import Renderer
from opencity.site.tokens import VOID, Token, tokens

_PLAIN = frozenset({"title", "option", "textarea", "text", "tspan"})
"""Elements that hold text alone: the browser shows no element inside, and SVG draws none."""


def resolved(html: str, locale: str, render: Renderer) -> str:
    """Turn the invisible marks of language into elements with `lang`; in attributes, titles and scripts drop them."""
    if not is_marked(html):
        return html
    out: list[str] = []
    around = ""
    for token in tokens(html, locale):
        out.append(_shown(token, around, render))
        around = "" if token.closes else token.name or around
    return "".join(out)


def _shown(token: Token, around: str, render: Renderer) -> str:
    if not is_marked(token.text):
        return token.text
    if token.name or not token.language or around in _PLAIN:
        return without_marks(token.text)
    parts = stretches(token.text, token.language)
    return "".join(part if lang == token.language else _element(part, lang, render) for part, lang in parts)


def _element(text: str, lang: str, render: Renderer) -> str:
    return render("foreign", lang=lang, text=Markup(text)).rstrip("\n")


def spoken(prose: str, locale: str) -> str:
    """Give each element at the top of an editor's prose the language that it is written in.

    The elements and not one around them: the facts between them are in the language of the page.

    >>> spoken('<h2 id="a">Cele</h2><p>To <b>cel</b>.</p>', "pl")
    '<h2 id="a" lang="pl">Cele</h2><p lang="pl">To <b>cel</b>.</p>'
    """
    out: list[str] = []
    depth = 0
    for token in tokens(prose, locale):
        text = token.text
        if token.closes:
            depth = max(0, depth - 1)
        elif token.name and token.name not in VOID and not text.endswith("/>"):
            out.append(text if depth or " lang=" in text else f'{text.removesuffix(">")} lang="{locale}">')
            depth += 1
            continue
        out.append(text)
    return "".join(out)
