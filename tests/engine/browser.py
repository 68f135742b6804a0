"""A browser on a finished site, served from this machine and from nowhere else."""

from __future__ import annotations

import base64
import functools
import hashlib
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

START_SCRIPT = Path(__file__).resolve().parents[2] / "overrides/scripts/start.js"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def system_browser() -> str | None:
    """The system's Chromium, if there is one; else Playwright's own is used."""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    return next((path for path in found if path), None)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system_browser(), args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def silent_page(browser: Browser, heeded: str = "", **options: Any) -> Iterator[Page]:
    """A page in which no script may break, and whose console may say nothing in which `heeded` occurs."""
    context = browser.new_context(**options)
    context.set_default_timeout(10_000)
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if heeded in message.text else None)
    yield page
    assert said == []
    context.close()


class QuietHandler(SimpleHTTPRequestHandler):
    """Sends files as they are."""

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


def strict_policy() -> str:
    """What the site's host sends: the one inline script is known by the digest of its clean source."""
    source = START_SCRIPT.read_text(encoding="utf-8").removesuffix("\n")
    digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'self' 'sha256-{digest}'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )


class StrictHandler(QuietHandler):
    """A host with the strict policy, and with our page for wrong addresses."""

    policy = strict_policy()

    def end_headers(self) -> None:
        """The policy goes with every answer."""
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Our page, whatever is wrong."""
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """Serve a folder on a free port; gives the address with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
