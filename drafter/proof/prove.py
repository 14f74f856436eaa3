"""The proof over all answers, each counterexample drafted before it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from drafter.agreement.assemble import assemble
from drafter.diagnostics import Diagnostic, Refused
from drafter.library.model import ClauseLibrary
from drafter.proof.goals import Proof
from drafter.proof.provable import draftable, hidden, readable, shut, unread
from drafter.proof.replay import FaultsOfDraft
from drafter.proof.statements import Rules, Statements, Tell
from drafter.questionnaire.deal import Deal
from drafter.selection.select import select
from drafter.system import uncollected


def prove(
    library: ClauseLibrary,
    rules: Rules,
    faults: Iterable[Diagnostic] = (),
    out_of_time: Callable[[], bool] = lambda: False,
    tell: Tell = lambda words: None,
) -> Proof:
    """What came of every statement that the rules make of a library; none is passed over.

    `faults` are those of its files: what they hide is not decided. `out_of_time` is asked now and
    then; once it says yes, what is left is not decided. `tell` hears what is being proved.
    """
    faults = tuple(faults)
    whole = draftable(readable(library, faults))
    with uncollected():
        statements = Statements(
            whole, rules, _drafted_from(whole), out_of_time, tell, shut(faults), unread(faults)
        )
        for fault in hidden(whole, faults):
            statements.undecided[fault.says,] = fault
        for id in whole.precedents:
            statements.precedent(id)
        tell("")
        return statements.outcome()


def _drafted_from(library: ClauseLibrary) -> FaultsOfDraft:
    """Drafts a counterexample: what is then said of it."""

    def draft(deal: Deal, precedent: str) -> Iterable[Diagnostic]:
        try:
            selection = select(library, library.precedents[precedent], deal)
            assemble(selection)
        except Refused as refused:
            return refused.diagnostics
        left = [one.topic for one in selection.chosen.values() if one.is_open]
        return [Diagnostic("gap", f"`{topic.id}` stays open", topic.place) for topic in left]

    return draft
