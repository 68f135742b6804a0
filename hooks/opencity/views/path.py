"""A path of acts, gaps and sightings in; the entries of a timeline, grouped by year, out."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, replace

from opencity.register.models import Act, Gap, Observation
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.facts import claim_sources, disputed, disputed_number, inferred_notes, when_text
from opencity.views.parts import FactRow
from opencity.views.value import Certainty


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline. `disputes` are notes on what sources dispute; `remarks` others, on inferences last.

    `year_says_it` marks a date that is the year it stands under, `in_facts` a dispute that the panel of facts on
    the same page has told of already.
    """

    anchor: str
    year: str
    date: str
    datetime: str | None
    kind: str
    text: str
    lang: str | None
    remarks: tuple[str, ...]
    certainty: Certainty
    sources: tuple[int, ...]
    disputes: tuple[str, ...] = ()
    in_facts: bool = False

    @property
    def year_says_it(self) -> bool:
        """Whether the date is no more than the year above."""
        return self.datetime is not None and self.datetime == self.year


@dataclass(frozen=True, slots=True)
class Year:
    """The entries of one year, oldest first; the label of a time without a year is empty."""

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
    told: list[tuple[tuple[int, ...], Entry]] = []
    known: tuple[int, ...] = ()
    gap_list = tuple(gaps)
    for act in acts:
        for gap in gap_list:
            if gap.before == act.id:
                told.append((known, _gap(prefix, gap, context, citations)))
        known = act.date.value.first.parts if act.date else known
        told.append((known, _act(prefix, act, context, citations)))
        for gap in gap_list:
            if gap.after == act.id and gap.before is None:
                told.append((known, _gap(prefix, gap, context, citations)))
    for index, observation in enumerate(observations):
        if observation.text is not None and observation.as_of.is_known:
            key = _seen_from(observation)
            place = next((at for at, (parts, _) in enumerate(told) if _later(parts, key)), len(told))
            told.insert(
                place,
                (
                    key,
                    _observation(
                        f"{prefix}_{context.words('anchor.seen')}-{index + 1}", observation, context, citations
                    ),
                ),
            )
    grouped = itertools.groupby((entry for _, entry in told), key=lambda entry: entry.year)
    return tuple(Year(label, tuple(entries)) for label, entries in grouped)


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
        year=year,
        date=date,
        datetime=machine,
        kind=context.words("act.numbered", act=kind, number=act.number.value) if act.number else kind,
        text=context.say(text) if text else "",
        lang=context.lang_of(text) if text else None,
        disputes=tuple(disputes),
        remarks=(*((context.say(act.note),) if act.note else ()), *inferred_notes(act, context)),
        certainty="inferred" if act.inferred else "stated",
        sources=citations.cite(sources),
    )


def _gap(prefix: str, gap: Gap, context: ViewContext, citations: Citations) -> Entry:
    return Entry(
        anchor=f"{prefix}_{gap.id}",
        year="",
        date=context.words("date.unknown"),
        datetime=None,
        kind=context.words("act.gap"),
        text=context.say(gap.text),
        lang=context.lang_of(gap.text),
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
        year=str(on.year) if on else "",
        date=date,
        datetime=machine,
        kind=context.words("act.observation"),
        text=context.say(seen.text),
        lang=context.lang_of(seen.text),
        remarks=inferred_notes(seen, context),
        certainty="inferred" if seen.inferred else "stated",
        sources=citations.cite(seen.sources),
    )
