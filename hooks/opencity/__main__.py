"""`python -m opencity …` runs the command line."""

import sys

from opencity.cli import main

sys.exit(main())
