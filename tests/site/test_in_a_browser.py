"""The real site in a real browser: it fits, it asks nobody else for anything, the keyboard reaches what it must."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser import served
from playwright.sync_api import Browser, Page, expect
from small_site import Built

pytestmark = pytest.mark.browser

PAGES = [
    "", "rejestr/", "os-czasu/", "aktualnosci/", "aktualnosci/wizyta-ekspercka-2025/", "sieci/", "sieci/eurocities/",
    "miasta/", "programy/", "programy/otwarty-krakow/", "dokumenty/", "projekty/", "o-danych/",
    "en/", "en/register/", "en/timeline/", "en/networks/icorn/", "en/cities/", "en/documents/", "en/projects/",
    "szukaj/", "szukaj/?q=rasizm", "en/search/?q=nothing-of-this-kind", "404.html",
]  # fmt: skip
WIDTHS = (320, 360, 768, 1100, 1280, 1920)


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


@pytest.mark.parametrize("url", PAGES)
def test_nothing_is_wider_than_the_screen_or_than_its_column(page: Page, address: str, url: str) -> None:
    """320 px are 400 % of a screen of 1280 (WCAG 1.4.10)."""
    page.goto(f"{address}{url}")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(OVERFLOWING) == [], width


OVERFLOWING = """[...document.querySelectorAll('td, tbody th, li, dd, dt, p, .beside, .cited')].filter(each =>
    each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 2 && !each.closest('.visually-hidden')
).map(each => each.outerHTML.slice(0, 120))"""
"""What is set in a box of its own and runs out of it."""


@pytest.mark.parametrize("url", ["sieci/icc/", "os-czasu/", "en/documents/", "en/projects/"])
def test_sources_stand_beside_the_line_on_a_wide_screen_and_after_it_on_a_narrow_one(
    page: Page, address: str, url: str
) -> None:
    page.goto(f"{address}{url}")
    where = """(which => [...document.querySelectorAll(which)].filter(each => each.checkVisibility()).map(each => {
        const [fact, beside] = [each, each.nextElementSibling].map(one => one.getBoundingClientRect());
        return [beside.left - fact.right, beside.top - fact.top];
    }))('.fact:has(+ .beside)')"""
    placed = page.evaluate(where)
    assert placed
    assert all(right > 0 for right, _ in placed)
    page.set_viewport_size({"width": 360, "height": 740})
    assert all(right <= 0 or below >= -12 for right, below in page.evaluate(where))
    shown = page.evaluate("getComputedStyle(document.querySelector('.beside a[data-from]'), '::after').content")
    assert shown == "none"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("url", ["rejestr/", "sieci/icc/", "miasta/", "os-czasu/"])
def test_a_number_is_large_enough_for_a_finger(page: Page, address: str, url: str, width: int) -> None:
    """WCAG 2.5.8: a target has 24 by 24 px, or 24 px around its middle to itself."""
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{address}{url}")
    small = page.evaluate("""[...document.querySelectorAll('.cited a')].filter(each => each.checkVisibility())
        .map(each => each.getClientRects()[0]).filter(box => box && (box.width < 23.5 || box.height < 23.5)).length""")
    assert small == 0


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("url", ["sieci/icc/", "os-czasu/", "miasta/"])
def test_what_has_the_focus_is_on_the_screen_and_under_nothing(
    browser: Browser, address: str, url: str, width: int
) -> None:
    """WCAG 2.4.7 and 2.4.11, forwards and backwards: the axis of the lifelines is sticky on a phone."""
    context = browser.new_context(viewport={"width": width, "height": 700}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}{url}")
    for key in ["Tab"] * 60 + ["Shift+Tab"] * 60:
        page.keyboard.press(key)
        assert page.evaluate(IN_SIGHT) is True, page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
    context.close()


IN_SIGHT = """(() => {
    const each = document.activeElement, box = each.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + Math.min(box.width, 20) / 2, box.top + box.height / 2);
    return each === document.body || !!top && (each.contains(top) || top.contains(each));
})()"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("url", PAGES)
def test_every_word_can_be_read_on_what_it_stands_on(browser: Browser, address: str, url: str, scheme: str) -> None:
    """WCAG 1.4.3, as computed for each element with words of its own; large ones (24 px) may have 3:1."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{address}{url}")
    pairs = page.evaluate(PAIRS)
    assert len(pairs) >= 3
    for words, ground, large in pairs:
        assert contrast(hexadecimal(words), hexadecimal(ground)) >= (3 if large else 4.5), (words, ground)
    context.close()


PAIRS = """(() => {
    const found = new Map();
    for (const each of document.querySelectorAll('body *')) {
        const own = [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        if (!own || !each.checkVisibility() || each.closest('svg')) continue;
        let ground = each;
        while (ground.parentElement && getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)')
            ground = ground.parentElement;
        const style = getComputedStyle(each);
        const pair = [style.color, getComputedStyle(ground).backgroundColor, parseFloat(style.fontSize) >= 24];
        found.set(pair.join(), pair);
    }
    return [...found.values()];
})()"""


def hexadecimal(colour: str) -> str:
    """`rgb(1, 2, 3)` as `#010203`; no colour of the face is see-through."""
    red, green, blue = (int(part) for part in colour.removeprefix("rgb(").rstrip(")").split(","))
    return f"#{red:02x}{green:02x}{blue:02x}"


def test_paper_gets_every_part_and_no_dark_ground(page: Page, address: str) -> None:
    """A band of colour that reaches to the edges of a screen once hid what followed it on paper."""
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{address}sieci/icc/")
    shown = "which => document.querySelector(which).checkVisibility()"
    assert all(
        page.evaluate(shown, which) for which in (".panel", ".prose", ".timeline", ".sources", ".page-details dl")
    )
    assert page.evaluate("getComputedStyle(document.querySelector('.panel')).boxShadow") == "none"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert "http" in page.evaluate("getComputedStyle(document.querySelector('.sources a[href]'), '::after').content")


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
