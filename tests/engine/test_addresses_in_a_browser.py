"""Old and wrong addresses as a reader meets them: a browser on a small site, served as the README tells a host to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import QuietHandler, served
from playwright.sync_api import Browser
from small_site import SITE, build, small_site, write_files

pytestmark = pytest.mark.browser


class WithPagesForWrongAddresses(QuietHandler):
    """Sends `404.html`, below `/en/` that of English."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        name = "en/404.html" if self.path.startswith("/en/") else "404.html"
        body = Path(self.directory, name).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    settings = f"{SITE.format(city='lodz')}redirects:\n  stare/: sieci/rivers.md#spolecznosc\n"
    changes: dict[str, str | bytes | None] = {"data/site.yml": settings, "data/addresses.yml": "en/old/: rejestr.md\n"}
    site = build(write_files(tmp_path_factory.mktemp("site"), small_site("lodz", changes)))
    with served(site.folder, WithPagesForWrongAddresses) as found:
        yield found


@pytest.mark.parametrize(
    ("old", "new", "language"), [("stare/", "sieci/rivers/#spolecznosc", "pl"), ("en/old/", "en/register/", "en")]
)
def test_a_reader_who_has_an_old_address_ends_on_the_page(
    browser: Browser, address: str, old: str, new: str, language: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}{old}")
    page.wait_for_url(f"{address}{new}")
    assert page.locator("html").get_attribute("lang") == language
    page.close()


@pytest.mark.parametrize(
    ("wrong", "spoken", "unspoken"),
    [
        ("en/networks/there-is-none/", "There is no such page", "Nie ma takiej strony"),
        ("nie/ma/", "Nie ma takiej strony", None),
        ("nie/ma/", "There is no such page", None),
    ],
)
def test_a_reader_who_has_a_wrong_address_is_told_in_the_language_of_the_address(
    browser: Browser, address: str, wrong: str, spoken: str, unspoken: str | None
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("response", lambda response: asked.append(response.url) if response.status >= 400 else None)
    page.goto(f"{address}{wrong}")
    text = page.locator("body").inner_text().replace("\u00a0", " ")
    assert spoken in text
    assert unspoken is None or unspoken not in text
    assert asked == [f"{address}{wrong}"]  # its style and pictures are found from any depth
    page.get_by_role("link", name="Home" if wrong.startswith("en/") else "Strona główna", exact=True).click()
    page.wait_for_url(f"{address}{'en/' if wrong.startswith('en/') else ''}")
    page.close()
