"""A path of acts, gaps and sightings in; the entries of a timeline, grouped by year, out."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from opencity.pages.anchors import record_anchor
from opencity.register.models import Act, ActKind, Event, Gap, Observation, When
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.documents import document_value
from opencity.views.events import article_link, event_text
from opencity.views.facts import claim_sources, disputed, disputed_number, inferred_notes, person_words, when_text
from opencity.views.parts import FactRow
from opencity.views.value import Certainty, Value

GAP, OBSERVATION = "gap", "observation"
"""Kinds of entry that are no acts."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline. `disputes` are notes on what sources dispute; `remarks` others, on inferences last.

    `anchor` is the id that makes the line addressable on its page, if it is the line's home; `permalink` the way to
    that home. `sort` is the date as far as it is known, or that of the step before; `precision` says how far.
    `about` names what the line belongs to where a list mixes several, `networks` are the ids of those among it; `more`
    leads to documents and articles.
    `in_facts` marks a dispute that the panel of facts on the same page has told of already.
    """

    anchor: str | None
    year: str
    date: str
    datetime: str | None
    kind: str
    text: str
    remarks: tuple[str, ...]
    certainty: Certainty
    sources: tuple[int, ...]
    sort: tuple[int, ...] = ()
    precision: str = "none"
    disputes: tuple[str, ...] = ()
    in_facts: bool = False
    permalink: str | None = None
    about: tuple[Value, ...] = ()
    details: tuple[str, ...] = ()
    more: tuple[Value, ...] = ()
    facets: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Year:
    """The entries of one year, in the order of the list; the label of a time without a year is empty."""

    label: str
    entries: tuple[Entry, ...]


def timeline(
    prefix: str,
    acts: Iterable[Act],
    context: ViewContext,
    citations: Citations,
    *,
    gaps: Iterable[Gap] = (),
    observations: Iterable[Observation] = (),
) -> tuple[Year, ...]:
    """A path as years of entries. `prefix` makes anchors unique in the site: `icc` gives `icc_admission`."""
    steps = path_steps(acts, gaps, observations)
    return by_year(entry_of(prefix, step, context, citations) for step in steps)


def by_year(entries: Iterable[Entry]) -> tuple[Year, ...]:
    """Neighbours of the same year together."""
    grouped = itertools.groupby(entries, key=lambda entry: entry.year)
    return tuple(Year(label, tuple(entries)) for label, entries in grouped)


@dataclass(frozen=True, slots=True)
class Step:
    """An act, a gap, a sighting or an event at its place in the order. `name` is its id there."""

    sort: tuple[int, ...]
    name: str
    fact: Act | Gap | Observation | Event

    @property
    def kind(self) -> str:
        """The kind of act, `gap` or `observation`; an event that no path tells is one like an act of that kind."""
        if isinstance(self.fact, Act):
            return self.fact.kind.value
        if isinstance(self.fact, Event):
            return ActKind.EVENT.value
        return GAP if isinstance(self.fact, Gap) else OBSERVATION


def path_steps(
    acts: Iterable[Act], gaps: Iterable[Gap] = (), observations: Iterable[Observation] = ()
) -> tuple[Step, ...]:
    """A path in its own order, with dates to sort by that never run back: a step of less exact date stays behind.

    Gaps stand between the acts that they name, sightings at their date.
    """
    steps: list[Step] = []
    known: tuple[int, ...] = ()
    gap_list = tuple(gaps)
    for act in acts:
        steps += (Step(known, gap.id, gap) for gap in gap_list if gap.before == act.id)
        known = _not_before(known, act.date.value.first.parts if act.date else ())
        steps.append(Step(known, act.id, act))
        steps += (Step(known, gap.id, gap) for gap in gap_list if gap.after == act.id and gap.before is None)
    for index, seen in enumerate(observations):
        if seen.text is not None and seen.as_of.is_known:
            key = _seen_from(seen)
            place = next((at for at, step in enumerate(steps) if _later(step.sort, key)), len(steps))
            steps.insert(place, Step(key, f"{OBSERVATION}-{index + 1}", seen))
    return tuple(steps)


def _not_before(known: tuple[int, ...], parts: tuple[int, ...]) -> tuple[int, ...]:
    """The later of two; of a date and the same date less exactly, the exact one."""
    return known if known[: len(parts)] == parts else max(known, parts)


def entry_of(prefix: str, step: Step, context: ViewContext, citations: Citations) -> Entry:
    """One step as a line of a timeline."""
    fact = step.fact
    if isinstance(fact, Event):
        entry = _event(fact, context, citations)
    elif isinstance(fact, Act):
        entry = _act(prefix, fact, context, citations)
    elif isinstance(fact, Gap):
        entry = _gap(prefix, fact, context, citations)
    else:
        number = step.name.removeprefix(f"{OBSERVATION}-")
        entry = _observation(f"{prefix}_{context.words('anchor.seen')}_{number}", fact, context, citations)
    return replace(entry, sort=step.sort)


def refer_to_facts(years: tuple[Year, ...], panel: tuple[FactRow, ...]) -> tuple[Year, ...]:
    """The path without the disputes that the panel of facts tells in full: a page says a thing once."""
    told = {remark for row in panel for remark in row.remarks}
    return tuple(replace(year, entries=tuple(_without(entry, told) for entry in year.entries)) for year in years)


def _without(entry: Entry, told: set[str]) -> Entry:
    kept = tuple(dispute for dispute in entry.disputes if dispute not in told)
    return replace(entry, disputes=kept, in_facts=kept != entry.disputes)


def _seen_from(observation: Observation) -> tuple[int, ...]:
    """Where a sighting stands in the order: at its date, or at the earliest that it may have."""
    as_of = observation.as_of
    date = as_of.on or as_of.not_before or as_of.not_after
    assert date is not None  # only sightings of known date are told
    return date.parts


def _later(parts: tuple[int, ...], key: tuple[int, ...]) -> bool:
    shared = min(len(parts), len(key))
    return parts[:shared] > key[:shared]


def _act(prefix: str, act: Act, context: ViewContext, citations: Citations) -> Entry:
    date, machine, year = "", None, ""
    disputes: list[str] = []
    sources: list[str] = list(act.sources)
    if act.date is not None:
        date, machine = when_text(act.date.value, context)
        year = str(act.date.value.first.year)
        note = disputed(act.date, context)
        if note:
            disputes.append(note)
            sources += claim_sources(act.date)
    else:
        date = context.words("date.unknown_after")
    if act.number is not None:
        note = disputed_number(act.number, context)
        if note:
            disputes.append(note)
            sources += claim_sources(act.number)
    kind = context.words(f"act.{act.kind.value}")
    text = act.text
    return Entry(
        anchor=f"{prefix}_{act.id}",
        permalink=f"#{prefix}_{act.id}",
        precision=precision(act.date.value if act.date else None),
        details=tuple(_details(act, context)),
        more=tuple(_more(act, context)),
        year=year,
        date=date,
        datetime=machine,
        kind=context.words("act.numbered", act=kind, number=act.number.value) if act.number else kind,
        text=context.say(text) if text else "",
        disputes=tuple(disputes),
        remarks=(*((context.say(act.note),) if act.note else ()), *inferred_notes(act, context)),
        certainty="inferred" if act.inferred else "stated",
        sources=citations.cite(sources),
    )


def precision(when: When | None) -> str:
    """How exact a date is: `day`, `month`, `year`; `bounds` where only limits are known, `none` without a date."""
    if when is None:
        return "none"
    return "bounds" if when.is_bounded else when.first.precision


def _details(act: Act, context: ViewContext) -> Iterator[str]:
    """Where it was and who, in public office, took part."""
    if act.place:
        yield context.say(act.place)
    for person in act.people:
        yield person_words(person, context)


def _more(act: Act, context: ViewContext) -> Iterator[Value]:
    """The document of an act, and the article about its event, where they have a place on the site."""
    document = document_value(context.registry.documents[act.document].record, context) if act.document else None
    if document is not None and document.href:
        yield document
    article = article_link(act.event, context)
    if article is not None:
        yield article


def _gap(prefix: str, gap: Gap, context: ViewContext, citations: Citations) -> Entry:
    return Entry(
        anchor=f"{prefix}_{gap.id}",
        permalink=f"#{prefix}_{gap.id}",
        year="",
        date=context.words("date.unknown"),
        datetime=None,
        kind=context.words("act.gap"),
        text=context.say(gap.text),
        remarks=inferred_notes(gap, context),
        certainty="inferred",
        sources=citations.cite(gap.sources),
    )


def _observation(anchor: str, seen: Observation, context: ViewContext, citations: Citations) -> Entry:
    assert seen.text is not None
    on, machine = seen.as_of.on, None
    if on is not None:
        date, machine = context.dates.plain(on), on.isoformat()
    else:
        date = context.dates.bounds(seen.as_of.not_before, seen.as_of.not_after)
    return Entry(
        anchor=anchor,
        permalink=f"#{anchor}",
        precision=on.precision if on else "bounds",
        year=str(_seen_from(seen)[0]),
        date=date,
        datetime=machine,
        kind=context.words("act.observation"),
        text=context.say(seen.text),
        remarks=inferred_notes(seen, context),
        certainty="inferred" if seen.inferred else "stated",
        sources=citations.cite(seen.sources),
    )


def _event(event: Event, context: ViewContext, citations: Citations) -> Entry:
    machine = event.start.isoformat() if event.end is None else None
    article = article_link(event.id, context)
    people = (person_words(person, context) for person in event.people)
    return Entry(
        anchor=record_anchor("event", event.id, context.words),
        year=str(event.start.year),
        date=context.dates.span(event.start, event.last),
        datetime=machine,
        precision=event.start.precision,
        sort=event.start.parts,
        kind=context.words(f"act.{ActKind.EVENT.value}"),
        text=event_text(event, context),
        remarks=inferred_notes(event, context),
        certainty="inferred" if event.inferred else "stated",
        sources=citations.cite(event.sources),
        details=(*((context.say(event.place),) if event.place else ()), *people),
        more=(article,) if article else (),
    )
