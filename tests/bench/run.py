"""`python tests/bench/run.py` from anywhere: finds package, engine and the tests' tools, runs `python -m bench`."""

import runpy
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

if __name__ == "__main__":
    sys.path[0:1] = [str(HERE.parent), str(HERE.parents[1] / "hooks"), str(HERE.parent / "engine")]
    runpy.run_module("bench", run_name="__main__", alter_sys=True)
