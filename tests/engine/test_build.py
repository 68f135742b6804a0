"""A small site built and read back: for several cities, official or not, whole or with parts missing."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from finished import Document, documents, faults
from small_site import CITIES, Built, build, small_site, write_files

ADDRESS = "https://miasto-w-sieciach.pl/"
PAGES = {
    "": "en/",
    "rejestr/": "en/register/",
    "sieci/": "en/networks/",
    "sieci/rivers/": "en/networks/rivers/",
}
"""The Polish pages of the small site and their English twins."""

NOTICE = {"pl": "To niezależna strona pokazowa", "en": "This is an independent demonstration"}


@pytest.fixture(scope="module", params=CITIES)
def any_city(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Built]:
    """The small site, speaking for each city in turn."""
    city = str(request.param)
    return city, build(write_files(tmp_path_factory.mktemp(city), small_site(city)))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small site of Katowice."""
    return build(write_files(tmp_path_factory.mktemp("site"), small_site()))


def built_with(folder: Path, changes: Mapping[str, str | bytes | None], *, expect: int = 0) -> Built:
    """The small site with some changes, built."""
    return build(write_files(folder, small_site(changes=changes)), expect=expect)


def pages(site: Built) -> dict[str, Document]:
    """Every page by its address; the page for wrong addresses left out."""
    return {url: page for url, page in documents(site.folder).items() if not url.endswith("404.html")}


def locale_of(url: str) -> str:
    return "en" if url.startswith("en/") else "pl"


# --- whichever city speaks ------------------------------------------------------------------------------


def test_every_page_lives_at_the_address_of_its_language(any_city: tuple[str, Built]) -> None:
    assert set(pages(any_city[1])) == {*PAGES, *PAGES.values()}


def test_every_link_and_anchor_leads_somewhere_and_no_id_stands_twice(any_city: tuple[str, Built]) -> None:
    assert faults(any_city[1].folder, ADDRESS) == []


@pytest.mark.parametrize(
    ("locale", "phrases"),
    [
        (
            "pl",
            {
                "katowice": "Ostatnio w Katowicach",
                "wroclaw": "Ostatnio we Wrocławiu",
                "lodz": "Ostatnio w Łodzi",
                "zakopane": "Ostatnio w Zakopanem",
            },
        ),
        (
            "en",
            {
                "katowice": "Recently in Katowice",
                "wroclaw": "Recently in Wrocław",
                "lodz": "Recently in Łódź",
                "zakopane": "Recently in Zakopane",
            },
        ),
    ],
)
def test_the_home_page_names_the_city_in_the_right_case(
    any_city: tuple[str, Built], locale: str, phrases: Mapping[str, str]
) -> None:
    city, site = any_city
    headings = [heading.text for heading in Document(site.read("" if locale == "pl" else "en/")).all("h2")]
    assert phrases[city] in headings


def test_the_city_is_the_caption_of_its_register(any_city: tuple[str, Built]) -> None:
    city, site = any_city
    verb = "należą" if city == "katowice" else "należy"
    assert Document(site.read("rejestr/")).text_of("caption") == f"Do czego {verb} {CITIES[city][0]}"
    assert Document(site.read("en/register/")).text_of("caption") == f"What {CITIES[city][0]} belongs to"


def test_no_other_city_is_named(any_city: tuple[str, Built]) -> None:
    city, site = any_city
    text = " ".join(page.text_of("html") for page in pages(site).values())
    others = [CITIES[other][0] for other in CITIES if other != city]
    assert [name for name in [*others, "Kraków"] if name in text] == []


# --- languages and addresses ----------------------------------------------------------------------------


def test_every_page_is_marked_with_its_language(built: Built) -> None:
    for url, page in pages(built).items():
        assert page.all("html")[0].attributes["lang"] == locale_of(url)


@pytest.mark.parametrize(("polish", "english"), PAGES.items())
def test_a_page_names_its_twins_with_absolute_addresses_and_a_default(polish: str, english: str, built: Built) -> None:
    for url in (polish, english):
        links = Document(built.read(url)).all("link", rel="alternate")
        assert {link.attributes["hreflang"]: link.attributes["href"] for link in links} == {
            "pl": ADDRESS + polish,
            "en": ADDRESS + english,
            "x-default": ADDRESS + polish,
        }


def test_a_page_names_its_own_absolute_address_once(built: Built) -> None:
    for url, page in pages(built).items():
        assert [link.attributes["href"] for link in page.all("link", rel="canonical")] == [ADDRESS + url]


@pytest.mark.parametrize(("polish", "english"), PAGES.items())
def test_the_language_switch_leads_to_the_same_page_in_the_other_language(
    polish: str, english: str, built: Built
) -> None:
    for url in (polish, english):
        links = {
            link.attributes["hreflang"]: link
            for link in Document(built.read(url)).all("a")
            if "hreflang" in link.attributes
        }
        assert {locale: urljoin(ADDRESS + url, link.attributes["href"]) for locale, link in links.items()} == {
            "pl": ADDRESS + polish,
            "en": ADDRESS + english,
        }
        assert {locale: link.text for locale, link in links.items()} == {"pl": "Polski", "en": "English"}
        assert [locale for locale, link in links.items() if "aria-current" in link.attributes] == [locale_of(url)]


def test_the_site_map_lists_every_page_once(built: Built) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", built.read("sitemap.xml"))
    assert sorted(listed) == sorted(ADDRESS + url for url in pages(built))


def test_the_page_for_wrong_addresses_works_at_any_address(built: Built) -> None:
    found = documents(built.folder)["404.html"]
    local = [target for target in found.addresses() if not target.startswith("#")]
    assert [target for target in local if not target.startswith(("/", "https://"))] == []
    assert {"/", "/rejestr/", "/sieci/"} <= set(local)


def test_a_site_in_a_folder_of_its_host_works_too(tmp_path: Path) -> None:
    settings = str(small_site()["data/site.yml"]).replace(ADDRESS, f"{ADDRESS}sieci-miasta/")
    site = built_with(tmp_path, {"data/site.yml": settings})
    (tmp_path / "host").mkdir()
    site.folder.rename(tmp_path / "host" / "sieci-miasta")
    found = documents(tmp_path / "host")
    assert faults(tmp_path / "host", ADDRESS) == []
    assert "/sieci-miasta/rejestr/" in set(found["sieci-miasta/404.html"].addresses())


# --- what a page says -----------------------------------------------------------------------------------


def test_a_demonstration_says_what_it_is_once_on_every_page(built: Built) -> None:
    for url, page in documents(built.folder).items():
        assert page.text_of("html").count(NOTICE[locale_of(url)]) == 1, url


def test_an_official_site_does_not_call_itself_a_demonstration(tmp_path: Path) -> None:
    settings = str(small_site()["data/site.yml"]).replace("standing: demonstration", "standing: official")
    site = built_with(tmp_path, {"data/site.yml": settings})
    for page in documents(site.folder).values():
        assert NOTICE["pl"] not in page.text_of("html")
        assert NOTICE["en"] not in page.text_of("html")


def network_page(site: Built, locale: str) -> Document:
    return Document(site.read({"pl": "sieci/rivers/", "en": "en/networks/rivers/"}[locale]))


@pytest.mark.parametrize(
    ("locale", "phrase"),
    [("pl", "ponad 144 miasta (stan na październik 2025 r.)"), ("en", "more than 144 cities (as of October 2025)")],
)
def test_a_number_is_printed_with_its_noun_and_its_date(locale: str, phrase: str, built: Built) -> None:
    assert phrase in network_page(built, locale).text_of("main")


def test_a_number_whose_date_is_unknown_is_printed_nowhere(built: Built) -> None:
    for url in pages(built):
        assert "999" not in built.read(url)


@pytest.mark.parametrize(("locale", "words"), [("pl", "wrzesień 2022"), ("en", "September 2022")])
def test_a_date_known_to_the_month_is_a_month_for_people_and_for_machines(
    locale: str, words: str, built: Built
) -> None:
    times = [time for time in network_page(built, locale).all("time") if time.text == words]
    assert {time.attributes["datetime"] for time in times} == {"2022-09"}


@pytest.mark.parametrize(
    ("locale", "phrase"),
    [
        ("pl", "uchwała rady miasta nr X/12/21 z 4 marca 2021 r."),
        ("en", "city council resolution no. X/12/21 of 4 March 2021"),
    ],
)
def test_the_legal_basis_is_the_act_with_its_number_and_date(locale: str, phrase: str, built: Built) -> None:
    assert phrase in network_page(built, locale).text_of("main")
    register = Document(built.read({"pl": "rejestr/", "en": "en/register/"}[locale]))
    assert phrase in register.text_of("table")


@pytest.mark.parametrize(("locale", "unknown"), [("pl", "nie znaleziono informacji"), ("en", "no information found")])
def test_what_no_source_tells_is_called_unknown_and_not_left_out(locale: str, unknown: str, built: Built) -> None:
    assert unknown in network_page(built, locale).text_of("main")


def test_a_name_in_another_language_is_marked_with_it(built: Built) -> None:
    page = network_page(built, "pl")
    marked = [element.text for element in page.elements if element.attributes.get("lang") == "en"]
    assert "Cities of Rivers Network" in marked
    assert page.text_of("h1") == "Sieć Miast Rzek"


def test_every_cited_source_stands_at_the_foot_with_its_address(built: Built) -> None:
    page = network_page(built, "pl")
    links = page.all("a", href="https://siec.example/lista")
    assert [link.text for link in links] == ["Lista miast"]


def test_a_page_refers_to_other_hosts_in_its_sources_only(built: Built) -> None:
    own = urlsplit(ADDRESS).netloc
    for page in documents(built.folder).values():
        abroad = [urlsplit(target) for target in page.addresses()]
        hosts = {target.netloc for target in abroad if target.scheme in ("http", "https")} - {own}
        assert hosts <= {"siec.example"}
        loaded = [element for name in ("script", "img", "iframe") for element in page.all(name)]
        assert [element for element in loaded if "//" in element.attributes.get("src", "")] == []


def test_the_text_of_an_editor_stands_on_the_page_with_its_anchor(built: Built) -> None:
    headings = {heading.attributes.get("id"): heading.text for heading in network_page(built, "pl").all("h2")}
    assert headings["spolecznosc"] == "Społeczność"


def test_no_marker_of_a_block_is_left_in_a_finished_page(built: Built) -> None:
    for url in pages(built):
        assert "opencity:block" not in built.read(url)


ODD_PAGES = {
    "no line end after the front matter": "---\ntitle: Strona\n---",
    "a sign that YAML 1.1 reserves": "---\ntitle: Strona\nlead: =\n---\n\nTekst.\n",
    "a date that does not exist": "---\ntitle: 2020-02-30\n---\n\nTekst.\n",
}


def test_front_matter_is_never_printed_whatever_another_parser_thinks_of_it(tmp_path: Path) -> None:
    names = [f"odd{number}" for number in range(len(ODD_PAGES))]
    odd = dict(zip(names, ODD_PAGES.values(), strict=True))
    site = built_with(tmp_path, {f"docs/{locale}/{name}.md": odd[name] for locale in ("pl", "en") for name in names})
    for name in names:
        assert "title:" not in site.read(f"{name}/")
        assert "<hr" not in site.read(f"{name}/")


def test_a_marker_in_an_attribute_or_typed_twice_stays_what_it_is(tmp_path: Path) -> None:
    marker = "<!-- opencity:block 0 -->"
    page = f'---\ntitle: Start\n---\n\nText <a title="{marker}">x</a>.\n\n```register\n```\n\n{marker}\n'
    site = built_with(tmp_path, {"docs/pl/rejestr.md": page})
    assert site.read("rejestr/").count("<caption") == 1


def test_a_block_is_found_next_to_any_other_markdown(tmp_path: Path) -> None:
    block = "```register\n```"
    around = ["Text\n{}\nText", "- a\n\n{}\n\n- b", "<div markdown>\n\n{}\n\n</div>", "<div>\n{}\n</div>", "> a\n\n{}"]
    body = "\n\n".join(part.format(block) for part in around)
    site = built_with(tmp_path, {"docs/pl/rejestr.md": f"---\ntitle: Rejestr\n---\n\n{body}\n"})
    assert site.read("rejestr/").count("<caption") == len(around)
    assert "opencity:block" not in site.read("rejestr/")


def test_what_an_editor_writes_in_the_register_cannot_become_markup(tmp_path: Path) -> None:
    network = str(small_site()["data/networks/rivers.yml"]).replace(
        "Miasta Rzek", "Rzeki <script>alert(1)</script> & co"
    )
    site = built_with(tmp_path, {"data/networks/rivers.yml": network})
    for page in pages(site).values():
        assert {script.attributes.get("type") for script in page.all("script")} == {"application/ld+json"}
        assert all(json.loads(script.text)["@graph"] for script in page.all("script"))
    assert "Rzeki <script>alert(1)</script> & co" in Document(site.read("rejestr/")).text_of("table")


# --- parts missing --------------------------------------------------------------------------------------

MEMBERSHIP = "data/cities/katowice/memberships/rivers.yml"
NETWORK_PAGES: dict[str, str | bytes | None] = {"docs/pl/sieci/rivers.md": None, "docs/en/sieci/rivers.md": None}


def test_a_city_without_memberships_has_a_site_with_an_empty_register(tmp_path: Path) -> None:
    site = built_with(tmp_path, {MEMBERSHIP: None, **NETWORK_PAGES})
    assert "Rejestr jest jeszcze pusty." in Document(site.read("rejestr/")).text_of("main")
    assert "The register is still empty." in Document(site.read("en/register/")).text_of("main")
    assert faults(site.folder, ADDRESS) == []


def test_a_membership_without_a_page_is_listed_without_a_link(tmp_path: Path) -> None:
    site = built_with(tmp_path, NETWORK_PAGES)
    table = Document(site.read("rejestr/"))
    assert "Miasta Rzek" in table.text_of("table")
    assert "Miasta Rzek" not in [link.text for link in table.all("a")]
    assert faults(site.folder, ADDRESS) == []


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({MEMBERSHIP: None}, "docs/pl/sieci/rivers.md:2:10: E-PAGE-MEMBERSHIP"),
        ({name: None for name in small_site() if name.startswith("data/")}, "data:1:1: E-NO-DATA"),
        ({"docs/en/rejestr.md": "---\nuntranslated: true\n---\nText.\n"}, "docs/en/rejestr.md:4:1: E-STUB-TEXT"),
        ({"data/networks/rivers.yml": "id: rivers\n\tkind: network\n"}, "data/networks/rivers.yml:2:1: E-TAB"),
    ],
    ids=["a page without its membership", "no data", "a stub with a text", "a tab"],
)
def test_content_with_errors_is_not_built_and_the_editor_reads_why(
    changes: Mapping[str, str | None], line: str, tmp_path: Path
) -> None:
    site = built_with(tmp_path, changes, expect=1)
    assert line in site.output
    assert "Traceback" not in site.output
    assert not (site.folder / "index.html").exists()


def test_all_errors_of_the_content_are_printed_by_one_build(tmp_path: Path) -> None:
    changes = {MEMBERSHIP: "network: rivers\nacts: none\n", "docs/pl/index.md": "---\ntitle: Start\n---\n\n# Start\n"}
    output = built_with(tmp_path, changes, expect=1).output
    assert "E-TYPE-LIST" in output
    assert "E-PAGE-HEADING" in output
    assert "Błędy: 2." in output


# --- the day of a build ---------------------------------------------------------------------------------


def test_two_builds_of_the_same_content_are_the_same_to_the_byte(tmp_path: Path) -> None:
    folder = write_files(tmp_path, small_site())

    def finished() -> dict[str, bytes]:
        site = build(folder).folder
        files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        return {name: content for name, content in files.items() if not name.endswith(".gz")}

    first = finished()
    shutil.rmtree(tmp_path / "site")
    assert finished() == first


def test_properdocs_builds_the_same_pages_as_mkdocs(built: Built, tmp_path: Path) -> None:
    other = build(write_files(tmp_path, small_site()), "properdocs")
    assert other.urls() == built.urls()
    for url, page in pages(built).items():
        assert Document(other.read(url)).text_of("body") == page.text_of("body")
