"""The answers file of an interview: saved after every answer, whole or as it was; one writer."""

from __future__ import annotations

import json
import os
import re
import textwrap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import yaml

from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.disk import sweep, unwritable, write_faults, write_whole
from drafter.intake.known import Known
from drafter.system import try_lock

_NOTE = "The questions as they stood; `drafter ask --resume` names those that are new."
_NOTED = re.compile(r"([a-z][a-z0-9_]*)=([0-9a-f]{6})\b")


class _Plain(yaml.SafeDumper):
    """Block style, no anchors; scalars that YAML would re-read are quoted."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def as_yaml(data: Mapping[str, Any]) -> str:
    """The deal record as an answers file, empty parts left away."""
    kept = {key: value for key, value in data.items() if value or key in ("precedent", "answers")}
    return yaml.dump(kept, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=1000)


def save(path: Path, data: Mapping[str, Any], known: Known | None = None) -> None:
    """Write the deal record; a file named .json as JSON. Raises `Refused`.

    A YAML file ends with a note of the questions that it was answered by.
    """
    if path.suffix == ".json":
        text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    else:
        text = as_yaml(data) + _note(known or {})
    target = path.resolve()
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o644  # as private as it was
    sweep(target.parent)
    write_whole(target, text.encode(), mode=mode)


# --- the questions as they stood --------------------------------------------------------------


def _note(known: Known) -> str:
    """The questions with their digests, as a comment that no reader of answers minds."""
    words = " ".join(f"{name}={digest}" for name, digest in known.items())
    lines = textwrap.wrap(words, 98, break_on_hyphens=False)
    return "".join(f"# {line}\n" for line in (_NOTE, *lines)) if known else ""


def questions_then(path: Path) -> Known:
    """The questions as they stood when the file was saved; none where it does not say."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    _, noted, after = text.rpartition(f"# {_NOTE}\n")
    return dict(_NOTED.findall(after)) if noted else {}


@contextmanager
def one_writer(path: Path) -> Iterator[None]:
    """Hold the answers file for this session; a kill frees it. Raises `Refused` when it is held."""
    if faults := write_faults(path, True, "answers"):
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
            raise Refused([unwritable(path, error)]) from None
        if not try_lock(handle.fileno()):
            handle.seek(0)
            says = f"{path} is being answered in another session ({handle.read().strip()})"
            handle.close()
            cure = "close that session first"
            raise Refused([Diagnostic("in-use", says, Place(path.as_posix()), cure)])
        if lock.exists() and lock.stat().st_ino == os.fstat(handle.fileno()).st_ino:
            return handle
        handle.close()
