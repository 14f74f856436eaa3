"""The answers file of an interview: saved after every answer, whole or as it was; one writer."""

from __future__ import annotations

import os
import re
import textwrap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.disk import unwritable, write_faults
from drafter.intake.saved_questions import SavedQuestions
from drafter.questionnaire.answers_file import write_answers_file
from drafter.system import try_lock

_NOTE = "The questions as they stood; `drafter ask --resume` names those that are new."
_NOTED = re.compile(r"([a-z][a-z0-9_]*)=([0-9a-f]{6})\b")
_NOTES = re.compile(rf"^# {re.escape(_NOTE)}\r?\n(?:# (?:{_NOTED.pattern} ?)+\r?\n)*", re.MULTILINE)


def save(path: Path, data: Mapping[str, Any], known: SavedQuestions | None = None) -> None:
    """Write the deal record; a file named .json as JSON. Raises `Refused`.

    A YAML file ends with a note of the questions that it was answered by.
    """
    write_answers_file(path, data, lambda text: _NOTES.sub("", text) + _note(known or {}))


# --- the questions as they stood --------------------------------------------------------------


def _note(known: SavedQuestions) -> str:
    """The questions with their digests, as a comment that no reader of answers minds."""
    words = " ".join(f"{name}={digest}" for name, digest in known.items())
    lines = textwrap.wrap(words, 98, break_on_hyphens=False)
    return "".join(f"# {line}\n" for line in (_NOTE, *lines)) if known else ""


def questions_then(path: Path) -> SavedQuestions:
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
