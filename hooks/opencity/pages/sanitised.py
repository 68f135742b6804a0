"""The HTML of an editor's text in; the same with nothing in it that could act, and all that was left out, out.

What is left out is never silently missing: `check_html` makes an error of it before anything is built, and the build
stops for what only MkDocs' own reading would bring (`safe`). Our own fragments come later and are not seen here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from types import MappingProxyType
from typing import Literal

import nh3

from opencity.pages.anchors import Anchors
from opencity.pages.blocks import holds_marker
from opencity.pages.carried import SCHEME
from opencity.pages.fences import blank_code, outside_fences
from opencity.pages.page import Page
from opencity.pages.rendered import Unrenderable, rendered
from opencity.problems import ContentErrors, Mark, Place, Problem

_ELEMENTS = frozenset(
    (
        *("p", "br", "hr", "div", "span", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code"),
        *("ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot"),
        *("tr", "th", "td", "a", "abbr", "b", "strong", "i", "em", "s", "u", "small", "mark", "del", "ins", "sub"),
        *("sup", "q", "cite", "dfn", "kbd", "samp", "var", "bdi", "bdo", "ruby", "rt", "rp", "wbr", "time"),
        *("section", "article", "aside", "address", "figure", "figcaption", "details", "summary"),
    )
)
"""What Markdown and its extensions make, and what else says something of a text. h1 has an error of its own."""
_CELL = frozenset({"align", "colspan", "rowspan", "scope"})
_ATTRIBUTES = MappingProxyType(
    {
        "*": frozenset({"class", "lang", "dir", "title", "id"}),
        "a": frozenset({"href", "hreflang"}),
        "ol": frozenset({"start", "reversed", "type"}),
        "li": frozenset({"value"}),
        "th": _CELL,
        "td": _CELL,
        "col": frozenset({"span"}),
        "colgroup": frozenset({"span"}),
        "time": frozenset({"datetime"}),
        "details": frozenset({"open"}),
    }
)
_SCHEMES = frozenset({"https", "http", "mailto", "tel"})
_SWALLOWED = frozenset({"script", "style"})
"""Elements whose content goes with them: it is no text."""
_FOOTNOTE = re.compile(r"fn(?:ref\d*)?:[^\s\"'<>&]{1,80}")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_TAG = re.compile(r"<([a-z][^\s/>]*)", re.IGNORECASE)
_WORD = re.compile(r"[^\s\"'<>/=]+")
_STOPS = re.compile(r"<!\[[^\n]{0,40}|&#x?[0-9a-f]{20,}", re.IGNORECASE)
"""What Python's parser of HTML cannot read."""

Kind = Literal["E-HTML-ELEMENT", "E-HTML-ATTRIBUTE", "E-HTML-ADDRESS"]


@dataclass(frozen=True, slots=True, order=True)
class LeftOut:
    """Something that may not stay: an element (`attribute` empty), or one of its attributes with the value."""

    element: str
    attribute: str = ""
    value: str = ""

    @property
    def code(self) -> Kind:
        """The code of the error."""
        if self.attribute in _ATTRIBUTES["a"] and self.element == "a":
            return "E-HTML-ADDRESS"
        return "E-HTML-ATTRIBUTE" if self.attribute else "E-HTML-ELEMENT"

    @property
    def given(self) -> str:
        """What a message quotes."""
        if self.code == "E-HTML-ADDRESS":
            return self.value[:60]
        return f'{self.attribute}="{self.value[:40]}"' if self.attribute else f"<{self.element[:40]}>"

    def found_by(self) -> Iterator[re.Pattern[str]]:
        """What to look for in the source, the surest first."""
        element = rf"<{re.escape(self.element)}(?=[\s/>]|$)" + (r"|!\[" if self.element == "img" else "")
        if self.code == "E-HTML-ADDRESS" and self.value:
            yield re.compile(re.escape(self.value), re.IGNORECASE)
        if self.attribute == "id" and self.value.startswith("fn"):
            yield re.compile(re.escape(f"[^{self.value.partition(':')[2]}"), re.IGNORECASE)
        if self.attribute:
            yield re.compile(rf"(?<![\w-]){re.escape(self.attribute)}\s*=", re.IGNORECASE)
            yield re.compile(rf"#{re.escape(self.value)}|(?<![\w-]){re.escape(self.attribute)}(?![\w-])", re.IGNORECASE)
        else:
            yield re.compile(rf"<{re.escape(self.element)}" if self.element[:1] in "!?" else element, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sanitised:
    """The HTML that may stay, and what may not, as often as it stands there."""

    html: str
    left_out: Counter[LeftOut]


def sanitised(html: str, anchors: frozenset[str], *, is_carried: bool = False) -> Sanitised:
    """HTML without anything that acts, loads, looks or names itself. `anchors` are the ids that headings may have.

    `is_carried` for the text of an original at its twin's address, whose links wait for their addresses.

    >>> sanitised('<p onclick="x()">Tekst</p>', frozenset()).html
    '<p>Tekst</p>'
    """

    def keep(element: str, attribute: str, value: str) -> str | None:
        is_ours = attribute != "id" or _may_name(element, value, anchors)
        return value if is_ours and not holds_marker(f"={value}=") else None

    schemes = set(_SCHEMES) | ({SCHEME} if is_carried else set())
    clean = nh3.clean(
        html,
        tags=set(_ELEMENTS),
        clean_content_tags=set(_SWALLOWED),
        attributes={name: set(allowed) for name, allowed in _ATTRIBUTES.items()},
        attribute_filter=keep,
        strip_comments=False,
        link_rel=None,
        url_schemes=schemes,
    )
    there = _parts(html) | _parts(_as_a_browser_reads_it(html, schemes))
    # the parser writes a no-break space by its name, and typesetting looks for the letter
    return Sanitised(clean.replace("&nbsp;", "\xa0"), there - _parts(clean))


def _may_name(element: str, identity: str, anchors: frozenset[str]) -> bool:
    """Whether an id is one that Markdown makes by itself: of a heading, of a footnote."""
    if element in _HEADINGS:
        return identity in anchors
    return element in ("li", "sup") and _FOOTNOTE.fullmatch(identity) is not None


def _as_a_browser_reads_it(html: str, schemes: set[str]) -> str:
    """HTML as the parser of a browser understands it, everything left in: where parsers disagree, this one counts."""
    tags, names = {name.lower() for name in _TAG.findall(html)}, {name.lower() for name in _WORD.findall(html)}
    return nh3.clean(
        html,
        tags=tags,
        clean_content_tags=set(),
        attributes={"*": names},
        strip_comments=False,
        link_rel=None,
        url_schemes=schemes,
    )


class _Parts(HTMLParser):
    """Counts the elements and attributes of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[LeftOut] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[LeftOut(tag)] += 1
        for name, value in attrs:
            self.found[LeftOut(tag, name, value or "")] += 1

    def handle_decl(self, decl: str) -> None:
        self.found[LeftOut(f"!{decl}")] += 1

    def unknown_decl(self, data: str) -> None:
        self.found[LeftOut(f"![{data}")] += 1

    def handle_pi(self, data: str) -> None:
        self.found[LeftOut(f"?{data}")] += 1


def _parts(html: str) -> Counter[LeftOut]:
    parser = _Parts()
    parser.feed(html)
    parser.close()
    return parser.found


def check_html(page: Page, anchors: Anchors) -> Iterator[Problem]:
    """Report all that would be left out of a page, where it stands in the file."""
    text = _without_code(page)
    try:
        made = rendered(page.source.markdown, anchors.slugify(page.text_locale))
        left_out = sanitised(made.html, made.anchors).left_out
    except (Unrenderable, AssertionError, ValueError):
        written = _without_code(page, inline=False)
        match = _STOPS.search(written)
        place = _place(page, written, match.start()) if match else Place(page.source.file)
        yield Problem("E-HTML-BROKEN", place, {"guess": match[0].strip()[:40] if match else ""})
        return
    for each, times in sorted(_whole(left_out).items()):
        for place in _places(each, page, text)[:times] or (Place(page.source.file),):
            yield Problem(each.code, place, {"given": each.given})


def _places(each: LeftOut, page: Page, text: str) -> tuple[Place, ...]:
    """Where something is written, as it is or with letters as numbers (`&#106;avascript:`)."""
    for read in (text, unescape(text)):
        for pattern in each.found_by():
            found = tuple(_place(page, read, match.start()) for match in pattern.finditer(read))
            if found:
                return found
    return ()


def _whole(left_out: Counter[LeftOut]) -> Counter[LeftOut]:
    """Elements that go, and attributes of those that stay: what goes with its element needs no word of its own."""
    gone = {each.element for each in left_out if not each.attribute}
    return Counter({each: times for each, times in left_out.items() if not each.attribute or each.element not in gone})


def safe(html: str, page: Page, anchors: frozenset[str]) -> str:
    """The HTML of a page's text, which must lose nothing: the last net, in the build.

    Raises ContentErrors.
    """
    clean = sanitised(html, anchors, is_carried=page.original is not None)
    if clean.left_out:
        place = Place((page.original or page).source.file)
        raise ContentErrors(
            tuple(Problem(each.code, place, {"given": each.given}) for each in sorted(_whole(clean.left_out)))
        )
    return clean.html


def _without_code(page: Page, *, inline: bool = True) -> str:
    """The text of a page with every line in its place and spaces instead of code."""
    lines = page.source.body.split("\n")
    blank = [""] * len(lines)
    for index, line in outside_fences(lines):
        blank[index] = blank_code(line) if inline else line
    return "\n".join(blank)


def _place(page: Page, text: str, at: int) -> Place:
    line = text.count("\n", 0, at)
    return Place(page.source.file, Mark(page.source.body_line + line, at - text.rfind("\n", 0, at)))
