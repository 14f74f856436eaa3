"""Consistency rules over the answers of one deal: what blocks, what warns, what informs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.conditions.judge import judge
from drafter.conditions.model import All, Condition
from drafter.conditions.model import Either as Either
from drafter.conditions.reasons import grounds
from drafter.conditions.walk import subjects
from drafter.consistency import local_rules, special_terms
from drafter.consistency.before import Before, Found
from drafter.consistency.doubt import all_given, in_doubt, with_doubts
from drafter.consistency.finding import SEVERITY, Finding
from drafter.consistency.relations import breaches, is_given
from drafter.consistency.texts import OddText, odd_texts
from drafter.consistency.texts_beside import odd_beside_others
from drafter.library.model import ClauseLibrary, ConsistencyRule
from drafter.questionnaire.deal import RECOMMENDED, Deal, settle
from drafter.questionnaire.order import questions_behind
from drafter.questionnaire.relation import Relation

OF_EVERY_LIBRARY = (*special_terms.RULES, local_rules.RULE)
"""The findings that no library spells as a rule."""
Still = Mapping[str, Found]


def findings(
    library: ClauseLibrary, deal: Deal, before: Before | None = None
) -> tuple[Finding, ...]:
    """Every rule that fires in this deal, blocking ones first; undecided ones as pending.

    What still stands from before is not judged again.
    """
    rules, texts = (before.by_rule, before.by_text) if before else ({}, {})
    found = [
        *_found(library, deal, rules),
        *_broken(library, deal, rules),
        *_odd(library, deal, texts),
        *_without_local_rules(library, deal),
    ]
    order = tuple(SEVERITY)
    return tuple(sorted(found, key=lambda one: (one.pending, order.index(one.rule.severity))))


def _found(library: ClauseLibrary, deal: Deal, still: Still) -> Iterator[Finding]:
    doubtful = with_doubts(deal)
    for rule in library.rules.values():
        stands = still.get(rule.id)
        yield from _judged(rule, library, deal, doubtful) if stands is None else stands


def _judged(
    rule: ConsistencyRule, library: ClauseLibrary, deal: Deal, doubtful: Deal
) -> Iterator[Finding]:
    verdict, seen = judge(rule.when, deal), deal
    if verdict is False and doubtful is not deal:
        verdict, seen = judge(rule.when, doubtful), doubtful
    if verdict is False:
        return
    questions = _questions(rule, seen)
    if not (_may_be_asked if verdict is None else _is_of_the_agreement)(
        rule, questions, library, deal
    ):
        return
    if verdict is None and all_given(questions, deal):  # and nothing orders them
        yield Finding(in_doubt(rule, questions, deal), questions)
    else:
        yield Finding(rule, questions, pending=verdict is None)


def _may_be_asked(
    rule: ConsistencyRule, questions: tuple[str, ...], library: ClauseLibrary, deal: Deal
) -> bool:
    """Whether an answer is still to come that would decide a rule: the precedent asks for it."""
    precedent = library.precedents.get(deal.answers.precedent)
    return precedent is None or any(one in precedent.asks for one in questions)


def _is_of_the_agreement(
    rule: ConsistencyRule, questions: tuple[str, ...], library: ClauseLibrary, deal: Deal
) -> bool:
    """Whether a rule fires without recommendations that the precedent never asks and prints."""
    if rule.severity == "block" or not _never_asked(questions, library, deal):
        return True
    asks = frozenset(library.precedents[deal.answers.precedent].asks)
    return judge(rule.when, settle(deal.questionnaire, deal.answers, only=asks)) is not False


def _never_asked(questions: tuple[str, ...], library: ClauseLibrary, deal: Deal) -> bool:
    """Whether one of the questions stands as recommended, and the precedent does not ask it."""
    precedent = library.precedents.get(deal.answers.precedent)
    recommended = (one for one in questions if deal.origin.get(one) == RECOMMENDED)
    return precedent is not None and any(one not in precedent.asks for one in recommended)


def _broken(library: ClauseLibrary, deal: Deal, still: Still) -> Iterator[Finding]:
    for id, relation in library.questionnaire.relations.items():
        stands = still.get(id)
        if stands is not None:
            yield from stands
        elif is_given(relation.question, deal):
            yield from _breached(relation, library, deal)


def _breached(relation: Relation, library: ClauseLibrary, deal: Deal) -> Iterator[Finding]:
    for breach in breaches(library, deal, (relation,)):
        if breach.severity != "block" and _never_asked(breach.questions, library, deal):
            continue
        says = f"{relation.message} ({breach.says})" if relation.message else breach.says
        rule = ConsistencyRule(
            relation.id, breach.severity, All(()), says, relation.reason, place=relation.place
        )
        yield Finding(rule, breach.questions, path=("answers", *breach.path))


def _odd(library: ClauseLibrary, deal: Deal, still: Still) -> Iterator[Finding]:
    for name in deal.answers.values:
        stands = still.get(name)
        yield from map(_of_text, odd_texts(name, library, deal)) if stands is None else stands
    yield from map(_of_text, odd_beside_others(deal, library))
    for one in special_terms.doubts(library, deal):
        path = ("special_terms", one.term.id, "")
        yield Finding(ConsistencyRule(one.rule, one.severity, All(()), one.says), (), path=path)


def _of_text(odd: OddText) -> Finding:
    rule = ConsistencyRule(odd.rule, odd.severity, All(()), odd.says)
    return Finding(rule, odd.path[:1], path=("answers", *odd.path))


def _without_local_rules(library: ClauseLibrary, deal: Deal) -> Iterator[Finding]:
    found = local_rules.unruled(library, deal)
    if found is not None:
        rule = ConsistencyRule(local_rules.RULE, "inform", All(()), found.says, local_rules.REASON)
        yield Finding(rule, found.questions)


def _questions(rule: ConsistencyRule, deal: Deal) -> tuple[str, ...]:
    """The questions behind the tests that decided the rule, in questionnaire order."""
    read = {name for test in _grounds(rule.when, deal) for name in subjects(test)}
    behind = {q for name in read for q in questions_behind(name, deal.questionnaire)}
    return tuple(deal.questionnaire.in_order(behind))


def _grounds(condition: Condition, deal: Deal) -> Iterator[Condition]:
    """The tests that decided a rule; where several alternatives hold, those of each."""
    if not isinstance(condition, Either):
        yield from grounds(condition, deal)
        return
    verdict = judge(condition, deal)
    for part in condition.parts:
        if judge(part, deal) is verdict:
            yield from _grounds(part, deal)
