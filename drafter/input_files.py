"""Files that somebody names: read once, and never more than a bound.

A pipe that nobody writes to would wait for ever, and a device has no end; neither is a file here.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from drafter.diagnostics import Diagnostic, Place, Refused

LARGEST_WORD_FILE = 60_000_000  # bytes, as it lies on the disk


def read_input(
    path: Path,
    rule: str,
    most: int,
    what: str = "file",
    large: str = "check that it is the right file",
) -> bytes:
    """The bytes of a regular file of at most `most` bytes.

    Raises `Refused` with a fault of the kind `rule` for a folder, pipe or device, a file that is
    larger or cannot be read. `what` the file is, and the cure where it is too `large`, are said.
    """
    name = path.as_posix()

    def refused(says: str, cure: str) -> Refused:
        return Refused([Diagnostic(rule, f"{name}: {says}", Place(name), cure.format(what))])

    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
        with os.fdopen(handle, "rb") as file:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode):
                raise refused(*_ODD.get(stat.S_IFMT(about.st_mode), _DEVICE))
            data = b"" if about.st_size > most else file.read(most + 1)
    except (OSError, ValueError) as error:
        if path.is_dir():  # some systems do not open a folder at all
            raise refused(*_ODD[stat.S_IFDIR]) from None
        says = getattr(error, "strerror", None) or "cannot be read"
        raise refused(says, "check the path") from None
    if max(about.st_size, len(data)) > most:
        limit = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most:,} bytes"
        raise refused(f"larger than {limit}", large)
    return data


_BINARY = getattr(os, "O_BINARY", 0)
_DEVICE = ("this is a device, not a file", "name a file")
_ODD = {
    stat.S_IFDIR: ("this is a folder", "name the {} in it"),
    stat.S_IFIFO: ("this is a pipe, not a file", "write what it gives to a file, and name that"),
}
