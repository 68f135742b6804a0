"""The commands an editor or a fork runs: `check` for now prints every problem of the data and the pages."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from opencity.problems import wording
from opencity.site.engine import check_content


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 fine, 1 errors in the content, 2 a wrong call."""
    parser = argparse.ArgumentParser(prog="opencity", description="Otwarte Miasto / Open City")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check data and pages without building")
    check.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder")
    check.add_argument("--lang", choices=wording.LANGUAGES, default="pl", help="language of the messages")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument("--today", type=dt.date.fromisoformat, default=None, help="the day to check for, YYYY-MM-DD")
    options = parser.parse_args(arguments)
    return _check(options)


def _check(options: argparse.Namespace) -> int:
    loaded = check_content(options.root, today=options.today or dt.date.today())
    if options.format == "json":
        sys.stdout.write(wording.as_json(loaded.problems))
    else:
        sys.stdout.write(wording.as_text(loaded.problems, options.lang))
        sys.stdout.write(wording.summary(loaded.problems, options.lang))
    return 1 if loaded.has_errors else 0
