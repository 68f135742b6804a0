"""`python -m opencity …` runs the command line."""

import gc
import sys

from opencity.cli import main

# A check makes hundreds of thousands of small objects, no cycles, and ends: looking for cycles took a third of it.
gc.disable()
sys.exit(main())
