"""A page that exists in one language: what the other language shows of it, and what search engines are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from finished import Document, faults
from small_site import Built, build, check, small_site, write_files

STUB = "---\nuntranslated: true\n---\n"
ADDRESS = "https://miasto-w-sieciach.pl/"

POLISH = """\
---
title: Kontakt w mieście
lead: Piszemy o rzekach.
---

Zob. [sieć](sieci/rivers.md), [jej ludzi](sieci/rivers.md#spolecznosc), [niżej](#nizej), [źródła](#zrodla)
i [stronę tylko po polsku](tylko.md), a także `[kod](tylko.md)`.

## Niżej

```timeline
network: rivers
```

Dalej.
"""

ENGLISH = "---\ntitle: Written in English\nauthor: The Town Hall\n---\n\nRead about [networks](sieci/index.md).\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    changes = {
        "docs/pl/kontakt.md": POLISH,
        "docs/en/kontakt.md": STUB,
        "docs/pl/tylko.md": "---\ntitle: Tylko po polsku\n---\n\nTekst.\n",
        "docs/pl/angielska.md": STUB,
        "docs/en/angielska.md": ENGLISH,
        "docs/en/sieci/rivers.md": STUB,
    }
    return build(write_files(tmp_path_factory.mktemp("untranslated"), small_site(city="zakopane", changes=changes)))


@pytest.fixture
def stub(site: Built) -> Document:
    return Document(site.read("en/kontakt/"))


def test_the_page_stands_in_the_menu_of_the_other_language_under_its_own_lang(site: Built) -> None:
    menu = Document(site.read("en/"))
    item = next(link for link in menu.all("a", href="kontakt/") if link.text)
    assert item.text == "Kontakt w mieście"
    assert "Kontakt w mieście" in [mark.text for mark in menu.all("span", lang="pl")]


def test_a_notice_in_the_readers_language_leads_to_the_original(stub: Document) -> None:
    assert stub.text_of("p", class_="translation-notice").startswith("This page has not been translated yet.")
    link = stub.all("a", href="../../kontakt/", hreflang="pl")[-1]
    assert (link.text, link.attributes["lang"]) == ("Czytaj po polsku", "pl")


def test_the_text_is_marked_as_polish_and_the_facts_in_it_are_english(stub: Document) -> None:
    assert stub.all("html", lang="en")
    assert [element.text for element in stub.all("p", lang="pl")][-1] == "Dalej."
    assert stub.text_of("h2", lang="pl") == "Niżej"
    assert "lang" not in stub.all("ol", class_="timeline")[0].attributes
    assert "March 2021" in stub.text_of("ol", class_="timeline")
    assert [mark.text for mark in stub.all("span", lang="pl")][-2:] == ["Kontakt w mieście", "Piszemy o rzekach."]


def test_the_typography_of_the_text_is_that_of_its_language(site: Built) -> None:
    assert "i\u00a0<a" in site.read("en/kontakt/")
    assert "Read about <a" in site.read("angielska/")


def test_links_in_the_text_stay_in_the_readers_language_where_that_has_the_page(stub: Document) -> None:
    links = {link.text: link.attributes for link in stub.all("a")}
    assert links["sieć"] == {"href": "../networks/rivers/"}
    assert links["niżej"]["href"] == "#nizej"
    assert links["stronę tylko po polsku"] == {"href": "../../tylko/", "hreflang": "pl"}
    assert links["źródła"] == {"href": "../../kontakt/#zrodla", "hreflang": "pl"}


def test_code_in_the_text_is_no_link(site: Built) -> None:
    assert "[kod](tylko.md)" in site.read("en/kontakt/")


def test_the_original_is_canonical_and_the_only_alternate(stub: Document) -> None:
    assert [link.attributes["href"] for link in stub.all("link", rel="canonical")] == [f"{ADDRESS}kontakt/"]
    alternates = {link.attributes["hreflang"]: link.attributes["href"] for link in stub.all("link", rel="alternate")}
    assert alternates == {"pl": f"{ADDRESS}kontakt/", "x-default": f"{ADDRESS}kontakt/"}
    assert not stub.all("script")


def test_the_other_direction_works_the_same(site: Built) -> None:
    page = Document(site.read("angielska/"))
    assert page.all("html", lang="pl")
    assert page.text_of("p", class_="translation-notice").startswith("Tej strony jeszcze nie przetłumaczono.")
    assert page.text_of("p", lang="en") == "Read about networks."
    assert "The Town Hall" in [mark.text for mark in page.all("span", lang="en")]
    assert page.all("link", rel="canonical")[0].attributes["href"] == f"{ADDRESS}en/angielska/"
    alternates = {link.attributes["hreflang"]: link.attributes["href"] for link in page.all("link", rel="alternate")}
    assert alternates == {"en": f"{ADDRESS}en/angielska/", "x-default": f"{ADDRESS}en/angielska/"}


def test_the_site_map_names_no_page_that_waits_for_its_translation(site: Built) -> None:
    addresses = site.read("sitemap.xml")
    assert f"<loc>{ADDRESS}kontakt/</loc>" in addresses
    assert f"<loc>{ADDRESS}en/angielska/</loc>" in addresses
    assert "en/kontakt/" not in addresses
    assert f"<loc>{ADDRESS}angielska/</loc>" not in addresses


def test_the_switch_leads_to_the_same_page_and_marks_the_current_language(stub: Document) -> None:
    switch = [link for link in stub.all("a") if link.text in ("Polski", "English")]
    assert [link.attributes["href"] for link in switch] == ["../../kontakt/", "./"]
    assert [link.attributes["lang"] for link in switch] == ["pl", "en"]
    assert [link.attributes.get("aria-current") for link in switch] == [None, "true"]


def test_on_a_page_without_a_twin_the_switch_says_so_in_that_language(site: Built) -> None:
    page = Document(site.read("tylko/"))
    assert page.text_of("li", class_="no-page") == "English (not available)"
    assert page.all("li", class_="no-page")[0].attributes["lang"] == "en"
    assert "English" not in [link.text for link in page.all("a")]
    assert [link.attributes["hreflang"] for link in page.all("link", rel="alternate")] == ["pl", "x-default"]


def test_a_page_about_a_network_shows_its_facts_in_the_readers_language(site: Built) -> None:
    page = Document(site.read("en/networks/rivers/"))
    assert page.text_of("h1") == "Cities of Rivers Network"
    assert page.text_of("h2", lang="pl") == "Społeczność"
    assert page.text_of("dt") == "Since"


def test_no_invisible_mark_is_left_anywhere(site: Built) -> None:
    for path in site.folder.rglob("*.*"):
        if path.suffix in (".html", ".xml", ".svg", ".css"):
            text = path.read_text(encoding="utf-8")
            assert not [letter for letter in text if 0xE0000 <= ord(letter) <= 0xE007F], path
            assert "%F3%A0" not in text, path
            assert "\\udb40" not in text, path
            assert "opencity:" not in text, path


def test_every_link_of_the_site_leads_somewhere(site: Built) -> None:
    assert faults(site.folder, ADDRESS) == []


def test_a_stub_may_have_a_title_of_its_own(tmp_path: Path) -> None:
    stub = "---\nuntranslated: true\ntitle: Contact\n---\n"
    site = build(
        write_files(
            tmp_path,
            small_site(
                changes={
                    "docs/pl/kontakt.md": POLISH,
                    "docs/en/kontakt.md": stub,
                    "docs/pl/tylko.md": "---\ntitle: T\n---\n",
                    "docs/en/tylko.md": STUB,
                }
            ),
        )
    )
    page = Document(site.read("en/kontakt/"))
    assert page.text_of("h1") == "Contact"
    assert page.text_of("title").startswith("Contact – ")


def test_which_side_is_the_original_can_be_switched_for_a_page(tmp_path: Path) -> None:
    changes = {
        "docs/pl/kontakt.md": "---\ntitle: Kontakt\n---\n\nTekst.\n",
        "docs/en/kontakt.md": "---\ntitle: Contact\noriginal: en\n---\n\nText.\n",
    }
    folder = write_files(tmp_path, small_site(city="lodz", changes=changes))
    assert check(folder) == ()
