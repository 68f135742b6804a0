"""A command in; its seconds, processor seconds and peak memory out, each command in a process of its own.

The file is a script as well: the system keeps one peak for all children of a process, so each run has a fresh
parent that starts nothing else. That parent is small, because a child's peak cannot be lower than its parent's.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

STARTED = "BENCH_STARTED"
"""The environment variable that tells the measured process when it was started, on the monotonic clock."""


class Failed(Exception):
    """A command that should have been measured ended with an error; the text is what it printed."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process cost: seconds on the clock and on the processor, and its peak memory in bytes."""

    seconds: float
    processor: float
    peak: int


def measure(
    command: Sequence[str], *, folder: Path, environment: Mapping[str, str], allowed: frozenset[int] = frozenset({0})
) -> Run:
    """Run a command in a folder and measure it.

    Raises Failed when its exit status is not one of `allowed`.
    """
    report = folder / "bench-run.json"
    result = subprocess.run(
        [sys.executable, "-I", "-S", str(Path(__file__).resolve()), str(report), *command],
        cwd=folder,
        env=dict(environment),
        capture_output=True,
        text=True,
        timeout=1800,
        check=False,
    )
    if result.returncode not in allowed:
        raise Failed(f"{' '.join(command)}: exit status {result.returncode}\n{result.stdout}{result.stderr}")
    return Run(**json.loads(report.read_text(encoding="utf-8")))


def _run(report: Path, command: Sequence[str]) -> int:
    """Be the fresh parent of one command; returns its exit status."""
    started = time.monotonic()
    status = subprocess.run(command, env={**os.environ, STARTED: repr(started)}, check=False).returncode
    seconds = time.monotonic() - started
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes
    found = {"seconds": seconds, "processor": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss * unit}
    report.write_text(json.dumps(found), encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(_run(Path(sys.argv[1]), sys.argv[2:]))
