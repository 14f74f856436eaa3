"""Which answers each rule, each relation and each question rests on: where none of them changed,
what was said of it before still stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from drafter.conditions.walk import subjects
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.model import Question, Questionnaire
from drafter.questionnaire.order import fact_reads, questions_behind
from drafter.questionnaire.relation import Relation
from drafter.worked_out import once_for_each

Names = frozenset[str]


class NamesRead(NamedTuple):
    """The names that each reads: the rules and relations of a library by their ids, and by theirs
    the questions, for whether they are asked and what is recommended. `at_all`: all that the value
    of a question or fact rests on, itself and however far behind it."""

    of_rules: Mapping[str, Names]
    of_questions: Mapping[str, Names]
    at_all: Mapping[str, Names]


@once_for_each
def names_read(library: ClauseLibrary) -> NamesRead:
    """What the rules, relations and questions of a library read."""
    asked = library.questionnaire
    return NamesRead(
        {id: with_all_behind(subjects(one.when), asked) for id, one in library.rules.items()}
        | {id: with_all_behind(_of_relation(one), asked) for id, one in asked.relations.items()},
        {id: with_all_behind(_of_question(one), asked) for id, one in asked.questions.items()},
        {name: _rests_on(name, asked) for name in asked.names()},
    )


def with_all_behind(names: Iterable[str], questionnaire: Questionnaire) -> Names:
    """The names, the questions behind them, and the lists that their answers may point into."""
    named = list(names)
    behind = {q for name in named for q in questions_behind(name, questionnaire)}
    return frozenset(_with_lists(behind, questionnaire).union(named))


def _of_relation(relation: Relation) -> Iterator[str]:
    yield relation.question
    for path in (*relation.to, *relation.beside):
        yield path.partition(".")[0]


def _of_question(question: Question) -> Iterator[str]:
    yield from (question.id, *question.looks_ahead)
    for when in (question.ask_when, *(step.when for step in question.recommend)):
        yield from subjects(when) if when is not None else ()


def _rests_on(name: str, questionnaire: Questionnaire) -> Names:
    found, waiting = set[str](), [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            fact = questionnaire.facts.get(one)
            waiting += _asked_by(questionnaire.questions[one]) if fact is None else fact_reads(fact)
    return frozenset(found)


def _asked_by(question: Question) -> Iterator[str]:
    """What decides whether a question is asked, and the lists that its answer points into."""
    yield from subjects(question.ask_when) if question.ask_when is not None else ()
    yield from _lists_of(question)


def _lists_of(question: Question) -> list[str]:
    return [one.kind.of for one in (question, *question.fields.values()) if one.kind.of]


def _with_lists(names: Iterable[str], questionnaire: Questionnaire) -> set[str]:
    """The names, and the lists that their answers and those of their records refer to."""
    found, waiting = set[str](), list(names)
    while waiting:
        question = questionnaire.questions.get(waiting.pop())
        if question is None or question.id in found:
            continue
        found.add(question.id)
        waiting += _lists_of(question)
    return found
