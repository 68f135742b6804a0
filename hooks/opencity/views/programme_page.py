"""One of the city's own programmes in; everything its page shows besides the editor's prose out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from opencity.register.models import Act, Effect, Programme
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.events import event_value, events_of_city, told_in
from opencity.views.facts import claim_sources, count_value, disputed, money_value, role_value, unit_value, when_text
from opencity.views.membership_facts import act_name
from opencity.views.parts import FactRow, Section
from opencity.views.path import Year, refer_to_facts, timeline
from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A programme's page."""

    kind: str
    name: Value
    summary: str
    panel: tuple[FactRow, ...]
    benefits: tuple[str, ...]
    path: tuple[Year, ...]
    sections: tuple[Section, ...]


def programme_view(programme: Programme, context: ViewContext, citations: Citations) -> ProgrammeView:
    """Compose the page, in the order of reading."""
    panel = tuple(row for row in _panel(programme, context, citations) if row.values)
    return ProgrammeView(
        kind=context.words(f"kind.{programme.kind.value}"),
        name=Value(context.say(programme.name), lang=context.lang_of(programme.name)),
        summary=context.say(programme.summary),
        panel=panel,
        benefits=tuple(context.say(text) for text in programme.benefits),
        path=refer_to_facts(timeline(programme.id, programme.acts, context, citations), panel),
        sections=tuple(section for section in _sections(programme, context, citations) if section.values),
    )


def adopting_act(programme: Programme) -> Act | None:
    """The act by which the programme began."""
    return next((act for act in programme.acts if act.effect is Effect.ADOPTS_PROGRAMME), None)


def _panel(programme: Programme, context: ViewContext, citations: Citations) -> Iterator[FactRow]:
    words = context.words
    adopting = adopting_act(programme)
    if adopting is not None and adopting.date is not None:
        text, machine = when_text(adopting.date.value, context)
        remark = disputed(adopting.date, context)
        sources = (*adopting.sources, *(claim_sources(adopting.date) if remark else ()))
        adopted = Value(text, datetime=machine, remark=remark, sources=citations.cite(sources))
        yield FactRow(words("fact.adopted"), (adopted,))
        basis = Value(act_name(adopting, context), sources=citations.cite(adopting.sources))
        yield FactRow(words("fact.legal_basis"), (basis,))
    if programme.period and programme.period.start and programme.period.end:
        span = context.dates.span(programme.period.start, programme.period.end)
        yield FactRow(words("fact.period"), (Value(span, sources=citations.cite(programme.sources)),))
    if programme.units:
        yield FactRow(words("fact.unit"), (unit_value(programme.units[-1], context, citations),))
    spending = (money_value(money, context, citations) for money in programme.spending)
    yield FactRow(words("fact.spending"), tuple(value for value in spending if value))
    counts = (count_value(count, context, citations) for count in programme.counts)
    yield FactRow(words("fact.partners"), tuple(value for value in counts if value))


def _sections(programme: Programme, context: ViewContext, citations: Citations) -> Iterator[Section]:
    words = context.words
    if programme.areas:
        areas = programme.areas
        listed = [Value(context.say(item), sources=citations.cite(areas.sources)) for item in areas.items]
        if areas.missing:
            missing = words.plural("areas.missing", areas.missing).format(number=areas.missing, total=areas.total)
            listed.append(Value(missing, certainty="unknown"))
        yield Section(words("section.areas"), words("anchor.areas"), tuple(listed))
    made = tuple(role_value(role, context, citations) for role in programme.made_by)
    yield Section(words("section.made_by"), words("anchor.made_by"), made)
    units = tuple(unit_value(unit, context, citations) for unit in programme.units[:-1])
    yield Section(words("section.units"), words("anchor.units"), units)
    told = told_in(programme.acts)
    events = tuple(
        event_value(event, context, citations)
        for event in events_of_city(context.registry)
        if programme.id in event.programmes and event.id not in told
    )
    yield Section(words("section.events"), words("anchor.events"), events)
    notes = tuple(
        Value(
            context.say(note.text),
            sources=citations.cite(note.sources),
            remark=words("inferred.note", reason=context.say(note.inferred.reason)) if note.inferred else None,
        )
        for note in programme.notes
    )
    yield Section(words("section.notes"), words("anchor.notes"), notes)
