"""A membership and its network in; the single answers (tie, since, legal basis, unit) as Values out.

The register table and the facts panel of a page both show these, so they are worded in one place.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from opencity.language.names import sentence
from opencity.register.models import Act, Effect, Membership, NetworkKind, Tie, When
from opencity.register.standing import Standing
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.facts import (
    act_date_value,
    claim_sources,
    current_unit,
    disputed_number,
    inferred_notes,
    unit_value,
    when_text,
)
from opencity.views.value import Certainty, Value


def tie_value(standing: Standing, context: ViewContext) -> Value:
    """What binds the city: `członkostwo`, `podpis pod kartą`, `tytuł`."""
    if standing.tie is None:
        return Value(context.words("tie.unknown"), certainty="unknown")
    text = context.words(f"tie.{standing.tie.value}")
    if standing.is_again and standing.tie is not Tie.FORMER:
        remark = context.words("inferred.note", reason=context.words("tie.again_reason"))
        return Value(context.words("tie.again", tie=text), remarks=(remark,), certainty="inferred")
    if standing.entry is None and standing.last_seen is not None and standing.last_seen.inferred:
        return Value(text, remarks=inferred_notes(standing.last_seen, context), certainty="inferred")
    return Value(text)


def joined(standing: Standing, kind: NetworkKind, context: ViewContext) -> str | None:
    """`Kraków dołączył do tej sieci we wrześniu 2022 r.`, of the city that the site speaks for.

    Only where the acts say so: not of a city that has left or came back, not of a founder, and not where the date is
    inferred, disputed, or known by its bounds alone.
    """
    entry, date = standing.entry, standing.since
    if entry is None or date is None or standing.is_again or standing.tie is not PLAIN_TIE[kind]:
        return None
    if entry.tie is not standing.tie or entry.inferred or len(date.claims) > 1 or date.value.on is None:
        return None
    when = context.dates.within(date.value.on)
    return sentence(f"city.joined.{kind.value}", context.city, context.words, date=when)


def dated_tie_value(standing: Standing, context: ViewContext, citations: Citations) -> Value:
    """The same where no other answer says when it ended: `dawne członkostwo (do 2010 r.)`."""
    tie, until = tie_value(standing, context), until_value(standing, context, citations)
    if until is None or standing.ended is None:
        return tie
    time = until_phrase(standing.ended.date.value, context).text if standing.ended.date else until.text
    return replace(until, text=context.words("tie.ended", tie=tie.text, time=time), datetime=None, certainty="stated")


PLAIN_TIE: Mapping[NetworkKind, Tie] = MappingProxyType(
    {
        NetworkKind.NETWORK: Tie.MEMBER,
        NetworkKind.ASSOCIATION: Tie.MEMBER,
        NetworkKind.CHARTER: Tie.SIGNATORY,
        NetworkKind.TITLE: Tie.TITLE_HOLDER,
    }
)
"""What binds most cities to a thing of this kind: where a table need not say it, and where a list says no more."""


def changed_tie_value(membership: Membership, standing: Standing, context: ViewContext) -> Value:
    """The tie, and the one it began as: `członkostwo (od 1 maja 2004 r.; wcześniej członkostwo stowarzyszone)`."""
    tie, before, change = tie_value(standing, context), first_tie(standing), change_of_tie(membership, standing)
    if change is None or change.date is None or before is None:
        return tie
    since = since_phrase(change.date.value, context).text
    text = context.words("tie.raised", tie=tie.text, since=since, before=context.words(f"tie.{before.value}"))
    return replace(tie, text=text)


def change_of_tie(membership: Membership, standing: Standing) -> Act | None:
    """The act that raised or lowered the present tie; None for one that is as it began, or has ended."""
    if standing.tie is Tie.FORMER:
        return None
    later = itertools.dropwhile(lambda act: act is not standing.entry, membership.acts)
    return next((act for act in reversed(tuple(later)) if act.effect in (Effect.RAISES, Effect.LOWERS)), None)


def first_tie(standing: Standing) -> Tie | None:
    """The tie as which the present one began."""
    return standing.entry.tie if standing.entry else None


def until_value(standing: Standing, context: ViewContext, citations: Citations) -> Value | None:
    """When the tie ended; None while it lasts."""
    if standing.ended is None:
        return None
    return act_date_value(standing.ended, context, citations) or Value(
        context.words("since.unknown"), certainty="unknown", sources=citations.cite(standing.ended.sources)
    )


def since_value(standing: Standing, context: ViewContext, citations: Citations) -> Value:
    """Since when, at the precision the sources give; unknown where none gives it."""
    since = act_date_value(standing.entry, context, citations) if standing.entry else None
    if since is not None:
        return since
    sources = standing.last_seen.sources if standing.last_seen else ()
    return Value(context.words("since.unknown"), certainty="unknown", sources=citations.cite(sources))


def since_phrase(when: When | None, context: ViewContext) -> Value:
    """The same in a list, where no label says "since": `od 18 grudnia 2020 r.`"""
    if when is None:
        return Value(context.words("since.unknown"), certainty="unknown")
    if when.on is None:
        return Value(when_text(when, context)[0])
    return Value(context.dates.since(when.on), datetime=when.on.isoformat())


def until_phrase(when: When, context: ViewContext) -> Value:
    """The end in a list: `do 2010 r.`"""
    if when.on is None:
        return Value(when_text(when, context)[0])
    return Value(context.dates.until(when.on), datetime=when.on.isoformat())


def legal_basis_value(standing: Standing, context: ViewContext, citations: Citations) -> Value:
    """The resolution or act by which the city entered; "not found" is no claim that there is none."""
    if not standing.legal_basis:
        return Value(context.words("basis.unknown"), certainty="unknown")
    remarks: list[str] = []
    sources: list[str] = []
    texts = []
    for act in standing.legal_basis:
        texts.append(act_name(act, context))
        sources += act.sources
        if act.number is not None:
            dispute = disputed_number(act.number, context)
            remarks += [dispute] if dispute else []
            sources += claim_sources(act.number)
        remarks += inferred_notes(act, context)
    certainty: Certainty = "inferred" if any(act.inferred for act in standing.legal_basis) else "stated"
    return Value("; ".join(texts), remarks=tuple(remarks), certainty=certainty, sources=citations.cite(sources))


def act_name(act: Act, context: ViewContext) -> str:
    """`uchwała Rady Miasta nr XVI/171/11 z 25 maja 2011 r.`, as far as number and date are known."""
    name = context.words(f"act.{act.kind.value}")
    if act.number is not None:
        name = context.words("act.numbered", act=name, number=act.number.value)
    if act.date is not None and act.date.value.on is not None:
        name = context.words("act.dated", act=name, date=context.dates.of(act.date.value.on))
    return name


def responsible_unit_value(membership: Membership, context: ViewContext, citations: Citations) -> Value:
    """The unit that the newest source names, unless its time has passed."""
    unit = current_unit(membership.units, context)
    if unit is None:
        return Value(context.words("unit.unknown"), certainty="unknown")
    return unit_value(unit, context, citations)
