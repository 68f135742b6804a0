"""A plan and an empty folder in; everything that was measured out."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .meter import Failed, Run, measure
from .pages import synthetic_site
from .projects import REPOSITORY, SETTINGS, Side, build_environment, lay_out, snapshot, write
from .reading import TODAY, WAYS
from .records import RECORDS, synthetic_register
from .search import SearchResult, measure_search
from .timelines import PAGE, timeline_site


@dataclass(frozen=True, slots=True)
class Plan:
    """How many runs, how many pages a language the synthetic sites have, and how many entries the timelines."""

    runs: int
    sizes: tuple[int, ...]
    entries: tuple[int, ...] = (500, 5000)
    searched: tuple[int, ...] = (100, 1000)
    """Pages a language of the synthetic sites whose search is measured."""


FULL = Plan(5, (200, 1000))
QUICK = Plan(1, (200,), searched=(100, 200))

LOADS = 5
"""How often a browser loads each page in one run, after a load that is not counted."""


@dataclass(frozen=True, slots=True)
class Build:
    """One build: what its process cost, and the seconds of each phase that `phases` knows."""

    run: Run
    phases: Mapping[str, float]

    @property
    def rendering(self) -> float:
        """The seconds that all pages took together, from Markdown to finished file."""
        return self.phases["markdown"] + self.phases["templates"]


@dataclass(frozen=True, slots=True)
class SiteResult:
    """The builds of one site. Builds with the same index, also those of other sites, ran in the same round."""

    name: str
    pages: int
    builds: Mapping[Side, tuple[Build, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of many records: the seconds without the start of the interpreter, and the whole process."""

    seconds: float
    run: Run


@dataclass(frozen=True, slots=True)
class Rendering:
    """One rendering of a timeline page: the seconds, the entries that the page holds, and its bytes of HTML."""

    seconds: float
    entries: int
    size: int
    run: Run


@dataclass(frozen=True, slots=True)
class Load:
    """One page in a browser: requests and compressed bytes until it is loaded, milliseconds, words to be read."""

    requests: float
    bytes: float
    milliseconds: float
    words: float


@dataclass(frozen=True, slots=True)
class Results:
    """Everything. `here` is the check of this repository, `many` that of the synthetic register."""

    day: dt.date
    plan: Plan
    sites: tuple[SiteResult, ...]
    here: tuple[Run, ...]
    many: tuple[Run, ...]
    records: int
    files: int
    size: int
    readings: Mapping[str, tuple[Reading, ...]]
    timelines: Mapping[int, tuple[Rendering, ...]]
    loads: Mapping[str, Mapping[Side, tuple[Load, ...]]]
    search: SearchResult


def measure_everything(plan: Plan, folder: Path) -> Results:
    """Measure sites and checks in turn.

    Raises Failed when something that should be measured does not run.
    """
    engine = snapshot(_empty(folder / "engine"))
    contents = {"this site": engine}
    for size in plan.sizes:
        contents[f"synthetic, {size:,}"] = write(folder / f"content-{size}", synthetic_site(size))
    sites = _measure_sites(contents, engine, plan, folder)
    built = {side: folder / f"{side.name.lower()}-0" / "site" for side in (Side.OURS, Side.BARE)}
    files = synthetic_register()
    register = write(folder / "register", files)
    data = [text for name, text in files.items() if name.startswith("data/")]
    return Results(
        day=dt.date.today(),
        plan=plan,
        sites=sites,
        here=_measure_check(engine, engine, plan),
        many=_measure_check(register, engine, plan),
        records=RECORDS,
        files=len(data),
        size=sum(len(text.encode()) for text in data),
        readings=_measure_readings(register, engine, plan),
        timelines=_measure_timelines(engine, plan, folder),
        loads=_measure_loads(built, engine, plan),
        search=_measure_search(engine, plan, folder),
    )


def _measure_sites(contents: Mapping[str, Path], engine: Path, plan: Plan, folder: Path) -> tuple[SiteResult, ...]:
    """Build every site with every side in turn, A B A B, and again, so that sides and sizes meet the same neighbours.

    Search is left to the largest synthetic site.
    """
    pages = {name: sum(1 for _ in (content / "docs" / "pl").rglob("*.md")) for name, content in contents.items()}
    builds: dict[str, dict[Side, list[Build]]] = {}
    projects: list[tuple[str, Side, Path]] = []
    for number, (name, content) in enumerate(contents.items()):
        sides = [side for side in Side if side is not Side.SEARCH or pages[name] == max(plan.sizes)]
        builds[name] = {side: [] for side in sides}
        for side in sides:
            project = lay_out(_empty(folder / f"{side.name.lower()}-{number}"), side, content, engine)
            projects.append((name, side, project))
    for number in range(plan.runs):
        for name, side, project in projects:
            _progress(f"{name}: {side}, build {number + 1} of {plan.runs}")
            builds[name][side].append(_build(project))
    return tuple(
        SiteResult(name, pages[name], {side: tuple(runs) for side, runs in found.items()})
        for name, found in builds.items()
    )


def _build(project: Path) -> Build:
    shutil.rmtree(project / "site", ignore_errors=True)
    phases = project / "bench-phases.json"
    environment = build_environment() | {"BENCH_PHASES": str(phases)}
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", SETTINGS)
    run = measure(command, folder=project, environment=environment)
    return Build(run, json.loads(phases.read_text(encoding="utf-8")))


def _measure_check(project: Path, engine: Path, plan: Plan) -> tuple[Run, ...]:
    """The command an editor runs. Content with errors (status 1) takes as long and is measured too."""
    command = (sys.executable, "-m", "opencity", "check", "--today", TODAY.isoformat())
    environment = build_environment() | {"PYTHONPATH": str(engine / "hooks")}
    runs = []
    for number in range(plan.runs):
        _progress(f"check of {project.name}, {number + 1} of {plan.runs}")
        runs.append(measure(command, folder=project, environment=environment, allowed=frozenset({0, 1})))
    return tuple(runs)


def _measure_readings(register: Path, engine: Path, plan: Plan) -> dict[str, tuple[Reading, ...]]:
    """The same files read by our check, by our reader alone and by PyYAML alone, in turn."""
    environment = build_environment() | {"PYTHONPATH": str(engine / "hooks")}
    script = Path(__file__).with_name("reading.py")
    report = register / "bench-seconds.json"
    readings: dict[str, list[Reading]] = {way: [] for way in WAYS}
    for number in range(plan.runs):
        for way, found in readings.items():
            _progress(f"{RECORDS:,} records: {way}, {number + 1} of {plan.runs}")
            command = (sys.executable, "-P", str(script), way, str(register), str(report))
            run = measure(command, folder=register, environment=environment)
            found.append(Reading(json.loads(report.read_text(encoding="utf-8")), run))
    return {way: tuple(found) for way, found in readings.items()}


def _measure_timelines(engine: Path, plan: Plan, folder: Path) -> dict[int, tuple[Rendering, ...]]:
    """The timeline page of a city with few and with many acts, rendered by the engine alone, in turn."""
    environment = build_environment() | {"PYTHONPATH": str(engine / "hooks")}
    script = Path(__file__).with_name("rendering.py")
    renderings: dict[int, list[Rendering]] = {entries: [] for entries in plan.entries}
    roots = {entries: write(folder / f"timeline-{entries}", timeline_site(entries)) for entries in plan.entries}
    for root in roots.values():
        shutil.copytree(engine / "overrides", root / "overrides")
    for number in range(plan.runs):
        for entries, root in roots.items():
            _progress(f"timeline of {entries:,} entries, {number + 1} of {plan.runs}")
            report = root / "bench-rendering.json"
            command = (sys.executable, "-P", str(script), str(root), PAGE, str(report))
            run = measure(command, folder=root, environment=environment)
            found = Rendering(**json.loads(report.read_text(encoding="utf-8")), run=run)
            if found.entries != entries:
                raise Failed(f"a timeline of {entries} acts shows {found.entries} entries")
            renderings[entries].append(found)
    return {entries: tuple(found) for entries, found in renderings.items()}


def _measure_loads(built: Mapping[Side, Path], engine: Path, plan: Plan) -> dict[str, dict[Side, tuple[Load, ...]]]:
    """Pages of this site as each side built them last, in a browser, in turn; only what this site has."""
    addresses = _addresses(engine / "docs" / "pl")
    environment = build_environment() | {"PYTHONPATH": str(REPOSITORY / "tests" / "engine")}
    script = Path(__file__).with_name("loading.py")
    loads: dict[str, dict[Side, list[Load]]] = {name: {side: [] for side in built} for name in addresses}
    for number in range(plan.runs):
        for side, site in built.items():
            _progress(f"pages in a browser: {side}, {number + 1} of {plan.runs}")
            report = site.parent / "bench-loads.json"
            command = (sys.executable, "-P", str(script), str(site), str(report), str(LOADS), *addresses.values())
            measure(command, folder=site.parent, environment=environment)
            found = json.loads(report.read_text(encoding="utf-8"))
            for name, address in addresses.items():
                loads[name][side].append(Load(**found[address]))
    return {name: {side: tuple(runs) for side, runs in found.items()} for name, found in loads.items()}


def _measure_search(engine: Path, plan: Plan, folder: Path) -> SearchResult:
    """The search of this site as our side built it last, and of synthetic sites, each built once more if need be."""
    synthetic = []
    for size in plan.searched:
        built = folder / f"ours-{1 + plan.sizes.index(size)}" if size in plan.sizes else folder / f"searched-{size}"
        if not built.exists():
            _progress(f"synthetic, {size:,}: {Side.OURS}, for its search")
            content = write(folder / f"content-{size}", synthetic_site(size))
            _build(lay_out(_empty(built), Side.OURS, content, engine))
        synthetic.append(built)
    return measure_search(folder / "ours-0", synthetic, engine, folder, runs=plan.runs, progress=_progress)


def _addresses(docs: Path) -> dict[str, str]:
    """What a page is to its address, the same on both sides: of the pages about networks the longest."""
    sources = {path: path.read_text(encoding="utf-8") for path in sorted(docs.rglob("*.md"))}
    chosen = {
        "home": [docs / "index.md"],
        "a network's page": [path for path, text in sources.items() if "\nnetwork: " in text],
        "timeline": [path for path, text in sources.items() if "\nrole: timeline\n" in text],
    }
    longest = {name: max(paths, key=lambda path: len(sources[path])) for name, paths in chosen.items() if paths}
    return {name: _address(path.relative_to(docs).with_suffix("").as_posix()) for name, path in longest.items()}


def _address(path: str) -> str:
    """`index` to ``, `sieci/index` to `sieci/`, `os-czasu` to `os-czasu/`."""
    return f"{path}/".removesuffix("index/")


def _empty(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _progress(text: str) -> None:
    sys.stderr.write(f"{text}\n")
