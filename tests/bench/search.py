"""This site and synthetic ones, each finished, in; how well and at what cost their search answers, beside the stock.

*Stock* is Material's own search, asked through its own worker, over pages that hold the same text as ours.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import BinaryIO
from urllib.parse import urlsplit

from asking.browser_search import ask
from asking.dictionary import Dictionary, is_installed
from asking.figures import Answer, Figures, figures
from asking.inflected import inflected_set
from asking.page_texts import PageText, page_texts
from asking.questions import NOTHING, OTHER, Question, read_questions
from browser import QuietHandler, open_browser, served
from playwright.sync_api import Browser, Page

from .loading import Compressing, compressed
from .meter import measure
from .projects import REPOSITORY, SETTINGS, build_environment
from .reading import TODAY
from .stock import ask_stock, lay_out_stock

QUESTIONS = REPOSITORY / "tests" / "site" / "queries.yml"
LOCALE = "pl"
FIRST_SEARCHES = 9
"""How many first searches of this site are looked at."""
SYNTHETIC_QUERIES = ("uchwały rady", "nauka języka", "tłumaczki", "Lublin", "mowy nienawiści")
"""What is asked of the synthetic sites: words of `words.py`, in other forms too."""

OURS, STOCK = "ours", "stock"


@dataclass(frozen=True, slots=True)
class Sizes:
    """Compressed bytes and requests of a first search, from the focus on the box to the results, and before it."""

    before: float
    bytes: float
    requests: float


@dataclass(frozen=True, slots=True)
class Searched:
    """A site with both searches: its pages, the compressed bytes of all of them, what a first search costs each."""

    pages: int
    site: int
    first: Mapping[str, Sizes]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Set of questions to side to figures; this site and the synthetic ones; the seconds of the index in a build."""

    asked: Mapping[str, Mapping[str, Figures]]
    here: Searched
    synthetic: tuple[Searched, ...]
    index: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Both:
    """A site of ours and the stock one with the same text, finished; how many pages a language ours has."""

    pages: int
    texts: tuple[PageText, ...]
    sites: Mapping[str, Path]


def measure_search(
    project: Path, synthetic: Sequence[Path], engine: Path, folder: Path, *, runs: int, progress: Callable[[str], None]
) -> SearchResult:
    """Measure the search of a project that is built and, for its growth, of synthetic ones that are built.

    Raises Failed when the stock site cannot be built.
    """
    progress("search: the same pages with the stock search")
    here, *others = [_both(each, folder / f"stock-{number}") for number, each in enumerate((project, *synthetic))]
    questions = _questions(here.texts)
    with open_browser() as browser:
        progress(f"search: {sum(map(len, questions.values()))} questions")
        asked = {name: _figures(browser, here, each) for name, each in questions.items()}
        progress("search: bytes of a first search")
        typical = _typical(questions)
        return SearchResult(
            asked=asked,
            here=_searched(browser, here, typical),
            synthetic=tuple(_searched(browser, other, SYNTHETIC_QUERIES) for other in others),
            index=tuple(_index_seconds(project, engine) for _ in range(runs)),
        )


def _both(project: Path, folder: Path) -> _Both:
    """The texts of our finished site, and the stock site built of them."""
    texts = page_texts(project, project / "site", TODAY)
    folder.mkdir()
    lay_out_stock(folder, texts)
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", SETTINGS)
    measure(command, folder=folder, environment=build_environment())
    pages = sum(1 for _ in (project / "docs" / LOCALE).rglob("*.md"))
    return _Both(pages, texts, {OURS: project / "site", STOCK: folder / "site"})


def _questions(texts: Sequence[PageText]) -> dict[str, Sequence[Question]]:
    """Those written by hand, and those made out of the dictionary where there is one."""
    found: dict[str, Sequence[Question]] = {}
    if QUESTIONS.is_file():
        found["(a) written by hand"] = read_questions(QUESTIONS)
    if is_installed():
        made = inflected_set(texts, Dictionary())
        found["(b) inflected"] = made.asked
        found["(b) without diacritics"] = made.bare
        found["(b) forms that no page has"] = made.unseen
    return found


def _figures(browser: Browser, both: _Both, questions: Sequence[Question]) -> dict[str, Figures]:
    with served(both.sites[OURS]) as ours, served(both.sites[STOCK]) as stock:
        answers: dict[str, tuple[Answer, ...]] = {
            OURS: ask(browser, ours, questions),
            STOCK: ask_stock(browser, stock, questions),
        }
    return {side: figures(questions, each) for side, each in answers.items()}


def _typical(questions: Mapping[str, Sequence[Question]]) -> tuple[str, ...]:
    """Some queries in one language that have an answer, from every part of the first set."""
    first = next(iter(questions.values()), ())
    found = [each.query for each in first if each.locale == LOCALE and each.kind not in (NOTHING, OTHER)]
    return tuple(found[:: max(1, len(found) // FIRST_SEARCHES)][:FIRST_SEARCHES])


def _searched(browser: Browser, both: _Both, queries: Sequence[str]) -> Searched:
    size = sum(len(compressed(path)) for path in both.sites[OURS].rglob("*.html"))
    first = {side: _first_search(browser, site, queries, _BOXES[side]) for side, site in both.sites.items()}
    return Searched(both.pages, size, first)


def _index_seconds(project: Path, engine: Path) -> float:
    report = project / "bench-index.json"
    script = Path(__file__).with_name("indexing.py")
    command = (sys.executable, "-P", str(script), str(project), str(project / "site"), str(report))
    measure(command, folder=project, environment=build_environment() | {"PYTHONPATH": str(engine / "hooks")})
    return float(json.loads(report.read_text(encoding="utf-8")))


# --- bytes of a first search ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a reader types, where the results stand, and which files are the search's own."""

    field: str
    results: str
    files: tuple[str, ...]


_BOXES = {
    OURS: _Box("form.search input[name=q]", "form.search [role=option]", ("assets/search/", "assets/opencity/search/")),
    STOCK: _Box(
        "[data-md-component=search-query]",
        ".md-search-result__meta",
        ("search/", "assets/javascripts/workers/", "assets/javascripts/lunr/"),
    ),
}


@dataclass(slots=True)
class _Log:
    """What a server has sent: paths and bytes of the compressed bodies."""

    sent: list[tuple[str, int]] = field(default_factory=list)

    def of(self, box: _Box) -> list[int]:
        """The bytes of each file of the search."""
        return [size for path, size in self.sent if path.startswith(box.files)]


def _first_search(browser: Browser, site: Path, queries: Sequence[str], box: _Box) -> Sizes:
    """The median over the queries, each typed into the box of the home page with nothing in store."""
    log = _Log()
    found = []
    with served(site, _logging(log)) as root:
        for query in queries:
            log.sent.clear()
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            page.goto(root, wait_until="networkidle")
            before = sum(log.of(box))
            _type(page, box, query)
            found.append(Sizes(before, sum(log.of(box)), len(log.of(box))))
            context.close()
    return Sizes(*(median(getattr(each, name) for each in found) for name in ("before", "bytes", "requests")))


def _type(page: Page, box: _Box, query: str) -> None:
    """Type as a reader does, until the results stand there."""
    page.locator(box.field).first.click()
    page.locator(box.field).first.press_sequentially(query, delay=30)
    page.locator(box.results).first.wait_for()
    page.wait_for_load_state("networkidle")


def _logging(log: _Log) -> type[QuietHandler]:
    """A server that compresses and notes what it sends."""

    class Logging(Compressing):
        def send_head(self) -> io.BytesIO | BinaryIO | None:
            body = super().send_head()
            if isinstance(body, io.BytesIO):
                log.sent.append((urlsplit(self.path).path.lstrip("/"), len(body.getbuffer())))
            return body

    return Logging
