"""What readers are told of a translation that is older than its original, and what the page on translations shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from finished import Document, faults
from small_site import MEMBERSHIP, NETWORK, SITE, build, check, shown, small_site, stamped, write_files

from opencity.cli import main

RIVERS = "data/networks/rivers.yml"
PATH = "data/cities/lodz/memberships/rivers.yml"
PAGES = {
    "docs/pl/kontakt.md": "---\ntitle: Kontakt\n---\n\nTekst.\n",
    "docs/en/kontakt.md": "---\ntitle: Contact\n---\n\nText.\n",
    "docs/pl/tlumaczenia.md": "---\ntitle: Tłumaczenia\nrole: translations\nplace: foot\n---\n",
    "docs/en/tlumaczenia.md": "---\ntitle: Translations\nrole: translations\nplace: foot\n---\n",
}
OUTDATED = "The original of this page has changed since it was translated."
FACTS = "Some facts on this page have changed in the original since they were translated."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site on which everything is translated and stamped."""
    return stamped(write_files(tmp_path, small_site(city="lodz", changes=PAGES)))


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def notice(folder: Path, path: str, locale: str = "en") -> str:
    """The notice above a page; empty where there is none."""
    found = Document(shown(folder, path, locale)).all("p", class_="translation-notice")
    return found[0].text if found else ""


def test_a_page_in_force_has_no_notice(folder: Path) -> None:
    assert {notice(folder, path, locale) for path in ("kontakt.md", "index.md") for locale in ("pl", "en")} == {""}


def test_an_outdated_page_says_so_and_leads_to_the_newer_one(folder: Path) -> None:
    write(folder, "docs/pl/kontakt.md", "---\ntitle: Kontakt\n---\n\nNowy tekst.\n")
    assert notice(folder, "kontakt.md") == f"{OUTDATED} Aktualna wersja po polsku"
    page = Document(shown(folder, "kontakt.md", "en"))
    (link,) = page.all("a", hreflang="pl")
    assert link.attributes == {"href": "../../kontakt/", "lang": "pl", "hreflang": "pl"}
    assert notice(folder, "kontakt.md", "pl") == ""
    assert notice(folder, "index.md") == ""


def test_the_notice_goes_when_the_page_has_been_reviewed(folder: Path) -> None:
    write(folder, "docs/pl/kontakt.md", "---\ntitle: Kontakt\n---\n\nNowy tekst.\n")
    assert main(["stamp", "docs/en/kontakt.md", "--root", str(folder)]) == 0
    assert notice(folder, "kontakt.md") == ""


def test_where_english_is_the_original_the_polish_page_has_the_notice(folder: Path) -> None:
    english = "---\ntitle: Contact\noriginal: en\n---\n\nText.\n"
    write(folder, "docs/en/kontakt.md", english)
    stamped(folder)
    write(folder, "docs/en/kontakt.md", english.replace("Text", "New text"))
    said = "Oryginał tej strony zmieniono już po jej przetłumaczeniu. Current version in English"
    assert (notice(folder, "kontakt.md", "pl"), notice(folder, "kontakt.md", "en")) == (said, "")


def test_a_page_that_shows_outdated_facts_says_so_and_no_other(folder: Path) -> None:
    write(folder, PATH, MEMBERSHIP.replace("Sieć przyjmuje miasto.", "Sieć przyjęła miasto."))
    assert notice(folder, "sieci/rivers.md") == f"{FACTS} Aktualna wersja po polsku"
    assert notice(folder, "sieci/rivers.md", "pl") == ""
    assert notice(folder, "kontakt.md") == ""


def test_facts_above_the_prose_count_too(folder: Path) -> None:
    write(folder, RIVERS, NETWORK.replace("Sieć miast nad rzekami.", "Związek miast nad rzekami."))
    assert notice(folder, "sieci/rivers.md").startswith(FACTS)  # its summary is the lead


LEAD = NETWORK.replace(", en: A network of cities on rivers.", "")
PANEL = NETWORK + "seats: [{ place: { pl: Bruksela }, sources: [register] }]\n"


@pytest.mark.parametrize("network", [LEAD, PANEL], ids=["in the lead", "in the panel"])
def test_facts_that_wait_for_their_translation_count_wherever_they_stand(folder: Path, network: str) -> None:
    write(folder, RIVERS, network)
    assert notice(folder, "sieci/rivers.md").startswith("Some facts on this page have not been translated yet.")
    assert notice(folder, "sieci/rivers.md", "pl") == ""


def test_words_inside_other_words_are_not_those(folder: Path) -> None:
    event = "id: 2024-05-12-fair\ntitle: { pl: Targi, en: %s }\nstart: 2024-05-12\nsources: [register]\n"
    for words, said in (("Cities of River", ""), ("Cities of Rivers", f"{FACTS} Aktualna wersja po polsku")):
        write_files(folder, {"data/events/2024-05-12-fair.yml": event % words})
        stamped(folder)
        write(folder, "data/events/2024-05-12-fair.yml", event.replace("Targi", "Jarmark") % words)
        assert notice(folder, "rejestr.md") == said  # it shows the network "Cities of Rivers"
        write(folder, "data/events/2024-05-12-fair.yml", event % words)


def test_a_finished_site_has_the_notice_and_every_link_leads_somewhere(folder: Path) -> None:
    write(folder, "docs/pl/kontakt.md", "---\ntitle: Kontakt\n---\n\nNowy tekst.\n")
    (folder / "overrides").unlink(missing_ok=True)
    site = build(folder)
    assert OUTDATED in site.read("en/kontakt/")
    assert OUTDATED not in site.read("en/")
    assert faults(site.folder, "https://miasto-w-sieciach.pl/") == []


# --- the page on translations -----------------------------------------------------------------------------


def page(folder: Path, locale: str = "en") -> Document:
    return Document(shown(folder, "tlumaczenia.md", locale))


def test_where_all_is_well_the_page_says_so_with_the_day(folder: Path) -> None:
    texts = [element.text for element in page(folder).all("p")]
    assert "As of 20 November 2026. Everything is translated and up to date." in texts
    assert page(folder).all("h3") == []
    assert [element.text for element in page(folder).all("h2")][:1] == ["Language: English"]
    assert "Stan na 20 listopada 2026 r. Wszystko jest przetłumaczone i aktualne." in [
        element.text for element in page(folder, "pl").all("p")
    ]


def test_the_page_lists_by_state_with_ways_to_both_versions_and_to_the_file(folder: Path) -> None:
    write(folder, "docs/pl/kontakt.md", "---\ntitle: Kontakt\n---\n\nNowy tekst.\n")
    write(folder, RIVERS, NETWORK.replace("Sieć miast nad rzekami.", "Związek miast nad rzekami."))
    write(folder, "docs/pl/nowa.md", "---\ntitle: Nowa\n---\n")
    write(folder, "docs/en/nowa.md", "---\nuntranslated: true\n---\n")
    write(folder, "data/site.yml", SITE.format(city="lodz") + "repository: https://github.com/miasto/strona\n")
    found = page(folder)
    assert [element.text for element in found.all("h3")] == ["Older than the original", "Not translated yet"]
    assert [element.text for element in found.all("ul", class_="translation-list")] == [
        f"Contact · Polish · English · docs/en/kontakt.md {RIVERS} · texts: 1 (summary)",
        "Nowa · Polish · docs/en/nowa.md",
    ]
    links = {link.text: link.attributes["href"] for link in found.all("a")}
    assert links["docs/en/kontakt.md"] == "https://github.com/miasto/strona/blob/HEAD/docs/en/kontakt.md"
    assert (links["English"], links["Polish"]) == ("../kontakt/", "../../nowa/")
    assert any("This is not an error." in element.text for element in found.all("p"))


def test_without_a_repository_a_file_is_its_path(folder: Path) -> None:
    write(folder, "docs/pl/kontakt.md", "---\ntitle: Kontakt\n---\n\nNowy tekst.\n")
    assert [code.text for code in page(folder).all("code")] == ["docs/en/kontakt.md"]
    assert not [link for link in page(folder).all("a") if "blob" in link.attributes["href"]]


def test_the_page_about_translations_has_no_notice_of_the_titles_it_lists(folder: Path) -> None:
    write(folder, "docs/pl/nowa.md", "---\ntitle: Nowa\n---\n")
    write(folder, "docs/en/nowa.md", "---\nuntranslated: true\n---\n")
    assert page(folder).all("span", lang="pl")[0].text == "Nowa"
    assert notice(folder, "tlumaczenia.md") == ""
    assert [problem.code for problem in check(folder)] == ["W-UNTRANSLATED"]
