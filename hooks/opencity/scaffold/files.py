"""Names and texts in; files on disk out. What is there already stays."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


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
