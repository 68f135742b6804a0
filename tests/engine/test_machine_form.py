"""What machines read of a page: JSON-LD, Open Graph, titles and descriptions, the picture to share."""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from finished import Document, documents
from machine_read import TERMS, Found, machine_form, meta, nodes, repeated, strange_terms
from small_site import MEMBERSHIP, NETWORK, SITE, TODAY, Built, build, small_site, write_files

from opencity.pages.page import Page
from opencity.site.engine import Engine, open_engine
from opencity.site.social_picture import HEIGHT, WIDTH, social_picture
from opencity.views.frame.page_dates import page_dates
from opencity.views.frame.sharing import shared_bars
from opencity.views.frame.structured import Described, structured_data

ADDRESS = "https://miasto-w-sieciach.pl/"
# --- a site with one of everything --------------------------------------------------------------------------

EVENT = """\
id: 2025-09-30-visit
title: { pl: Wizyta nad rzeką, en: A visit to the river }
start: 2025-09-30
end: 2025-10-02
place: { pl: 'Wrocław, ratusz', en: 'Wrocław, town hall' }
summary: { pl: Goście zobaczyli rzekę., en: Guests saw the river. }
networks: [rivers]
sources: [register]
"""
DOCUMENT = """\
id: resolution
kind: resolution
title: { pl: Uchwała o rzece, en: Resolution on the river }
language: pl
number: X/12/21
date: 2021-03-04
address: https://bip.example/uchwala
cities: [wroclaw]
sources: [register]
"""


def everything() -> dict[str, str | bytes | None]:
    pages: dict[str, str | bytes | None] = {
        "data/cities/wroclaw/events/2025-09-30-visit.yml": EVENT,
        "data/documents/resolution.yml": DOCUMENT,
        "data/networks/rivers.yml": NETWORK
        + "history:\n  - { id: start, kind: founding, date: 1999-05, sources: [register] }\n",
    }
    for locale, titles in {"pl": ("Aktualności", "Dokumenty", "O danych"), "en": ("News", "Documents", "Data")}.items():
        news, library, about = titles
        pages[f"docs/{locale}/aktualnosci/index.md"] = f"---\ntitle: {news}\nrole: news\n---\n"
        pages[f"docs/{locale}/aktualnosci/wizyta.md"] = (
            "---\nevent: 2025-09-30-visit\nauthor: Ewa Nowak\npublished: 2025-10-03\nupdated: 2025-10-05\n---\n"
        )
        pages[f"docs/{locale}/dokumenty.md"] = f"---\ntitle: {library}\nrole: documents\n---\n"
        pages[f"docs/{locale}/o-danych.md"] = f"---\ntitle: {about}\nrole: about-data\n---\n"
    return pages


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(write_files(tmp_path_factory.mktemp("site"), small_site("wroclaw", everything())))


def form(site: Built, url: str) -> Found:
    return machine_form(Document(site.read(url)))


def of_type(found: Found, kind: str) -> Found:
    (node,) = [node for node in found["@graph"] if node["@type"] == kind]
    return dict(node)


def opened(folder: Path, city: str = "katowice", changes: Mapping[str, str | bytes | None] | None = None) -> Engine:
    return open_engine(write_files(folder, small_site(city, changes)), today=TODAY)


def described(engine: Engine, path: str, locale: str = "pl") -> Found:
    """The JSON-LD of one page, as the engine makes it."""
    page: Page = engine.page(path, locale)
    context = engine.context(locale, page.url)
    found = structured_data(Described(page, "T", "D", page_dates(page, context)), context)
    return dict(json.loads(json.dumps(found)))


# --- terms and form -----------------------------------------------------------------------------------------


def test_only_terms_of_the_dated_list_are_used(built: Built) -> None:
    assert strange_terms(built.folder) == set()


def test_the_list_of_terms_says_what_it_was_taken_from_and_when() -> None:
    assert re.match(r"# schema\.org \d+\.\d+ of \d+ \w+ \d{4}", TERMS.read_text(encoding="utf-8"))


def test_a_term_that_is_not_on_the_list_is_found(tmp_path: Path) -> None:
    script = (
        '<script type="application/ld+json">{"@graph": [{"@type": "Town"}, {"@type": "Place", "mayor": "x"}]}</script>'
    )
    (tmp_path / "index.html").write_text(script, encoding="utf-8")
    assert strange_terms(tmp_path) == {"Town", "Place.mayor"}


def test_every_page_describes_itself_once_in_its_language(built: Built) -> None:
    for url, page in documents(built.folder).items():
        if url.endswith("404.html"):
            assert page.all("script") == []
            continue
        itself = machine_form(page)["@graph"]
        (node,) = [node for node in itself if node["@type"] in ("WebPage", "AboutPage")]
        assert node["@id"] == node["url"] == ADDRESS + url
        assert node["inLanguage"] == page.all("html")[0].attributes["lang"]
        assert node["description"] == meta(page)["description"]


def test_every_address_is_absolute_and_every_name_of_ours_leads_to_a_node_of_the_site(built: Built) -> None:
    named: set[str] = set()
    described_: set[str] = set()
    for url, page in documents(built.folder).items():
        for node in nodes(machine_form(page)["@graph"] if not url.endswith("404.html") else []):
            addresses = [node[key] for key in ("@id", "url", "item", "contentUrl") if key in node]
            assert all(urlsplit(address).scheme == "https" for address in addresses), url
            (named if set(node) == {"@id"} else described_).add(str(node.get("@id", "")))
    assert named - described_ == set()


def test_a_value_cannot_end_the_element_around_the_machine_form(tmp_path: Path) -> None:
    hostile = "</script><script>alert(1)</script><!--"
    page = f"---\ntitle: '{hostile}'\nlead: '{hostile}'\n---\n"
    site = build(write_files(tmp_path, small_site(changes={"docs/pl/rejestr.md": page})))
    found = Document(site.read("rejestr/"))
    assert [script.attributes.get("type") for script in found.all("script")] == ["application/ld+json"]
    assert of_type(machine_form(found), "WebPage")["name"] == hostile


# --- home and networks --------------------------------------------------------------------------------------


def test_the_site_is_about_the_city_and_is_published_by_whoever_publishes_it(built: Built) -> None:
    found = form(built, "en/")
    site, city = of_type(found, "WebSite"), of_type(found, "GovernmentOrganization")
    assert site["about"]["@id"] == city["@id"]
    assert (site["publisher"]["name"], city["name"]) == ("Publisher", "Wrocław")
    assert site["inLanguage"] == ["pl", "en"]


def test_the_city_is_a_member_since_the_date_at_the_precision_that_is_known(built: Built) -> None:
    (role,) = of_type(form(built, ""), "GovernmentOrganization")["memberOf"]
    assert (role["@type"], role["startDate"]) == ("OrganizationRole", "2022-09")
    assert role["memberOf"]["name"] == "Sieć Miast Rzek"


def test_a_network_has_its_names_and_the_date_of_its_founding(built: Built) -> None:
    network = of_type(form(built, "sieci/rivers/"), "Organization")
    assert network["name"] == "Sieć Miast Rzek"
    assert network["alternateName"] == ["Cities of Rivers Network", "Miasta Rzek", "CRN"]
    assert network["foundingDate"] == "1999-05"
    assert network["@id"] == of_type(form(built, "en/networks/rivers/"), "Organization")["@id"]


ENTRY = "effect: accedes\n    tie: member\n    date: 2022-09\n"
INFERRED = "    inferred: { reason: { pl: Bo tak wynika., en: It follows. } }\n"
UNCERTAIN = {
    "inferred": (ENTRY, ENTRY + INFERRED),
    "a signature": (ENTRY, ENTRY.replace("member", "signatory")),
    "former": (
        "    text: { pl: Sieć przyjmuje miasto., en: The network admits the city. }\n    sources: [register]\n",
        "    sources: [register]\n  - { id: left, kind: left, effect: ends, date: 2024, sources: [register] }\n",
    ),
    "out since": (
        "acts:\n",
        "gaps:\n  - id: gap\n    after: admission\n    text: { pl: Brak na liście., en: Not on the list. }\n"
        f"    sources: [register]\n{INFERRED}acts:\n",
    ),
}
"""What keeps a membership out of the machine form, as a change to the record."""


@pytest.mark.parametrize("change", UNCERTAIN.values(), ids=UNCERTAIN)
def test_a_membership_that_no_source_states_is_left_out(change: tuple[str, str], tmp_path: Path) -> None:
    membership = MEMBERSHIP.replace(*change)
    assert membership != MEMBERSHIP
    engine = opened(tmp_path, "lodz", {"data/cities/lodz/memberships/rivers.yml": membership})
    assert "memberOf" not in of_type(described(engine, "index.md"), "GovernmentOrganization")
    assert not [node for node in nodes(described(engine, "sieci/rivers.md")) if "memberOf" in node]


DISPUTE = """\
    date:
      claims:
        - { value: 2022-09, sources: [register], accepted: true }
        - { value: 2021, sources: [register] }
      reason: { pl: Bliżej zdarzenia., en: Nearer to what happened. }
"""


@pytest.mark.parametrize(
    "date", [DISPUTE, "    date: { not_before: 2022-01, not_after: 2022-12 }\n"], ids=["disputed", "bounds"]
)
def test_a_date_that_is_not_certain_is_left_out_and_the_membership_stays(date: str, tmp_path: Path) -> None:
    membership = MEMBERSHIP.replace("    date: 2022-09\n", date)
    engine = opened(tmp_path, "zakopane", {"data/cities/zakopane/memberships/rivers.yml": membership})
    (role,) = of_type(described(engine, "index.md"), "GovernmentOrganization")["memberOf"]
    assert "startDate" not in role
    assert '2021"' not in json.dumps(described(engine, "sieci/rivers.md"))


def test_a_founding_that_is_inferred_is_left_out(tmp_path: Path) -> None:
    founding = f"history:\n  - id: start\n    kind: founding\n    date: 1999\n    sources: [register]\n{INFERRED}"
    engine = opened(tmp_path, changes={"data/networks/rivers.yml": NETWORK + founding})
    assert "foundingDate" not in of_type(described(engine, "sieci/rivers.md"), "Organization")


@pytest.mark.parametrize(("kind", "kind_of_thing"), [("charter", "CreativeWork"), ("title", "Thing")])
def test_a_charter_or_title_is_no_organisation(kind: str, kind_of_thing: str, tmp_path: Path) -> None:
    network = NETWORK.replace("kind: network", f"kind: {kind}")
    engine = opened(tmp_path, changes={"data/networks/rivers.yml": network})
    assert of_type(described(engine, "sieci/rivers.md"), kind_of_thing)["name"] == "Sieć Miast Rzek"


def test_a_city_without_memberships_is_a_member_of_nothing(tmp_path: Path) -> None:
    changes = {f"docs/{locale}/sieci/rivers.md": None for locale in ("pl", "en")}
    engine = opened(tmp_path, changes={**changes, "data/cities/katowice/memberships/rivers.yml": None})
    assert "memberOf" not in of_type(described(engine, "index.md"), "GovernmentOrganization")


# --- articles, documents, data ------------------------------------------------------------------------------


def test_an_article_tells_of_an_event_with_its_days_and_its_place(built: Built) -> None:
    found = form(built, "aktualnosci/wizyta/")
    event, article = of_type(found, "Event"), of_type(found, "Article")
    assert (event["startDate"], event["endDate"]) == ("2025-09-30", "2025-10-02")
    assert event["location"] == {"@type": "Place", "name": "Wrocław, ratusz"}
    assert article["about"] == {"@id": event["@id"]}
    assert (article["datePublished"], article["dateModified"]) == ("2025-10-03", "2025-10-05")
    assert (article["author"], article["publisher"]["name"]) == ("Ewa Nowak", "Wydawca")
    assert {"organizer", "eventStatus"}.isdisjoint(event)


@pytest.mark.parametrize("doubt", ["planned_only: true\n", INFERRED.removeprefix("    ")])
def test_an_event_that_may_not_have_happened_is_no_event_for_machines(doubt: str, tmp_path: Path) -> None:
    changes = everything() | {"data/cities/wroclaw/events/2025-09-30-visit.yml": EVENT + doubt}
    found = described(opened(tmp_path, "wroclaw", changes), "aktualnosci/wizyta.md")
    assert {node["@type"] for node in found["@graph"]} == {"WebPage", "BreadcrumbList", "Article"}


def test_the_way_back_from_an_article_leads_over_the_news(built: Built) -> None:
    (trail,) = Document(built.read("en/aktualnosci/wizyta/")).all("nav", class_="breadcrumbs")
    assert trail.text == "Home News"
    items = of_type(form(built, "en/aktualnosci/wizyta/"), "BreadcrumbList")["itemListElement"]
    assert [(item["position"], item["name"], item["item"]) for item in items] == [
        (1, "Home", f"{ADDRESS}en/"),
        (2, "News", f"{ADDRESS}en/aktualnosci/"),
        (3, "A visit to the river", f"{ADDRESS}en/aktualnosci/wizyta/"),
    ]


def test_a_resolution_is_legislation_with_its_number_and_date(built: Built) -> None:
    (document,) = of_type(form(built, "en/dokumenty/"), "WebPage")["hasPart"]
    assert document == {
        "@type": "Legislation",
        "name": "Uchwała o rzece",
        "alternateName": "Resolution on the river",
        "inLanguage": "pl",
        "legislationIdentifier": "X/12/21",
        "legislationDate": "2021-03-04",
        "url": "https://bip.example/uchwala",
    }


def test_the_register_is_a_data_set_with_its_licence_and_time(built: Built) -> None:
    data = of_type(form(built, "o-danych/"), "Dataset")
    assert data["name"] == "Do czego należy Wrocław"
    assert data["license"] == {"@type": "CreativeWork", "name": "CC BY 4.0"}
    assert data["temporalCoverage"] == "2021-03-04/.."
    assert "distribution" not in data


# --- titles, descriptions, sharing --------------------------------------------------------------------------


def test_every_page_has_a_title_and_a_description_of_its_own(built: Built) -> None:
    assert repeated(built.folder) == []


def test_a_shared_page_shows_its_title_its_picture_and_its_language(built: Built) -> None:
    for url, page in documents(built.folder).items():
        tags = meta(page)
        if url.endswith("404.html"):
            assert not [name for name in tags if name.startswith("og:")]
            continue
        assert tags["og:url"] == ADDRESS + url
        assert tags["og:description"] == tags["description"]
        assert tags["og:type"] == ("article" if "wizyta" in url else "website")
        locales = (tags["og:locale"], tags["og:locale:alternate"])
        assert locales == (("en_GB", "pl_PL") if url.startswith("en/") else ("pl_PL", "en_GB"))
        assert (built.folder / tags["og:image"].removeprefix(ADDRESS)).is_file()
        assert tags["twitter:card"] == "summary_large_image"
    assert meta(Document(built.read("aktualnosci/wizyta/")))["article:published_time"] == "2025-10-03"


def test_the_picture_is_told_in_words_of_the_page_from_the_register(built: Built) -> None:
    polish, english = (meta(Document(built.read(url)))["og:image:alt"] for url in ("", "en/"))
    assert (polish, english) == (
        "Wrocław: paski na osi czasu pokazują członkostwa w sieciach i związkach miast. Od góry: Miasta Rzek.",
        "Wrocław: bars on a time axis show memberships of networks and associations of cities. "
        "From the top: Cities of Rivers.",
    )


def pixels(png: bytes) -> list[bytes]:
    """The rows of an unfiltered picture of eight bits a channel."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    found, at = {}, 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + content)
        found[kind] = content
        at += 12 + length
    width, height = struct.unpack(">II", found[b"IHDR"][:8])
    data = zlib.decompress(found[b"IDAT"])
    size = 1 + width * 3
    assert (width, height, len(data)) == (WIDTH, HEIGHT, size * height)
    return [data[row * size + 1 : (row + 1) * size] for row in range(height)]


def test_the_picture_is_drawn_in_the_city_s_colour_and_is_the_same_every_time(tmp_path: Path) -> None:
    engine = opened(tmp_path)
    bars = shared_bars(engine.context("pl"))
    picture = social_picture(bars, "#8a1538")
    assert picture == social_picture(bars, "#8a1538")
    rows = pixels(picture)
    assert rows[0][:3] == b"\x8a\x15\x38"
    middle = rows[(120 + 516) // 2]
    shades = [middle[at : at + 3] for at in range(0, len(middle), 3)]
    assert shades[0] == b"\xfc\xfb\xf8"
    assert shades.count(b"\x8a\x15\x38") > 500  # one bar, from 2022 on an axis that begins in 2020


def test_a_city_without_memberships_has_a_picture_too(tmp_path: Path) -> None:
    changes: dict[str, str | bytes | None] = {f"docs/{locale}/sieci/rivers.md": None for locale in ("pl", "en")}
    engine = opened(tmp_path, "lodz", {**changes, "data/cities/lodz/memberships/rivers.yml": None})
    assert len(pixels(social_picture(shared_bars(engine.context("pl")), "#12508f"))) == HEIGHT
    assert engine.picture_words["pl"] == "Łódź: pusta oś czasu, bo w rejestrze nie ma jeszcze żadnej sieci."


def test_a_page_without_words_of_its_own_is_described_by_its_title_and_the_site(tmp_path: Path) -> None:
    settings = SITE.format(city="katowice").replace("Krótki opis", "Sieci i daty.")
    site = build(write_files(tmp_path, small_site(changes={"data/site.yml": settings})))
    texts = [meta(Document(site.read(url)))["description"] for url in ("", "rejestr/")]
    assert texts == ["Sieci i daty.", "Rejestr. Sieci i daty."]
