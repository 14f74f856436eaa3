"""`approvals.yaml`: who approved which wording, when and until when.

An approval names the digest of the wording's file, so an edit voids it. Lines are only ever added.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from drafter.diagnostics import Diagnostic, Place, Refused, note_from, quoted
from drafter.disk import unwritable, write_whole
from drafter.system import locked
from drafter.yaml_nodes import YamlFile

_KEYS = ("wording", "digest", "by", "on", "until")
_NEEDED = ("wording", "digest", "by", "on")
_DIGEST = re.compile(r"[0-9a-f]{64}")
LOCK = ".approvals.lock"
_HEADING = b"# Which wordings are approved; an edit of a wording voids its approval.\n"


class Approval(NamedTuple):
    """One approval. `on` and `until` are ISO dates; `until` is empty where it has no end."""

    wording: str  # topic/variant
    digest: str
    by: str
    on: str
    until: str = ""

    def holds(self, today: str) -> bool:
        """Whether it holds on a day.

        >>> Approval("exit/any-time", "", "Head of Legal", "2027-01-01", "2027-12-31").holds(
        ...     "2028-01-01")
        False
        """
        return self.on <= today and (not self.until or today <= self.until)


def read_approvals(file: Path) -> tuple[Approval, ...]:
    """Every approval, oldest first; none where there is no file. Raises `Refused`."""
    if not file.exists():
        return ()
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        says, note = f"{file} cannot be read", note_from("reader", error)
        raise Refused(
            [Diagnostic("approvals", says, Place(file.as_posix()), "", (note,))]
        ) from None
    yaml = YamlFile(file.as_posix(), text)
    if not re.sub(r"(?m)^\s*#.*$", "", text).strip():
        return ()
    approvals = tuple(_approvals(yaml))
    if yaml.faults:
        raise Refused(yaml.faults)
    return approvals


def _approvals(file: YamlFile) -> Iterator[Approval]:
    root = file.root()
    for node in file.items(root) if root is not None else ():
        entries = file.mapping(node, _KEYS, _NEEDED)
        words = {key: file.scalar(value) for key, value in entries.items()}
        if not _DIGEST.fullmatch(words.get("digest", "0" * 64)):
            file.fault("approvals", "this is no digest", entries["digest"], "64 hex digits")
        for key in ("on", "until"):
            if words.get(key) and not is_day(words[key]):
                says = f"{quoted(words[key])} is no date"
                file.fault("approvals", says, entries[key], "write it as 2027-03-05")
        yield Approval(*(words.get(key, "") for key in _KEYS))


def is_day(word: str) -> bool:
    """Whether a word is a date as 2027-03-05."""
    try:
        return date.fromisoformat(word).isoformat() == word
    except ValueError:
        return False


def add_approvals(file: Path, approvals: Iterable[Approval]) -> None:
    """Add lines, all or none. Two people may do so at once: each waits for the other."""
    lines = "".join(_line(one) for one in approvals).encode()
    file = Path(os.path.realpath(file))
    try:
        with locked(file.parent / LOCK):
            before = file.read_bytes() if file.exists() else _HEADING
            mode = stat.S_IMODE(file.stat().st_mode) if file.exists() else 0o644
            end = b"" if before.endswith(b"\n") else b"\n"
            write_whole(file, before + end + lines, mode=mode)
    except OSError as error:
        raise _refused(unwritable(file, error)) from None
    except Refused as refused:
        raise _refused(*refused.diagnostics) from None


def _refused(*faults: Diagnostic) -> Refused:
    return Refused(replace(one, rule="approvals") for one in faults)


def _line(approval: Approval) -> str:
    words = ", ".join(
        f"{key}: {_quoted(value)}" for key, value in approval._asdict().items() if value
    )
    return f"- {{{words}}}\n"


def _quoted(word: str) -> str:
    plain = re.fullmatch(r"[a-z0-9][a-z0-9/-]*", word)
    return word if plain else json.dumps(word, ensure_ascii=False)
