"""The real site in a real browser: it fits, it asks nobody else for anything, the keyboard reaches what it must."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser import open_browser, served
from playwright.sync_api import Browser, Page, expect
from small_site import Built

pytestmark = pytest.mark.browser

PAGES = [
    "", "rejestr/", "sieci/", "sieci/eurocities/", "programy/otwarty-krakow/", "projekty/", "o-danych/",
    "en/", "en/register/", "en/networks/icorn/", "en/projects/", "404.html",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as found:
        yield found


@pytest.fixture(scope="module")
def address(site: Built) -> Iterator[str]:
    with served(site.folder) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("url", PAGES)
def test_a_page_loads_whole_and_asks_no_other_host(page: Page, address: str, url: str) -> None:
    asked: list[str] = []
    failed: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}{url}", wait_until="networkidle")
    assert [request for request in asked if not request.startswith(address)] == []
    assert (failed, errors) == ([], [])


@pytest.mark.parametrize("width", [320, 360, 768])
@pytest.mark.parametrize("url", PAGES)
def test_nothing_is_wider_than_the_screen(browser: Browser, address: str, url: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    page.goto(f"{address}{url}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_the_first_tab_stop_leads_past_the_menu(page: Page, address: str) -> None:
    page.goto(f"{address}sieci/icc/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    page.wait_for_url("**/#main")


def test_the_switch_leads_to_the_same_page_in_the_other_language(page: Page, address: str) -> None:
    page.goto(f"{address}sieci/icc/")
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url(f"{address}en/networks/icc/")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Polski", exact=True).click()
    page.wait_for_url(f"{address}sieci/icc/")


def test_a_citation_leads_to_its_source(page: Page, address: str) -> None:
    page.goto(f"{address}sieci/icc/")
    page.locator(".panel .cited a").first.click()
    expect(page.locator(".sources li:target")).to_have_count(1)


def test_every_control_shows_that_it_has_the_focus(page: Page, address: str) -> None:
    page.goto(f"{address}rejestr/")
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_the_contrast_that_the_law_asks_for(browser: Browser, address: str, scheme: str) -> None:
    """WCAG 1.4.3: 4.5:1 for ink, muted words and links on paper and on tinted ground."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{address}sieci/icc/")
    colours = page.evaluate(
        "Object.fromEntries(['paper', 'tint', 'ink', 'muted', 'accent'].map("
        "name => [name, getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim()]))"
    )
    for ground in ("paper", "tint"):
        for word in ("ink", "muted", "accent"):
            assert contrast(colours[word], colours[ground]) >= 4.5, (scheme, word, ground)
    context.close()


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours `#rrggbb` (WCAG 2.1, relative luminance)."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
