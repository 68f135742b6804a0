"""The HTML of a page's prose in; the whole content of the page, with facts, sources and details, out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup

from opencity.language.marks import is_marked
from opencity.pages import blocks
from opencity.pages.blocks import Block, RegisterBlock
from opencity.pages.carried import held_addresses
from opencity.pages.page import HOME, Page
from opencity.pages.project_names import named_in, project_names
from opencity.problems import ContentErrors, Place, Problem
from opencity.site.drawn_blocks import drawn
from opencity.site.languages import resolved, spoken
from opencity.site.outdated import outdated_in, shown_words
from opencity.site.outline import outline
from opencity.site.references import addressed, signed
from opencity.site.renderer import Renderer
from opencity.site.subjects import Making, Subject, subject
from opencity.site.tokens import Token, tokens
from opencity.site.typeset import typeset
from opencity.views.citations import Citations, source_list
from opencity.views.context import ViewContext
from opencity.views.frame.navigation import breadcrumbs
from opencity.views.frame.page_dates import PageDates, page_dates
from opencity.views.frame.page_details import page_details, report_link
from opencity.views.frame.translation import ShownFacts, translation_notice
from opencity.views.labels import page_title
from opencity.views.notices import funding_notices

_ID = re.compile(r"""\sid\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """What the template of the whole document needs to know of a page. What is in another language still has marks."""

    content: Markup
    title: str
    description: str
    dates: PageDates
    is_filtered: bool = False


class PageFinisher:
    """Puts the parts of a page together, in the order in which they are read."""

    def __init__(self, render: Renderer) -> None:
        self._render = render

    def finish(self, page: Page, prose: str, context: ViewContext) -> FinishedPage:
        """Compose the page. `prose` is the editor's Markdown as HTML, with markers where data blocks stood."""
        citations = Citations()
        with_blocks = functools.partial(self._with_blocks, page, prose, context, citations)
        about = subject(Making(page, with_blocks, context, citations, self._render))
        main = tuple(tokens(str(about.html), context.locale))  # the only reading of it: pages are long
        notices = funding_notices(_without_notice(page, about, main, context), context, citations)
        citations.cite(page.meta.sources)
        words, dates, title = context.words, page_dates(page, context), page_title(page, context)
        details = self._render(
            "page_details",
            words=words,
            details=page_details(page, dates, context, citations),
            report=report_link(page, context),
        )
        lead = page.meta.lead or about.summary
        shown = shown_words(about, lead)
        facts = ShownFacts(is_marked(shown), outdated_in(shown, context))
        text = self._render(
            "page",
            words=words,
            title=title,
            translation=translation_notice(page, context, facts),
            breadcrumbs=breadcrumbs(page, context),
            heading=about.heading,
            opening=about.opening,
            lead=lead,
            panel=about.panel,
            outline=outline(main, context.locale) if about.has_outline else (),
            subject=about.html,
            notices=notices,
            has_sources=bool(citations.numbers),
        )
        content = self._with_sources(text, details, citations, context)
        _each_id_once(page, content)
        return FinishedPage(content, title, _description(page, title, about, context), dates, about.is_filtered)

    def _with_blocks(self, page: Page, prose: str, context: ViewContext, citations: Citations) -> Markup:
        """The prose with its data blocks drawn, and with its own language where that is not the page's."""
        table = _register(page)
        parts = [drawn(each, context, citations, self._render, at_home=each is table) for each in page.source.blocks]
        own = spoken(held_addresses(prose, page, context.pages), page.text_locale) if page.original else prose
        return Markup(blocks.filled(own, parts))

    def _with_sources(self, text: Markup, details: Markup, citations: Citations, context: ViewContext) -> Markup:
        """The page with the list of its sources, and the ways from each number to its source and back."""
        words = context.words
        (text, details), placed = addressed((text, details), words("anchor.source"), words("anchor.reference"))
        listed = source_list(citations, context, placed)
        text, details = (signed(part, words("anchor.source"), listed.lines) for part in (text, details))
        return Markup("\n").join((text, self._render("sources", words=words, sources=listed), details))

    def set_document(self, document: str, locale: str) -> str:
        """The whole document: `lang` around words in another language than `locale`, each text set as its own is."""
        return typeset(resolved(document, locale, self._render), locale)


def _each_id_once(page: Page, content: Markup) -> None:
    """The last net: a link to an anchor that stands twice leads to the wrong place, and no browser says so.

    Raises ContentErrors.
    """
    ids = _ID.findall(str(content))
    if len({*ids, '"main"'}) > len(ids):
        return  # what is in tags cannot repeat where nothing does
    seen = {"main"}
    for token in tokens(str(content), ""):
        for given in _ID.findall(token.text) if token.name else ():
            identity = unescape(given.strip("\"'"))
            if identity in seen:
                raise ContentErrors((Problem("E-ANCHOR-TWICE", Place(page.source.file), {"given": identity[:80]}),))
            seen.add(identity)


def _register(page: Page) -> Block | None:
    """The table whose rows have their places for good: the first on the page of the register."""
    tables = (block for block in page.source.blocks if isinstance(block.options, RegisterBlock))
    return next(tables, None) if page.meta.role == "register" else None


def _without_notice(page: Page, about: Subject, main: Iterable[Token], context: ViewContext) -> tuple[str, ...]:
    """The projects that the page names and whose notices it does not hold yet, in the order of naming.

    Facts may name one that nobody listed, as the text of an act does: it is found by its name. Of several projects of
    one name all are meant then, unless the page lists some of them.
    """
    listed = dict.fromkeys((*page.meta.projects, *about.projects))
    names = project_names(context.registry, context.locale)
    for _, name in named_in(_text(main) if names else "", names):
        if not {*listed, *about.noticed}.intersection(name.projects):
            listed.update(dict.fromkeys(name.projects))
    return tuple(project for project in listed if project not in about.noticed)


def _text(main: Iterable[Token]) -> str:
    """The text of a page's main part, code left out."""
    return unescape("".join(token.text for token in main if not token.name and token.language))


def _description(page: Page, title: str, about: Subject, context: ViewContext) -> str:
    """For search engines: the editor's, else the lead, else what the register says of the subject.

    A page that says nothing of itself has its title before the description of the whole site: no two are the same.
    """
    whole = context.say(context.registry.site.description)
    rest = whole if page.path == HOME else context.words("page.description", title=title, site=whole)
    said = " ".join(text for text in (about.summary, about.joined) if text)
    return page.meta.description or page.meta.lead or said or rest
