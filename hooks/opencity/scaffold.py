"""The id of a network or of an event, or a language, in; the files that it needs, to be filled in, out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from babel import localedata

from opencity.dates import NoSuchDay, PartialDate
from opencity.language.descriptions import descriptions
from opencity.language.keys import is_verb, lacking, templates
from opencity.language.strings_file import FOLDER as STRINGS
from opencity.language.strings_file import written_paths
from opencity.language.words import NBSP, OTHER, Forms, load_words, shipped_locales
from opencity.pages.page_map import PageMap
from opencity.problems import Place, Problem
from opencity.register.models import Site
from opencity.register.models.text import SLUG
from opencity.register.registry import Registry

NETWORK = """\
# Sieć, związek, karta albo tytuł. Wspólne dla wszystkich miast: nie pisz tu o swoim mieście.
id: {id}
kind: network # network (sieć), association (związek), charter (karta), title (tytuł)
label: {{ pl: "", en: "" }} # krótka nazwa do menu i tabel
names:
  - pl: "" # urzędowa nazwa; none_found, jeśli polskiej nie ma
    en: ""
    sources: []
scope: international # albo national
summary:
  pl: ""
  en: ""
"""

MEMBERSHIP = """\
# Droga miasta w tej sieci. Kroki od najstarszego; dokładność daty taka jak w źródle (2022, 2022-09 albo 2022-09-05).
network: {id}
purpose:
  pl: ""
  en: ""
acts:
  - id: admission
    kind: admission
    effect: accedes
    tie: member
    date: ""
    text:
      pl: ""
      en: ""
    sources: []
"""

PAGE = """\
---
network: {id}
lead: ""
---

"""


EVENT = """\
# Jedno wydarzenie. Tu stoją fakty; dalszy ciąg opowiada strona w docs/. Data na początku id jest datą rozpoczęcia.
id: {id}
title: {{ pl: "", en: "" }}
start: {start} # tyle, ile podaje źródło: 2026, 2026-05 albo 2026-05-06; jeśli trwało dłużej, dopisz pod spodem end:
cities: [{city}]
networks: [] # identyfikatory sieci, których dotyczy; podobnie programmes: []
summary:
  pl: ""
  en: ""
sources: []
"""

ARTICLE = """\
---
event: {id}
---

"""

NEWS_FOLDER = "aktualnosci"
"""Where articles go when there is neither an archive nor any article yet."""

_NEWS_ID = re.compile(rf"(\d{{4}}(?:-\d{{2}}(?:-\d{{2}})?)?)-(?=[a-z])({SLUG})")


FOLDER = "sieci"
"""Where the page of a network goes when no network has one yet."""


def network_files(identity: str, site: Site, pages: PageMap) -> Mapping[str, str]:
    """The files of a new network: record, membership, and a page in each language.

    The page goes where the network has one already, in whatever language; else to the other networks' pages.
    """
    networks = [page for page in pages if page.meta.network]
    folder = networks[0].folder if networks else FOLDER
    path = next((page.path for page in networks if page.meta.network == identity), f"{folder}/{identity}.md")
    files = {
        f"data/networks/{identity}.yml": NETWORK.format(id=identity),
        f"data/cities/{site.city}/memberships/{identity}.yml": MEMBERSHIP.format(id=identity),
    }
    for locale in site.locales:
        files[f"docs/{locale}/{path.lstrip('/')}"] = PAGE.format(id=identity)
    return files


def news_fault(identity: str) -> Problem | None:
    """What is wrong with the id of an event: it begins with the date and goes on with a word.

    >>> news_fault("2026-05-06-wizyta")
    >>> news_fault("2026-02-30-wizyta").code
    'E-DATE'
    """
    place, match = Place("NEWS"), _NEWS_ID.fullmatch(identity)
    if match is None:
        return Problem("E-FORM", place, {"given": identity, "example": "2026-05-06-wizyta"})
    try:
        PartialDate.parse(match[1])
    except NoSuchDay as error:
        if error.days is None:
            return Problem("E-DATE-MONTH", place, {"given": match[1]})
        return Problem("E-DATE", place, {"given": match[1], "days": error.days, "month": match[1][:7]})
    except ValueError:
        return Problem("E-FORM", place, {"given": identity, "example": "2026-05-06-wizyta"})
    return None


def news_files(identity: str, registry: Registry, pages: PageMap) -> Mapping[str, str]:
    """The files of a piece of news: the record of an event, unless there is one, and a page in each language.

    The page goes where the event has one already, in whatever language; else beside the archive or other articles.
    """
    match = _NEWS_ID.fullmatch(identity)
    assert match is not None  # news_fault saw to it
    city, files = registry.site.city, {}
    if identity not in registry.events:
        files[f"data/cities/{city}/events/{identity}.yml"] = EVENT.format(id=identity, start=match[1], city=city)
    own = next((page.path for page in pages if page.meta.event == identity), None)
    archive = (page.path.rpartition("/")[0] for page in pages if page.meta.role == "news" and "/" in page.path)
    articles = (page.folder for page in pages if page.meta.event)
    folder = (*archive, *articles, NEWS_FOLDER)[0]
    path = own or f"{folder}/{identity}.md".lstrip("/")
    for locale in registry.site.locales:
        files[f"docs/{locale}/{path}"] = ARTICLE.format(id=identity)
    return files


def write_missing(root: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write the files that do not exist yet and return their names. Nothing is ever overwritten."""
    written = []
    for name, text in files.items():
        path = root / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            written.append(name)
    return tuple(written)


# --- a language -----------------------------------------------------------------------------------------

_STRINGS = """\
# Słowa interfejsu w języku „{locale}”. Wpisz tłumaczenie w cudzysłowie; to, co w {{klamrach}}, zostaw bez zmian.
# Interface words in “{locale}”. Write the translation between the quotes; leave what is in {{braces}} as it is.
# Jeśli język tego potrzebuje, dopisz / Add these if the language needs them:
#   language.alphabet: abc…             kolejność liter, małe / the order of letters, small
#   language.abbreviations: r.          skróty na końcu daty / abbreviations that end a date
#   language.letters: {{ ш: sh, щ: shch }}  zapis liter w adresach / letters as addresses write them
"""

STUB = "---\nuntranslated: true\n---\n"
"""A page that waits for its translation."""


def is_further(locale: str) -> bool:
    """Whether a language is known by its code of two small letters, and not one that the engine ships."""
    is_code = re.fullmatch("[a-z]{2}", locale) is not None
    return is_code and localedata.exists(locale) and locale not in shipped_locales()


def strings_file(root: Path, locale: str) -> tuple[str, str]:
    """The name of the file of words, and what to write at its end: every key that it does not have."""
    there = written_paths(root, locale)
    if there is None:
        return f"{STRINGS}/{locale}.yml", ""  # the check says what is wrong with it
    text = "" if (root / STRINGS / f"{locale}.yml").exists() else _STRINGS.format(locale=locale)
    told, shipped = descriptions(), [load_words(known) for known in sorted(shipped_locales(), reverse=True)]
    for key, forms in lacking(locale, there).items():
        text += f"\n# {told[key]}\n"
        text += "".join(f"# {words.locale}: {_shown(words.entries[key])}\n" for words in shipped)
        text += _empty(key, forms, there)
    return f"{STRINGS}/{locale}.yml", text


def stub_pages(locale: str, pages: PageMap) -> Mapping[str, str]:
    """A stub for every page that any language has."""
    return {f"docs/{locale}/{path}": STUB for path in sorted({page.path for page in pages})}


def append(root: Path, name: str, text: str) -> bool:
    """Write at the end of a file, which need not be there yet; what it holds stays. Says whether it did."""
    if not text:
        return False
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_bytes() if path.exists() else b""
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    path.write_bytes(before + gap + text.encode())
    return True


def _shown(entry: str | Forms) -> str:
    """A shipped entry on one line, as YAML would have it."""
    text = entry if isinstance(entry, str) else ", ".join(f"{form}: {words}" for form, words in entry.items())
    return text.replace("\n", "\\n").replace(NBSP, "\\_")


def _empty(key: str, forms: tuple[str, ...], there: frozenset[str]) -> str:
    """The lines to fill in: the key, or each of its forms."""
    if forms == ("",):
        return f'{key}: ""\n'
    if any(path.rpartition(".")[0] == key for path in there):
        return "".join(f'{key}.{form}: ""\n' for form in forms)
    lines = f"{key}:\n" + "".join(f'  {form}: ""\n' for form in forms)
    if is_verb(templates()[key]):
        lines += (
            f'  # {OTHER}: ""   zamiast wszystkich, gdy czasownik się nie zmienia / instead of all, if the verb stays\n'
        )
    return lines
