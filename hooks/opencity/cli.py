"""The commands of editors and forks: check the content, write new files, list and stamp translations, print schemas."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from pathlib import Path

from opencity.answers import told
from opencity.language.city_strings import unknown_language
from opencity.language.words import shipped_locales
from opencity.problems import Place, wording
from opencity.register.models.text import SLUG
from opencity.scaffold.files import append, write_missing
from opencity.scaffold.language import is_further, strings_file, stub_pages
from opencity.scaffold.records import network_files, news_fault, news_files
from opencity.schemas import kinds, schema
from opencity.site.engine import build_date, check_content
from opencity.stamp import Refused, list_translations, missing_stubs, stamp


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
    new.add_argument("kind", choices=("network", "news", "language"))
    new.add_argument("id", help="small letters, digits and hyphens; news begin with their date; a language is its code")
    stamps.add_argument("files", nargs="*", help="translations or files of data that were reviewed")
    stamps.add_argument("--all", action="store_true", help="all of them were reviewed")
    draw.add_argument("kind", choices=kinds())
    for command in (check, new, listed, stamps, stubs):
        command.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder")
        command.add_argument("--lang", choices=wording.LANGUAGES, default="pl", help="language of the messages")
    options = parser.parse_args(arguments)
    if options.command == "check":
        return _check(options)
    if options.command == "new":
        return _new(options)
    if options.command in ("translations", "stamp", "stubs"):
        return _translations(options)
    sys.stdout.write(schema(options.kind))
    return 0


def _check(options: argparse.Namespace) -> int:
    # no clock is right that is behind the last commit: without this, every source would be read in the future
    today = options.today or max(dt.date.today(), build_date(options.root))
    checked = check_content(options.root, today=today)
    if options.format == "json":
        sys.stdout.write(wording.as_json(checked.problems))
    else:
        sys.stdout.write(wording.as_text(checked.problems, options.lang))
        sys.stdout.write(wording.summary(checked.problems, options.lang))
    return 1 if checked.has_errors else 0


def _translations(options: argparse.Namespace) -> int:
    root, language = options.root, options.lang
    try:
        if options.command == "translations":
            lines = [*list_translations(root, language)]
        elif options.command == "stamp":
            lines = [*stamp(root, options.files, language, everything=options.all)]
        else:
            written = write_missing(root, missing_stubs(root, language))
            lines = [*written, told("stubs" if written else "no_stubs", language, number=len(written))]
    except Refused as refused:
        sys.stderr.write("".join(f"{line}\n" for line in refused.lines))
        return refused.status
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _new(options: argparse.Namespace) -> int:
    if options.kind == "language":
        return _new_language(options)
    if options.kind == "news" and (fault := news_fault(options.id)):
        sys.stderr.write(f"NEWS: {wording.word(fault, options.lang)}\n")
        return 2
    if not re.fullmatch(SLUG, options.id):
        sys.stderr.write(f"{told('no_id', options.lang)}\n")
        return 2
    checked = check_content(options.root, today=dt.date.today())
    if checked.registry is None or checked.pages is None:
        sys.stderr.write(wording.as_text(checked.problems, options.lang))
        return 1
    if options.kind == "news":
        files = news_files(options.id, checked.registry, checked.pages)
    else:
        files = network_files(options.id, checked.registry.site, checked.pages)
    written = write_missing(options.root, files)
    sys.stdout.write("".join(f"{line}\n" for line in (*written, told("filled", options.lang))))
    return 0


def _new_language(options: argparse.Namespace) -> int:
    locale = options.id
    if not is_further(locale):
        unknown = wording.word(unknown_language(locale, Place("LANGUAGE")), options.lang)
        is_shipped = locale in shipped_locales()
        hint = told("has_words", options.lang, locale=locale) if is_shipped else f"LANGUAGE: {unknown}"
        sys.stderr.write(f"{hint}\n")
        return 2
    checked = check_content(options.root, today=dt.date.today())
    if checked.registry is None or checked.pages is None:
        sys.stderr.write(wording.as_text(checked.problems, options.lang))
        return 1
    name, text = strings_file(options.root, locale)
    lines = [name] if append(options.root, name, text) else []
    lines += write_missing(options.root, stub_pages(locale, checked.pages))
    locales = checked.registry.site.locales
    if locale not in locales:
        lines.append(told("settings", options.lang, line=f"locales: [{', '.join((*locales, locale))}]"))
    lines.append(told("translate", options.lang, name=name, locale=locale))
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0
