"""Search on the real site, in a browser under the strict policy: what a reader types and what they get."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser import StrictHandler, served, silent_page
from playwright.sync_api import Browser, Page, expect
from small_site import Built

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(site: Built) -> Iterator[str]:
    with served(site.folder, StrictHandler) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test if the browser's console has anything to say."""
    with silent_page(browser, viewport={"width": 1280, "height": 900}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("url", "query", "first"),
    [
        ("", "miedzykulturowe", "sieci/icc/"),
        ("sieci/", "UMP", "sieci/ump/"),
        ("404.html", "erocities", "sieci/eurocities/"),
        ("en/", "cities of refuge", "en/networks/icorn/"),
    ],
)
def test_a_reader_types_and_finds_the_page_in_the_list(
    page: Page, address: str, url: str, query: str, first: str
) -> None:
    page.goto(f"{address}{url}")
    page.locator("#search_box").click()
    page.keyboard.type(query)
    expect(page.locator(f"[role=option][href='{address}{first}']")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_open_the_list_fits_the_screen_and_each_line_is_large_enough_for_a_finger(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{address}en/")
    page.locator("#search_box").click()
    page.keyboard.type("cities")
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    sizes = page.evaluate("[...document.querySelectorAll('[role=option]')].map(each => each.offsetHeight)")
    assert sizes
    assert min(sizes) >= 44


def test_a_fact_on_the_search_page_leads_to_its_anchor(page: Page, address: str) -> None:
    page.goto(f"{address}szukaj/?q=rasizm&kind=data")
    fact = page.locator(".result-facts a").first
    expect(fact).to_be_visible()
    fact.click()
    page.wait_for_url("**#*")
    assert page.evaluate("document.querySelector(':target') !== null")


def test_results_are_printed_with_what_was_asked_and_nothing_to_press(page: Page, address: str) -> None:
    page.goto(f"{address}szukaj/?q=rasizm")
    expect(page.locator(".result").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".result").first).to_be_visible()
    expect(page.locator("#search_box")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("combobox")).to_have_count(0)
    expect(page.get_by_label("Rodzaj strony")).to_be_hidden()


def test_what_is_found_in_english_is_offered_to_a_reader_of_polish_who_finds_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}szukaj/?q=belongs")
    elsewhere = page.locator(".search-elsewhere")
    expect(elsewhere.locator(".result-title a").first).to_have_attribute("hreflang", "en")
