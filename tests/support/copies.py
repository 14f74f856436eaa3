"""Folders that tests may change: each a copy that always lies in the same place, brought back
before it is used to what it was. A library that lies where it lay is remembered by drafter."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from stat import S_ISDIR

from drafter.bundled import starter_library

WRITTEN_WHOLE = (".md", ".yaml", ".docx")  # a database may change behind its time and length
Looks = tuple[int, int, int]  # what kind of file, how long, when it was written


def own_library(name: str = "library") -> Path:
    """A copy of the starter library."""
    return fresh_copy(starter_library(), name)


def fresh_copy(original: Path, name: str) -> Path:
    """A copy of a folder; what was changed in it since is undone."""
    place = Path(os.environ["XDG_CACHE_HOME"]) / f"copies-{os.getpid()}" / name
    if not place.exists():
        return shutil.copytree(original, place)
    wanted, found = _below(original), _below(place)
    for path in sorted(found.keys() - wanted.keys(), reverse=True):
        _remove(place / path)
    for path, looks in wanted.items():
        if found.get(path) != looks or not path.endswith(WRITTEN_WHOLE):
            _copy(original / path, place / path)
    return place


def _below(folder: Path) -> dict[str, Looks]:
    """Everything in a folder, a folder before what is in it."""
    found: dict[str, Looks] = {}
    for where, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = os.path.join(where, name)  # noqa: PTH118 - hundreds of files for every test
            found[path[len(str(folder)) + 1 :]] = _looks(os.lstat(path))
    return found


def _looks(status: os.stat_result) -> Looks:
    if S_ISDIR(status.st_mode):
        return status.st_mode, 0, 0
    return status.st_mode, status.st_size, status.st_mtime_ns


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink(missing_ok=True)  # a database that is closed meanwhile takes its log along


def _copy(original: Path, path: Path) -> None:
    if original.is_dir():
        path.mkdir(exist_ok=True)
        shutil.copystat(original, path)
    else:
        path.unlink(missing_ok=True)
        shutil.copy2(original, path)
