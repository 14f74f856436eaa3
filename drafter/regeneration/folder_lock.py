"""One run at a time in a folder, held by the kernel: a lock that dies with its holder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.system import try_lock


@contextmanager
def alone(file: Path, what: str) -> Iterator[None]:
    """Hold a lock file. Raises `Refused` while another process holds it.

    `what` names the run for the message: `drafter apply`.
    """
    try:
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        says = f"{file}: {error.strerror}"
        raise Refused([Diagnostic("busy", says, Place(file.as_posix()))]) from None
    try:
        if not try_lock(handle):
            says = f"another {what} is at work in {file.parent}"
            cure = "wait until it has ended, then run this again"
            raise Refused([Diagnostic("busy", says, None, cure)])
        yield
    finally:
        os.close(handle)
