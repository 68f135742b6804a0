"""A hook file for MkDocs: the events of a build in; the seconds of each of its phases, as JSON, out.

It works with our hooks and without. Every event only says which phase begins; languages are added up. The seconds
go to the file that the environment variable `BENCH_PHASES` names.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

from mkdocs.plugins import event_priority

_FIRST = 1000
_LAST = -1000


class _Clock:
    """The seconds of each phase so far, and the phase that is running."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.phase = "start"
        self.since = float(os.environ.get("BENCH_STARTED", time.monotonic()))
        self.last_page = self.since

    def enter(self, phase: str, at: float | None = None) -> None:
        """Close the running phase, now or at an earlier moment, and open another."""
        moment = time.monotonic() if at is None else at
        self.seconds[self.phase] = self.seconds.get(self.phase, 0.0) + moment - self.since
        self.phase, self.since = phase, moment


_CLOCK = _Clock()


@event_priority(_FIRST)
def on_config(config: Any) -> None:
    """Interpreter, imports and settings are behind; reading and checking the content begins."""
    _CLOCK.enter("check")


@event_priority(_FIRST)
def on_pre_build(config: Any) -> None:
    """Files are listed and the menu is made."""
    _CLOCK.enter("files")


@event_priority(_FIRST)
def on_pre_page(page: Any, config: Any, files: Any) -> None:
    """Markdown becomes HTML, page after page."""
    if _CLOCK.phase != "markdown":
        _CLOCK.enter("markdown")


@event_priority(_FIRST)
def on_env(env: Any, config: Any, files: Any) -> None:
    """Files are copied; 404 and the site map are written."""
    _CLOCK.enter("copy")


@event_priority(_FIRST)
def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> None:
    """Templates are filled, page after page."""
    if _CLOCK.phase != "templates":
        _CLOCK.enter("templates")


@event_priority(_LAST)
def on_post_page(output: str, page: Any, config: Any) -> None:
    """Perhaps this was the last page."""
    _CLOCK.last_page = time.monotonic()


@event_priority(_FIRST)
def on_post_build(config: Any) -> None:
    """What followed the last page (anchors are checked) and what follows now is no page's own."""
    if _CLOCK.phase == "templates":
        _CLOCK.enter("after", _CLOCK.last_page)
    else:
        _CLOCK.enter("after")


@event_priority(_LAST)
def on_shutdown() -> None:
    """Write the seconds down."""
    _CLOCK.enter("end")
    Path(os.environ["BENCH_PHASES"]).write_text(json.dumps(_CLOCK.seconds), encoding="utf-8")
