"""A page in; the renderer of what the page is about (home, network, programme, event, role), and its HTML, out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from opencity.language.names import city_name
from opencity.pages.page import HOME, Page
from opencity.pages.project_names import projects_of_subject
from opencity.site.renderer import Renderer
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.parts import FactRow
from opencity.views.subjects.article import article_view
from opencity.views.subjects.cities import matrix
from opencity.views.subjects.document_library import library
from opencity.views.subjects.home import home_view
from opencity.views.subjects.lifelines import city_bars, lifelines, network_bars
from opencity.views.subjects.network_page import network_view
from opencity.views.subjects.news import news_about, news_archive
from opencity.views.subjects.programme_page import programme_view
from opencity.views.subjects.projects_page import projects_view
from opencity.views.subjects.search_page import search_page
from opencity.views.subjects.site_map import site_map
from opencity.views.subjects.timeline import Choice, timeline_view
from opencity.views.subjects.translations import translation_status
from opencity.views.value import Value


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a page about a thing: what kind of thing, its name, its name in another language."""

    kind: str
    name: Value
    other: Value | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """The prose with the facts around it. `opening` is a computed sentence above the lead.

    `projects` are those that the facts name besides the front matter: each brings its notice of funding to the foot
    of the page; `noticed` are those whose notice the HTML holds already. `joined` says when the city joined, for search
    engines: the page itself says it in its facts.
    """

    html: Markup
    heading: Heading | None = None
    summary: str | None = None
    opening: str | None = None
    panel: tuple[FactRow, ...] = ()
    projects: tuple[str, ...] = ()
    is_filtered: bool = False
    has_outline: bool = True
    noticed: tuple[str, ...] = ()
    joined: str | None = None


@dataclass(frozen=True, slots=True)
class Making:
    """What every renderer of a subject is given. A view cites in the order of reading.

    The data blocks of the prose are drawn when it is asked for. Their sources are numbered after those of the view, so
    that the panel of facts, which stands above the prose, has the first numbers.
    """

    page: Page
    prose: Callable[[], Markup]
    context: ViewContext
    citations: Citations
    render: Renderer

    @property
    def city(self) -> str:
        """The speaking city's name in the page's language."""
        return city_name(self.context.city, self.context.locale)

    def html(self, fragment: str, **values: object) -> Markup:
        """Render a fragment with the words of the page's language and the prose."""
        return self.render(fragment, words=self.context.words, prose=self.prose(), **values)


def subject(making: Making) -> Subject:
    """Render what the page is about; a page of prose alone is its prose."""
    meta = making.page.meta
    if making.page.path == HOME:
        return _home(making)
    if meta.network:
        return _network(making, meta.network)
    if meta.programme:
        return _programme(making, meta.programme)
    if meta.event:
        return _article(making)
    return _IN_ROLE.get(meta.role or "", _prose)(making)


def _prose(making: Making) -> Subject:
    return Subject(making.html("prose"))


def _home(making: Making) -> Subject:
    context = making.context
    home = home_view(context)
    table = context.words("lifelines.city_table", city=making.city)
    drawn = lifelines(city_bars(context), context, None, table)
    html = making.html(
        "home",
        home=home,
        lifelines=drawn,
        register=context.page_in_role("register"),
        timeline=context.page_in_role("timeline") if drawn.rows or home.latest else None,
        news=context.page_in_role("news") if news_archive(context) else None,
        cities=None if home.cards else context.page_in_role("cities"),
    )
    return Subject(html, opening=home.sentence, has_outline=False)


def _network(making: Making, identity: str) -> Subject:
    registry = making.context.registry
    network = registry.networks[identity].record
    membership = registry.membership(registry.site.city, identity)
    assert membership is not None  # check_pages saw to it
    view = network_view(network, membership, making.context, making.citations)
    context = making.context
    bars = lifelines(network_bars(identity, context), context, None, context.words("lifelines.network_table"))
    news = news_about("network", identity, context)
    html = making.html("network", view=view, city=making.city, lifelines=bars, news=news)
    projects = projects_of_subject(making.page.meta, registry)
    heading = Heading(view.kind, view.name, view.other_name)
    return Subject(html, heading, view.summary, panel=view.panel, projects=projects, joined=view.joined)


def _programme(making: Making, identity: str) -> Subject:
    programme = making.context.registry.programmes[identity].record
    view = programme_view(programme, making.context, making.citations)
    news = news_about("programme", identity, making.context)
    html = making.html("programme", view=view, city=making.city, news=news)
    projects = projects_of_subject(making.page.meta, making.context.registry)
    return Subject(html, Heading(view.kind, view.name), view.summary, panel=view.panel, projects=projects)


def _article(making: Making) -> Subject:
    view = article_view(making.page, making.context, making.citations)
    return Subject(making.html("article", view=view), Heading(view.kind, view.name), view.summary, panel=view.panel)


def _news(making: Making) -> Subject:
    return Subject(making.html("news", years=news_archive(making.context)), has_outline=False)


def _projects(making: Making) -> Subject:
    view = projects_view(making.context, making.citations)
    return Subject(making.html("projects", view=view), noticed=view.named)


def _timeline(making: Making) -> Subject:
    context, citations = making.context, making.citations
    table = context.words("lifelines.city_table", city=making.city)
    drawn = lifelines(city_bars(context), context, citations, table)
    own = Choice(cities=(context.registry.site.city,), order="newest")
    view = timeline_view(own, context, citations, home="all", filtered=True)
    return Subject(making.html("timeline_page", lifelines=drawn, view=view), is_filtered=True)


def _documents(making: Making) -> Subject:
    html = making.html("documents", library=library(making.context, making.citations))
    return Subject(html, is_filtered=True)


def _cities(making: Making) -> Subject:
    return Subject(making.html("cities", view=matrix(making.context, making.citations)))


def _translations(making: Making) -> Subject:
    return Subject(making.html("translations", view=translation_status(making.context)), has_outline=False)


def _site_map(making: Making) -> Subject:
    return Subject(making.html("site_map", map=site_map(making.page, making.context)), has_outline=False)


def _search(making: Making) -> Subject:
    return Subject(making.html("search", view=search_page(making.context)), has_outline=False)


_IN_ROLE: Mapping[str, Callable[[Making], Subject]] = MappingProxyType(
    {
        "cities": _cities,
        "documents": _documents,
        "news": _news,
        "projects": _projects,
        "search": _search,
        "site-map": _site_map,
        "timeline": _timeline,
        "translations": _translations,
    }
)
"""Role to what fills the page; a role that is not here is filled by blocks in its prose."""
