"""A membership and its network in; the single answers (tie, since, legal basis, unit) as Values out.

The register table and the facts panel of a page both show these, so they are worded in one place.
"""

from __future__ import annotations

from opencity.register.models import Act, Membership, When
from opencity.register.standing import Standing
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.facts import claim_sources, disputed, disputed_number, unit_value, when_text
from opencity.views.value import Value


def tie_value(standing: Standing, context: ViewContext) -> Value:
    """What binds the city: `członkostwo`, `podpis pod kartą`, `tytuł`."""
    if standing.tie is None:
        return Value(context.words("tie.unknown"), certainty="unknown")
    text = context.words(f"tie.{standing.tie.value}")
    if not standing.is_again:
        return Value(text)
    remark = context.words("inferred.note", reason=context.words("tie.again_reason"))
    return Value(context.words("tie.again", tie=text), remark=remark, certainty="inferred")


def since_value(standing: Standing, context: ViewContext, citations: Citations) -> Value:
    """Since when, at the precision the sources give; unknown where none gives it."""
    since, entry = standing.since, standing.entry
    if since is None or entry is None:
        sources = standing.last_seen.sources if standing.last_seen else ()
        return Value(context.words("since.unknown"), certainty="unknown", sources=citations.cite(sources))
    text, machine = when_text(since.value, context)
    remark = disputed(since, context)
    extra = claim_sources(since) if remark else ()
    return Value(text, datetime=machine, remark=remark, sources=citations.cite((*entry.sources, *extra)))


def since_phrase(when: When | None, context: ViewContext) -> Value:
    """The same in a list, where no label says "since": `od 18 grudnia 2020 r.`"""
    if when is None:
        return Value(context.words("since.unknown"), certainty="unknown")
    if when.on is None:
        return Value(when_text(when, context)[0])
    return Value(context.dates.since(when.on), datetime=when.on.isoformat())


def legal_basis_value(standing: Standing, context: ViewContext, citations: Citations) -> Value:
    """The resolution or act by which the city entered; "not found" is no claim that there is none."""
    if not standing.legal_basis:
        return Value(context.words("basis.unknown"), certainty="unknown")
    remark = None
    sources: list[str] = []
    texts = []
    for act in standing.legal_basis:
        texts.append(act_name(act, context))
        sources += act.sources
        if act.number is not None:
            remark = remark or disputed_number(act.number, context)
            sources += claim_sources(act.number)
    return Value("; ".join(texts), remark=remark, sources=citations.cite(sources))


def act_name(act: Act, context: ViewContext) -> str:
    """`uchwała Rady Miasta nr XVI/171/11 z 25 maja 2011 r.`, as far as number and date are known."""
    name = context.words(f"act_in_sentence.{act.kind.value}")
    if act.number is not None:
        name = context.words("act.numbered", act=name, number=act.number.value)
    if act.date is not None and act.date.value.on is not None:
        name = context.words("act.dated", act=name, date=context.dates.plain(act.date.value.on))
    return name


def responsible_unit_value(membership: Membership, context: ViewContext, citations: Citations) -> Value:
    """The unit that the newest source names."""
    if not membership.units:
        return Value(context.words("unit.unknown"), certainty="unknown")
    return unit_value(membership.units[-1], context, citations)
