"""A project's folder and a page's path in; the seconds that the engine took to render the page, as JSON, out.

A script, run in a process of its own with the engine on PYTHONPATH: `rendering.py <root> <page> <report>`. The engine
reads everything, renders the page in its last language and then, measured, in its first: templates are compiled once
in a build, and that time belongs to no entry.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from opencity.site.engine import Engine, open_engine


def render(engine: Engine, path: str, locale: str) -> str:
    """The content of one page as HTML, without MkDocs."""
    page = engine.page(path, locale)
    content = engine.finisher.finish(page, "", engine.context(locale, page.url)).content
    return engine.finisher.set_document(content, locale)


def main(root: str, path: str, report: str) -> None:
    """Render once to warm up and once for the clock; write down how long it took and how much it is."""
    engine = open_engine(Path(root))
    first, *_, last = engine.site.locales
    render(engine, path, last)
    started = time.perf_counter()
    html = render(engine, path, first)
    seconds = time.perf_counter() - started
    found = {"seconds": seconds, "entries": html.count('<li class="entry'), "size": len(html.encode())}
    Path(report).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
