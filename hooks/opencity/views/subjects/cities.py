"""All cities and networks of the register in; one table of who is in what, since when and how, out.

Unknown, inferred, proposed and "no" are states of their own: each has its words, and the legend explains them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from opencity.language.names import city_name
from opencity.pages.anchors import record_anchor
from opencity.register.models import City
from opencity.register.presence import Presence, complete_list, presence
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.labels import label_language
from opencity.views.subjects.city_in_network import Known, State, known_of, list_date
from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class Column:
    """A network: its letters, or its name where it has none; its name in full; both, for a row by itself."""

    id: str
    head: Value
    name: str
    label: str

    @property
    def is_short(self) -> bool:
        """Whether the head is letters that have to be explained."""
        return self.head.text != self.name


@dataclass(frozen=True, slots=True)
class Cell:
    """One city in one network. `note` is the anchor of its remarks, where there are any."""

    column: Column
    known: Known
    anchor: str
    note: str | None
    about: str


@dataclass(frozen=True, slots=True)
class Line:
    """One city. `unknown` names the networks of which nothing is known, for a screen without room for empty cells."""

    anchor: str
    city: str
    cells: tuple[Cell, ...]
    unknown: str
    speaks: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """One entry of the legend."""

    state: State
    sample: str
    text: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table, what explains it, and the cities that have no row because nothing is known of them."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    legend: tuple[Meaning, ...]
    others: str | None = None
    others_listed: Value | None = None

    @property
    def notes(self) -> tuple[Cell, ...]:
        """The cells with remarks, in the order of reading."""
        return tuple(cell for line in self.lines for cell in line.cells if cell.note)

    @property
    def abbreviations(self) -> tuple[Column, ...]:
        """The columns whose heads are letters."""
        return tuple(column for column in self.columns if column.is_short)


def matrix(context: ViewContext, citations: Citations) -> Matrix:
    """Every city with anything known of it, sorted as the language sorts, by every network."""
    registry = context.registry
    columns = tuple(sorted(_columns(context), key=lambda column: context.words.sort_key(column.head.text)))
    cities = [item.record for item in registry.cities.values()]
    cities.sort(key=lambda city: context.words.sort_key(city_name(city, context.locale)))
    lines, others = [], []
    for city in cities:
        if any(_is_news(presence(registry, city.id, column.id)) for column in columns):
            lines.append(_line(city, columns, context, citations))
        else:
            others.append(city_name(city, context.locale))
    used = {cell.known.state for line in lines for cell in line.cells}
    words = context.words
    return Matrix(
        columns=columns,
        lines=tuple(lines),
        legend=tuple(
            Meaning(state, words(f"legend.{state}.sample"), words(f"legend.{state}.text"))
            for state in get_args(State)
            if state in used
        ),
        others=words("cities.others", cities=words.listed(others)) if others else None,
        others_listed=_complete_lists(columns, context, citations) if others else None,
    )


def _is_news(known: Presence) -> bool:
    """Whether it says more than that a list of others leaves the city out."""
    return known.answer not in ("no", "unknown")


def _columns(context: ViewContext) -> Iterator[Column]:
    for item in context.registry.networks.values():
        network = item.record
        name = context.say(network.label)
        letters = network.abbreviation
        lang = letters.language if letters else label_language(network.id, context)
        head = Value(
            letters.text if letters else name,
            href=context.page_about("network", network.id),
            lang=None if lang == context.locale else lang,
        )
        both = context.words("cities.name_and_letters", name=name, letters=head.text)
        yield Column(network.id, head, name, both if head.text != name else name)


def _line(city: City, columns: tuple[Column, ...], context: ViewContext, citations: Citations) -> Line:
    name = city_name(city, context.locale)
    cells = tuple(_cell(city, name, column, context, citations) for column in columns)
    unknown = ", ".join(cell.column.head.text for cell in cells if cell.known.state == "unknown")
    return Line(
        record_anchor("row", city.id, context.words),
        name,
        cells,
        context.words("cities.unknown_in", networks=unknown) if unknown else "",
        city.id == context.registry.site.city,
    )


def _cell(city: City, name: str, column: Column, context: ViewContext, citations: Citations) -> Cell:
    known = known_of(city.id, column.id, context, citations)
    anchor = f"{city.id}_{column.id}"
    note = f"{context.words('anchor.matrix_note')}_{anchor}" if known.remarks else None
    about = context.words("cities.about_cell", city=name, network=column.head.text)
    return Cell(column, known, anchor, note, about)


def _complete_lists(columns: tuple[Column, ...], context: ViewContext, citations: Citations) -> Value | None:
    """The lists over which a city without a row is known to be out: `UMP (stan na 2019 r.)`."""
    texts: list[str] = []
    sources: list[str] = []
    for column in columns:
        members = complete_list(context.registry.networks[column.id].record.members)
        if members is not None:
            texts.append(context.words("cities.step", kind=column.head.text, date=list_date(members, context)))
            sources += members.sources
    if not texts:
        return None
    text = context.words("cities.others_listed", lists=", ".join(texts))
    return Value(text, sources=citations.cite(sources))
