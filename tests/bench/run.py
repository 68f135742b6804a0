"""`python tests/bench/run.py` from anywhere: finds the package and the engine, then runs `python -m bench`."""

import runpy
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

if __name__ == "__main__":
    sys.path[0:1] = [str(HERE.parent), str(HERE.parents[1] / "hooks")]
    runpy.run_module("bench", run_name="__main__", alter_sys=True)
