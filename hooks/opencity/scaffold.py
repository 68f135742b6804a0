"""A network's id in; the files that a new network needs, to be filled in, out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from opencity.pages.page_map import PageMap
from opencity.register.models import Site

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
