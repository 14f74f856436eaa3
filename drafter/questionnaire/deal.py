"""Settles a deal: which questions are asked, what each stands at, where the answer came from.

A question is asked when its condition holds. An absent answer takes the recommendation, and the
deal remembers that it did; an unknown one stays unknown; an answer to a question that is not
asked is set aside and never used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, cast

from drafter.conditions.judge import judge
from drafter.conditions.model import Condition, Scope
from drafter.data_classes import dataclass, field, replace
from drafter.kinds import spelled
from drafter.kinds.model import Missing, Points, Record, Value
from drafter.questionnaire.answers import Answers
from drafter.questionnaire.find import find
from drafter.questionnaire.model import Question, Questionnaire, Recommendation
from drafter.questionnaire.record import with_period

ANSWERED, RECOMMENDED = "answered", "recommended"


@dataclass(frozen=True, slots=True)
class Deal:
    """What every name stands for in one deal: the `Scope` that conditions are judged in.

    `origin` says where a value came from: `answered` or `recommended`. `standing` are the topics
    that have text in the agreement, known once the variants are selected.
    """

    questionnaire: Questionnaire
    answers: Answers
    values: Mapping[str, Value | Missing]
    origin: Mapping[str, str]
    taken: Mapping[str, Recommendation]
    set_aside: tuple[str, ...] = ()
    standing: frozenset[str] = frozenset()
    _records: Mapping[Points, Record] = field(default_factory=dict)

    def value(self, name: str) -> Value | Missing:
        """The value of a question or fact, or why there is none."""
        return self.values.get(name, Missing.ABSENT)

    def record(self, points: Points) -> Record | None:
        """The record that a reference names."""
        return self._records.get(points)

    def only(self, names: Iterable[str]) -> Deal:
        """The deal with the values of these names alone."""
        return replace(self, values={name: self.values[name] for name in names})

    def has_text(self, topic: str) -> bool:
        """Whether a topic stands in this agreement."""
        return topic in self.standing


def settle(
    questionnaire: Questionnaire,
    answers: Answers,
    unattended: bool = True,
    settled: Deal | None = None,
    only: frozenset[str] | None = None,
) -> Deal:
    """The deal that the answers describe.

    Unattended, an absent answer takes the recommendation; in an interview it stays absent, for
    nothing is answered there that nobody answered. What is `settled` already stands as it does
    there: its values are those of a deal that differs in nothing that they rest on. Where `only`
    some questions are asked, no other takes its recommendation.
    """
    settling = _Settling(questionnaire, answers, unattended, only)
    if settled is not None:
        settling.take_over(settled)
    values = {name: settling.value(name) for name in questionnaire.names()}
    return Deal(
        questionnaire,
        answers,
        values,
        settling.origin,
        settling.taken,
        tuple(questionnaire.in_order(settling.set_aside)),
        _records=settling.records,
    )


def judged_with(
    condition: Condition, questionnaire: Questionnaire, answers: Answers
) -> bool | None:
    """What a condition comes to under these answers; nothing is settled that it does not read."""
    return judge(condition, _Settling(questionnaire, answers, unattended=True))


class Advised(Scope, Protocol):
    """A deal that may be advised: what its names stand for, and what somebody answered."""

    @property
    def questionnaire(self) -> Questionnaire:
        """What is asked."""
        ...

    @property
    def answers(self) -> Answers:
        """The answers as they were given."""
        ...


def recommendation(question: Question, deal: Advised) -> Recommendation | None:
    """The step of the ladder that holds; None where none does, or while one hangs on an answer.

    A later question that the ladder reads stands as somebody answered it, else as not asked: what
    is recommended there is not known here.
    """
    scope = _WithLater(deal, question.looks_ahead) if question.looks_ahead else deal
    for step in question.recommend:
        held = True if step.when is None else judge(step.when, scope)
        if held is None:
            return None
        if held:
            return step
    return None


@dataclass(frozen=True, slots=True)
class _WithLater:
    """A deal, with later questions as they were answered, and facts that rest on them."""

    deal: Advised
    later: tuple[str, ...]

    def value(self, name: str) -> Value | Record | Missing:
        if name not in self.later:
            return self.deal.value(name)
        fact = self.deal.questionnaire.facts.get(name)
        if fact is not None:
            return find(fact, self)
        return self.deal.answers.values.get(name, Missing.NOT_ASKED)

    def record(self, points: Points) -> Record | None:
        return self.deal.record(points)

    def has_text(self, topic: str) -> bool:
        return self.deal.has_text(topic)


class _Settling:
    """Values found so far; a name is found when it is first read."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        answers: Answers,
        unattended: bool,
        only: frozenset[str] | None = None,
    ) -> None:
        self.questionnaire, self.answers = questionnaire, answers
        self.unattended, self.only = unattended, only
        self.values: dict[str, Value | Missing] = {}
        self.origin: dict[str, str] = {}
        self.taken: dict[str, Recommendation] = {}
        self.set_aside: list[str] = []
        self.records: dict[Points, Record] = {}

    def take_over(self, settled: Deal) -> None:
        """What was settled before; nothing of it is found again."""
        values = settled.values
        self.values |= values
        self.origin |= {name: one for name, one in settled.origin.items() if name in values}
        self.set_aside += (name for name in settled.set_aside if name in values)
        self.records |= {
            points: one for points, one in settled._records.items() if points.list in values
        }

    def value(self, name: str) -> Value | Missing:
        if name not in self.values:
            fact = self.questionnaire.facts.get(name)
            self.values[name] = Missing.ABSENT  # while it is being found
            self.values[name] = (
                self._answer(self.questionnaire.questions[name])
                if fact is None
                else find(fact, self)
            )
        return self.values[name]

    def record(self, points: Points) -> Record | None:
        self.value(points.list)
        return self.records.get(points)

    def has_text(self, topic: str) -> bool:
        return False

    def _answer(self, question: Question) -> Value | Missing:
        asked = True if question.ask_when is None else judge(question.ask_when, self)
        given = self.answers.values.get(question.id)
        if asked is False:
            self._set_aside(question, given)
            return Missing.NOT_ASKED
        if question.id in self.answers.unknown:
            return Missing.UNKNOWN
        if given is not None and asked:
            self.origin[question.id] = ANSWERED
            return self._with_unknown_fields(question, given)
        if asked is None or question.optional or not self.unattended:
            return Missing.ABSENT
        return self._recommended(question)

    def _set_aside(self, question: Question, given: Value | None) -> None:
        if given is not None or question.id in self.answers.unknown:
            self.set_aside.append(question.id)

    def _recommended(self, question: Question) -> Value | Missing:
        if self.only is not None and question.id not in self.only:
            return Missing.NOT_ASKED
        step = recommendation(question, self)
        if step is None or step.take is None:
            return Missing.ABSENT
        self.origin[question.id] = RECOMMENDED
        self.taken[question.id] = step
        return step.take

    def _with_unknown_fields(self, question: Question, given: Value) -> Value:
        """Records with the fields that the deal calls unknown; and remembered by reference."""
        if not question.kind.sort.has_records:
            return given
        records = cast(tuple[Record, ...], given)
        if self.answers.unknown:
            records = tuple(self._record(question, one) for one in records)
        self.records.update({Points(question.id, one.id): one for one in records})
        return records

    def _record(self, question: Question, record: Record) -> Record:
        unknown = {
            name: Missing.UNKNOWN
            for name in question.fields
            if f"{question.id}.{record.id}.{name}" in self.answers.unknown
        }
        if not unknown:
            return record
        return Record(record.list, record.id, with_period(question, {**record.values, **unknown}))


def print_answer_of(name: str, deal: Deal) -> str:
    """An answer as an answers file spells it; a list by its record ids; or why there is none."""
    value = deal.value(name)
    if isinstance(value, Missing):
        return value.value
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        return ", ".join(record.id for record in value)
    words = spelled(value)
    return words if isinstance(words, str) else ", ".join(words) or "none"
