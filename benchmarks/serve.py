"""The contender's side of the protocol: a number on stdin is how many documents to make.

Standard library only, for one contender runs in an environment without drafter.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path


def serve(make: Callable[[], bytes], sample: Path) -> None:
    """Write one document to `sample`; then, for each line `n`, make n and print the CPU seconds."""
    sample.write_bytes(make())
    print("ready", flush=True)
    for line in sys.stdin:
        start = time.process_time()
        for _ in range(int(line)):
            make()
        print(time.process_time() - start, flush=True)
