"""A number of acts in; the files of a site whose city's timeline has that many entries, in Polish and English, out.

The site is that of the engine's tests with one network more for every path. Each act has a text in both languages and
two sources, of which there are three for every five acts, about as in a register of a real city.
"""

from __future__ import annotations

import random

from .pages import Files, small_site
from .words import LOCALES, SENTENCES

PATHS = 8
PAGE = "os-czasu.md"

_KINDS = ("council_resolution", "announcement", "event", "signature")
_FIRST, _YEARS = 1990, 37
_IN_A_FILE = 500
"""Sources in one file: the engine refuses long files."""


def timeline_site(entries: int) -> Files:
    """The files. No path begins or ends: the lifelines above the list stay the same for every number of entries."""
    files = small_site()
    city = next(name for name in files if name.endswith("/city.yml")).rpartition("/")[0]
    network = files["data/networks/rivers.yml"]
    for name in [name for name in files if name.rpartition("/")[2] in ("rivers.yml", "rivers.md")]:
        del files[name]
    for path in range(PATHS):
        name = f"siec-{path}"
        files[f"data/networks/{name}.yml"] = network.replace("id: rivers", f"id: {name}")
        files[f"{city}/memberships/{name}.yml"] = _membership(name, range(path, entries, PATHS), entries)
        for locale in LOCALES:
            files[f"docs/{locale}/sieci/{name}.md"] = f"---\ntitle: {name} {locale}\nnetwork: {name}\n---\n\nText.\n"
    for first in range(0, _sources(entries), _IN_A_FILE):
        numbers = range(first, min(first + _IN_A_FILE, _sources(entries)))
        files[f"data/sources/from-{first}.yml"] = "\n".join(_source(number) for number in numbers)
    for locale, title in zip(LOCALES, ("Oś czasu", "Timeline"), strict=True):
        files[f"docs/{locale}/{PAGE}"] = f"---\ntitle: {title}\nrole: timeline\n---\n\nText.\n"
    return files


def _membership(network: str, numbers: range, entries: int) -> str:
    """One path: every so many of all acts, so that paths run side by side through the years."""
    return f"network: {network}\nacts:\n" + "".join(_act(number, entries) for number in numbers)


def _act(number: int, entries: int) -> str:
    chance = random.Random(number)
    polish, english = chance.choice(SENTENCES)
    months = number * _YEARS * 12 // entries
    date = f"{_FIRST + months // 12}-{1 + months % 12:02d}"
    return f"""\
  - id: act-{number}
    kind: {_KINDS[number % len(_KINDS)]}
    date: {date}
    text:
      pl: "{polish}"
      en: "{english}"
    sources: [{_source_id(number % _sources(entries))}, {_source_id(number * 7 % _sources(entries))}]
"""


def _sources(entries: int) -> int:
    return entries * 3 // 5


def _source_id(number: int) -> str:
    return f"zrodlo-{number:04d}"


def _source(number: int) -> str:
    return f"""\
{_source_id(number)}:
  title: "Wiadomość {number}: miasto w międzynarodowej sieci"
  publisher: Urząd Miasta
  language: [pl]
  address: https://www.miasto.example/aktualnosci/{number}
  published: {2010 + number % 16}-{1 + number % 12:02d}
  read: 2026-11-20
"""
