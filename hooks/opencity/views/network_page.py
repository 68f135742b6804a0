"""A network and the city's membership in it in; everything its page shows besides the editor's prose out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from opencity.register.models import ActKind, Membership, Network
from opencity.register.models.facts import Count, CountUnit
from opencity.register.standing import Standing, standing
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.events import event_value, events_of_city, told_in
from opencity.views.facts import (
    as_of_text,
    count_value,
    money_value,
    network_name,
    role_value,
    unit_value,
    when_text,
)
from opencity.views.membership_facts import legal_basis_value, responsible_unit_value, since_value, tie_value
from opencity.views.path import Year, timeline
from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class FactRow:
    """One line of a panel: a label and its answers. `remarks` stand beside the answers, in the same voice."""

    label: str
    values: tuple[Value, ...]

    @property
    def remarks(self) -> tuple[str, ...]:
        """Notes on disputes and inferences among the values."""
        return tuple(value.remark for value in self.values if value.remark)


@dataclass(frozen=True, slots=True)
class Section:
    """A titled list of values."""

    title: str
    anchor: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """A network's page. `other_name` is the official name in the other language."""

    kind: str
    name: Value
    other_name: Value | None
    summary: str
    why_here: str | None
    panel: tuple[FactRow, ...]
    purpose: str | None
    benefits: tuple[str, ...]
    path: tuple[Year, ...]
    history: tuple[Year, ...]
    sections: tuple[Section, ...]


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
        why_here=context.say(network.why_here) if network.why_here else None,
        panel=panel,
        purpose=context.say(membership.purpose) if membership.purpose else None,
        benefits=tuple(context.say(text) for text in membership.benefits),
        path=path,
        history=timeline(f"{network.id}-{context.words('anchor.history')}", network.history, context, citations),
        sections=tuple(section for section in _sections(network, membership, context, citations) if section.values),
    )


def _other_name(network: Network, context: ViewContext) -> Value | None:
    shown, _ = network.name.in_(context.locale)
    for locale in context.registry.site.locales:
        text, lang = network.name.in_(locale)
        if text != shown and lang != context.locale:
            return Value(text, lang=lang)
    return None


def _panel(
    network: Network, membership: Membership, now: Standing, context: ViewContext, citations: Citations
) -> Iterator[FactRow]:
    words = context.words
    yield FactRow(words("fact.since"), (since_value(now, context, citations),))
    if now.is_again and now.first_entry and now.first_entry.date:
        text, machine = when_text(now.first_entry.date.value, context)
        tie = words(f"tie.{now.first_entry.tie.value}") if now.first_entry.tie else ""
        first = Value(
            words("fact.before_value", date=text, tie=tie),
            datetime=machine,
            sources=citations.cite(now.first_entry.sources),
        )
        yield FactRow(words("fact.before"), (first,))
    yield FactRow(words("fact.tie"), (tie_value(now, context),))
    yield FactRow(words("fact.legal_basis"), (legal_basis_value(now, context, citations),))
    yield FactRow(words("fact.unit"), (responsible_unit_value(membership, context, citations),))
    ordinals = tuple(
        Value(words("ordinal", number=item.number, of=context.say(item.of)), sources=citations.cite(item.sources))
        for item in membership.ordinals
    )
    yield FactRow(words("fact.ordinal"), ordinals)
    if now.last_seen and (seen := as_of_text(now.last_seen.as_of, context)):
        yield FactRow(words("fact.last_seen"), (Value(seen, sources=citations.cite(now.last_seen.sources)),))
    fees = [*membership.fees, *network.fees]
    yield FactRow(words("fact.fee"), tuple(_known(money_value(fee, context, citations) for fee in fees)))
    yield FactRow(words("fact.run_by"), tuple(
        Value(context.say(item.name), lang=context.lang_of(item.name), sources=citations.cite(item.sources))
        for item in network.run_by
    ))  # fmt: skip
    yield FactRow(words("fact.seat"), tuple(
        Value(context.say(seat.place), sources=citations.cite(seat.sources)) for seat in network.seats
    ))  # fmt: skip
    yield FactRow(words("fact.founded"), tuple(_founded(network, context, citations)))
    newest = newest_counts(network.counts)
    yield FactRow(words("fact.size"), tuple(_known(count_value(count, context, citations) for count in newest)))
    if network.joining:
        joining = Value(context.say(network.joining.text), sources=citations.cite(network.joining.sources))
        yield FactRow(words("fact.joining"), (joining,))
    if network.site:
        yield FactRow(words("fact.site"), (Value(network.site, href=network.site),))


def _founded(network: Network, context: ViewContext, citations: Citations) -> Iterator[Value]:
    for act in network.history:
        if act.kind in (ActKind.FOUNDING, ActKind.STARTED) and act.date is not None:
            text, machine = when_text(act.date.value, context)
            yield Value(text, datetime=machine, sources=citations.cite(act.sources))
            return


def _known(values: Iterator[Value | None]) -> Iterator[Value]:
    return (value for value in values if value is not None)


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


def _sections(
    network: Network, membership: Membership, context: ViewContext, citations: Citations
) -> Iterator[Section]:
    words = context.words

    def section(key: str, values: Iterator[Value] | tuple[Value, ...]) -> Section:
        return Section(words(f"section.{key}"), words(f"anchor.{key}"), tuple(values))

    yield section("purposes", (
        Value(context.say(item.text), sources=citations.cite(item.sources)) for item in network.purposes
    ))  # fmt: skip
    yield section("duties", _duties(membership, context, citations))
    yield section("assessments", _assessments(membership, context, citations))
    yield section("statements", (
        Value(
            words(
                "statement",
                speaker=item.speaker,
                office=context.say(item.office),
                date=context.dates.plain(item.date),
                text=context.say(item.text),
            ),
            sources=citations.cite(item.sources),
        )
        for item in membership.statements
    ))  # fmt: skip
    yield section("roles", (role_value(role, context, citations) for role in membership.roles))
    yield section("operators", (role_value(role, context, citations) for role in membership.operators))
    yield section("units", (unit_value(unit, context, citations) for unit in membership.units[:-1]))
    told = told_in(membership.acts)
    yield section("events", (
        event_value(event, context, citations)
        for event in events_of_city(context.registry)
        if network.id in event.networks and event.id not in told
    ))  # fmt: skip
    counts = sorted(network.counts, key=lambda count: count.as_of.sort_key)
    own = sorted(membership.counts, key=lambda count: count.as_of.sort_key)
    yield section("counts", _known(count_value(count, context, citations) for count in counts))
    yield section("own_counts", _known(_own_count(count, context, citations) for count in own))
    yield section("notes", (
        Value(
            context.say(item.text),
            sources=citations.cite(item.sources),
            remark=words("inferred.note", reason=context.say(item.inferred.reason)) if item.inferred else None,
        )
        for item in (*membership.notes, *network.notes)
    ))  # fmt: skip


def _own_count(count: Count, context: ViewContext, citations: Citations) -> Value | None:
    value = count_value(count, context, citations)
    if value is None or count.of is None:
        return value
    return Value(context.words("count.of", of=context.say(count.of), count=value.text), sources=value.sources)


def _duties(membership: Membership, context: ViewContext, citations: Citations) -> Iterator[Value]:
    for duty in membership.duties:
        text = context.say(duty.text)
        if duty.deadline:
            text = context.words("duty.deadline", duty=text, date=context.dates.plain(duty.deadline))
        if duty.fulfilled == "not_found":
            text = f"{text} {context.words('duty.not_found')}"
        remark = None
        if duty.inferred:
            remark = context.words("inferred.note", reason=context.say(duty.inferred.reason))
        yield Value(text, remark=remark, sources=citations.cite(duty.sources))


def _assessments(membership: Membership, context: ViewContext, citations: Citations) -> Iterator[Value]:
    for item in membership.assessments:
        date, _ = when_text(item.presented, context)
        text = context.words("assessment", name=context.say(item.name), edition=context.say(item.edition), date=date)
        if item.scores_missing:
            text = f"{text} {context.words(f'scores.{item.scores_missing}')}"
        yield Value(text, sources=citations.cite(item.sources))
