"""`data/translations.yml` in; which original each translation was made from, and the next text of that file, out.

The file is written by `make stamp` and by nobody else. It is a sorted list with a line for each translated text, and
no line depends on another: it merges line by line (`.gitattributes`), and two lines for one text are welcome. A line
that cannot be read is told of and the others hold.

    - docs/en/sieci/icc.md: pl 1a2b3c4d5e6f
    - data/networks/icc.yml summary en: pl 0f9e8d7c6b5a
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from opencity.problems import Collector, Mark, Place, Problem
from opencity.register.models.text import is_language
from opencity.register.yaml_reader import is_conflict
from opencity.translations.hashes import LENGTH

STAMPS = "data/translations.yml"
"""Where the stamps are kept."""

_HEAD = """\
# Z jakiej wersji oryginału powstało każde tłumaczenie: plik, pole, język, po dwukropku język oryginału i jego odcisk.
# Pisze to polecenie make stamp. Nikt nie musi tego czytać, a ręcznie nic się tu nie zmienia.
# From which version of its original each translation was made: file, field and language, then the original's language
# and its hash. Written by make stamp. Nobody needs to read it, and nothing here is changed by hand.
"""

_LINE = re.compile(
    r"- (?:(?P<page>docs/(?P<folder>[^/\s:]+)/[^\s:]+\.md)"
    r"|(?P<file>data/[^\s:]+\.yml) (?P<field>[a-z0-9_.-]+) (?P<locale>[^\s:]+))"
    r": (?P<origin>\S+) (?P<hash>\S+)"
)
_HASH = re.compile(rf"[0-9a-f]{{{LENGTH}}}")


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """What a stamp is about: the translation of a page, or of a field of a file, from one language into another.

    The `field` of a page is empty. A field has no positions of lists in it, so several texts may be one subject.
    """

    file: str
    field: str
    locale: str
    origin: str

    @property
    def pair(self) -> tuple[str, str, frozenset[str]]:
        """The same for both directions: whichever language is the original."""
        page = self.file.removeprefix(f"docs/{self.locale}/") if not self.field else self.file
        return page, self.field, frozenset((self.locale, self.origin))

    def line(self, digits: str) -> str:
        """The line of the file that says of which words this is the translation.

        >>> Subject("docs/en/index.md", "", "en", "pl").line("1a2b3c4d5e6f")
        '- docs/en/index.md: pl 1a2b3c4d5e6f'
        """
        where = f"{self.file} {self.field} {self.locale}" if self.field else self.file
        return f"- {where}: {self.origin} {digits}"


Stamps = Mapping[Subject, frozenset[str]]
"""Subject to the hashes of the originals that were translated."""


@dataclass(frozen=True, slots=True)
class ReadStamps:
    """The stamps of a site and the lines that nobody can read."""

    stamps: Stamps = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[Problem, ...] = ()


def read_stamps(root: Path) -> ReadStamps:
    """Read what is stamped. A site that was never stamped has nothing."""
    file = root / STAMPS
    if file.is_symlink() or not file.is_file():
        return ReadStamps()  # of a link to another place the loader tells
    try:
        data = file.read_bytes()
    except OSError:
        return ReadStamps(problems=(Problem("E-OPEN", Place(STAMPS)),))
    if b"\0" in data:  # UTF-16, as some editors save: one problem, not one for each line
        return ReadStamps(problems=(Problem("E-UTF8", Place(STAMPS)),))
    return parse_stamps(data.decode("utf-8-sig", "replace"))


def parse_stamps(text: str) -> ReadStamps:
    """Read the text of the file, each line for itself."""
    found: dict[Subject, set[str]] = {}
    problems = Collector()
    conflict = False
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        line = line.rstrip()
        if not line or line.startswith("#"):
            continue
        if is_conflict(line):
            if not conflict:  # once: the lines between the marks are read as any others, so that no stamp is lost
                problems.add("E-CONFLICT", Place(STAMPS, Mark(number, 1)), given=line[:60])
            conflict = True
            continue
        match = _LINE.fullmatch(line)
        fault = _fault(match)
        if match is None or fault is not None:
            problems.add("E-STAMP", Place(STAMPS, Mark(number, 1)), given=line[:120], guess=fault or "")
            continue
        subject = Subject(match["page"] or match["file"], match["field"] or "", _locale(match), match["origin"])
        found.setdefault(subject, set()).add(match["hash"])
    frozen = MappingProxyType({subject: frozenset(hashes) for subject, hashes in found.items()})
    return ReadStamps(frozen, problems.sorted())


def _locale(match: re.Match[str]) -> str:
    return match["folder"] or match["locale"]


def _fault(match: re.Match[str] | None) -> str | None:
    """The part of a line that is not what it should be; None where the form is right, or wrong as a whole."""
    if match is None:
        return None
    codes = (_locale(match), match["origin"])
    wrong = next((code for code in codes if not re.fullmatch("[a-z]{2}", code) or not is_language(code)), None)
    return wrong or (None if _HASH.fullmatch(match["hash"]) else match["hash"])


def stamps_file(stamps: Mapping[Subject, Iterable[str]]) -> str:
    """The text of the file."""
    lines = {subject.line(digits) for subject, hashes in stamps.items() for digits in hashes}
    return _HEAD + "".join(f"{line}\n" for line in sorted(lines))
