"""The command line in; the report on the screen and, after a full run, in RESULTS.md, out."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from .measurements import FULL, QUICK, measure_everything
from .meter import Failed
from .report import as_markdown

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"


def main() -> int:
    """Run the benchmark; returns 1 only where something that should have been measured did not run at all."""
    parser = argparse.ArgumentParser(prog="bench", description="What a build and a check cost")
    parser.add_argument("--quick", action="store_true", help="one run each, 200 pages; prints and writes no file")
    parser.add_argument("--output", type=Path, default=None, help="where to write the report instead")
    options = parser.parse_args()
    plan = QUICK if options.quick else FULL
    output: Path | None = options.output or (None if options.quick else RESULTS)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        try:
            results = measure_everything(plan, Path(folder))
        except Failed as failure:
            sys.stderr.write(f"{failure}\n")
            return 1
    text = as_markdown(results)
    sys.stdout.write(text)
    if output is not None:
        output.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
