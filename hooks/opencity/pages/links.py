"""The Markdown of all pages in; links to anchors that no page has out.

MkDocs checks anchors before the facts are around the prose, so it knows only half of them. The map of pages knows
all: headings of the prose, the engine's own sections, and the acts of every path.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from opencity.pages.anchors import engine_anchors
from opencity.pages.fences import outside_fences
from opencity.pages.page_map import Page, PageMap
from opencity.problems import Mark, Place, Problem
from opencity.register.model_errors import near_miss
from opencity.register.registry import Registry

_LINK = re.compile(r"\]\((?P<path>[^()\s#:]*\.md)?#(?P<anchor>[^()\s]+)\)")


def check_anchors(pages: PageMap, registry: Registry) -> Iterator[Problem]:
    """Report `[…](page.md#anchor)` where the page is there and the anchor is not. Missing pages are MkDocs' affair."""
    for page in pages:
        for index, line in outside_fences(page.source.body.split("\n")):
            for link in _LINK.finditer(line):
                target = _target(page, link["path"], pages)
                known = anchors_of(target, pages, registry) if target else frozenset((link["anchor"],))
                if target is None or link["anchor"] in known:
                    continue
                place = Place(page.source.file, Mark(page.source.body_line + index, link.start("anchor") + 1))
                guess = near_miss(link["anchor"], sorted(known))
                yield Problem("E-ANCHOR-LINK", place, {"given": link["anchor"], "path": target.path, "guess": guess})


def anchors_of(page: Page, pages: PageMap, registry: Registry) -> frozenset[str]:
    """Every anchor that a link in prose may name on a page."""
    found = {heading.anchor for heading in pages.headings(page)} | engine_anchors()
    network, programme = page.meta.network, page.meta.programme
    membership = registry.membership(registry.site.city, network) if network else None
    if membership is not None:
        found |= {f"{network}_{act.id}" for act in membership.acts}
    if programme and programme in registry.programmes:
        found |= {f"{programme}_{act.id}" for act in registry.programmes[programme].record.acts}
    return frozenset(found)


def _target(page: Page, path: str | None, pages: PageMap) -> Page | None:
    if path is None:
        return page
    return pages.get(posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)), page.locale)
