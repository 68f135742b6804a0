"""The HTML of a page's prose in; the whole content of the page, with facts, sources and details, out."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from opencity.pages import blocks
from opencity.pages.page_map import Page
from opencity.site.drawn_blocks import drawn
from opencity.site.outline import outline
from opencity.site.renderer import Renderer
from opencity.site.subjects import Making, Subject, subject
from opencity.site.typeset import typeset
from opencity.views.citations import Citations, source_list
from opencity.views.context import ViewContext
from opencity.views.navigation import breadcrumbs, page_title
from opencity.views.notices import funding_notices
from opencity.views.page_details import page_details, report_link


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """What the template of the whole document needs to know of a page."""

    content: Markup
    title: str
    description: str


class PageFinisher:
    """Puts the parts of a page together, in the order in which they are read."""

    def __init__(self, render: Renderer) -> None:
        self._render = render

    def finish(self, page: Page, prose: str, context: ViewContext) -> FinishedPage:
        """Compose the page. `prose` is the editor's Markdown as HTML, with markers where data blocks stood."""
        citations = Citations()
        parts = [drawn(block, context, citations, self._render) for block in page.source.blocks]
        html = Markup(blocks.filled(prose, parts))
        about = subject(Making(page, html, context, citations, self._render))
        projects = tuple(dict.fromkeys((*page.meta.projects, *about.projects)))
        notices = funding_notices(projects, context, citations)
        citations.cite(page.meta.sources)
        details = page_details(page, context, citations)
        title = page_title(page, context)
        content = self._render(
            "page",
            words=context.words,
            title=title,
            breadcrumbs=breadcrumbs(page, context),
            heading=about.heading,
            opening=about.opening,
            lead=page.meta.lead or about.summary,
            panel=about.panel,
            outline=outline(about.html),
            subject=about.html,
            notices=notices,
            sources=source_list(citations, context),
            details=details,
            report=report_link(page, context),
        )
        return FinishedPage(Markup(typeset(content, context.locale)), title, _description(page, about, context))


def _description(page: Page, about: Subject, context: ViewContext) -> str:
    """For search engines: the editor's, else the lead, else what the register says of the subject."""
    own = page.meta.description or page.meta.lead or about.summary
    return own or context.say(context.registry.site.description)
