"""Names seen from inside a loop or a test of records, and the kind at the end of a dotted name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafter import kinds
from drafter.conditions.model import Names, Subject
from drafter.data_classes import dataclass
from drafter.kinds import Kind


@dataclass(frozen=True, slots=True)
class WithRecord:
    """The names inside `{for each grant in grants}`: all outside ones, and the record `grant`."""

    outer: Names
    record: str
    list: str

    def kind(self, name: str) -> Kind | None:
        if name != self.record:
            return self.outer.kind(name)
        listed = self.outer.kind(self.list)
        return record_kind(self.list, listed.fields if listed else {})

    def names(self) -> Iterable[str]:
        return (self.record, *self.outer.names())


@dataclass(frozen=True, slots=True)
class FieldNames:
    """The names inside `some grant has (…)`: the record's fields and nothing else."""

    fields: Mapping[str, Kind]
    outer: Names

    def kind(self, name: str) -> Kind | None:
        return self.fields.get(name)

    def names(self) -> Iterable[str]:
        return tuple(self.fields)


def record_kind(list_name: str, fields: Mapping[str, Kind]) -> Kind:
    """The kind of one record of a list."""
    return Kind(kinds.RECORD, fields=fields, of=list_name)


def kind_of(subject: Subject, names: Names) -> Kind | None:
    """The kind at the end of a dotted name; a dot follows a record or a reference."""
    kind = names.kind(subject[0])
    for step in subject[1:]:
        kind = _fields(kind, names).get(step)
    return kind


def first_unknown(subject: Subject, names: Names) -> Subject:
    """A dotted name up to the step at which it goes wrong."""
    for length in range(1, len(subject)):
        if kind_of(subject[:length], names) is None:
            return subject[:length]
    return subject


def known_after(subject: Subject, names: Names) -> Iterable[str]:
    """What could stand where a dotted name first goes wrong, for suggestions."""
    *before, _ = first_unknown(subject, names)
    return _fields(kind_of(tuple(before), names), names) if before else names.names()


def outermost(names: Names) -> Names:
    """The names outside the record whose fields these are."""
    return names.outer if isinstance(names, FieldNames) else names


def _fields(kind: Kind | None, names: Names) -> Mapping[str, Kind]:
    if kind is not None and kind.sort.refers:
        kind = outermost(names).kind(kind.of)
    elif kind is None or kind.sort != kinds.RECORD:
        return {}
    return kind.fields if kind else {}
