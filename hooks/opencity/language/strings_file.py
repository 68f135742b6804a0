"""A city's file of interface words in; each of its texts with the path that leads to it out.

Keys may be nested (`menu:` and `home:` below it) or written in one (`menu.home:`). A key with nothing behind it is not
there yet.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from opencity.problems import Collector, Mark, Place
from opencity.register.yaml_reader import Path as Keys
from opencity.register.yaml_reader import Tree, Unreadable, YamlFile, read_mapping

FOLDER = "data/strings"


@dataclass(slots=True)
class StringsFile:
    """One file of the city's, flattened: each text with the path that leads to it there."""

    yaml: YamlFile
    is_read: bool = True
    texts: dict[str, tuple[str, Keys]] = field(default_factory=dict)
    problems: Collector = field(default_factory=Collector)

    def place(self, keys: Keys, *, key: bool = False) -> Place:
        """Where a text stands in the file, or its key."""
        return self.yaml.place_of(keys, key=key)


def read_strings(root: Path, locale: str) -> StringsFile | None:
    """The city's file of a language; None where there is none, or none that can be read."""
    path = root / FOLDER / f"{locale}.yml"
    name = f"{FOLDER}/{locale}.yml"
    if path.is_symlink() or not path.is_file():
        return None
    try:
        file = StringsFile(read_mapping(path.read_bytes(), name))
    except Unreadable as error:
        found = Collector()
        found.extend(error.problems)
        file = StringsFile(YamlFile(name, {}, {(): Mark()}, {}), is_read=False, problems=found)
    except OSError:
        return None
    _flatten(file.yaml.tree, (), file)
    return file


def written_paths(root: Path, locale: str) -> frozenset[str] | None:
    """The paths that a city's file has, filled or not; None for a file that cannot be read."""
    file = read_strings(root, locale)
    if file is None:
        return None if (root / FOLDER / f"{locale}.yml").exists() else frozenset()
    return frozenset(file.texts) if file.is_read else None


def _flatten(node: Tree, keys: Keys, file: StringsFile) -> None:
    path = ".".join(str(key) for key in keys)
    if isinstance(node, dict):
        for key, value in node.items():
            _flatten(value, (*keys, key), file)
    elif isinstance(node, list):
        file.problems.add("E-WORDS-SHAPE", file.place(keys), given=path, shape=f"{path}: …")
    elif path in file.texts:
        first = file.place(file.texts[path][1], key=True).mark.line
        file.problems.add("E-TWICE", file.place(keys, key=True), given=path, first=first)
    else:
        file.texts[path] = node.strip(), keys
