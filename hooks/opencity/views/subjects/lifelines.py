"""Memberships in; bars on an axis of years, and the same as a table, out. Lengths are per cent of the axis.

A bar runs from entry to today. It ends softly where a date is known only to the month or year, and a time in which
the city seems to have been out, which no source says, is a segment of its own kind.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from opencity.dates import PartialDate
from opencity.language.names import city_name
from opencity.register.models import Act, ActKind, Effect, Membership, When
from opencity.register.models.numbers import AsOf
from opencity.register.standing import basis_of_entries, entry_order, standing
from opencity.register.tenure import Tenure, tenures
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.facts import when_text
from opencity.views.labels import network_link
from opencity.views.membership_facts import since_phrase, tie_value, until_phrase
from opencity.views.value import Value

Look = Literal["whole", "soft-start", "soft-end", "gap"]
Shape = Literal["decision", "admission", "signature", "other", "end"]

LEAST_SOFT = 0.8
"""A month is too short to be seen on an axis of decades: a soft end is at least this wide, in per cent."""
OPEN_SOFT = 4.0
"""How far a bar fades where only one bound is known."""
DECADE_AXIS = 25
"""From this many years on, the axis names decades; a shorter one every fifth year."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar, from `x` on, `width` wide."""

    x: float
    width: float
    look: Look


@dataclass(frozen=True, slots=True)
class Mark:
    """An act on a bar. One whose day is not known is drawn hollow, in the middle of the time it may mean."""

    x: float
    shape: Shape
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Lifeline:
    """One membership: its bar, and the same in words. `kind` gives the pattern of the bar."""

    name: Value
    kind: str
    segments: tuple[Segment, ...]
    marks: tuple[Mark, ...]
    decisions: tuple[Value, ...]
    spans: tuple[Value, ...]
    tie: Value
    sources: tuple[int, ...]

    @property
    def text(self) -> str:
        """The bar in words: `od 18 grudnia 2020 r.`"""
        return "; ".join(value.text for value in self.spans)


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis."""

    x: float
    label: str

    @property
    def is_first(self) -> bool:
        """Whether it stands at the left edge, where a number set about its middle would be cut."""
        return self.x < 3

    @property
    def is_late(self) -> bool:
        """Whether on a narrow screen its number would run into the word at the right edge."""
        return self.x > 86


@dataclass(frozen=True, slots=True)
class LifelinesView:
    """The drawing. `kinds` and `shapes` are those that occur, for the legend."""

    rows: tuple[Lifeline, ...]
    ticks: tuple[Tick, ...]
    today: float
    kinds: tuple[str, ...]
    shapes: tuple[Shape, ...]
    has_gap: bool
    has_soft: bool
    is_cited: bool
    table: str
    """The caption of the table."""
    undated: tuple[Value, ...] = ()
    """The names of members of which no time is known, and so no bar can be drawn."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What a bar is drawn from: its name, the kind of thing that it is, and the path."""

    name: Value
    kind: str
    membership: Membership


def city_bars(context: ViewContext) -> tuple[Bar, ...]:
    """One bar for each network of the speaking city, the oldest membership first."""
    registry = context.registry
    bars = []
    for membership in registry.memberships_of(registry.site.city):
        network = registry.networks[membership.network].record
        name = network_link(network.id, context, letters=True)
        bars.append(Bar(name, network.kind.value, membership))
    return _oldest_first(bars, context)


def network_bars(network: str, context: ViewContext) -> tuple[Bar, ...]:
    """One bar for each Polish city in a network; each leads to the city's first entry on the network's page."""
    registry = context.registry
    kind = registry.networks[network].record.kind.value
    bars = []
    for city, membership in registry.memberships_in(network).items():
        if city in registry.cities:
            first = standing(membership).first_entry
            path = network if city == registry.site.city else f"{city}_{network}"
            name = Value(
                city_name(registry.cities[city].record, context.locale), href=f"#{path}_{first.id}" if first else None
            )
            bars.append(Bar(name, kind, membership))
    return _oldest_first(bars, context)


def _oldest_first(bars: list[Bar], context: ViewContext) -> tuple[Bar, ...]:
    """By the first entry, those without a date last, then as the language sorts."""

    def key(bar: Bar) -> tuple[object, ...]:
        now = standing(bar.membership)
        first = now.first_entry.date.value.first.parts if now.first_entry and now.first_entry.date else ()
        return (0, *first) if first else entry_order(now)

    return tuple(sorted(bars, key=lambda bar: (key(bar), context.words.sort_key(bar.name.text))))


SHAPES: tuple[Shape, ...] = ("decision", "admission", "signature", "other", "end")
"""In the order of the legend."""

_ENTRIES: Mapping[ActKind, Shape] = MappingProxyType({ActKind.ADMISSION: "admission", ActKind.SIGNATURE: "signature"})


def lifelines(bars: Iterable[Bar], context: ViewContext, citations: Citations | None, table: str) -> LifelinesView:
    """Draw the bars whose time is known at all, and name the others. Without `citations` the table names no sources."""
    found_of = [(bar, tenures(bar.membership)) for bar in bars]
    known = [(bar, found) for bar, found in found_of if found]
    undated = tuple(bar.name for bar, found in found_of if not found and standing(bar.membership).is_member)
    axis = _Axis(min((_first_day(*each) for each in known), default=context.today), context.today)
    rows = tuple(_row(bar, found, axis, context, citations) for bar, found in known)
    looks = {segment.look for row in rows for segment in row.segments}
    return LifelinesView(
        rows=rows,
        ticks=tuple(axis.ticks()),
        today=axis.today,
        kinds=tuple(dict.fromkeys(row.kind for row in rows)),
        shapes=tuple(shape for shape in SHAPES if any(mark.shape == shape for row in rows for mark in row.marks)),
        has_gap="gap" in looks,
        has_soft=bool(looks & {"soft-start", "soft-end"}),
        is_cited=citations is not None,
        table=table,
        undated=undated,
    )


def _first_day(bar: Bar, found: tuple[Tenure, ...]) -> dt.date:
    """The earliest day that a row has to show."""
    dates = [act.date.value.first for act in _marked(bar.membership) if act.date]
    seen = [tenure.seen_since for tenure in found if tenure.seen_since]
    dates += [date for as_of in seen if (date := as_of.not_before or as_of.on or as_of.not_after)]
    return min(date.first_day() for date in dates)


class _Axis:
    """Days to per cent of the axis, which begins with a half-decade and leaves a little room after today."""

    def __init__(self, first: dt.date, today: dt.date) -> None:
        self._first = dt.date(first.year // 5 * 5, 1, 1)
        self._year = today.year
        self._days = max((today - self._first).days, 1)
        self.today = self.at(today)

    def at(self, day: dt.date) -> float:
        """Where a day is."""
        return round((day - self._first).days / self._days * 97, 2)

    def within(self, when: When | PartialDate) -> tuple[float, float]:
        """Where a date may be: one point for a day, a stretch for what is known less exactly."""
        first, last = (when.first, when.last) if isinstance(when, When) else (when, when)
        low, high = self.at(first.first_day()), self.at(last.last_day())
        if isinstance(when, When) and when.is_bounded and not (when.not_before and when.not_after):
            return (low, low + OPEN_SOFT) if when.not_before else (high - OPEN_SOFT, high)
        if first.precision == "day" or high - low >= LEAST_SOFT:
            return low, high
        return low, low + LEAST_SOFT

    def seen(self, as_of: AsOf) -> tuple[float, float]:
        """Where the date of a list may be: within it the city was in for certain only from the later end."""
        if as_of.on is not None:
            return self.within(as_of.on)
        known = [date for date in (as_of.not_before, as_of.not_after) if date is not None]
        return self.at(known[0].first_day()), self.at(known[-1].last_day())

    def ticks(self) -> Iterator[Tick]:
        """The years that are named."""
        step = 10 if self._year - self._first.year >= DECADE_AXIS else 5
        for year in range(-(-self._first.year // step) * step, self._year + 1, step):
            x = self.at(dt.date(year, 1, 1))
            if x <= 90:  # nearer to today its number would run into the word
                yield Tick(x, str(year))


def _row(
    bar: Bar, found: tuple[Tenure, ...], axis: _Axis, context: ViewContext, citations: Citations | None
) -> Lifeline:
    marked = tuple(_marked(bar.membership))
    decisions = (act for act in marked if act.effect not in (Effect.ACCEDES, Effect.ENDS))
    sources = [source for act in marked for source in act.sources]
    sources += [source for gap in bar.membership.gaps for source in gap.sources]
    if not sources:
        sources = [source for seen in bar.membership.observations for source in seen.sources]
    return Lifeline(
        name=bar.name,
        kind=bar.kind,
        segments=tuple(segment for tenure in found for segment in _segments(tenure, axis)),
        marks=tuple(_mark(act, act.date.value, axis) for act in marked if act.date),
        decisions=tuple(Value(when_text(act.date.value, context)[0]) for act in decisions if act.date),
        spans=tuple(_in_words(tenure, context) for tenure in found),
        tie=tie_value(standing(bar.membership), context),
        sources=citations.cite(sources) if citations is not None else (),
    )


def _marked(membership: Membership) -> Iterator[Act]:
    """The acts that stand on a bar: by which the city came or left, and the decisions on which that rests."""
    basis = basis_of_entries(membership)
    for act in membership.acts:
        if act.id in basis or act.effect in (Effect.ACCEDES, Effect.APPLIES, Effect.ENDS):
            yield act


def _mark(act: Act, when: When, axis: _Axis) -> Mark:
    low, high = axis.within(when)
    shape: Shape = "decision"
    if act.effect is Effect.ENDS:
        shape = "end"
    elif act.effect is Effect.ACCEDES:
        shape = _ENTRIES.get(act.kind, "other")
    return Mark(round((low + high) / 2, 2), shape, is_exact=when.on is not None and when.on.precision == "day")


def _segments(tenure: Tenure, axis: _Axis) -> Iterator[Segment]:
    """A soft start, the certain time, a soft end. A gap is one piece, since neither of its ends is known."""
    end = tenure.until or tenure.seen_until
    low, begun = axis.within(tenure.since) if tenure.since else (0.0, 0.0)
    if tenure.seen_since:
        low, begun = axis.seen(tenure.seen_since)
    ending, high = axis.within(end) if end else (axis.today, axis.today)
    if tenure.gap:
        yield Segment(begun, _width(begun, ending), "gap")
        return
    if tenure.since is None:  # only seen: it may have begun before
        certain = low if tenure.seen_since and tenure.seen_since.on else begun
        low, begun = max(low - OPEN_SOFT, 0), certain
    if begun > low:
        yield Segment(low, _width(low, begun), "soft-start")
    yield Segment(begun, _width(begun, ending), "whole")
    if high > ending:
        yield Segment(ending, _width(ending, high), "soft-end")


def _seen(as_of: AsOf, context: ViewContext) -> str:
    """When a list names the city: `w 2019 r.`, `w okresie od 2017 r. do lipca 2023 r.`"""
    dates = context.dates
    return dates.within(as_of.on) if as_of.on else dates.bounds(as_of.not_before, as_of.not_after)


def _width(start: float, end: float) -> float:
    return round(max(end - start, 0), 2)


def _in_words(tenure: Tenure, context: ViewContext) -> Value:
    """`od 9 listopada 1992 r., potwierdzone do 2019 r.`; a gap says that it is inferred."""
    words, dates = context.words, context.dates
    if tenure.gap:
        return Value(words("lifelines.gap"), certainty="inferred")
    since = since_phrase(tenure.since, context)
    texts = [since.text if tenure.since else words("lifelines.since_unknown")]
    if tenure.seen_since:
        texts.append(words("lifelines.seen_since", date=_seen(tenure.seen_since, context)))
    if tenure.until:
        texts.append(until_phrase(tenure.until, context).text)
    if tenure.seen_until:
        texts.append(words("lifelines.seen_until", date=dates.within(tenure.seen_until)))
    return Value(", ".join(texts), datetime=since.datetime if len(texts) == 1 else None)
