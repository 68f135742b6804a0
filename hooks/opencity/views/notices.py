"""Projects that a page names in; a funding notice for each, in the page's language and the right tense, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from opencity.register.models import Fund, FundRule, Project
from opencity.register.models.money import Party
from opencity.register.models.when import Period
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.facts import inferred_notes


@dataclass(frozen=True, slots=True)
class Notice:
    """What must be said about money: sentences composed from the project and the rules of its fund.

    The name holds the fund, since one project name may stand for several funds.
    """

    anchor: str
    name: str
    sentences: tuple[str, ...]
    remarks: tuple[str, ...]
    sources: tuple[int, ...]


def funding_notices(projects: tuple[str, ...], context: ViewContext, citations: Citations) -> tuple[Notice, ...]:
    """One notice for each project, in the order the page names them."""
    registry = context.registry
    records = [registry.projects[project].record for project in projects if project in registry.projects]
    return tuple(_notice(project, registry.funds[project.fund].record, context, citations) for project in records)


def _notice(project: Project, fund: Fund, context: ViewContext, citations: Citations) -> Notice:
    words = context.words
    rule = _rule(fund, project)
    show = rule.show if rule.read else ()
    cited: list[str] = [*project.sources, *fund.sources, *(rule.sources if rule.read else ())]
    remarks: list[str] = [*(inferred_notes(rule, context) if rule.read else ())]
    sentences = [words(f"notice.{_tense(project, context)}")]
    money = [fund_name(fund, context)]
    if project.printed and project.printed.co_funder:
        money.append(context.say(project.printed.co_funder))
    sentences.append(words("notice.money", money=", ".join(money)))
    if "motto" in show and fund.motto:
        sentences.append(words("notice.motto", motto=context.say(fund.motto)))
        cited += fund.motto_sources
    if project.printed:
        cited += project.printed.sources
    if "liability_clause" in show or (project.printed and project.printed.liability_clause):
        sentences.append(words("notice.liability"))
    if project.period:
        period = words("notice.period", period=_period(project.period, context))
        sentences.append(period)
        cited += project.period.sources
        remarks += (f"{period} {note}" for note in inferred_notes(project.period, context))
    if project.parties:
        sentences.append(words("notice.parties", parties=", ".join(party.name for party in project.parties)))
        cited += (source for party in project.parties for source in party.sources)
        remarks += _about_parties(project.parties, context)
    for item in project.notes:
        remarks.append(" ".join((context.say(item.text), *inferred_notes(item, context))))
        cited += item.sources
    name = words("notice.heading", project=context.say(project.name), fund=_letters(fund, context))
    return Notice(project.id, name, tuple(sentences), tuple(remarks), citations.cite(cited))


def _about_parties(parties: tuple[Party, ...], context: ViewContext) -> Iterator[str]:
    """What is inferred of the parties: those with the same reason together."""
    reasons: dict[str, list[str]] = {}
    for party in parties:
        for note in inferred_notes(party, context):
            reasons.setdefault(note, []).append(party.name)
    return (f"{', '.join(names)}. {note}" for note, names in reasons.items())


def _period(period: Period, context: ViewContext) -> str:
    if period.start and period.end:
        return context.dates.span(period.start, period.end)
    if period.start:
        return context.dates.from_(period.start)
    return context.dates.until(period.end) if period.end else context.words("date.unknown")


def fund_name(fund: Fund, context: ViewContext) -> str:
    """The fund with its letters and programme: `Fundusz Azylu, Migracji i Integracji (FAMI), program krajowy`."""
    name, letters = context.say(fund.name), _letters(fund, context)
    if letters != name:
        name = f"{name} ({letters})"
    if fund.programme:
        name = context.words("notice.programme", fund=name, programme=context.say(fund.programme))
    return name


def _letters(fund: Fund, context: ViewContext) -> str:
    """The fund's abbreviation in the page's language, or its name where it has none."""
    short = fund.english_abbreviation if context.locale != "pl" and fund.english_abbreviation else fund.abbreviation
    return short.text if short else context.say(fund.name)


def _tense(project: Project, context: ViewContext) -> str:
    """Present while it runs, past after; without an end, the tense that the source prints, or none."""
    start, end = (project.period.start, project.period.end) if project.period else (None, None)
    if start and start.first_day() > context.today:
        return "untensed"
    if end:
        return "past" if end.last_day() < context.today else "present"
    return project.printed.tense if project.printed else "untensed"


def _rule(fund: Fund, project: Project) -> FundRule:
    """The rule of the time in which the project began; the fund's last one where no time is known."""
    began = project.period.start if project.period else None
    for rule in fund.rules:
        if began and rule.period and rule.period.covers(began):
            return rule
    return fund.rules[-1]
