"""Files that the starter gave another name, as its `renamed.yaml` says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

Texts = Mapping[str, str]
Renamed = Mapping[str, Mapping[str, str]]


def moved_files(base: Texts, mine: Texts, theirs: Texts, renamed: Renamed) -> dict[str, str]:
    """The new path of each file of the base that the starter now calls otherwise.

    A file of this name that the workspace wrote itself stands in the way: then nothing moves.

    >>> moved_files(
    ...     {"topics/exit/short.md": "A"}, {"topics/exit/short.md": "B"},
    ...     {"topics/exit/any-time.md": "A"}, {"variants": {"exit/short": "any-time"}})
    {'topics/exit/short.md': 'topics/exit/any-time.md'}
    """
    new_paths = {path: _new_path(path, renamed) for path in base if path not in theirs}
    return {
        path: new
        for path, new in new_paths.items()
        if new in theirs and new not in base and new not in mine
    }


def _new_path(path: str, renamed: Renamed) -> str:
    """Where a file of a topic lies once its topic and its variant have their names of today."""
    match PurePosixPath(path).parts:
        case ("topics", topic, file):
            now = renamed.get("topics", {}).get(topic, topic)
            id, ending = PurePosixPath(file).stem, PurePosixPath(file).suffix
            return f"topics/{now}/{_variant(topic, now, id, renamed)}{ending}"
    return path


def _variant(topic: str, now: str, id: str, renamed: Renamed) -> str:
    variants = renamed.get("variants", {})
    return variants.get(f"{now}/{id}") or variants.get(f"{topic}/{id}", id)
