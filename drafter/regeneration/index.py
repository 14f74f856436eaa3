"""What a batch wrote into its folder, one line a file: enough to skip what has not changed.

Lines are only added, and the last one of a file counts; a line cut off by a kill is not read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

NAME = ".drafter-batch.jsonl"


class Written(NamedTuple):
    """A file that a batch wrote: the digests of all that it was made from, and of its bytes."""

    file: str
    key: str
    digest: str


class Index:
    """The index of a folder, open for adding."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self.known = {one.file: one for one in _read(self._path)}
        self._file = self._path.open("a", encoding="utf-8")
        if self.known or self._path.stat().st_size:
            self._file.write("\n")  # the last line may have been cut off

    def add(self, written: Written) -> None:
        """Remember a file."""
        self.known[written.file] = written
        self._file.write(json.dumps(written, ensure_ascii=False) + "\n")
        self._file.flush()

    def close(self) -> None:
        """Leave one line a file behind."""
        self._file.close()
        fresh = self._path.with_suffix(".new")
        lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in self.known.values())
        fresh.write_text("".join(lines), "utf-8")
        fresh.replace(self._path)


def _read(path: Path) -> Iterator[Written]:
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        try:
            file, key, digest = map(str, json.loads(line))
        except (ValueError, TypeError):
            continue
        yield Written(file, key, digest)
