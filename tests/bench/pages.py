"""A number of pages in; the files of a small site of that many pages a language, in Polish and English, out.

The register is that of the engine's tests with a few more networks. The prose is of 2 to 4 KB a page, with headings,
lists, a table and links; every tenth page carries the table of all memberships.
"""

from __future__ import annotations

import importlib
import random
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from .words import CELLS, LOCALES, SENTENCES, TOPICS, Pair, pick

Files = dict[str, str]

FOLDERS: dict[str, Pair] = {
    "aktualnosci": ("Aktualności", "News"),
    "dokumenty": ("Dokumenty", "Documents"),
    "edukacja": ("Edukacja", "Education"),
    "kultura": ("Kultura", "Culture"),
    "mieszkanie": ("Mieszkanie", "Housing"),
    "praca": ("Praca", "Work"),
    "projekty": ("Projekty", "Projects"),
    "wspolpraca": ("Współpraca", "Cooperation"),
    "wydarzenia": ("Wydarzenia", "Events"),
    "zdrowie": ("Zdrowie", "Health"),
}

MORE_NETWORKS = ("bridges", "harbours", "islands", "lakes", "springs", "valleys", "wells")


def synthetic_site(count: int) -> Files:
    """The files of a site of exactly `count` pages a language.

    Raises ValueError for fewer than the small site's own pages and an index and a page in every folder.
    """
    files = _with_more_networks(small_site())
    _name_folders(files)
    left = count - sum(name.startswith("docs/pl/") for name in files)
    if left < 2 * len(FOLDERS):
        raise ValueError(f"a synthetic site needs more pages than {count}")
    paths = _paths(left)
    for number, path in enumerate(paths):
        for locale in LOCALES:
            files[f"docs/{locale}/{path}"] = _page(number, path, paths, locale)
    return files


def small_site() -> Files:
    """The site of the engine's tests with search and site map, whatever the tests' own import path is."""
    folder = str(Path(__file__).resolve().parents[1] / "engine")
    sys.path.insert(0, folder)
    try:
        module = importlib.import_module("small_site")
        files: Mapping[str, str | bytes] = module.small_site(changes=module.ROLE_PAGES)
    finally:
        sys.path.remove(folder)
    return {name: text if isinstance(text, str) else text.decode() for name, text in files.items()}


def _with_more_networks(files: Files) -> Files:
    """The same with more networks like the first, each with a membership and a page."""
    found = dict(files)
    for name, text in files.items():
        if name.rpartition("/")[2] not in ("rivers.yml", "rivers.md"):
            continue
        for network in MORE_NETWORKS:
            copy = text.replace("network: rivers", f"network: {network}")
            if name.startswith("data/networks/"):
                copy = _changed(text, id=network, label={"pl": f"Sieć {network}", "en": f"Network of {network}"})
            found[name.replace("rivers.", f"{network}.")] = copy
    return found


def _name_folders(files: Files) -> None:
    site = yaml.load(files["data/site.yml"], Loader=yaml.BaseLoader)
    segments = {folder: {"en": names[1].lower()} for folder, names in FOLDERS.items()}
    files["data/site.yml"] = _changed(files["data/site.yml"], segments={**site.get("segments", {}), **segments})


def _changed(text: str, **changes: Any) -> str:
    """A record in YAML with some of its fields replaced; everything else stays the text it was."""
    record = yaml.load(text, Loader=yaml.BaseLoader)
    return yaml.safe_dump({**record, **changes}, allow_unicode=True, sort_keys=False)


def _paths(count: int) -> list[str]:
    """An index for every folder, and the other pages spread evenly over the folders."""
    folders = list(FOLDERS)
    pages = [f"{folders[number % len(folders)]}/strona-{number:04d}.md" for number in range(count - len(folders))]
    return [f"{folder}/index.md" for folder in folders] + pages


def _page(number: int, path: str, paths: list[str], locale: str) -> str:
    """One page. Chance begins from the number alone, so that the twin has the same shape."""
    chance = random.Random(number)
    folder, _, name = path.partition("/")
    side = LOCALES.index(locale)
    topics = pick(chance, TOPICS, 5, locale)
    title = FOLDERS[folder][side] if name == "index.md" else f"{topics[0]} {number}"
    day = f"{2019 + number % 7}-{1 + number % 12:02d}-{1 + number % 28:02d}"
    parts = [f"---\ntitle: {title}\nupdated: {day}\n---", " ".join(pick(chance, SENTENCES, 3, locale))]
    for position, topic in enumerate(topics[1:]):
        parts.append(f"## {topic}")
        parts.append(" ".join(pick(chance, SENTENCES, chance.randint(1, 4), locale)))
        parts.append(_insert(position, chance, folder, paths, locale))
    if number % 10 == 0:
        parts.append("```register\nkind: all\n```")
    return "\n\n".join(parts) + "\n"


def _insert(position: int, chance: random.Random, folder: str, paths: list[str], locale: str) -> str:
    """What stands below the paragraph of a section: a list of links, a numbered list, a table, a subsection."""
    if position == 0:
        return "\n".join(_link(chance.choice(paths), folder, locale) for _ in range(4))
    if position == 1:
        return "\n".join(f"{line}. {text}" for line, text in enumerate(pick(chance, SENTENCES, 3, locale), 1))
    if position == 2:
        return _table(chance, locale)
    return f"### {2019 + chance.randrange(8)}\n\n" + " ".join(pick(chance, SENTENCES, 2, locale))


def _link(target: str, folder: str, locale: str) -> str:
    """An item that leads to another page, by the way from the folder the link stands in."""
    way = target.removeprefix(f"{folder}/")
    way = way if way != target else f"../{target}"
    return f"- [{ {'pl': 'Zobacz też', 'en': 'See also'}[locale] }: {target.removesuffix('.md')}]({way})"


def _table(chance: random.Random, locale: str) -> str:
    head = {"pl": "| Rok | Co | Osób |", "en": "| Year | What | People |"}[locale]
    rows = [
        f"| {2018 + line} | {text} | {chance.randint(8, 400)} |"
        for line, text in enumerate(pick(chance, CELLS, 5, locale))
    ]
    return "\n".join((head, "| :--- | :--- | ---: |", *rows))
