"""The search against strangers and bad luck: pages made to break it, and hosts that send something else than asked."""

from __future__ import annotations

import gzip
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import QuietHandler, StrictHandler, served, silent_page
from playwright.sync_api import Browser, Page, Route, expect
from small_site import SITE, Built, build, small_site, write_files
from test_search_in_a_browser import SEGMENTS, page_text

pytestmark = pytest.mark.browser

ELSEWHERE = "http://elsewhere.example/"
SMUGGLED = {
    "nazwy": f'<form name="body" data-scripts="{ELSEWHERE}" data-index="{ELSEWHERE}"></form>',
    "podstawa": f'<base href="{ELSEWHERE}">',
}
"""What the check refuses: put into finished pages, as if the check had missed it."""
PAGES = {
    **{name: page_text(name, "Zorza.") for name in SMUGGLED},
    "powtorki": page_text("Powtórki", "zorza i " * 30_000),
    "dlugie": page_text("Długie", f"zorza {'q' * 10_000} zorza"),
    "naglowki": page_text("Nagłówki", "\n\n".join(f"## Zorza {number}\n\nzorza" for number in range(5_000))),
    "wlasne": page_text("__proto__ constructor", "con nul aux prn toString valueOf hasOwnProperty"),
    "ukryte": page_text("Ukryte", "<!-- tajemnica <p>tajemnica</p> -->\n\nZorza."),
}
LONGEST_TASK = 1_000
"""Milliseconds for which nothing may keep a reader from typing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files: dict[str, str | bytes | None] = {"data/site.yml": SITE.format(city="wroclaw") + SEGMENTS}
    for locale in ("pl", "en"):
        files[f"docs/{locale}/szukaj.md"] = page_text("Szukaj", role="search")
        files[f"docs/{locale}/mapa-strony.md"] = page_text("Mapa", role="site-map")
        files |= {f"docs/{locale}/{name}.md": text for name, text in PAGES.items()}
    built = build(write_files(tmp_path_factory.mktemp("attacked"), small_site("wroclaw", files)))
    for name, html in SMUGGLED.items():
        page = built.folder / name / "index.html"
        page.write_text(
            page.read_text(encoding="utf-8").replace("<p>Zorza.</p>", f"{html}<p>Zorza.</p>"), encoding="utf-8"
        )
        assert html in page.read_text(encoding="utf-8")
    return built


@pytest.fixture(scope="module", params=[StrictHandler, QuietHandler], ids=["strict", "no policy"])
def address(site: Built, request: pytest.FixtureRequest) -> Iterator[str]:
    with served(site.folder, request.param) as found:
        yield found


@pytest.fixture(scope="module")
def strict(site: Built) -> Iterator[str]:
    with served(site.folder, StrictHandler) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in which no script may break, and that notes for how long each task kept the reader waiting."""
    with silent_page(browser, heeded="Uncaught") as opened:
        opened.add_init_script(
            "window.tasks = [];"
            "new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((each) => each.duration)))"
            ".observe({ type: 'longtask', buffered: true });"
        )
        yield opened


def search(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}szukaj/")
    page.locator("#search_box").fill(query)
    expect(page.locator(".search-count, .search-page > p.search-failed:visible").first).to_be_visible()


# --- strangers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["nazwy", "podstawa"])
def test_a_page_cannot_send_the_search_to_another_host(page: Page, address: str, where: str) -> None:
    asked: list[str] = []
    page.route(f"{ELSEWHERE}**", lambda route: route.abort())
    page.goto(f"{address}{where}/")
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#search_box").focus()
    page.keyboard.type("miasta rzek")
    expect(page.get_by_role("option").first).to_have_attribute("href", f"{address}sieci/rivers/")
    foreign = [url for url in asked if not url.startswith(address)]
    assert [
        url for url in foreign if not url.endswith(".svg")
    ] == []  # without a policy the page itself has an icon there


@pytest.mark.parametrize(
    "query",
    ["zorza", "zorza i", "q" * 200, "q " * 100, "(a+)+$" + "a" * 194, "naj" * 66, "nieprzy" * 28, "1.1.2020 " * 22],
)
def test_no_page_and_no_query_keeps_a_reader_waiting(page: Page, address: str, query: str) -> None:
    search(page, address, query)
    page.wait_for_timeout(100)
    assert max(page.evaluate("window.tasks"), default=0) < LONGEST_TASK


@pytest.mark.parametrize("query", ["__proto__", "constructor", "con nul aux prn", "toString valueOf hasOwnProperty"])
def test_words_of_the_language_of_scripts_are_words(page: Page, address: str, query: str) -> None:
    search(page, address, query)
    expect(page.locator(".result-title")).to_have_text(["__proto__ constructor"])


def test_what_a_page_hides_is_in_no_file_of_the_index(site: Built) -> None:
    files = [*(site.folder / "assets/search").rglob("*.json")]
    assert [file.name for file in files if "tajemnic" in file.read_text(encoding="utf-8")] == []


def test_every_name_of_a_file_is_one_that_every_file_system_can_hold(site: Built) -> None:
    names = [file.name for file in (site.folder / "assets/search").rglob("*.json")]
    assert [name for name in names if not re.fullmatch(r"start\.json|\d+\.json", name)] == []


# --- hosts ----------------------------------------------------------------------------------------------

START, WORDS, TEXTS = "**/search/pl/start.json*", "**/search/pl/words/*", "**/search/pl/text/*"
ODD: dict[str, bytes] = {
    "a page in place of a file": b"<!doctype html><title>404</title>",
    "half a file": b'{"build":"x","words":{"rz',
    "nothing": b"",
    "another kind of value": b"[null]",
    "null": b"null",
    "a file of another build": b'{"build":"0","words":{},"page":{},"sections":[]}',
    "a start of nothing": json.dumps({"build": "0", "pages": [], "shards": [], "words": {}}).encode(),
    "a start that contradicts itself": json.dumps(
        {"build": "0", "locale": "pl", "root": "../../../", "words": {}, "pages": [[9, [9], 5, 1], [0, [], -1, 0]],
         "shards": ["r", 7], "packs": [], "sections": 4_000_000_000, "same": [7], "names": [7], "stop": 7}
    ).encode(),
}  # fmt: skip


@pytest.mark.parametrize("content", ODD.values(), ids=ODD)
@pytest.mark.parametrize("which", [START, WORDS, TEXTS], ids=["start", "words", "texts"])
def test_what_is_no_index_is_told_as_a_search_that_failed(page: Page, strict: str, which: str, content: bytes) -> None:
    page.route(which, lambda route: route.fulfill(status=200, body=content))
    search(page, strict, "rzek")
    failed = page.locator(".search-page > p.search-failed")
    expect(failed).to_be_visible()
    expect(page.locator(".result")).to_have_count(0)
    page.unroute(which)
    search(page, strict, "rzek")
    expect(page.locator(".result").first).to_be_visible()
    expect(failed).to_be_hidden()


@pytest.mark.parametrize("which", [START, WORDS, TEXTS], ids=["start", "words", "texts"])
@pytest.mark.parametrize("status", [0, 404, 500])
def test_a_host_that_is_away_or_out_of_order_is_told_of_and_tried_again(
    page: Page, strict: str, which: str, status: int
) -> None:
    def answer(route: Route) -> None:
        if status:
            route.fulfill(status=status, body="<p>x</p>", content_type="text/html")
        else:
            route.abort("internetdisconnected")

    page.route(which, answer)
    search(page, strict, "rzek")
    expect(page.locator(".search-page > p.search-failed")).to_be_visible()
    page.unroute(which)
    page.locator("#search_box").press("Enter")
    expect(page.locator(".result").first).to_be_visible()


def test_a_start_that_a_host_kept_too_long_is_asked_for_anew(page: Page, strict: str, site: Built) -> None:
    start = json.loads((site.folder / "assets/search/pl/start.json").read_text(encoding="utf-8"))
    stale = [json.dumps({**start, "build": "old"})]

    def answer(route: Route) -> None:
        if stale:
            route.fulfill(status=200, body=stale.pop())
        else:
            route.continue_()

    page.route(START, answer)
    search(page, strict, "rzek")
    expect(page.locator(".result").first).to_be_visible()


class Compressing(StrictHandler):
    """A host that sends every file of the index compressed, as plain text."""

    def send_head(self) -> Any:
        """The head of an answer; what is returned is sent after it."""
        path = Path(self.translate_path(self.path))
        if path.suffix != ".json":
            return super().send_head()
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        for name, value in (("Type", "text/plain"), ("Encoding", "gzip"), ("Length", str(len(body)))):
            self.send_header(f"Content-{name}", value)
        self.end_headers()
        return io.BytesIO(body)


def test_another_kind_of_file_and_a_compressed_one_are_read_all_the_same(page: Page, site: Built) -> None:
    with served(site.folder, Compressing) as host:
        search(page, host, "rzek")
        expect(page.locator(".result").first).to_be_visible()
