"""A network and the city's membership in it in; everything its page shows besides the editor's prose out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from opencity.register.models import Act, ActKind, Membership, Network, When
from opencity.register.models.numbers import Count, CountUnit
from opencity.register.standing import Standing, standing
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.documents import DocumentLine, documents_of_network
from opencity.views.facts import (
    act_date_value,
    as_of_date,
    count_value,
    fact_value,
    money_value,
    network_name,
    run_by_value,
    run_now,
    seat_value,
    when_text,
)
from opencity.views.membership_facts import (
    joined,
    legal_basis_value,
    responsible_unit_value,
    since_value,
    tie_value,
    until_value,
)
from opencity.views.parts import FactRow, Group, known
from opencity.views.path import Year, refer_to_facts, timeline
from opencity.views.subjects.network_members import CitiesOfNetwork, OtherMembers, cities_of_network, other_members
from opencity.views.subjects.network_sections import city_group, network_group
from opencity.views.subjects.timeline import TimelineView, network_timeline
from opencity.views.value import Value

FOUNDING = (ActKind.FOUNDING, ActKind.STARTED)
"""The acts by which a network began."""


@dataclass(frozen=True, slots=True)
class NetworkView:
    """A network's page. `other_name` is the official name in the other language."""

    kind: str
    name: Value
    other_name: Value | None
    summary: str
    joined: str | None
    why_here: str | None
    panel: tuple[FactRow, ...]
    purpose: str | None
    benefits: tuple[str, ...]
    path: tuple[Year, ...]
    own: Group | None
    cities: CitiesOfNetwork | None
    every_city: TimelineView
    about: Group | None
    members: OtherMembers | None
    history: tuple[Year, ...]
    documents: tuple[DocumentLine, ...]


def network_view(network: Network, membership: Membership, context: ViewContext, citations: Citations) -> NetworkView:
    """Compose the page; the order of composing is the order of reading, which numbers the sources."""
    now = standing(membership)
    panel = tuple(row for row in _panel(network, membership, now, context, citations) if row.values)
    path = timeline(
        network.id, membership.acts, context, citations, gaps=membership.gaps, observations=membership.observations
    )
    return NetworkView(
        kind=context.words(f"kind.{network.kind.value}"),
        name=network_name(network, context),
        other_name=_other_name(network, context),
        summary=context.say(network.summary),
        joined=joined(now, network.kind, context),
        why_here=context.say(network.why_here) if network.why_here else None,
        panel=panel,
        purpose=context.say(membership.purpose) if membership.purpose else None,
        benefits=tuple(context.say(text) for text in membership.benefits),
        path=refer_to_facts(path, panel),
        own=_filled(city_group(membership, context, citations)),
        cities=cities_of_network(network, context, citations),
        every_city=network_timeline(network.id, context, citations),
        about=_filled(network_group(network, membership, context, citations)),
        members=other_members(network, context, citations),
        history=timeline(f"{network.id}-{context.words('anchor.history')}", network.history, context, citations),
        documents=documents_of_network(network.id, membership, context),
    )


def _filled(group: Group) -> Group | None:
    return group if group.sections else None


def _other_name(network: Network, context: ViewContext) -> Value | None:
    """The official name, Polish or English, that is not in the language of the page and not shown yet."""
    shown, _ = network.name.in_(context.locale)
    others = (
        Value(text, lang=lang) for text, lang in network.name.official if lang != context.locale and text != shown
    )
    return next(others, None)


def _panel(
    network: Network, membership: Membership, now: Standing, context: ViewContext, citations: Citations
) -> Iterator[FactRow]:
    words = context.words
    yield FactRow(words("fact.since"), (since_value(now, context, citations),))
    if until := until_value(now, context, citations):
        yield FactRow(words("fact.until"), (until,))
    if now.is_again and now.first_entry and now.first_entry.date:
        yield FactRow(
            words("fact.before"), (_first_time(now.first_entry, now.first_entry.date.value, context, citations),)
        )
    yield FactRow(words("fact.tie"), (tie_value(now, context),))
    yield FactRow(words("fact.legal_basis"), (legal_basis_value(now, context, citations),))
    yield FactRow(words("fact.unit"), (responsible_unit_value(membership, context, citations),))
    ordinals = tuple(
        fact_value(words.ordinal("ordinal", item.number, of=context.say(item.of)), item, context, citations)
        for item in membership.ordinals
    )
    yield FactRow(words("fact.ordinal"), ordinals)
    if now.last_seen and (seen := as_of_date(now.last_seen.as_of, context)):
        confirmed = fact_value(seen.text, now.last_seen, context, citations, datetime=seen.datetime)
        yield FactRow(words("fact.last_seen"), (confirmed,))
    fees = [*membership.fees, *network.fees]
    yield FactRow(words("fact.fee"), tuple(known(money_value(fee, context, citations) for fee in fees)))
    yield FactRow(words("fact.run_by"), tuple(
        run_by_value(item, context, citations) for item in network.run_by if run_now(item, context)
    ))  # fmt: skip
    yield FactRow(words("fact.seat"), tuple(seat_value(seat, context, citations) for seat in network.seats))
    yield FactRow(words("fact.founded"), tuple(_founded(network, context, citations)))
    newest = newest_counts(network.counts)
    yield FactRow(words("fact.size"), tuple(known(count_value(count, context, citations) for count in newest)))
    if network.joining:
        joining = fact_value(context.say(network.joining.text), network.joining, context, citations)
        yield FactRow(words("fact.joining"), (joining,))
    if network.site:
        yield FactRow(words("fact.site"), (Value(network.site, href=network.site),))


def _first_time(entry: Act, when: When, context: ViewContext, citations: Citations) -> Value:
    """The first of two memberships: `od września 1992 r.: członkostwo`."""
    text, machine = when_text(when, context)
    since = context.dates.from_(when.on) if when.on else text
    tie = context.words(f"tie.{entry.tie.value}") if entry.tie else ""
    return fact_value(
        context.words("fact.before_value", since=since, tie=tie), entry, context, citations, datetime=machine
    )


def _founded(network: Network, context: ViewContext, citations: Citations) -> Iterator[Value]:
    for act in network.history:
        founded = act_date_value(act, context, citations) if act.kind in FOUNDING else None
        if founded is not None:
            yield founded
            return


def newest_counts(counts: tuple[Count, ...]) -> tuple[Count, ...]:
    """The newest dated number of each unit; an exact number wins over a vague one of the same date.

    Cities, and cities with regions, are one measure of a network's size: only the newer is shown.
    """
    newest: dict[str, Count] = {}
    for count in counts:
        if not count.as_of.is_known:
            continue
        measure = "cities" if count.unit is CountUnit.CITIES_AND_REGIONS else count.unit.value
        best = newest.get(measure)
        if best is None or (count.as_of.sort_key, count.operator == "exactly") > (
            best.as_of.sort_key,
            best.operator == "exactly",
        ):
            newest[measure] = count
    return tuple(newest.values())
