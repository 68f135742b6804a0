"""A data block of a page in; the HTML that stands in its place out."""

from __future__ import annotations

from markupsafe import Markup

from opencity.pages.blocks import Block, NetworksBlock, ProgrammesBlock, RegisterBlock
from opencity.site.renderer import Renderer
from opencity.views.citations import Citations
from opencity.views.context import ViewContext
from opencity.views.listings import listed_networks, listed_programmes
from opencity.views.register_table import register_rows


def drawn(block: Block, context: ViewContext, citations: Citations, render: Renderer) -> Markup:
    """Draw one block."""
    words, options = context.words, block.options
    if isinstance(options, RegisterBlock):
        caption = words("register.caption", city=context.city.name_in(context.locale))
        return render("register", words=words, caption=caption, rows=register_rows(context, citations))
    if isinstance(options, NetworksBlock):
        return render("listing", words=words, entries=listed_networks(context, options.kind))
    assert isinstance(options, ProgrammesBlock)
    return render("listing", words=words, entries=listed_programmes(context))
