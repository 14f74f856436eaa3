"""Several answers files laid over each other: each party answered its own part, blind to the
others. What only one says is taken, what all say alike too; where they differ nobody guesses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, Place, refuse_errors
from drafter.intake.answered_file import AnsweredFile, value_at
from drafter.intake.overlay_marks import marks

RULE = "answers-differ"
_SETS = ("unknown", "confirmed")
_LISTS = ("overrides", "checked")
_PATH = tuple[str, ...]


def overlaid(files: list[AnsweredFile]) -> dict[str, Any]:
    """One deal record of several, which are taken in the order of their names: the order in which
    they are given says nothing. Raises `Refused` with every answer that differs.

    >>> one = AnsweredFile("a.yaml", {"precedent": "x", "answers": {"fee": "5"}})
    >>> other = AnsweredFile("b.yaml", {"precedent": "x", "answers": {"law": "GB"}})
    >>> overlaid([other, one])["answers"]
    {'fee': '5', 'law': 'GB'}
    """
    files = sorted(files, key=lambda one: one.name)
    found = _Overlay(files, [])
    record: dict[str, Any] = {
        "precedent": found.laid(("precedent",)) or "",
        "answers": found.laid(("answers",)) or {},
        "special_terms": found.laid(("special_terms",)) or {},
    }
    refuse_errors(found.faults)
    record |= {key: list(dict.fromkeys(_all(files, key))) for key in _SETS}
    record["unknown"] = [one for one in record["unknown"] if not _stands(record, one)]
    record |= {key: _once(_all(files, key)) for key in _LISTS}
    record["given"] = dict(marks(files))
    return {key: value for key, value in record.items() if value or key in ("precedent", "answers")}


@dataclass(frozen=True, slots=True)
class _Overlay:
    files: list[AnsweredFile]
    faults: list[Diagnostic]

    def laid(self, path: _PATH) -> Any:
        """What the files say at a path: mappings joined, anything else alike or a fault."""
        stands = [(file, value_at(file.data, path)) for file in self.files]
        said = [(file, value) for file, value in stands if value is not None]
        if said and all(isinstance(value, Mapping) for _, value in said):
            keys = dict.fromkeys(key for _, value in said for key in value)
            return {key: self.laid((*path, key)) for key in keys}
        if any(value != said[0][1] for _, value in said):
            self.faults.append(_differ(path, said))
        return said[0][1] if said else None


def _differ(path: _PATH, said: list[tuple[AnsweredFile, Any]]) -> Diagnostic:
    """The fault that an answer differs: every value with its file, and where the first stands."""
    name = ".".join(path[1:] or path)
    values = [f"{file.name}{_line(file, path)} says {_words(value)}" for file, value in said]
    cure = "agree on one of them, write it into each file, or take it out of all but one"
    place = said[0][0].places.get(path)
    return Diagnostic(RULE, f"`{name}` differs: {'; '.join(values)}", place, cure)


def _line(file: AnsweredFile, path: _PATH) -> str:
    place: Place | None = file.places.get(path)
    return f":{place.line}" if place else ""


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(value) or "none"
    return ", ".join(map(str, value)) or "none" if isinstance(value, list) else str(value)


def _all(files: list[AnsweredFile], key: str) -> Iterator[Any]:
    for file in files:
        yield from file.data.get(key, ())


def _once(entries: Iterator[Any]) -> list[Any]:
    found: list[Any] = []
    for one in entries:
        found += [] if one in found else [one]
    return found


def _stands(record: Mapping[str, Any], unknown: str) -> bool:
    """Whether one file answers what another calls unknown: who knows is heard."""
    return value_at(record["answers"], tuple(unknown.split("."))) is not None
