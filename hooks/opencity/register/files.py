"""A folder in; what lies below it, in one order on every disk, out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def entries(folder: Path) -> Iterator[Path]:
    """Everything below a folder that is no folder, in order.

    A link, even in the place of the folder itself, is yielded and never followed; so is a folder that cannot
    be opened. Nothing is there for a folder that does not exist.
    """
    todo = [folder] if os.path.lexists(folder) else []
    while todo:
        path = todo.pop()
        if path.is_symlink() or not path.is_dir():
            yield path
            continue
        try:
            todo += sorted(path.iterdir(), reverse=True)
        except OSError:
            yield path
