"""Which rules and relations refuse other answers that do not refuse these: only those are judged
that read an answer which differs."""

from __future__ import annotations

from drafter.conditions.judge import judge
from drafter.consistency.names_read import names_read
from drafter.consistency.relations import breaches
from drafter.library.model import ClauseLibrary, ConsistencyRule
from drafter.questionnaire.deal import Deal


def newly_blocking(library: ClauseLibrary, deal: Deal, changed: Deal) -> frozenset[str]:
    """The rules and relations that refuse the changed answers of a deal and do not refuse its own,
    by their ids."""
    differ, read = _differing(deal, changed), names_read(library).of_rules
    rules = [one for id, one in library.rules.items() if read[id] & differ]
    fired = {one.id for one in rules if _fires(one, changed) and not _fires(one, deal)}
    every = library.questionnaire.relations.items()
    relations = [one for id, one in every if read[id] & differ]
    then, now = (
        {one.relation.id for one in breaches(library, each, relations) if one.severity == "block"}
        for each in (changed, deal)
    )
    return frozenset(fired | (then - now))


def _fires(rule: ConsistencyRule, deal: Deal) -> bool:
    return rule.severity == "block" and judge(rule.when, deal) is True


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
