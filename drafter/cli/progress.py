"""How far a long run has come: a moving line on a terminal, and nothing elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

T = TypeVar("T")

_MOVES = 0.2  # seconds between two states


class ProgressLine:
    """Counts what is done of `total`; says rate and time left on a terminal, unless `quiet`."""

    def __init__(self, total: int, what: str, quiet: bool = False) -> None:
        self.total, self.what, self.done = total, what, 0
        self._start = self._last = time.monotonic()
        self._shown = not quiet and sys.stderr.isatty()

    def watch(self, results: Iterable[T]) -> Iterator[T]:
        """The results; each one counts."""
        for result in results:
            self.step(self.done + 1)
            yield result
        self.end()

    def seen(self, done: int, total: int) -> None:
        """So many of so many are done."""
        self.total = total
        self.step(done)

    def step(self, done: int) -> None:
        """So many are done."""
        self.done, now = done, time.monotonic()
        if self._shown and now - self._last >= _MOVES:
            self._last = now
            line = progress_line(self.done, self.total, now - self._start, self.what)
            click.echo(f"\r\033[K{line}", nl=False, err=True)

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)


def progress_line(done: int, total: int, seconds: float, what: str) -> str:
    """
    >>> progress_line(250, 1000, 10.0, "agreements")
    '250 of 1,000 agreements, 25 a second, 30 s left'
    """
    rate = done / seconds if seconds else 0.0
    shown = f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}"
    left = f", {print_time((total - done) / rate)} left" if rate else ""
    return f"{done:,} of {total:,} {what}, {shown} a second{left}"


def print_time(seconds: float) -> str:
    """
    >>> print_time(30), print_time(170), print_time(7300)
    ('30 s', '3 min', '2 h 2 min')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60} min"
