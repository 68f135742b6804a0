"""The HTML of a page's prose in; the whole content of the page, with facts, sources and details, out."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from opencity.pages import blocks
from opencity.pages.blocks import Block, NetworksBlock, ProgrammesBlock, RegisterBlock
from opencity.pages.page_map import Page
from opencity.site.outline import outline
from opencity.site.renderer import Renderer
from opencity.site.typeset import typeset
from opencity.views.citations import Citations, source_list
from opencity.views.context import ViewContext
from opencity.views.home import home_view
from opencity.views.listings import listed_networks, listed_programmes
from opencity.views.navigation import breadcrumbs, page_title
from opencity.views.network_page import network_view
from opencity.views.notices import funding_notices
from opencity.views.page_details import page_details
from opencity.views.parts import FactRow
from opencity.views.programme_page import programme_view
from opencity.views.register_table import register_rows
from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """What the template of the whole document needs to know of a page."""

    content: Markup
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a page about a thing: what kind of thing, its name, its name in another language."""

    kind: str
    name: Value
    other: Value | None


@dataclass(frozen=True, slots=True)
class _Subject:
    """The prose with the facts around it. `opening` is a computed sentence above the lead."""

    html: Markup
    heading: Heading | None = None
    summary: str | None = None
    opening: str | None = None
    panel: tuple[FactRow, ...] = ()


class PageFinisher:
    """Puts the parts of a page together, in the order in which they are read."""

    def __init__(self, render: Renderer) -> None:
        self._render = render

    def finish(self, page: Page, prose: str, context: ViewContext) -> FinishedPage:
        """Compose the page. `prose` is the editor's Markdown as HTML, with markers where data blocks stood."""
        citations = Citations()
        prose = blocks.filled(prose, [self._block(block, context, citations) for block in page.source.blocks])
        subject = self._subject(page, Markup(prose), context, citations)
        notices = funding_notices(page.meta.projects, context, citations)
        citations.cite(page.meta.sources)
        details = page_details(page, context, citations)
        content = self._render(
            "page",
            words=context.words,
            title=page_title(page, context),
            breadcrumbs=breadcrumbs(page, context),
            heading=subject.heading,
            opening=subject.opening,
            lead=page.meta.lead or subject.summary,
            panel=subject.panel,
            outline=outline(subject.html),
            subject=subject.html,
            notices=notices,
            sources=source_list(citations, context),
            details=details,
            report=self._report(page, context),
        )
        description = (
            page.meta.description or page.meta.lead or subject.summary or context.say(context.registry.site.description)
        )
        return FinishedPage(Markup(typeset(content, context.locale)), page_title(page, context), description)

    def _subject(self, page: Page, prose: Markup, context: ViewContext, citations: Citations) -> _Subject:
        registry, words = context.registry, context.words
        if page.path == "index.md":
            home = home_view(context)
            register = context.pages.in_role("register", context.locale)
            way = context.href(register.url) if register else None
            html = self._render("home", words=words, home=home, prose=prose, register=way)
            return _Subject(html, opening=home.sentence)
        if page.meta.network:
            network = registry.networks[page.meta.network].record
            membership = registry.membership(registry.site.city, network.id)
            assert membership is not None  # check_pages saw to it
            view = network_view(network, membership, context, citations)
            city = registry.city.name_in(context.locale)
            html = self._render("network", words=words, view=view, prose=prose, city=city)
            return _Subject(html, Heading(view.kind, view.name, view.other_name), view.summary, panel=view.panel)
        if page.meta.programme:
            programme = registry.programmes[page.meta.programme].record
            shown = programme_view(programme, context, citations)
            city = registry.city.name_in(context.locale)
            html = self._render("programme", words=words, view=shown, prose=prose, city=city)
            return _Subject(html, Heading(shown.kind, shown.name, None), shown.summary, panel=shown.panel)
        return _Subject(prose)

    def _block(self, block: Block, context: ViewContext, citations: Citations) -> Markup:
        words, options = context.words, block.options
        if isinstance(options, RegisterBlock):
            caption = words("register.caption", city=context.city.name_in(context.locale))
            rows = register_rows(context, citations)
            return self._render("register", words=words, caption=caption, rows=rows)
        if isinstance(options, NetworksBlock):
            return self._render("listing", words=words, entries=listed_networks(context, options.kind))
        assert isinstance(options, ProgrammesBlock)
        return self._render("listing", words=words, entries=listed_programmes(context))

    def _report(self, page: Page, context: ViewContext) -> str | None:
        contact = context.registry.site.contact
        address = context.pages.addresses.absolute(page.url)
        if contact.issues:
            return contact.issues
        if contact.email:
            return f"mailto:{contact.email}?subject={address}"
        return None
