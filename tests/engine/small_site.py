"""A site described as a small dict of files, written to a folder, checked or built, and read back.

The default city is Katowice, whose plural shows what Kraków hides; `small_site(city="wroclaw")` speaks for another.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from opencity.pages.role_pages import NEEDED
from opencity.problems import Problem, wording
from opencity.site.engine import check_content, open_engine
from opencity.stamp import stamp

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 20)

CITIES = {
    "katowice": (
        "Katowice", "Katowic", "Katowicom", "Katowice", "Katowicami", "Katowicach",
        "w", "katowicki", "plural",
    ),
    "wroclaw": (
        "Wrocław", "Wrocławia", "Wrocławiowi", "Wrocław", "Wrocławiem", "Wrocławiu",
        "we", "wrocławski", "masculine",
    ),
    "lodz": (
        "Łódź", "Łodzi", "Łodzi", "Łódź", "Łodzią", "Łodzi",
        "w", "łódzki", "feminine",
    ),
    "zakopane": (
        "Zakopane", "Zakopanego", "Zakopanemu", "Zakopane", "Zakopanem", "Zakopanem",
        "w", "zakopiański", "neuter",
    ),
}  # fmt: skip
"""City id to its six cases, the preposition, the adjective, the form of the verb."""

SITE = """\
city: {city}
standing: demonstration
title: {{ pl: Miasto w sieciach, en: A city in networks }}
description: {{ pl: Krótki opis, en: A short description }}
address: https://miasto-w-sieciach.pl/
publisher: {{ pl: Wydawca, en: Publisher }}
licence: {{ pl: CC BY 4.0, en: CC BY 4.0 }}
contact: {{ email: kontakt@miasto-w-sieciach.pl }}
colours: {{ accent: "#12508f", accent_dark: "#8fbcf0" }}
segments:
  sieci: {{ en: networks }}
  rejestr: {{ en: register }}
"""

CITY = """\
id: {id}
pl:
  nominative: {0}
  genitive: {1}
  dative: {2}
  accusative: {3}
  instrumental: {4}
  locative: {5}
en: {0}
preposition: {6}
adjective: {7}
verb: {8}
sources: [register]
"""

SOURCES = """\
register:
  title: Lista miast
  publisher: Sieć
  language: [pl]
  address: https://siec.example/lista
  read: 2026-11-20
"""

NETWORK = """\
id: rivers
kind: network
label: { pl: Miasta Rzek, en: Cities of Rivers }
names:
  - { pl: Sieć Miast Rzek, en: Cities of Rivers Network, sources: [register] }
abbreviation: { text: CRN, language: en }
scope: international
summary: { pl: Sieć miast nad rzekami., en: A network of cities on rivers. }
counts:
  - { value: 144, unit: cities, operator: more_than, as_of: 2025-10, sources: [register] }
  - { value: 999, unit: cities, as_of: unknown, sources: [register] }
"""

CHARTER = """\
id: charter
kind: charter
label: { pl: Karta Wody, en: Water Charter }
names: [{ pl: Europejska Karta Wody, en: European Water Charter, sources: [register] }]
scope: international
summary: { pl: Karta., en: A charter. }
"""

MEMBERSHIP = """\
network: rivers
purpose: { pl: Miasto dba o rzekę., en: The city looks after its river. }
acts:
  - id: resolution
    kind: council_resolution
    effect: applies
    date: 2021-03-04
    number: X/12/21
    text: { pl: Rada miasta decyduje o przystąpieniu., en: The city council decides to join. }
    sources: [register]
  - id: admission
    kind: admission
    effect: accedes
    tie: member
    date: 2022-09
    legal_basis: [resolution]
    text: { pl: Sieć przyjmuje miasto., en: The network admits the city. }
    sources: [register]
"""


ROLE_PAGES = {
    "docs/pl/szukaj.md": "---\ntitle: Szukaj\nrole: search\nplace: foot\n---\n",
    "docs/en/szukaj.md": "---\ntitle: Search\nrole: search\nplace: foot\n---\n",
    "docs/pl/mapa-strony.md": "---\ntitle: Mapa strony\nrole: site-map\nplace: foot\n---\n",
    "docs/en/mapa-strony.md": "---\ntitle: Site map\nrole: site-map\nplace: foot\n---\n",
}
"""The pages that every site needs, and that the small one leaves out unless a test is about them."""


def small_site(
    city: str = "katowice", changes: Mapping[str, str | bytes | None] | None = None
) -> dict[str, str | bytes]:
    """The files of a small site that speaks for a city. A change of None leaves a file out."""
    files: dict[str, str | bytes] = {
        "data/site.yml": SITE.format(city=city),
        f"data/cities/{city}/city.yml": CITY.format(*CITIES[city], id=city),
        f"data/cities/{city}/memberships/rivers.yml": MEMBERSHIP,
        "data/networks/rivers.yml": NETWORK,
        "data/sources/all.yml": SOURCES,
    }
    titles = {"pl": ("Strona główna", "Rejestr", "Sieci"), "en": ("Home", "Register", "Networks")}
    for locale, (home, register, networks) in titles.items():
        files[f"docs/{locale}/index.md"] = f"---\ntitle: {home}\n---\n\nText.\n"
        files[f"docs/{locale}/rejestr.md"] = f"---\ntitle: {register}\norder: 1\n---\n\n```register\nkind: all\n```\n"
        files[f"docs/{locale}/sieci/index.md"] = (
            f"---\ntitle: {networks}\norder: 2\n---\n\n```networks\nkind: all\n```\n"
        )
        files[f"docs/{locale}/sieci/rivers.md"] = "---\nnetwork: rivers\n---\n\n## Społeczność\n\nText.\n"
    for name, content in (changes or {}).items():
        if content is None:
            files.pop(name, None)
        else:
            files[name] = content
    return files


def golden(name: str) -> list[str]:
    """The lines of a table in `golden/`, which a proof-reader can read without reading code."""
    text = Path(__file__).with_name("golden").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write the files below a folder and return it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def stamped(folder: Path) -> Path:
    """The folder with all translations and addresses recorded, as `make stamp` does."""
    assert [*stamp(folder, (), "en")]
    return folder


def check(folder: Path, today: dt.date = TODAY) -> tuple[Problem, ...]:
    """All problems of the content in a folder, but for what a small site lacks for the sake of being small.

    A site without stamps is not told that its translations are new, and one with neither a search page nor a site map
    not that they are missing.
    """
    problems = check_content(folder, today=today).problems
    untold = set() if (folder / "data/translations.yml").exists() else {"W-STAMP-NEW"}
    if sum(problem.code == "W-ROLE-MISSING" for problem in problems) == len(NEEDED):
        untold.add("W-ROLE-MISSING")
    return tuple(problem for problem in problems if problem.code not in untold)


def lines(problems: tuple[Problem, ...], language: str = "pl") -> list[str]:
    """The problems as the command prints them."""
    return wording.as_text(problems, language).splitlines()


@dataclass(frozen=True)
class Built:
    """A finished site on disk."""

    folder: Path
    output: str

    def read(self, url: str) -> str:
        """The HTML at an address from the site's root, without a leading slash."""
        path = self.folder / url
        return (path / "index.html" if url == "" or url.endswith("/") else path).read_text(encoding="utf-8")

    def urls(self) -> list[str]:
        """The addresses of all pages, sorted; 404 left out."""
        found = self.folder.rglob("index.html")
        return sorted(path.parent.relative_to(self.folder).as_posix() for path in found)


def build(folder: Path, command: str = "mkdocs", *, expect: int = 0) -> Built:
    """Build the site in a folder with the engine of this checkout, strictly, in a process of its own."""
    for name in ("hooks", "overrides"):
        if not (folder / name).exists():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795132800"}
    result = subprocess.run(
        [sys.executable, "-m", command, "build", "--strict", "-f", "mkdocs.yml"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert result.returncode == expect, result.stdout + result.stderr
    return Built(folder / "site", result.stdout + result.stderr)


def shown(folder: Path, path: str, locale: str = "pl") -> str:
    """The content of one page as HTML, made by the engine alone: no MkDocs, no prose but its data blocks."""
    if not (folder / "overrides").exists():
        (folder / "overrides").symlink_to(ROOT / "overrides")
    engine = open_engine(folder, today=TODAY)
    page = engine.page(path, locale)
    prose = "\n".join(block.marker(index) for index, block in enumerate(page.source.blocks))
    content = engine.finisher.finish(page, prose, engine.context(locale, page.url)).content
    return engine.finisher.set_document(content, locale)
