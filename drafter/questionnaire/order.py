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
    circle; each condition that reads a later question is noted."""
    order = {name: index for index, name in enumerate(questionnaire.questions)}
    questions = dict(questionnaire.questions)
    for draft in drafts:
        name = draft.question.id
        for condition, node in _conditions(draft, questionnaire):
            for read in _read(condition, questionnaire):
                if order.get(read, -1) >= order[name]:
                    says = f"`{name}` reads `{read}`, which is asked later"
                    draft.file.fault("reads-later", says, node, f"move `{read}` before `{name}`")
                    if condition is questions[name].ask_when:
                        questions[name] = replace(questions[name], ask_when=None)
    return replace(questionnaire, questions=questions)


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
