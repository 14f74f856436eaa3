"""What operating systems do differently: locks, signals that end a program, safe folders."""

from __future__ import annotations

import importlib
import os
import signal
from pathlib import Path

ENDINGS = tuple(
    getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)
)  # Windows has no SIGHUP

RENAMES_OPEN_FILES = os.name != "nt"  # Windows renames and removes only what is closed


def try_lock(handle: int) -> bool:
    """Lock an open file for this process; False where another holds it. A kill frees it."""
    try:
        import fcntl
    except ImportError:
        return _try_lock_region(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _try_lock_region(handle: int) -> bool:
    """Windows locks bytes, also those beyond the end; far out nobody reads or writes."""
    msvcrt = importlib.import_module("msvcrt")
    at = os.lseek(handle, 0, os.SEEK_CUR)
    try:
        os.lseek(handle, 1 << 30, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    except OSError:
        return False
    finally:
        os.lseek(handle, at, os.SEEK_SET)
    return True


def sync_folder(folder: Path) -> None:
    """A new name in a folder outlives a power cut only when the folder is on disk too; Windows
    keeps names by itself and opens no folder."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        if os.name == "nt":
            return
        raise
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
