"""Files laid into a folder: each is whole or not there, and nobody else's is replaced."""

from __future__ import annotations

import hashlib
from pathlib import Path

from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.disk import TEMPORARY, sweep, unwritable, write_whole


def digest(data: bytes) -> str:
    """The digest of some bytes."""
    return hashlib.sha256(data).hexdigest()


def lay(path: Path, data: bytes, ours: str = "", force: bool = False) -> None:
    """Write a file. `ours` is the digest of what we wrote there before.

    Raises `Refused` for a file that is neither that nor the same already, unless forced. A link
    is replaced and never followed.
    """
    if not force and _is_foreign(path, data, ours):
        says = f"{path} exists and was not written by this run's forerunners, or was changed since"
        cure = "move it away, or use --force to replace it"
        raise Refused([Diagnostic("output", says, Place(path.as_posix()), cure)])
    write_whole(path, data)


def _is_foreign(path: Path, data: bytes, ours: str) -> bool:
    if path.is_symlink():
        return True
    if not path.exists():
        return False
    return not path.is_file() or digest(path.read_bytes()) not in (digest(data), ours)


def made(folder: Path) -> Path:
    """A folder for files, made where there is none. Raises `Refused`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused([unwritable(folder, error)]) from None
    return folder


def swept(folder: Path) -> None:
    """Remove what a run that was killed left half-written."""
    sweep(folder, (TEMPORARY, ".new-"))
