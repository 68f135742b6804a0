"""What was measured of the search in; its part of the report, and what is expected of it, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import median

from asking.figures import BEST, FIRST, Figures

from .search import FIRST_SEARCHES, OURS, STOCK, Searched, SearchResult
from .tables import table

_MEASURES: tuple[tuple[str, Callable[[Figures], float | None]], ...] = (
    ("expected pages that are found", lambda each: each.recall),
    (f"expected pages among the first {FIRST}", lambda each: each.recall_first),
    ("found pages that are no mistake", lambda each: each.precision),
    (f"found pages among the first {FIRST} that are no mistake", lambda each: each.precision_first),
    (f"a best page among the first {BEST}", lambda each: each.best_first),
    ("the asked-for fact is shown, with its anchor", lambda each: each.facts),
    ("no answer: nothing found, or the reader is told", lambda each: each.nothing),
    ("answer in the other language: found there", lambda each: each.other),
)

_EXPECTED: tuple[tuple[str, str, float], ...] = (
    ("(a) written by hand", "recall", 0.97),
    ("(b) inflected", "recall", 0.95),
    ("(b) without diacritics", "recall", 0.95),
)


def about(search: SearchResult) -> str:
    """What the figures are."""
    sets = ", ".join(f"{name}: {sides[OURS].questions}" for name, sides in search.asked.items())
    return (
        "Asked in headless Chromium. *Ours* is asked through the modules that the site ships, in one of its pages;"
        " *stock* is Material's own search with static-i18n, asked through its own worker over pages that hold the same"
        " text as ours, headings and anchors as well. It knows no Polish and has one index for all languages: a page in"
        " the other language is a mistake where the question has one. (a) are questions with the pages that a reader"
        " would accept as an answer (`tests/site/queries.yml`); pages that only hold the words count as mistakes there,"
        " so look at the order. (b) are words that stand on the Polish pages, each in a form that does not stand on its"
        " page, from a dictionary (Morfeusz, SGJP) that our search does not use; every page with any form of the same"
        f" word is expected. Questions: {sets}."
    )


def quality(search: SearchResult) -> str:
    """A row for every set and measure."""
    rows = []
    for name, sides in search.asked.items():
        for what, measure in _MEASURES:
            if any(measure(each) is not None for each in sides.values()):
                rows.append((name, what, *(_share(measure(sides[side])) for side in (OURS, STOCK))))
        rows.append((name, "median ms of a query, every file at hand", *_milliseconds(sides[OURS], sides[STOCK])))
    return table(("Questions", "Share of", "Ours", "Stock"), rows, left=(0, 1))


def cost(search: SearchResult) -> str:
    """A row for every site and side."""
    head = ("Site", "Side", "Site, KB", "Before any use, KB", "First search, KB", "Files", "Ours / this")
    rows = []
    for name, site in _sites(search):
        for side, sizes in site.first.items():
            ratio = "" if side == OURS else f"{site.first[OURS].bytes / sizes.bytes:.2f}"
            figures = (
                _kilobytes(site.site),
                _kilobytes(sizes.before),
                _kilobytes(sizes.bytes),
                f"{sizes.requests:.0f}",
            )
            rows.append((name, side, *figures, ratio))
    return table(head, rows, left=(0, 1))


def about_cost(build_seconds: float, search: SearchResult) -> str:
    """What the bytes are, and what the index costs a build."""
    index = median(search.index)
    return (
        "Bytes are those of the compressed files that are the search's own, from opening the home page with nothing in"
        " store to the results: of ours scripts, words and texts, of stock its index and its worker (its script is part"
        f" of the theme's bundle and not counted). The median of {FIRST_SEARCHES} queries, typed letter by letter."
        f" *Site* are all its pages, compressed. Making our index takes {index:.2f} s of the {build_seconds:.2f} s in"
        f" which this site is built: {build_seconds / (build_seconds - index):.2f} times the build without it."
    )


def expected(search: SearchResult) -> Iterator[tuple[str, str, str]]:
    """Rows of the table of what is hoped for: what, expected, found."""
    for name, measure, least in _EXPECTED:
        if name in search.asked:
            found = getattr(search.asked[name][OURS], measure)
            yield f"Search, {name}: {measure}", f"at least {least:.2f}", _share(found)
    yield "Search: bytes before any use", "0", f"{search.here.first[OURS].before:.0f}"
    grown = _growth(search, OURS)
    if grown is not None:
        few, many = search.synthetic[0].pages, search.synthetic[-1].pages
        what = f"Search, {few:,} to {many:,} pages: growth of the bytes of a first search / growth of the site's own"
        yield what, "under 1.00", f"{grown:.2f}"
        yield f"{what}, stock", "", f"{_growth(search, STOCK):.2f}"


def _growth(search: SearchResult, side: str) -> float | None:
    """By how much a first search grows for every time that the site grows; none where there is one size alone."""
    if len(search.synthetic) < 2:
        return None
    first, last = search.synthetic[0], search.synthetic[-1]
    return (last.first[side].bytes / first.first[side].bytes) / (last.site / first.site)


def _sites(search: SearchResult) -> Iterator[tuple[str, Searched]]:
    yield "this site", search.here
    for site in search.synthetic:
        yield f"synthetic, {site.pages:,}", site


def _milliseconds(*sides: Figures) -> Iterator[str]:
    return (f"{each.milliseconds:.1f}" for each in sides)


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _kilobytes(value: float) -> str:
    return f"{value / 1000:,.1f}"
