"""Documents: the library in two languages, its order and filters, files and their sizes; where pages use documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from finished import Document as Page
from small_site import MEMBERSHIP, TODAY, build, check, lines, shown, small_site, write_files

from opencity.dates import PartialDate
from opencity.language.dates import Dates
from opencity.language.words import NBSP, load_words
from opencity.register.loader import load
from opencity.site.engine import open_engine
from opencity.site.filter_style import filter_style
from opencity.views.subjects.document_library import NO_SUBJECT, document_facets
from opencity.views.subjects.programme_page import forerunners_of, successors_of

LIBRARY = "dokumenty.md"


def document(identity: str, title: str, translation: str, **fields: str) -> dict[str, str | bytes | None]:
    """The file of one document."""
    given = {"kind": "plan", "language": "pl", "sources": "[register]", **fields}
    record = [f"id: {identity}", f"title: {{ pl: {title}, en: {translation} }}"]
    record += [f"{name}: {value}" for name, value in given.items()]
    return {f"data/documents/{identity}.yml": "\n".join(record) + "\n"}


def programme(city: str, identity: str, **fields: str) -> dict[str, str | bytes | None]:
    """The file of one programme, and the page about it."""
    record = [f"id: {identity}", "kind: programme", "sources: [register]"]
    for name in ("label", "name", "summary"):
        record.append(f"{name}: {{ pl: Program {identity}., en: Programme {identity}. }}")
    record += [f"{name}: {value}" for name, value in fields.items()]
    return {
        f"data/cities/{city}/programmes/{identity}.yml": "\n".join(record) + "\n",
        **{f"docs/{locale}/{identity}.md": f"---\nprogramme: {identity}\n---\n" for locale in ("pl", "en")},
    }


def site(folder: Path, *parts: dict[str, str | bytes | None], city: str = "katowice") -> Path:
    """A small site with a library, laid over with some records."""
    changes: dict[str, str | bytes | None] = {}
    for locale, title in (("pl", "Dokumenty"), ("en", "Documents")):
        changes[f"docs/{locale}/{LIBRARY}"] = f"---\ntitle: {title}\nrole: documents\n---\n"
    for part in parts:
        changes |= part
    return write_files(folder, small_site(city, changes))


def library(folder: Path, locale: str = "pl") -> Page:
    """The library of a site as finished HTML."""
    return Page(f"<main>{shown(folder, LIBRARY, locale)}</main>")


def page(folder: Path, path: str, locale: str = "pl") -> Page:
    """Another page of it."""
    return Page(f"<main>{shown(folder, path, locale)}</main>")


def entry(found: Page, identity: str) -> str:
    """All that the library says of one document."""
    (article,) = [part for part in found.all("article") if part.attributes["id"].partition("_")[2] == identity]
    return article.text


# --- titles and languages -----------------------------------------------------------------------------


def test_a_title_stands_in_its_own_language_with_a_translation_beneath(tmp_path: Path) -> None:
    folder = site(tmp_path, document("plan", "Plan rzeki", "A plan for the river", language="pl"))
    polish, english = library(folder), library(folder, "en")
    assert [(title.text, title.attributes.get("lang")) for title in polish.all("h3")] == [("Plan rzeki", None)]
    assert [(title.text, title.attributes.get("lang")) for title in english.all("h3")] == [("Plan rzeki", "pl")]
    assert [part.text for part in polish.all("p", class_="document-beneath")] == []
    assert [part.text for part in english.all("p", class_="document-beneath")] == ["A plan for the river"]


def test_a_title_in_a_third_language_is_marked_with_it_in_both(tmp_path: Path) -> None:
    title = "{ pl: Plan rzeki, en: A plan for the river, de: Flussplan, original: de }"
    record = f"id: plan\nkind: plan\nlanguage: de\nsources: [register]\ntitle: {title}\n"
    folder = site(tmp_path, {"data/documents/plan.yml": record})
    for locale, translation in (("pl", "Plan rzeki"), ("en", "A plan for the river")):
        found = library(folder, locale)
        assert [(title.text, title.attributes.get("lang")) for title in found.all("h3")] == [("Flussplan", "de")]
        assert found.text_of("p", class_="document-beneath") == translation


def test_a_description_in_place_of_a_title_is_in_the_readers_language_and_says_what_it_is(tmp_path: Path) -> None:
    folder = site(tmp_path, document("plan", "Uchwała o rzece", "Resolution on the river", untitled="true"))
    english = library(folder, "en")
    assert [(title.text, title.attributes.get("lang")) for title in english.all("h3")] == [
        ("Resolution on the river", None)
    ]
    assert "our description" in english.text_of("p", class_="document-beneath")


def test_every_language_of_a_document_is_named(tmp_path: Path) -> None:
    folder = site(tmp_path, document("plan", "Plan", "Plan", also_in="[en, uk]"))
    assert "języki: polski, angielski, ukraiński" in entry(library(folder), "plan")


# --- order, groups, filters -------------------------------------------------------------------------


def test_documents_stand_by_kind_and_the_newest_first_with_the_undated_last(tmp_path: Path) -> None:
    folder = site(
        tmp_path,
        document("bez-daty", "Bez daty", "Undated"),
        document("stary", "Stary", "Old", date="2012"),
        document("nowy", "Nowy", "New", date="2020-05"),
        document("uchwala", "Uchwała", "Resolution", kind="resolution", date="1990"),
    )
    found = library(folder)
    assert [heading.text for heading in found.all("h2")][:2] == ["Uchwały", "Plany"]
    assert [article.attributes["id"] for article in found.all("article")] == [
        f"dokument_{identity}" for identity in ("uchwala", "nowy", "stary", "bez-daty")
    ]


def test_documents_of_the_same_date_stand_as_the_language_sorts_them(tmp_path: Path) -> None:
    folder = site(tmp_path, document("zolty", "Żółty", "Amber"), document("ladny", "Ładny", "Pretty"))
    assert [title.text for title in library(folder).all("h3")] == ["Ładny", "Żółty"]
    assert [title.text for title in library(folder, "en").all("h3")] == ["Żółty", "Ładny"]


def test_each_entry_carries_the_classes_by_which_the_selects_find_it(tmp_path: Path) -> None:
    folder = site(
        tmp_path,
        document("plan", "Plan", "Plan", networks="[rivers]"),
        document("inny", "Inny", "Other", kind="mayors_order"),
    )
    found = library(folder)
    values = {option.attributes["value"] for option in found.all("option")} - {""}
    assert values == {"document-plan", "document-mayors-order", "network-rivers", NO_SUBJECT}
    classes = {article.attributes["id"]: article.attributes["class"].split() for article in found.all("article")}
    assert {"document-plan", "network-rivers"} < set(classes["dokument_plan"])
    assert {"document-mayors-order", NO_SUBJECT} < set(classes["dokument_inny"])
    assert found.all("option")[-1].attributes["value"] == NO_SUBJECT


def test_a_document_that_only_a_step_refers_to_is_found_under_the_network_of_the_step(tmp_path: Path) -> None:
    own = MEMBERSHIP.replace("    number: X/12/21\n", "    number: X/12/21\n    document: plan\n")
    folder = site(
        tmp_path, {"data/cities/katowice/memberships/rivers.yml": own}, document("plan", "Plan", "Plan", kind="plan")
    )
    (article,) = library(folder).all("article")
    assert "network-rivers" in article.attributes["class"].split()


def test_every_choice_of_the_selects_has_its_rule_in_the_style_sheet(tmp_path: Path) -> None:
    folder = site(tmp_path, document("plan", "Plan", "Plan"), document("karta", "Karta", "Charter", kind="charter"))
    registry = load(folder, today=TODAY).registry
    assert registry is not None
    style = filter_style(document_facets(registry))
    for option in library(folder).all("option"):
        assert option.attributes["value"] in style


def test_a_register_without_documents_says_so(tmp_path: Path) -> None:
    assert "nie ma jeszcze dokumentów" in library(site(tmp_path)).text_of("main")


# --- what is said of a document ------------------------------------------------------------------------


def test_a_disputed_number_is_told_with_the_reason_and_both_sources(tmp_path: Path) -> None:
    number = (
        "{ claims: [{ value: IV/4/90, accepted: true, sources: [register] }, { value: VI/4/90, sources: [other] }],"
        " reason: { pl: Tak mówi uchwała., en: The resolution says so. } }"
    )
    other = "other: { title: Inna, publisher: W, language: [pl], address: 'https://a.pl/', read: 2026-01-02 }\n"
    folder = site(tmp_path, document("plan", "Plan", "Plan", number=number), {"data/sources/more.yml": other})
    found = entry(library(folder), "plan")
    assert "nr IV/4/90" in found.replace(NBSP, " ")
    assert "Źródła podają też: VI/4/90. Tak mówi uchwała." in found
    assert "Inna" in library(folder).text_of("section", class_="sources")


@pytest.mark.parametrize(
    ("adopted", "said"),
    [
        ('"yes"', "Dokument przyjęto."),
        ("draft", "To projekt. Nie znaleziono aktu, który go przyjmuje."),
        ("none_found", "Nie znaleziono aktu, który przyjmuje ten dokument."),
    ],
)
def test_whether_it_was_adopted_is_said_as_far_as_it_is_known(adopted: str, said: str, tmp_path: Path) -> None:
    assert said in entry(library(site(tmp_path, document("plan", "Plan", "Plan", adopted=adopted))), "plan")


def test_a_person_is_named_once_with_all_that_they_did(tmp_path: Path) -> None:
    people = "[{ name: Anna Nowak, role: editor }, { name: Anna Nowak, role: coordination }]"
    found = library(site(tmp_path, document("plan", "Plan", "Plan", credits=people)), "en")
    assert entry(found, "plan").count("Anna Nowak") == 1
    assert "Anna Nowak (editing, coordination)" in entry(found, "plan")


def test_translations_and_successors_lead_both_ways(tmp_path: Path) -> None:
    folder = site(
        tmp_path,
        document("plan", "Plan", "Plan", date="2010"),
        document("plan-2", "Plan drugi", "Second plan", date="2020", replaces="plan"),
        document("plan-en", "Plan po angielsku", "Plan in English", language="en", translation_of="plan"),
    )
    found = library(folder)
    assert "Nowszy dokument Plan drugi" in entry(found, "plan")
    assert "Przekłady Plan po angielsku" in entry(found, "plan")
    assert "Zastępuje Plan" in entry(found, "plan-2")
    assert "Przekład dokumentu Plan" in entry(found, "plan-en")
    links = [link.attributes["href"] for link in found.all("a")]
    assert {"./#dokument_plan", "./#dokument_plan-2", "./#dokument_plan-en"} <= set(links)


def test_each_entry_has_a_link_to_itself(tmp_path: Path) -> None:
    found = library(site(tmp_path, document("plan", "Plan rzeki", "A plan for the river")))
    (link,) = found.all("a", class_="permalink")
    assert link.attributes["href"] == "#dokument_plan"
    assert "Plan rzeki" in link.attributes["aria-label"]


def test_an_editor_may_link_to_an_entry_and_learns_of_one_that_is_not_there(tmp_path: Path) -> None:
    folder = site(tmp_path, document("plan", "Plan", "Plan"))
    links = f"[a]({LIBRARY}#dokument_plan) [b]({LIBRARY}#plan)"
    write_files(folder, {"docs/pl/index.md": f"---\ntitle: Start\n---\n\n{links}\n"})
    (told,) = lines(check(folder), "en")
    assert "E-ANCHOR-LINK" in told
    assert "Did you mean “dokument_plan”?" in told


# --- files -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "polish", "english"),
    [
        (1, "1 kB", "1 kB"),
        (349_700, "350 kB", "350 kB"),
        (1_249_000, "1,2 MB", "1.2 MB"),
        (12_000_000, "12 MB", "12 MB"),
        (3_400_000_000, "3,4 GB", "3.4 GB"),
    ],
)
def test_sizes_are_told_in_the_unit_and_the_decimal_sign_of_the_language(size: int, polish: str, english: str) -> None:
    said = [load_words(locale).file_size(size).replace(NBSP, " ") for locale in ("pl", "en")]
    assert said == [polish, english]


def test_a_file_of_ours_is_linked_with_the_kind_and_size_that_it_has(tmp_path: Path) -> None:
    folder = site(
        tmp_path,
        document("plan", "Plan", "Plan", cities="[katowice]", file="{ local: plany/rzeka.pdf }"),
        {"docs/assets/plany/rzeka.pdf": b"%PDF-1.7\n".ljust(1_250_001)},
    )
    for locale, address, said in (("pl", "../assets/", "Otwórz: PDF, 1,3 MB"), ("en", "../../assets/", "1.3 MB")):
        (link,) = [link for link in library(folder, locale).all("a") if "PDF" in link.text]
        assert link.attributes["href"] == f"{address}plany/rzeka.pdf"
        assert said in link.text.replace(NBSP, " ")


def test_a_file_of_ours_is_published(tmp_path: Path) -> None:
    folder = site(
        tmp_path,
        document("plan", "Plan", "Plan", cities="[katowice]", file="{ local: rzeka.pdf }"),
        {"docs/assets/rzeka.pdf": b"%PDF-1.7\n"},
    )
    assert (build(folder).folder / "assets" / "rzeka.pdf").read_bytes() == b"%PDF-1.7\n"


def test_a_file_that_another_city_has_is_not_missed_and_not_linked(tmp_path: Path) -> None:
    other = {"data/cities/lodz/city.yml": small_site("lodz")["data/cities/lodz/city.yml"]}
    record = document("plan", "Plan", "Plan", cities="[lodz]", file="{ local: rzeka.pdf }")
    folder = site(tmp_path, {**record, **other}, city="wroclaw")
    assert lines(check(folder)) == []
    assert "Otwórz" not in entry(library(folder), "plan")


def test_a_file_elsewhere_has_the_size_that_a_source_gives_with_its_day(tmp_path: Path) -> None:
    file = "{ kind: pdf, bytes: 1250000, as_of: 2026-11-20, sources: [register] }"
    folder = site(tmp_path, document("plan", "Plan", "Plan", address="https://siec.example/plan", file=file))
    assert "PDF, 1,2 MB (stan na 20 listopada 2026 r.)" in entry(library(folder), "plan").replace(NBSP, " ")


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (None, "Otwórz: siec.example Rodzaju i wielkości pliku nie sprawdzono."),
        ("{ kind: pdf, sources: [register] }", "Otwórz: PDF Wielkości pliku nie sprawdzono."),
        ("{ kind: html, sources: [register] }", "Otwórz: strona internetowa Wielkości pliku nie sprawdzono."),
    ],
)
def test_a_size_that_nobody_has_looked_up_is_not_made_up(file: str | None, said: str, tmp_path: Path) -> None:
    given = {"file": file} if file else {}
    folder = site(tmp_path, document("plan", "Plan", "Plan", address="https://www.siec.example/plan", **given))
    found = entry(library(folder), "plan")
    assert said in found
    assert not [unit for unit in ("kB", "MB") if unit in found]


# --- where pages use documents -----------------------------------------------------------------------------


def test_a_networks_page_lists_what_is_written_on_it_and_what_the_city_stands_on(tmp_path: Path) -> None:
    own = MEMBERSHIP.replace("    number: X/12/21\n", "    number: X/12/21\n    document: uchwala\n")
    folder = site(
        tmp_path,
        {"data/cities/katowice/memberships/rivers.yml": own + "documents: [poradnik]\n"},
        {"data/cities/lodz/city.yml": small_site("lodz")["data/cities/lodz/city.yml"]},
        document("uchwala", "Uchwała", "Resolution", kind="resolution", date="2021-03-04"),
        document("poradnik", "Poradnik", "Guide", kind="guide", address="https://siec.example/p"),
        document("karta", "Karta", "Charter", kind="charter", networks="[rivers]", date="2022"),
        document("lodzka", "Łódzka", "Of Łódź", networks="[rivers]", cities="[lodz]"),
        document("inna", "Inna", "Another"),
    )
    found = page(folder, "sieci/rivers.md")
    section = found.text_of("section", class_="documents")
    assert [part.text for part in found.all("span", class_="document-title")] == ["Karta", "Uchwała", "Poradnik"]
    assert "uchwała, 4 marca 2021" in section.replace(NBSP, " ")
    assert "przewodnik, bez daty" in section
    links = [link.attributes["href"] for link in found.all("a")]
    assert {"../../dokumenty/#dokument_uchwala", "https://siec.example/p"} <= set(links)


def test_the_library_leads_back_to_the_step_that_refers_to_a_document(tmp_path: Path) -> None:
    own = MEMBERSHIP.replace("    number: X/12/21\n", "    number: X/12/21\n    document: uchwala\n")
    folder = site(
        tmp_path,
        {"data/cities/katowice/memberships/rivers.yml": own},
        document("uchwala", "Uchwała", "Resolution", kind="resolution"),
    )
    (way,) = [link for link in library(folder).all("a") if "#rivers_resolution" in link.attributes["href"]]
    assert way.attributes["href"] == "../sieci/rivers/#rivers_resolution"
    assert way.text.replace(NBSP, " ") == "Miasta Rzek: uchwała rady miasta, 4 marca 2021 r."
    assert "rivers_resolution" in page(folder, "sieci/rivers.md").ids


def test_a_document_that_is_not_in_the_readers_language_says_in_which_it_is(tmp_path: Path) -> None:
    folder = site(
        tmp_path,
        document("po-polsku", "Po polsku", "In Polish", networks="[rivers]"),
        document("w-dwoch", "W dwóch", "In two", networks="[rivers]", also_in="[en]"),
    )
    said = [part.text for part in page(folder, "sieci/rivers.md", "en").all("span", class_="document-about")]
    assert said == ["plan, undated, language: Polish", "plan, undated"]


def test_a_network_without_documents_has_no_section_for_them(tmp_path: Path) -> None:
    assert page(site(tmp_path), "sieci/rivers.md").all("section", class_="documents") == []


def test_without_a_library_the_pages_still_name_their_documents(tmp_path: Path) -> None:
    record = document("karta", "Karta", "Charter", networks="[rivers]")
    gone = {f"docs/{locale}/{LIBRARY}": None for locale in ("pl", "en")}
    found = page(site(tmp_path, {**record, **gone}), "sieci/rivers.md")
    (title,) = found.all("span", class_="document-title")
    assert title.text == "Karta"
    assert [link for link in found.all("a") if link.text == "Karta"] == []


@pytest.mark.parametrize("city", ["katowice", "wroclaw", "lodz"])
def test_a_programme_shows_what_came_before_and_after_whichever_of_the_two_says_so(city: str, tmp_path: Path) -> None:
    folder = site(
        tmp_path,
        programme(city, "potok", after="rzeka"),
        programme(city, "rzeka"),
        programme(city, "morze", before="rzeka"),
        city=city,
    )
    panel = page(folder, "rzeka.md").text_of("section", class_="panel")
    assert "Co było wcześniej Program potok." in panel
    assert "Co było potem Program morze." in panel
    assert "Co było potem Program rzeka." in page(folder, "potok.md").text_of("section", class_="panel")
    assert "Co było wcześniej Program rzeka." in page(folder, "morze.md").text_of("section", class_="panel")


def test_documents_before_and_after_a_programme_are_told_on_its_page_and_in_the_library(tmp_path: Path) -> None:
    folder = site(
        tmp_path,
        document("projekt", "Projekt", "Draft", kind="draft", date="2012"),
        document("dalej", "Dalej", "Next", kind="draft"),
        programme("katowice", "rzeka", documents_before="[projekt]", documents_after="[dalej]"),
    )
    panel = page(folder, "rzeka.md").text_of("section", class_="panel")
    assert "Co było wcześniej Projekt" in panel
    assert "Co było potem Dalej" in panel
    assert "Co było potem Program rzeka." in entry(library(folder), "projekt")
    assert "Co było wcześniej Program rzeka." in entry(library(folder), "dalej")


def test_what_a_programmes_document_replaces_came_before_and_what_replaces_it_came_after(tmp_path: Path) -> None:
    folder = site(
        tmp_path,
        document("dawny", "Dawny", "Old", date="2010"),
        document("obecny", "Obecny", "Present", date="2016", replaces="dawny", programmes="[rzeka]"),
        document("poprawka", "Poprawka", "Correction", date="2017", replaces="obecny", programmes="[rzeka]"),
        document("nowy", "Nowy", "New", date="2020", replaces="poprawka"),
        programme("katowice", "rzeka"),
    )
    panel = page(folder, "rzeka.md").text_of("section", class_="panel")
    assert "Co było wcześniej Dawny" in panel
    assert "Co było potem Nowy" in panel
    assert "Obecny" not in panel
    assert "Poprawka" not in panel


def test_a_programme_shows_its_networks_its_people_and_its_documents(tmp_path: Path) -> None:
    folder = site(
        tmp_path,
        document("projekt", "Projekt", "Draft", programmes="[rzeka]"),
        programme("katowice", "rzeka", networks="[rivers]", credits="[{ name: Anna Nowak, role: coordination }]"),
    )
    found = page(folder, "rzeka.md")
    assert "Sieci Miasta Rzek" in found.text_of("section", class_="panel")
    assert "Anna Nowak (koordynacja)" in found.text_of("main")
    assert [part.text for part in found.all("span", class_="document-title")] == ["Projekt"]


@pytest.mark.parametrize(
    ("period", "polish", "english"),
    [
        ("{ from: 2018, until: 2022 }", "2018–2022", "2018–2022"),
        ("{ from: 2016-09-14 }", "od 14 września 2016 r.", "from 14 September 2016"),
        ("{ until: 2020 }", "do 2020 r.", "until 2020"),
    ],
)
def test_a_period_with_an_open_end_is_told_as_it_is(period: str, polish: str, english: str, tmp_path: Path) -> None:
    folder = site(tmp_path, programme("katowice", "rzeka", period=period))
    for locale, said in (("pl", polish), ("en", english)):
        panel = page(folder, "rzeka.md", locale).text_of("section", class_="panel")
        assert said in panel.replace(NBSP, " ")


def test_a_period_without_ends_says_nothing() -> None:
    assert Dates(load_words("pl")).period(None, None) == ""
    assert Dates(load_words("en")).period(PartialDate(2020), PartialDate(2020)) == "2020"


def test_a_chain_of_programmes_reads_the_same_from_both_sides(tmp_path: Path) -> None:
    folder = site(tmp_path, programme("katowice", "potok", after="rzeka"), programme("katowice", "rzeka"))
    registry = open_engine(folder, today=TODAY).registry
    first, second = (registry.programmes[name].record for name in ("potok", "rzeka"))
    assert successors_of(first, registry) == (second,)
    assert forerunners_of(second, registry) == (first,)
    assert forerunners_of(first, registry) == successors_of(second, registry) == ()
