"""The commands of editors and forks: check the content, write new files, list and stamp translations, print schemas."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from opencity.answers import told
from opencity.language.city_strings import unknown_language
from opencity.language.words import shipped_locales
from opencity.pages.role_pages import NEEDED, role_page_files, role_page_segments
from opencity.problems import Place, wording
from opencity.register.models.text import SLUG
from opencity.scaffold.files import append, write_missing
from opencity.scaffold.language import is_further, strings_file, stub_pages
from opencity.scaffold.records import network_files, news_fault, news_files
from opencity.schemas import kinds, schema
from opencity.site.engine import check_content, check_date
from opencity.stamp import Refused, list_translations, missing_stubs, read_or_refuse, stamp


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 fine, 1 errors in the content, 2 a wrong call."""
    parser = argparse.ArgumentParser(prog="opencity", description="Otwarte Miasto / Open City")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check data and pages without building")
    new = commands.add_parser("new", help="write the files that a new record needs, to be filled in")
    listed = commands.add_parser("translations", help="list every translation that is not up to date")
    stamps = commands.add_parser("stamp", help="record new translations and addresses; confirm reviewed ones")
    stubs = commands.add_parser("stubs", help="write a stub for every page that a language lacks")
    draw = commands.add_parser("schema", help="print the JSON Schema of a kind of record")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument("--today", type=dt.date.fromisoformat, default=None, help="the day to check for, YYYY-MM-DD")
    new.add_argument("kind", choices=("network", "news", "page", "language"))
    new.add_argument("id", help="an id; that of news begins with a date; of a page its role; of a language its code")
    stamps.add_argument("files", nargs="*", help="translations or files of data that were reviewed")
    stamps.add_argument("--all", action="store_true", help="all of them were reviewed")
    draw.add_argument("kind", choices=kinds())
    for command in (check, new, listed, stamps, stubs):
        command.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder")
        command.add_argument("--lang", choices=wording.LANGUAGES, default="pl", help="language of the messages")
    options = parser.parse_args(arguments)
    if options.command == "check":
        return _check(options)
    if options.command == "schema":
        sys.stdout.write(schema(options.kind))
        return 0
    try:
        lines = [*_lines(options)]
    except Refused as refused:
        sys.stderr.write("".join(f"{line}\n" for line in refused.lines))
        return refused.status
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _check(options: argparse.Namespace) -> int:
    checked = check_content(options.root, today=options.today or check_date(options.root))
    if options.format == "json":
        sys.stdout.write(wording.as_json(checked.problems))
    else:
        sys.stdout.write(wording.as_text(checked.problems, options.lang))
        sys.stdout.write(wording.summary(checked.problems, options.lang))
    return 1 if checked.has_errors else 0


def _lines(options: argparse.Namespace) -> Iterator[str]:
    """Do what was asked and say so, line by line. Raises Refused."""
    root, language = options.root, options.lang
    if options.command == "translations":
        yield from list_translations(root, language)
    elif options.command == "stamp":
        yield from stamp(root, options.files, language, everything=options.all)
    elif options.command == "stubs":
        written = write_missing(root, missing_stubs(root, language))
        yield from (*written, told("stubs" if written else "no_stubs", language, number=len(written)))
    elif options.kind == "language":
        yield from _new_language(root, options.id, language)
    elif options.kind == "page":
        yield from _new_page(root, options.id, language)
    else:
        yield from _new_record(root, options.kind, options.id, language)


def _new_record(root: Path, kind: str, identity: str, language: str) -> Iterator[str]:
    if kind == "news" and (fault := news_fault(identity)):
        raise Refused([f"NEWS: {wording.word(fault, language)}"], 2)
    if not re.fullmatch(SLUG, identity):
        raise Refused([told("no_id", language)], 2)
    _, registry, pages = read_or_refuse(root, language)
    is_news = kind == "news"
    files = news_files(identity, registry, pages) if is_news else network_files(identity, registry.site, pages)
    yield from write_missing(root, files)
    yield told("filled", language)


def _new_page(root: Path, given: str, language: str) -> Iterator[str]:
    role = next((role for role in NEEDED if role == given), None)
    if role is None:
        raise Refused([told("no_role", language, given=given, known=", ".join(NEEDED))], 2)
    _, registry, pages = read_or_refuse(root, language)
    written = write_missing(root, role_page_files(role, pages))
    line = role_page_segments(role, pages)
    yield from written
    if written and line and line.partition(":")[0] not in registry.site.segments:
        yield told("segments", language, line=line)


def _new_language(root: Path, locale: str, language: str) -> Iterator[str]:
    if locale in shipped_locales():
        raise Refused([told("has_words", language, locale=locale)], 2)
    if not is_further(locale):
        raise Refused([f"LANGUAGE: {wording.word(unknown_language(locale, Place('LANGUAGE')), language)}"], 2)
    _, registry, pages = read_or_refuse(root, language)
    name, text = strings_file(root, locale)
    if append(root, name, text):
        yield name
    yield from write_missing(root, stub_pages(locale, pages))
    locales = registry.site.locales
    if locale not in locales:
        yield told("settings", language, line=f"locales: [{', '.join((*locales, locale))}]")
    yield told("translate", language, name=name, locale=locale)
