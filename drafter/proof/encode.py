"""All answers that can be given, as clauses: each asked question answered, no rule in the way.

Every question is a group of cases, every fact a group over those, every condition a verdict.
Totals and tests of pairs of records are not computed here: they are free, and what hangs on them
is told by `free`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drafter.conditions.judge import InRecord, judge
from drafter.conditions.model import (
    All,
    Condition,
    Either,
    IsRecord,
    Not,
    RecordsTest,
    SomeTwo,
    Test,
    TopicStands,
)
from drafter.conditions.source import source
from drafter.kinds.model import Missing
from drafter.library.model import ClauseLibrary, Precedent
from drafter.proof.cells import ItScope, named, witnesses
from drafter.proof.clauses import FALSE, TRUE, Clauses
from drafter.proof.comparisons import IT, Mentions, parts_of
from drafter.proof.encoded import NOWHERE, LoopSignatures
from drafter.proof.facts import fact_group, is_free
from drafter.proof.groups import SURE, YES, Group, Listed, Verdict, every, some
from drafter.proof.records import listed
from drafter.questionnaire.model import Question


class Encodings:
    """The encodings of precedents, each to grow by itself: what must hold of the answers is put
    into clauses once for all precedents that take alike many parties and call alike essential."""

    def __init__(self, library: ClauseLibrary, mentions: Mentions) -> None:
        self._library, self._mentions = library, mentions
        self._begun: dict[tuple[object, ...], Encoding] = {}

    def of(self, precedent: Precedent) -> Encoding:
        """The encoding of a precedent, constrained."""
        read = (precedent.essential, precedent.fewest_parties, precedent.most_parties)
        if read not in self._begun:
            self._begun[read] = Encoding(self._library, precedent, self._mentions)
            constrain(self._begun[read])
        return self._begun[read].copy(precedent)


class Encoding:
    """One precedent's answers. Literals are made when they are first asked for."""

    def __init__(self, library: ClauseLibrary, precedent: Precedent, mentions: Mentions) -> None:
        self.library, self.precedent, self.mentions = library, precedent, mentions
        self.names = library.questionnaire
        self.clauses = Clauses()
        self.free: dict[int, str] = {}
        self._groups: dict[str, Group] = {}
        self._lists: dict[str, Listed] = {}
        self._verdicts: dict[int, Verdict] = {}
        self._tests: dict[tuple[object, ...], Verdict] = {}
        self._standing: dict[str, int] = {}

    def copy(self, precedent: Precedent) -> Encoding:
        """The same answers, asked for by a precedent that reads of itself what this one does."""
        other = Encoding(self.library, precedent, self.mentions)
        other.clauses, other.free = self.clauses.copy(), dict(self.free)
        other._groups, other._lists = dict(self._groups), dict(self._lists)
        other._verdicts, other._tests = dict(self._verdicts), dict(self._tests)
        return other

    # --- conditions ---

    def verdict(self, condition: Condition | None, loops: LoopSignatures = NOWHERE) -> Verdict:
        """What a condition comes to; no condition holds always."""
        if condition is None:
            return YES
        if loops:
            return self._verdict(condition, loops)
        if id(condition) not in self._verdicts:
            self._verdicts[id(condition)] = self._verdict(condition, loops)
        return self._verdicts[id(condition)]

    def _verdict(self, condition: Condition, loops: LoopSignatures) -> Verdict:
        match condition:
            case All(parts):
                return every([self.verdict(part, loops) for part in parts], self.clauses)
            case Either(parts):
                return some([self.verdict(part, loops) for part in parts], self.clauses)
            case Not(part):
                return self.verdict(part, loops).negated
            case RecordsTest():
                return self._records(condition)
            case TopicStands(topic):
                return Verdict(self.stands(topic), -self.stands(topic))
            case SomeTwo():
                return self._unless_missing(condition.list, condition)
            case IsRecord():
                return self.freely(source(condition))
            case _:
                return self._test(condition, loops)

    def _test(self, test: Test, loops: LoopSignatures) -> Verdict:
        first, *steps = test.subject
        if first in loops and len(steps) == 1:
            value = loops[first].values.get(steps[0], Missing.ABSENT)
            return SURE[judge(replace(test, subject=IT), ItScope(value))]
        if steps or first in loops:
            return self.freely(source(test))
        key = (first, *parts_of(test))
        if key not in self._tests:
            self._tests[key] = self._judged(first, replace(test, subject=IT, place=None))
        return self._tests[key]

    def _judged(self, name: str, test: Test) -> Verdict:
        if is_free(name, self.names):
            return self.freely(source(replace(test, subject=(name,))))
        return self.group(name).judged(test, self.clauses)

    def freely(self, what: str) -> Verdict:
        """A verdict that nothing here decides: it may be either."""
        true, false = self.clauses.variable(), self.clauses.variable()
        self.clauses.add(-true, -false)
        self.free[true] = self.free[false] = what
        return Verdict(true, false)

    def _unless_missing(self, list_name: str, condition: Condition) -> Verdict:
        verdict, listed = self.freely(source(condition)), self.listed(list_name)
        self.clauses.add(-verdict.true, listed.given)
        self.clauses.add(-listed.not_asked, verdict.false)
        return verdict

    def _records(self, test: RecordsTest) -> Verdict:
        listed = self.listed(test.list)
        judged = [
            (judge(test.condition, InRecord(one.values, ItScope(Missing.ABSENT))), one.present)
            for one in listed.records
        ]
        either, both = self.clauses.either, self.clauses.both
        if test.quantifier == "every":
            fails = either(lit for verdict, lit in judged if verdict is False)
            holds = [-lit for verdict, lit in judged if verdict is not True]
            return Verdict(both((listed.given, *holds)), either((listed.not_asked, fails)))
        found = either(lit for verdict, lit in judged if verdict)
        lacks = both((listed.given, *(-lit for verdict, lit in judged if verdict is not False)))
        some_has = Verdict(found, either((listed.not_asked, lacks)))
        return some_has.negated if test.quantifier == "no" else some_has

    def stands(self, topic: str) -> int:
        """Whether a topic has text in this agreement; `tables` says so."""
        return self._standing.get(topic, FALSE)

    def set_standing(self, standing: Mapping[str, int]) -> None:
        """Tell which literal says that a topic stands."""
        self._standing.update(standing)

    # --- questions and facts ---

    def group(self, name: str) -> Group:
        """The cases of a question or fact."""
        if name not in self._groups:
            fact = self.names.facts.get(name)
            self._groups[name] = Group(((Missing.ABSENT, TRUE),))  # while it is being made
            self._groups[name] = (
                fact_group(fact, self)
                if fact is not None
                else self._question(self.names.questions[name])
            )
        return self._groups[name]

    def _question(self, question: Question) -> Group:
        if question.kind.sort.has_records:
            return self._list_group(self.listed(question.id))
        tests = self._tests_of(question.id)
        if question.kind.sort.several:
            return self._set(question, question.kind.sort.told_apart(named(tests)))
        room = len(self.mentions.rivals((question.id,)))
        values = witnesses(question.kind, tests, room)
        cases = [(value, self.clauses.variable()) for value in values]
        return Group((*cases, *self.unanswered(question, [lit for _, lit in cases])))

    def _tests_of(self, name: str) -> tuple[Test, ...]:
        paths = sorted(self.mentions.rivals((name,)))
        return tuple(test for path in paths for test in self.mentions.of(path))

    def _set(self, question: Question, options: tuple[str, ...]) -> Group:
        given = self.clauses.variable()
        members = {option: self.clauses.variable() for option in options}
        for one in members.values():
            self.clauses.add(-one, given)
        value = (question.kind.sort.unnamed(question.kind, options) or options[0],)
        return Group(((value, given), *self.unanswered(question, [given])), members)

    def _list_group(self, listed: Listed) -> Group:
        return Group(
            (
                ((), listed.given),
                (Missing.NOT_ASKED, listed.not_asked),
                (Missing.ABSENT, listed.absent),
            )
        )

    def unanswered(self, question: Question, given: list[int]) -> list[tuple[Missing, int]]:
        """The cases without a value; with the given ones exactly one case stands."""
        asked = self.verdict(question.ask_when)
        undecided = self.clauses.both((-asked.true, -asked.false))
        absent = undecided
        if question.optional and question.id not in self.precedent.essential:
            absent = self.clauses.variable()
            self.clauses.add(-undecided, absent)
        self.clauses.exactly_one([*given, absent, asked.false])
        cases = ((Missing.NOT_ASKED, asked.false), (Missing.ABSENT, absent))
        return [(case, lit) for case, lit in cases if lit != FALSE]

    def listed(self, name: str) -> Listed:
        """The cases of a list question."""
        if name not in self._lists:
            self._lists[name] = listed(self.names.questions[name], self)
        return self._lists[name]


def constrain(encoding: Encoding) -> None:
    """No blocking rule fires, and what the precedent calls essential is answered."""
    for name in encoding.names.questions:
        encoding.group(name)
    for rule in encoding.library.rules.values():
        if rule.severity == "block" and rule.when is not None:
            encoding.clauses.add(-encoding.verdict(rule.when).true)
    for name in encoding.precedent.essential:
        if name in encoding.names.questions:
            encoding.clauses.add(encoding.group(name).given(encoding.clauses))
