"""The answers file of an interview: saved after every answer, whole or as it was; one writer."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import yaml

from drafter.cli.common import check_writable, write_whole
from drafter.diagnostics import Diagnostic, Place, Refused


class _Plain(yaml.SafeDumper):
    """Block style, no anchors; scalars that YAML would re-read are quoted."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def as_yaml(data: Mapping[str, Any]) -> str:
    """The deal record as an answers file, empty parts left away."""
    kept = {key: value for key, value in data.items() if value or key in ("precedent", "answers")}
    return yaml.dump(kept, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=1000)


def save(path: Path, data: Mapping[str, Any]) -> None:
    """Write the deal record; a file named .json as JSON. Raises `Refused`."""
    if path.suffix == ".json":
        import json

        text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    else:
        text = as_yaml(data)
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise Refused([_unwritable(path, error)]) from None


def _unwritable(path: Path, error: OSError) -> Diagnostic:
    says = f"{path} cannot be written: {error.strerror}"
    return Diagnostic("output", says, Place(path.as_posix()), "name another file with -o")


@contextmanager
def one_writer(path: Path) -> Iterator[None]:
    """Hold the answers file for this session; a kill frees it. Raises `Refused` when it is held."""
    if faults := check_writable(path, True, "answers"):
        raise Refused(faults)
    lock = path.with_name(f".{path.name}.lock")
    with _held(lock, path) as handle:
        handle.truncate(0)
        handle.write(f"process {os.getpid()}")
        handle.flush()
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)


def _held(lock: Path, path: Path) -> TextIO:
    """The lock file, locked. One that went away in between is no lock, and is made anew."""
    while True:
        try:
            handle = lock.open("a+", encoding="utf-8")
        except OSError as error:
            raise Refused([_unwritable(path, error)]) from None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.seek(0)
            says = f"{path} is being answered in another session ({handle.read().strip()})"
            handle.close()
            raise Refused(
                [Diagnostic("in-use", says, Place(path.as_posix()), "close that session first")]
            ) from None
        if lock.exists() and lock.stat().st_ino == os.fstat(handle.fileno()).st_ino:
            return handle
        handle.close()
