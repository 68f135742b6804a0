"""Projects that a page names in; a funding notice for each, in the page's language and the right tense, out.

What a notice says comes from three places: the project (fund, period, parties), the rule of the fund for the time in
which the project began, and the notice that a source prints. A rule that nobody has read adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from opencity.language.names import FALLBACK
from opencity.pages.anchors import record_anchor
from opencity.register.models import Fund, FundRule, Period, Project
from opencity.register.models.facts import Abbreviation
from opencity.register.models.money import Party
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.emblem import Emblem, eu_emblem
from opencity.views.facts import inferred_notes, money_value, note_value
from opencity.views.parts import FactRow
from opencity.views.pictures import Shown, record_picture
from opencity.views.value import Value

PARTY_ROLES = ("beneficiary", "leader", "partner")
"""In the order in which a notice tells them."""


@dataclass(frozen=True, slots=True)
class FundMark:
    """The place of a fund's own mark. Without a picture it only says whose mark belongs there."""

    words: str
    picture: Shown | None


@dataclass(frozen=True, slots=True)
class Statement:
    """What must be said and shown about the money. `beside` are the words that stand next to the EU's emblem."""

    sentences: tuple[str, ...]
    emblem: Emblem | None
    beside: tuple[str, ...]
    mark: FundMark | None
    remarks: tuple[str, ...]
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A project with its money: the statement, then the facts of the project.

    The name holds the fund, since one project name may stand for several funds. `home` leads to the project's entry
    on the page of projects, from any other page.
    """

    anchor: str
    name: str
    home: str | None
    summary: Value | None
    statement: Statement
    rows: tuple[FactRow, ...]
    notes: tuple[Value, ...]
    remarks: tuple[str, ...]
    networks: tuple[str, ...]


def funding_notices(projects: tuple[str, ...], context: ViewContext, citations: Citations) -> tuple[Notice, ...]:
    """One notice for each project, in the order the page names them."""
    registry = context.registry
    records = [registry.projects[project].record for project in projects if project in registry.projects]
    return tuple(project_notice(project, context, citations) for project in records)


def project_notice(
    project: Project,
    context: ViewContext,
    citations: Citations,
    *,
    before: tuple[FactRow, ...] = (),
    after: tuple[FactRow, ...] = (),
    at_home: bool = False,
) -> Notice:
    """The notice of one project. `before` and `after` are more rows of facts, for the project's own entry.

    `at_home` says that this is that entry: there, what nobody knows is said to be unknown.
    """
    fund = context.registry.funds[project.fund].record
    summary = None
    if project.summary:
        summary = Value(context.say(project.summary), sources=citations.cite(project.sources))
    statement = _statement(project, fund, context, citations, at_home)
    inferred = _Inferred()
    rows = (*before, *_rows(project, context, citations, inferred, at_home), *after)
    notes = tuple(_notes(project, context, citations, inferred))
    return Notice(
        anchor=record_anchor("project", project.id, context.words),
        name=context.words("notice.heading", project=context.say(project.name), fund=fund_letters(fund, context)),
        home=None if at_home else context.spot("projects", record_anchor("project", project.id, context.words)),
        summary=summary,
        statement=statement,
        rows=rows,
        notes=notes,
        remarks=inferred.remarks(),
        networks=project.networks,
    )


def fund_name(fund: Fund, context: ViewContext) -> str:
    """The fund with its letters and programme: `Fundusz Azylu, Migracji i Integracji (FAMI), program krajowy`."""
    name, letters = context.say(fund.name), fund_letters(fund, context)
    if letters != name:
        name = f"{name} ({letters})"
    if fund.programme:
        name = context.words("notice.programme", fund=name, programme=context.say(fund.programme))
    return name


def fund_letters(fund: Fund, context: ViewContext) -> str:
    """The fund's abbreviation in the page's language, or its name where it has none."""
    short = fund_abbreviation(fund, context)
    return short.text if short else context.say(fund.name)


def fund_abbreviation(fund: Fund, context: ViewContext) -> Abbreviation | None:
    """The letters of the fund in the language that its name is shown in; those that are known where it has none."""
    spoken = fund.name.locale_of(context.locale)
    known = [letters for letters in (fund.english_abbreviation, fund.abbreviation) if letters]
    return next((letters for letters in known if letters.language == spoken), known[0] if known else None)


def period_text(period: Period, context: ViewContext) -> str:
    """`2012–2014`, `od 2011 r.`, `do 31 grudnia 2023 r.`; empty where neither end is known."""
    if period.start and period.end:
        return context.dates.span(period.start, period.end)
    if period.start:
        return context.dates.from_(period.start)
    return context.dates.until(period.end) if period.end else ""


# --- what must be said and shown -----------------------------------------------------------------------


def _statement(project: Project, fund: Fund, context: ViewContext, citations: Citations, at_home: bool) -> Statement:
    rule = _rule(fund, project)
    show = rule.show if rule else ()
    cited: list[str] = [*(() if project.summary else project.sources), *(() if at_home else fund.sources)]
    cited += rule.sources if rule else ()
    if "motto" in show:
        cited += fund.motto_sources
    if project.printed:
        cited += project.printed.sources
    emblem = eu_emblem() if "eu_emblem" in show else None
    beside = tuple(_beside(fund, show, context))
    return Statement(
        sentences=tuple(_sentences(project, fund, show, context)) + (() if emblem else beside),
        emblem=emblem,
        beside=beside if emblem else (),
        mark=_mark(fund, context) if "logo" in show else None,
        remarks=inferred_notes(rule, context) if rule else (),
        sources=citations.cite(cited),
    )


def _sentences(project: Project, fund: Fund, show: tuple[str, ...], context: ViewContext) -> Iterator[str]:
    words, printed = context.words, project.printed
    co_financed = "co_financing" in show or (printed is not None and printed.co_financed)
    tense = _tense(project, context)
    if co_financed:
        yield words(f"notice.co_financed.{tense}")
    elif tense != "untensed":
        yield words(f"notice.funded.{tense}")
    money = [fund_name(fund, context)]
    if printed and printed.co_funder:
        money.append(context.say(printed.co_funder))
    yield words("notice.money", money=", ".join(money))
    if "liability_clause" in show or (printed and printed.liability_clause):
        yield words("notice.liability")


def _beside(fund: Fund, show: tuple[str, ...], context: ViewContext) -> Iterator[str]:
    """The words that a rule wants next to the emblem; among the sentences where it wants no emblem."""
    if "eu_statement" in show:
        yield context.words("notice.eu_statement")
    if "fund_name" in show and "eu_emblem" in show:  # without the emblem the money has been named already
        yield context.say(fund.name)
    if "motto" in show and fund.motto:
        yield context.words("notice.motto", motto=context.say(fund.motto))


def _mark(fund: Fund, context: ViewContext) -> FundMark:
    return FundMark(
        context.words("notice.mark_place", owner=context.say(fund.name)), record_picture(fund.mark, context)
    )


def _tense(project: Project, context: ViewContext) -> str:
    """Present while it runs, past after; without an end, the tense that the source prints, or none."""
    start, end = (project.period.start, project.period.end) if project.period else (None, None)
    if start and start.first_day() > context.today:
        return "untensed"
    if end:
        return "past" if end.last_day() < context.today else "present"
    return project.printed.tense if project.printed else "untensed"


def _rule(fund: Fund, project: Project) -> FundRule | None:
    """The rule of the time in which the project began; the fund's last one where no time is known. Only if read."""
    began = project.period.start if project.period else None
    if began is None:
        return _if_read(fund.rules[-1])
    for rule in fund.rules:
        if rule.period is None or rule.period.covers(began):
            return _if_read(rule)
    return None


def _if_read(rule: FundRule) -> FundRule | None:
    return rule if rule.read else None


# --- facts of the project ------------------------------------------------------------------------------


class _Inferred:
    """What is inferred in one notice: each reason once, with all that it holds for."""

    def __init__(self) -> None:
        self._subjects: dict[str, list[str]] = {}

    def note(self, subject: str, notes: tuple[str, ...]) -> None:
        """Remember that a fact is inferred, if it is."""
        for note in notes:
            subjects = self._subjects.setdefault(note, [])
            if subject not in subjects:
                subjects.append(subject)

    def remarks(self) -> tuple[str, ...]:
        """`Fundacja, Homo Faber. To nasz wniosek … .`"""
        return tuple(f"{', '.join(subjects)}. {note}" for note, subjects in self._subjects.items())


def _rows(
    project: Project, context: ViewContext, citations: Citations, inferred: _Inferred, at_home: bool
) -> Iterator[FactRow]:
    words = context.words
    if project.number:
        yield FactRow(words("project.number"), (Value(project.number, sources=citations.cite(project.sources)),))
    if project.period and (text := period_text(project.period, context)):
        yield FactRow(words("project.period"), (Value(text, sources=citations.cite(project.period.sources)),))
        inferred.note(words("project.period"), inferred_notes(project.period, context))
    elif at_home:
        yield FactRow(words("project.period"), (_unknown(context),))
    for role in PARTY_ROLES:
        parties = [party for party in project.parties if party.role == role]
        if parties:
            yield FactRow(words(f"project.{role}"), tuple(party_value(item, context, citations) for item in parties))
        for party in parties:
            inferred.note(party_name(party, context), inferred_notes(party, context))
    if at_home and not project.parties:
        yield FactRow(words("project.parties"), (_unknown(context),))
    if project.amount and (amount := money_value(project.amount, context, citations)):
        yield FactRow(words("project.amount"), (amount,))


def party_name(party: Party, context: ViewContext) -> str:
    """The name by which readers of the page know it: in their language, else in English."""
    return _called(party, context)[0]


def _called(party: Party, context: ViewContext) -> tuple[str, str]:
    """That name and its language."""
    is_read = party.english is None or party.language == context.locale
    return (party.name, party.language) if is_read else (str(party.english), FALLBACK)


def party_value(party: Party, context: ViewContext, citations: Citations) -> Value:
    """A party's name, with its language where that is not the page's."""
    name, spoken = _called(party, context)
    return Value(name, lang=None if spoken == context.locale else spoken, sources=citations.cite(party.sources))


def _unknown(context: ViewContext) -> Value:
    return Value(context.words("project.unknown"), certainty="unknown")


def _notes(project: Project, context: ViewContext, citations: Citations, inferred: _Inferred) -> Iterator[Value]:
    """The remarks of the record; a reason that several share is told once, after them."""
    reasons = [inferred_notes(note, context) for note in project.notes]
    for note, reason in zip(project.notes, reasons, strict=True):
        if reasons.count(reason) > 1:
            inferred.note(context.words("project.notes"), reason)
            yield Value(context.say(note.text), sources=citations.cite(note.sources))
        else:
            yield note_value(note, context, citations)
