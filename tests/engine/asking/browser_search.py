"""A served site, a browser and questions in; what the site's search answered, asked through its own modules, out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser

from .figures import FIRST, Answer
from .questions import Question

MODULE = "assets/opencity/search/search.js"
INDEX = "assets/search/{locale}/"

_ASK = """async ([root, index, first, queries]) => {
  const { openSearch } = await import(root.module);
  const all = { network: "", kind: "" };
  const opened = new Map();
  const open = async (start) => {
    if (!opened.has(start)) opened.set(start, await openSearch(start));
    return opened.get(start);
  };
  const addresses = async (search, found) => {
    const cards = await search.cards(found, 0, found.pages.length);
    return cards.map((card) => card.url);
  };
  const search = await open(index);
  const answers = [];
  for (const query of queries) {
    const found = await search.find(query, all);
    const shown = await search.cards(found, 0, first);
    const elsewhere = [];
    if (found.count === 0) {
      for (const other of search.start.others) {
        const there = await open(new URL(other.start, root.site).href);
        elsewhere.push(...await addresses(there, await there.find(query, all)));
      }
    }
    answers.push({
      pages: await addresses(search, found),
      facts: shown.flatMap((card) => card.facts.map((fact) => fact.url)),
      is_told: found.replaced.length > 0 || found.unknown.length > 0,
      elsewhere,
    });
  }
  for (const [number, query] of queries.entries()) {
    const started = performance.now();
    await search.find(query, all);
    answers[number].milliseconds = performance.now() - started;
  }
  return answers;
}"""
"""Asks everything twice: the second time, with every file at hand, is the one on the clock."""


def ask(browser: Browser, root: str, questions: Sequence[Question], page: str = "") -> tuple[Answer, ...]:
    """Ask the search of the site at `root`, from one of its pages: what a page may not do is not done here either."""
    context = browser.new_context()
    try:
        opened = context.new_page()
        opened.goto(f"{root}{page}")
        answers: dict[Question, Answer] = {}
        for locale in sorted({question.locale for question in questions}):
            mine = [question for question in questions if question.locale == locale]
            given = [{"module": f"{root}{MODULE}", "site": root}, root + INDEX.format(locale=locale), FIRST]
            found = opened.evaluate(_ASK, [*given, [question.query for question in mine]])
            answers.update(zip(mine, (_answer(each, root) for each in found), strict=True))
        return tuple(answers[question] for question in questions)
    finally:
        context.close()


def _answer(found: dict[str, Any], root: str) -> Answer:
    pages, facts, elsewhere = (tuple(_address(url, root) for url in found[name]) for name in _ADDRESSES)
    return Answer(pages, facts, found["is_told"], elsewhere, found["milliseconds"])


_ADDRESSES = ("pages", "facts", "elsewhere")


def _address(url: str, root: str) -> str:
    """An address from the site's root, whether the search gives it whole or from there."""
    return urljoin(root, url).removeprefix(root)
