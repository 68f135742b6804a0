"""A project's folder and its finished site in; the seconds that the index of the search took, as JSON, out.

A script, run in a process of its own with the engine on PYTHONPATH: `indexing.py <root> <site> <report>`. It is what a
build does after its last page; a first time, not on the clock, stands for what the build has done already.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from opencity.site.engine import open_engine
from opencity.site.search.files import search_files


def main(root: str, site: str, report: str) -> None:
    """Make the index twice, write down how long the second time took."""
    engine = open_engine(Path(root))
    search_files(engine, Path(site))
    started = time.perf_counter()
    search_files(engine, Path(site))
    Path(report).write_text(json.dumps(time.perf_counter() - started), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
