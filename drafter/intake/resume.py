"""Old answers meet a newer library: declared renames are carried over, the rest is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafter.library.model import Library


def resumed(library: Library, data: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The record with renamed questions and options carried over, and what to tell the person."""
    answers = dict(data.get("answers", {}))
    told = []
    for old, new in library.renamed.get("questions", {}).items():
        if old in answers and new not in answers:
            answers[new] = answers.pop(old)
            told.append(f"renamed: {old} is now {new}; your answer is carried over")
    for path, new in library.renamed.get("options", {}).items():
        name, _, old = path.rpartition(".")
        if answers.get(name) == old:
            answers[name] = new
            told.append(f"renamed: the option {old} of {name} is now {new}")
    known = library.questionnaire.questions
    for name in answers:
        if name not in known:
            told.append(f"no longer asked by this library: {name}; kept in the file, not used")
    return {**data, "answers": answers}, tuple(told)
