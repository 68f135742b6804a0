"""The same register speaks for another city when one setting changes, and says nothing of the first city there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from finished import Document
from small_site import NETWORK, ROOT, SITE, TODAY, Built, build, shown, small_site, write_files

from opencity.register.loader import load

PLACES = {
    "wroclaw": ("Wrocław", "Ostatnio we Wrocławiu", "Recently in Wrocław", "Do czego należy Wrocław"),
    "katowice": ("Katowice", "Ostatnio w Katowicach", "Recently in Katowice", "Do czego należą Katowice"),
}


def site_of(city: str, folder: Path) -> Built:
    """A site that speaks for a city of this checkout's register: other settings, pages of its own, the same facts."""
    shutil.copytree(ROOT / "data", folder / "data")
    files: dict[str, str | bytes] = {"data/site.yml": SITE.format(city=city)}
    titles = {"pl": ("Nasze miasto", "Rejestr", "Sieci"), "en": ("Our city", "Register", "Networks")}
    for locale, (home, register, networks) in titles.items():
        files[f"docs/{locale}/index.md"] = f"---\ntitle: {home}\n---\n"
        files[f"docs/{locale}/rejestr.md"] = f"---\ntitle: {register}\nrole: register\n---\n\n```register\n```\n"
        files[f"docs/{locale}/sieci/index.md"] = f"---\ntitle: {networks}\n---\n\n```networks\n```\n"
    write_files(folder, files)
    registry = load(folder, today=TODAY).registry
    assert registry is not None
    pages: dict[str, str | bytes] = {}
    for membership in registry.memberships_of(city):
        for locale in titles:
            pages[f"docs/{locale}/sieci/{membership.network}.md"] = f"---\nnetwork: {membership.network}\n---\n"
    return build(write_files(folder, pages))


@pytest.fixture(scope="module", params=sorted(PLACES))
def speaking(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Built]:
    city = str(request.param)
    return city, site_of(city, tmp_path_factory.mktemp(city))


def test_the_home_page_speaks_of_the_other_city_in_its_own_cases(speaking: tuple[str, Built]) -> None:
    city, built = speaking
    _, latest_pl, latest_en, _ = PLACES[city]
    assert latest_pl in [heading.text for heading in Document(built.read("")).all("h2")]
    assert latest_en in [heading.text for heading in Document(built.read("en/")).all("h2")]


def test_the_register_is_the_other_citys(speaking: tuple[str, Built]) -> None:
    city, built = speaking
    page = Document(built.read("rejestr/"))
    assert page.text_of("caption") == PLACES[city][3]
    assert "Eurocities" in [cell.text for cell in page.all("th", scope="row")]


def test_the_path_on_a_network_page_is_headed_by_the_other_city(speaking: tuple[str, Built]) -> None:
    city, built = speaking
    headings = [heading.text for heading in Document(built.read("sieci/ump/")).all("h2")]
    assert f"{PLACES[city][0]}: kolejne kroki" in headings or "Początki i zmiany" in headings
    assert not [heading for heading in headings if "Krak" in heading]


def test_no_word_of_the_first_city_stands_where_the_speaking_city_belongs(speaking: tuple[str, Built]) -> None:
    """In head, header, menu, headings, captions, page details and foot. An event may name another city."""
    _, built = speaking
    for path in built.folder.rglob("*.html"):
        page = Document(path.read_text(encoding="utf-8"))
        own = [element for name in ("title", "header", "h1", "h2", "caption", "footer") for element in page.all(name)]
        own += page.all("details", class_="page-details") + page.all("nav") + page.all("p", class_="lead")
        spoken = " ".join([element.text for element in own] + [meta.attributes["content"] for meta in page.all("meta")
                          if meta.attributes.get("name") == "description"])  # fmt: skip
        assert "Krak" not in spoken, path
    for home in ("", "en/"):
        page = Document(built.read(home))
        for part in (page.text_of("p", class_="home-sentence"), page.text_of("ul", class_="cards")):
            assert "Krak" not in part


def test_facts_that_every_city_shares_do_not_speak_for_one(speaking: tuple[str, Built]) -> None:
    """Purposes and conditions of a network read the same in every city."""
    city, built = speaking
    registry = load(built.folder.parent, today=TODAY).registry
    assert registry is not None
    for item in registry.networks.values():
        network = item.record
        texts = [network.summary, network.label, *(purpose.text for purpose in network.purposes)]
        texts += [network.joining.text] if network.joining else []
        texts += [network.why_here] if network.why_here else []
        for text in texts:
            for locale in registry.site.locales:
                assert "Krak" not in text.in_(locale), f"{network.id} ({city})"


def test_a_home_page_leads_only_to_pages_that_hold_something(tmp_path: Path) -> None:
    roles = ("timeline", "news", "cities")
    files: dict[str, str | bytes | None] = {
        f"docs/{locale}/{role}.md": f"---\ntitle: {role}\nrole: {role}\n---\n"
        for role in roles
        for locale in ("pl", "en")
    }
    other = "Zobacz, do czego należą inne polskie miasta"
    path = "data/cities/zakopane/memberships/rivers.yml"
    pages = {f"docs/{locale}/sieci/rivers.md": None for locale in ("pl", "en")}
    empty = shown(write_files(tmp_path / "empty", small_site("zakopane", files | pages | {path: None})), "index.md")
    full = shown(write_files(tmp_path / "full", small_site("zakopane", files)), "index.md")
    assert [link.text for link in Document(empty).all("a") if link.text.startswith("Zobacz")] == [other]
    ways = [link.text for link in Document(full).all("a")]
    assert "Zobacz całą oś czasu" in ways
    assert "Zobacz wszystkie aktualności" not in ways
    assert other not in ways


def test_a_home_page_does_not_call_late_what_happened_long_ago(tmp_path: Path) -> None:
    path = "data/cities/zakopane/memberships/rivers.yml"
    act = "network: rivers\nacts:\n  - id: entry\n    kind: admission\n    effect: accedes\n    tie: member\n"
    act += "    date: {}\n    text: {{ pl: Miasto wchodzi., en: The city joins. }}\n    sources: [register]\n"
    old, new = (
        shown(write_files(tmp_path / year, small_site("zakopane", {path: act.format(year)})), "index.md")
        for year in ("1993", "2016")
    )
    assert "Ostatnio w Zakopanem" not in [heading.text for heading in Document(old).all("h2")]
    assert "Ostatnio w Zakopanem" in [heading.text for heading in Document(new).all("h2")]


def test_two_kinds_of_tie_are_joined_by_another_word_than_that_within_the_first(tmp_path: Path) -> None:
    charter = NETWORK.replace("id: rivers\nkind: network", "id: hills\nkind: charter")
    signed = "network: hills\nacts:\n  - id: entry\n    kind: signature\n    effect: accedes\n    tie: signatory\n"
    signed += "    date: 2020\n    sources: [register]\n"
    changes: dict[str, str | bytes | None] = {
        "data/networks/hills.yml": charter,
        "data/networks/lakes.yml": NETWORK.replace("rivers", "lakes").replace("kind: network", "kind: association"),
        "data/cities/zakopane/memberships/hills.yml": signed,
        "data/cities/zakopane/memberships/lakes.yml": signed.replace("hills", "lakes").replace("signatory", "member"),
    }
    folder = write_files(tmp_path, small_site("zakopane", changes))
    opening = Document(shown(folder, "index.md")).text_of("p", class_="home-sentence")
    assert opening.startswith("Zakopane należy do dwóch sieci i związków oraz podpisało jedną kartę.")
    opening = Document(shown(folder, "index.md", "en")).text_of("p", class_="home-sentence")
    assert opening.startswith("Zakopane belongs to two networks and associations, and has signed one charter.")


def test_a_membership_is_the_longest_only_of_several_whose_beginnings_are_all_known(tmp_path: Path) -> None:
    acts = "network: {}\nacts:\n  - id: entry\n    kind: admission\n    effect: accedes\n    tie: member\n"
    dated = acts + "    date: {}\n    sources: [register]\n"
    unknown = "network: lakes\nobservations:\n  - tie: member\n    as_of: { on: 2019 }\n    sources: [register]\n"
    rivers, lakes = (f"data/cities/zakopane/memberships/{network}.yml" for network in ("rivers", "lakes"))
    network = {"data/networks/lakes.yml": NETWORK.replace("id: rivers", "id: lakes").replace("Miasta Rzek", "Jeziora")}
    one = {rivers: dated.format("rivers", 2004)}
    cases = {"one": one, "both": one | {lakes: dated.format("lakes", 1998)}, "unknown": one | {lakes: unknown}}
    said = {}
    for name, files in cases.items():
        folder = write_files(tmp_path / name, small_site("zakopane", network | files))
        said[name] = Document(shown(folder, "index.md")).text_of("p", class_="home-sentence")
    assert said["one"] == "Zakopane należy do jednej sieci."
    assert said["both"] == "Zakopane należy do dwóch sieci. Najdłużej: Jeziora, od 1998 r."
    assert said["unknown"] == "Zakopane należy do dwóch sieci."


def test_a_title_and_a_programme_share_their_verb(tmp_path: Path) -> None:
    held = "network: hills\nacts:\n  - id: entry\n    kind: announcement\n    effect: accedes\n    tie: title_holder\n"
    changes: dict[str, str | bytes | None] = {
        "data/networks/hills.yml": NETWORK.replace("rivers", "hills").replace("kind: network", "kind: title"),
        "data/cities/katowice/memberships/hills.yml": held + "    date: 2020\n    sources: [register]\n",
        "data/cities/katowice/programmes/woda.yml": (
            "id: woda\nkind: programme\nlabel: { pl: Woda, en: Water }\nname: { pl: Woda, en: Water }\n"
            "summary: { pl: Program., en: Programme. }\nsources: [register]\n"
        ),
    }
    folder = write_files(tmp_path, small_site("katowice", changes))
    opening = Document(shown(folder, "index.md")).text_of("p", class_="home-sentence")
    assert opening.startswith("Katowice należą do jednej sieci, mają jeden tytuł i jeden własny program.")
    opening = Document(shown(folder, "index.md", "en")).text_of("p", class_="home-sentence")
    assert opening.startswith("Katowice belongs to one network, has one title and one city programme.")
