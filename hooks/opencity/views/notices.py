"""Projects that a page names in; a funding notice for each, in the page's language and the right tense, out."""

from __future__ import annotations

from dataclasses import dataclass

from opencity.register.models import Fund, FundRule, Project
from opencity.views.citations import Citations
from opencity.views.context import ViewContext


@dataclass(frozen=True, slots=True)
class Notice:
    """What must be said about money: sentences composed from the project and the rules of its fund."""

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
    tense = _tense(project, context)
    sentences = [words(f"notice.{tense}")]
    money = [fund_name(fund, context)]
    if project.printed and project.printed.co_funder:
        money.append(context.say(project.printed.co_funder))
    sentences.append(words("notice.money", money=", ".join(money)))
    rule = _rule(fund, project)
    if rule is not None and rule.read and "motto" in rule.show and fund.motto:
        sentences.append(words("notice.motto", motto=context.say(fund.motto)))
    if project.printed and project.printed.liability_clause:
        sentences.append(words("notice.liability"))
    parties = ", ".join(party.name for party in project.parties if not party.inferred)
    if parties:
        sentences.append(words("notice.parties", parties=parties))
    sources = (*project.sources, *(project.printed.sources if project.printed else ()))
    remarks = tuple(context.say(note.text) for note in project.notes)
    noted = [source for note in project.notes for source in note.sources]
    name = context.say(project.name)
    return Notice(project.id, name, tuple(sentences), remarks, citations.cite((*sources, *noted)))


def fund_name(fund: Fund, context: ViewContext) -> str:
    """The fund with its letters and programme: `Fundusz Azylu, Migracji i Integracji (FAMI), program krajowy`."""
    name = context.say(fund.name)
    short = fund.english_abbreviation if context.locale != "pl" and fund.english_abbreviation else fund.abbreviation
    if short:
        name = f"{name} ({short.text})"
    if fund.programme:
        name = context.words("notice.programme", fund=name, programme=context.say(fund.programme))
    return name


def _tense(project: Project, context: ViewContext) -> str:
    """Present while it runs, past after; without a period, the tense that the source prints."""
    if project.period and project.period.end:
        return "past" if project.period.end.last_day() < context.today else "present"
    return project.printed.tense if project.printed else "past"


def _rule(fund: Fund, project: Project) -> FundRule | None:
    """The rule of the time in which the project began; the fund's last one where no time is known."""
    began = project.period.start if project.period else None
    for rule in fund.rules:
        if began and rule.period and rule.period.covers(began):
            return rule
    return fund.rules[-1] if fund.rules else None
