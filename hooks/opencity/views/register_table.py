"""The speaking city's memberships in; one table, sorted as the language sorts, out."""

from __future__ import annotations

from dataclasses import dataclass

from opencity.language.sorting import sort_key
from opencity.register.models import Membership
from opencity.register.standing import standing
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.membership_facts import legal_basis_value, responsible_unit_value, since_value, tie_value
from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class Row:
    """One membership."""

    network: Value
    since: Value
    tie: Value
    legal_basis: Value
    unit: Value

    @property
    def sources(self) -> tuple[int, ...]:
        """The numbers of all sources of the row, each once."""
        values = (self.since, self.tie, self.legal_basis, self.unit)
        return tuple(sorted({number for value in values for number in value.sources}))


def register_rows(context: ViewContext, citations: Citations) -> tuple[Row, ...]:
    """Every membership of the city the site speaks for."""
    memberships = context.registry.memberships_of(context.registry.site.city)
    ordered = sorted(memberships, key=lambda membership: sort_key(_label(membership, context), context.locale))
    return tuple(_row(membership, context, citations) for membership in ordered)


def _label(membership: Membership, context: ViewContext) -> str:
    return context.say(context.registry.networks[membership.network].record.label)


def _row(membership: Membership, context: ViewContext, citations: Citations) -> Row:
    network = context.registry.networks[membership.network].record
    now = standing(membership)
    short = network.abbreviation.text if network.abbreviation else None
    label = context.say(network.label)
    return Row(
        network=Value(
            label,
            href=context.page_about("network", network.id),
            abbreviation=short if short != label else None,
            lang=label_language(membership.network, context),
        ),
        since=since_value(now, context, citations),
        tie=tie_value(now, context),
        legal_basis=legal_basis_value(now, context, citations),
        unit=responsible_unit_value(membership, context, citations),
    )


def label_language(network: str, context: ViewContext) -> str | None:
    """The language of a network's label where it is not the page's: a name that has no Polish form."""
    record = context.registry.networks[network].record
    label = context.say(record.label)
    name, lang = record.name.in_(context.locale)
    return lang if lang != context.locale and label.casefold() in name.casefold() else None
