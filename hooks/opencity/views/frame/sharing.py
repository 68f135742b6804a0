"""A page in; how it looks where somebody shares it (kind, languages, picture with its words) out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from opencity.language.names import city_name
from opencity.language.words import territory
from opencity.views.context import ViewContext
from opencity.views.frame.structured import Described
from opencity.views.subjects.lifelines import LifelinesView, city_bars, lifelines

PICTURE = "assets/opencity/social.png"
"""Where the site has the picture: one for every page and language, since there are no words in it."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """The values of Open Graph. Territories are those that its form of a language asks for: `pl_PL`."""

    kind: Literal["website", "article"]
    territory: str
    other_territories: tuple[str, ...]
    picture: str
    alt: str
    published: str | None
    updated: str | None


def sharing(about: Described, alt: str, context: ViewContext) -> Sharing:
    """Compose the values. Only a page that tells of an event is an article, and has dates as one."""
    is_article = about.page.meta.event is not None
    dates = about.dates
    twins = (twin.locale for twin in context.pages.written_twins(about.page))
    return Sharing(
        kind="article" if is_article else "website",
        territory=territory(context.locale),
        other_territories=tuple(territory(locale) for locale in twins if locale != context.locale),
        picture=context.pages.addresses.absolute(PICTURE),
        alt=alt,
        published=dates.published.isoformat() if is_article and dates.published else None,
        updated=dates.updated.isoformat() if is_article and dates.updated else None,
    )


def shared_bars(context: ViewContext) -> LifelinesView:
    """What the picture draws: the city's lifelines."""
    return lifelines(city_bars(context), context, None, "")


def picture_words(context: ViewContext) -> str:
    """The picture in words: what the bars are, and whose, from the top."""
    names = [row.name.text for row in shared_bars(context).rows]
    city = city_name(context.city, context.locale)
    if not names:
        return context.words("social.empty", city=city)
    return context.words("social.alt", city=city, names=context.words.listed(names))
