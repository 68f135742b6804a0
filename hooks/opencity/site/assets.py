"""The pages and the register in; the files of `docs/assets/` that are published, once for all languages, out."""

from __future__ import annotations

import shutil
from pathlib import Path

from opencity.pages.assets import ASSETS
from opencity.pages.pictures import shown_assets
from opencity.site.engine import Engine


def publish_assets(engine: Engine, docs: Path, site: Path) -> None:
    """Copy what a page shows or links to. What nothing names has no credit and stays where it is."""
    for path in sorted(shown_assets(engine.pages, engine.registry)):
        target = site / ASSETS / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(docs / ASSETS / path, target)
