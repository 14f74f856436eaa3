"""The proof over all answers, each counterexample drafted before it is shown."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from drafter.agreement.assemble import assemble
from drafter.checks.prove import Tell, prove
from drafter.diagnostics import Diagnostic, Refused
from drafter.library.model import Library
from drafter.proof.goals import Finding, Proof
from drafter.proof.readable import draftable, readable
from drafter.questionnaire.deal import Deal
from drafter.selection.select import select

__all__ = ["Finding", "Proof", "Tell", "prove_library"]


def prove_library(
    library: Library,
    faults: Iterable[Diagnostic] = (),
    out_of_time: Callable[[], bool] = lambda: False,
    tell: Tell = lambda words: None,
) -> Proof:
    """What came of every statement that the rules make of a library.

    `faults` are those of its files: what they hide is not decided. `out_of_time` is asked now and
    then; once it says yes, what is left is not decided. `tell` hears what is being proved.
    """
    faults = tuple(faults)
    whole = draftable(readable(library, faults))

    def draft(deal: Deal, precedent: str) -> Iterable[Diagnostic]:
        try:
            selection = select(whole, whole.precedents[precedent], deal)
            assemble(selection)
        except Refused as refused:
            return refused.diagnostics
        left = [one.topic for one in selection.chosen.values() if one.is_open]
        return [Diagnostic("gap", f"`{topic.id}` stays open", topic.place) for topic in left]

    with _nothing_thrown_away():
        return prove(library, draft, faults, out_of_time, tell)


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """The proof makes many small things and keeps them: looking for rubbish is a third of it."""
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_looking:
            gc.enable()
