"""The house rules about the code, read from the code: what may import what, what may not be in a module."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_site import ROOT

import opencity
from opencity.register.models.site import PAPER
from opencity.site.generated import style

HOOKS = ROOT / "hooks"
PACKAGE = HOOKS / "opencity"
MODULES = sorted(HOOKS.rglob("*.py"))
EVENTS = HOOKS / "mkdocs_events.py"

HTML_THAT_IS_NO_MARKUP = {
    "<!-- opencity:block ": "the marker that stands for a data block until the page is finished (pages/blocks.py)",
    "&nbsp;": "what the sanitiser writes for a letter (pages/sanitised.py)",
    "<!--": "the beginning of a comment, which typesetting leaves alone (site/typeset.py)",
}
"""Beginnings of the strings of the package that look like HTML, and why they are not in a template."""


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def named(path: Path) -> str:
    return path.relative_to(HOOKS).as_posix()


def imports(path: Path) -> Iterator[str]:
    """The full name of every module that a file imports from, wherever the import stands."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield node.module or ""


every_module = pytest.mark.parametrize("path", MODULES, ids=named)


@every_module
def test_imports_are_absolute(path: Path) -> None:
    assert [node for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom) and node.level > 0] == []


@pytest.mark.parametrize("path", [path for path in MODULES if path != EVENTS], ids=named)
def test_only_the_events_module_knows_mkdocs(path: Path) -> None:
    platform = {"mkdocs", "properdocs", "material", "mkdocs_static_i18n"}
    assert platform.isdisjoint(name.partition(".")[0] for name in imports(path))


# --- the direction of imports -------------------------------------------------------------------------


def reading_order() -> list[str]:
    """The parts of the package, as its own docstring lists them."""
    return re.findall(r"^([a-z]+) {2,}\S", opencity.__doc__ or "", flags=re.MULTILINE)


def part_of(module: str) -> str:
    """`register` for `opencity.register.models`."""
    return module.split(".")[1]


def parts_on_disk() -> set[str]:
    return {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}


def test_the_map_of_the_package_lists_every_part_once() -> None:
    order = reading_order()
    assert len(order) == len(set(order))
    assert set(order) == parts_on_disk() - {"__init__", "__main__"}


@pytest.mark.parametrize("part", reading_order())
def test_a_part_uses_only_parts_above_it_in_the_map(part: str) -> None:
    order = reading_order()
    allowed = set(order[: order.index(part) + 1])
    files = [path for path in MODULES if path.is_relative_to(PACKAGE / part) or path == PACKAGE / f"{part}.py"]
    used = {part_of(name) for path in files for name in imports(path) if name.startswith("opencity.")}
    assert used <= allowed


PACKAGES_IN_ORDER = sorted(
    path.parent
    for path in PACKAGE.glob("*/**/__init__.py")
    if "\n\nIn reading order" in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("folder", PACKAGES_IN_ORDER, ids=named)
def test_a_package_lists_its_modules_and_each_uses_only_those_above_it(folder: Path) -> None:
    order = re.findall(r"^([a-z_]+) {2,}\S", ast.get_docstring(tree(folder / "__init__.py")) or "", flags=re.MULTILINE)
    there = {path.stem for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert sorted(order) == sorted(there - {"__init__"})
    package = ".".join(folder.relative_to(HOOKS).parts)
    for at, name in enumerate(order):
        files = [path for path in MODULES if path == folder / f"{name}.py" or path.is_relative_to(folder / name)]
        used = {found for path in files for found in imports(path) if found.startswith(f"{package}.")}
        assert {found.removeprefix(f"{package}.").partition(".")[0] for found in used} <= set(order[: at + 1]), name


@pytest.mark.parametrize(("folder", "forbidden"), [("", ("subjects", "frame")), ("subjects", ("frame",))])
def test_inside_the_views_facts_know_no_page_and_pages_know_no_frame(folder: str, forbidden: tuple[str, ...]) -> None:
    used = {name for path in (PACKAGE / "views" / folder).glob("*.py") for name in imports(path)}
    assert [name for name in used if name.startswith(tuple(f"opencity.views.{part}" for part in forbidden))] == []


# --- state --------------------------------------------------------------------------------------------

MAKES_A_MUTABLE = {"list", "dict", "set", "defaultdict", "Counter", "deque", "bytearray"}
CHANGES_IN_PLACE = {
    "append",
    "extend",
    "insert",
    "add",
    "update",
    "setdefault",
    "pop",
    "popitem",
    "remove",
    "clear",
    "sort",
}


def is_mutable(value: ast.expr) -> bool:
    if isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp):
        return True
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in MAKES_A_MUTABLE


def module_values(module: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Every name that a module binds at its top, with the value."""
    for node in module.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        value = getattr(node, "value", None)
        yield from ((target.id, value) for target in targets if isinstance(target, ast.Name) and value is not None)


@every_module
def test_what_a_module_holds_at_its_top_is_a_constant_and_named_as_one(path: Path) -> None:
    variables = [name for name, value in module_values(tree(path)) if is_mutable(value)]
    assert [name for name in variables if name != "__all__" and not name.isupper()] == []


@every_module
def test_no_function_changes_what_its_module_holds(path: Path) -> None:
    module = tree(path)
    held = {name for name, _ in module_values(module)}
    changed = []
    for node in ast.walk(module):
        if isinstance(node, ast.Global):
            changed += node.names
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
            changed += [node.value.id] if isinstance(node.value, ast.Name) else []
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in CHANGES_IN_PLACE:
            changed.append(node.value.id)
    assert held.isdisjoint(changed)


# --- words and markup -----------------------------------------------------------------------------------


def strings(module: ast.Module) -> Iterator[str]:
    """Every string of a module that is not a docstring."""
    documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    bodies = [node.body for node in ast.walk(module) if isinstance(node, documented)]
    notes = {id(line.value) for body in bodies for line in body if isinstance(line, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.value


@every_module
def test_html_is_written_in_templates_and_not_in_python(path: Path) -> None:
    like_html = re.compile(r"(?<!\?P)</?[a-zA-Z][^<]*>|<!--|<!doctype|&\w+;")
    markup = [text for text in strings(tree(path)) if like_html.search(text)]
    assert [text for text in markup if text not in HTML_THAT_IS_NO_MARKUP] == []


@every_module
def test_a_module_opens_with_a_sentence_that_says_what_it_is_for(path: Path) -> None:
    words = ast.get_docstring(tree(path)) or ""
    assert words.split("\n\n")[0].rstrip().endswith((".", ":"))


@every_module
def test_the_engine_names_no_city_outside_its_examples(path: Path) -> None:
    assert [text for text in strings(tree(path)) if re.search(r"krak[oó]w", text, re.IGNORECASE)] == []


DECIDES_BY_LANGUAGE = {
    "opencity/problems/wording.py": "messages are in Polish or English, whatever the languages of the site",
    "opencity/register/models/site.py": "a site has these two languages, Polish first",
}


@every_module
def test_no_module_decides_by_the_code_of_a_language(path: Path) -> None:
    """What a language needs is data in its file of words: a further one needs no code."""
    compared = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Compare)]
    operands = [operand for node in compared for operand in (node.left, *node.comparators)]
    parts = [part for each in operands for part in (each.elts if isinstance(each, ast.Tuple | ast.Set) else [each])]
    named_languages = [part for part in parts if isinstance(part, ast.Constant) and part.value in ("pl", "en", "uk")]
    assert bool(named_languages) == (named(path) in DECIDES_BY_LANGUAGE)


def test_the_template_that_mkdocs_renders_escapes_every_value() -> None:
    """Its environment has no autoescape. Only the content, which we rendered ourselves, goes in as it is.

    The machine form is JSON: `tojson` writes < > & and ' so that no value can end the element around it.
    """
    shown = re.findall(r"\{\{(.*?)\}\}", (ROOT / "overrides" / "main.html").read_text(encoding="utf-8"))
    assert shown
    as_they_are = {"page.content", "document.structured|tojson"}
    assert [value for value in shown if not value.strip().endswith("|e") and value.strip() not in as_they_are] == []


def test_contrast_is_measured_on_the_papers_of_the_style_sheet() -> None:
    assert tuple(PAPER.values()) == tuple(re.findall(r"--paper: (#[0-9a-f]{6});", style(ROOT / "overrides")))
