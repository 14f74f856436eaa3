"""Answers that could stand instead of those of a deal: for a question, one for each case that the
conditions at hand tell apart; for a list, one record less, one more, or a field answered otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple, cast

from drafter.conditions.model import Answered, Compares, Condition, Has, Unknown
from drafter.conditions.walk import beneath, subjects, tests
from drafter.data_classes import dataclass, replace
from drafter.kinds import spelled
from drafter.kinds.cases import Tested, TooMany
from drafter.kinds.model import Amount, Missing, Points, Record, Value
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.model import Comparison, Fact, Question, Sameness
from drafter.questionnaire.order import fact_conditions

MANY = 40  # no question is tried with more answers than this
ANOTHER = "another"


class Other(NamedTuple):
    """An answer instead of the present one; None takes it out. `says` as an answers file would."""

    value: Value | Missing | None
    says: str


@dataclass(frozen=True, slots=True)
class OtherAnswers:
    """The answers that are tried for the conditions at hand."""

    deal: Deal
    conditions: tuple[Condition, ...]
    amounts: tuple[Amount, ...]

    def of(self, name: str) -> list[Other]:
        """The answers that a question could have instead of its present one."""
        question = self.deal.questionnaire.questions[name]
        present = self.deal.value(name)
        if question.kind.sort.has_records:
            records = cast(tuple[Record, ...], () if isinstance(present, Missing) else present)
            return list(islice(self._lists(question, records), MANY))
        others = [one for one in self._values(question) if one.value != present]
        return others[:MANY] + list(self._without(name, present))

    def _without(self, name: str, present: Value | Missing) -> Iterator[Other]:
        """No answer, or one that is not known on purpose, where a test asks for that."""
        read = {
            type(test)
            for condition in self.conditions
            for test in _every_test(condition)
            if getattr(test, "subject", ("",))[0] == name
        }
        if Answered in read and not isinstance(present, Missing):
            yield Other(None, "no answer")
        if Unknown in read and present is not Missing.UNKNOWN:
            yield Other(Missing.UNKNOWN, "unknown")

    def _values(self, question: Question) -> Iterator[Other]:
        sort = question.kind.sort
        if sort.refers:
            records = self.deal.value(question.kind.of)
            for one in () if isinstance(records, Missing) else cast(tuple[Record, ...], records):
                yield Other(Points(question.kind.of, one.id), one.id)
        elif sort.free:
            yield Other(sort.made_up(question.id), "any answer")
        else:
            for value in dict.fromkeys((*self._as_tested(question), *self._cases(question))):
                yield Other(value, _spelled(value))

    def _as_tested(self, question: Question) -> Iterator[Value]:
        """The amounts as a test gives them: 18 months rather than the days that surely are."""
        kind = question.kind
        alike = (one for one in self.amounts if isinstance(one, kind.sort.holds))
        return (one for one in alike if kind.sort.allows(one, kind.bounds))

    def _cases(self, question: Question) -> Iterator[Value]:
        every = (test for condition in self.conditions for test in _every_test(condition))
        tested = (one for one in every if isinstance(one, Has) and one.subject[-1] == question.id)
        named = dict.fromkeys(value for one in tested for value in one.values)
        known = Tested(self.amounts, tuple(named), 1)
        try:
            yield from question.kind.sort.cases(question.kind, known)
        except TooMany:
            yield from ((option,) for option in question.kind.options)

    # --- lists ---

    def _lists(self, question: Question, records: tuple[Record, ...]) -> Iterator[Other]:
        one = question.kind.one.replace("_", " ")
        if records:
            yield Other((*records, _another(question, records[-1])), f"one {one} more")
        for left in records if len(records) > question.at_least else ():
            yield Other(tuple(each for each in records if each is not left), f"without {left.id}")
        for kept in range(question.at_least, len(records) - 1):
            only = ", ".join(each.id for each in records[:kept])
            yield Other(records[:kept], f"only {only}" if only else "none")
        for index, record in enumerate(records):
            for field, value in self._fields(question, record):
                changed = replace(record, values={**record.values, field: value})
                here = (*records[:index], changed, *records[index + 1 :])
                yield Other(here, f"{record.id}.{field}: {_spelled(value)}")

    def _fields(self, question: Question, record: Record) -> Iterator[tuple[str, Value]]:
        read = {name for condition in self.conditions for name in _fields_read(condition)}
        for name in read & question.fields.keys():
            for other in self._values(question.fields[name]):
                value = cast(Value, other.value)
                if value != record.values.get(name):
                    yield name, value


def other_answers(conditions: Iterable[Condition], deal: Deal) -> OtherAnswers:
    """What could be answered otherwise, as far as these conditions and the facts they read go."""
    every = tuple(_with_facts(conditions, deal))
    amounts = [
        test.amount
        for condition in every
        for test in _every_test(condition)
        if isinstance(test, Compares)
    ]
    return OtherAnswers(deal, every, (*amounts, *_compared(every, deal)))


def _with_facts(conditions: Iterable[Condition], deal: Deal) -> Iterator[Condition]:
    """The conditions, and those by which the facts that they read are found."""
    waiting, seen = list(conditions), set[str]()
    while waiting:
        condition = waiting.pop()
        yield condition
        for fact in _facts(condition, deal):
            if fact.id not in seen:
                seen.add(fact.id)
                waiting += fact_conditions(fact)


def _facts(condition: Condition, deal: Deal) -> Iterator[Fact]:
    facts = deal.questionnaire.facts
    return (facts[name] for name in subjects(condition) if name in facts)


def _compared(conditions: Iterable[Condition], deal: Deal) -> Iterator[Amount]:
    """The amounts that two questions which a fact compares stand at now."""
    for condition in conditions:
        for fact in _facts(condition, deal):
            if isinstance(fact.rule, Comparison | Sameness):
                for name in (fact.rule.one, fact.rule.other):
                    value = deal.value(name)
                    if not isinstance(value, Missing | bool | str | tuple):
                        yield value


def _another(question: Question, like: Record) -> Record:
    """A record like one that is there, under another name of its own."""
    free = [name for name, field in question.fields.items() if field.kind.sort.free]
    own: dict[str, Value] = {
        name: question.fields[name].kind.sort.made_up(f"{ANOTHER} {name}")
        for name in free
        if name in like.values
    }
    return replace(like, id=ANOTHER, values={**like.values, **own})


def _every_test(condition: Condition) -> Iterator[Condition]:
    """The single tests of a condition, those about records among them."""
    for test in tests(condition):
        yield test
        for part in beneath(test):
            yield from _every_test(part)


def _fields_read(condition: Condition) -> Iterator[str]:
    """The names that tests about records read."""
    for test in tests(condition):
        for part in beneath(test):
            yield from (one.subject[0] for one in _every_test(part) if hasattr(one, "subject"))


def _spelled(value: Value) -> str:
    words = spelled(value)
    return words if isinstance(words, str) else ", ".join(words) or "none"
