"""The engine of a build in; the files of the finished site that come from data and settings, not from a file, out."""

from __future__ import annotations

from collections.abc import Mapping

from opencity.site.colours import colour_style
from opencity.site.engine import Engine

FOLDER = "assets/opencity"


def generated_files(engine: Engine) -> Mapping[str, bytes]:
    """Path in the site to content: the city's colours."""
    return {
        f"{FOLDER}/city.css": colour_style(engine.site.colours).encode(),
    }
