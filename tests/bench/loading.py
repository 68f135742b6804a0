"""A finished site and addresses in it in; what a phone's browser asked for, as JSON, out.

A script, run in a process of its own with the tests' `browser` on PYTHONPATH:
`loading.py <site> <report> <loads> <address>…`. Every load begins with nothing in store. The server is on this machine
and compresses text, as servers do: bytes are those of the compressed files, without headers, and milliseconds are the
browser's own work more than the way.
"""

from __future__ import annotations

import functools
import gzip
import io
import json
import sys
from pathlib import Path
from statistics import median
from typing import Any, BinaryIO, cast

from browser import QuietHandler, open_browser, served
from playwright.sync_api import Browser

_PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 3,
    "is_mobile": True,
    "has_touch": True,
    "locale": "pl-PL",
}
_TEXT = frozenset({".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"})

_LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd > 0"
_READ = """() => {
  const page = performance.getEntriesByType('navigation')[0];
  const all = [page, ...performance.getEntriesByType('resource')];
  return {
    requests: all.length,
    bytes: all.reduce((sum, each) => sum + each.encodedBodySize, 0),
    milliseconds: page.loadEventEnd,
    words: document.body.innerText.trim().split(/\\s+/).length,
  };
}"""


class Compressing(QuietHandler):
    """Sends text compressed, and keeps the line open for the next file."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """The header of the answer; gives the body."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in _TEXT or not path.is_file():
            return super().send_head()
        body = compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@functools.cache
def compressed(path: Path) -> bytes:
    """A file as most servers send it (gzip, level 6), compressed at the load that is not counted."""
    return gzip.compress(path.read_bytes(), 6)


def load(browser: Browser, address: str) -> dict[str, float]:
    """Load a page once, with nothing in store."""
    context = browser.new_context(**_PHONE)
    try:
        page = context.new_page()
        page.goto(address, wait_until="load")
        page.wait_for_function(_LOADED)
        return cast("dict[str, float]", page.evaluate(_READ))
    finally:
        context.close()


def main(site: str, report: str, loads: str, *addresses: str) -> None:
    """Load every page once to warm up and then so many times; write down the medians."""
    found = {}
    with served(Path(site), Compressing) as root, open_browser() as browser:
        for address in addresses:
            _, *counted = [load(browser, root + address) for _ in range(int(loads) + 1)]
            found[address] = {name: median(each[name] for each in counted) for name in counted[0]}
    Path(report).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
