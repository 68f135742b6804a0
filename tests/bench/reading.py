"""A project's folder and a way of reading it in; the seconds that the reading alone took, as JSON, out.

A script, run in a process of its own with the engine on PYTHONPATH: `reading.py <way> <root> <report>`.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from opencity.register.loader import load
from opencity.register.yaml_reader import read_yaml

TODAY = dt.date(2026, 11, 20)


def validate(root: Path) -> None:
    """Read and check everything, as the check does for `data/`. Faulty content would measure something else.

    Raises ValueError for it.
    """
    loaded = load(root, today=TODAY)
    if loaded.has_errors:
        raise ValueError(f"{len(loaded.problems)} problems, the first: {loaded.problems[:3]}")


def our_reader(root: Path) -> None:
    """Only parse, with places and refusals: the first step of `validate`."""
    for path in sorted((root / "data").rglob("*.yml")):
        read_yaml(path.read_bytes(), path.relative_to(root).as_posix())


def c_safe_loader(root: Path) -> None:
    """Only parse, with the fastest loader of PyYAML: no places, and dates and numbers by its own reading."""
    for path in sorted((root / "data").rglob("*.yml")):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


WAYS: dict[str, Callable[[Path], None]] = {
    "validate": validate,
    "our_reader": our_reader,
    "c_safe_loader": c_safe_loader,
}


def main(way: str, root: str, report: str) -> None:
    """Read once and write down how long it took."""
    started = time.perf_counter()
    WAYS[way](Path(root))
    seconds = time.perf_counter() - started
    Path(report).write_text(json.dumps(seconds), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
