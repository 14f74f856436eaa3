"""Which questions a name rests on, and that each question reads earlier ones only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.conditions.model import Condition
from drafter.conditions.walk import subjects
from drafter.questionnaire.model import (
    Classification,
    Comparison,
    Completeness,
    Fact,
    Measure,
    NamedCondition,
    Question,
    Questionnaire,
    Sameness,
)

if TYPE_CHECKING:
    from drafter.questionnaire.ladder import UnfinishedQuestion
    from drafter.yaml_nodes import Node


def questions_behind(name: str, questionnaire: Questionnaire) -> set[str]:
    """The questions that a name stands on: itself, or those that a fact reads."""
    fact = questionnaire.facts.get(name)
    if fact is None:
        return {name}
    return {q for read in fact_reads(fact) for q in questions_behind(read, questionnaire)}


def fact_reads(fact: Fact) -> Iterator[str]:
    """The names that a fact reads."""
    match fact.rule:
        case NamedCondition(when):
            yield from subjects(when)
        case Classification(rows):
            for condition in rows.values():
                yield from subjects(condition)
        case Comparison(one, other) | Sameness(one, other):
            yield from (one, other)
        case Measure(_, name, _, _):
            yield name
        case Completeness(name, each, _):
            yield from (name, *each)


def fact_conditions(fact: Fact) -> Iterator[Condition]:
    """The conditions by which a fact is found."""
    match fact.rule:
        case NamedCondition(when):
            yield when
        case Classification(rows):
            yield from rows.values()
        case Measure(_, _, _, where) if where is not None:
            yield where
        case _:
            return


def in_order(questionnaire: Questionnaire, drafts: Iterable[UnfinishedQuestion]) -> Questionnaire:
    """The same without what asks for a question by a later one, so that nothing goes round in a
    circle; each condition that reads a later question is noted.

    What is recommended may hang on a later answer: that is read as somebody gave it, and so goes
    round in no circle either.
    """
    order = {name: index for index, name in enumerate(questionnaire.questions)}
    questions = dict(questionnaire.questions)
    for draft in drafts:
        question = questions[draft.question.id]
        later = {read for read, at in order.items() if at > order[question.id]}
        ahead = _resting_on(later, _named_in_ladder(question), questionnaire)
        question = replace(question, looks_ahead=tuple(dict.fromkeys(ahead)))
        early = _asked_too_early(draft, later, questionnaire)
        questions[question.id] = replace(question, ask_when=None) if early else question
    return replace(questionnaire, questions=questions)


def _asked_too_early(
    draft: UnfinishedQuestion, later: set[str], questionnaire: Questionnaire
) -> bool:
    """Note what a question reads and must not; whether it is asked by what comes later."""
    question, early = questionnaire.questions[draft.question.id], False
    for condition, node in _conditions(draft, questionnaire):
        asks = condition is question.ask_when
        for read in _read(condition, questionnaire):
            if read == question.id:
                says, cure = f"`{read}` reads itself", "read another question"
            elif asks and read in later:
                says = f"`{question.id}` reads `{read}`, which is asked later"
                cure = f"move `{read}` before `{question.id}`"
            else:
                continue
            early = early or asks
            draft.file.fault("reads-later", says, node, cure)
    return early


def _named_in_ladder(question: Question) -> list[str]:
    whens = (step.when for step in question.recommend if step.when is not None)
    return list(dict.fromkeys(name for when in whens for name in subjects(when)))


def _resting_on(
    later: set[str], names: Iterable[str], questionnaire: Questionnaire
) -> Iterator[str]:
    """Those of the names, and of the facts behind them, that rest on later questions."""
    for name in names:
        if later & questions_behind(name, questionnaire):
            yield name
            fact = questionnaire.facts.get(name)
            yield from _resting_on(later, fact_reads(fact) if fact else (), questionnaire)


def _conditions(
    draft: UnfinishedQuestion, questionnaire: Questionnaire
) -> Iterator[tuple[Condition, Node | None]]:
    question = questionnaire.questions[draft.question.id]
    if question.ask_when is not None:
        yield question.ask_when, draft.entries.get("ask when")
    for step in question.recommend:
        if step.when is not None:
            yield step.when, draft.entries.get("recommend")


def _read(condition: Condition, questionnaire: Questionnaire) -> list[str]:
    names = {q for name in subjects(condition) for q in questions_behind(name, questionnaire)}
    return [name for name in questionnaire.questions if name in names]
