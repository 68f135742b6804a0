"""The Markdown of a page in; the same as it is shown at a twin's address, where not every link leads to a page, out.

A page that waits for its translation shows the text of its original. A link there leads to the reader's language
where that page exists, and else, in so many words, to the language of the text. MkDocs and static-i18n would turn it
into another page's address or stop.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from opencity.pages.addresses import relative
from opencity.pages.fences import blank_code, outside_fences
from opencity.pages.page import Page
from opencity.pages.page_map import PageMap

SCHEME = "opencity"
"""What an address begins with that leads to a page of another language, until the page is finished."""

_TARGET = re.compile(
    r"(?:\]\(\s*<?|^ {0,3}\[[^\]]+\]:\s*<?)"
    r"(?P<target>[^\s<>()#]*(?:\([^\s<>()#]*\)[^\s<>()#]*)*)(?P<anchor>#[^\s<>()]*)?"
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
_HELD = re.compile(rf'(?P<before>\bhref=")(?:{SCHEME}):(?P<locale>[a-z]{{2}})/(?P<path>[^"#]*)(?P<anchor>#[^"]*)?"')


def carried(page: Page, pages: PageMap) -> str:
    """The Markdown of a page that waits for its translation, with links that hold at its address."""
    if page.original is None:
        return page.source.markdown
    lines = page.source.markdown.split("\n")
    for index, line in outside_fences(lines):
        if "](" in line or "]:" in line:
            lines[index] = _line(line, page, page.original, pages)
    return "\n".join(lines)


def _line(line: str, page: Page, original: Page, pages: PageMap) -> str:
    out, at = "", 0
    for match in _TARGET.finditer(blank_code(line)):
        start, end = match.span("target")[0], match.end()
        out += line[at:start] + _address(match["target"], match["anchor"] or "", page, original, pages)
        at = end
    return out + line[at:]


def _address(target: str, anchor: str, page: Page, original: Page, pages: PageMap) -> str:
    """Where a link leads. The anchors of a translation are its own: a link that names one leads to the original."""
    if _ELSEWHERE.match(target) or not (target or anchor):
        return target + anchor
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(target))) if target else page.path
    twin = pages.get(path, page.locale)
    if twin is not None and (not anchor or anchor[1:] in {heading.anchor for heading in pages.headings(twin)}):
        return target + anchor
    return f"{SCHEME}:{original.locale}/{path}{anchor}"


def held_addresses(html: str, page: Page, pages: PageMap) -> str:
    """Finished HTML in which such links have their addresses, each with the language that it leads to."""
    if page.original is None:
        return html

    def address(match: re.Match[str]) -> str:
        there = pages.get(match["path"], match["locale"])
        url = there.url if there else pages.addresses.file_url(match["path"], match["locale"])
        way = f"{relative(url, page.url)}{match['anchor'] or ''}"
        return f'{match["before"]}{way}" hreflang="{match["locale"]}"'

    return _HELD.sub(address, html)
