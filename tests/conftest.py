"""Laws are tried on the same examples every time in `make test`, so that a green run means the same everywhere.

`make test-full` sets OPENCITY_EXPLORE and tries new ones.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from browser import open_browser
from hypothesis import settings
from playwright.sync_api import Browser

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile("explore" if os.environ.get("OPENCITY_EXPLORE") else "same")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of all tests, started by the first that asks for it."""
    with open_browser() as found:
        yield found
