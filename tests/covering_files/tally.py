"""What judges found, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator


class Tally:
    """How many files each judge has seen, and how many faults it found; each fault is told."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()

    def take(self, judge: str, file: str, faults: Iterable[str]) -> None:
        """One file as one judge sees it."""
        self.seen[judge] += 1
        for fault in faults:
            self.faults[judge] += 1
            print(f"{judge}: {file}: {fault}", flush=True)

    def as_text(self, total: int) -> Iterator[str]:
        """A line for each judge."""
        for judge, seen in self.seen.items():
            yield f"{judge}: {seen} of {total} files, {self.faults[judge]} faults"
