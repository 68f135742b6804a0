"""The search as a reader meets it: the box in the head of every page and the search page, under the strict policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import StrictHandler, served, silent_page
from finished import documents
from playwright.sync_api import Browser, Locator, Page, Route, expect
from small_site import ROOT, SITE, Built, build, small_site, write_files

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=window.ran=1>"
FLOODS = 11
"""Pages that one word finds: more than the search page shows at once."""
SEGMENTS = "  szukaj: { en: search }\n  mapa-strony: { en: site-map }\n"
SEARCH = "szukaj/"


def page_text(title: str, body: str = "", role: str = "", more: str = "") -> str:
    lines = [f"title: {title!r}", *([f"role: {role}", "place: foot"] if role else []), *([more] if more else [])]
    return "\n".join(("---", *lines, "---", "", body, ""))


def files() -> dict[str, str | bytes]:
    """A small site in which much can be found, and which has a page with a hostile title."""
    changes: dict[str, str | bytes | None] = {"data/site.yml": SITE.format(city="wroclaw") + SEGMENTS}
    titles = {"pl": ("Szukaj", "Mapa strony"), "en": ("Search", "Site map")}
    for locale, (search, site_map) in titles.items():
        changes[f"docs/{locale}/szukaj.md"] = page_text(search, role="search")
        changes[f"docs/{locale}/mapa-strony.md"] = page_text(site_map, role="site-map")
        changes[f"docs/{locale}/obce.md"] = page_text(HOSTILE, f"Zorza. `{HOSTILE}`")
    for number in range(1, FLOODS + 1):
        changes[f"docs/pl/powodz-{number}.md"] = page_text(f"Powódź {number}", "## Skutki\n\nWielka woda.")
        changes[f"docs/en/powodz-{number}.md"] = page_text(f"Flood {number}", "## After it\n\nMuch water.")
    return small_site("wroclaw", changes)


class WithoutTheDigest(StrictHandler):
    """A host with the strict policy that has not heard of the inline script."""

    policy = re.sub(r" 'sha256-[^']*'", "", StrictHandler.policy)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(write_files(tmp_path_factory.mktemp("searched"), files()))


@pytest.fixture(scope="module")
def address(site: Built) -> Iterator[str]:
    with served(site.folder, StrictHandler) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test if anything went against the policy, or a script broke or ran that should not."""
    with silent_page(browser, heeded="Content Security Policy", viewport={"width": 1280, "height": 900}) as opened:
        yield opened
        assert opened.evaluate("window.ran") is None


def box(page: Page) -> Locator:
    return page.locator("#search_box")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def type_in(page: Page, text: str) -> None:
    """Come to the box and type; wait for the list."""
    box(page).click()
    page.keyboard.type(text)
    expect(page.get_by_role("listbox")).to_be_visible()


def holding(page: Page) -> list[Route]:
    """From now on the first file of an index waits until a test lets it go on."""
    held: list[Route] = []
    page.route("**/start.json*", lambda route: held.append(route))
    return held


def titles(page: Page) -> list[str]:
    return [text.replace("\xa0", " ") for text in page.locator(".result-title").all_inner_texts()]


# --- the box in the head --------------------------------------------------------------------------------


def test_nothing_of_the_search_is_fetched_before_a_reader_comes_to_the_box(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "search/" in request.url else None)
    page.goto(address, wait_until="networkidle")
    assert asked == []
    type_in(page, "rzek")
    assert f"{address}assets/opencity/search/box.js" in asked
    assert [url for url in asked if not url.startswith(f"{address}assets/")] == []


def test_by_keyboard_alone_a_reader_types_chooses_and_arrives(page: Page, address: str) -> None:
    page.goto(f"{address}sieci/")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "search_box":
            break
    expect(box(page)).to_be_focused()
    page.keyboard.type("miasta rzek")
    expect(page.get_by_role("listbox")).to_be_visible()
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    first = options(page).first
    expect(first).to_have_attribute("aria-selected", "true")
    assert box(page).get_attribute("aria-activedescendant") == first.get_attribute("id")
    expect(box(page)).to_be_focused()
    target = first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(str(target))
    assert target == f"{address}sieci/rivers/"


def test_arrows_go_round_the_list_and_back_to_what_was_typed(page: Page, address: str) -> None:
    page.goto(address)
    type_in(page, "miasta rzek")
    page.keyboard.press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(box(page)).not_to_have_attribute("aria-activedescendant", re.compile("."))
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)


def test_enter_without_a_choice_and_the_last_line_lead_to_the_search_page(page: Page, address: str) -> None:
    page.goto(f"{address}sieci/")
    type_in(page, "powódź")
    assert options(page).last.inner_text() == f"Wszystkie wyniki: {FLOODS}"
    expect(options(page)).to_have_count(7)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{SEARCH}?q=*")
    expect(page.locator(".search-count")).to_have_text(f"Znaleziono {FLOODS} stron")
    page.goto(f"{address}sieci/")
    type_in(page, "powódź")
    options(page).last.click()
    page.wait_for_url(f"{address}{SEARCH}?q=*")


def test_escape_closes_the_list_then_clears_the_box_and_never_takes_the_focus(page: Page, address: str) -> None:
    page.goto(address)
    type_in(page, "powódź")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box(page)).to_have_value("powódź")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("")
    expect(box(page)).to_be_focused()


def test_tab_leaves_the_box_and_closes_the_list(page: Page, address: str) -> None:
    page.goto(address)
    type_in(page, "powódź")
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("button", name="Szukaj", exact=True)).to_be_focused()


def test_a_click_beside_the_list_closes_it(page: Page, address: str) -> None:
    page.goto(address)
    type_in(page, "powódź")
    page.locator(".site-footer p").first.click()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_word_just_begun_is_not_said_to_be_missing(page: Page, address: str) -> None:
    page.goto(address)
    box(page).click()
    with page.expect_response("**/start.json*"):
        page.keyboard.type("xq")
    page.wait_for_timeout(400)
    expect(page.locator(".search-panel")).to_be_hidden()
    page.keyboard.type("z")
    expect(page.locator(".search-told")).to_have_text("Nic nie znaleziono dla „xqz”.")


def test_letters_typed_while_an_answer_is_on_its_way_are_asked_for_too(page: Page, address: str) -> None:
    page.goto(address)
    held = holding(page)
    box(page).click()
    with page.expect_request("**/start.json*"):
        page.keyboard.type("xq")
    page.keyboard.type(" rzek")
    expect(page.locator(".search-loading")).to_be_visible()
    page.wait_for_timeout(200)  # until the second question has been asked, too
    assert len(held) == 1  # by which the file is on its way already
    held[0].continue_()
    expect(options(page).first).to_be_visible()


def test_an_answer_that_nobody_waits_for_any_more_opens_nothing(page: Page, address: str) -> None:
    page.goto(address)
    held = holding(page)
    box(page).click()
    with page.expect_request("**/start.json*"):
        page.keyboard.type("rzek")
    page.keyboard.press("Escape")
    page.wait_for_timeout(400)
    expect(page.locator(".search-panel")).to_be_hidden()
    with page.expect_response("**/start.json*"):
        held[0].continue_()
    page.wait_for_timeout(400)
    expect(page.locator(".search-panel")).to_be_hidden()


def test_a_line_that_was_chosen_is_chosen_no_longer_once_the_reader_types_on(page: Page, address: str) -> None:
    page.goto(f"{address}sieci/")
    type_in(page, "powódź")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    page.keyboard.type(" 7")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{SEARCH}?q=*+7")


def test_letters_alone_do_nothing_outside_the_box(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.type("s/kf?")
    assert page.url == address
    expect(box(page)).to_have_value("")
    expect(box(page)).not_to_be_focused()


def test_a_screen_reader_is_told_names_places_and_the_number_of_results(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("search", name="Szukaj w serwisie").get_by_role("status")).to_have_text("")
    type_in(page, "rzek")
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(re.compile(r"^Znaleziono \d+ stron"))
    expect(page.get_by_role("combobox", name="Szukaj w serwisie")).to_be_focused()
    listed = page.get_by_role("listbox", name="Wyniki").aria_snapshot().replace("\xa0", " ")
    assert '- option "Sieć Miast Rzek, Sieci"' in listed
    assert 'option "Wszystkie wyniki: 3"' in listed


def test_the_list_neither_covers_the_box_nor_leaves_a_narrow_screen(page: Page, address: str) -> None:
    page.goto(address)
    type_in(page, "rzek")
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        there, line = page.locator(".search-panel").bounding_box(), page.locator(".search-line").bounding_box()
        assert there is not None
        assert line is not None
        assert there["x"] >= 0
        assert there["x"] + there["width"] <= width
        assert there["y"] >= line["y"] + line["height"]
        sizes = [each.bounding_box() for each in (box(page), page.get_by_role("button"), *options(page).all())]
        assert all(size is not None and size["height"] >= 44 for size in sizes)


def test_a_finger_opens_a_result(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto(address)
    box(page).tap()
    page.keyboard.type("miasta rzek")
    options(page).first.tap()
    page.wait_for_url(f"{address}sieci/rivers/")
    context.close()


def test_the_form_is_a_row_of_its_own_under_the_title_on_a_phone_and_is_not_printed(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    form, title = page.get_by_role("search").bounding_box(), page.locator(".site-name").bounding_box()
    assert form is not None
    assert title is not None
    assert form["y"] >= title["y"] + title["height"]
    assert form["width"] > 300
    page.emulate_media(media="print")
    expect(page.get_by_role("search")).to_be_hidden()


def test_a_page_for_wrong_addresses_searches_too(page: Page, address: str) -> None:
    page.goto(f"{address}nie/ma/takiej/")
    # the page for every language has links from the root of the host: here the site stands there
    type_in(page, "miasta rzek")
    options(page).first.click()
    page.wait_for_url(f"{address}sieci/rivers/")


def test_a_site_in_a_folder_of_its_host_searches_too(page: Page, site: Built, tmp_path: Path) -> None:
    (tmp_path / "miasto").symlink_to(site.folder, target_is_directory=True)
    with served(tmp_path, StrictHandler) as host:
        page.goto(f"{host}miasto/en/networks/rivers/")
        type_in(page, "flood")
        options(page).last.click()
        page.wait_for_url(f"{host}miasto/en/search/?q=flood")
        expect(page.locator(".search-count")).to_have_text(f"{FLOODS} pages found")
        href = page.locator(".result-title a").first.get_attribute("href")
        assert str(href).startswith(f"{host}miasto/en/powodz-")


# --- the search page ------------------------------------------------------------------------------------


def test_an_address_with_a_query_shows_its_results(page: Page, address: str) -> None:
    page.goto(f"{address}{SEARCH}?q=miasta+rzek")
    expect(page.locator(".search-count")).to_have_text(re.compile("^Znaleziono"))
    assert titles(page)[0] == "Sieć Miast Rzek"
    expect(box(page)).to_have_value("miasta rzek")
    assert page.title().replace("\xa0", " ") == "miasta rzek – Szukaj – Miasto w sieciach"
    first = page.get_by_role("list", name="Wyniki").get_by_role("listitem").first
    assert "Sieci" in first.inner_text()
    expect(first.locator("mark").first).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Szukaj")
    expect(page.get_by_role("search")).to_have_count(1)


def test_the_address_follows_what_is_typed_and_back_leads_to_the_query_before(page: Page, address: str) -> None:
    page.goto(f"{address}sieci/")
    page.goto(f"{address}{SEARCH}?q=powódź")
    expect(page.locator(".search-count")).to_be_visible()
    before = page.evaluate("history.length")
    box(page).fill("rz")
    page.wait_for_url(f"{address}{SEARCH}?q=rz")
    box(page).fill("rzek")
    page.wait_for_url(f"{address}{SEARCH}?q=rzek")
    box(page).press("Enter")
    expect(page.locator(".result").first).to_be_visible()
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    expect(box(page)).to_have_value("powódź")
    expect(page.locator(".search-count")).to_have_text(f"Znaleziono {FLOODS} stron")
    page.go_back()
    page.wait_for_url(f"{address}sieci/")


def test_more_results_come_on_demand_and_the_first_of_them_has_the_focus(page: Page, address: str) -> None:
    page.goto(f"{address}{SEARCH}?q=powódź")
    expect(page.locator(".result")).to_have_count(8)
    page.get_by_role("button", name=f"Pokaż więcej (zostało: {FLOODS - 8})").click()
    expect(page.locator(".result")).to_have_count(FLOODS)
    expect(page.locator(".result").nth(8).locator(".result-title a")).to_be_focused()
    expect(page.get_by_role("button", name="Pokaż więcej")).to_be_hidden()
    assert len(set(titles(page))) == FLOODS


def test_back_from_a_result_leads_to_where_it_was_left(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 600})
    page.goto(f"{address}{SEARCH}?q=powódź")
    page.get_by_role("button", name="Pokaż więcej").click()
    last = page.locator(".result-title a").nth(FLOODS - 1)
    last.scroll_into_view_if_needed()
    left = page.evaluate("scrollY")
    assert left > 600
    last.click()
    page.wait_for_url("**/powodz-*/")
    page.go_back()
    expect(page.locator(".result")).to_have_count(FLOODS)
    page.wait_for_function("left => Math.abs(scrollY - left) < 60", arg=left)


def test_the_other_language_is_asked_the_same(page: Page, address: str) -> None:
    page.goto(f"{address}{SEARCH}?q=rzeka")
    expect(page.locator(".search-count")).to_be_visible()
    box(page).fill("rivers & co")
    english = page.get_by_role("link", name="English", exact=True)
    expect(english).to_have_attribute("href", f"{address}en/search/?q=rivers+%26+co")
    english.click()
    expect(page.locator(".search-count")).to_be_visible()
    expect(box(page)).to_have_value("rivers & co")
    box(page).fill("")
    expect(page.get_by_role("link", name="Polski", exact=True)).to_have_attribute("href", f"{address}{SEARCH}")


def test_results_are_narrowed_by_choices_that_show_their_numbers_and_stand_in_the_address(
    page: Page, address: str
) -> None:
    page.goto(f"{address}{SEARCH}?q=miasta+rzek")
    kinds = page.get_by_label("Rodzaj strony")
    expect(kinds).to_be_visible()
    everything = titles(page)
    texts = kinds.locator("option").all_inner_texts()
    assert "Sieci i karty (1)" in texts
    kinds.focus()
    kinds.select_option("network")
    expect(page.locator(".result")).to_have_count(1)
    assert page.url == f"{address}{SEARCH}?q=miasta+rzek&kind=network"
    expect(kinds).to_be_focused()
    page.get_by_role("link", name="Usuń zawężenie").click()
    expect(page.locator(".result")).to_have_count(len(everything))
    assert page.url == f"{address}{SEARCH}?q=miasta+rzek"
    page.go_back()
    expect(page.locator(".result")).to_have_count(1)
    expect(page.get_by_label("Rodzaj strony")).to_have_value("network")


def test_a_choice_that_no_index_knows_narrows_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}{SEARCH}?q=powódź&network=constructor&kind=%22%3E")
    expect(page.locator(".search-count")).to_have_text(f"Znaleziono {FLOODS} stron")


def test_where_nothing_is_found_the_reader_is_helped_onward(page: Page, address: str) -> None:
    page.goto(f"{address}{SEARCH}?q=xyzzy")
    expect(page.get_by_role("status").first).to_have_text("Nic nie znaleziono dla „xyzzy”.")
    expect(page.get_by_role("heading", name="Spróbuj inaczej")).to_be_visible()
    expect(page.locator(".search-help").get_by_role("link", name="Miasta Rzek")).to_be_visible()
    expect(page.locator(".search-help").get_by_role("link", name="Wszystkie strony")).to_have_attribute(
        "href", "../mapa-strony/"
    )
    expect(page.locator(".search-elsewhere")).to_be_hidden()


def test_another_language_is_asked_only_where_this_one_has_nothing(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "search/en/" in request.url else None)
    page.goto(f"{address}{SEARCH}?q=powódź")
    expect(page.locator(".search-count")).to_be_visible()
    assert asked == []
    box(page).fill("flood")
    found = page.locator(".search-elsewhere")
    expect(found.get_by_role("heading", name="Znaleziono w innym języku")).to_be_visible()
    expect(found.get_by_role("list", name="English")).to_have_attribute("lang", "en")
    onward = found.get_by_role("link", name=f"English. All results: {FLOODS}")
    expect(onward).to_have_attribute("hreflang", "en")
    expect(onward).to_have_attribute("href", f"{address}en/search/?q=flood")


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20%20", "?q"])
def test_an_empty_query_is_a_hint_and_no_error(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}{SEARCH}{query}", wait_until="networkidle")
    expect(page.locator(".search-hint")).to_be_visible()
    expect(page.locator(".result, .search-count")).to_have_count(0)
    expect(page.locator(".search-help")).to_be_hidden()
    assert page.title().replace("\xa0", " ") == "Szukaj – Miasto w sieciach"


@pytest.mark.parametrize("query", ["...", "🙂", "„”''\"", "%", "\\", "{query}", "a" * 5000, "</script>", "toString"])
def test_any_other_query_is_an_answer(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}{SEARCH}")
    page.evaluate("query => { location.search = new URLSearchParams({ q: query }); }", query)
    page.wait_for_url("**q=*")
    expect(page.locator(".search-count")).to_be_visible()
    assert len(box(page).input_value()) <= 200
    expect(page.locator("p.search-failed")).to_be_hidden()


# --- strangers ------------------------------------------------------------------------------------------


def test_hostile_titles_texts_and_queries_are_shown_as_they_were_written(page: Page, address: str) -> None:
    page.goto(address)
    type_in(page, "zorza")
    expect(options(page).first).to_contain_text(HOSTILE)
    page.goto(f"{address}{SEARCH}?q=zorza")
    expect(page.locator(".result-title").first).to_have_text(HOSTILE)
    page.goto(f"{address}{SEARCH}?q=%3Cimg+src%3Dx+onerror%3Dwindow.ran%3D1%3E+qqqq")
    expect(page.locator(".search-said")).to_contain_text("qqqq")
    page.goto(f"{address}{SEARCH}?q=%3Cimg%20src%3Dqqqq%20onerror%3Dwindow.ran%3D1%3E")
    expect(page.locator(".search-count")).to_be_visible()
    expect(page.locator(".search-page img")).to_have_count(0)


def test_every_page_has_the_same_inline_script_and_the_policy_knows_it(site: Built) -> None:
    found = {
        script.attributes.get("type", ""): "".join(script.texts)
        for page in documents(site.folder).values()
        for script in page.all("script")
        if script.attributes.get("type") != "application/ld+json"
    }
    source = (ROOT / "overrides/scripts/start.js").read_text(encoding="utf-8").removesuffix("\n")
    assert found == {"module": source}


def test_a_host_that_does_not_know_the_digest_stops_the_script(browser: Browser, site: Built) -> None:
    """So the policy that the other tests stand under is one that forbids."""
    with served(site.folder, WithoutTheDigest) as host:
        page = browser.new_page()
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.goto(host)
        box(page).click()
        page.keyboard.type("rzek")
        page.wait_for_timeout(500)
        assert "Content Security Policy" in " ".join(told)
        expect(page.get_by_role("combobox")).to_have_count(0)
        page.close()


# --- without scripts, without a network -----------------------------------------------------------------


def test_with_scripts_off_the_form_leads_to_a_page_that_leads_to_the_site_map(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}sieci/")
    box(page).fill("rzeka")
    page.get_by_role("button", name="Szukaj").click()
    page.wait_for_url(f"{address}{SEARCH}?q=rzeka")
    main = page.get_by_role("main")
    assert "Wyszukiwarka potrzebuje JavaScriptu" in main.inner_text().replace("\xa0", " ")
    for dead in ("textbox", "searchbox", "combobox", "button"):
        expect(main.get_by_role(dead)).to_have_count(0)
    main.get_by_role("link", name="Wszystkie strony są na mapie strony").click()
    page.wait_for_url(f"{address}mapa-strony/")
    context.close()


def fails(route: Route) -> None:
    route.abort()


@pytest.mark.parametrize("lost", ["**/box.js", "**/search.js", "**/start.json*", "**/words/*"])
def test_where_the_search_cannot_be_fetched_the_box_says_so_and_leads_to_the_site_map(
    page: Page, address: str, lost: str
) -> None:
    page.route(lost, fails)
    page.goto(address)
    box(page).click()
    page.keyboard.type("rzek")
    told = page.locator(".search-failed")
    expect(told).to_contain_text("Wyszukiwarka się nie wczytała")
    told.get_by_role("link").click()
    page.wait_for_url(f"{address}mapa-strony/")


@pytest.mark.parametrize("lost", ["**/page.js", "**/search.js", "**/start.json*", "**/text/*"])
def test_where_the_search_cannot_be_fetched_the_search_page_says_so(page: Page, address: str, lost: str) -> None:
    page.route(lost, fails)
    page.goto(f"{address}{SEARCH}?q=rzek")
    told = page.locator("p.search-failed")
    expect(told).to_contain_text("Wyszukiwarka się nie wczytała")
    expect(told.get_by_role("link")).to_have_attribute("href", "../mapa-strony/")
    expect(page.locator(".search-loading")).to_be_hidden()
    if lost.endswith(".js"):
        expect(box(page)).to_be_hidden()


def test_a_search_that_failed_is_tried_again_with_the_next_letter(page: Page, address: str) -> None:
    page.route("**/start.json*", fails)
    page.goto(address)
    box(page).click()
    page.keyboard.type("rze")
    expect(page.locator(".search-failed")).to_be_visible()
    page.unroute("**/start.json*")
    page.keyboard.type("k")
    expect(options(page).first).to_be_visible()
    expect(page.locator(".search-failed")).to_be_hidden()


def test_on_the_search_page_the_same_question_can_be_asked_again(page: Page, address: str) -> None:
    page.route("**/start.json*", fails)
    page.goto(f"{address}{SEARCH}?q=rzek")
    expect(page.locator("p.search-failed")).to_be_visible()
    page.unroute("**/start.json*")
    box(page).press("Enter")
    expect(page.locator(".result").first).to_be_visible()
    expect(page.locator("p.search-failed")).to_be_hidden()


def test_a_reader_who_has_to_wait_is_told_so(page: Page, address: str) -> None:
    held = holding(page)
    page.goto(address)
    box(page).click()
    with page.expect_request("**/start.json*"):
        page.keyboard.type("rzek")
    expect(page.locator(".search-loading")).to_be_visible()
    for route in held:
        route.continue_()
    expect(options(page).first).to_be_visible()
    expect(page.locator(".search-loading")).to_be_hidden()


def test_a_site_without_a_search_page_has_no_form_and_no_script(tmp_path: Path) -> None:
    site = build(write_files(tmp_path, small_site("lodz")))
    for page in documents(site.folder).values():
        assert page.all("form") == []
        assert page.all("script", type="module") == []
