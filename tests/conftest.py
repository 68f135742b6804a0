"""Laws are tried on the same examples every time in `make test`, so that a green run means the same everywhere.

`make test-full` sets OPENCITY_EXPLORE and tries new ones.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile("explore" if os.environ.get("OPENCITY_EXPLORE") else "same")
