"""The command line: one file a command; click stays in here.

Exit codes: 0 done, 1 the input is at fault, 2 usage, 3 our fault, 130 interrupted.
"""

from __future__ import annotations

import gc
import sys

from drafter.cli.app import cli
from drafter.cli.errors import guarded


def main() -> None:
    """Run the command line. It keeps what it reads: rubbish is looked for seldom, and not when
    all of it ends."""
    gc.set_threshold(100_000, 20, 50)
    try:
        sys.exit(guarded(cli))
    finally:
        gc.freeze()
