"""A network and the city's membership in it in; the titled lists below the city's path, in two groups, out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from opencity.language.names import city_name
from opencity.register.models import Membership, Network
from opencity.register.models.facts import Assessment
from opencity.register.models.numbers import Count
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.events import events_about
from opencity.views.facts import (
    count_figure,
    duty_value,
    earlier_units,
    fact_value,
    note_value,
    parts_values,
    role_value,
    run_by_value,
    run_now,
    statement_value,
    unit_value,
    when_text,
)
from opencity.views.parts import Group, Section, known
from opencity.views.value import Value


def city_group(membership: Membership, context: ViewContext, citations: Citations) -> Group:
    """What the membership brought and asked of the city; sections without content are left out."""
    words = context.words
    duties = (duty_value(duty, context, citations) for duty in membership.duties)
    assessments = (_assessment(item, context, citations) for item in membership.assessments)
    statements = (statement_value(item, context, citations) for item in membership.statements)
    units = (unit_value(unit, context, citations) for unit in earlier_units(membership.units, context))
    own = sorted(membership.counts, key=_when_at_the_latest)
    figures = known(count_figure(count, context, citations) for count in own)
    notes = (note_value(note, context, citations) for note in membership.notes)
    sections = (
        _section("duties", duties, context),
        _section("assessments", assessments, context),
        _section("statements", statements, context),
        _section("roles", (role_value(role, context, citations) for role in membership.roles), context),
        _section("operators", (role_value(role, context, citations) for role in membership.operators), context),
        _section("units", units, context),
        Section(words("section.own_counts"), words("anchor.own_counts"), figures=tuple(figures)),
        _section("own_notes", notes, context),
    )
    title = words("section.own", city=city_name(context.city, context.locale))
    return Group(title, words("anchor.own"), _with_content(sections))


def network_group(network: Network, membership: Membership, context: ViewContext, citations: Citations) -> Group:
    """What the network is and does, whatever city speaks."""
    words = context.words
    purposes = (note_value(item, context, citations) for item in network.purposes)
    run_before = (run_by_value(item, context, citations) for item in network.run_by if not run_now(item, context))
    notes = (note_value(note, context, citations) for note in network.notes)
    counts = sorted(network.counts, key=_when_at_the_latest)
    fields = parts_values(network.areas, context, citations) if network.areas else iter(())
    places = (
        fact_value(words.ordinal("ordinal", item.number, of=context.say(item.of)), item, context, citations)
        for item in network.ordinals
    )
    sections = (
        Section(words(f"section.purposes.{network.kind.value}"), words("anchor.purposes"), tuple(purposes)),
        _section("fields", fields, context),
        _section("authorities", (role_value(role, context, citations) for role in network.authorities), context),
        _section("ordinals", places, context),
        Section(
            words("section.counts"),
            words("anchor.counts"),
            figures=tuple(known(count_figure(count, context, citations) for count in counts)),
        ),
        _section("run_before", run_before, context),
        _section("events", events_about("network", network.id, membership.acts, context, citations), context),
        _section("notes", notes, context),
    )
    return Group(words(f"section.about.{network.kind.value}"), words("anchor.about"), _with_content(sections))


def _when_at_the_latest(count: Count) -> dt.date:
    """A number of 2024 stands after one of January 2024, and one of unknown date, which is not shown, anywhere."""
    date = count.as_of.on or count.as_of.not_after or count.as_of.not_before
    return date.last_day() if date else dt.date.min


def _section(key: str, values: Iterable[Value], context: ViewContext) -> Section:
    return Section(context.words(f"section.{key}"), context.words(f"anchor.{key}"), tuple(values))


def _with_content(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.values or section.figures)


def _assessment(item: Assessment, context: ViewContext, citations: Citations) -> Value:
    words = context.words
    date, _ = when_text(item.presented, context)
    text = words("assessment", name=context.say(item.name), edition=context.say(item.edition), date=date)
    if item.scores:
        scores = (
            words("scores.score", name=name.replace("-", " "), number=words.number(score))
            for name, score in item.scores.items()
        )
        text = f"{text} {words('scores.phrase', scores='; '.join(scores))}"
    if item.scores_missing:
        text = f"{text} {words(f'scores.{item.scores_missing}')}"
    return fact_value(text, item, context, citations)
