"""A page's front matter, subject and dates in; its page details (metryczka) and the link to report an error out."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from opencity.dates import PartialDate
from opencity.language.marks import in_language, without_marks
from opencity.pages.page import Page
from opencity.register.models import Membership, Programme
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.facts import current_unit, unit_value
from opencity.views.frame.page_dates import PageDates
from opencity.views.labels import page_title
from opencity.views.parts import FactRow
from opencity.views.repository import history_address
from opencity.views.value import Value


def page_details(page: Page, dates: PageDates, context: ViewContext, citations: Citations) -> tuple[FactRow, ...]:
    """Published by, responsible unit, author, published, updated, changes: what public bodies print under a page."""
    words, meta = context.words, page.meta
    details = [FactRow(words("details.publisher"), (Value(context.say(context.registry.site.publisher)),))]
    subject = _subject(page, context)
    if subject is not None and (unit := current_unit(subject.units, context)):
        details.append(FactRow(words("details.unit"), (unit_value(unit, context, citations),)))
    if meta.author:
        details.append(FactRow(words("details.author"), (Value(_as_written(meta.author, page)),)))
    for key, date in (("published", dates.published), ("updated", dates.updated)):
        if date is not None:
            details.append(FactRow(words(f"details.{key}"), (_date(date, context),)))
    if changes := tuple(_changes(page, dates, context)):
        details.append(FactRow(words("details.history"), changes))
    return tuple(details)


def _changes(page: Page, dates: PageDates, context: ViewContext) -> Iterator[Value]:
    """What the editor wrote of changes, newest first; else the days of change. Then the way to every change."""
    written = sorted(page.meta.changes, key=lambda change: change.date.parts, reverse=True)
    if written:
        yield from (Value(_as_written(change.text, page), label=context.dates.plain(change.date)) for change in written)
    else:
        yield from (_date(PartialDate.of(day), context) for day in dates.days)
        if dates.has_earlier:
            yield Value(context.words("details.earlier"))
    if repository := context.registry.site.repository:
        yield Value(context.words("details.history_link"), href=history_address(repository, page.source.file))


def _as_written(text: str, page: Page) -> str:
    """Words of the front matter: of a page that waits for its translation, they are in the original's language."""
    return in_language(text, page.text_locale) if page.original else text


def _date(date: PartialDate, context: ViewContext) -> Value:
    return Value(context.dates.plain(date), datetime=date.isoformat())


def _subject(page: Page, context: ViewContext) -> Membership | Programme | None:
    registry = context.registry
    if page.meta.network:
        return registry.membership(registry.site.city, page.meta.network)
    if page.meta.programme and page.meta.programme in registry.programmes:
        return registry.programmes[page.meta.programme].record
    return None


def report_link(page: Page, context: ViewContext) -> str | None:
    """Where to report an error on a page: a form or a letter that names the page already."""
    words, contact = context.words, context.registry.site.contact
    address = context.pages.addresses.absolute(page.url)
    subject = words("report.subject", title=without_marks(page_title(page, context)))
    body = words("report.body", address=address)
    if contact.issues:
        return issue_address(contact.issues, subject, body, address)
    if contact.email:
        fields = urlencode({"subject": subject, "body": body.replace("\n", "\r\n")}, quote_via=quote)
        return f"mailto:{quote(contact.email, safe='@+')}?{fields}"
    return None


def issue_address(form: str, subject: str, body: str, page: str) -> str:
    """A form of a code host filled in as far as the host lets it be; any other address with the page as `url`.

    >>> issue_address("https://miasto.example/uwagi", "", "", "https://strona.example/")
    'https://miasto.example/uwagi?url=https%3A%2F%2Fstrona.example%2F'
    """
    parts = urlsplit(form)
    fields = {"url": page}
    if parts.path.rstrip("/").endswith("/-/issues/new"):  # GitLab
        fields = {"issue[title]": subject, "issue[description]": body}
    elif parts.path.rstrip("/").endswith("/issues/new"):  # GitHub, Forgejo, Gitea
        fields = {"title": subject, "body": body}
    given = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([*given, *fields.items()], quote_via=quote)
    return urlunsplit(parts._replace(query=query))
