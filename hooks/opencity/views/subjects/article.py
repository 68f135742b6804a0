"""A page about an event in; everything it shows besides the editor's prose out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from opencity.language.names import city_name
from opencity.pages.page import Page
from opencity.register.models import Event
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.documents import document_value
from opencity.views.events import event_of
from opencity.views.facts import count_value, inferred_notes, note_value, person_words
from opencity.views.labels import page_title
from opencity.views.parts import FactRow, Section, known
from opencity.views.pictures import Shown, record_picture
from opencity.views.subjects.news import (
    Teaser,
    event_date,
    network_links,
    programme_links,
    related,
    teaser,
)
from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article's page. `newer` and `older` are its neighbours in the archive."""

    kind: str
    name: Value
    summary: str | None
    panel: tuple[FactRow, ...]
    picture: Shown | None
    notes: tuple[Section, ...]
    related: tuple[Teaser, ...]
    newer: Value | None
    older: Value | None
    archive: str | None


def article_view(page: Page, context: ViewContext, citations: Citations) -> ArticleView:
    """Compose the page, in the order of reading."""
    event = event_of(page, context)
    panel = tuple(row for row in _panel(event, context, citations) if row.values)
    notes = tuple(note_value(note, context, citations) for note in event.notes)
    words = context.words
    newer, older = _neighbours(page, context)
    return ArticleView(
        kind=words("kind.event"),
        name=Value(page_title(page, context)),
        summary=context.say(event.summary) if event.summary else None,
        panel=panel,
        picture=record_picture(event.picture, context),
        notes=(Section(words("section.notes"), words("anchor.notes"), notes),) if notes else (),
        related=_related(event, context),
        newer=newer,
        older=older,
        archive=context.page_in_role("news"),
    )


def _panel(event: Event, context: ViewContext, citations: Citations) -> Iterator[FactRow]:
    """The facts of the record. Its sources stand at the end of each line, since they are the record's as a whole."""
    words, numbers = context.words, citations.cite(event.sources)
    remarks = ((words("event.planned"),) if event.planned_only else ()) + inferred_notes(event, context)
    yield FactRow(words("fact.when"), (replace(event_date(event, context), sources=numbers, remarks=remarks),))
    if event.place:
        place = Value(context.say(event.place), sources=numbers)
        yield FactRow(words("fact.where"), (place,))
    if any(city != context.registry.site.city for city in event.cities):
        yield FactRow(words("fact.cities"), _cited(_cities(event, context), numbers))
    yield FactRow(words("fact.networks"), tuple(network_links(event, context)))
    yield FactRow(words("fact.programmes"), tuple(programme_links(event, context)))
    people = tuple(Value(person_words(person, context)) for person in event.people)
    if people:
        people = (*people[:-1], replace(people[-1], remarks=(words("event.offices"),)))
    yield FactRow(words("fact.people"), _cited(people, numbers))
    topics = tuple(Value(context.say(topic)) for topic in event.topics)
    yield FactRow(words("fact.topics"), _cited(topics, numbers))
    yield FactRow(words("fact.counts"), tuple(known(count_value(count, context, citations) for count in event.counts)))
    yield FactRow(words("fact.documents"), tuple(_documents(event, context)))


def _cited(values: tuple[Value, ...], numbers: tuple[int, ...]) -> tuple[Value, ...]:
    """A list with its sources at its end."""
    return (*values[:-1], replace(values[-1], sources=numbers)) if values else ()


def _cities(event: Event, context: ViewContext) -> tuple[Value, ...]:
    cities = context.registry.cities
    return tuple(Value(city_name(cities[city].record, context.locale)) for city in event.cities)


def _documents(event: Event, context: ViewContext) -> Iterator[Value]:
    return (document_value(context.registry.documents[identity].record, context) for identity in event.documents)


def _related(event: Event, context: ViewContext) -> tuple[Teaser, ...]:
    articles = {event_of(page, context).id: page for page in context.news}
    others = (event_of(page, context) for page in context.news)
    return tuple(replace(teaser(articles[other.id], context), picture=None) for other in related(event, others))


def _neighbours(page: Page, context: ViewContext) -> tuple[Value | None, Value | None]:
    """The articles before and after in the archive: the newer first."""
    at = next(index for index, each in enumerate(context.news) if each is page)
    newer = context.news[at - 1] if at > 0 else None
    older = context.news[at + 1] if at + 1 < len(context.news) else None
    return _link(newer, context), _link(older, context)


def _link(page: Page | None, context: ViewContext) -> Value | None:
    return Value(page_title(page, context), href=context.href(page.url)) if page else None
