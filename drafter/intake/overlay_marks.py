"""Whose each answer is, where several answers files are laid over each other.

A file may hold a whole list as proposed, and another file other records of it that somebody
answered. The list is one afterwards, so the mark goes to each field that is proposed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from drafter.intake.answered_file import AnsweredFile, value_at
from drafter.questionnaire.record import PROPOSED

Mark = dict[str, str]


def marks(files: Sequence[AnsweredFile]) -> Iterator[tuple[str, Mark]]:
    """Who gave each answer, and when: questions, and fields that have a mark of their own. What
    nobody answers may have a mark too: it was left blank, left for later, or is not known."""
    marked = [path for file in files for path in file.data.get("given", {}) if "." not in path]
    names = [name for file in files for name in file.data.get("answers", {})]
    for path in dict.fromkeys((*names, *marked, *_marked_fields(files))):
        held = [one for one in files if _holds(one, path)]
        held = held or [one for one in files if path in one.data.get("given", {})]
        yield path, _joined([{"by": one.name, **_mark(one, path)} for one in held])


def _marked_fields(files: Sequence[AnsweredFile]) -> Iterator[str]:
    for file in files:
        for path in file.data.get("given", {}):
            if "." in path:
                yield path
            elif _is_proposed(file, path) and not all(_is_proposed(one, path) for one in files):
                yield from _fields(file, path)


def _fields(file: AnsweredFile, name: str) -> Iterator[str]:
    records = value_at(file.data, ("answers", name))
    for id, record in records.items() if isinstance(records, Mapping) else ():
        yield from (f"{name}.{id}.{field}" for field in record)


def _holds(file: AnsweredFile, path: str) -> bool:
    return value_at(file.data, ("answers", *path.split("."))) is not None


def _is_proposed(file: AnsweredFile, name: str) -> bool:
    """Whether a file has an answer as proposed; one without the answer says nothing against it."""
    return not _holds(file, name) or _mark(file, name).get("how") == PROPOSED


def _mark(file: AnsweredFile, path: str) -> Mapping[str, str]:
    """What a file notes of an answer; of a field without a note, what it notes of the list."""
    given = file.data.get("given", {})
    return given.get(path) or given.get(path.partition(".")[0]) or {}


def _joined(entries: Sequence[Mapping[str, str]]) -> Mark:
    """One mark of several, with the last day. How the answer was given stands where all who gave
    it say the same; who proposed it gave none where somebody else did, and always stands."""
    gave = [one for one in entries if one.get("how") != PROPOSED] or [*entries]
    how = {one.get("how", "") for one in gave}
    proposers = [_as_proposer(one) for one in entries if one not in gave]
    mark = {
        "by": _words(gave, "by"),
        "on": max(one.get("on", "") for one in gave),
        "how": how.pop() if len(how) == 1 else "",
        "proposed_by": _words([*gave, *proposers], "proposed_by"),
        "proposed_on": _words([*gave, *proposers], "proposed_on"),
    }
    return {key: word for key, word in mark.items() if word}


def _as_proposer(mark: Mapping[str, str]) -> Mark:
    return {f"proposed_{key}": mark[key] for key in ("by", "on") if key in mark}


def _words(entries: Sequence[Mapping[str, Any]], key: str) -> str:
    return "; ".join(dict.fromkeys(one[key] for one in entries if key in one))
