"""Single facts of the register in; Values in one language out: dates, numbers, sums, names, roles, units."""

from __future__ import annotations

from opencity.dates import PartialDate
from opencity.register.models import Fact, Network, When
from opencity.register.models.facts import Role, Unit
from opencity.register.models.numbers import AsOf, Count, Money, Operator
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.parts import Figure
from opencity.views.value import Value


def when_text(when: When, context: ViewContext) -> tuple[str, str | None]:
    """A date as words and, where it is one date, in machine form."""
    dates = context.dates
    if when.on is not None:
        return dates.plain(when.on), when.on.isoformat()
    if when.start is not None:
        return dates.span(when.start, when.last), None
    return dates.bounds(when.not_before, when.not_after), None


def disputed(fact: Fact[When], context: ViewContext) -> str | None:
    """The note on a date about which sources disagree: who says otherwise, and why ours was accepted."""
    return _disputed(fact, [when_text(claim.value, context)[0] for claim in fact.rejected], context)


def disputed_number(fact: Fact[str], context: ViewContext) -> str | None:
    """The same for the number of an act."""
    return _disputed(fact, [claim.value for claim in fact.rejected], context)


def _disputed(fact: Fact[When] | Fact[str], others: list[str], context: ViewContext) -> str | None:
    if not fact.is_disputed or fact.reason is None:
        return None
    values = context.words("conflict.or").join(others)
    return context.words("conflict.note", others=values, reason=context.say(fact.reason))


def claim_sources(fact: Fact[When] | Fact[str]) -> tuple[str, ...]:
    """All sources of a disputed fact, the accepted claim's first."""
    rejected = [source for claim in fact.rejected for source in claim.sources]
    return (*fact.accepted.sources, *rejected)


def as_of_text(as_of: AsOf, context: ViewContext) -> str | None:
    """`stan na październik 2025 r.`; None when the date is unknown: then the number must not be printed."""
    if not as_of.is_known:
        return None
    return context.dates.as_of(as_of.on, as_of.not_before, as_of.not_after)


def as_of_date(as_of: AsOf, context: ViewContext) -> Value | None:
    """The same where a label or a column already says what the date is: `październik 2025`."""
    if not as_of.is_known:
        return None
    if as_of.on is not None:
        return Value(context.dates.plain(as_of.on), datetime=as_of.on.isoformat())
    return Value(context.dates.bounds(as_of.not_before, as_of.not_after))


def count_value(count: Count, context: ViewContext, citations: Citations) -> Value | None:
    """`ponad 163 miasta (stan na październik 2025 r.)`; None for a number of unknown date."""
    as_of = as_of_text(count.as_of, context)
    if as_of is None:
        return None
    text = context.words("count.phrase", count=_counted(count, context), as_of=as_of)
    return Value(text, sources=citations.cite(count.sources))


def count_figure(count: Count, context: ViewContext, citations: Citations, of: str | None = None) -> Figure | None:
    """The same as a line of a table; `of` says what is counted, where the noun alone does not."""
    time = as_of_date(count.as_of, context)
    if time is None:
        return None
    text = _counted(count, context)
    if of:
        text = context.words("count.of", of=of, count=text)
    return Figure(time, Value(text, sources=citations.cite(count.sources)))


def _counted(count: Count, context: ViewContext) -> str:
    words = context.words
    group = "count_genitive" if count.operator is Operator.ABOUT else "count"
    noun = words.plural(f"{group}.{count.unit.value}", count.value)
    number = words(f"operator.{count.operator.value}", number=words.number(count.value))
    return words("count.number", number=number, noun=noun)


def money_value(money: Money, context: ViewContext, citations: Citations) -> Value | None:
    """`14 880 NOK rocznie (stan na …)`; None for a sum of unknown date."""
    as_of = as_of_text(money.as_of, context)
    if as_of is None:
        return None
    words = context.words
    number, currency = words.number(money.amount), words_currency(money.currency, context)
    text = words(f"money.per_{money.per}", number=number, currency=currency, as_of=as_of)
    text = words(f"operator.{money.operator.value}", number=text)
    return Value(text, sources=citations.cite(money.sources))


def words_currency(code: str, context: ViewContext) -> str:
    """`zł` in Polish for PLN, the code for the rest."""
    key = f"currency.{code}"
    return context.words(key) if context.words.has(key) else code


def network_name(network: Network, context: ViewContext) -> Value:
    """The official name it has now, in the page's language where there is one."""
    text, lang = network.name.in_(context.locale)
    return Value(text, lang=None if lang == context.locale else lang)


def role_value(role: Role, context: ViewContext, citations: Citations) -> Value:
    """`Danuta Glondys: członkini zarządu (od 22 maja 2014 r.)`: never without a date."""
    holder = role.holder
    if holder is None and role.city is not None:
        holder = context.registry.cities[role.city].record.name_in(context.locale)
    times = []
    if role.start:
        times.append(context.dates.from_(role.start))
    if isinstance(role.end, PartialDate):
        times.append(context.dates.until(role.end))
    if role.as_of and role.as_of.is_known:
        times.append(as_of_text(role.as_of, context) or "")
    times = times or [context.words("date.unknown")]
    text = context.words("role.phrase", holder=holder or "", office=context.say(role.office), times=" ".join(times))
    return Value(text, sources=citations.cite(role.sources))


def unit_value(unit: Unit, context: ViewContext, citations: Citations) -> Value:
    """The unit's name with the time for which a source gives it."""
    times = []
    if unit.start:
        times.append(context.dates.from_(unit.start))
    if unit.end:
        times.append(context.dates.until(unit.end))
    if unit.as_of:
        times.append(as_of_text(unit.as_of, context) or context.words("date.unknown"))
    text = context.say(unit.name)
    if times:
        text = context.words("unit.phrase", name=text, times=", ".join(times))
    return Value(text, sources=citations.cite(unit.sources))
