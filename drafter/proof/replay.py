"""Replays a counterexample as drafting would, before anyone is shown it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from drafter.consistency.judge import findings
from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, Refused
from drafter.library.model import ClauseLibrary
from drafter.proof.goals import Goal
from drafter.proof.outline import Standing, standing_of
from drafter.proof.settled_deal import SettledDeal
from drafter.questionnaire.answers import read_answers
from drafter.questionnaire.deal import Deal, settle

FaultsOfDraft = Callable[[Deal, str], Iterable[Diagnostic]]
"""Drafts a deal for a precedent and tells the faults that drafting finds."""

DRAFTING_SAYS = ("gap", "overlap", "dangling-reference")


@dataclass(frozen=True, slots=True)
class Replayed:
    """What became of the answers: the deal, and why they show nothing ("" where they do)."""

    deal: Deal | None
    why_not: str = ""


def replay(
    goal: Goal,
    again: Callable[[Standing], Iterable[Goal]],
    answers: Mapping[str, Any],
    library: ClauseLibrary,
    draft: FaultsOfDraft,
) -> Replayed:
    """Whether these answers, read from plain data and drafted, show the fault."""
    try:
        deal = settle(library.questionnaire, read_answers(answers, library.questionnaire))
    except Refused as refused:
        return Replayed(None, f"the answers are refused: {refused.diagnostics[0].says}")
    precedent = library.precedents[answers["precedent"]]
    for found in findings(library, deal):
        blocks = found.rule.severity == "block" and not found.pending
        if blocks and found.rule.id not in goal.about:
            return Replayed(deal, f"rule {found.rule.id} stands in the way of the answers found")
    settled = standing_of(SettledDeal(library, precedent, deal))
    deal = settled.encoding.deal if isinstance(settled.encoding, SettledDeal) else deal
    if not any(one.about == goal.about and one.bad == 1 for one in again(settled)):
        return Replayed(deal, "the answers found do not show it")
    seen_in_drafting = goal.rule in DRAFTING_SAYS and goal.about[0] == "topic"
    if seen_in_drafting and goal.rule not in {one.rule for one in draft(deal, precedent.id)}:
        return Replayed(deal, "drafting these answers does not show it")
    return Replayed(deal)
