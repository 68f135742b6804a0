"""The id of a network or of an event in; its record and its page in each language, to be filled in, out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from opencity.dates import NoSuchDay, PartialDate
from opencity.pages.page_map import PageMap
from opencity.problems import Place, Problem
from opencity.register.models import Site
from opencity.register.models.text import SLUG
from opencity.register.registry import Registry
from opencity.scaffold.templates import ARTICLE, EVENT, MEMBERSHIP, NETWORK, PAGE

FOLDER = "sieci"
"""Where the page of a network goes when no network has one yet."""
NEWS_FOLDER = "aktualnosci"
"""Where articles go when there is neither an archive nor any article yet."""

_NEWS_ID = re.compile(rf"(\d{{4}}(?:-\d{{2}}(?:-\d{{2}})?)?)-(?=[a-z])({SLUG})")


def network_files(identity: str, site: Site, pages: PageMap) -> Mapping[str, str]:
    """The files of a new network: record, membership, and a page in each language.

    The page goes where the network has one already, in whatever language; else to the other networks' pages.
    """
    networks = [page for page in pages if page.meta.network]
    folder = networks[0].folder if networks else FOLDER
    path = next((page.path for page in networks if page.meta.network == identity), f"{folder}/{identity}.md")
    files = {
        f"data/networks/{identity}.yml": NETWORK.format(id=identity),
        f"data/cities/{site.city}/memberships/{identity}.yml": MEMBERSHIP.format(id=identity),
    }
    for locale in site.locales:
        files[f"docs/{locale}/{path.lstrip('/')}"] = PAGE.format(id=identity)
    return files


def news_fault(identity: str) -> Problem | None:
    """What is wrong with the id of an event: it begins with the date and goes on with a word.

    >>> news_fault("2026-05-06-wizyta")
    >>> news_fault("2026-02-30-wizyta").code
    'E-DATE'
    """
    place, match = Place("NEWS"), _NEWS_ID.fullmatch(identity)
    if match is None:
        return Problem("E-FORM", place, {"given": identity, "example": "2026-05-06-wizyta"})
    try:
        PartialDate.parse(match[1])
    except NoSuchDay as error:
        if error.days is None:
            return Problem("E-DATE-MONTH", place, {"given": match[1]})
        return Problem("E-DATE", place, {"given": match[1], "days": error.days, "month": match[1][:7]})
    except ValueError:
        return Problem("E-FORM", place, {"given": identity, "example": "2026-05-06-wizyta"})
    return None


def news_files(identity: str, registry: Registry, pages: PageMap) -> Mapping[str, str]:
    """The files of a piece of news: the record of an event, unless there is one, and a page in each language.

    The page goes where the event has one already, in whatever language; else beside the archive or other articles.
    """
    match = _NEWS_ID.fullmatch(identity)
    assert match is not None  # news_fault saw to it
    city, files = registry.site.city, {}
    if identity not in registry.events:
        files[f"data/cities/{city}/events/{identity}.yml"] = EVENT.format(id=identity, start=match[1], city=city)
    own = next((page.path for page in pages if page.meta.event == identity), None)
    archive = (page.path.rpartition("/")[0] for page in pages if page.meta.role == "news" and "/" in page.path)
    articles = (page.folder for page in pages if page.meta.event)
    folder = (*archive, *articles, NEWS_FOLDER)[0]
    path = own or f"{folder}/{identity}.md".lstrip("/")
    for locale in registry.site.locales:
        files[f"docs/{locale}/{path}"] = ARTICLE.format(id=identity)
    return files
