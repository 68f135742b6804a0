"""The Markdown of a page in; its HTML, as the build will make it, and the anchors of its headings out."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import Any

import markdown
import yaml
from markdown.preprocessors import Preprocessor

_BASE = Path(__file__).parents[2] / "mkdocs_base.yml"
"""The engine's MkDocs configuration: the one list of the extensions that a text may use."""


class Unrenderable(Exception):
    """A text on which the parser of Markdown gives up."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The HTML of a text. `anchors` are the ids that its headings have by themselves."""

    html: str
    anchors: frozenset[str]


def rendered(text: str, slugify: Callable[[str, str], str]) -> Rendered:
    """The HTML of a text.

    Raises Unrenderable.

    >>> from opencity.pages.anchors import plain
    >>> rendered("## Sieć *Łódź*", plain)
    Rendered(html='<h2 id="siec-lodz">Sieć <em>Łódź</em></h2>', anchors=frozenset({'siec-lodz'}))
    """
    settings = {name: dict(given or {}) for name, given in _extensions().items()}
    settings.setdefault("toc", {})["slugify"] = slugify
    parser = markdown.Markdown(extensions=list(settings), extension_configs=settings)
    parser.preprocessors.register(_AsMkDocsReads(), "opencity_raw_html", 21)
    try:
        html = parser.convert(text)
    except (ArithmeticError, AssertionError, LookupError, RecursionError, ValueError) as error:
        raise Unrenderable from error  # of Python's own parser of HTML, too: `<![abc`, a number without an end
    return Rendered(html, frozenset(_anchors(getattr(parser, "toc_tokens", ()))))


class _AsMkDocsReads(Preprocessor):
    """MkDocs looks for anchors in a text before Markdown does, with Python's parser, and stops where that stops."""

    def run(self, lines: list[str]) -> list[str]:
        parser = HTMLParser()
        parser.feed("\n".join(lines))
        parser.close()
        return lines


@functools.cache
def _extensions() -> Mapping[str, Any]:
    configuration = yaml.load(_BASE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return MappingProxyType(configuration["markdown_extensions"])


def _anchors(tokens: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    for token in tokens:
        yield str(token["id"])
        yield from _anchors(token["children"])
