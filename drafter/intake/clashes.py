"""Answers that cannot stand together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.conditions.judge import judge
from drafter.consistency.finding import Finding
from drafter.intake.question_state import Clash
from drafter.questionnaire.deal import Deal, settle


def clashes_of(found: Iterable[Finding], deal: Deal) -> Iterator[Clash]:
    """The blocking rules that fire, each with the least answers that make it."""
    for finding in found:
        if finding.rule.severity == "block" and not finding.pending:
            yield Clash(finding, smallest_clash(finding, deal))


def smallest_clash(finding: Finding, deal: Deal) -> tuple[str, ...]:
    """The least set of answers that a rule still fires on; the oldest are kept the longest."""
    kept = [name for name in finding.questions if name in deal.answers.values]
    if finding.path:  # a relation rests on each answer that it names
        return tuple(kept)
    left = kept.copy()
    while left:  # a rule may fire again without an answer: then all are tried once more
        name = left.pop()
        fewer = [other for other in kept if other != name]
        if judge(finding.rule.when, _without(deal, set(finding.questions) - set(fewer))):
            kept, left = fewer, fewer.copy()
    return tuple(kept)


def _without(deal: Deal, names: set[str]) -> Deal:
    values = {name: value for name, value in deal.answers.values.items() if name not in names}
    answers = replace(deal.answers, values=values)
    return settle(deal.questionnaire, answers, unattended=False)
