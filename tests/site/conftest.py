"""The real site, built once for all of its tests."""

from __future__ import annotations

import shutil

import pytest
from small_site import ROOT, Built, build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real site, built aside from the checkout."""
    folder = tmp_path_factory.mktemp("krakow")
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    return build(folder)
