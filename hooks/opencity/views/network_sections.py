"""A network and the city's membership in it in; the titled lists below the city's path out."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.register.models import Membership, Network
from opencity.register.models.numbers import Count
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.events import event_value, events_of_city, told_in
from opencity.views.facts import count_value, role_value, unit_value, when_text
from opencity.views.parts import Section, known
from opencity.views.value import Value


def network_sections(
    network: Network, membership: Membership, context: ViewContext, citations: Citations
) -> Iterator[Section]:
    """Every section in the order of reading; one without values is left out by the page."""
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
    yield section("counts", known(count_value(count, context, citations) for count in counts))
    yield section("own_counts", known(_own_count(count, context, citations) for count in own))
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
