"""The speaking city's memberships in; one table, sorted as the language sorts, out."""

from __future__ import annotations

from dataclasses import dataclass

from opencity.pages.anchors import record_anchor
from opencity.register.models import Membership
from opencity.register.standing import standing
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.labels import network_link
from opencity.views.membership_facts import dated_tie_value, legal_basis_value, responsible_unit_value, since_value
from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer under the name of its column."""

    label: str
    value: Value


@dataclass(frozen=True, slots=True)
class Row:
    """One membership: of the city under the network's name, or in a network under the city's.

    `speaks` marks the row of the city that the site speaks for, where there are others; `networks` are the ids of those
    that it is about. `anchor` makes the row addressable, where it has its place for good.
    """

    head: Value
    cells: tuple[Cell, ...]
    speaks: bool = False
    networks: tuple[str, ...] = ()
    anchor: str | None = None

    @property
    def sources(self) -> tuple[int, ...]:
        """The numbers of all sources of the row, each once."""
        return tuple(sorted({number for cell in self.cells for number in cell.value.sources}))

    @property
    def remarks(self) -> tuple[Cell, ...]:
        """Notes on disputes and inferences, each with the column that it concerns."""
        return tuple(Cell(cell.label, Value(remark)) for cell in self.cells for remark in cell.value.remarks)


def register_rows(context: ViewContext, citations: Citations, *, at_home: bool = False) -> tuple[Row, ...]:
    """Every membership of the city the site speaks for; `at_home` says that each row has its place for good here."""
    memberships = context.registry.memberships_of(context.registry.site.city)
    ordered = sorted(memberships, key=lambda membership: context.words.sort_key(_label(membership, context)))
    return tuple(_row(membership, context, citations, at_home) for membership in ordered)


def _label(membership: Membership, context: ViewContext) -> str:
    return context.say(context.registry.networks[membership.network].record.label)


def _row(membership: Membership, context: ViewContext, citations: Citations, at_home: bool) -> Row:
    now = standing(membership)
    answers = {
        "since": since_value(now, context, citations),
        "tie": dated_tie_value(now, context, citations),
        "legal_basis": legal_basis_value(now, context, citations),
        "unit": responsible_unit_value(membership, context, citations),
    }
    return Row(
        head=network_link(membership.network, context, letters=True),
        cells=tuple(Cell(context.words(f"register.{key}"), value) for key, value in answers.items()),
        networks=(membership.network,),
        anchor=record_anchor("row", membership.network, context.words) if at_home else None,
    )
