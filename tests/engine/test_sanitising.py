"""The first layer against script: what an editor's text may not hold is an error, and is in no page even then.

`hostile_vectors.yml` holds the attacks. No policy of a host or of a page helps here: that layer has its own tests.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from browser import served
from playwright.sync_api import Browser, Route
from playwright.sync_api import Page as Tab
from small_site import NETWORK, ROOT, SOURCES, TODAY, Built, build, check, lines, small_site, write_files

from opencity.pages.anchors import plain
from opencity.pages.blocks import marker
from opencity.pages.rendered import Unrenderable, rendered
from opencity.pages.sanitised import safe, sanitised
from opencity.problems import ContentErrors
from opencity.site.engine import open_engine

Files = dict[str, str | bytes | None]

CORPUS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("hostile_vectors.yml").read_text(encoding="utf-8"))
PROSE: dict[str, dict[str, Any]] = CORPUS["prose"]
EVERY_MARKDOWN = Path(__file__).with_name("every_markdown.md").read_text(encoding="utf-8")
HARMLESS = {name: each["text"] for name, each in PROSE.items() if not each["codes"]}


def page(text: str) -> str:
    return f"---\ntitle: Tekst\n---\n\nPoczątek.\n\n{text}\n"


def errors(folder: Path, changes: Files) -> list[tuple[str, str]]:
    """The codes and places of the errors of the small site with some changes."""
    found = check(write_files(folder, small_site(changes=changes)))
    return [(problem.code, str(problem.place)) for problem in found if problem.is_error]


# --- at the check -------------------------------------------------------------------------------------


def test_the_corpus_is_as_large_as_it_should_be() -> None:
    assert sum(len(part) for part in CORPUS.values()) >= 100


@pytest.mark.parametrize("name", PROSE)
def test_what_may_not_be_in_a_text_is_an_error_with_its_line(name: str, tmp_path: Path) -> None:
    found = errors(tmp_path, {"docs/pl/index.md": page(PROSE[name]["text"])})
    assert [code for code, _ in found] == PROSE[name]["codes"]
    for _, place in found:
        file, line, _ = place.rsplit(":", 2)
        assert file == "docs/pl/index.md"
        assert int(line) >= 7


@pytest.mark.parametrize("address", CORPUS["addresses"])
def test_no_address_of_a_record_runs_anything(address: str, tmp_path: Path) -> None:
    sources = SOURCES.replace("https://siec.example/lista", f'"{address}"'.replace("\t", "\\t"))
    assert errors(tmp_path, {"data/sources/all.yml": sources})


@pytest.mark.parametrize("name", CORPUS["files"])
def test_no_file_brings_a_script(name: str, tmp_path: Path) -> None:
    found = errors(tmp_path, {name: CORPUS["files"][name]})
    assert [place for _, place in found if place.startswith(name)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("&#" + "9" * 5000 + ";", "7:1"),
        ("<b title='&#" + "9" * 5000 + ";'>x</b>", "7:11"),
        ("Kod `<![abc x`.", "7:6"),
        ("- " * 2000 + "x", "1:1"),
    ],
)
def test_what_no_parser_can_read_is_an_error_with_its_place(text: str, place: str, tmp_path: Path) -> None:
    found = errors(tmp_path, {"docs/pl/index.md": page(text)})
    assert found == [("E-HTML-BROKEN", f"docs/pl/index.md:{place}")]


def test_what_markdown_itself_makes_is_welcome(tmp_path: Path) -> None:
    assert lines(check(write_files(tmp_path, small_site(changes={"docs/pl/index.md": page(EVERY_MARKDOWN)})))) == []
    made = rendered(EVERY_MARKDOWN, plain)
    kept = sanitised(made.html, made.anchors).html
    assert sorted(set(re.findall(r"<(\w+)", kept))) == sorted(set(re.findall(r"<(\w+)", made.html)))
    assert set(re.findall(r' (?:id|align|class|title)="[^"]+"', made.html)) <= set(re.findall(r' \w+="[^"]+"', kept))


def test_markers_of_blocks_survive_on_lines_of_their_own() -> None:
    html = f"<p>A</p>\n{marker(0)}\n\n<p>B</p>"
    assert sanitised(html, frozenset()).html == html


# --- in a browser -------------------------------------------------------------------------------------

POKE = """() => {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && !/^(javascript|vbscript|data):/i.test(link.href)) event.preventDefault();
  }, true);
  for (const element of document.querySelectorAll("*")) {
    for (const kind of ["mouseover", "focus", "toggle"]) element.dispatchEvent(new Event(kind));
    if (!/^(INPUT|SUMMARY)$/.test(element.tagName)) element.click?.();
  }
}"""
"""What a reader may do with everything on a page; ordinary links lead nowhere meanwhile."""


class Watched:
    """A tab without any policy, which notes what ran and who was asked."""

    def __init__(self, browser: Browser) -> None:
        self._browser, self.ran, self.asked = browser, 0, list[str]()
        self.tab = self._open()

    def _open(self) -> Tab:
        tab = self._browser.new_page()
        tab.expose_function("hit", self._hit)
        tab.route("**/*", self._asked)
        return tab

    def _hit(self, *_: object) -> None:
        self.ran += 1

    def _asked(self, route: Route) -> None:
        if route.request.url.startswith("http://127.0.0.1:"):
            route.continue_()
        else:
            self.asked.append(route.request.url)
            route.abort()

    def show(self, html: str) -> bool:
        """Whether anything of a fragment runs, or asks anybody for anything."""
        if self.ran or self.asked:  # it may be on its way elsewhere
            self.tab.close()
            self.tab = self._open()
        self.ran, self.asked = 0, []
        self.tab.set_content(f"<!doctype html><title>x</title><main>{html}</main>", wait_until="commit")
        return self.poked()

    def poked(self) -> bool:
        """The same of the page that is open."""
        self.tab.wait_for_timeout(15)
        if not self.asked:
            self.tab.evaluate(POKE)
            self.tab.wait_for_timeout(15)
        return bool(self.ran or self.asked)


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Watched:
    return Watched(browser)


ALIVE = (
    *("svg-onload", "img-over-two-lines", "iframe-srcdoc", "link-stylesheet", "onclick-in-html", "onclick-on-a-link"),
    *("onclick-on-a-heading", "javascript-link", "javascript-with-a-tab", "comment-with-a-mark", "admonition-title"),
)
"""Of each kind one that does run where nothing stops it: else the test would be blind."""


def html_of(text: str) -> str:
    """The HTML that Markdown makes, with nothing left out."""
    try:
        return rendered(text, plain).html
    except Unrenderable:
        return ""


@pytest.mark.browser
def test_nothing_runs_of_what_is_left_of_any_text_and_much_runs_without_this_layer(watched: Watched) -> None:
    made = {name: html_of(each["text"]) for name, each in PROSE.items()}
    assert not watched.show("\n".join(sanitised(html, frozenset()).html for html in made.values()))
    assert [name for name in ALIVE if not watched.show(made[name])] == []


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def harmless_site() -> Files:
    """A site with every text of the corpus that passes the check: in prose, in front matter, in the register."""
    files: Files = {f"docs/pl/{name}.md": page(text) for name, text in HARMLESS.items()}
    front = "".join(f"{field}: {quoted(text)}\n" for field, text in CORPUS["front"].items())
    files["docs/pl/wszystko.md"] = page(EVERY_MARKDOWN)
    files["docs/pl/czolo.md"] = f"---\n{front}---\n"
    for at, text in enumerate(CORPUS["register"]):
        words = f"{{ pl: {quoted(text)}, en: {quoted(text)} }}"
        network = NETWORK.replace("{ pl: Miasta Rzek, en: Cities of Rivers }", words).replace(
            "id: rivers", f"id: n{at}"
        )
        network = network.replace("{ pl: Sieć miast nad rzekami., en: A network of cities on rivers. }", words)
        files[f"data/networks/n{at}.yml"] = network
        files[f"data/cities/katowice/memberships/n{at}.yml"] = str(
            small_site()["data/cities/katowice/memberships/rivers.yml"]
        ).replace("network: rivers", f"network: n{at}")
        for locale in ("pl", "en"):
            files[f"docs/{locale}/sieci/n{at}.md"] = f"---\nnetwork: n{at}\n---\n"
    return files


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The finished site of all that passes the check."""
    return build(write_files(tmp_path_factory.mktemp("harmless"), small_site(changes=harmless_site())))


@pytest.mark.browser
def test_what_passes_the_check_is_inert_in_the_finished_site(watched: Watched, site: Built) -> None:
    with served(site.folder) as address:
        for url in site.urls():
            watched.ran, watched.asked = 0, []
            watched.tab.goto(f"{address}{'' if url == '.' else url + '/'}", wait_until="load")
            assert not watched.poked(), url


# --- in the build -------------------------------------------------------------------------------------


def test_the_build_publishes_what_was_sanitised_and_our_own_fragments_untouched(site: Built) -> None:
    written = rendered(EVERY_MARKDOWN, plain).html
    assert "<hr />" in written  # as Markdown writes it, and not as the sanitiser does
    finished = site.read("wszystko/")
    assert "<hr />" not in finished
    assert "<hr>" in finished
    drawn = site.read("rejestr/")
    assert "<table" in drawn
    assert "<time datetime=" in drawn


def test_what_only_the_build_would_bring_stops_it_with_the_file(tmp_path: Path) -> None:
    """An extension that a city adds makes what the check cannot foresee."""
    folder = write_files(tmp_path, small_site())
    (folder / "overrides").symlink_to(ROOT / "overrides")
    shown = open_engine(folder, today=TODAY).page("index.md", "pl")
    assert safe('<h2 id="a">A</h2>', shown, frozenset({"a"})) == '<h2 id="a">A</h2>'
    with pytest.raises(ContentErrors) as stopped:
        safe('<li><input type="checkbox"></li><p style="x">A</p>', shown, frozenset())
    assert [f"{problem.place} {problem.code}" for problem in stopped.value.problems] == [
        "docs/pl/index.md:1:1 E-HTML-ELEMENT",
        "docs/pl/index.md:1:1 E-HTML-ATTRIBUTE",
    ]


def test_a_text_that_waits_for_its_translation_keeps_its_links_to_pages_of_its_language() -> None:
    held = '<a href="opencity:pl/sieci/rivers.md">x</a>'
    assert sanitised(held, frozenset(), is_carried=True).html == held
    assert sanitised(held, frozenset()).html == "<a>x</a>"
