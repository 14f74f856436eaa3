"""What a batch wrote into its folder, one line a file: enough to skip what has not changed.

Lines are only added, and the last one of a file counts; a line cut off by a kill is not read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from drafter.disk import write_whole

NAME = ".drafter-batch.jsonl"


class BatchFile(NamedTuple):
    """A file that a batch wrote: the digests of all that it was made from, and of its bytes; where
    its deal stood (`source`, from the folder), the digest of the deal's words, the name that it
    wanted; and, as JSON, what was said of it. Earlier releases noted the first three."""

    file: str
    key: str
    digest: str
    source: str = ""
    row: str = ""
    stem: str = ""
    said: str = "{}"


class Index:
    """The index of a folder, open for adding."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        if self._path.is_symlink():  # what it leads to is nobody's index
            self._path.unlink()
        self.known = read_index(folder)
        self._file = self._path.open("a", encoding="utf-8")
        if self.known or self._path.stat().st_size:
            self._file.write("\n")  # the last line may have been cut off

    def add(self, written: BatchFile) -> None:
        """Remember a file, also when the power goes the next moment.

        Where there is no room for it, it is written with the others when the index is closed.
        """
        self.known[written.file] = written
        with suppress(OSError):
            self._file.write(json.dumps(written, ensure_ascii=False) + "\n")
            self._file.flush()
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Leave one line a file behind, in the order of their names. Raises `Refused`."""
        with suppress(OSError):
            self._file.close()
        lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in sorted(self.known.values()))
        write_whole(self._path, "".join(lines).encode())


def read_index(folder: Path) -> dict[str, BatchFile]:
    """What batches wrote into a folder, by file; nothing where none did."""
    return {one.file: one for one in _read(folder / NAME)}


def _read(path: Path) -> Iterator[BatchFile]:
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        try:
            yield BatchFile(*map(str, json.loads(line)))
        except (ValueError, TypeError):
            continue
