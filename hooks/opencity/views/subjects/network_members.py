"""A network in; the register's cities in it as a table, and the other members that sources name, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from opencity.language.names import city_name
from opencity.language.sorting import SortKey
from opencity.pages.anchors import record_anchor
from opencity.register.joining import Place, places
from opencity.register.models import Membership, Network
from opencity.register.models.network import MemberCity, Members
from opencity.register.presence import Presence, complete_list, newest_first, presence
from opencity.register.standing import Standing, entry_order, standing
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.facts import as_of_text, fact_value, inferred_notes
from opencity.views.membership_facts import PLAIN_TIE, changed_tie_value, dated_tie_value, since_value
from opencity.views.subjects.city_in_network import known_of, list_date
from opencity.views.subjects.register_table import Cell, Row
from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class CitiesOfNetwork:
    """The register's cities in a network: a table, those that are not in yet or not for certain, and a remark on both.

    `note` says whether the list is complete and as of when; `in_all` leads to the table of all networks.
    """

    title: str
    anchor: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    outside: tuple[Value, ...]
    note: Value
    in_all: str | None


@dataclass(frozen=True, slots=True)
class Country:
    """The member cities that a source names in one country; without a name where it does not say which."""

    name: str
    cities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedMembers:
    """One list of members: what it lists, as of when, whether it is complete; its cities by country, or countries."""

    about: Value
    by_country: tuple[Country, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherMembers:
    """The members that sources name besides the register's cities."""

    title: str
    anchor: str
    lists: tuple[NamedMembers, ...]


def cities_of_network(network: Network, context: ViewContext, citations: Citations) -> CitiesOfNetwork | None:
    """The register's cities in a network, earliest first; None where none is known."""
    found = [(city, presence(context.registry, city, network.id)) for city in context.registry.cities]
    members = [city for city, answer in found if answer.answer in ("yes", "former")]
    outside = [city for city, answer in found if answer.answer in ("proposed", "unclear")]
    if not members and not outside:
        return None
    words = context.words
    counted = places(context.registry, network.id)
    members.sort(key=lambda city: (_entry_order(city, network.id, context), _sort_key(city, context)))
    outside.sort(key=lambda city: _sort_key(city, context))
    orders = {city: _order(city, network, counted.get(city), context) for city in members}
    ordered = any(order.texts for order in orders.values())
    rows = tuple(_row(city, network, orders[city] if ordered else None, context, citations) for city in members)
    heads = ("register.since", *(("cities.order",) if ordered else ()), "register.tie", "register.sources")
    return CitiesOfNetwork(
        title=words(f"section.cities.{network.kind.value}"),
        anchor=words("anchor.cities"),
        caption=words("cities.by_date" if members[1:] else "cities.only_one"),
        columns=(words("cities.city"), *(words(head) for head in heads)),
        rows=rows,
        outside=tuple(_outside(city, network, context, citations) for city in outside),
        note=_completeness(network, context, citations),
        in_all=context.page_in_role("cities"),
    )


def other_members(network: Network, context: ViewContext, citations: Citations) -> OtherMembers | None:
    """The members outside the register that sources name, the newest list first; None where none is named."""
    named = (_named(members, context, citations) for members in newest_first(network.members))
    lists = tuple(item for item in named if item is not None)
    if not lists:
        return None
    words = context.words
    return OtherMembers(words(f"section.members.{network.kind.value}"), words("anchor.members"), lists)


def _sort_key(city: str, context: ViewContext) -> tuple[SortKey, str]:
    return context.words.sort_key(_name(city, context))


def _name(city: str, context: ViewContext) -> str:
    return city_name(context.registry.cities[city].record, context.locale)


def _path(city: str, network: str, context: ViewContext) -> tuple[Membership, Standing] | None:
    """A city's own path in the network, where it says that the city is or was in."""
    membership = context.registry.membership(city, network)
    now = standing(membership) if membership else None
    return (membership, now) if membership and now and now.tie is not None else None


def _entry_order(city: str, network: str, context: ViewContext) -> tuple[int, ...]:
    path = _path(city, network, context)
    return entry_order(path[1]) if path else (1,)


def _row(city: str, network: Network, order: _Order | None, context: ViewContext, citations: Citations) -> Row:
    words, path = context.words, _path(city, network.id, context)
    answer = presence(context.registry, city, network.id)
    since = _since(path, answer, context, citations)
    cells = [Cell(words("register.since"), since)]
    if order is not None:
        cells.append(Cell(words("cities.order"), _order_value(order, context, citations)))
    cells.append(Cell(words("register.tie"), _tie(path, network, context, citations)))
    if path is None:
        listed = next(members for members in newest_first(network.members) if _member_of(city, members))
        cells[-1] = replace(cells[-1], value=replace(cells[-1].value, remarks=inferred_notes(listed, context)))
    speaks, anchor = city == context.registry.site.city, record_anchor("row", city, words)
    return Row(Value(_name(city, context)), tuple(cells), speaks, (network.id,), anchor)


def _member_of(city: str, members: Members) -> MemberCity | None:
    return next((member for member in members.cities if member.city == city), None)


def _since(
    path: tuple[Membership, Standing] | None, answer: Presence, context: ViewContext, citations: Citations
) -> Value:
    """Since when; of a city that a source only names, as of when it does."""
    since = since_value(path[1], context, citations) if path else None
    if since is not None and since.certainty != "unknown":
        return since
    as_of = as_of_text(answer.as_of, context) if answer.as_of else None
    words = context.words
    text = words("cities.unknown_since", as_of=as_of) if as_of else words("since.unknown")
    return Value(text, certainty="unknown", sources=citations.cite(answer.sources))


def _tie(
    path: tuple[Membership, Standing] | None, network: Network, context: ViewContext, citations: Citations
) -> Value:
    if path is None:
        return Value(context.words(f"tie.{PLAIN_TIE[network.kind].value}"))
    membership, now = path
    if now.ended is not None:
        return dated_tie_value(now, context, citations)
    return changed_tie_value(membership, now, context)


@dataclass(frozen=True, slots=True)
class _Order:
    """A city's place in the order of joining, as far as anything gives it."""

    texts: tuple[str, ...]
    sources: tuple[str, ...]
    remarks: tuple[str, ...]


def _order(city: str, network: Network, place: Place | None, context: ViewContext) -> _Order:
    """What the city's path says, what a list says, and, over a complete list alone, what the dates give."""
    words = context.words
    membership = context.registry.membership(city, network.id)
    told = membership.ordinals if membership else ()
    texts = [words.ordinal("ordinal", item.number, of=context.say(item.of)) for item in told]
    sources = [source for item in told for source in item.sources]
    remarks = [remark for item in told for remark in inferred_notes(item, context)]
    numbers = {item.number for item in told}
    for members in network.members:
        member = _member_of(city, members)
        if member is not None and member.ordinal is not None and member.ordinal not in numbers:
            numbers.add(member.ordinal)
            texts.append(words.ordinal("ordinal", member.ordinal, of=words("cities.on_list")))
            sources += members.sources
    if place is not None and not any(item.scope == "network" for item in told):
        of = words("cities.by_dates", as_of=list_date(place.members, context))
        text = words.ordinal("ordinal", place.number, of=of)
        texts.append(words("cities.jointly", place=text) if place.jointly else text)
        sources += place.members.sources
    return _Order(tuple(texts), tuple(sources), tuple(remarks))


def _order_value(order: _Order, context: ViewContext, citations: Citations) -> Value:
    if not order.texts:
        return Value(context.words("cities.order_unknown"), certainty="unknown")
    return Value("; ".join(order.texts), remarks=order.remarks, sources=citations.cite(order.sources))


def _outside(city: str, network: Network, context: ViewContext, citations: Citations) -> Value:
    """A city that is proposed, or of which sources disagree: its name, when, and what the source says."""
    path = _path(city, network.id, context)
    seen = path[1].last_seen if path else None
    found = known_of(city, network.id, context, citations)
    words = context.words
    lines = [line.text for line in found.lines]
    label = words("cities.dated_name", name=_name(city, context), date=lines[1]) if lines[1:] else _name(city, context)
    if found.state == "unclear":
        return Value(words("cities.unclear"), label=label, sources=found.sources)
    text = context.say(seen.text) if seen and seen.text else lines[0]
    return Value(text, label=label, sources=found.sources, remarks=inferred_notes(seen, context) if seen else ())


def _completeness(network: Network, context: ViewContext, citations: Citations) -> Value:
    """Whether all are there: a complete list with its date, else the newest list that names any of the cities."""
    words = context.words
    complete = complete_list(network.members)
    if complete is not None:
        text = words("cities.complete", as_of=list_date(complete, context))
        return fact_value(text, complete, context, citations)
    for members in newest_first(network.members):
        if members.as_of.is_known and any(member.city for member in members.cities):
            text = words("cities.newest_list", as_of=list_date(members, context))
            return fact_value(text, members, context, citations)
    return Value(words("cities.incomplete"))


def _named(members: Members, context: ViewContext, citations: Citations) -> NamedMembers | None:
    cities = [member for member in members.cities if member.city is None]
    if not cities and not members.countries:
        return None
    words = context.words
    what = words("cities.named.cities") if cities else words("cities.named.countries")
    text = words(
        "cities.about_list",
        of=context.say(members.of) if members.of else what,
        as_of=list_date(members, context),
        list=words("cities.list.complete") if members.list_complete else words("cities.list.part"),
    )
    return NamedMembers(
        about=fact_value(text, members, context, citations),
        by_country=tuple(_by_country(cities, context)),
        countries=tuple(_sorted((context.say(country) for country in members.countries), context)),
    )


def _by_country(cities: list[MemberCity], context: ViewContext) -> Iterator[Country]:
    """The cities under their countries, both sorted as the language sorts; those without a country last."""
    grouped: dict[str, list[str]] = {}
    for city in cities:
        country = context.say(city.country) if city.country else ""
        grouped.setdefault(country, []).append(_with_ordinal(city, context))
    for country in _sorted((name for name in grouped if name), context):
        yield Country(country, tuple(_sorted(grouped[country], context)))
    if "" in grouped:
        named = context.words("cities.no_country") if len(grouped) > 1 else ""
        yield Country(named, tuple(_sorted(grouped[""], context)))


def _with_ordinal(city: MemberCity, context: ViewContext) -> str:
    name = context.say(city.name)
    if city.ordinal is None:
        return name
    ordinal = context.words.ordinal("ordinal", city.ordinal, of=context.words("cities.on_list"))
    return context.words("cities.ordinal", name=name, ordinal=ordinal)


def _sorted(names: Iterable[str], context: ViewContext) -> list[str]:
    return sorted(names, key=context.words.sort_key)
