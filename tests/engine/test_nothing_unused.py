"""What is left behind when something goes: words that nothing says, styles that nothing wears, dead functions."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

import yaml
from small_site import ROOT

from opencity.language.words import load_words, shipped_locales
from opencity.pages.role_pages import NEEDED
from opencity.register.models import ActKind, NetworkKind, ProgrammeKind, Tie
from opencity.register.models.document import Document, DocumentKind
from opencity.register.models.facts import Credit
from opencity.register.models.money import Show
from opencity.register.models.numbers import CountUnit, Money, Operator
from opencity.register.models.source import Missing
from opencity.site.generated import style
from opencity.site.search.pages import KINDS
from opencity.translations.status import State as TranslationState
from opencity.views.notices import PARTY_ROLES
from opencity.views.path import GAP, OBSERVATION
from opencity.views.subjects.city_in_network import State
from opencity.views.subjects.lifelines import SHAPES
from opencity.views.subjects.projects_page import GROUPS
from opencity.views.value import Certainty

KEYS = {key for locale in shipped_locales() for key in load_words(locale).entries}

HOME_PARTS = ("networks", "associations", "both", "charters", "titles", "programmes")
"""Clauses of the first sentence of the site (views/subjects/home.py)."""

DATES = (
    *("day", "month", "year", "in_day", "in_month", "in_year", "bare_day", "bare_month"),
    *("month_alone", "of_month_alone"),
    *("of_month", "of_year", "than_month", "than_year", "as_of_month"),
)
"""Patterns of dates (language/dates.py)."""

MADE_OF_IDS = ("document", "event", "fund", "project", "row", "year")
"""What anchors of records begin with (pages/anchors.py)."""

SECTIONS = ("assessments", "authorities", "fields", "operators", "ordinals", "own_notes", "roles", "run_before")
"""Sections of a network's page (views/subjects/network_sections.py) whose keys stand nowhere in full."""


def options(annotation: object) -> tuple[str, ...]:
    """The values of a Literal, alone or with None."""
    found = itertools.chain.from_iterable(get_args(part) or (part,) for part in get_args(annotation))
    return tuple(value for value in found if isinstance(value, str))


COMPUTED: Mapping[str, Iterable[str]] = {
    "act.{}": (*ActKind, GAP, OBSERVATION),
    "anchor.{}": (*MADE_OF_IDS, *SECTIONS, "path"),
    "anchor.projects_{}": GROUPS,
    "count.{}": CountUnit,
    "count_accusative.{}": CountUnit,
    "count_genitive.{}": CountUnit,
    "credit.{}": options(Credit.model_fields["role"].annotation),
    "currency.{}": ("EUR", "PLN"),
    "dates.{}": DATES,
    "details.{}": ("published", "updated"),
    "document.adopted.{}": options(Document.model_fields["adopted"].annotation),
    "document.anchor.{}": options(DocumentKind),
    "document.group.{}": options(DocumentKind),
    "document.kind.{}": options(DocumentKind),
    "document.{}": ("translation_of", "replaces", "translations", "replaced_by"),
    "duty.{}": ("no", "not_found"),
    "city.joined.{}": NetworkKind,
    "city.{}": ("within", "within_unknown", "genitive", "genitive_unknown"),
    "home.{}.clause": HOME_PARTS,
    "home.{}.gender": HOME_PARTS,
    "home.{}.noun": HOME_PARTS,
    "kind.{}": (*NetworkKind, *ProgrammeKind),
    "legend.{}.sample": options(State),
    "legend.{}.text": options(State),
    "lifelines.shape.{}": SHAPES,
    "money.per_{}": options(Money.model_fields["per"].annotation),
    "notice.co_financed.{}": ("past", "present", "untensed"),
    "notice.funded.{}": ("past", "present"),
    "month_in.{}": [str(month) for month in range(1, 13)],
    "numeral.{}": (f"{gender}.{number}" for gender in ("f", "m", "of_f", "of_m") for number in range(1, 11)),
    "operator.{}": Operator,
    "operator_case.{}": Operator,
    "ordinal_{}": ("one", "two", "few", "other"),
    "project.{}": PARTY_ROLES,
    "projects.{}": GROUPS,
    "projects.{}_words": GROUPS,
    "register.{}": ("since", "tie", "legal_basis", "unit"),
    "role_page.{}": NEEDED,
    "scores.{}": ("not_published", "not_found"),
    "search.kind.{}": KINDS,
    "section.about.{}": NetworkKind,
    "section.cities.{}": NetworkKind,
    "section.members.{}": NetworkKind,
    "section.purposes.{}": NetworkKind,
    "section.{}": SECTIONS,
    "show.{}": options(Show),
    "source.address_missing.{}": options(Missing),
    "state.{}": ("former", "no", "unclear", "unknown"),
    "tie.{}": Tie,
    "translation.{}": ("read_here", "newer_here"),
    "translations.{}": TranslationState,
}
"""Keys that the code puts together: what stands around the blank, and every value that fills it."""

TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
SCRIPTS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "overrides/scripts").rglob("*.js"))]

_SPOKEN = re.compile(r'\.(?:say|count)\("(\w+)"')
"""A word that a script says, by its key below `search.live`."""


def spoken() -> set[str]:
    return {f"search.live.{key}" for script in SCRIPTS for key in _SPOKEN.findall(script)}


def computed() -> set[str]:
    return spoken() | {key.format(value) for key, values in COMPUTED.items() for value in values}


def written() -> Iterator[str]:
    """Every string of the code, and every word between quotation marks in a template."""
    for path in (ROOT / "hooks").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
    for path in TEMPLATES:
        yield from re.findall(r'"([\w.]+)(?=")', path.read_text(encoding="utf-8"))


def test_every_interface_word_is_used() -> None:
    assert KEYS - set(written()) - computed() == set()


def test_every_key_that_the_code_puts_together_has_its_word() -> None:
    assert computed() - KEYS == set()


def test_everything_that_commands_can_say_is_said() -> None:
    answers = yaml.safe_load((ROOT / "hooks/opencity/answers.yml").read_text(encoding="utf-8"))
    assert set(answers) - set(written()) == {f"state_{state}" for state in TranslationState}


# --- styles ---------------------------------------------------------------------------------------------

_WORN = re.compile(r'(?:class: |classList.add\()"([^"]*)"')
"""The classes that a script gives to what it makes."""
_PRINTED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)

VALUES: Mapping[str, Iterable[str]] = {
    "date-{}": ("day", "month", "year", "bounds", "none"),
    "entry-{}": options(Certainty),
    "state-{}": options(State),
}
"""Classes that a template puts together, with every value that fills them."""


def styled() -> set[str]:
    """The classes that the style sheet asks for."""
    rules = re.sub(r"/\*.*?\*/", "", style(ROOT / "overrides"), flags=re.DOTALL)
    asked = (selector for selector in re.findall(r"([^{}]+)\{", rules) if not selector.strip().startswith("@"))
    return {name for selector in asked for name in re.findall(r"\.([a-zA-Z_][\w-]*)", selector)}


def given() -> set[str]:
    """The classes that templates give; `{% if %}` inside an attribute is looked through."""
    attribute = re.compile(r'class="((?:[^"{]|\{\{.*?\}\}|\{%.*?%\})*)"')
    found = {name for path in TEMPLATES for text in attribute.findall(path.read_text(encoding="utf-8"))
             for name in re.sub(_PRINTED, " ", text).split()}  # fmt: skip
    found |= {name for script in SCRIPTS for text in _WORN.findall(script) for name in text.split()}
    return found | {name.format(value) for name, values in VALUES.items() for value in values}


def test_every_class_with_a_style_is_given_by_a_template() -> None:
    assert styled() - given() == set()


# --- code -----------------------------------------------------------------------------------------------

KEPT = {"owner_of": "which file is whose: a test holds it to the files that are here, and an upgrade will ask it"}
"""Public functions that only tests call, and why they stay."""


def test_every_public_function_and_class_is_used_by_more_than_tests() -> None:
    defined: set[str] = set()
    used = {name for path in TEMPLATES for name in re.findall(r"\w+", path.read_text(encoding="utf-8"))}
    for module in (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "hooks").rglob("*.py")):
        found = [node for node in module.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        defined |= {node.name for node in found if not node.name.startswith(("_", "on_"))}
        for node in ast.walk(module):
            if isinstance(node, ast.Name | ast.Attribute):
                used.add(node.id if isinstance(node, ast.Name) else node.attr)
    assert sorted(defined - used) == sorted(KEPT)
