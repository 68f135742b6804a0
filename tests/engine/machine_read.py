"""What machines read of a finished site: its JSON-LD, its meta elements, and what is wrong with them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from finished import Document, documents

TERMS = Path(__file__).with_name("schema_org_terms.txt")

Found = dict[str, Any]


def terms() -> Mapping[str, frozenset[str]]:
    """Type to the properties it may have, from the dated list."""
    lines = [line for line in TERMS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {name: frozenset(properties.split()) for name, _, properties in (line.partition(":") for line in lines)}


def nodes(value: object) -> Iterator[Found]:
    """Every mapping of a piece of JSON, however deep it stands."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def machine_form(page: Document) -> Found:
    """The JSON-LD of a page, which has one piece of it."""
    (script,) = page.all("script", type="application/ld+json")
    found: Found = json.loads(script.text)
    return found


def meta(page: Document) -> dict[str, str]:
    """The meta elements of a page by name or property."""
    tags = [each.attributes for each in page.all("meta")]
    return {tag.get("property") or tag.get("name", ""): tag["content"] for tag in tags if "content" in tag}


def content_pages(site: Path) -> dict[str, Document]:
    """Every page by its address; the page for wrong addresses, which is none in particular, left out."""
    return {url: page for url, page in documents(site).items() if not url.endswith("404.html")}


def strange_terms(site: Path) -> set[str]:
    """What the JSON-LD of a finished site uses and the dated list does not hold."""
    known = terms()
    strange = set()
    for page in content_pages(site).values():
        for node in nodes(machine_form(page)["@graph"]):
            kind, properties = node.get("@type"), {name for name in node if not name.startswith("@")}
            if kind is None and not properties:
                continue  # the name of another node
            strange |= {f"{kind}.{name}" for name in properties - known.get(str(kind), frozenset())}
            strange |= set() if kind in known else {str(kind)}
    return strange


def repeated(site: Path) -> list[str]:
    """Pages of one language that share a title or a description."""
    seen: dict[tuple[str, str], str] = {}
    found = []
    for url, page in content_pages(site).items():
        locale = page.all("html")[0].attributes["lang"]
        for text in (page.text_of("title"), meta(page)["description"]):
            first = seen.setdefault((locale, text), url)
            found += [f"{url}: {text} ({first})"] if first != url else []
    return found
