"""The speaking city's register in; the home page out: one sentence, the latest acts, the list."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from opencity.dates import PartialDate
from opencity.language.names import in_city, sentence
from opencity.register.models import Act, Event, NetworkKind
from opencity.register.standing import Standing, entry_order, standing
from opencity.views.context import ViewContext
from opencity.views.events import article_link, event_text
from opencity.views.facts import inferred_notes, when_text
from opencity.views.labels import network_link, programme_link
from opencity.views.membership_facts import since_phrase
from opencity.views.subjects.programme_page import adopting_act
from opencity.views.value import Value

LATEST = 3
LATELY = 10
"""What is more years old than this did not happen lately, even where nothing newer is known."""


@dataclass(frozen=True, slots=True)
class Card:
    """One membership or programme at a glance."""

    name: Value
    tie: str
    since: Value


@dataclass(frozen=True, slots=True)
class LatestAct:
    """Something that happened lately."""

    date: str
    datetime: str | None
    text: str
    subject: Value | None
    article: Value | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page. `sentence` is computed, never typed."""

    sentence: str
    latest: tuple[LatestAct, ...]
    latest_title: str
    cards: tuple[Card, ...]


def home_view(context: ViewContext) -> HomeView:
    """What the city belongs to, what happened last, where to go."""
    registry, words = context.registry, context.words
    standings = {membership.network: standing(membership) for membership in registry.memberships_of(registry.site.city)}
    members = {network: now for network, now in standings.items() if now.is_member}
    return HomeView(
        sentence=" ".join(text for text in (_sentence(members, context), _longest(members, context)) if text),
        latest=_latest(context),
        latest_title=words("home.latest", in_city=in_city(registry.city, words)),
        cards=_cards(members, context),
    )


def _sentence(members: dict[str, Standing], context: ViewContext) -> str:
    """`Kraków należy do siedmiu sieci i związków, podpisał jedną kartę i ma jeden własny program.`"""
    words, registry = context.words, context.registry
    kinds = Counter(registry.networks[network].record.kind for network in members)
    networks, associations = kinds[NetworkKind.NETWORK], kinds[NetworkKind.ASSOCIATION]
    both = bool(networks and associations)
    amounts = [
        ("both" if both else "associations" if associations else "networks", networks + associations),
        ("charters", kinds[NetworkKind.CHARTER]),
        ("titles", kinds[NetworkKind.TITLE]),
        ("programmes", len(registry.programmes_of(registry.site.city))),
    ]
    there = {key: amount for key, amount in amounts if amount}
    parts = [_clause(key, amount, context, alone="titles" not in there) for key, amount in there.items()]
    if not parts:
        return words("home.none")
    beside = both and len(parts) == 2  # the first part has an "and" of its own
    what = words("home.beside", first=parts[0], last=parts[1]) if beside else words.listed(parts)
    return sentence("home.sentence", context.city, words, what=what)


def _clause(key: str, amount: int, context: ViewContext, *, alone: bool) -> str:
    """`należy do siedmiu sieci i związków`. Programmes that follow titles share their verb: `ma jeden tytuł i …`"""
    words = context.words
    numeral = f"numeral.{words(f'home.{key}.gender')}.{amount}"
    number = words(numeral) if words.has(numeral) else words.number(amount)
    noun = words.plural(f"home.{key}.noun", amount)
    if key == "programmes" and not alone:
        return f"{number} {noun}"
    return sentence(f"home.{key}.clause", context.city, words, amount=f"{number} {noun}")


def _longest(members: dict[str, Standing], context: ViewContext) -> str | None:
    """The membership that began first and was never inferred to have lapsed.

    Nothing is the longest by itself, nor beside one that may have begun at any time.
    """
    unbroken = {network: now for network, now in members.items() if now.since and not now.is_again}
    if len(members) < 2 or not unbroken or not all(now.since for now in members.values()):
        return None
    network = min(unbroken, key=lambda key: entry_order(unbroken[key]))
    since = unbroken[network].since
    assert since is not None
    name = context.say(context.registry.networks[network].record.label)
    return context.words("home.longest", name=name, since=context.dates.since(since.value.first))


def _latest(context: ViewContext) -> tuple[LatestAct, ...]:
    """The newest acts of the city's paths, and its own events that no act tells already; nothing still to come.

    A date of a year alone comes after the dates within that year. A city of which little is known has a short list,
    or none, rather than one that calls 1993 late.
    """
    registry, city = context.registry, context.registry.site.city
    told: list[tuple[PartialDate, str, LatestAct]] = []
    for membership in registry.memberships_of(city):
        told += _acts(membership.acts, network_link(membership.network, context, letters=True), context)
    for programme in registry.programmes_of(city):
        told += _acts(programme.acts, programme_link(programme.id, context), context)
    known = {identity for _, identity, _ in told}
    for identity, item in registry.events.items():
        if item.city == city and identity not in known and item.record.start.first_day() <= context.today:
            told.append((item.record.last, identity, _event(item.record, context)))
    told = [one for one in told if context.today.year - one[0].year <= LATELY]
    told.sort(key=lambda one: one[0].parts, reverse=True)
    return tuple(latest for _, _, latest in told[:LATEST])


def _acts(acts: tuple[Act, ...], subject: Value, context: ViewContext) -> list[tuple[PartialDate, str, LatestAct]]:
    found = []
    for act in acts:
        if act.date is None or act.text is None or act.date.value.is_bounded:
            continue
        if act.date.value.first.first_day() <= context.today:
            date, machine = when_text(act.date.value, context)
            article = article_link(act.event, context)
            latest = LatestAct(date, machine, context.say(act.text), subject, article, inferred_notes(act, context))
            found.append((act.date.value.last, act.event or "", latest))
    return found


def _event(event: Event, context: ViewContext) -> LatestAct:
    subject = next((network_link(network, context, letters=True) for network in event.networks), None)
    date = context.dates.span(event.start, event.last)
    machine = event.start.isoformat() if event.end is None else None
    text, article = event_text(event, context, in_full=False), article_link(event.id, context)
    return LatestAct(date, machine, text, subject, article, inferred_notes(event, context))


def _cards(members: dict[str, Standing], context: ViewContext) -> tuple[Card, ...]:
    """The memberships as the language sorts them, then the city's own programmes.

    That a membership is one "again" is inferred, and there is no room here to say why: its own page does.
    """
    cards = []
    for network, now in members.items():
        since = since_phrase(now.since.value if now.since else None, context)
        tie = context.words(f"tie.{now.tie.value}") if now.tie else ""
        cards.append(Card(network_link(network, context, letters=True), tie, since))
    cards.sort(key=lambda card: context.words.sort_key(card.name.text))
    for programme in context.registry.programmes_of(context.registry.site.city):
        adopting = adopting_act(programme)
        since = since_phrase(adopting.date.value if adopting and adopting.date else None, context)
        cards.append(Card(programme_link(programme.id, context), context.words(f"kind.{programme.kind.value}"), since))
    return tuple(cards)
