"""The folder of a finished site in; the list of its files' checksums, and what differs from that list, out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

NAME = "checksums.txt"
"""Its path in the site. `sha256sum --check checksums.txt` reads it."""


def write_manifest(folder: Path) -> None:
    """Write the list, the last file of a build: a folder that has it was finished."""
    lines = [f"{digest}  {path}\n" for path, digest in sorted(_digests(folder).items())]
    (folder / NAME).write_bytes("".join(lines).encode())


def differences(folder: Path) -> tuple[str, ...]:
    """Paths that are not as the list says, are not in it, or are missing; the list itself where it is missing."""
    try:
        lines = (folder / NAME).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return (NAME,)
    listed = {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    found = _digests(folder)
    return tuple(sorted(path for path in {*listed, *found} if listed.get(path) != found.get(path)))


def _digests(folder: Path) -> Mapping[str, str]:
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items() if name != NAME}
