"""This site's own content: what a reader of Kraków's pages must find, and what must not be there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest
from finished import Document, documents, faults
from machine_read import machine_form, repeated, strange_terms
from small_site import ROOT, TODAY, Built, build

from opencity.language.typography import set_text
from opencity.language.words import load_words
from opencity.pages.anchors import record_anchor
from opencity.pages.links import anchors_of
from opencity.register.loader import load
from opencity.register.models import Network, Record, Text, Tie
from opencity.register.models.claims import Sourced
from opencity.register.models.numbers import Dated
from opencity.register.registry import Registry
from opencity.register.standing import standing
from opencity.site.engine import check_content

ADDRESS = "https://otwarte-miasto.example/"


@pytest.fixture(scope="module")
def registry() -> Registry:
    found = load(ROOT, today=TODAY).registry
    assert found is not None
    return found


def page(site: Built, url: str) -> Document:
    return Document(site.read(url))


def test_the_content_has_no_errors() -> None:
    assert [problem for problem in check_content(ROOT, today=TODAY).problems if problem.is_error] == []


def test_every_link_anchor_and_file_of_the_finished_site_resolves(site: Built) -> None:
    assert faults(site.folder, ADDRESS) == []


def test_each_page_exists_in_both_languages_at_its_own_address(site: Built) -> None:
    urls = site.urls()
    assert {"sieci/icc", "en/networks/icc", "rejestr", "en/register", "programy/otwarty-krakow"} <= set(urls)
    polish = [url for url in urls if url != "en" and not url.startswith("en/")]
    assert len(urls) == 2 * len(polish)


def test_alternates_name_one_another_and_the_site_map_says_the_same(site: Built) -> None:
    named: dict[str, dict[str, str]] = {}
    for url in site.urls():
        found = page(site, f"{url}/".removeprefix("./"))
        (canonical,) = found.all("link", rel="canonical")
        links = found.all("link", rel="alternate")
        named[canonical.attributes["href"]] = {each.attributes["hreflang"]: each.attributes["href"] for each in links}
    for address, twins in named.items():
        assert set(twins) == {"pl", "en", "x-default"}
        assert address in (twins["pl"], twins["en"])
        assert all(named[other] == twins for other in twins.values())
    listed = re.findall(r"<loc>([^<]+)</loc>", site.read("sitemap.xml"))
    assert sorted(listed) == sorted(named)


def test_the_map_of_pages_knows_the_anchors_that_the_finished_pages_have(site: Built) -> None:
    checked = check_content(ROOT, today=TODAY)
    assert checked.pages is not None
    assert checked.registry is not None
    for known in checked.pages:
        finished = set(page(site, known.url).ids)
        assert {heading.anchor for heading in checked.pages.headings(known)} <= finished, known.url
        acts = {anchor for anchor in anchors_of(known, checked.pages, checked.registry) if "_" in anchor}
        assert acts <= finished, known.url


def test_the_register_lists_the_eight_ties_in_polish_order(site: Built) -> None:
    rows = [cell.text for cell in page(site, "rejestr/").all("th", scope="row")]
    assert rows == [
        "Eurocities",
        "FemCities",
        "Karta Równości",
        "Miasta Kreatywne UNESCO UCCN",
        "Miasta Międzykulturowe ICC",
        "Miasta przeciwko Rasizmowi ECCAR",
        "Miasta Schronienia ICORN",
        "Unia Metropolii Polskich UMP",
    ]


@pytest.mark.parametrize(
    ("network", "since", "tie"),
    [
        ("icc", "2020-12-18", Tie.MEMBER),
        ("femcities", "2022-09", Tie.MEMBER),
        ("icorn", "2011", Tie.MEMBER),
        ("cemr-charter", "2020-11-16", Tie.SIGNATORY),
        ("eccar", "2024-09-25", Tie.MEMBER),
        ("eurocities", "2025-10-15", Tie.MEMBER),
        ("ump", "1990-10-11", Tie.FOUNDER),
        ("unesco-creative-cities", "2013-10-21", Tie.TITLE_HOLDER),
    ],
)
def test_krakow_stands_as_the_sources_say(registry: Registry, network: str, since: str, tie: Tie) -> None:
    membership = registry.membership("krakow", network)
    assert membership is not None
    now = standing(membership)
    assert now.since is not None
    assert (str(now.since.value.first), now.tie) == (since, tie)


@pytest.mark.parametrize(
    ("network", "number"),
    [("icorn", "XVI/171/11"), ("eccar", "CXXIX/3569/24"), ("eurocities", "XXXIII/658/25")],
)
def test_the_resolution_that_made_krakow_join_is_named(registry: Registry, network: str, number: str) -> None:
    membership = registry.membership("krakow", network)
    assert membership is not None
    assert [act.number.value for act in standing(membership).legal_basis if act.number] == [number]


def test_the_date_that_sources_dispute_is_shown_with_the_reason(site: Built) -> None:
    text = page(site, "sieci/icc/").text_of("section", class_="panel")
    assert "18 grudnia 2020" in text
    assert "Źródła podają też: 2022." in text


def test_the_gap_in_eurocities_is_marked_as_inferred_and_nobody_is_said_to_have_left(site: Built) -> None:
    polish, english = (
        page(site, "sieci/eurocities/").text_of("main"),
        page(site, "en/networks/eurocities/").text_of("main"),
    )
    assert "To nasz wniosek, nie cytat ze źródła." in polish
    assert "IV/47/90" in polish
    assert not re.search(r"readmitt|rejoin", english)


def test_every_document_is_in_the_library_in_both_languages(site: Built, registry: Registry) -> None:
    for locale, url in (("pl", "dokumenty/"), ("en", "en/documents/")):
        found = page(site, url)
        entries = {entry.attributes["id"] for entry in found.all("article", class_="document")}
        assert entries == {record_anchor("document", document, load_words(locale)) for document in registry.documents}
        titles = {heading.text.replace("\u00a0", " ") for heading in found.all("h3")}
        for item in registry.documents.values():
            spoken = locale if item.record.untitled else item.record.language
            assert set_text(item.record.title.in_(spoken), spoken).replace("\u00a0", " ") in titles, item.id


def test_the_disputed_number_of_a_resolution_is_told_in_the_library(site: Built) -> None:
    text = page(site, "dokumenty/").text_of("article", id="dokument_uchwala-iv-47-90")
    assert "IV/47/90" in text
    assert "Źródła podają też: VI/47/90." in text


def test_every_step_that_has_a_document_leads_to_it_and_back(site: Built, registry: Registry) -> None:
    library = page(site, "dokumenty/")
    ways = [link.attributes["href"] for link in library.all("a")]
    told = 0
    for membership in registry.memberships_of("krakow"):
        for act in membership.acts:
            if act.document:
                assert f"../sieci/{membership.network}/#{membership.network}_{act.id}" in ways
                links = [link.attributes["href"] for link in page(site, f"sieci/{membership.network}/").all("a")]
                assert f"../../dokumenty/#dokument_{act.document}" in links
                told += 1
    assert told >= 7


def test_open_krakow_names_what_came_before_and_after(site: Built) -> None:
    panel = page(site, "programy/otwarty-krakow/").text_of("section", class_="panel")
    assert "Co było wcześniej Projekt Strategii zapobiegania" in panel
    assert "Co było potem Projekt Programu Otwarty Kraków na lata 2024–2028" in panel.replace("\u00a0", " ")


def test_no_document_is_given_a_size_that_no_source_states(site: Built) -> None:
    for url in ("dokumenty/", "en/documents/"):
        assert not re.search(r"\d\s?[kM]B\b", page(site, url).text_of("main"))


def test_five_of_seven_actions_are_listed_and_two_are_said_to_be_unknown(site: Built) -> None:
    text = page(site, "programy/otwarty-krakow/").text_of("main")
    assert "2 z 7 nie ma w źródłach" in text


def test_every_project_has_one_entry_with_its_notice_on_the_page_of_projects(site: Built, registry: Registry) -> None:
    for url, prefix in (("projekty/", "projekt_"), ("en/projects/", "project_")):
        entries = page(site, url).all("div", class_="notice")
        found = [entry.attributes["id"].removeprefix(prefix) for entry in entries]
        assert sorted(found) == sorted(registry.projects)
        assert len(page(site, url).all("div", class_="statement")) == len(found)


def test_every_fund_shows_what_it_wants_shown_or_that_nobody_read_it(site: Built, registry: Registry) -> None:
    for url in ("projekty/", "en/projects/"):
        funds = page(site, url).all("div", class_="fund")
        assert len(funds) == len(registry.funds)
        assert all("Co trzeba pokazać" in fund.text or "What must be shown" in fund.text for fund in funds)


@pytest.mark.parametrize(
    ("project", "tense", "clause"),
    [
        ("miejski-system-informacyjny-fami", "jest współfinansowany", True),
        ("lokalne-miedzysektorowe-polityki-eog", "korzystał z dofinansowania", False),
        ("lokalne-polityki-migracyjne-efi", "był współfinansowany", True),
        ("lokalne-miedzysektorowe-polityki-efi", "był współfinansowany", True),
        ("warszawskie-centrum-wielokulturowe-efi", "był współfinansowany", True),
        ("lokalne-miedzysektorowe-polityki-sppw", "korzystał z dofinansowania", False),
    ],
)
def test_each_of_the_six_notices_has_the_tense_and_the_clause_of_its_source(
    project: str, tense: str, clause: bool, site: Built
) -> None:
    text = page(site, "projekty/").text_of("div", id=f"projekt_{project}")
    assert tense in text
    assert ("Komisja Europejska" in text) == clause


def test_the_flag_of_the_union_stands_only_with_the_fund_whose_rule_was_read(site: Built) -> None:
    entries = page(site, "projekty/")
    assert len(entries.all("svg", class_="emblem")) == 2
    assert len([text for text in entries.all("div", class_="beside-emblem") if "Bezpieczna przystań" in text.text]) == 2


def test_no_sentence_of_a_project_stands_twice_on_the_page_of_projects(site: Built) -> None:
    for url in ("projekty/", "en/projects/"):
        entries = page(site, url).all("div", class_="notice")
        notes = [note.text for note in page(site, url).all("li") if note.text.endswith(".")]
        assert len(notes) == len(set(notes))
        assert all("To nie jest projekt" not in entry.text for entry in entries)


def test_every_page_that_names_a_project_carries_a_notice(site: Built, registry: Registry) -> None:
    """Kraków's campaign with Lublin on the page of ICC, its two forerunners on that of Otwarty Kraków."""
    for url, projects in (
        ("sieci/icc/", {"kampania-przeciw-mowie-nienawisci-icc"}),
        ("en/networks/icc/", {"kampania-przeciw-mowie-nienawisci-icc"}),
        (
            "programy/otwarty-krakow/",
            {"krakow-przeciwko-rasizmowi-batory", "przeciwko-rasizmowi-i-ksenofobii-trust"},
        ),
    ):
        found = page(site, url).all("div", class_="notice")
        assert {entry.attributes["id"].partition("_")[2] for entry in found} == projects
    for url, document in documents(site.folder).items():
        locale = "en" if url.startswith("en/") else "pl"
        noticed = {entry.attributes["id"].partition("_")[2] for entry in document.all("div", class_="notice")}
        text = document.text_of("main") if document.all("main") else ""
        for item in registry.projects.values():
            name = " ".join(item.record.name.in_(locale).split())
            same = {other.id for other in registry.projects.values() if other.record.name == item.record.name}
            cited = document.text_of("section", class_="sources") if document.all("section", class_="sources") else ""
            if text.count(name) > cited.count(name):
                assert noticed & same, (url, name)


def test_every_page_says_once_that_it_is_an_independent_demonstration(site: Built) -> None:
    for url, document in documents(site.folder).items():
        said = document.text_of("body").count(
            "an independent demonstration built" if url.startswith("en/") else "niezależna strona pokazowa zbudowana"
        )
        assert said == 1, url


def test_a_number_is_never_printed_without_its_date(site: Built) -> None:
    for url in ("sieci/", "en/networks/"):
        for path in (site.folder / url).rglob("index.html"):
            document = Document(path.read_text(encoding="utf-8"))
            for entry in document.all("dd") + document.all("li"):
                if re.match(
                    r"(?:(?:ponad|prawie|około|more than|nearly|about) )?[\d ,]+ (?:miast|cities|kraj|countr)",
                    entry.text,
                ):
                    assert re.search(r"stan |as of", entry.text), (path, entry.text)


def test_people_at_risk_are_not_named(registry: Registry) -> None:
    """Residents of ICORN appear as numbers only: no role, person or credit of a resident is in the register."""
    membership = registry.membership("krakow", "icorn")
    assert membership is not None
    offices = [role.office.in_("en").casefold() for role in (*membership.roles, *membership.operators)]
    assert not [office for office in offices if office.startswith("resident")]


def test_the_same_sources_build_under_properdocs_with_the_same_pages(
    site: Built, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("properdocs")
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    other = build(folder, "properdocs")
    assert other.urls() == site.urls()
    mine, theirs = documents(site.folder), documents(other.folder)
    assert {url: page.text_of("body") for url, page in theirs.items()} == {
        url: page.text_of("body") for url, page in mine.items()
    }


UNPRINTED = frozenset({"members", "authorities", "areas"})
"""What the register keeps of a network and no page of its own prints."""


def inferred_reasons(fact: object) -> Iterator[Text]:
    """The reason of everything inferred that a record prints: a number of unknown date is not printed."""
    if isinstance(fact, Dated) and not fact.as_of.is_known:
        return
    if isinstance(fact, Sourced) and fact.inferred:
        yield fact.inferred.reason
    if isinstance(fact, Record):
        for name in type(fact).model_fields:
            if not (isinstance(fact, Network) and name in UNPRINTED):
                yield from inferred_reasons(getattr(fact, name))
    elif isinstance(fact, tuple):
        for part in fact:
            yield from inferred_reasons(part)


def test_every_inference_about_a_membership_says_so_and_why_on_its_page(site: Built, registry: Registry) -> None:
    pages = {"pl": "sieci/{}/", "en": "en/networks/{}/"}
    told = 0
    for membership in registry.memberships_of("krakow"):
        network = registry.networks[membership.network].record
        reasons = [*inferred_reasons(membership), *inferred_reasons(network)]
        for locale, url in pages.items():
            text = page(site, url.format(network.id)).text_of("main")
            said = load_words(locale)
            for reason in reasons:
                note = said("inferred.note", reason=reason.in_(locale))
                assert set_text(note, locale).replace("\u00a0", " ") in text.replace("\u00a0", " "), url
                told += 1
    assert told >= 12


def test_polish_cities_stand_side_by_side_in_polish_order(site: Built) -> None:
    cities = page(site, "miasta/")
    assert [head.text for head in cities.all("th", scope="col")] == [
        "Miasto", "ECCAR", "Eurocities", "FemCities", "ICC", "ICORN", "Karta Równości", "UCCN", "UMP",
    ]  # fmt: skip
    rows = [head.text for head in cities.all("th", scope="row")]
    assert rows[rows.index("Lublin") : rows.index("Lublin") + 3] == ["Lublin", "Łódź", "Nysa"]
    assert (rows[0], rows[-1], len(rows)) == ("Białystok", "Wrocław", 18)
    note = cities.text_of("p", class_="list-note")
    assert "Bielsko-Biała i Zakopane. Pełne listy, na których ich nie ma: UMP" in note


@pytest.mark.parametrize(
    ("city", "network", "state", "words"),
    [
        ("krakow", "icc", "dated", "18 grudnia 2020 r."),
        ("wroclaw", "icc", "dated", "grudzień 2021"),
        ("lublin", "icc", "dated", "2008"),
        ("lublin", "eccar", "proposed", "propozycja"),
        ("lublin", "eurocities", "dated", "na początku: członkostwo stowarzyszone"),
        ("oswiecim", "eccar", "undated", "bez daty"),
        ("katowice", "icorn", "inferred", "nasz wniosek"),
        ("szczecin", "eurocities", "unclear", "niejasne"),
        ("gdynia", "ump", "no", "stan na 2019 r."),
        ("wroclaw", "cemr-charter", "unknown", "brak informacji"),
        ("krakow", "ump", "dated", "członkostwo założycielskie"),
    ],
)
def test_a_cell_of_the_table_of_cities(site: Built, city: str, network: str, state: str, words: str) -> None:
    (cell,) = page(site, "miasta/").all("td", id=f"{city}_{network}")
    assert cell.attributes["class"] == f"state state-{state}"
    assert words in cell.text.replace("\u00a0", " ")


def test_network_pages_list_polish_cities_by_date(site: Built) -> None:
    order = {"en/networks/icc/": ["1st", "144th", "3rd"], "en/networks/eccar/": []}
    for url, starts in order.items():
        told = [
            cell.text for cell in page(site, url).all("td") if cell.attributes.get("data-label") == "Order of joining"
        ]
        assert [text.split()[0] for text in told] == starts
    ump = page(site, "sieci/ump/")
    assert "Ta lista jest pełna (stan na 2019 r.)." in ump.text_of("p", class_="list-note")
    assert "Lublin, październik 2024" in page(site, "sieci/eccar/").text_of("ul", class_="dated")


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("sieci/icc/", ["Kanada", "Litwa", "Australia", "Izrael", "Japonia", "Maroko", "Meksyk", "Stany Zjednoczone"]),
        ("en/networks/icc/", ["Canada", "Lithuania", "Australia", "Israel", "Japan", "Mexico", "Morocco"]),
    ],
)
def test_members_abroad_stand_under_the_names_of_the_language(site: Built, url: str, names: list[str]) -> None:
    told = page(site, url)
    places = [found.text for found in (*told.all("dt"), *told.all("li"))]
    assert [name for name in names if name not in places] == []
    assert any(found.text.startswith("Sherbrooke (145") for found in told.all("dd"))


def test_every_city_and_country_that_a_list_names_has_a_name_in_both_languages(registry: Registry) -> None:
    lists = [members for item in registry.networks.values() for members in item.record.members]
    names = [text for members in lists for text in (*(city.name for city in members.cities), *members.countries)]
    assert len(names) > 40
    assert [name for name in names if not (name.pl and name.en)] == []
    for member in (city for members in lists for city in members.cities if city.city):
        city = registry.cities[str(member.city)].record
        assert (member.name.pl, member.name.en) == (city.pl.nominative, city.en)


def test_the_machine_form_uses_the_listed_terms_of_schema_org_only(site: Built) -> None:
    assert strange_terms(site.folder) == set()


def test_every_page_has_a_title_and_a_description_of_its_own(site: Built) -> None:
    assert repeated(site.folder) == []


@pytest.mark.parametrize("url", ["", "en/"])
def test_machines_read_memberships_that_sources_state_since_dates_that_nobody_disputes(site: Built, url: str) -> None:
    graph = machine_form(page(site, url))["@graph"]
    (city,) = [node for node in graph if node["@type"] == "GovernmentOrganization"]
    since = {str(role["memberOf"]["@id"]).split("/")[-2]: role.get("startDate") for role in city["memberOf"]}
    assert since == {
        "eccar": "2024-09-25",
        "eurocities": "2025-10-15",
        "femcities": "2022-09",
        "icc": None,  # 18 December 2020 or 2022: the page says so, a machine would not
        "icorn": "2011",
        "ump": "1990-10-11",
    }


def test_a_source_leads_back_to_the_text_from_every_page_that_cites_it(site: Built) -> None:
    found = documents(site.folder)
    assert [
        url for url, each in found.items() if each.all("span", class_="cited") and not each.all("a", class_="back")
    ] == []
