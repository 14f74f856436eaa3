"""A disk that fails: at any write, sync or rename of ours the power may go, or the room.

After a power cut, what a file or folder holds is certain only as it was last synced; of all that
was done since, chance decides what is there. A database keeps itself and is left as it is.
"""

from __future__ import annotations

import errno
import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

STEPS = ("write", "fsync", "replace", "link", "unlink", "mkdir")
CUT, FULL, OTHER = "cut", "full", "other"
DATABASE = "registry.db"


class PowerCut(BaseException):
    """Nothing happens any more."""


def nothing_forgotten(path: Path) -> bool:
    return False


@dataclass
class Disk:
    """What lies below a folder, and what of it is certain.

    At step `at` happens `what`: the power goes, the room is used up, or `other` acts first.
    `forgets`: the files and folders that are not synced although they are told to be.
    """

    root: Path
    grave: Path  # holds what was removed, so that no number of a file is used twice
    what: str = ""
    at: int = -1
    other: Callable[[], object] = lambda: None
    forgets: Callable[[Path], bool] = nothing_forgotten
    steps: int = 0
    is_dead: bool = False
    contents: dict[int, bytes] = field(default_factory=dict)  # as last synced
    names: dict[int, dict[str, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.grave.mkdir()
        for path in (self.root, *self.root.rglob("*")):
            self._sync(path)

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Each step of this process goes by here."""
        real = {step: getattr(os, step) for step in STEPS}
        for step in STEPS:
            setattr(os, step, self._watched(step, real))
        try:
            yield
        finally:
            for step in STEPS:
                setattr(os, step, real[step])

    def _watched(self, step: str, real: dict[str, Any]) -> Callable[..., Any]:
        def watched(*given: Any, **named: Any) -> Any:
            path = _path(given[0])
            if not path.is_relative_to(self.root) or path.name.startswith(DATABASE):
                return real[step](*given, **named)
            if self._is_now() and step != "unlink":
                if step == "write":
                    real[step](given[0], bytes(given[1])[: len(given[1]) // 2])
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            gone = Path(given[-1]) if step in ("replace", "unlink") else None
            if gone is not None and gone.exists():
                real["link"](gone, self.grave / str(self.steps))
            if step == "fsync" and not self.forgets(path):
                self._sync(path)
            return None if step == "fsync" else real[step](*given, **named)

        return watched

    def _is_now(self) -> bool:
        """Whether the room is used up at this step; the power goes, or another acts, by itself."""
        now = self.steps == self.at
        self.steps += 1
        if self.is_dead or (now and self.what == CUT):
            self.is_dead = True
            raise PowerCut
        if now and self.what == OTHER:
            self.other()
        return now and self.what == FULL

    def _sync(self, path: Path) -> None:
        if path.is_dir():
            self.names[path.stat().st_ino] = _listed(path)
        else:
            self.contents[path.stat().st_ino] = path.read_bytes()

    def after_a_power_cut(self, chance: random.Random) -> None:
        """Leave in the folder what is there when the power is back."""
        here = (self.root, *self.root.rglob("*"), *self.grave.iterdir())
        paths = {path.stat().st_ino: path for path in here}
        fresh = self.grave / "fresh"
        self._rebuild(self.root, fresh, paths, chance)
        for path in self.root.glob(f"{DATABASE}*"):
            shutil.copy(path, fresh / path.name)
        shutil.rmtree(self.root)
        fresh.rename(self.root)

    def _rebuild(
        self, folder: Path, fresh: Path, paths: dict[int, Path], chance: random.Random
    ) -> None:
        fresh.mkdir()
        before, now = self.names.get(folder.stat().st_ino, {}), _listed(folder)
        for name in sorted(before | now):
            number = chance.choice((before.get(name), now.get(name)))
            if number is not None and paths[number].is_dir():
                self._rebuild(paths[number], fresh / name, paths, chance)
            elif number is not None:
                (fresh / name).write_bytes(self._content(number, paths[number], chance))

    def _content(self, number: int, path: Path, chance: random.Random) -> bytes:
        now, certain = path.read_bytes(), self.contents.get(number, b"")
        kept = len(certain) if now.startswith(certain) else 0  # what is added harms nothing before
        part = now[: chance.randrange(kept, len(now) + 1)]
        return now if now == certain else chance.choice((certain, now, part))


def _path(given: Any) -> Path:
    """The file or folder that a step is about."""
    return Path(f"/proc/self/fd/{given}").readlink() if isinstance(given, int) else Path(given)


def _listed(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in folder.iterdir()
            if not path.name.startswith(DATABASE)}  # fmt: skip
