"""What was measured in; the report in Markdown, medians and ratios beside what is expected, out."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from statistics import median

from . import search_report
from .measurements import LOADS, Build, Load, Results, SiteResult
from .meter import Run
from .projects import Side
from .tables import table

PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "pydantic", "PyYAML")

PHASES = {
    "start": "start",
    "check": "reading and checking",
    "files": "files, menu",
    "markdown": "Markdown",
    "templates": "templates",
    "copy": "copying, 404, site map",
    "after": "after the last page",
}

_LOAD_FIGURES: tuple[tuple[Callable[[Load], float], str, int], ...] = (
    (lambda load: load.requests, ".0f", 1),
    (lambda load: load.bytes, ".1f", 1000),
    (lambda load: load.milliseconds, ".0f", 1),
)
"""What is compared of a load: the figure, its form, its unit."""


def as_markdown(results: Results) -> str:
    """The whole report."""
    parts = (
        "# What a build and a check cost",
        _about(results),
        "## Full build",
        _builds(results),
        "## Where the seconds go",
        "Median seconds, both languages together. *Start* is interpreter, imports and settings; *reading and checking*"
        " is `on_config`, where our side reads the whole register and every page.",
        _phases(results),
        "## Page rendering alone",
        "Markdown and templates of all pages, both languages; *ms* is for one page in one language. Growth is the time"
        " a page takes here divided by the time it takes on the smallest synthetic site: 1.00 is linear. Every size has"
        " the same ten folders, and the menu beside a page lists its folder: what grows with the templates is the menu,"
        " on both sides.",
        _rendering(results),
        "## A timeline of 5,000 entries",
        "The timeline page of one city, in one language, rendered by the engine alone: views, templates, typography,"
        " sources; without MkDocs, without reading the data, without compiling the templates, which happens once in a"
        " build. Each entry has a date, a text and two sources. Growth is the time an entry takes here divided by the"
        " time it takes on the short timeline: 1.00 is linear.",
        _timelines(results),
        "## The reader's page",
        "Three pages of this site in headless Chromium, with the viewport of a phone and nothing in store, from a"
        f" server on the same machine that compresses text; a figure is the median of {LOADS} loads, then that of the"
        " runs. Requests and bytes (bodies, compressed) are those until `load`. *Bare has the same Markdown and none of"
        " the facts*: what the register holds is not on its pages, as the words to be read show. Bare has no search"
        " here, and nothing of ours is loaded before it is used. On one machine bytes travel in no time: the"
        " milliseconds are the browser's own work, and a reader far from the server waits for the bytes as well.",
        _loads(results),
        "## Search",
        search_report.about(results.search),
        search_report.quality(results.search),
        search_report.about_cost(_here_seconds(results), results.search),
        search_report.cost(results.search),
        "## Checking",
        _checks(results),
        "## Expected",
        _expected(results),
    )
    return "\n\n".join(parts) + "\n"


def _about(results: Results) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return "\n".join(
        (
            f"- {results.day.isoformat()}, Python {platform.python_version()}, {_cores()} cores; {packages}",
            f"- Runs of each: {results.plan.runs}, every one a process of its own, sides in turn (A B A B). Seconds are"
            " medians; a ratio is the median of the ratios within a round.",
            "- *Bare* is MkDocs with Material's own templates and static-i18n on the same Markdown, with the same"
            " extensions and theme features (`navigation.prune` among them), without hooks and without search.",
            "- Made by `make bench`. Nothing fails on these figures; on a busy machine trust the ratios only.",
        )
    )


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _builds(results: Results) -> str:
    head = ("Site", "Pages a language", "Side", "Seconds", "Ours / this", "CPU seconds", "Peak memory, MB")
    rows = []
    for site in results.sites:
        ours = [build.run.seconds for build in site.builds[Side.OURS]]
        for side, builds in site.builds.items():
            runs = [build.run for build in builds]
            seconds = [run.seconds for run in runs]
            ratio = "" if side is Side.OURS else f"{_ratio(ours, seconds):.2f}"
            cost = (f"{median(seconds):.2f}", ratio, f"{median(run.processor for run in runs):.2f}", _peak(runs))
            rows.append((site.name, f"{site.pages:,}", str(side), *cost))
    return table(head, rows, left=(0, 2))


def _phases(results: Results) -> str:
    rows = []
    for site in results.sites:
        for side, builds in site.builds.items():
            seconds = (median(build.phases.get(phase, 0.0) for build in builds) for phase in PHASES)
            rows.append((site.name, str(side), *(f"{value:.2f}" for value in seconds)))
    return table(("Site", "Side", *PHASES.values()), rows, left=(0, 1))


def _rendering(results: Results) -> str:
    head = ("Pages a language", "Side", "Seconds", "ms", "Markdown, ms", "Templates, ms", "Growth", "Ours / this")
    rows = []
    first = _synthetic(results)[0]
    for site in _synthetic(results):
        ours = [build.rendering for build in site.builds[Side.OURS]]
        for side, builds in site.builds.items():
            seconds = [build.rendering for build in builds]
            ratio = "" if side is Side.OURS else f"{_ratio(ours, seconds):.2f}"
            grown = f"{_growth(site, first, side):.2f}" if side in first.builds and site is not first else ""
            parts = [median(build.phases[phase] for build in builds) for phase in ("markdown", "templates")]
            each = (f"{1000 * part / (2 * site.pages):.2f}" for part in (median(seconds), *parts))
            rows.append((f"{site.pages:,}", str(side), f"{median(seconds):.2f}", *each, grown, ratio))
    return table(head, rows, left=(1,))


def _timelines(results: Results) -> str:
    head = ("Entries", "Seconds", "ms an entry", "Growth", "HTML, KB", "Peak memory, MB")
    rows = []
    for entries, found in results.timelines.items():
        seconds = median(rendering.seconds for rendering in found)
        grown = "" if entries == min(results.timelines) else f"{_entry_growth(results):.2f}"
        size, peak = f"{found[0].size / 1e3:,.0f}", _peak([rendering.run for rendering in found])
        rows.append((f"{entries:,}", f"{seconds:.2f}", f"{1000 * seconds / entries:.3f}", grown, size, peak))
    return table(head, rows, left=())


def _entry_growth(results: Results) -> float:
    """By how much an entry takes longer on the long timeline than on the short one of the same round."""
    few, many = min(results.timelines), max(results.timelines)
    seconds = {entries: [run.seconds for run in runs] for entries, runs in results.timelines.items()}
    return _ratio(seconds[many], seconds[few]) * few / many


def _loads(results: Results) -> str:
    head = ("Page", "Side", "Words", "Requests", "Ours / this", "KB", "Ours / this", "ms to `load`", "Ours / this")
    rows = []
    for name, sides in results.loads.items():
        for side, found in sides.items():
            cells = [f"{median(load.words for load in found):,.0f}"]
            for what, form, unit in _LOAD_FIGURES:
                figures = [what(load) for load in found]
                ratio = _ratio([what(load) for load in sides[Side.OURS]], figures)
                cells += [format(median(figures) / unit, form), "" if side is Side.OURS else f"{ratio:.2f}"]
            rows.append((name, str(side), *cells))
    return table(head, rows, left=(0, 1))


def _checks(results: Results) -> str:
    head = ("What", "Seconds", "Validating / this", "Peak memory, MB")
    about = f"{results.records:,} records ({results.files:,} files, {results.size / 1e6:.1f} MB)"
    validated = [reading.seconds for reading in results.readings["validate"]]
    names = {
        "validate": f"{about}: reading, validating, cross-checking, without the start of Python",
        "our_reader": "the same files: only our `read_yaml`",
        "c_safe_loader": "the same files: only PyYAML's `CSafeLoader`",
    }
    rows = [
        ("`opencity check` of this repository, the whole command", _seconds(results.here), "", _peak(results.here)),
        (f"`opencity check` of {about}, the whole command", _seconds(results.many), "", _peak(results.many)),
    ]
    for way, readings in results.readings.items():
        seconds = [reading.seconds for reading in readings]
        ratio = "" if way == "validate" else f"{_ratio(validated, seconds):.2f}"
        rows.append((names[way], f"{median(seconds):.2f}", ratio, _peak([reading.run for reading in readings])))
    return table(head, rows, left=(0,))


def _expected(results: Results) -> str:
    """What the design hopes for beside what was found."""
    sites = _synthetic(results)
    first, last = sites[0], sites[-1]
    ratio = _ratio(_renderings(last.builds[Side.OURS]), _renderings(last.builds[Side.BARE]))
    validated = median(reading.seconds for reading in results.readings["validate"])
    rows = [(f"Page rendering, ours / bare, {last.pages:,} pages a language", "at most 1.20", f"{ratio:.2f}")]
    if last is not first:
        what = f"Growth of the time a page takes, {first.pages:,} to {last.pages:,} pages"
        rows += [(f"{what}: {side}", "about 1.00", f"{_growth(last, first, side):.2f}") for side in first.builds]
    few, many = min(results.timelines), max(results.timelines)
    what = f"Growth of the time an entry of a timeline takes, {few:,} to {many:,} entries"
    rows.append((what, "about 1.00", f"{_entry_growth(results):.2f}"))
    for name, sides in results.loads.items():
        ours, bare = ([load.bytes for load in sides[side]] for side in (Side.OURS, Side.BARE))
        rows.append((f"Bytes over the wire, ours / bare: {name}", "at most 1.20", f"{_ratio(ours, bare):.2f}"))
    rows.append((f"Validating {results.records:,} records, seconds", "under 3", f"{validated:.2f}"))
    rows += search_report.expected(results.search)
    return table(("What", "Expected", "Found"), rows, left=(0,))


def _here_seconds(results: Results) -> float:
    """How long our side takes to build this site."""
    return median(build.run.seconds for build in results.sites[0].builds[Side.OURS])


def _synthetic(results: Results) -> tuple[SiteResult, ...]:
    """The sites of a known size, the smallest first."""
    return results.sites[1:]


def _renderings(builds: Iterable[Build]) -> list[float]:
    return [build.rendering for build in builds]


def _growth(site: SiteResult, first: SiteResult, side: Side) -> float:
    """By how much a page takes longer here than on the first site, with the same side in the same round."""
    return _ratio(_renderings(site.builds[side]), _renderings(first.builds[side])) * first.pages / site.pages


def _ratio(above: Sequence[float], below: Sequence[float]) -> float:
    """The median of the ratios of runs of the same round."""
    return median(one / other for one, other in zip(above, below, strict=True))


def _seconds(runs: Sequence[Run]) -> str:
    return f"{median(run.seconds for run in runs):.2f}"


def _peak(runs: Sequence[Run]) -> str:
    return f"{median(run.peak for run in runs) / 1e6:.0f}"
