"""Single facts of the register in; Values in one language out: dates, numbers, sums, names, roles, units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from opencity.dates import PartialDate
from opencity.language.names import city_name
from opencity.register.models import Act, Fact, Network, When
from opencity.register.models.claims import Inference
from opencity.register.models.facts import Duty, Note, PartOfWhole, Person, Role, Statement, Unit
from opencity.register.models.network import RunBy, Seat
from opencity.register.models.numbers import AsOf, Count, Dated, Money
from opencity.register.models.text import Text
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.parts import Figure
from opencity.views.value import Value

_MILLION = 10**6


class Cited(Protocol):
    """Whatever has sources and may be inferred from them."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of sources."""

    @property
    def inferred(self) -> Inference | None:
        """Why it is here although no source says it."""


def fact_value(
    text: str,
    fact: Cited,
    context: ViewContext,
    citations: Citations,
    *,
    dispute: str | None = None,
    claimed: Iterable[str] = (),
    lang: str | None = None,
    datetime: str | None = None,
    label: str | None = None,
) -> Value:
    """A fact as words, with its sources; what is inferred says so. `claimed` are sources of a `dispute`."""
    return Value(
        text,
        lang=lang,
        datetime=datetime,
        label=label,
        sources=citations.cite((*fact.sources, *claimed)),
        remarks=(*((dispute,) if dispute else ()), *inferred_notes(fact, context)),
        certainty="inferred" if fact.inferred else "stated",
    )


def inferred_notes(fact: Cited, context: ViewContext) -> tuple[str, ...]:
    """That a fact is our inference and why; nothing for what a source says."""
    if fact.inferred is None:
        return ()
    return (context.words("inferred.note", reason=context.say(fact.inferred.reason)),)


def act_date_value(act: Act, context: ViewContext, citations: Citations) -> Value | None:
    """When an act was done, with the note on a dispute; None for an act of unknown date."""
    if act.date is None:
        return None
    text, machine = when_text(act.date.value, context)
    dispute = disputed(act.date, context)
    claimed = claim_sources(act.date) if dispute else ()
    return fact_value(text, act, context, citations, dispute=dispute, claimed=claimed, datetime=machine)


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


def disputed_date(fact: Fact[PartialDate], context: ViewContext) -> str | None:
    """The same for a single date, such as that of a document."""
    return _disputed(fact, [context.dates.plain(claim.value) for claim in fact.rejected], context)


def _disputed(fact: Fact[When] | Fact[PartialDate] | Fact[str], others: list[str], context: ViewContext) -> str | None:
    if not fact.is_disputed or fact.reason is None:
        return None
    values = context.words("conflict.or").join(others)
    return context.words("conflict.note", others=values, reason=context.say(fact.reason))


def claim_sources(fact: Fact[When] | Fact[PartialDate] | Fact[str]) -> tuple[str, ...]:
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
    as_of = _of_and_as_of(count, context)
    if as_of is None:
        return None
    text = context.words("count.phrase", count=_counted(count, context), as_of=as_of)
    return fact_value(text, count, context, citations)


def _of_and_as_of(number: Dated, context: ViewContext) -> str | None:
    """`składka miasta, stan na 2019 r.`: what the number is of, where the record says it, and when it was true."""
    as_of = as_of_text(number.as_of, context)
    if as_of is None or number.of is None:
        return as_of
    return context.words("count.of_as_of", of=context.say(number.of), as_of=as_of)


def count_figure(count: Count, context: ViewContext, citations: Citations) -> Figure | None:
    """The same as a line of a table, which has the date in a column of its own."""
    time = as_of_date(count.as_of, context)
    if time is None:
        return None
    text = _counted(count, context)
    if count.of:
        text = context.words("count.of", of=context.say(count.of), count=text)
    return Figure(time, fact_value(text, count, context, citations))


def _counted(count: Count, context: ViewContext) -> str:
    words = context.words
    group = f"count_{words(f'operator_case.{count.operator.value}')}.{count.unit.value}"
    noun = words.plural(group if words.has(group) else f"count.{count.unit.value}", count.value)
    number = words(f"operator.{count.operator.value}", number=_short_number(count.value, context))
    return words("count.number", number=number, noun=noun)


def _short_number(value: int, context: ViewContext) -> str:
    """`150 mln` for a number that is nothing but millions; others in full."""
    words = context.words
    if value >= _MILLION and value % (_MILLION // 10) == 0:
        return words("number_in_millions", number=words.number(value / _MILLION))
    return words.number(value)


def money_value(money: Money, context: ViewContext, citations: Citations) -> Value | None:
    """`14 880 NOK rocznie (stan na …)`; None for a sum of unknown date."""
    as_of = _of_and_as_of(money, context)
    if as_of is None:
        return None
    words = context.words
    number, currency = words.number(money.amount), words_currency(money.currency, context)
    text = words(f"money.per_{money.per}", number=number, currency=currency, as_of=as_of)
    text = words(f"operator.{money.operator.value}", number=text)
    return fact_value(text, money, context, citations)


def words_currency(code: str, context: ViewContext) -> str:
    """`zł` in Polish for PLN, the code for the rest."""
    key = f"currency.{code}"
    return context.words(key) if context.words.has(key) else code


def network_name(network: Network, context: ViewContext) -> Value:
    """The official name it has now, in the page's language where there is one."""
    text, lang = network.name.in_(context.locale)
    return Value(text, lang=None if lang == context.locale else lang)


def role_value(role: Role, context: ViewContext, citations: Citations) -> Value:
    """`Danuta Glondys: członkini zarządu (od 22 maja 2014 r.)`: never without a date.

    Only an end that a source calls current is said to be; one that is not known is said to be not known.
    """
    holder = role.holder
    if holder is None and role.city is not None:
        holder = city_name(context.registry.cities[role.city].record, context.locale)
    times = []
    if span := _from_until(role.start, role.end if isinstance(role.end, PartialDate) else None, context):
        times.append(span)
    if role.end == "current":
        times.append(context.words("role.current"))
    elif role.end == "unknown" and role.start and not role.as_of:
        times.append(context.words("role.end_unknown"))
    if role.as_of and (as_of := as_of_text(role.as_of, context)):
        times.append(as_of)
    times = times or [context.words("date.unknown")]
    text = context.words("role.phrase", holder=holder or "", office=context.say(role.office), times=", ".join(times))
    return fact_value(text, role, context, citations)


def _from_until(start: PartialDate | None, end: PartialDate | None, context: ViewContext) -> str:
    """`od 4 czerwca 2020 r. do 2024 r.`, or the end that is known."""
    dates = context.dates
    return " ".join((*((dates.from_(start),) if start else ()), *((dates.until(end),) if end else ())))


def current_unit(units: Sequence[Unit], context: ViewContext) -> Unit | None:
    """The last unit whose time has not passed."""
    return next((unit for unit in reversed(units) if not _is_over(unit.end, context)), None)


def earlier_units(units: Sequence[Unit], context: ViewContext) -> tuple[Unit, ...]:
    """The others, in the order of the record."""
    now = current_unit(units, context)
    return tuple(unit for unit in units if unit is not now)


def run_now(item: RunBy, context: ViewContext) -> bool:
    """Whether who ran it may run it still."""
    return not _is_over(item.end.last if item.end else None, context)


def _is_over(end: PartialDate | None, context: ViewContext) -> bool:
    return end is not None and end.last_day() < context.today


def unit_value(unit: Unit, context: ViewContext, citations: Citations) -> Value:
    """The unit's name with the time for which a source gives it."""
    times = []
    if span := _from_until(unit.start, unit.end, context):
        times.append(span)
    if unit.as_of:
        times.append(as_of_text(unit.as_of, context) or context.words("date.unknown"))
    text = context.say(unit.name)
    if times:
        text = context.words("unit.phrase", name=text, times=", ".join(times))
    return fact_value(text, unit, context, citations)


def run_by_value(item: RunBy, context: ViewContext, citations: Citations) -> Value:
    """Who runs a network; who ran it is shown with the time."""
    text = context.say(item.name)
    if not run_now(item, context):
        first, last = (when.first if when else None for when in (item.start, item.end))
        text = context.words("unit.phrase", name=text, times=_from_until(first, last, context))
    return _explained(fact_value(text, item, context, citations), item.note, context)


def seat_value(seat: Seat, context: ViewContext, citations: Citations) -> Value:
    """The place, with what the record says of it."""
    place = fact_value(context.say(seat.place), seat, context, citations)
    return _explained(place, seat.text, context)


def _explained(value: Value, text: Text | None, context: ViewContext) -> Value:
    return replace(value, remarks=(context.say(text), *value.remarks)) if text else value


def duty_value(duty: Duty, context: ViewContext, citations: Citations) -> Value:
    """What a thing obliges to, by when, and whether it was done, as far as sources tell."""
    words, text = context.words, context.say(duty.text)
    if duty.deadline:
        text = words("duty.deadline", duty=text, date=context.dates.plain(duty.deadline))
    if isinstance(duty.fulfilled, PartialDate):
        text = f"{text} {words('duty.fulfilled', date=context.dates.plain(duty.fulfilled))}"
    elif duty.fulfilled is not None:
        text = f"{text} {words(f'duty.{duty.fulfilled}')}"
    return fact_value(text, duty, context, citations)


def statement_value(item: Statement, context: ViewContext, citations: Citations) -> Value:
    """Who said what, in what office and when."""
    text = context.words(
        "statement",
        speaker=item.speaker,
        office=context.say(item.office),
        date=context.dates.plain(item.date),
        text=context.say(item.text),
    )
    return fact_value(text, item, context, citations)


def note_value(note: Note, context: ViewContext, citations: Citations) -> Value:
    """A remark of the register."""
    return fact_value(context.say(note.text), note, context, citations)


def person_words(person: Person, context: ViewContext) -> str:
    """`Maria Klaman, zastępczyni Prezydenta Miasta Krakowa`: the office is that of the day."""
    return context.words("person", name=person.name, office=context.say(person.office))


def parts_values(whole: PartOfWhole, context: ViewContext, citations: Citations) -> Iterator[Value]:
    """The parts that sources name, then how many they do not; one remark for all, at the end."""
    words = context.words
    listed = [replace(fact_value(context.say(item), whole, context, citations), remarks=()) for item in whole.items]
    if whole.missing:
        missing = words.plural("areas.missing", whole.missing).format(number=whole.missing, total=whole.total)
        listed.append(Value(missing, certainty="unknown"))
    yield from listed[:-1]
    yield replace(listed[-1], remarks=inferred_notes(whole, context))
