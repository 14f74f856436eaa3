"""The answers that one relation speaks of, and how a breach of it is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from drafter.data_classes import dataclass, replace
from drafter.kinds import spelled
from drafter.kinds.model import Missing, Points, Record, Value
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.order import questions_behind
from drafter.questionnaire.relation import Relation


@dataclass(frozen=True, slots=True)
class Breach:
    """A relation that the answers break, in words with the figures, and the answer that shows it.

    A breach may weigh less than its relation: a warning where the answers do not compare.
    """

    relation: Relation
    says: str
    path: tuple[str, ...]
    questions: tuple[str, ...]
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """The answers that a relation speaks of: of the deal, or of one record of a list."""

    relation: Relation
    deal: Deal
    record: Record | None = None

    @property
    def name(self) -> str:
        return self.relation.field or self.relation.question

    def each(self) -> Iterator[Related]:
        """The same for each record, where the relation is a field's."""
        if not self.relation.field:
            yield self
        for record in self.records if self.relation.field else ():
            yield Related(self.relation, self.deal, record)

    @property
    def records(self) -> tuple[Record, ...]:
        return _records(self._given(self.relation.question))

    def others(self) -> Iterator[Related]:
        """The same against each of the answers that it is held to, one by one."""
        if len(self.relation.to) == 1:
            yield self
            return
        for name in self.relation.to:
            yield replace(self, relation=replace(self.relation, to=(name,)))

    def value(self, name: str) -> Any:
        if self.record is not None and self._of_record(name):
            return self.record.values.get(name, Missing.ABSENT)
        pointer, _, field = name.rpartition(".")
        if pointer and (to := self._referred(pointer)) is not None:
            return to.values.get(field, Missing.ABSENT)
        return Missing.ABSENT if pointer else self._given(name)

    def _referred(self, pointer: str) -> Record | None:
        """The record that a reference of this one points at, where both are there."""
        points = self.value(pointer)
        records = self._given(points.list) if isinstance(points, Points) else ()
        return next((one for one in _records(records) if one.id == points.id), None)

    def _given(self, name: str) -> Any:
        """Also an answer to a question of which an interview does not know yet if it is asked."""
        value = self.deal.value(name)
        return self.deal.answers.values.get(name, value) if value is Missing.ABSENT else value

    def values(self, *names: str) -> tuple[Any, ...] | None:
        """The values of the names; None while one is missing, or one that must stand beside."""
        for beside in self.relation.beside:
            held = self.value(beside)
            if held is False or type(held) is Missing:
                return None
        found = tuple(map(self.value, names))
        return None if any(type(one) is Missing for one in found) else found

    def pairs(self) -> Iterator[tuple[Related, Any, Any]]:
        """Each answer beside the one that it is held to, where both are there."""
        for here in self.each():
            values = here.values(here.name, *here.relation.to)
            if values is not None:
                yield here, values[0], values[1]

    def path(self, name: str) -> tuple[str, ...]:
        pointer, _, field = name.rpartition(".")
        if pointer and (to := self._referred(pointer)) is not None:
            return self.value(pointer).list, to.id, field
        if self.record is not None and self._of_record(name):
            return self.relation.question, self.record.id, name
        return (name,)

    def shown(self, name: str) -> str:
        """An answer by its place and its words: `milestones.first.due` (2027-03-01)."""
        return f"`{'.'.join(self.path(name))}` ({print_value(self.value(name))})"

    def broken(self, says: str, severity: str = "") -> Breach:
        names = (
            self.relation.question,
            *(self._asked_as(one) for one in self.relation.to if not self._of_record(one)),
        )
        behind = {q for name in names for q in questions_behind(name, self.deal.questionnaire)}
        questions = tuple(self.deal.questionnaire.in_order(behind))
        question, record = self.relation.question, self.record
        path = (question,) if record is None else self.path(self.name)
        if record is not None and not self.relation.field:
            path = (question, record.id)
        return Breach(self.relation, says, path, questions, severity)

    def _asked_as(self, name: str) -> str:
        """The question or fact that holds a name: of `field.holder` the list that `field` means."""
        first = name.partition(".")[0]
        fields = self.deal.questionnaire.questions[self.relation.question].fields
        return fields[first].kind.of if first in fields else first

    def _of_record(self, name: str) -> bool:
        return name in self.deal.questionnaire.questions[self.relation.question].fields


def _records(value: Any) -> tuple[Record, ...]:
    return cast(tuple[Record, ...], value) if isinstance(value, tuple) else ()


def print_value(value: Value | Missing) -> str:
    """An answer as a file spells it; `(blank)` where there is none."""
    if isinstance(value, Missing):
        return "(blank)"
    words = spelled(value)
    return words if isinstance(words, str) else " ".join(words)
