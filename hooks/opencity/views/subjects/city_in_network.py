"""A city and a network in; what is known of the two, as a state and a few short lines, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from opencity.register.models import Act, Membership, Tie
from opencity.register.models.network import Members
from opencity.register.models.numbers import AsOf
from opencity.register.presence import Presence, application, newest_first, presence
from opencity.register.standing import Standing, standing
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.facts import Cited, as_of_date, as_of_text, claim_sources, disputed, inferred_notes, when_text
from opencity.views.membership_facts import PLAIN_TIE, change_of_tie, first_tie, tie_value, until_phrase
from opencity.views.value import Value

State = Literal["dated", "undated", "inferred", "proposed", "former", "no", "unclear", "unknown"]
"""What may be known, in the order of a legend."""


@dataclass(frozen=True, slots=True)
class Known:
    """What one cell says: its state, its lines, its sources, and remarks on what is inferred or disputed."""

    state: State
    lines: tuple[Value, ...]
    sources: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()


def known_of(city: str, network: str, context: ViewContext, citations: Citations) -> Known:
    """What is known of a city and a network, shortly: `grudzień 2021`; `tak`, `stan na 2019 r.`; `nie`."""
    registry, words = context.registry, context.words
    known = presence(registry, city, network)
    membership = registry.membership(city, network)
    if known.answer == "yes":
        path = membership if membership is not None and standing(membership).tie is not None else None
        return _member(path, known, city, network, context, citations)
    lines: tuple[Value, ...] = (Value(words(f"state.{known.answer}")),)
    if known.answer == "former" and membership is not None:
        return _former(membership, known, lines, context, citations)
    if known.answer == "proposed" and membership is not None:
        lines = tuple(_proposed(membership, context))
    elif known.answer == "no":
        lines = (*lines, Value(_date_of_list(known.as_of, context)))
    return Known(known.answer, lines, citations.cite(known.sources))


def list_date(members: Members, context: ViewContext) -> str:
    """`stan na 2019 r.`, or that the date of the list is unknown."""
    return _date_of_list(members.as_of, context)


def _date_of_list(as_of: AsOf | None, context: ViewContext) -> str:
    return (as_of_text(as_of, context) if as_of else None) or context.words("cities.as_of_unknown")


def _member(
    membership: Membership | None,
    known: Presence,
    city: str,
    network: str,
    context: ViewContext,
    citations: Citations,
) -> Known:
    """A city that is in: since when, as what, and why we think so where no source says it."""
    registry = context.registry
    record = registry.networks[network].record
    if membership is None:  # only a list of members names it
        members = next(item for item in newest_first(record.members) if city in {one.city for one in item.cities})
        remarks = inferred_notes(members, context)
        return Known("undated", tuple(_seen(known.as_of, context)), citations.cite(known.sources), remarks)
    now = standing(membership)
    tie, began = tie_value(now, context), first_tie(now)
    since = _since(now, context, citations)
    lines = [since] if since else [*_seen(known.as_of, context)]
    if tie.text != context.words(f"tie.{PLAIN_TIE[record.kind].value}"):
        lines.append(tie)
    if began is not None and change_of_tie(membership, now) is not None:
        lines.append(Value(context.words("cities.began_as", tie=context.words(f"tie.{began.value}"))))
    fact: Cited | None = now.entry or now.last_seen
    inferred = inferred_notes(fact, context) if fact else ()
    if inferred:
        lines.append(Value(context.words("state.inferred")))
    remarks = (*(since.remarks if since else ()), *(tie.remarks if now.is_again else ()), *inferred)
    sources = {*citations.cite(known.sources), *(since.sources if since else ())}
    state: State = "inferred" if inferred else "dated" if since else "undated"
    return Known(state, tuple(replace(line, remarks=()) for line in lines), tuple(sorted(sources)), remarks)


def _since(now: Standing, context: ViewContext, citations: Citations) -> Value | None:
    """`grudzień 2021`, with the sources of what is disputed about it; None without a date."""
    if now.since is None:
        return None
    text, machine = when_text(now.since.value, context)
    dispute = disputed(now.since, context)
    if dispute is None:
        return Value(text, datetime=machine)
    sources = citations.cite((*(now.entry.sources if now.entry else ()), *claim_sources(now.since)))
    return Value(text, datetime=machine, remarks=(dispute,), sources=sources)


def _seen(as_of: AsOf | None, context: ViewContext) -> Iterator[Value]:
    """A city that a source names without saying since when: yes, and the date of the source's list."""
    yield Value(context.words("state.listed"))
    yield Value((as_of_text(as_of, context) if as_of else None) or context.words("state.undated"))


def _former(
    membership: Membership, known: Presence, lines: tuple[Value, ...], context: ViewContext, citations: Citations
) -> Known:
    now = standing(membership)
    if now.since and now.since.value.on is not None:
        lines = (*lines, Value(context.dates.from_(now.since.value.on), datetime=now.since.value.on.isoformat()))
    if now.ended and now.ended.date:
        lines = (*lines, until_phrase(now.ended.date.value, context))
    remarks = inferred_notes(now.ended, context) if now.ended else ()
    return Known("former", lines, citations.cite(known.sources), remarks)


def _proposed(membership: Membership, context: ViewContext) -> Iterator[Value]:
    """That somebody proposed it, or the step by which the city asked; and when."""
    now, asked = standing(membership), application(membership)
    if now.tie is Tie.PROPOSED:
        yield Value(context.words("state.proposed"))
        date = as_of_date(now.last_seen.as_of, context) if now.last_seen else None
        if date is not None:
            yield date
    elif asked is not None:
        yield Value(context.words(f"act.{asked.kind.value}"))
        yield from _date(asked, context)


def _date(act: Act, context: ViewContext) -> Iterator[Value]:
    if act.date is not None:
        text, machine = when_text(act.date.value, context)
        yield Value(text, datetime=machine)
