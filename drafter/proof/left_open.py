"""Answers of which somebody gave some and left the rest open: as they were given, and as a draft
fills them with what is recommended.

Both are made of complete answers that no rule blocks, so what was given can be completed. Of each
question they say whether it was given, called unknown, or left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from drafter.conditions.model import Condition, Test
from drafter.kinds.model import Missing, Value
from drafter.proof.cells import case_of
from drafter.proof.clauses import FALSE
from drafter.proof.encode import Encoding
from drafter.proof.facts import is_free
from drafter.proof.goals import Example
from drafter.proof.groups import Group, Listed, Signature, Verdict
from drafter.proof.settled_deal import SettledDeal
from drafter.proof.solver import Solver
from drafter.proof.witness import answers_data
from drafter.questionnaire.deal import settle
from drafter.questionnaire.model import Question
from drafter.questionnaire.order import questions_behind


class LeftOpen(NamedTuple):
    """The same answers twice: as somebody gave them, and as a draft fills them."""

    given: Encoding
    filled: Encoding


def left_open(encoding: Encoding) -> LeftOpen:
    """Every way to leave some of these answers open; of a settled deal, the one that it is."""
    if isinstance(encoding, SettledDeal):
        answers = settle(encoding.names, encoding.deal.answers, unattended=False)
        return LeftOpen(SettledDeal(encoding.library, encoding.precedent, answers), encoding)
    given = Given(encoding)
    return LeftOpen(given, Filled(given))


class Given(Encoding):
    """What somebody gave of complete answers, and nothing that is recommended."""

    def __init__(self, whole: Encoding) -> None:
        super().__init__(whole.library, whole.precedent, whole.mentions)
        self.clauses, self.whole = whole.clauses, whole
        self._states: dict[str, tuple[int, int]] = {}

    def state(self, name: str) -> tuple[int, int]:
        """Whether the answer was given, and whether it was called unknown."""
        if self.precedent.asks and name not in self.precedent.asks:
            return FALSE, FALSE
        if name not in self._states:
            here = self.whole.group(name).given(self.clauses)
            if name in self.precedent.essential:
                self._states[name] = here, FALSE
            else:
                given, unknown = self.clauses.variable(), self.clauses.variable()
                self.clauses.add(-given, here)
                self.clauses.add(-unknown, -given)
                self._states[name] = given, unknown
        return self._states[name]

    def _question(self, question: Question) -> Group:
        if question.kind.sort.has_records:
            return self._list_group(self.listed(question.id))
        both = self.clauses.both
        here, missing = self._here(question)
        theirs = self.whole.group(question.id)
        cases = [
            (case, both((here, lit))) for case, lit in theirs.cases if not isinstance(case, Missing)
        ]
        members = {name: both((here, lit)) for name, lit in theirs.members.items()}
        return Group((*cases, *missing), members)

    def _here(self, question: Question) -> tuple[int, list[tuple[Missing, int]]]:
        """Whether the answer counts, and where it does not, why."""
        both = self.clauses.both
        asked = self.verdict(question.ask_when)
        given, unknown = self.state(question.id)
        here, unknown = both((given, asked.true)), both((unknown, -asked.false))
        absent = both((-here, -unknown, -asked.false))
        states = (
            (Missing.NOT_ASKED, asked.false),
            (Missing.UNKNOWN, unknown),
            (Missing.ABSENT, absent),
        )
        return here, [(why, lit) for why, lit in states if lit != FALSE]

    def listed(self, name: str) -> Listed:
        """The records of a list, where they were given."""
        if name not in self._lists:
            both = self.clauses.both
            here, missing = self._here(self.names.questions[name])
            theirs, why = self.whole.listed(name), dict(missing)
            at_least = {step: both((here, lit)) for step, lit in theirs.at_least.items()}
            records = tuple(
                Signature(one.values, tuple(both((here, lit)) for lit in one.levels))
                for one in theirs.records
            )
            not_asked = why.get(Missing.NOT_ASKED, FALSE)
            absent = both((-here, -not_asked))
            self._lists[name] = Listed(not_asked, absent, here, at_least, records)
        return self._lists[name]

    # --- what no answer decides: as in the complete answers, if all that it rests on was given ---

    def _judged(self, name: str, test: Test) -> Verdict:
        if not is_free(name, self.names):
            return super()._judged(name, test)
        theirs = self.whole.verdict(replace(test, subject=(name,)))
        return self._where_given(theirs, questions_behind(name, self.names))

    def _unless_missing(self, list_name: str, condition: Condition) -> Verdict:
        found = self._where_given(self.whole.verdict(condition), {list_name})
        not_asked = self.listed(list_name).not_asked
        return Verdict(found.true, self.clauses.either((found.false, not_asked)))

    def _where_given(self, theirs: Verdict, names: set[str]) -> Verdict:
        both = self.clauses.both
        here = [self.group(name).given(self.clauses) for name in sorted(names)]
        return Verdict(both((theirs.true, *here)), both((theirs.false, *here)))


class Filled(Given):
    """The same, and what nobody gave as it is recommended.

    Where nothing is recommended it counts as unknown: that an answer is missing is no fault of a
    recommendation.
    """

    def __init__(self, given: Given) -> None:
        super().__init__(given.whole)
        self._given = given

    def state(self, name: str) -> tuple[int, int]:
        """Whether the answer was given, and whether it was called unknown."""
        return self._given.state(name)

    def _question(self, question: Question) -> Group:
        group = super()._question(question)
        steps = () if question.optional else self._taken(question, group)
        return self._with(group, tuple(steps))

    def _with(self, group: Group, taken: tuple[tuple[Value, int], ...]) -> Group:
        """The group, where these values are taken too."""
        both, either = self.clauses.both, self.clauses.either
        left = both((group.at(Missing.ABSENT), *(-lit for _, lit in taken)))
        cases: list[tuple[Value | Missing, int]] = [
            (case, either((lit, *(one for value, one in taken if group.members or value == case))))
            for case, lit in group.cases
            if not isinstance(case, Missing)
        ]
        members = {
            name: either((lit, *(one for value, one in taken if _has(value, name))))
            for name, lit in group.members.items()
        }
        unknown = either((left, group.at(Missing.UNKNOWN)))
        not_asked = group.at(Missing.NOT_ASKED)
        return Group((*cases, (Missing.NOT_ASKED, not_asked), (Missing.UNKNOWN, unknown)), members)

    def _taken(self, question: Question, group: Group) -> Iterator[tuple[Value, int]]:
        """Each value that is recommended, as the case that it falls in, and when it is taken."""
        both = self.clauses.both
        asked = self.verdict(question.ask_when)
        open_so_far = [group.at(Missing.ABSENT), asked.true]
        advised = _Advised(self, question.looks_ahead) if question.looks_ahead else self
        values = [case for case, _ in group.cases if not isinstance(case, Missing)]
        for step in question.recommend:
            verdict = advised.verdict(step.when)
            if step.take is not None:
                tests = self.mentions.of((question.id,))
                case = step.take if group.members else case_of(step.take, values, tests)
                if case is not None:
                    yield case, both((*open_so_far, verdict.true))
            open_so_far.append(verdict.false)


class _Advised(Encoding):
    """What a ladder sees: later questions as they were given, else as not asked."""

    def __init__(self, filled: Filled, later: tuple[str, ...]) -> None:
        super().__init__(filled.library, filled.precedent, filled.mentions)
        self.clauses, self._filled, self._later = filled.clauses, filled, later

    def group(self, name: str) -> Group:
        """The cases of a question or fact."""
        if name not in self._later:
            return self._filled.group(name)
        return super().group(name) if name in self.names.facts else self._as_given(name)

    def _as_given(self, name: str) -> Group:
        both = self.clauses.both
        given, _ = self._filled.state(name)
        theirs = self._filled.whole.group(name)
        cases = [
            (case, both((given, lit)))
            for case, lit in theirs.cases
            if not isinstance(case, Missing)
        ]
        members = {one: both((given, lit)) for one, lit in theirs.members.items()}
        return Group((*cases, (Missing.NOT_ASKED, -given)), members)

    def listed(self, name: str) -> Listed:
        """The cases of a list question."""
        return self._filled.listed(name)


def _has(value: Value, member: str) -> bool:
    return isinstance(value, tuple) and member in value


# --- the fewest answers that show a fault ---


def shown(answers: LeftOpen, bad: int, solver: Solver) -> Example:
    """Answers that show a fault, as few given as can be, the solver having found it possible."""
    given = answers.given
    assert isinstance(given, Given)
    names = [name for name in given.names.questions if name not in given.precedent.essential]
    literals = [lit for name in names for lit in reversed(given.state(name))]
    fixed = [bad]
    for lit in literals:
        if not solver.holds(lit) or solver.possible([*fixed, -lit]):
            fixed.append(-lit)
        else:
            solver.possible(fixed := [*fixed, lit])
    data = answers_data(given.whole, solver)
    said = {
        name: value for name, value in data["answers"].items() if solver.holds(given.state(name)[0])
    }
    unknown = [name for name in names if solver.holds(given.state(name)[1])]
    open_ = {"unknown": unknown} if unknown else {}
    questions = tuple(name for name in names if name in said or name in unknown)
    return Example(questions, data | {"answers": said} | open_)


__all__ = ["Filled", "Given", "LeftOpen", "left_open", "shown"]
