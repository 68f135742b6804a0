"""The register's projects and funds in; the page of all projects, grouped by whose they are, and of all funds, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from opencity.language.names import genitive
from opencity.pages.anchors import record_anchor
from opencity.register.models import Fund, FundRule, Project
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.facts import fact_value, money_value, network_name, note_value
from opencity.views.notices import (
    Notice,
    fund_abbreviation,
    fund_letters,
    period_text,
    project_notice,
)
from opencity.views.parts import FactRow, known
from opencity.views.value import Value

GROUPS = ("own", "cities", "others")
"""Projects in which the speaking city takes part, those of other cities, and the rest."""


@dataclass(frozen=True, slots=True)
class ProjectGroup:
    """Projects under one heading, newest first. `words` says what the sources say of the city's part, where needed."""

    title: str
    anchor: str
    words: str
    projects: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class FundEntry:
    """What the register holds of a fund."""

    anchor: str
    name: Value
    rows: tuple[FactRow, ...]
    notes: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ProjectsView:
    """The page of projects; `named` are all whose notices stand on it."""

    groups: tuple[ProjectGroup, ...]
    funds: tuple[FundEntry, ...]
    named: tuple[str, ...]


def projects_view(context: ViewContext, citations: Citations) -> ProjectsView:
    """Compose the page, in the order of reading."""
    groups = tuple(_groups(context, citations))
    funds = sorted(
        (item.record for item in context.registry.funds.values()),
        key=lambda fund: (context.words.sort_key(context.say(fund.name)), fund.id),
    )
    entries = tuple(_fund(fund, context, citations) for fund in funds)
    return ProjectsView(groups, entries, tuple(context.registry.projects))


def _groups(context: ViewContext, citations: Citations) -> Iterator[ProjectGroup]:
    words, projects = context.words, [item.record for item in context.registry.projects.values()]
    city = genitive(context.city, context.words)
    for group in GROUPS:
        members = sorted((item for item in projects if _whose(item, context) == group), key=_newest_first)
        if members:
            yield ProjectGroup(
                title=words(f"projects.{group}", city=city),
                anchor=words(f"anchor.projects_{group}"),
                words=words(f"projects.{group}_words", city=city),
                projects=tuple(_project(item, context, citations) for item in members),
            )


def _whose(project: Project, context: ViewContext) -> str:
    """In which group a project stands. A city that is one partner among others does not make it that city's."""
    if context.registry.site.city in project.all_cities:
        return "own"
    leading = {party.city for party in project.parties if party.city and party.role != "partner"}
    return "cities" if project.cities or leading else "others"


def _newest_first(project: Project) -> tuple[tuple[int, ...], str]:
    """By the date it began, or ended where only that is known; those without a date stand last."""
    date = (project.period.start or project.period.end) if project.period else None
    return tuple(-part for part in (date.parts if date else ())) or (0,), project.id


def _project(project: Project, context: ViewContext, citations: Citations) -> Notice:
    words, registry = context.words, context.registry
    fund = registry.funds[project.fund].record
    name = fund_letters(fund, context)
    if time := period_text(fund.period, context):
        name = words("unit.phrase", name=name, times=time)
    link = Value(name, href=f"#{record_anchor('fund', fund.id, context.words)}")
    belongs = (*_networks(project, context), *_programmes(project, context))
    after = (
        FactRow(words("project.belongs"), belongs),
        FactRow(words("project.printed"), tuple(_printed(project, context, citations))),
        FactRow(words("project.same_name"), tuple(_same_name(project, context))),
    )
    return project_notice(
        project,
        context,
        citations,
        before=(FactRow(words("project.fund"), (link,)),),
        after=tuple(row for row in after if row.values),
        at_home=True,
    )


def _networks(project: Project, context: ViewContext) -> Iterator[Value]:
    for identity in project.networks:
        value = network_name(context.registry.networks[identity].record, context)
        yield replace(value, href=context.page_about("network", identity))


def _programmes(project: Project, context: ViewContext) -> Iterator[Value]:
    for identity in project.programmes:
        programme = context.registry.programmes[identity].record
        href = context.page_about("programme", identity)
        yield Value(context.say(programme.name), href=href)


def _printed(project: Project, context: ViewContext, citations: Citations) -> Iterator[Value]:
    """Who prints the notice whose words ours repeats."""
    for identity in project.printed.sources if project.printed else ():
        publisher = context.registry.sources[identity].record.publisher
        yield Value(publisher, sources=citations.cite((identity,)))


def _same_name(project: Project, context: ViewContext) -> Iterator[Value]:
    """Other projects of the same name, told apart by their fund."""
    registry = context.registry
    for identity, item in registry.projects.items():
        if identity != project.id and context.say(item.record.name) == context.say(project.name):
            fund = registry.funds[item.record.fund].record
            href = f"#{record_anchor('project', identity, context.words)}"
            yield Value(fund_letters(fund, context), lang=_lang(fund, context), href=href)


def _lang(fund: Fund, context: ViewContext) -> str | None:
    """The language of the fund's letters, where it is not the page's."""
    short = fund_abbreviation(fund, context)
    return None if short is None or short.language == context.locale else short.language


# --- funds ---------------------------------------------------------------------------------------------


def _fund(fund: Fund, context: ViewContext, citations: Citations) -> FundEntry:
    short = fund_abbreviation(fund, context)
    name = Value(_told_apart(fund, context), abbreviation=short.text if short else None)
    rows = tuple(row for row in _fund_rows(fund, context, citations) if row.values)
    notes = tuple(note_value(note, context, citations) for note in fund.notes)
    return FundEntry(record_anchor("fund", fund.id, context.words), name, rows, notes)


def _told_apart(fund: Fund, context: ViewContext) -> str:
    """The name of the fund, with its years where another fund bears it, too: one for each budget of the Union."""
    name = context.say(fund.name)
    bearers = sum(context.say(item.record.name) == name for item in context.registry.funds.values())
    time = period_text(fund.period, context)
    return context.words("unit.phrase", name=name, times=time) if bearers > 1 and time else name


def _fund_rows(fund: Fund, context: ViewContext, citations: Citations) -> Iterator[FactRow]:
    words, cited = context.words, citations.cite(fund.sources)
    if fund.programme:
        programme = Value(context.say(fund.programme), sources=cited)
        yield FactRow(words("fund.programme"), (programme,))
    if time := period_text(fund.period, context):
        yield FactRow(words("fund.period"), (Value(time, sources=cited),))
    donors = [context.say(donor) for donor in fund.donors]
    if fund.european_union:
        donors.insert(0, words("fund.european_union"))
    if donors:
        yield FactRow(words("fund.donors"), (Value(words.listed(donors), sources=cited),))
    yield FactRow(words("fund.budget"), tuple(known(money_value(item, context, citations) for item in fund.budgets)))
    yield FactRow(words("fund.authorities"), tuple(note_value(note, context, citations) for note in fund.authorities))
    yield FactRow(words("fund.legal_acts"), tuple(note_value(note, context, citations) for note in fund.legal_acts))
    yield FactRow(words("fund.rules"), tuple(_rule(rule, context, citations) for rule in fund.rules))
    yield FactRow(words("fund.projects"), tuple(_projects_of(fund, context)))


def _rule(rule: FundRule, context: ViewContext, citations: Citations) -> Value:
    """What a beneficiary must show; a rule that nobody has read is said to be that."""
    if not rule.read:
        return Value(context.words("fund.rule_unread"), certainty="unknown")
    text = context.say(rule.text) if rule.text else ", ".join(context.words(f"show.{item}") for item in rule.show)
    return fact_value(text, rule, context, citations)


def _projects_of(fund: Fund, context: ViewContext) -> Iterator[Value]:
    for identity, item in context.registry.projects.items():
        name = item.record.name
        if item.record.fund == fund.id:
            href = f"#{record_anchor('project', identity, context.words)}"
            yield Value(context.say(name), href=href)
