"""The folder of templates in; the scripts that search, as they are published, out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from opencity.site.search.places import SCRIPTS


def search_scripts(overrides: Path) -> Mapping[str, bytes]:
    """Path in the site to content: every module of `overrides/scripts/search/`, byte for byte."""
    return {f"{SCRIPTS}/{path.name}": path.read_bytes() for path in sorted((overrides / "scripts/search").glob("*.js"))}
