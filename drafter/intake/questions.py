"""Which questions are asked, and how each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from drafter.conditions.judge import judge
from drafter.diagnostics import Diagnostic
from drafter.intake.question_state import LEFT_BLANK, Asked, State, offered
from drafter.kinds import spelled
from drafter.kinds.model import Missing, Record, Value
from drafter.library.model import ClauseLibrary, Precedent
from drafter.questionnaire.deal import Deal, recommendation
from drafter.questionnaire.model import Question

Stands = Mapping[str, Asked | None]  # None: it is not asked


def asked_now(
    library: ClauseLibrary,
    precedent: Precedent | None,
    deal: Deal,
    faults: Iterable[Diagnostic],
    stands: Stands,
) -> dict[str, Asked]:
    """The questions in play, by name, in order; those that stand as before are not looked at."""
    by_question, play = _by_question(faults), {}
    for name in _asked_of(library, precedent):
        if name in stands:
            one = stands[name]
        else:
            one = _asked(library.questionnaire.questions[name], deal, by_question.get(name, ()))
        if one is not None:
            play[name] = one
    return play


def _asked_of(library: ClauseLibrary, precedent: Precedent | None) -> tuple[str, ...]:
    """The questions of a precedent; before one is chosen, those that every precedent asks."""
    if precedent is not None:
        return precedent.asks
    each = [one.asks for one in library.precedents.values()]
    return tuple(name for first in each[:1] for name in first if all(name in asks for asks in each))


def _asked(question: Question, deal: Deal, faults: tuple[Diagnostic, ...]) -> Asked | None:
    verdict = True if question.ask_when is None else judge(question.ask_when, deal)
    if verdict is False:
        return None
    one = _one(question, deal, faults)
    return one if verdict else replace(one, state=State.MAY_COME)


def _one(question: Question, deal: Deal, faults: tuple[Diagnostic, ...]) -> Asked:
    value = deal.value(question.id)
    if value is Missing.UNKNOWN:
        return Asked(question, State.UNKNOWN, because=question.ask_when)
    if isinstance(value, Missing):
        state = State.OPEN if faults or not question.optional else _optional(question, deal)
        offer = offered(recommendation(question, deal))
        return Asked(question, state, offer=offer, because=question.ask_when, faults=faults)
    missing = tuple(_missing(question, value)) if question.fields else ()
    state = State.OPEN if missing or faults else State.ANSWERED
    return Asked(question, state, _spelled(value), missing, None, question.ask_when, faults)


def _optional(question: Question, deal: Deal) -> State:
    """An optional question waits until somebody says that it stays blank."""
    how = deal.answers.given.get(question.id, {}).get("how")
    return State.ANSWERED if how == LEFT_BLANK else State.OPTIONAL


def _missing(question: Question, value: object) -> Iterator[str]:
    """The fields of records that have no answer, are not optional and not said to be unknown."""
    for record in cast(tuple[Record, ...], value):
        for name, field in question.fields.items():
            if record.values.get(name, Missing.ABSENT) is Missing.ABSENT and not field.optional:
                yield f"{record.id}.{name}"


def _spelled(value: object) -> Any:
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        return {one.id: _fields(one) for one in cast(tuple[Record, ...], value)}
    return spelled(cast(Value, value))


def _fields(record: Record) -> dict[str, Any]:
    return {
        name: spelled(value)
        for name, value in record.values.items()
        if not isinstance(value, Missing) and name != "period"
    }


def _by_question(faults: Iterable[Diagnostic]) -> dict[str, tuple[Diagnostic, ...]]:
    grouped: dict[str, tuple[Diagnostic, ...]] = {}
    for fault in faults:
        for name in {path.partition(".")[0] for path in fault.questions}:
            grouped[name] = (*grouped.get(name, ()), fault)
    return grouped
