"""`data/addresses.yml` in; every address ever published, with its page, and the next text of that file, out.

The file is written by `make stamp` and by nobody else: one sorted line for each address, so that it merges line by
line. It is how an address that changes goes on leading to its page (pages/redirects.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from opencity.pages.page import Page
from opencity.problems import Collector, ContentErrors, Place, Problem
from opencity.register.models.text import SLUG
from opencity.register.yaml_reader import Unreadable, YamlFile, read_mapping

ADDRESSES = "data/addresses.yml"
"""Where the addresses are recorded."""

_LIMIT = 8 * 1024 * 1024
"""The file grows with every page and is never cut: some fifty thousand addresses, and no editor can split it."""

_ADDRESS = re.compile(rf"(?:{SLUG}/)+")
_PATH = re.compile(rf"(?:{SLUG}/)*{SLUG}\.md")

_HEAD = """\
# Każdy adres, pod którym była strona, i plik strony w folderze jej języka (docs/pl/, a dla en/... docs/en/).
# Pisze to polecenie make stamp. Nikt nie musi tego czytać ani zmieniać: dzięki temu stare adresy dalej działają.
# Every address that a page has had, and the page's file in the folder of its language. Written by make stamp.
# Nobody needs to read or edit it: it keeps old addresses working.
"""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Address from the site's root (`en/networks/icc/`) to the path of its page (`sieci/icc.md`)."""

    paths: Mapping[str, str] = field(default_factory=dict)
    yaml: YamlFile | None = None

    def place(self, address: str) -> Place:
        """Where an address is recorded."""
        return self.yaml.place_of((address,), key=True) if self.yaml else Place(ADDRESSES)


def recorded_addresses(root: Path) -> tuple[Recorded, tuple[Problem, ...]]:
    """Read what is recorded. A site that was never stamped has nothing; a line that nobody could use is a problem."""
    file = root / ADDRESSES
    if file.is_symlink() or not file.is_file():
        return Recorded(), ()  # of a link to another place the loader tells
    try:
        yaml = read_mapping(file.read_bytes(), ADDRESSES, limit=_LIMIT)
    except Unreadable as error:
        return Recorded(), error.problems
    except OSError:
        return Recorded(), (Problem("E-OPEN", Place(ADDRESSES)),)
    assert isinstance(yaml.tree, dict)
    paths: dict[str, str] = {}
    problems = Collector()
    for address, path in yaml.tree.items():
        if isinstance(path, str) and _ADDRESS.fullmatch(address) and _PATH.fullmatch(path):
            paths[address] = path
        else:
            shown = f"{address}: {path}" if isinstance(path, str) else f"{address}:"
            problems.add("E-ADDRESS-LINE", yaml.place_of((address,), key=True), given=shown[:80])
    return Recorded(MappingProxyType(paths), yaml), problems.sorted()


def addresses_file(pages: Iterable[Page], root: Path) -> str:
    """The text that `data/addresses.yml` should have: every line that is there, and one for each page.

    An address that another page has taken over belongs to that page. The address of the site's root is left out: the
    home page lives there as long as there is a site.

    Raises ContentErrors where the file cannot be read, for it would be lost.
    """
    recorded, problems = recorded_addresses(root)
    if problems:
        raise ContentErrors(problems)
    lines = {**recorded.paths, **{page.url: page.path for page in pages if page.url}}
    return _HEAD + "".join(f"{address}: {lines[address]}\n" for address in sorted(lines))
