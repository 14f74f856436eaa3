"""A complete answers file from a cause: plain data that any command of drafter reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from drafter.kinds import Kind, spelled
from drafter.kinds.model import Missing, Value
from drafter.proof.cells import case_of, witnesses
from drafter.proof.encode import Encoding
from drafter.proof.relevant_answers import recommended
from drafter.proof.solver import Solver
from drafter.questionnaire.model import Question
from drafter.questionnaire.relation import DIFFERENT, TOTAL


def answers_data(
    encoding: Encoding, solver: Solver, shown_by: Iterable[str] = ()
) -> dict[str, Any]:
    """The answers file of the solver's last model.

    It answers what the precedent asks, or everything where the questions that a fault is
    `shown_by` are not all among those: a fact is judged whether or not the precedent reads it.
    """
    writing = _Writing(encoding, solver)
    questions, asks = encoding.names.questions, encoding.precedent.asks
    names = asks if asks and set(asks).issuperset(shown_by) else tuple(questions)
    answers = {
        name: said
        for name in questions
        if name in names
        if (said := writing.answer(questions[name])) is not None
    }
    return {"precedent": encoding.precedent.id, "answers": answers}


class _Writing:
    def __init__(self, encoding: Encoding, solver: Solver) -> None:
        self.encoding, self.solver = encoding, solver
        self._kinds: dict[str, tuple[Mapping[str, Value | Missing], ...]] = {}

    def answer(self, question: Question) -> Any:
        """An answer as an answers file holds it; None where there is none to give."""
        if question.kind.sort.has_records:
            return self.records(question)
        group = self.encoding.group(question.id)
        case = next(case for case, lit in group.cases if self.solver.holds(lit))
        if isinstance(case, Missing):
            return None
        if question.kind.sort.refers:
            ids = self.ids(question.kind.of)
            return ids[_shift(question) % len(ids)] if ids else None
        if question.kind.sort.free:
            return question.kind.sort.made_up(question.id)
        return spelled(self.value(question, case))

    def value(self, question: Question, case: Value) -> Value:
        """The recommended answer if it is of the case, else the case's own."""
        wanted = recommended(question, self.encoding, self.solver)
        group, tests = self.encoding.group(question.id), self.encoding.mentions.of((question.id,))
        if group.members:
            members = tuple(one for one, lit in group.members.items() if self.solver.holds(lit))
            named = isinstance(wanted, tuple) and {one for one in wanted if one in group.members}
            if isinstance(wanted, tuple) and named == set(members):
                return wanted
            other = question.kind.sort.unnamed(question.kind, list(group.members))
            return members or ((other,) if other else ())
        same = wanted is not None and case_of(wanted, [case], tests) is not None
        exact = len(self.encoding.mentions.rivals((question.id,))) > 1
        return wanted if wanted is not None and same and not exact else case

    # --- records ---

    def records(self, question: Question) -> dict[str, Any] | None:
        listed = self.encoding.listed(question.id)
        if not self.solver.holds(listed.given):
            return None
        kinds = self.kinds(question)
        shares = self.shares(question, len(kinds))
        ids = self.ids(question.id)
        return {
            id: dict(self.record(question, kind, number, shares))
            for number, (id, kind) in enumerate(zip(ids, kinds, strict=True))
        }

    def kinds(self, question: Question) -> tuple[Mapping[str, Value | Missing], ...]:
        """The kind of each record: those that are there, the last repeated as often as needed."""
        if question.id not in self._kinds:
            listed, holds = self.encoding.listed(question.id), self.solver.holds
            here = [one.values for one in listed.records for level in one.levels if holds(level)]
            count = max((step for step, lit in listed.at_least.items() if holds(lit)), default=0)
            self._kinds[question.id] = (*here, *here[-1:] * (count - len(here)))
        return self._kinds[question.id]

    def ids(self, list_name: str) -> list[str]:
        """The records that may be named; none of a list that the library does not have."""
        question = self.encoding.names.questions.get(list_name)
        if question is None or not question.kind.sort.has_records:
            return []
        one = question.kind.one.replace("_", "-")
        return [f"{one}-{number}" for number, _ in enumerate(self.kinds(question), 1)]

    def record(
        self,
        question: Question,
        kind: Mapping[str, Value | Missing],
        number: int,
        shares: Mapping[str, list[Value]],
    ) -> Iterator[tuple[str, Any]]:
        for name, field in question.fields.items():
            value = kind.get(name, Missing.ABSENT)
            if name in shares:
                yield name, spelled(shares[name][number])
            elif field.kind.sort.refers:
                others = self.ids(field.kind.of)
                if others and (not field.optional or not isinstance(value, Missing)):
                    yield name, others[(number + _shift(field)) % len(others)]
            elif not isinstance(value, Missing) or not (field.optional or name in kind):
                yield name, self.field(field.kind, value, name, number)

    def field(self, kind: Kind, value: Value | Missing, name: str, number: int) -> Any:
        if kind.sort.free:
            return kind.sort.made_up(f"{name}_{number + 1}")
        return spelled(witnesses(kind, ())[0] if isinstance(value, Missing) else value)

    def shares(self, question: Question, count: int) -> dict[str, list[Value]]:
        """Percentages that must come to a total, so divided that they do."""
        found: dict[str, list[Value]] = {}
        for name, field in question.fields.items():
            totals = [one.amount for one in field.relations if one.how == TOTAL]
            if count and totals and isinstance(totals[0], Decimal):
                each = totals[0] // count
                found[name] = [totals[0] - each * (count - 1), *[each] * (count - 1)]
        return found


def _shift(question: Question) -> int:
    """How many names further a reference points that must differ from another one."""
    return sum(one.how == DIFFERENT for one in question.relations)
