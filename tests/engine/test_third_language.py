"""A third language: its words, a folder and a line of settings, and no code; all that two languages have, it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from finished import Document, documents, faults
from machine_read import machine_form, meta, nodes
from small_site import (
    CHARTER,
    CITIES,
    CITY,
    MEMBERSHIP,
    NETWORK,
    SITE,
    TODAY,
    Built,
    build,
    check,
    lines,
    small_site,
    write_files,
)

from opencity.cli import main
from opencity.language.words import NBSP, load_words
from opencity.site.engine import open_engine

ADDRESS = "https://miasto-w-sieciach.pl/"
STRINGS = Path(__file__).with_name("ukrainian") / "strings.yml"
STUB = "---\nuntranslated: true\n---\n"
SETTINGS = (
    SITE.format(city="lodz")
    .replace("{ pl: Miasto w sieciach, en: A city in networks }", "{ pl: Sieci, en: Networks, uk: Місто в мережах }")
    .replace("publisher:", "locales: [pl, en, uk]\npublisher:", 1)
    .replace("{ en: networks }", "{ en: networks, uk: merezhi }")
    .replace("{ en: register }", "{ en: register, uk: reiestr }")
)
REDIRECTS = "redirects:\n  uk/stara/: rejestr.md\n"

LODZ = "uk: { nominative: Лодзь, genitive: Лодзі, within: у Лодзі, verb: feminine }\n"
"""Every form of the name; Zakopane has no Ukrainian name here, and the others have only the plain one."""
PLAIN = {
    "gdansk": ("Gdańsk", "Гданськ"),
    "inowroclaw": ("Inowrocław", "Іновроцлав"),
    "jelenia-gora": ("Jelenia Góra", "Єленя-Гура"),
    "kalisz": ("Kalisz", "Каліш"),
    "rzeszow": ("Rzeszów", "Жешув"),
}
LONG = 12
"""A phrase of more letters belongs to one language only."""
SEEN = "network: rivers\nobservations: [{ tie: member, as_of: 2019, sources: [register] }]\n"

RIVERS = (
    NETWORK.replace("{ pl: Miasta Rzek, en: Cities of Rivers }", "{ pl: Miasta Rzek, en: R, uk: Міста річок }")
    .replace("en: Cities of Rivers Network,", "en: Cities of Rivers Network, uk: Мережа міст річок,")
    .replace(
        "  - { value: 999", "  - { value: 22, unit: countries, as_of: 2024, sources: [register] }\n  - { value: 999"
    )
)
SPOKEN_CHARTER = CHARTER.replace("en: A charter. }", "en: A charter., uk: Хартія про воду. }")
PATH = (
    MEMBERSHIP.replace("en: The city council decides to join.", "en: The council decides., uk: Рада вирішує вступити.")
    .replace("en: The city looks after its river.", "en: The river., uk: Місто дбає про річку.")
    .replace("acts:\n", "acts:\n  - { id: idea, kind: recommendation, date: 2011, sources: [register] }\n", 1)
)
SIGNED = """\
network: charter
acts:
  - { id: signed, kind: signature, effect: accedes, tie: signatory, date: 2019-05-06, sources: [register] }
"""
VISIT = """\
id: 2025-09-30-visit
title: { pl: Wizyta nad rzeką, en: A visit to the river, uk: Візит на річку }
start: 2025-09-30
end: 2025-10-02
cities: [lodz]
networks: [rivers]
summary: { pl: Trzy dni rozmów., en: Three days of talks. }
sources: [register]
"""

UKRAINIAN = """\
---
network: rivers
---

## Спільнота міста

Читайте [нижче](#spilnota-mista), [джерела](#dzherela) та [хартію](charter.md).
Він сказав "так" - і пішов у ліс, 5 км.

## Щастя: об’єднання в Житомирі

Кінець.
"""
PAGES: Mapping[str, tuple[str | None, str | None, str | None]] = {
    "index.md": ("title: Strona główna", "title: Home", "title: Головна сторінка\nmenu: Головна"),
    "rejestr.md": ("title: Rejestr\norder: 1", "title: Register\norder: 1", "title: Реєстр\norder: 1"),
    "miasta.md": ("title: Miasta\nrole: cities", "title: Cities\nrole: cities", "title: Міста\nrole: cities"),
    "os.md": ("title: Oś\nrole: timeline", "title: Timeline\nrole: timeline", "title: Вісь часу\nrole: timeline"),
    "nowiny/index.md": ("title: Nowiny\nrole: news", "title: News\nrole: news", None),
    "nowiny/visit.md": ("event: 2025-09-30-visit", "event: 2025-09-30-visit", "event: 2025-09-30-visit"),
    "sieci/charter.md": ("network: charter", "network: charter", None),
    "kontakt.md": ("title: Kontakt w mieście", "title: Contact", None),
    "stare.md": ("title: Nowe zdanie", "title: A new sentence", "title: Старе речення"),
    "stan.md": (
        "title: Tłumaczenia\nrole: translations",
        "title: Translations\nrole: translations",
        "title: Переклади\nrole: translations",
    ),
    "pomoc.md": (None, None, "title: Допомога\nlead: Де шукати допомоги."),
}
"""Path to the front matter in Polish, English and Ukrainian; None stands for a stub."""


def three_languages() -> dict[str, str | bytes]:
    """The files of a site of Łódź in Polish, English and Ukrainian."""
    site = small_site("lodz")
    site |= {
        "data/site.yml": SETTINGS + REDIRECTS,
        "data/strings/uk.yml": STRINGS.read_text(encoding="utf-8"),
        "data/translations.yml": "- docs/uk/stare.md: pl 0123456789ab\n",
        "data/networks/rivers.yml": RIVERS,
        "data/networks/charter.yml": SPOKEN_CHARTER,
        "data/cities/lodz/city.yml": CITY.format(*CITIES["lodz"], id="lodz") + LODZ,
        "data/cities/lodz/memberships/rivers.yml": PATH,
        "data/cities/lodz/memberships/charter.yml": SIGNED,
        "data/cities/lodz/events/2025-09-30-visit.yml": VISIT,
        "data/cities/zakopane/city.yml": CITY.format(*CITIES["zakopane"], id="zakopane"),
        "data/cities/zakopane/memberships/rivers.yml": SEEN,
        "docs/pl/tylko.md": "---\ntitle: Tylko po polsku\n---\n\nTekst.\n",
        "docs/en/tylko.md": "---\ntitle: Two languages\n---\n\nText.\n",
        "docs/uk/sieci/index.md": "---\ntitle: Мережі\norder: 2\n---\n\n```networks\nkind: all\n```\n",
        "docs/uk/sieci/rivers.md": UKRAINIAN,
    }
    for city, (polish, ukrainian) in PLAIN.items():  # only their nominatives are shown
        record = CITY.format(*[polish] * 6, "w", polish, "masculine", id=city)
        site[f"data/cities/{city}/city.yml"] = f"{record}uk: {ukrainian}\n"
        site[f"data/cities/{city}/memberships/rivers.yml"] = SEEN
    prose = {"pl": "Tekst w lesie.", "en": "Text in the wood.", "uk": "Текст у лісі."}
    for path, fronts in PAGES.items():
        for locale, front in zip(prose, fronts, strict=True):
            block = "\n```register\nkind: all\n```\n" if path == "rejestr.md" else ""
            page = f"---\n{front}\n---\n\n{prose[locale]}\n{block}"
            site[f"docs/{locale}/{path}"] = STUB if front is None else page
    return site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(write_files(tmp_path_factory.mktemp("three"), three_languages()))


@pytest.fixture(scope="module")
def rivers(site: Built) -> Document:
    return Document(site.read("uk/merezhi/rivers/"))


class _Speech(HTMLParser):
    """Every text and every attribute that is read aloud, each with its language and the element that it is in."""

    _VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
    _SAID = frozenset({"alt", "aria-label", "title", "content"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[tuple[str, str, str]] = []
        self._open = [("", "")]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        lang = own.get("lang") or self._open[-1][1]
        self.said += [(lang, tag, value) for name, value in attrs if name in self._SAID and value]
        if tag not in self._VOID:
            self._open.append((tag, lang))

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1 and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, lang = self._open[-1]
        if data.strip() and tag != "script":
            self.said.append((lang, tag, re.sub(r"[ \n]+", " ", data).strip(" ")))


def said(html: str, *langs: str) -> list[str]:
    """What a page says in these languages."""
    return [text for lang, _, text in _Speech(html).said if lang in langs]


def ukrainian_pages(site: Built) -> Iterator[tuple[str, str]]:
    """Address and HTML of every Ukrainian page, its 404 and redirects included."""
    for path in sorted((site.folder / "uk").rglob("*.html")):
        yield path.relative_to(site.folder).as_posix(), path.read_text(encoding="utf-8")


# --- addresses, the switch, what search engines are told -------------------------------------------------


def test_pages_live_below_the_language_with_its_own_segments(site: Built) -> None:
    own = {"uk", "uk/reiestr", "uk/merezhi", "uk/merezhi/rivers", "uk/merezhi/charter", "uk/miasta", "uk/os"}
    own |= {"uk/nowiny", "uk/nowiny/visit", "uk/kontakt", "uk/stare", "uk/stan", "uk/pomoc", "uk/stara"}
    assert {url for url in site.urls() if url.partition("/")[0] == "uk"} == own


def test_every_link_and_anchor_of_the_site_is_good(site: Built) -> None:
    assert faults(site.folder, ADDRESS) == []


def test_an_old_address_leads_on_and_says_so_in_ukrainian(site: Built) -> None:
    page = Document(site.read("uk/stara/"))
    assert urljoin(f"{ADDRESS}uk/stara/", page.all("a")[0].attributes["href"]) == f"{ADDRESS}uk/reiestr/"
    assert page.text_of("h1") == "Ця сторінка має нову адресу"


@pytest.mark.parametrize(
    ("url", "current"), [("uk/reiestr/", "Українська"), ("en/register/", "English"), ("rejestr/", "Polski")]
)
def test_the_switch_names_each_language_in_its_own_words_and_leads_to_the_same_page(
    url: str, current: str, site: Built
) -> None:
    names = ("Polski", "English", "Українська")
    links = [link for link in Document(site.read(url)).all("a") if link.text in names]
    assert [link.text for link in links] == [*names]
    assert [link.attributes["lang"] for link in links] == ["pl", "en", "uk"]
    assert [link.text for link in links if link.attributes.get("aria-current") == "true"] == [current]
    there = [urljoin(ADDRESS + url, link.attributes["href"]) for link in links]
    assert there == [f"{ADDRESS}rejestr/", f"{ADDRESS}en/register/", f"{ADDRESS}uk/reiestr/"]


@pytest.mark.parametrize("url", ["tylko/", "en/tylko/"])
def test_the_switch_says_in_ukrainian_where_there_is_no_ukrainian_page(url: str, site: Built) -> None:
    page = Document(site.read(url))
    assert page.text_of("li", class_="no-page") == "Українська (сторінки немає)"
    assert page.all("li", class_="no-page")[0].attributes["lang"] == "uk"


def alternates(page: Document) -> dict[str, str]:
    links = page.all("link", rel="alternate")
    return {link.attributes["hreflang"]: link.attributes["href"].removeprefix(ADDRESS) for link in links}


def test_alternates_and_canonical_name_only_what_is_translated(site: Built) -> None:
    expected = {"pl": "rejestr/", "en": "en/register/", "uk": "uk/reiestr/", "x-default": "rejestr/"}
    for url in ("rejestr/", "en/register/", "uk/reiestr/"):
        assert alternates(Document(site.read(url))) == expected, url
    stub = Document(site.read("uk/kontakt/"))
    assert alternates(stub) == {"pl": "kontakt/", "en": "en/kontakt/", "x-default": "kontakt/"}
    assert stub.all("link", rel="canonical")[0].attributes["href"] == f"{ADDRESS}kontakt/"
    only = {"uk": "uk/pomoc/", "x-default": "uk/pomoc/"}
    for url in ("pomoc/", "en/pomoc/", "uk/pomoc/"):
        page = Document(site.read(url))
        assert alternates(page) == only, url
        assert page.all("link", rel="canonical")[0].attributes["href"] == f"{ADDRESS}uk/pomoc/", url
    assert "uk" not in alternates(Document(site.read("tylko/")))


def test_the_site_map_names_each_page_that_is_written_with_its_translations(site: Built) -> None:
    root = ET.fromstring(site.read("sitemap.xml"))
    found = {}
    for entry in root:
        loc = str(entry.findtext("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")).removeprefix(ADDRESS)
        links = entry.findall("{http://www.w3.org/1999/xhtml}link")
        found[loc] = {link.attrib["hreflang"]: link.attrib["href"].removeprefix(ADDRESS) for link in links}
    assert {url for url in found if url.startswith("uk/")} == {
        "uk/", "uk/reiestr/", "uk/merezhi/", "uk/merezhi/rivers/", "uk/miasta/", "uk/os/",
        "uk/nowiny/visit/", "uk/stare/", "uk/stan/", "uk/pomoc/",
    }  # fmt: skip
    assert "pomoc/" not in found
    assert "en/pomoc/" not in found
    assert found["uk/merezhi/rivers/"] == alternates(Document(site.read("uk/merezhi/rivers/")))


def test_a_wrong_address_is_answered_in_three_languages_and_below_uk_in_ukrainian(site: Built) -> None:
    parts = Document(site.read("404.html")).all("div", class_="not-found")
    assert [part.attributes["lang"] for part in parts] == ["pl", "en", "uk"]
    assert "Такої сторінки немає" in parts[2].text
    own = Document(site.read("uk/404.html"))
    assert own.all("html", lang="uk")
    assert own.text_of("h1") == "Такої сторінки немає"
    assert not own.all("link", rel="alternate")
    assert "Nie ma takiej strony" not in site.read("uk/404.html")


def test_search_engines_and_those_who_share_a_page_are_told_that_it_is_ukrainian(site: Built) -> None:
    for url in ("uk/", "uk/merezhi/rivers/", "uk/nowiny/visit/", "uk/pomoc/"):
        page = Document(site.read(url))
        assert page.all("html", lang="uk"), url
        assert meta(page)["og:locale"] == "uk_UA", url
        assert "uk" in {node.get("inLanguage") for node in nodes(machine_form(page)["@graph"])
                        if isinstance(node.get("inLanguage"), str)}, url  # fmt: skip
    others = [
        tag.attributes["content"] for tag in Document(site.read("uk/")).all("meta", property="og:locale:alternate")
    ]
    assert others == ["pl_PL", "en_GB"]


def test_no_invisible_mark_of_a_language_is_left_anywhere(site: Built) -> None:
    for path in site.folder.rglob("*.*"):
        if path.suffix in (".html", ".xml", ".svg", ".css"):
            text = path.read_text(encoding="utf-8")
            assert not re.search("[\U000e0000-\U000e007f]|%F3%A0|\\\\udb40", text), path


# --- words -----------------------------------------------------------------------------------------------


def test_menu_breadcrumbs_and_headings_are_ukrainian(rivers: Document) -> None:
    assert rivers.text_of("nav", class_="breadcrumbs") == "Головна Мережі"
    menu = [link.text for link in rivers.all("a")]
    assert {"Реєстр", "Міста", "Вісь часу", "Перейти до змісту"} <= {*menu}
    assert "Kontakt w mieście" in menu
    headings = [heading.text for heading in rivers.all("h2")]
    assert {"Факти", "Лодзь: крок за кроком", "Польські міста в цій мережі", "Джерела"} <= {*headings}


def test_dates_are_ukrainian_at_every_precision(rivers: Document) -> None:
    times = {time.attributes["datetime"]: time.text for time in rivers.all("time")}
    assert times["2021-03-04"] == "4 березня 2021 р."
    assert times["2022-09"] == "вересень 2022"
    assert times["2011"] == "2011"


def test_sentences_with_dates_and_the_name_of_the_city_agree(site: Built) -> None:
    page, home = site.read("uk/merezhi/rivers/").replace(NBSP, " "), site.read("uk/").replace(NBSP, " ")
    assert "Лодзь приєдналася до цієї мережі у вересні 2022 р." in page
    assert "від вересня 2022 р." in home
    assert "Лодзь належить до однієї мережі і підписала одну хартію." in home
    assert "Останнім часом у Лодзі" in home
    visit = Document(site.read("uk/nowiny/visit/"))
    assert "30 вересня – 2 жовтня 2025 р." in visit.text_of("dl")


def test_counted_nouns_have_the_form_that_their_number_and_the_word_before_it_ask_for(rivers: Document) -> None:
    text = rivers.text_of("main")
    assert "понад 144 міста (станом на жовтень 2025 р.)" in text
    assert "22 країни" in text


def test_a_noun_has_all_four_forms(site: Built) -> None:
    words = open_engine(site.folder.parent, today=TODAY).words["uk"]
    assert [words.plural("count.cities", number) for number in (1, 3, 5, 21, 22, 112, 1.5)] == [
        "місто", "міста", "міст", "місто", "міста", "міст", "міста",
    ]  # fmt: skip


def test_names_are_in_the_order_of_the_ukrainian_alphabet(site: Built) -> None:
    heads = Document(site.read("uk/miasta/")).all("th", scope="row")
    expected = ["Гданськ", "Єленя-Гура", "Жешув", "Іновроцлав", "Каліш", "Лодзь", "Zakopane"]
    assert [head.text for head in heads] == expected


def test_headings_in_cyrillic_have_anchors_of_latin_letters(rivers: Document, site: Built) -> None:
    anchors = {heading.text: heading.attributes.get("id") for heading in rivers.all("h2")}
    assert anchors["Спільнота міста"] == "spilnota-mista"
    assert anchors["Щастя: об’єднання в Житомирі"] == "shchastia-obiednannia-v-zhytomyri"
    assert {link.attributes["href"] for link in rivers.all("a") if link.text == "нижче"} == {"#spilnota-mista"}
    for url, page in documents(site.folder).items():
        assert [identity for identity in page.ids if not identity.isascii()] == [], url


def test_no_rule_of_polish_or_english_typography_is_applied_to_ukrainian(site: Built) -> None:
    assert 'Він сказав "так" - і пішов у ліс, 5 км.' in site.read("uk/merezhi/rivers/").replace("&quot;", '"')
    assert f"Tekst w{NBSP}lesie." in site.read("uk/kontakt/")
    assert "Текст у лісі." in site.read("uk/")


def test_no_interface_word_of_another_language_stands_on_a_ukrainian_page(site: Built) -> None:
    foreign = {locale: _long_words(locale) for locale in ("en", "pl")}
    for url, html in ukrainian_pages(site):
        own = "\n".join(said(html, "uk"))
        for locale, phrases in foreign.items():
            assert [phrase for phrase in phrases if phrase in own] == [], (url, locale)


def _long_words(locale: str) -> set[str]:
    """The interface words of a language, between their blanks, that are long enough to be nothing else."""
    entries = load_words(locale).entries.values()
    texts = [text for entry in entries for text in ([entry] if isinstance(entry, str) else entry.values())]
    parts = {part.strip() for text in texts for part in re.split(r"\{\w+\}", text)}
    return {part for part in parts if len(part) > LONG}


# --- what is not translated ------------------------------------------------------------------------------


def test_a_text_without_ukrainian_words_is_shown_in_polish_and_marked_wherever_it_stands(site: Built) -> None:
    network = site.read("uk/merezhi/rivers/")
    assert "Місто дбає про річку." in said(network, "uk")
    assert {"Sieć miast nad rzekami.", "Sieć przyjmuje miasto."} <= {*said(network, "pl")}
    charter = Document(site.read("uk/merezhi/charter/"))
    assert charter.text_of("h1", lang="en") == "European Water Charter"
    register, cities = site.read("uk/reiestr/"), site.read("uk/miasta/")
    assert "Karta Wody" in said(register, "pl")
    assert "Karta Wody" in said(cities, "pl")
    assert "Zakopane" in said(cities, "en")
    menu = Document(site.read("uk/")).all("span", lang="pl")
    assert "Kontakt w mieście" in [item.text for item in menu]


def test_attributes_and_titles_hold_no_marks_and_options_say_their_language(site: Built) -> None:
    for url, html in ukrainian_pages(site):
        page = Document(html)
        assert not [title.text for title in page.all("title") if "<" in title.text], url
        assert page.text_of("title"), url
    options = {option.text: option.attributes.get("lang") for option in Document(site.read("uk/os/")).all("option")}
    assert options["Karta Wody"] == "pl"
    assert options["Міста річок"] is None


def test_a_page_whose_facts_are_partly_foreign_says_so_once_and_others_do_not(site: Built) -> None:
    partly = "Частину фактів на цій сторінці ще не перекладено. Ми подаємо їх мовою оригіналу."
    assert site.read("uk/merezhi/rivers/").count(partly) == 1
    assert partly not in site.read("uk/pomoc/")
    assert partly not in site.read("uk/kontakt/")


def test_a_stub_shows_the_original_with_a_notice_in_ukrainian(site: Built) -> None:
    html = site.read("uk/kontakt/")
    page = Document(html)
    assert page.text_of("p", class_="translation-notice").startswith("Цю сторінку ще не перекладено.")
    link = page.all("a", hreflang="pl")[-1]
    assert (link.text, link.attributes["lang"], link.attributes["href"]) == ("Czytaj po polsku", "pl", "../../kontakt/")
    assert f"Tekst w{NBSP}lesie." in said(html, "pl")


def test_an_outdated_translation_says_so_and_leads_to_the_newer_original(site: Built) -> None:
    page = Document(site.read("uk/stare/"))
    notice = page.text_of("p", class_="translation-notice")
    assert notice.startswith("Оригінал цієї сторінки змінився після перекладу.")
    newer = next(link for link in page.all("a") if link.text == "Aktualna wersja po polsku")
    assert newer.attributes == {"href": "../../stare/", "lang": "pl", "hreflang": "pl"}
    assert page.all("link", rel="canonical")[0].attributes["href"] == f"{ADDRESS}uk/stare/"


def test_the_state_of_translations_is_told_in_ukrainian_and_of_ukrainian(site: Built) -> None:
    own = Document(site.read("uk/stan/"))
    assert f"Станом на 20{NBSP}листопада 2026{NBSP}р." in site.read("uk/stan/")
    headings = [heading.text for heading in own.all("h2")]
    assert [heading for heading in headings if heading.startswith("Мова: ")] == [
        "Мова: польська", "Мова: англійська", "Мова: українська",
    ]  # fmt: skip
    for url, outdated in (("stan/", "Starsze niż oryginał"), ("en/stan/", "Older than the original")):
        page = Document(site.read(url))
        assert outdated in page.text_of("main")
        assert "docs/uk/stare.md" in page.text_of("main")


@pytest.mark.parametrize(("url", "notice"), [("pomoc/", "Tej strony jeszcze"), ("en/pomoc/", "This page has not been")])
def test_a_ukrainian_original_fills_the_stubs_of_the_other_languages(url: str, notice: str, site: Built) -> None:
    html = site.read(url)
    page = Document(html)
    assert page.text_of("p", class_="translation-notice").startswith(notice)
    assert "Читати українською" in [link.text for link in page.all("a", lang="uk", hreflang="uk")]
    assert {"Допомога", "Де шукати допомоги.", "Текст у лісі."} <= {*said(html, "uk")}


# --- what an editor and a translator are told ------------------------------------------------------------


def test_the_check_warns_of_what_waits_and_of_nothing_else(tmp_path: Path) -> None:
    problems = check(write_files(tmp_path, three_languages()))
    assert not [problem for problem in problems if problem.is_error]
    found = {(problem.code, problem.place.file) for problem in problems if "uk" in str(problem.details.get("locale"))}
    assert found == {
        ("W-PAGE-TWIN", "docs/pl/tylko.md"),
        ("W-PAGE-TWIN", "docs/en/tylko.md"),
        ("W-UNTRANSLATED", "docs/uk/kontakt.md"),
        ("W-UNTRANSLATED", "docs/uk/nowiny/index.md"),
        ("W-UNTRANSLATED", "docs/uk/sieci/charter.md"),
        ("W-OUTDATED", "docs/uk/stare.md"),
        ("W-TEXT-MISSING", "data/cities/lodz/events/2025-09-30-visit.yml"),
        ("W-TEXT-MISSING", "data/cities/lodz/memberships/rivers.yml"),
        ("W-TEXT-MISSING", "data/networks/charter.yml"),
        ("W-TEXT-MISSING", "data/networks/rivers.yml"),
        ("W-TEXT-MISSING", "data/site.yml"),
    }
    others = {problem.code for problem in problems} - {code for code, _ in found}
    assert others == {"W-STAMP-NEW"}


def test_a_word_that_is_missing_is_an_error_in_the_file_of_words(tmp_path: Path) -> None:
    words = STRINGS.read_text(encoding="utf-8")
    whole, form = "  skip: Перейти до змісту\n", ", many: підписантів, other: підписанта }"
    assert words.count(whole) == 1
    cut = words.replace(whole, "").replace(form, ", other: підписанта }", 1)
    problems = check(write_files(tmp_path, {**three_languages(), "data/strings/uk.yml": cut}))
    errors = {problem.code: problem for problem in problems if problem.is_error}
    assert {problem.place.file for problem in errors.values()} == {"data/strings/uk.yml"}
    assert errors["E-WORDS-MISSING"].details["first"] == "menu.skip"
    assert errors["E-WORDS-FORMS"].details["missing"] == "many"
    line = errors["E-WORDS-FORMS"].place.mark.line
    assert cut.splitlines()[line - 1].strip().startswith("signatories:")


def test_a_language_taken_out_of_the_settings_is_asked_back_or_out_file_by_file(tmp_path: Path) -> None:
    settings = (SETTINGS + REDIRECTS).replace("[pl, en, uk]", "[pl, en]")
    problems = check(write_files(tmp_path, {**three_languages(), "data/site.yml": settings}))
    told = {problem.code: line for problem, line in zip(problems, lines(problems, "en"), strict=True)}
    for code in ("E-LOCALE-FOLDER", "W-WORDS-LOCALE", "W-LOCALE-UNPUBLISHED", "W-SEGMENT-LOCALE"):
        assert "locales: [pl, en, uk]" in told[code], code
    assert {code for code in told if code.startswith("E-")} == {"E-LOCALE-FOLDER", "E-STUB-ALONE"}


def test_a_language_that_the_command_began_is_whole_once_its_words_are_translated(tmp_path: Path) -> None:
    folder = write_files(tmp_path, small_site("lodz"))
    assert main(["new", "language", "uk", "--root", str(folder)]) == 0
    (folder / "data/strings/uk.yml").write_bytes(STRINGS.read_bytes())
    settings = SITE.format(city="lodz") + "locales: [pl, en, uk]\n"
    (folder / "data/site.yml").write_text(settings, encoding="utf-8")
    problems = check(folder)
    assert not [problem for problem in problems if problem.is_error]
    assert {problem.place.file for problem in problems if problem.code == "W-UNTRANSLATED"} == {
        f"docs/uk/{path}" for path in ("index.md", "rejestr.md", "sieci/index.md", "sieci/rivers.md")
    }


def test_the_commands_list_and_stamp_ukrainian_as_any_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_files(tmp_path, three_languages())
    assert main(["translations", "--lang", "en", "--root", str(folder)]) == 0
    listed = capsys.readouterr().out.partition("uk:\n")[2]
    assert listed.startswith("  older than the original: 1\n    docs/uk/stare.md:1:")
    assert "docs/uk/kontakt.md:2:" in listed
    assert main(["stamp", "--root", str(folder)]) == 0
    stamps = (folder / "data/translations.yml").read_text(encoding="utf-8")
    assert re.search(r"^- docs/uk/sieci/rivers\.md: pl [0-9a-f]{12}$", stamps, re.MULTILINE)
    assert re.search(r"^- data/networks/charter\.yml summary uk: pl [0-9a-f]{12}$", stamps, re.MULTILINE)
    assert {problem.code for problem in check(folder)} == {
        "W-PAGE-TWIN", "W-UNTRANSLATED", "W-TEXT-MISSING", "W-OUTDATED",
    }  # fmt: skip
