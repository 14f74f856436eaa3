"""Drafts very many agreements in one process: `make soak COUNT=20000`.

The library and the house style are read anew every thousand drafts, as a service does that is told
of new ones. The memory must stay flat after the first thousand, and every example must come out in
the same bytes each time.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path

from benchmarks.deal import HOUSE
from drafter.drafting import Library, load_library, load_style
from drafter.questionnaire.answers_file import read_answers_file

EXAMPLES = sorted(Path(__file__).parents[1].glob("examples/*/answers.yaml"))
RELOAD = 1_000
MOST = 1.1  # of the memory after the first thousand


def main() -> int:
    """Print the memory at every thousand; 0 where it stayed flat and no byte differs."""
    count, seen, first = int(sys.argv[1]), dict[Path, str](), 0.0
    for done in range(0, count, RELOAD):
        differ = _round(load_library(), min(RELOAD, count - done), seen)
        gc.collect()
        now = _megabytes()
        first = first or now
        print(f"{done + RELOAD:>7} drafts  {now:6.1f} MB  {len(differ)} differ", flush=True)
        if differ or now > first * MOST:
            print("not in the same bytes" if differ else "the memory grows")
            return 1
    return 0


def _round(library: Library, count: int, seen: dict[Path, str]) -> Sequence[Path]:
    """Draft so many, the examples in turn; those that came out otherwise than before."""
    style, differ = load_style(HOUSE), []
    deals = [(path, read_answers_file(path)[0]) for path in EXAMPLES]
    for path, deal in islice((deal for _ in iter(int, 1) for deal in deals), count):
        digest = sha256(library.draft(deal).to_docx(style)).hexdigest()
        if seen.setdefault(path, digest) != digest:
            differ.append(path)
    return differ


def _megabytes() -> float:
    """What of the process is in memory now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.exit(main())
