"""A seed that never changes in; a `data/` folder of 5,000 valid records, about 2.7 MB of YAML, out.

The mix is that of a register of all Polish cities in a few years: every city in every network with its acts,
dated events, documents, and sources that are all cited. The pages are the few without which the check would warn.
"""

from __future__ import annotations

import random

from .words import SENTENCES, TOPICS, Pair

Files = dict[str, str]

CITIES = 75
NETWORKS = 20
EVENTS = 1700
DOCUMENTS = 105
SOURCES = 1600
RECORDS = CITIES * NETWORKS + CITIES + NETWORKS + EVENTS + DOCUMENTS + SOURCES

_SITE = """\
city: miasto-00
standing: demonstration
title: { pl: Miasto w sieciach, en: A city in networks }
description: { pl: Krótki opis, en: A short description }
address: https://miasto.example/
publisher: { pl: Wydawca, en: Publisher }
licence: { pl: CC BY 4.0, en: CC BY 4.0 }
contact: { email: kontakt@miasto.example }
colours: { accent: "#12508f", accent_dark: "#8fbcf0" }
"""


def synthetic_register() -> Files:
    """The files of the register, its settings and its few pages."""
    files = {"data/site.yml": _SITE}
    events = [_event_id(number) for number in range(EVENTS)]
    for number in range(EVENTS):
        files[f"data/cities/{_city(number % CITIES)}/events/{events[number]}.yml"] = _event(number)
    for city in range(CITIES):
        files[f"data/cities/{_city(city)}/city.yml"] = _city_record(city)
        for network in range(NETWORKS):
            path = f"data/cities/{_city(city)}/memberships/{_network(network)}.yml"
            files[path] = _membership(city, network, events[(city * NETWORKS + network) % EVENTS])
    for number in range(NETWORKS):
        files[f"data/networks/{_network(number)}.yml"] = _network_record(number)
    for number in range(DOCUMENTS):
        files[f"data/documents/{_document(number)}.yml"] = _document_record(number)
    for first in range(0, SOURCES, 100):
        files[f"data/sources/temat-{first // 100:02d}.yml"] = "\n".join(_source(first + step) for step in range(100))
    return files | _pages()


def _pages() -> Files:
    files = {}
    for locale, title in (("pl", "Strona główna"), ("en", "Home")):
        files[f"docs/{locale}/index.md"] = f"---\ntitle: {title}\n---\n\nText.\n"
        files[f"docs/{locale}/sieci/index.md"] = f"---\ntitle: {title} 2\n---\n\nText.\n"
        for number in range(NETWORKS):
            files[f"docs/{locale}/sieci/{_network(number)}.md"] = f"---\nnetwork: {_network(number)}\n---\n\nText.\n"
    return files


def _city(number: int) -> str:
    return f"miasto-{number:02d}"


def _network(number: int) -> str:
    return f"siec-{number:02d}"


def _document(number: int) -> str:
    return f"uchwala-{number:03d}"


def _event_day(number: int) -> str:
    return f"{2008 + number % 18}-{1 + number % 12:02d}-{1 + number % 27:02d}"


def _event_id(number: int) -> str:
    return f"{_event_day(number)}-spotkanie-{number}"


def _sources(*numbers: int) -> str:
    return f"sources: [{', '.join(f'zrodlo-{number % SOURCES:04d}' for number in numbers)}]"


def _text(pair: Pair, indent: str) -> str:
    return f'{indent}pl: "{pair[0]}"\n{indent}en: "{pair[1]}"'


def _city_record(number: int) -> str:
    name = f"Nowy Brzeg {number}"
    cases = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative")
    forms = "\n".join(f"  {case}: {name}" for case in cases)
    return (
        f"id: {_city(number)}\npl:\n{forms}\nen: {name}\npreposition: w\nadjective: nowobrzeski\nverb: masculine\n"
        f'terc: "{1000011 + number}"\nsite: https://miasto-{number}.example/\nverified: 2026-11-20\n'
        f"{_sources(number, number + 1)}\n"
    )


def _network_record(number: int) -> str:
    chance = random.Random(f"network {number}")
    summary, purpose = chance.sample(SENTENCES, 2)
    return f"""\
id: {_network(number)}
kind: {("network", "association", "charter", "title")[number % 4]}
label: {{ pl: Sieć {number}, en: Network {number} }}
names:
  - {{ pl: Sieć Miast {number}, en: Network of Cities {number}, from: 1990, {_sources(number)} }}
abbreviation: {{ text: NC{number}, language: en }}
scope: {("international", "national")[number % 2]}
summary:
{_text(summary, "  ")}
history:
  - id: founding
    kind: founding
    date: {1980 + number}
    text: {{ pl: Powstaje sieć., en: The network is founded. }}
    {_sources(number, number + 7)}
purposes:
  - text:
{_text(purpose, "      ")}
    {_sources(number + 3)}
counts:
  - {{ value: {100 + number}, unit: cities, operator: more_than, as_of: 2025-10, {_sources(number)} }}
"""


def _membership(city: int, network: int, event: str) -> str:
    """A path of two acts; every fourth is told in full, as those of the cities that speak for themselves are."""
    number = city * NETWORKS + network
    chance = random.Random(f"membership {number}")
    purpose, applies, admitted, note = chance.sample(SENTENCES, 4)
    year = 1994 + number % 20
    short = f"""\
network: {_network(network)}
acts:
  - id: resolution
    kind: council_resolution
    effect: applies
    date: {year}-03-{1 + number % 28:02d}
    number: X/{number}/{year % 100:02d}
    document: {_document(number % DOCUMENTS)}
    text:
{_text(applies, "      ")}
    {_sources(number, number + 11)}
  - id: admission
    kind: admission
    effect: accedes
    tie: {("member", "associate_member", "signatory")[number % 3]}
    date: {year + 1}-09
    legal_basis: [resolution]
    {_sources(number + 5)}
"""
    return short + (_told_in_full(number, year, event, (purpose, admitted, note)) if number % 4 == 0 else "")


def _told_in_full(number: int, year: int, event: str, texts: tuple[Pair, Pair, Pair]) -> str:
    """What continues a path in the file: more acts, then what usually stands beside them."""
    purpose, mentioned, note = texts
    return f"""\
  - id: newsletter
    kind: announcement
    date: {year + 2}
    text:
{_text(mentioned, "      ")}
    {_sources(number, number + 2)}
  - id: meeting
    kind: event
    date: {{ start: {year + 12}-09-29, end: {year + 12}-10-02 }}
    place: {{ pl: Urząd Miasta, en: City Hall }}
    people:
      - {{ name: Anna Nowak, office: {{ pl: zastępczyni prezydenta, en: Deputy Mayor }} }}
    event: {event}
    text: {{ pl: Miasto gości spotkanie sieci., en: The city hosts a meeting of the network. }}
    {_sources(number + 1)}
purpose:
{_text(purpose, "  ")}
ordinals:
  - number: {1 + number % 150}
    scope: network
    of: {{ pl: miasto w sieci, en: city in the network }}
    {_sources(number)}
observations:
  - {{ tie: member, as_of: 2025-10, {_sources(number + 9)} }}
units:
  - name:
      pl: "Wydział Polityki Społecznej, Równości i Zdrowia"
      en: "Department of Social Policy, Equality and Health"
    as_of: 2025-10
    {_sources(number + 4)}
notes:
  - text:
{_text(note, "      ")}
    {_sources(number + 6)}
"""


def _event(number: int) -> str:
    chance = random.Random(f"event {number}")
    title, summary = chance.choice(TOPICS), chance.choice(SENTENCES)
    return f"""\
id: {_event_id(number)}
title:
{_text(title, "  ")}
start: {_event_day(number)}
place: {{ pl: Urząd Miasta, en: City Hall }}
cities: [{_city(number % CITIES)}]
networks: [{_network(number % NETWORKS)}]
summary:
{_text(summary, "  ")}
{_sources(number, number + 13)}
"""


def _document_record(number: int) -> str:
    return f"""\
id: {_document(number)}
kind: resolution
title:
  pl: Uchwała nr X/{number}/12 Rady Miasta w sprawie przystąpienia do sieci miast
  en: Resolution X/{number}/12 of the City Council on joining a network of cities
language: pl
number: X/{number}/12
date: 2012-{1 + number % 12:02d}-{1 + number % 28:02d}
issuer: {{ pl: Rada Miasta, en: City Council }}
cities: [{_city(number % CITIES)}]
{_sources(number)}
"""


def _source(number: int) -> str:
    return f"""\
zrodlo-{number:04d}:
  title: "Wiadomość {number}: miasto w międzynarodowej sieci"
  publisher: Urząd Miasta
  language: [{("pl", "en", "de")[number % 3]}]
  address: https://www.miasto.example/aktualnosci/{246000 + number},26,komunikat.html
  published: {2010 + number % 16}-{1 + number % 12:02d}
  read: 2026-11-20
"""
