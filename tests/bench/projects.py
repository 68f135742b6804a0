"""Content and a side in; a folder that MkDocs can build, with our hooks or without them, out.

The settings of the bare side are made from ours, so that both have the same extensions and theme features.
"""

from __future__ import annotations

import compileall
import os
import shutil
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

REPOSITORY = Path(__file__).resolve().parents[2]
SETTINGS = "mkdocs.bench.yml"
HOOK = "phases.py"
ADDRESS = "https://miasto.example/"


class Side(StrEnum):
    """What builds the same Markdown."""

    OURS = "our hooks"
    BARE = "bare"
    SEARCH = "bare, with search"


def snapshot(folder: Path) -> Path:
    """Copy the engine and the content of this checkout, so that nobody's edit changes what is being measured."""
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("hooks", "overrides", "data", "docs"):
        shutil.copytree(REPOSITORY / name, folder / name, ignore=ignored)
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    compileall.compile_dir(folder / "hooks", quiet=1)
    return folder


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files below a folder and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def lay_out(folder: Path, side: Side, content: Path, engine: Path) -> Path:
    """Make a project of the `docs/` (and for our side the `data/`) in `content`, and of the engine in a snapshot."""
    shutil.copytree(content / "docs", folder / "docs")
    shutil.copy(Path(__file__).with_name(HOOK), folder)
    ours = _read_settings(engine / "mkdocs.yml")
    if side is Side.OURS:
        shutil.copytree(content / "data", folder / "data")
        for name in ("hooks", "overrides"):
            shutil.copytree(engine / name, folder / name)
        shutil.copy(engine / "mkdocs.yml", folder)
        settings = {"INHERIT": "mkdocs.yml", "hooks": [*ours["hooks"], HOOK]}
    else:
        settings = _bare_settings(ours, _languages(folder / "docs"), search=side is Side.SEARCH)
    (folder / SETTINGS).write_text(yaml.dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def _read_settings(path: Path) -> dict[str, Any]:
    """Settings with everything they inherit."""
    with path.open(encoding="utf-8") as stream:
        return dict(yaml_load(stream))


def _languages(docs: Path) -> list[dict[str, Any]]:
    """What the plugin is told of the languages that lie in `docs/`: on our side the engine tells it."""
    locales = sorted((path.name for path in docs.glob("??")), reverse=True)  # Polish first, as our settings demand
    return [{"locale": each, "name": each, "default": each == locales[0], "build": True} for each in locales]


def _bare_settings(ours: Mapping[str, Any], languages: list[dict[str, Any]], *, search: bool) -> dict[str, Any]:
    """Ours without what is ours: the theme's own templates, no hooks, and no strictness about links into our HTML."""
    theme = {key: value for key, value in ours["theme"].items() if key != "custom_dir"}
    plugins = {name: options for name, options in ours["plugins"].items() if name != "search"}
    plugins["i18n"] = {**plugins["i18n"], "languages": languages}
    if search:
        plugins["search"] = {}
    ignored = ("INHERIT", "watch")
    kept = {key: value for key, value in ours.items() if key not in ignored}
    own = {"site_url": ADDRESS, "strict": False, "theme": theme, "plugins": plugins, "hooks": [HOOK]}
    return {**kept, **own}


def build_environment() -> dict[str, str]:
    """The environment of every build: one day for all, and no path that leads back to the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795132800", "PYTHONUTF8": "1"}
