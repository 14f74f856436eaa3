"""Consistency rules over the answers of one deal: what blocks, what warns, what informs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from drafter.conditions.judge import judge
from drafter.conditions.model import All, Condition
from drafter.conditions.model import Either as Either
from drafter.conditions.reasons import grounds
from drafter.conditions.walk import subjects
from drafter.consistency import local_rules, special_terms
from drafter.consistency.doubt import all_given, in_doubt, with_doubts
from drafter.consistency.relations import breaches
from drafter.consistency.texts import odd_texts
from drafter.diagnostics import ERROR, NOTE, WARNING
from drafter.library.model import ClauseLibrary, ConsistencyRule
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.order import questions_behind

OF_EVERY_LIBRARY = (*special_terms.RULES, local_rules.RULE)
"""The findings that no library spells as a rule."""
SEVERITY = {"block": ERROR, "warn": WARNING, "inform": NOTE}


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fires, or one that an unanswered question leaves pending.

    A relation that the answers break is a rule of one deal; `path` is then the answer at fault.
    """

    rule: ConsistencyRule
    questions: tuple[str, ...]
    pending: bool = False
    path: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What an override names: the rule, and of a relation or a text the record too.

        `milestones.launch.due.within`, `parties.acme.address.placeholder`, `R27`
        """
        above = ".".join(part for part in self.path[self.path[:1] == ("answers",) :] if part)
        own = self.rule.id.rpartition(".")[2]
        is_whole = len(self.path) < 3 and self.rule.id.startswith(above)
        return self.rule.id if is_whole else f"{above}.{own}"

    def as_data(self) -> dict[str, Any]:
        """The entry of a report."""
        rule = self.rule
        entry: dict[str, Any] = {
            "rule": rule.id,
            **({"override": self.id} if self.id != rule.id else {}),
            "severity": rule.severity,
            "says": rule.message,
            "reason": rule.reason,
            "questions": list(self.questions),
            "source": rule.source,
        }
        if any(rule.law):
            entry["law"] = {"from": rule.law[0], "until": rule.law[1]}
        return entry | ({"pending": True} if self.pending else {})


def findings(library: ClauseLibrary, deal: Deal) -> tuple[Finding, ...]:
    """Every rule that fires in this deal, blocking ones first; undecided ones as pending."""
    found = [
        *_found(library, deal),
        *_broken(library, deal),
        *_odd(library, deal),
        *_without_local_rules(library, deal),
    ]
    order = tuple(SEVERITY)
    return tuple(sorted(found, key=lambda one: (one.pending, order.index(one.rule.severity))))


def _found(library: ClauseLibrary, deal: Deal) -> Iterator[Finding]:
    doubtful = with_doubts(deal)
    for rule in library.rules.values():
        verdict, seen = judge(rule.when, deal), deal
        if verdict is False and doubtful is not deal:
            verdict, seen = judge(rule.when, doubtful), doubtful
        if verdict is not False:
            questions = _questions(rule, seen)
            if verdict is None and not _may_be_asked(questions, library, deal):
                continue
            unordered = verdict is None and all_given(questions, deal)
            yield (
                Finding(in_doubt(rule, questions, deal), questions)
                if unordered
                else Finding(rule, questions, pending=verdict is None)
            )


def _may_be_asked(questions: tuple[str, ...], library: ClauseLibrary, deal: Deal) -> bool:
    """Whether an answer is still to come that would decide a rule: the precedent asks for it."""
    precedent = library.precedents.get(deal.answers.precedent)
    return precedent is None or any(one in precedent.asks for one in questions)


def _broken(library: ClauseLibrary, deal: Deal) -> Iterator[Finding]:
    for breach in breaches(library, deal):
        relation = breach.relation
        says = f"{relation.message} ({breach.says})" if relation.message else breach.says
        rule = ConsistencyRule(
            relation.id, breach.severity, All(()), says, relation.reason, place=relation.place
        )
        yield Finding(rule, breach.questions, path=("answers", *breach.path))


def _odd(library: ClauseLibrary, deal: Deal) -> Iterator[Finding]:
    for odd in odd_texts(library, deal):
        path, rule = (
            ("answers", *odd.path),
            ConsistencyRule(odd.rule, odd.severity, All(()), odd.says),
        )
        yield Finding(rule, odd.path[:1], path=path)
    for one in special_terms.doubts(library, deal):
        path = ("special_terms", one.term.id, "")
        yield Finding(ConsistencyRule(one.rule, "warn", All(()), one.says), (), path=path)


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
