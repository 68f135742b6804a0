"""MkDocs events in; calls into the `opencity` package out. The only module that imports MkDocs, and a thin one.

State is made in `on_config`, frozen, and rides on the build's configuration: under `serve` each rebuild has a
new one, and both languages of a build share it.
"""

from __future__ import annotations

import functools
import logging
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from opencity.pages.assets import ASSETS
from opencity.pages.carried import carried
from opencity.pages.sanitised import safe
from opencity.problems import ContentErrors, wording
from opencity.publishing.manifest import write_manifest
from opencity.publishing.reading_back import read_back
from opencity.publishing.swap import Publication, begin, end, publish
from opencity.site.assets import publish_assets
from opencity.site.document import document_values
from opencity.site.engine import Engine, open_engine
from opencity.site.generated import generated_files
from opencity.site.search.files import search_files
from opencity.site.search.scripts import search_scripts

log = get_plugin_logger("opencity")

_STATE = "opencity"
_PUBLICATION = "opencity_publication"
_PUBLISHING = ("build", "gh-deploy")
"""The commands whose site is kept: `serve` builds into a folder of its own, again and again."""
_PUBLISHED = ("styles/", "scripts/")
"""Folders of ours whose files `on_post_build` publishes in its own way."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything once; a build of the second language finds it ready."""
    # static-i18n leaves this attribute behind, where it would shadow the real value for ever
    config.extra.__dict__.pop("alternate", None)
    if _STATE in config.extra:
        return config
    root = Path(config.config_file_path).parent
    try:
        _build_aside(config)
        engine = open_engine(root)
    except ContentErrors as errors:
        raise _stopped(errors) from None
    if engine.problems:
        log.info("%s%s", wording.summary(engine.problems, "pl").strip(), " (make check)")
    config.extra[_STATE] = engine
    config.watch.append(str(root / "data"))
    config.site_url = engine.site.address
    config.site_name = engine.site.title.in_(engine.site.default_locale)
    config.theme.static_templates.clear()  # 404 and the site map are ours: generated_files
    _set_languages(config, engine)
    return config


# After static-i18n (-100) has told the languages apart: our map decides every address.
@event_priority(-150)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give each page the address that the map of pages knows; leave out the theme's files, which no page uses."""
    engine = _engine(config)
    ours = _overrides(config)
    for file in list(files):
        if file.src_dir in config.theme.dirs and (Path(file.src_dir) != ours or file.src_uri.startswith(_PUBLISHED)):
            files.remove(file)  # styles are published as one file, scripts where the pages look for them
        elif file.src_uri.startswith(f"{ASSETS}/") and file.src_dir == config.docs_dir:
            files.remove(file)  # published in on_post_build, once for all languages, and only what is shown
    for file in files.documentation_pages():
        page = engine.pages.get(*_identity(file))
        if page is not None:
            file.dest_uri = page.dest
            file.url = page.url or "./"
            file.abs_dest_path = str(Path(config.site_dir, page.dest))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Our own reading of the page without its data blocks; markers keep their places.

    MkDocs' reading is ignored: it prints front matter as text where its parser disagrees with ours.
    """
    engine = _engine(config)
    ours = engine.page(*_identity(page.file))
    config.mdx_configs.setdefault("toc", {})["slugify"] = engine.pages.anchors.slugify(ours.text_locale)
    return carried(ours, engine.pages)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let nothing into the prose that acts; put the facts around it."""
    engine = _engine(config)
    ours = engine.page(*_identity(page.file))
    try:
        prose = safe(html, ours, frozenset(_anchors(page.toc)))
        finished = engine.finisher.finish(ours, prose, engine.context(ours.locale, ours.url))
    except ContentErrors as errors:
        raise _stopped(errors) from None
    page.meta["opencity"] = finished
    return finished.content


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """What the document around the content needs: menu, languages, titles."""
    engine = _engine(config)
    ours = engine.page(*_identity(page.file))
    context["document"] = document_values(engine, ours, ours.locale, page.meta["opencity"])
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mark what is in another language than the page, and set each text as its language is, in the menu too."""
    engine = _engine(config)
    return engine.finisher.set_document(output, _identity(page.file)[1])


# After static-i18n (-100), which builds the other languages from inside its own.
@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """After the last language write what comes from data and settings and not from a file of one language."""
    if _i18n(config).building:
        return
    engine, site = _engine(config), Path(config.site_dir)
    publish_assets(engine, Path(config.docs_dir), site)
    _write(site, generated_files(engine, _overrides(config)))
    _write(site, {**search_scripts(_overrides(config)), **search_files(engine, site)})
    if _PUBLICATION in config.extra:
        problems = read_back(site, engine.site.address, engine.site.locales)
        if problems:
            raise _stopped(ContentErrors(problems))
        write_manifest(site)


def _build_aside(config: MkDocsConfig) -> None:
    """Let MkDocs build beside the site's folder; the site is replaced when the command ends, if all went well."""
    context = click.get_current_context(silent=True)
    if context is None or context.info_name not in _PUBLISHING:
        return
    if config.strict:
        for name in ("mkdocs", "properdocs"):  # --quiet would hide warnings from the strict verdict as well
            logger = logging.getLogger(name)
            logger.setLevel(min(logger.level, logging.WARNING))
    publication = begin(Path(config.site_dir))
    config.extra[_PUBLICATION] = publication
    config.plugins.events["shutdown"].append(functools.partial(_publish, config, config.site_dir, publication))
    config.site_dir = str(publication.new)


def _publish(config: MkDocsConfig, site_dir: str, publication: Publication) -> None:
    """After the verdict, which MkDocs gives after `on_post_build`: nothing is on its way up when all went well."""
    config.site_dir = site_dir
    try:
        if sys.exc_info()[0] is None:
            publish(publication)
            log.info("Site published to directory: %s", site_dir)
    except ContentErrors as errors:
        raise _stopped(errors) from None
    finally:
        end(publication)


def _write(site: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths in the site."""
    for name, content in files.items():
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _stopped(errors: ContentErrors) -> PluginError:
    """What MkDocs prints without a traceback before it stops."""
    faults = [problem for problem in errors.problems if problem.is_error]
    return PluginError(f"\n{wording.as_text(faults, 'pl')}{wording.summary(errors.problems, 'pl')}")


def _anchors(headings: Iterable[Any]) -> Iterator[str]:
    """The ids of a page's headings, nested as its table of contents is."""
    for heading in headings:
        yield heading.id
        yield from _anchors(heading.children)


def _engine(config: MkDocsConfig) -> Engine:
    engine = config.extra.get(_STATE)
    if not isinstance(engine, Engine):
        raise PluginError("opencity: on_config has not run")
    return engine


def _i18n(config: MkDocsConfig) -> Any:
    return config.plugins["i18n"]


def _set_languages(config: MkDocsConfig, engine: Engine) -> None:
    """Tell static-i18n, before its own `on_config`, which languages the site's settings list.

    The names reach no page: the switch has words of its own.
    """
    languages = [
        {"locale": locale, "name": words.language_name(locale), "default": locale == engine.site.default_locale}
        for locale, words in engine.words.items()
    ]
    failed, _ = _i18n(config).load_config({**_i18n(config).config, "languages": languages})
    if failed:
        raise PluginError(f"opencity: {failed}")


def _overrides(config: MkDocsConfig) -> Path:
    return Path(config.theme.custom_dir or "")


def _identity(file: File) -> tuple[str, str]:
    """A page's path below its language's folder, and the language of its source."""
    locale, _, path = file.src_uri.partition("/")
    return path, locale
