"""Old answers meet a newer library: what `renamed.yaml` declares is carried over, and told.

A question or option has another name; one question became several (`splits`), or several became
one (`merges`), value by value. Nothing is dropped: an answer that is not declared stays as it is,
and reading it says that nothing asks for it any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from drafter.library.model import ClauseLibrary


class CarriedOver(NamedTuple):
    """A record in the names of today, and what to tell the person, a line for each change."""

    record: dict[str, Any]
    told: tuple[str, ...]


def carried_over(library: ClauseLibrary, data: Mapping[str, Any]) -> CarriedOver:
    """The record of a deal with its old names and answers carried over."""
    record, told = dict(data), list[str]()
    for old, new in library.renamed.get("questions", {}).items():
        answers = _mapping(record.get("answers"))
        if old in answers and new not in answers:
            told.append(f"Renamed: {old} is now {new}; your answer is carried over.")
        record = _renamed(record, old, new)
    if isinstance(record.get("answers"), Mapping):
        answers = dict(record["answers"])
        told += _options(library, answers)
        told += _splits(library, answers)
        told += _merges(library, answers)
        record["answers"] = answers
    return CarriedOver(record, tuple(told))


def _options(library: ClauseLibrary, answers: dict[str, Any]) -> list[str]:
    told = []
    for path, new in library.renamed.get("options", {}).items():
        name, _, old = path.rpartition(".")
        now = _other_option(answers.get(name), old, new)
        if name in answers and now != answers[name]:
            answers[name] = now
            told.append(f"Renamed: the option {old} of {name} is now {new}.")
    return told


def _splits(library: ClauseLibrary, answers: dict[str, Any]) -> list[str]:
    """One old answer becomes the answers to several questions; one given anew stands."""
    told = []
    for old, by_value in library.splits.items():
        became = by_value.get(_spelled(answers.get(old)))
        if old in answers and became is not None:
            was = answers.pop(old)
            for name, value in became.items():
                answers.setdefault(name, value)
            words = ", ".join(f"{name}: {value}" for name, value in became.items())
            told.append(f"Split: {old}: {_spelled(was)} is now {words}.")
    return told


def _merges(library: ClauseLibrary, answers: dict[str, Any]) -> list[str]:
    """Several old answers become one."""
    told = []
    for new, by_value in library.merges.items():
        for value, needed in by_value.items():
            if all(_spelled(answers.get(name)) == one for name, one in needed.items()):
                for name in needed:
                    del answers[name]
                answers.setdefault(new, value)
                words = ", ".join(f"{name}: {one}" for name, one in needed.items())
                told.append(f"Merged: {words} is now {new}: {value}.")
    return told


def _spelled(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


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
        moved = {one: _path(one, old, new) for one in value}
        return {one if moved[one] in value else moved[one]: kept for one, kept in value.items()}
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
