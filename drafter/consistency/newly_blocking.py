"""Which rules and relations refuse other answers that do not refuse these: only those are judged
that read an answer which differs.

What each rule reads is worked out once for each library, and kept beside it as long as it lives.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from weakref import finalize

from drafter.conditions.judge import judge
from drafter.conditions.walk import subjects
from drafter.consistency.relations import breaches
from drafter.library.model import ClauseLibrary, ConsistencyRule
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.model import Questionnaire
from drafter.questionnaire.order import questions_behind
from drafter.questionnaire.relation import Relation


class NamesRead(NamedTuple):
    """The rules that block and the relations of a library, each with the names that it reads."""

    rules: tuple[tuple[ConsistencyRule, frozenset[str]], ...]
    relations: tuple[tuple[Relation, frozenset[str]], ...]


_OF_LIBRARIES: dict[int, NamesRead] = {}


def newly_blocking(library: ClauseLibrary, deal: Deal, changed: Deal) -> frozenset[str]:
    """The rules and relations that refuse the changed answers of a deal and do not refuse its own,
    by their ids."""
    differ, read = _differing(deal, changed), _names_read(library)
    rules = [rule for rule, names in read.rules if names & differ]
    fired = {one.id for one in rules if judge(one.when, changed) and not judge(one.when, deal)}
    relations = [relation for relation, names in read.relations if names & differ]
    then, now = (
        {one.relation.id for one in breaches(library, each, relations) if one.severity == "block"}
        for each in (changed, deal)
    )
    return frozenset(fired | (then - now))


def _differing(deal: Deal, changed: Deal) -> set[str]:
    """The questions and facts that have another value, came about otherwise, or were typed."""
    given, others = deal.answers.values, changed.answers.values
    return {
        name
        for name in deal.questionnaire.names()
        if deal.value(name) != changed.value(name)
        or deal.origin.get(name) != changed.origin.get(name)
        or given.get(name) != others.get(name)
    }


def _names_read(library: ClauseLibrary) -> NamesRead:
    known = _OF_LIBRARIES.get(id(library))
    if known is None:
        known = _OF_LIBRARIES.setdefault(id(library), _worked_out(library))
        finalize(library, _OF_LIBRARIES.pop, id(library), None)
    return known


def _worked_out(library: ClauseLibrary) -> NamesRead:
    questionnaire = library.questionnaire

    def whole(*names: str) -> frozenset[str]:
        behind = {q for name in names for q in questions_behind(name, questionnaire)}
        return frozenset(_with_lists(behind, questionnaire).union(names))

    blocks = [one for one in library.rules.values() if one.severity == "block"]
    return NamesRead(
        tuple((one, whole(*subjects(one.when))) for one in blocks),
        tuple(
            (one, whole(one.question, *(to.partition(".")[0] for to in (*one.to, *one.beside))))
            for one in questionnaire.relations.values()
        ),
    )


def _with_lists(names: Iterable[str], questionnaire: Questionnaire) -> set[str]:
    """The names, and the lists that their answers and those of their records refer to."""
    found, waiting = set[str](), list(names)
    while waiting:
        question = questionnaire.questions.get(waiting.pop())
        if question is None or question.id in found:
            continue
        found.add(question.id)
        waiting += [one.kind.of for one in (question, *question.fields.values()) if one.kind.of]
    return found
