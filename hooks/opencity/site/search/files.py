"""The engine of a build and the folder of the finished site in; the files of the search index, by their paths, out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from opencity.language.inflection import inflection_of, stop_words_of
from opencity.language.typography import set_plainly
from opencity.pages.addresses import relative
from opencity.register.models.network import NetworkKind
from opencity.register.models.programme import ProgrammeKind
from opencity.site.engine import Engine
from opencity.site.search.folding import words_of
from opencity.site.search.index import Index, as_json, index_of
from opencity.site.search.names import Names, city_groups, names_of, slip_words
from opencity.site.search.pages import KINDS, indexed_pages
from opencity.site.search.places import index_folder
from opencity.views.context import ViewContext

_LIVE = "search.live."
"""Interface words of the search in the browser."""


def search_files(engine: Engine, site: Path) -> Mapping[str, bytes]:
    """Path in the site to content, for every language. The finished pages are read back from the site's folder."""
    common = (words(f"kind.{kind.value}") for words in engine.words.values() for kind in (*NetworkKind, *ProgrammeKind))
    names = names_of(engine.registry, common)
    slips = slip_words(engine.registry, names)
    found: dict[str, bytes] = {}
    for locale in engine.site.locales:
        context = engine.context(locale)
        index = index_of(indexed_pages(context, names, site), KINDS, names)
        start = _start(context, index, names, slips)
        found.update({f"{index_folder(locale)}{name}": content for name, content in _stamped(index, start).items()})
    return found


def _stamped(index: Index, start: Mapping[str, object]) -> Mapping[str, bytes]:
    """All files of one index, each with the digest of them all: a browser sees when it has two versions."""
    files: dict[str, Mapping[str, object]] = {"start.json": start}
    files.update((f"text/{number}.json", text) for number, text in enumerate(index.texts))
    files.update((f"words/{number}.json", {"words": words}) for number, words in enumerate(index.shards.values()))
    written = {name: as_json(content) for name, content in files.items()}
    digest = hashlib.sha256(b"\0".join(part for name in sorted(written) for part in (name.encode(), written[name])))
    build = as_json({"build": digest.hexdigest()[:16]})[:-1] + b","
    return {name: build + content[1:] for name, content in written.items()}


def _start(context: ViewContext, index: Index, names: Names, slips: frozenset[str]) -> Mapping[str, object]:
    """What a browser reads first."""
    registry, pages, locale = context.registry, context.pages, context.locale
    page, site_map = pages.in_role("search", locale), pages.in_role("site-map", locale)
    known = {word for words in index.shards.values() for word in words}
    labels = {identity: context.say(registry.networks[identity].record.label) for identity in names.networks}
    return {
        "locale": locale,
        "root": relative("", index_folder(locale)),
        "words": dict(_live_words(context)),
        "kinds": [[kind, context.words(f"search.kind.{kind}")] for kind in KINDS],
        "networks": [[identity, set_plainly(label, locale)] for identity, label in labels.items()],
        "about": index.about,
        "pages": index.pages,
        "packs": index.packs,
        "sections": index.sections,
        "shards": list(index.shards),
        "inflection": inflection_of(locale),
        "stop": sorted({word for text in stop_words_of(locale) for word in words_of(text)}),
        "same": list(_groups(context, known)),
        "names": sorted(slips & known),
        "others": list(_others(context)),
        "page": page.url if page else "",
        "siteMap": site_map.url if site_map else "",
    }


def _live_words(context: ViewContext) -> Iterator[tuple[str, object]]:
    """Texts and the forms of counted nouns, set as on the pages."""
    for key, entry in context.words.entries.items():
        if not key.startswith(_LIVE):
            continue
        if isinstance(entry, str):
            yield key.removeprefix(_LIVE), set_plainly(entry, context.locale)
        else:
            yield key.removeprefix(_LIVE), {form: set_plainly(text, context.locale) for form, text in entry.items()}


def _groups(context: ViewContext, known: set[str]) -> Iterator[list[str]]:
    """Words that mean the same: synonyms of the language, and the forms of every city that the pages name."""
    for group in context.registry.synonyms.get(context.locale, ()):
        yield [word for text in group for word in words_of(text)]
    for forms in city_groups(context.registry):
        if not known.isdisjoint(forms):
            yield list(forms)


def _others(context: ViewContext) -> Iterator[Mapping[str, str]]:
    """The indexes of the other languages, each under its own name."""
    for locale, words in context.pages.words.items():
        if locale != context.locale:
            page = context.pages.in_role("search", locale)
            name = words("language.name")
            yield {"locale": locale, "name": name, "start": index_folder(locale), "page": page.url if page else ""}
