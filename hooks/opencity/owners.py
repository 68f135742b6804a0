"""A path in the project in; who owns it (engine, commons or city) out. An upgrade asks this and nothing else.

engine    replaced as a whole in an upgrade
commons   replaced record by record: what a city added stays, what it edited is reported
city      untouched
"""

from __future__ import annotations

from typing import Literal

Owner = Literal["engine", "commons", "city"]

CITY = (
    "data/site.yml",
    "data/addresses.yml",
    "data/strings/",
    "data/translations.yml",
    "docs/",
    "overrides/city/",
    "mkdocs.yml",
    "tests/site/",
)
"""Files and folders of the city. Its own folder below `data/cities/` belongs to it too."""

COMMONS = (
    "data/networks/",
    "data/funds/",
    "data/documents/",
    "data/sources/",
    "data/projects/",
    "data/events/",
    "data/synonyms.yml",
)
"""What every city shares: facts, and words that mean the same. So do the folders of all other cities."""

CITIES = "data/cities/"

ENGINE = (
    "hooks/",
    "overrides/",
    "tests/",
    ".ci/",
    ".github/",
    ".gitattributes",
    ".gitignore",
    "Makefile",
    "pyproject.toml",
    "requirements.txt",
    "requirements-dev.txt",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
)
"""Code, its tests, build and check files."""


def owner_of(path: str, city: str) -> Owner | None:
    """Who owns a path (from the project's root, with slashes) in the site of a city; None for a path nobody knows.

    >>> owner_of("data/cities/krakow/city.yml", "krakow"), owner_of("data/cities/lublin/city.yml", "krakow")
    ('city', 'commons')
    """
    if path.startswith(CITIES):
        return "city" if path.startswith(f"{CITIES}{city}/") else "commons"
    owned: tuple[tuple[Owner, tuple[str, ...]], ...] = (("city", CITY), ("commons", COMMONS), ("engine", ENGINE))
    for owner, places in owned:
        if any(path.startswith(place) if place.endswith("/") else path == place for place in places):
            return owner
    return None
