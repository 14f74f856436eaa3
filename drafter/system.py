"""What the system beneath does: locks, signals that end a program, safe folders, memory."""

from __future__ import annotations

import gc
import importlib
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

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


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold a lock file, and wait for whoever holds it. Raises `OSError` if it cannot be opened."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        while not try_lock(handle):
            Event().wait(0.01)
        yield
    finally:
        os.close(handle)


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


@contextmanager
def uncollected() -> Iterator[None]:
    """No look for rubbish meanwhile; around a function too. A draft and a proof make many small
    values, keep most of them and leave no circles: to look is a quarter to a third of their time.
    """
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_looking:
            gc.enable()
