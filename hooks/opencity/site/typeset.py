"""The HTML of a page's content in; the same with each text set as its own language is set, out."""

from __future__ import annotations

from html.parser import HTMLParser

from opencity.language.typography import set_text

APOSTROPHE = "39"
"""How our templates escape an apostrophe."""

_LEFT_ALONE = frozenset({"code", "pre", "kbd", "samp", "script", "style", "textarea"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)


def typeset(html: str, locale: str) -> str:
    """Set Polish text and English text by their own rules. Code, attributes and addresses stay as they are.

    >>> typeset('<p>w lesie <i lang="en">a wood</i></p>', "pl").replace("\\xa0", "_")
    '<p>w_lesie <i lang="en">a wood</i></p>'
    """
    walker = _Walker(locale)
    walker.feed(str(html))  # every slice of Markup would be Markup again, at a cost
    walker.close()
    return "".join(walker.parts)


class _Walker(HTMLParser):
    """Copies HTML token by token, keeping the language of each element."""

    def __init__(self, locale: str) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._stack: list[tuple[str, str]] = [("", locale)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(self.get_starttag_text() or "")
        if tag in _VOID:
            return
        language = "" if tag in _LEFT_ALONE else dict(attrs).get("lang") or self._stack[-1][1]
        self._stack.append((tag, language))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")
        for depth in range(len(self._stack) - 1, 0, -1):
            if self._stack[depth][0] == tag:
                del self._stack[depth:]
                break

    def handle_data(self, data: str) -> None:
        self.parts.append(set_text(data, self._stack[-1][1]))

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        english = self._stack[-1][1] == "en"
        self.parts.append("’" if english and name == APOSTROPHE else f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.parts.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.parts.append(f"<!{decl}>")
