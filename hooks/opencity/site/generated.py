"""The engine of a build in; the files of the finished site that no single file of the project is, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from opencity.site.colours import colour_style
from opencity.site.document import site_map_values
from opencity.site.engine import Engine
from opencity.site.filter_style import filter_style
from opencity.site.not_found import not_found_pages
from opencity.site.redirect_pages import redirect_pages
from opencity.site.renderer import Renderer
from opencity.views.frame.sharing import PICTURE
from opencity.views.subjects.document_library import document_facets
from opencity.views.subjects.timeline import Choice, timeline_lines

FOLDER = "assets/opencity"


def generated_files(engine: Engine, overrides: Path) -> Mapping[str, bytes]:
    """Path in the site to content: the style sheet, with the city's colours at its end; that of the filters; the
    picture to share; the icon; the site map; the pages for old addresses and for wrong ones.
    """
    render = Renderer(overrides)
    pages = {**redirect_pages(engine, render), **not_found_pages(engine, render)}
    return {
        f"{FOLDER}/opencity.css": (style(overrides) + colour_style(engine.site.colours)).encode(),
        f"{FOLDER}/filters.css": filter_style(_filtered(engine)).encode(),
        PICTURE: engine.picture,
        f"{FOLDER}/mark.svg": render("mark", mark=engine.mark, colours=engine.site.colours).encode(),
        "sitemap.xml": render("sitemap", entries=site_map_values(engine)).encode(),
        **{path: html.encode() for path, html in pages.items()},
    }


def _filtered(engine: Engine) -> Iterator[tuple[Iterable[str], Iterable[str]]]:
    """The classes of every entry of the filtered lists; they are the same in every language."""
    context = engine.context(engine.site.default_locale)
    yield from (line.facets for line in timeline_lines(Choice(cities=(engine.site.city,)), context))
    yield from document_facets(engine.registry)


def style(overrides: Path) -> str:
    """The parts of the style sheet in the order of their numbers, as one: a reader asks for one file."""
    return "\n".join(part.read_text(encoding="utf-8") for part in sorted((overrides / "styles").glob("*.css")))
