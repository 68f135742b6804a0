"""One of the city's own programmes in; everything its page shows besides the editor's prose out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from opencity.register.models import Act, Effect, Programme
from opencity.register.registry import Registry
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.documents import (
    DocumentLine,
    credit_values,
    document_value,
    documents_after,
    documents_before,
    documents_of_programme,
)
from opencity.views.events import events_about
from opencity.views.facts import (
    act_date_value,
    count_value,
    current_unit,
    duty_value,
    earlier_units,
    fact_value,
    money_value,
    note_value,
    parts_values,
    role_value,
    statement_value,
    unit_value,
)
from opencity.views.labels import network_link
from opencity.views.membership_facts import act_name
from opencity.views.parts import FactRow, Section, known
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
    documents: tuple[DocumentLine, ...]


def programme_view(programme: Programme, context: ViewContext, citations: Citations) -> ProgrammeView:
    """Compose the page, in the order of reading."""
    panel = tuple(row for row in _panel(programme, context, citations) if row.values)
    return ProgrammeView(
        kind=context.words(f"kind.{programme.kind.value}"),
        name=Value(context.say(programme.name)),
        summary=context.say(programme.summary),
        panel=panel,
        benefits=tuple(context.say(text) for text in programme.benefits),
        path=refer_to_facts(timeline(programme.id, programme.acts, context, citations), panel),
        sections=tuple(section for section in _sections(programme, context, citations) if section.values),
        documents=documents_of_programme(programme, context),
    )


def adopting_act(programme: Programme) -> Act | None:
    """The act by which the programme began."""
    return next((act for act in programme.acts if act.effect is Effect.ADOPTS_PROGRAMME), None)


def _panel(programme: Programme, context: ViewContext, citations: Citations) -> Iterator[FactRow]:
    words = context.words
    adopting = adopting_act(programme)
    if adopting is not None and (adopted := act_date_value(adopting, context, citations)):
        yield FactRow(words("fact.adopted"), (adopted,))
        basis = fact_value(act_name(adopting, context), adopting, context, citations)
        yield FactRow(words("fact.legal_basis"), (basis,))
    if programme.period and (period := context.dates.period(programme.period.start, programme.period.end)):
        yield FactRow(words("fact.period"), (Value(period, sources=citations.cite(programme.sources)),))
    earlier, later = (find(programme, context.registry) for find in (documents_before, documents_after))
    forerunners = (_programme_value(each, context, citations) for each in forerunners_of(programme, context.registry))
    yield FactRow(words("fact.before_it"), (*forerunners, *_documents(earlier, context, citations)))
    successors = (_programme_value(each, context, citations) for each in successors_of(programme, context.registry))
    yield FactRow(words("fact.after_it"), (*successors, *_documents(later, context, citations)))
    yield FactRow(words("fact.networks"), tuple(network_link(network, context) for network in programme.networks))
    if unit := current_unit(programme.units, context):
        yield FactRow(words("fact.unit"), (unit_value(unit, context, citations),))
    spending = known(money_value(money, context, citations) for money in programme.spending)
    yield FactRow(words("fact.spending"), tuple(spending))
    counts = known(count_value(count, context, citations) for count in programme.counts)
    yield FactRow(words("fact.partners"), tuple(counts))


def _sections(programme: Programme, context: ViewContext, citations: Citations) -> Iterator[Section]:
    words = context.words
    if programme.areas:
        areas = tuple(parts_values(programme.areas, context, citations))
        yield Section(words("section.areas"), words("anchor.areas"), areas)
    duties = tuple(duty_value(duty, context, citations) for duty in programme.duties)
    yield Section(words("section.duties"), words("anchor.duties"), duties)
    statements = tuple(statement_value(item, context, citations) for item in programme.statements)
    yield Section(words("section.statements"), words("anchor.statements"), statements)
    made = tuple(role_value(role, context, citations) for role in programme.made_by)
    sources = citations.cite(programme.sources) if programme.credits else ()
    credited = tuple(replace(value, sources=sources) for value in credit_values(programme.credits, context))
    yield Section(words("section.made_by"), words("anchor.made_by"), (*made, *credited))
    units = tuple(unit_value(unit, context, citations) for unit in earlier_units(programme.units, context))
    yield Section(words("section.units"), words("anchor.units"), units)
    events = events_about("programme", programme.id, programme.acts, context, citations)
    yield Section(words("section.events"), words("anchor.events"), events)
    notes = tuple(note_value(note, context, citations) for note in programme.notes)
    yield Section(words("section.notes"), words("anchor.notes"), notes)


def forerunners_of(programme: Programme, registry: Registry) -> tuple[Programme, ...]:
    """The programmes in whose place it came: those that it names, and those that name it as what came next."""
    known = (item.record for item in registry.programmes.values())
    return tuple(other for other in known if other.id == programme.before or other.after == programme.id)


def successors_of(programme: Programme, registry: Registry) -> tuple[Programme, ...]:
    """The programmes that came in its place, whichever of the two says so."""
    known = (item.record for item in registry.programmes.values())
    return tuple(other for other in known if other.id == programme.after or other.before == programme.id)


def _programme_value(programme: Programme, context: ViewContext, citations: Citations) -> Value:
    href = context.page_about("programme", programme.id)
    return Value(context.say(programme.name), href=href, sources=citations.cite(programme.sources))


def _documents(identities: tuple[str, ...], context: ViewContext, citations: Citations) -> Iterator[Value]:
    for identity in identities:
        document = context.registry.documents[identity].record
        yield replace(document_value(document, context), sources=citations.cite(document.sources))
