"""A network and the city's membership in it in; the titled lists below the city's path, in two groups, out."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.register.models import Membership, Network
from opencity.register.models.facts import Note
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.events import event_value, events_of_city, told_in
from opencity.views.facts import count_figure, role_value, unit_value, when_text
from opencity.views.parts import Group, Section, known
from opencity.views.value import Value


def city_group(membership: Membership, context: ViewContext, citations: Citations) -> Group:
    """What the membership brought and asked of the city; sections without content are left out."""
    words = context.words
    statements = (
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
    )
    own = sorted(membership.counts, key=lambda count: count.as_of.sort_key)
    figures = known(
        count_figure(count, context, citations, of=context.say(count.of) if count.of else None) for count in own
    )
    sections = (
        _section("duties", _duties(membership, context, citations), context),
        _section("assessments", _assessments(membership, context, citations), context),
        _section("statements", statements, context),
        _section("roles", (role_value(role, context, citations) for role in membership.roles), context),
        _section("operators", (role_value(role, context, citations) for role in membership.operators), context),
        _section("units", (unit_value(unit, context, citations) for unit in membership.units[:-1]), context),
        Section(words("section.own_counts"), words("anchor.own_counts"), figures=tuple(figures)),
        _section("own_notes", _notes(membership.notes, context, citations), context),
    )
    title = words("section.own", city=context.city.name_in(context.locale))
    return Group(title, words("anchor.own"), _with_content(sections))


def network_group(network: Network, membership: Membership, context: ViewContext, citations: Citations) -> Group:
    """What the network is and does, whatever city speaks."""
    words = context.words
    told = told_in(membership.acts)
    purposes = (Value(context.say(item.text), sources=citations.cite(item.sources)) for item in network.purposes)
    events = (
        event_value(event, context, citations)
        for event in events_of_city(context.registry)
        if network.id in event.networks and event.id not in told
    )
    counts = sorted(network.counts, key=lambda count: count.as_of.sort_key)
    sections = (
        Section(words(f"section.purposes.{network.kind.value}"), words("anchor.purposes"), tuple(purposes)),
        Section(
            words("section.counts"),
            words("anchor.counts"),
            figures=tuple(known(count_figure(count, context, citations) for count in counts)),
        ),
        _section("events", events, context),
        _section("notes", _notes(network.notes, context, citations), context),
    )
    return Group(words(f"section.about.{network.kind.value}"), words("anchor.about"), _with_content(sections))


def _section(key: str, values: Iterator[Value], context: ViewContext) -> Section:
    return Section(context.words(f"section.{key}"), context.words(f"anchor.{key}"), tuple(values))


def _with_content(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.values or section.figures)


def _notes(notes: tuple[Note, ...], context: ViewContext, citations: Citations) -> Iterator[Value]:
    for note in notes:
        remark = None
        if note.inferred:
            remark = context.words("inferred.note", reason=context.say(note.inferred.reason))
        yield Value(context.say(note.text), sources=citations.cite(note.sources), remark=remark)


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
