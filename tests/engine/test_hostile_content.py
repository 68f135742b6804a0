"""What a stranger may send: script in every text, ids made to clash, invisible characters. Nothing of it works."""

from __future__ import annotations

from pathlib import Path

import pytest
from finished import Document, documents, faults
from machine_read import machine_form
from small_site import MEMBERSHIP, NETWORK, ROOT, TODAY, build, check, lines, small_site, write_files
from test_pictures import png

from opencity.problems import ContentErrors
from opencity.site.engine import open_engine

Files = dict[str, str | bytes | None]

HOSTILE = "</script><script>alert(1)</script><!-- \"' onload=alert(1) &#60;b&#62; {{ 7 * 7 }} {% raw %}"
WORDS = "'" + HOSTILE.replace("'", "''") + "'"
"""The same as a YAML value."""

EVENT = f"""\
id: 2024-05-12-visit
title: {{ pl: {WORDS}, en: {WORDS} }}
start: 2024-05-12
place: {{ pl: {WORDS}, en: {WORDS} }}
cities: [katowice]
networks: [rivers]
summary: {{ pl: {WORDS}, en: {WORDS} }}
picture:
  file: most.png
  alt: {{ pl: {WORDS}, en: {WORDS} }}
  credit: {{ author: {WORDS}, licence: {WORDS}, address: "https://siec.example/a'onload=alert(1)" }}
topics:
  - {{ pl: {WORDS}, en: {WORDS} }}
people:
  - {{ name: {WORDS}, office: {{ pl: {WORDS}, en: {WORDS} }} }}
sources: [register]
"""
DOCUMENT = f"""\
id: plan
kind: plan
title: {{ pl: {WORDS}, en: {WORDS} }}
language: pl
number: {WORDS}
isbn: {WORDS}
rights: {WORDS}
issuer: {{ pl: {WORDS}, en: {WORDS} }}
credits: [{{ name: {WORDS}, role: author }}]
networks: [rivers]
sources: [register]
"""
FUND = f"""\
id: odra
name: {{ pl: {WORDS}, en: {WORDS} }}
period: {{ from: 2014, until: 2020 }}
european_union: true
rules:
  - {{ read: true, show: [fund_name, eu_emblem], sources: [register] }}
sources: [register]
"""
PROJECT = f"""\
id: odra
name: {{ pl: {WORDS}, en: {WORDS} }}
fund: odra
summary: {{ pl: {WORDS}, en: {WORDS} }}
parties: [{{ name: {WORDS}, role: beneficiary, sources: [register] }}]
sources: [register]
"""
FRONT = f"title: {WORDS}\nmenu: {WORDS}\nlead: {WORDS}\ndescription: {WORDS}\nauthor: {WORDS}\nprojects: [odra]\n"
BLOCK = f"```picture\nfile: most.png\nalt: {WORDS}\nauthor: {WORDS}\nlicence: {WORDS}\ncaption: {WORDS}\n```\n"


def hostile() -> Files:
    """A site whose every new text is an attack, with a page for each thing that shows texts."""
    files: Files = {
        "data/cities/katowice/events/2024-05-12-visit.yml": EVENT,
        "data/documents/plan.yml": DOCUMENT,
        "data/funds/odra.yml": FUND,
        "data/projects/odra.yml": PROJECT,
        "data/networks/rivers.yml": NETWORK.replace(
            "{ pl: Miasta Rzek, en: Cities of Rivers }", f"{{ pl: {WORDS}, en: {WORDS} }}"
        ),
        "docs/assets/most.png": png(),
    }
    for locale in ("pl", "en"):
        changes = f"changes: [{{ date: 2026-01-01, text: {WORDS} }}]\n"
        files[f"docs/{locale}/wizyta.md"] = f"---\nevent: 2024-05-12-visit\n{FRONT}{changes}---\n\n{BLOCK}"
        for role in ("timeline", "news", "documents", "projects", "cities"):
            files[f"docs/{locale}/{role}.md"] = f"---\nrole: {role}\n{FRONT}---\n"
    return files


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """The finished hostile site."""
    return documents(build(write_files(tmp_path_factory.mktemp("hostile"), small_site(changes=hostile()))).folder)


def test_no_text_becomes_an_element_or_an_attribute(pages: dict[str, Document]) -> None:
    assert len(pages) == 2 * (10 + 1)  # in each language also the page for wrong addresses
    for url, page in pages.items():
        assert [
            each.attributes for each in page.all("script") if each.attributes != {"type": "application/ld+json"}
        ] == []
        for element in page.elements:
            assert not [name for name in element.attributes if name.startswith("on")], url
            assert element.name not in ("b", "iframe", "object")


def test_every_text_is_read_as_it_was_written(pages: dict[str, Document]) -> None:
    article = pages["wizyta/"]
    plain = " ".join(HOSTILE.split())
    assert article.text_of("h1").replace("\xa0", " ") == plain
    assert [picture.attributes["alt"] for picture in article.all("img")] == [HOSTILE, HOSTILE]
    described = {meta.attributes.get("property"): meta.attributes.get("content") for meta in article.all("meta")}
    assert described["og:title"] == described["og:description"] == HOSTILE
    (event,) = [node for node in machine_form(article)["@graph"] if node["@type"] == "Event"]
    assert event["name"] == event["description"] == event["location"]["name"] == HOSTILE
    labels = {option.text.replace("\xa0", " ") for option in pages["timeline/"].all("option")}
    assert plain in labels


@pytest.mark.parametrize("escape", [r"\0", r"\e", r"\x07", r"\u2028", r"\u202e", r"\u2066", r"\x9f", r"\uFFFE"])
def test_a_character_that_nobody_sees_gets_in_by_no_escape(escape: str, tmp_path: Path) -> None:
    pages: Files = {f"docs/{each}/rejestr.md": f'---\ntitle: "a{escape}b"\n---\n' for each in ("pl", "en")}
    data: Files = {"data/networks/rivers.yml": NETWORK.replace("CRN", f'"C{escape}N"')}
    found = check(write_files(tmp_path, small_site(changes=pages | data)))
    assert [(problem.code, problem.place.file) for problem in found] == [
        ("E-CHARACTER", "data/networks/rivers.yml"),
        ("E-CHARACTER", "docs/en/rejestr.md"),
        ("E-CHARACTER", "docs/pl/rejestr.md"),
    ]


# --- ids ------------------------------------------------------------------------------------------------------


def test_ids_made_to_clash_with_headings_and_with_the_engines_own_anchors_do_not(tmp_path: Path) -> None:
    record = "kind: plan\ntitle: {{ pl: {0}, en: {0} }}\nlanguage: pl\nsources: [register]\n"
    files: Files = {
        f"data/documents/{name}.yml": f"id: {name}\n" + record.format(name)
        for name in (
            "plan",
            "main",
            "zrodla",
            "zrodlo-1",
            "source-1",
            "filtr-1",
            "filter-1",
            "bar-hatch",
            "fakty",
            "facts",
        )
    }
    seen = "observations:\n  - { tie: member, as_of: 2023, text: { pl: A, en: A }, sources: [register] }\n"
    files["data/cities/katowice/memberships/rivers.yml"] = (
        MEMBERSHIP.replace("resolution\n", "wzmianka-1\n", 1).replace("[resolution]", "[wzmianka-1]") + seen
    )
    title = "title: { pl: A, en: A }"
    files["data/events/2024-05-12-visit.yml"] = (
        f"id: 2024-05-12-visit\n{title}\nstart: 2024-05-12\ncities: [katowice]\nsources: [register]\n"
    )
    headings = "".join(
        f"## {name}\n\nTekst.\n\n"
        for name in (
            "Plan",
            "Main",
            "Źródła",
            "Źródło 1",
            "Filtr 1",
            "Filter 1",
            "Bar hatch",
            "2024-05-12 visit",
            "Plan",
        )
    )
    for locale in ("pl", "en"):
        for role in ("timeline", "documents"):
            files[f"docs/{locale}/{role}.md"] = f"---\ntitle: T {role}\nrole: {role}\n---\n\n{headings}"
        files[f"docs/{locale}/sieci/rivers.md"] = f"---\nnetwork: rivers\n---\n\n{headings}"
    site = build(write_files(tmp_path, small_site(changes=files)))
    assert faults(site.folder, "https://miasto-w-sieciach.pl/") == []
    assert {"dokument_main", "filtr-1", "filtr-1-1", "main", "main-1"} <= set(Document(site.read("documents/")).ids)
    assert {"wydarzenie_2024-05-12-visit", "2024-05-12-visit"} <= set(Document(site.read("timeline/")).ids)


def test_an_anchor_that_stands_twice_stops_a_build(tmp_path: Path) -> None:
    """The last net, for what no rule about sources foresees."""
    folder = write_files(tmp_path, small_site())
    (folder / "overrides").symlink_to(ROOT / "overrides")
    engine = open_engine(folder, today=TODAY)
    page = engine.page("rejestr.md", "pl")
    with pytest.raises(ContentErrors) as stopped:
        engine.finisher.finish(page, '<h2 id="a">A</h2>\n<div\nid="a">B</div>', engine.context("pl", page.url))
    assert lines(stopped.value.problems)[0].startswith("docs/pl/rejestr.md:1:1: E-ANCHOR-TWICE")
    assert "„a”" in lines(stopped.value.problems)[0]


@pytest.mark.parametrize("identity", ['a"],x{}', "a</style>", "A", "a_b", "a--b", "-a", "ą", "a b", "a" * 81, "../a"])
def test_no_id_holds_what_would_mean_something_in_a_style_sheet_or_an_address(identity: str, tmp_path: Path) -> None:
    network = NETWORK.replace("id: rivers", f"id: {identity!r}")
    found = lines(check(write_files(tmp_path, small_site(changes={"data/networks/rivers.yml": network}))))
    assert [line.split()[1] for line in found] in (["E-ID"], ["E-LONG"])
