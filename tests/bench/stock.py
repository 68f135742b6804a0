"""The texts of finished pages in; a project of Material and static-i18n alone, with Material's search on, out.

Its pages hold what ours show, facts included, so that both searches look through the same text. Addresses are ours.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from asking.figures import FIRST, Answer
from asking.page_texts import PageText, Part
from asking.questions import Question
from playwright.sync_api import Browser

from .projects import ADDRESS, SETTINGS


def lay_out_stock(folder: Path, pages: Iterable[PageText]) -> Path:
    """Write the project into a folder and return it. The first page's language is the site's own."""
    texts = tuple(pages)
    locales = sorted({page.locale for page in texts}, key=lambda locale: (locale != _home(texts), locale))
    for page in texts:
        path = folder / "docs" / page.locale / page.address.removeprefix(f"{page.locale}/").removesuffix(".html")
        path.mkdir(parents=True, exist_ok=True)
        head = yaml.safe_dump({"title": page.title}, allow_unicode=True)
        body = "\n\n".join(_markdown(part) for part in page.parts)
        path.joinpath("index.md").write_text(f"---\n{head}---\n\n{body}\n", encoding="utf-8")
    (folder / SETTINGS).write_text(yaml.safe_dump(_settings(locales)), encoding="utf-8")
    return folder


def _home(pages: Iterable[PageText]) -> str:
    """The language of the page at the site's root."""
    return next(page.locale for page in pages if page.address == "")


def _markdown(part: Part) -> str:
    """A heading with its anchor and a paragraph, as HTML: nothing in the text is taken for Markdown."""
    text = f"<p>{html.escape(' '.join(part.text.split()))}</p>"
    if not part.name:
        return text
    heading = html.escape(" ".join(part.heading.split()))
    anchor = f' id="{html.escape(part.anchor)}"' if part.anchor else ""
    return f"<{part.name}{anchor}>{heading}</{part.name}>\n\n{text}"


def _settings(locales: list[str]) -> dict[str, object]:
    """As the guides of both packages have it: the search finds out its languages by itself (it knows no Polish)."""
    languages = [{"locale": each, "name": each, "default": each == locales[0], "build": True} for each in locales]
    return {
        "site_name": "Stock",
        "site_url": ADDRESS,
        "theme": {"name": "material", "language": locales[0], "font": False, "features": ["navigation.prune"]},
        "plugins": [{"search": {}}, {"i18n": {"docs_structure": "folder", "languages": languages}}],
    }


_ASK = """async ([root, queries]) => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  const index = await (await fetch(new URL("search/search_index.json", root))).json();
  const worker = new Worker(new URL(config.search, document.baseURI));
  const told = (message, type) => new Promise((resolve) => {
    worker.onmessage = (event) => { if (event.data.type === type) resolve(event.data.data); };
    worker.postMessage(message);
  });
  await told({ type: 0, data: { ...index, options: { suggest: false } } }, 1);
  const answers = [];
  for (const query of queries) {
    const started = performance.now();
    const found = await told({ type: 2, data: query }, 3);
    const milliseconds = performance.now() - started;
    answers.push({ milliseconds, items: found.items.map((sections) => sections.map((each) => each.location)) });
  }
  worker.terminate();
  return answers;
}"""
"""What the theme's own script sends to the worker and gets from it: 0 set up, 1 ready, 2 query, 3 result."""


def ask_stock(browser: Browser, root: str, questions: Sequence[Question]) -> tuple[Answer, ...]:
    """Ask the search worker of the theme. A page is found if any of its sections is."""
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(root)
        found = page.evaluate(_ASK, [root, [question.query for question in questions]])
        return tuple(_answer(each) for each in found)
    finally:
        context.close()


def _answer(found: Mapping[str, Any]) -> Answer:
    """The sections of a result stand together, the best first."""
    pages = dict.fromkeys(sections[0].partition("#")[0] for sections in found["items"])
    shown = [location for sections in found["items"][:FIRST] for location in sections if "#" in location]
    return Answer(pages=tuple(pages), facts=tuple(shown), milliseconds=found["milliseconds"])
