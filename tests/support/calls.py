"""What something costs in counts that are the same on every machine: calls, and files opened."""

from __future__ import annotations

import cProfile
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_HEARD: list[tuple[str, str]] = []  # what a process tells of itself while somebody listens
_LISTENING: list[bool] = []


def calls(run: Callable[[], object]) -> int:
    """How many calls something makes."""
    profile = cProfile.Profile()
    profile.runcall(run)
    return sum(one.callcount for one in profile.getstats())  # type: ignore[attr-defined]


@contextmanager
def overheard(*events: str) -> Iterator[list[tuple[str, str]]]:
    """The events of these names meanwhile (`open`, `compile`, `import`), each with its subject."""
    if not _LISTENING:
        sys.addaudithook(_hear)
        _LISTENING.append(False)
    _HEARD.clear()
    _LISTENING[0] = True
    heard: list[tuple[str, str]] = []
    try:
        yield heard
    finally:
        _LISTENING[0] = False
        heard += [one for one in _HEARD if one[0] in events]


def opened(heard: list[tuple[str, str]], folder: Path) -> list[str]:
    """The files beneath a folder that were opened, by their paths from there."""
    root = f"{folder}/"
    return [what.removeprefix(root) for name, what in heard
            if name == "open" and what.startswith(root)]  # fmt: skip


def _hear(event: str, about: tuple[object, ...]) -> None:
    if _LISTENING and _LISTENING[0] and event in ("open", "compile", "import"):
        _HEARD.append((event, str(about[0] if about else "")))
