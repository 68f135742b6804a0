"""A data block of a page in; the HTML that stands in its place out."""

from __future__ import annotations

from markupsafe import Markup

from opencity.language.names import sentence
from opencity.pages.blocks import Block, NetworksBlock, PictureBlock, ProgrammesBlock, RegisterBlock, TimelineBlock
from opencity.site.renderer import Renderer
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.pictures import block_picture
from opencity.views.subjects.listings import listed_networks, listed_programmes
from opencity.views.subjects.register_table import register_rows
from opencity.views.subjects.timeline import Choice, timeline_view


def drawn(block: Block, context: ViewContext, citations: Citations, render: Renderer, *, at_home: bool) -> Markup:
    """Draw one block; `at_home` says that what it lists has its place for good here."""
    words, options = context.words, block.options
    if isinstance(options, RegisterBlock):
        caption = sentence("register.caption", context.city, words)
        return render("register", words=words, caption=caption, rows=register_rows(context, citations, at_home=at_home))
    if isinstance(options, NetworksBlock):
        return render("listing", words=words, entries=listed_networks(context, options.kind))
    if isinstance(options, TimelineBlock):
        view = timeline_view(_choice(options, context), context, citations)
        return render("timeline", words=words, view=view)
    if isinstance(options, PictureBlock):
        return render("picture", words=words, picture=block_picture(options, context))
    assert isinstance(options, ProgrammesBlock)
    return render("listing", words=words, entries=listed_programmes(context))


def _choice(options: TimelineBlock, context: ViewContext) -> Choice:
    return Choice(
        cities=(context.registry.site.city,) if options.city is None else options.city,
        networks=options.network,
        kinds=tuple(kind.value for kind in options.kinds),
        start=options.start,
        end=options.end,
        order=options.order,
        limit=options.limit,
    )
