"""Files of a finished site in; those that weigh more than a file of their kind may, out as problems."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import PurePosixPath
from types import MappingProxyType

from opencity.problems import Place, Problem
from opencity.publishing.site_files import SiteFiles

BUDGET = MappingProxyType({".html": 100_000, ".css": 25_000, ".js": 25_000, ".svg": 25_000})
"""Ending of a file to the most bytes that it may have after gzip, as it travels to a reader."""


def check_weight(site: SiteFiles) -> Iterator[Problem]:
    """Every file of a kind that has a budget. A file that is small unpacked is not packed to be weighed."""
    for path in sorted(site.files):
        limit = BUDGET.get(PurePosixPath(path).suffix)
        file = site.folder / path
        if limit is None or file.stat().st_size <= limit:
            continue
        size = len(gzip.compress(file.read_bytes(), mtime=0))
        if size > limit:
            yield Problem("E-SITE-WEIGHT", Place(path), {"size": size, "limit": limit})
