"""A picture of a record or of a block in; what a page shows of it (address, size, words, credit) out."""

from __future__ import annotations

from dataclasses import dataclass

from opencity.language.marks import language_of
from opencity.pages.assets import ASSETS
from opencity.pages.blocks import PictureBlock
from opencity.register.models import Picture
from opencity.views.context import ViewContext


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture on a page. `width` and `height` keep its room free; they are None where the file does not tell.

    `alt_lang` is set where the alternative text is not in the page's language. The credit is never left out.
    """

    src: str
    alt: str
    alt_lang: str | None
    width: int | None
    height: int | None
    author: str
    licence: str
    origin: str | None
    caption: str | None = None


def record_picture(picture: Picture | None, context: ViewContext) -> Shown | None:
    """The picture of a record; None where it has none, or where its file lies in another city's project."""
    if picture is None or picture.file not in context.pages.pictures:
        return None
    size, credit = context.pages.pictures[picture.file], picture.credit
    return Shown(
        src=context.href(f"{ASSETS}/{picture.file}"),
        alt=context.say(picture.alt),
        alt_lang=language_of(context.say(picture.alt)),
        width=size.width,
        height=size.height,
        author=credit.author,
        licence=credit.licence,
        origin=credit.address,
    )


def block_picture(block: PictureBlock, context: ViewContext) -> Shown:
    """The picture of a block inside prose; check_pages saw to its file."""
    size = context.pages.pictures[block.file]
    return Shown(
        src=context.href(f"{ASSETS}/{block.file}"),
        alt=block.alt,
        alt_lang=None,
        width=size.width,
        height=size.height,
        author=block.author,
        licence=block.licence,
        origin=block.address,
        caption=block.caption,
    )
