"""The project's folder in; the days on which each file below `docs/` and `data/` changed, out.

A day is that on which a change entered this history (git's committer date, in UTC), as the day of a build is. What is
not committed yet has not changed for anybody else, and is left out. Nobody's name is read.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

SECONDS = 30
"""A history that takes longer to read is left unread: the site is built without these dates."""

_FORMAT = "%x01%ct %D"
"""Seconds since 1970; then `grafted` for a commit at the edge of a shallow clone, which seems to add every file."""
_LEFT_OUT = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
"""Set where git itself runs us: they may name another project."""


@dataclass(frozen=True, slots=True)
class FileHistory:
    """The days on which one file changed, newest first.

    `is_whole` is false where the file is older than the history at hand: then its first day is not known.
    """

    days: tuple[dt.date, ...] = ()
    is_whole: bool = True


@dataclass(slots=True)
class _Gathered:
    """One file while the log is read, from the newest commit back."""

    days: list[dt.date] = field(default_factory=list)
    is_whole: bool = True


def read_history(root: Path) -> Mapping[str, FileHistory]:
    """File (path from the project's root, with slashes) to its history. A renamed file keeps that of its old name.

    Empty outside git, without the git program, and where git takes too long; never raises.
    """
    gathered: dict[str, _Gathered] = {}
    now_called: dict[str, str] = {}
    for day, is_edge, status, before, name in _changes(_log(root)):
        file = now_called.get(name, name)
        if status.startswith("R"):  # in older commits the file has its old name, and the new one may be another's
            now_called.pop(name, None)
            now_called[before] = file
        found = gathered.setdefault(file, _Gathered())
        if is_edge:
            found.is_whole = False
        elif day is not None and status != "R100":  # not one that was only moved
            found.days.append(day)
    return MappingProxyType({name: FileHistory(_once(found.days), found.is_whole) for name, found in gathered.items()})


def _once(days: list[dt.date]) -> tuple[dt.date, ...]:
    return tuple(sorted(set(days), reverse=True))


def _log(root: Path) -> str:
    """The whole log in one call, from the newest commit back, each item ended by a NUL."""
    command = ["git", "-C", str(root), "-c", "log.showSignature=false", "-c", "diff.renameLimit=2000", "log", "-z"]
    command += ["--name-status", "--find-renames", "--relative", "--date-order", "--decorate-refs=refs/none"]
    command += [f"--format={_FORMAT}", "--", "docs", "data"]
    environment = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    environment["GIT_NO_LAZY_FETCH"] = "1"  # a build asks nobody for anything
    try:
        ran = subprocess.run(command, capture_output=True, check=True, timeout=SECONDS, env=environment)
    except (OSError, subprocess.SubprocessError):
        return ""
    return ran.stdout.decode("utf-8", "surrogateescape")


def day_of(epoch: str) -> dt.date | None:
    """The day (UTC) of seconds since 1970, as text; None for anything that is no such number.

    >>> day_of("1795132800")
    datetime.date(2026, 11, 20)
    """
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _changes(log: str) -> Iterator[tuple[dt.date | None, bool, str, str, str]]:
    """Day, whether at the edge of a shallow clone, status (`M`, `R087`), name before, name after."""
    items = iter(log.split("\0"))
    day, is_edge = None, False
    for item in items:
        if item.startswith("\x01"):
            seconds, _, edge = item[1:].partition(" ")
            day, is_edge = day_of(seconds), edge == "grafted"
        elif status := item.strip("\n"):
            before = next(items, "")
            yield day, is_edge, status, before, next(items, "") if status[0] in "RC" else before
