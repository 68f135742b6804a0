"""The map of the site: every page of a language once, in the order of its menus; the pages that every site needs."""

from __future__ import annotations

from pathlib import Path

import pytest
from finished import Document
from small_site import ROLE_PAGES, ROOT, TODAY, build, check, lines, shown, small_site, write_files
from test_third_language import three_languages

from opencity.cli import main
from opencity.pages.page_map import PageMap
from opencity.pages.role_pages import NEEDED
from opencity.site.engine import open_engine

MAPS = {name: text for name, text in ROLE_PAGES.items() if "role: site-map" in text}
STUB = "---\nuntranslated: true\n---\n"


def page(title: str, more: str = "") -> str:
    return f"---\ntitle: {title}\n{more}---\n"


def event(identity: str, title: str) -> str:
    return (
        f"id: {identity}\ntitle: {{ pl: {title}, en: {title} in English }}\nstart: {identity[:10]}\n"
        f"cities: [katowice]\nsources: [register]\n"
    )


def both(path: str, polish: str, english: str) -> dict[str, str]:
    return {f"docs/pl/{path}": polish, f"docs/en/{path}": english}


def site_map(folder: Path, locale: str = "pl") -> Document:
    return Document(f"<main>{_list(folder, locale)}</main>")


def _list(folder: Path, locale: str) -> str:
    html = shown(folder, "mapa-strony.md", locale)
    return html[html.index('<nav class="site-map"') :].partition("</nav>")[0] + "</nav>"


def tree(folder: Path, locale: str = "pl") -> list[str]:
    """The lines of the map from top to bottom, each behind as many dashes as there are lines above it."""
    found, depth = [], 0
    for part in _list(folder, locale).split("<"):
        depth += part.startswith("ul>") - part.startswith("/ul>")
        tag, _, text = part.partition(">")
        if tag.startswith(("a ", "span", "h2")) and text.strip():
            found.append(f"{'-' * (depth - 1)}{text.strip()}" if depth else f"## {text.strip()}")
    return found


@pytest.mark.parametrize("city", ["katowice", "wroclaw", "zakopane"])
def test_the_map_follows_the_menu_with_the_pages_of_each_section_below_it(city: str, tmp_path: Path) -> None:
    write_files(tmp_path, small_site(city, MAPS))
    assert tree(tmp_path) == [
        "## Główne strony", "Strona główna", "Rejestr", "Sieci", "-Miasta Rzek", "## Pozostałe strony", "Mapa strony",
    ]  # fmt: skip
    assert tree(tmp_path, "en") == [
        "## Main pages", "Home", "Register", "Networks", "-Cities of Rivers", "## Other pages", "Site map",
    ]  # fmt: skip


def test_the_news_stand_by_year_and_the_newest_comes_first(tmp_path: Path) -> None:
    changes: dict[str, str | bytes | None] = {**MAPS}
    changes |= both("nowiny/index.md", page("Nowiny", "role: news\norder: 3\n"), page("News", "role: news\norder: 3\n"))
    changes |= both("nowiny/jak.md", page("Jak piszemy"), page("How we write"))
    for identity, title in (("2024-03-04-a", "Wiosna"), ("2025-01-02-b", "Zima"), ("2024-09-08-c", "Jesień")):
        article = f"---\nevent: {identity}\n---\n"
        changes |= both(f"nowiny/{identity}.md", article, article)
        changes[f"data/cities/katowice/events/{identity}.yml"] = event(identity, title)
    write_files(tmp_path, small_site(changes=changes))
    found = tree(tmp_path)
    assert found[found.index("Nowiny") : found.index("## Pozostałe strony")] == [
        "Nowiny", "-2025", "--Zima", "-2024", "--Jesień", "--Wiosna", "-Jak piszemy",
    ]  # fmt: skip


def test_pages_deep_in_folders_and_in_folders_without_a_page_are_not_lost(tmp_path: Path) -> None:
    changes = {
        **MAPS,
        **both("a/index.md", page("Dział"), page("Section")),
        **both("a/b/index.md", page("Poddział"), page("Subsection")),
        **both("a/b/c.md", page("Głęboko"), page("Deep")),
        **both("a/d/e.md", page("Folder bez strony"), page("No index")),
        **both("x/y/z.md", page("Bez działu"), page("No section")),
    }
    write_files(tmp_path, small_site(changes=changes))
    assert tree(tmp_path)[5:-2] == ["Bez działu", "Dział", "-Folder bez strony", "-Poddział", "--Głęboko"]


def test_an_empty_section_is_a_line_with_nothing_below_it(tmp_path: Path) -> None:
    empty: dict[str, str | bytes | None] = {f"docs/{locale}/sieci/rivers.md": None for locale in ("pl", "en")}
    write_files(tmp_path, small_site(changes={**MAPS, **empty}))
    assert tree(tmp_path)[1:4] == ["Strona główna", "Rejestr", "Sieci"]
    assert [item.text for item in site_map(tmp_path).all("li")].count("") == 0


def test_without_pages_at_the_foot_there_is_no_second_heading(tmp_path: Path) -> None:
    maps = {name: text.replace("place: foot\n", "") for name, text in MAPS.items()}
    write_files(tmp_path, small_site(changes=maps))
    assert [line for line in tree(tmp_path) if line.startswith("##")] == ["## Główne strony"]


def test_an_untranslated_page_stands_under_its_own_title_in_its_own_language(tmp_path: Path) -> None:
    changes = {**MAPS, "docs/pl/kontakt.md": page("Kontakt w mieście"), "docs/en/kontakt.md": STUB}
    write_files(tmp_path, small_site(changes=changes))
    found = site_map(tmp_path, "en")
    link = next(link for link in found.all("a") if link.text == "Kontakt w mieście")
    assert link.attributes["href"] == "../kontakt/"
    assert "Kontakt w mieście" in [mark.text for mark in found.all("span", lang="pl")]
    assert found.all("span", lang="en") == []


def test_a_page_that_one_language_lacks_is_on_the_map_of_the_other_only(tmp_path: Path) -> None:
    write_files(tmp_path, small_site(changes={**MAPS, "docs/pl/tylko.md": page("Tylko po polsku")}))
    assert "Tylko po polsku" in tree(tmp_path)
    assert "Tylko po polsku" not in tree(tmp_path, "en")


def test_the_map_says_where_the_reader_is(tmp_path: Path) -> None:
    write_files(tmp_path, small_site(changes=MAPS))
    assert [link.text for link in site_map(tmp_path).all("a", **{"aria-current": "page"})] == ["Mapa strony"]


def test_a_hostile_title_is_text(tmp_path: Path) -> None:
    title = "\"<img src=x onerror='alert(1)'>\""
    write_files(tmp_path, small_site(changes={**MAPS, **both("zle.md", page(title), page(title))}))
    assert site_map(tmp_path).all("img") == []
    assert "&lt;img" in shown(tmp_path, "mapa-strony.md")


def hrefs(document: Document) -> list[str]:
    return [link.attributes["href"] for link in document.all("a")]


def urls(pages: PageMap, locale: str) -> list[str]:
    return sorted(page.url for page in pages if page.locale == locale)


@pytest.mark.parametrize("locale", ["pl", "en", "uk"])
def test_in_three_languages_each_page_of_a_language_is_on_its_map_once(locale: str, tmp_path: Path) -> None:
    maps = {**MAPS, "docs/uk/mapa-strony.md": page("Мапа сайту", "role: site-map\nplace: foot\n")}
    folder = write_files(tmp_path, {**three_languages(), **maps})
    pages = open_engine(folder, today=TODAY).pages
    here = pages.pages[(locale, "mapa-strony.md")].url
    found = hrefs(site_map(folder, locale))
    prefix = "" if here == "mapa-strony/" else f"{locale}/"
    assert len(found) == len({*found}) == len(urls(pages, locale))
    reached = {"./": here}
    ways = (reached.get(href, f"{prefix}{href.removeprefix('../')}") for href in found)
    assert sorted(ways) == urls(pages, locale)


# --- the way there -----------------------------------------------------------------------------------------


def test_a_wrong_address_and_the_foot_of_every_page_lead_to_the_map(tmp_path: Path) -> None:
    site = build(write_files(tmp_path, small_site("lodz", MAPS)))
    for url, way in (
        ("404.html", "/mapa-strony/"),
        ("en/404.html", "/en/mapa-strony/"),
        ("sieci/rivers/", "../../mapa-strony/"),
    ):
        assert way in hrefs(Document(site.read(url))), url
    text = Document(site.read("404.html")).all("div", class_="not-found")
    assert [part.text.endswith(name) for part, name in zip(text, ("Mapa strony", "Site map"), strict=True)] == [
        True
    ] * 2


def test_a_site_without_a_map_has_no_way_to_one(tmp_path: Path) -> None:
    assert "mapa" not in build(write_files(tmp_path, small_site())).read("404.html")


# --- the pages that every site needs ------------------------------------------------------------------------


def test_a_site_that_has_neither_page_is_told_of_each_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(tmp_path, small_site("zakopane"))
    main(["check", "--root", str(tmp_path), "--today", "2026-11-20"])
    told = [line for line in capsys.readouterr().out.splitlines() if "W-ROLE-MISSING" in line]
    assert [line.partition(" ")[0] for line in told] == ["docs/pl/mapa-strony.md:1:1:", "docs/pl/szukaj.md:1:1:"]


@pytest.mark.parametrize("role", ["search", "site-map"])
def test_a_page_of_that_role_in_any_language_is_enough(role: str, tmp_path: Path) -> None:
    other = {"search": "site-map", "site-map": "search"}[role]
    only = {"docs/en/x.md": page("X", f"role: {role}\n"), "docs/pl/x.md": STUB}
    found = lines(check(write_files(tmp_path, small_site(changes=only))))
    assert [line for line in found if f"role: {role}" in line] == []
    assert sum(f"role: {other}" in line for line in found) == 1


def test_new_writes_the_page_in_every_language_and_names_the_segment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(tmp_path, small_site(changes=MAPS))
    assert main(["new", "page", "search", "--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "docs/pl/szukaj.md", "docs/en/szukaj.md",
        "Wpisz w data/site.yml, w polu segments: szukaj: { en: search }",
    ]  # fmt: skip
    assert (tmp_path / "docs/en/szukaj.md").read_text("utf-8") == "---\ntitle: Search\nrole: search\nplace: foot\n---\n"
    assert check(tmp_path) == ()


def test_new_writes_the_twin_that_is_missing_beside_the_page_and_overwrites_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = page("Znajdź", "role: search\n")
    write_files(tmp_path, small_site(changes={**MAPS, "docs/pl/znajdz.md": own}))
    assert main(["new", "page", "search", "--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[:1] == ["docs/en/znajdz.md"]
    assert (tmp_path / "docs/pl/znajdz.md").read_text("utf-8") == own
    assert check(tmp_path) == ()


def test_new_knows_which_pages_it_can_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(tmp_path, small_site())
    assert main(["new", "page", "news", "--root", str(tmp_path), "--lang", "en"]) == 2
    assert capsys.readouterr().err == "PAGE: news? Give one of these: search, site-map.\n"


def test_this_checkout_needs_no_page_that_it_lacks() -> None:
    pages = open_engine(ROOT).pages
    assert [role for role in NEEDED if pages.in_role(role, pages.addresses.locales[0]) is None] == []
