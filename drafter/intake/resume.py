"""Old answers meet a newer library: declared renames are carried over, the rest is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafter.library.model import ClauseLibrary


def resumed(
    library: ClauseLibrary, data: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The record with renamed questions and options carried over, and what to tell the person.

    Nothing is dropped: an answer that the library no longer knows stays in the record.
    """
    record, told = dict(data), []
    for old, new in library.renamed.get("questions", {}).items():
        answers = _mapping(record.get("answers"))
        if old in answers and new not in answers:
            told.append(f"Renamed: {old} is now {new}; your answer is carried over.")
        record = _renamed(record, old, new)
    answers = dict(_mapping(record.get("answers")))
    for path, new in library.renamed.get("options", {}).items():
        name, _, old = path.rpartition(".")
        now = _other_option(answers.get(name), old, new)
        if name in answers and now != answers[name]:
            answers[name] = now
            told.append(f"Renamed: the option {old} of {name} is now {new}.")
    if "answers" in record and isinstance(record["answers"], Mapping):
        record["answers"] = answers
    return record, tuple(told)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _renamed(record: Mapping[str, Any], old: str, new: str) -> dict[str, Any]:
    """A question under its new name: its answer, and what the record says beside it."""
    return {**record} | {
        key: _with_names(record[key], old, new)
        for key in ("answers", "unknown", "confirmed", "given")
        if key in record
    }


def _with_names(value: Any, old: str, new: str) -> Any:
    if isinstance(value, Mapping):
        taken = new in value
        return {new if one == old and not taken else one: kept for one, kept in value.items()}
    if isinstance(value, list):
        return [_path(one, old, new) for one in value]
    return value


def _path(path: Any, old: str, new: str) -> Any:
    name, dot, rest = str(path).partition(".")
    return f"{new}{dot}{rest}" if name == old else path


def _other_option(value: Any, old: str, new: str) -> Any:
    if isinstance(value, list):
        return [new if one == old else one for one in value]
    return new if value == old else value
