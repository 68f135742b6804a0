"""The register and a choice of cities, networks, kinds and times in; one timeline of all their paths and events out."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Literal

from opencity.dates import PartialDate
from opencity.language.names import city_name
from opencity.register.happenings import told_in
from opencity.register.models import Act, Effect, Event, Gap, Membership, Programme
from opencity.register.standing import basis_of_entries
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.filters import Filter, facet, filter_by
from opencity.views.labels import network_link, programme_link
from opencity.views.path import Entry, Step, Year, by_year, entry_of, path_steps
from opencity.views.value import Value

Order = Literal["oldest", "newest"]
Home = Literal["all", "others", "none"]
"""Which lines of a list have their place for good there: all, those of other cities, or none."""


LONG = 400
"""More entries than this, and a browser feels the length of the list."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a timeline tells of; an empty part leaves everything in. `cities` empty means every city of the register."""

    cities: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    start: PartialDate | None = None
    end: PartialDate | None = None
    order: Order = "oldest"
    limit: int | None = None

    def takes(self, line: Line) -> bool:
        """Whether a line is of the kinds and the time. A line whose time is unknown is in no limited time."""
        if self.kinds and line.step.kind not in self.kinds:
            return False
        if not (self.start or self.end):
            return True
        if not line.step.sort:
            return False
        date = PartialDate(*line.step.sort)
        return not (self.start and date.is_before(self.start)) and not (self.end and self.end.is_before(date))


@dataclass(frozen=True, slots=True)
class Line:
    """One step or event with what it belongs to, before it is put into words."""

    step: Step
    city: str
    membership: Membership | None = None
    programme: Programme | None = None
    event: Event | None = None

    @property
    def sort(self) -> tuple[int, ...]:
        """Its date as far as it is known, or that of the step before."""
        return self.step.sort

    @property
    def facets(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Its values for the two filters of a timeline: what it belongs to, and its kind."""
        networks = (facet("network", network) for network in self.networks)
        programmes = (facet("programme", programme) for programme in self.programmes)
        return (*networks, *programmes), (facet("kind", self.step.kind),)

    def changes_the_tie(self, basis: frozenset[str]) -> bool:
        """Whether the city came, left, applied or decided by it; a gap is a change too. `basis` are the acts that
        entries rest on.
        """
        fact = self.step.fact
        return isinstance(fact, Gap) or (isinstance(fact, Act) and (fact.effect is not Effect.NONE or fact.id in basis))

    @property
    def networks(self) -> tuple[str, ...]:
        """The networks that it belongs to."""
        return self.event.networks if self.event else (self.membership.network,) if self.membership else ()

    @property
    def programmes(self) -> tuple[str, ...]:
        """The city's own programmes that it belongs to."""
        return self.event.programmes if self.event else (self.programme.id,) if self.programme else ()


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A timeline. `filters` are the two selects of a list that is long enough to need them."""

    years: tuple[Year, ...]
    filters: tuple[Filter, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether a browser should draw only what is on the screen."""
        return sum(len(year.entries) for year in self.years) > LONG

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen."""
        return not self.years


def timeline_lines(choice: Choice, context: ViewContext) -> list[Line]:
    """The chosen lines in order: by date, less exact ones before what the same year or month holds.

    Within a path its own order is kept; between paths the order of the register decides.
    """
    merged = heapq.merge(*_paths(choice, context), key=attrgetter("sort"))
    lines = [line for line in merged if choice.takes(line)]
    if choice.order == "newest":
        lines.reverse()
    return lines[: choice.limit] if choice.limit else lines


def timeline_view(
    choice: Choice, context: ViewContext, citations: Citations, *, home: Home = "none", filtered: bool = False
) -> TimelineView:
    """A timeline in words. A line that is not at home leads to where it is: permalinks stay the same."""
    lines = timeline_lines(choice, context)
    entries = _entries(lines, choice, context, citations, home)
    return TimelineView(by_year(entries), _filters(lines, context) if filtered else ())


def network_timeline(network: str, context: ViewContext, citations: Citations) -> TimelineView:
    """Every Polish city in a network, for its page. Of the speaking city only what changed its tie: the page has
    told the rest. Nothing where no other city has a path.
    """
    own = context.registry.site.city
    choice = Choice(networks=(network,))
    lines = [line for line in timeline_lines(choice, context) if line.membership]
    if all(line.city == own for line in lines):
        return TimelineView(())
    membership = context.registry.membership(own, network)
    basis = basis_of_entries(membership) if membership else frozenset[str]()
    told = [line for line in lines if line.city != own or line.changes_the_tie(basis)]
    return TimelineView(by_year(_entries(told, choice, context, citations, "others")))


def _entries(
    lines: list[Line], choice: Choice, context: ViewContext, citations: Citations, home: Home
) -> Iterator[Entry]:
    own = context.registry.site.city
    several = any(line.city != own for line in lines)
    for line in lines:
        at_home = home == "all" or (home == "others" and line.city != own)
        yield _entry(line, choice, context, citations, several=several, at_home=at_home)


def _paths(choice: Choice, context: ViewContext) -> Iterator[list[Line]]:
    """Every path that the choice may hold, each in its own order, and the events that no path tells."""
    registry = context.registry
    told: set[str] = set()
    for item in registry.memberships.values():
        record = item.record
        if _in(item.city, choice.cities) and _in(record.network, choice.networks):
            told |= told_in(record.acts)
            steps = path_steps(record.acts, record.gaps, record.observations)
            yield [Line(step, str(item.city), membership=record) for step in steps]
    for programme in registry.programmes.values():
        if _in(programme.city, choice.cities) and not choice.networks:
            told |= told_in(programme.record.acts)
            steps = path_steps(programme.record.acts)
            yield [Line(step, str(programme.city), programme=programme.record) for step in steps]
    yield sorted(_events(choice, told, context), key=attrgetter("sort"))


def _events(choice: Choice, told: set[str], context: ViewContext) -> Iterator[Line]:
    for item in context.registry.events.values():
        event = item.record
        cities = {city for city in (item.city, *event.cities) if city}
        if item.id in told or (choice.cities and not cities & set(choice.cities)):
            continue
        if choice.networks and not set(choice.networks) & set(event.networks):
            continue
        city = next((city for city in choice.cities if city in cities), item.city or next(iter(event.cities), ""))
        yield Line(Step(event.start.parts, event.id, event), city, event=event)


def _in(identity: str | None, chosen: tuple[str, ...]) -> bool:
    return not chosen or identity in chosen


def _entry(
    line: Line, choice: Choice, context: ViewContext, citations: Citations, *, several: bool, at_home: bool
) -> Entry:
    own = line.city == context.registry.site.city
    prefix = line.membership.network if line.membership else line.programme.id if line.programme else ""
    anchored = prefix if own else f"{line.city}_{prefix}"
    entry = entry_of(anchored, line.step, context, citations)
    about = tuple(_about(line, choice, context, several=several))
    facets = tuple(itertools.chain(*line.facets))
    entry = replace(entry, about=about, facets=facets, networks=line.networks)
    if at_home:
        return replace(entry, permalink=f"#{entry.anchor}")
    return replace(entry, permalink=_home(line, entry, context), anchor=None)


def _home(line: Line, entry: Entry, context: ViewContext) -> str | None:
    """Where a line stands for good: on its network's or programme's page, else on the timeline of the city."""
    page = None
    if line.membership:
        page = context.page_about("network", line.membership.network)
    elif line.programme:
        page = context.page_about("programme", line.programme.id)
    elif line.event:
        return context.page_about("event", line.event.id) or context.spot("timeline", str(entry.anchor))
    return f"{page}#{entry.anchor}" if page is not None else context.spot("timeline", str(entry.anchor))


def _about(line: Line, choice: Choice, context: ViewContext, *, several: bool) -> Iterator[Value]:
    """The city, where the list holds several; the network or programme, where the list holds several."""
    registry = context.registry
    if several and line.city in registry.cities:
        yield Value(city_name(registry.cities[line.city].record, context.locale))
    if len(choice.networks) != 1:
        yield from (network_link(network, context) for network in line.networks)
    yield from (programme_link(programme, context) for programme in line.programmes)


def _filters(lines: Iterable[Line], context: ViewContext) -> tuple[Filter, ...]:
    """Two selects: what a line belongs to, and its kind; only values that occur."""
    registry, words = context.registry, context.words
    belongs: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for line in lines:
        kinds[facet("kind", line.step.kind)] = words(f"act.{line.step.kind}")
        for network in line.networks:
            belongs[facet("network", network)] = context.say(registry.networks[network].record.label)
        for programme in line.programmes:
            belongs[facet("programme", programme)] = context.say(registry.programmes[programme].record.label)
    of, kind = words("timeline.filter_of"), words("timeline.filter_kind")
    return (
        filter_by("of", of, words("timeline.every"), belongs.items(), words),
        filter_by("kind", kind, words("timeline.every_kind"), kinds.items(), words),
    )
