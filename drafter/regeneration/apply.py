"""Doing exactly what a plan says: new revisions beside the old ones, each with a redline.

A run that was killed is taken up by running it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafter.diagnostics import Diagnostic, Refused
from drafter.executors.crew import ALONE, Crew, run
from drafter.matters.workshop import Workshop
from drafter.regeneration.files import made, swept
from drafter.regeneration.folder_lock import alone
from drafter.regeneration.model import DRAFTS, AffectedAgreement, Plan, PlannedAct
from drafter.regeneration.new_revision import Renewing
from drafter.regeneration.outcome import ApplyOutcome, Did, kept_back, left
from drafter.registry.model import Stamp

LOCK = ".apply.lock"
_LENT = "drafter lends it printed words, which count as its own and change with its releases"


def apply_plan(
    plan: Plan, shop: Workshop, output: Path, stamp: Stamp, crew: Crew = ALONE
) -> Iterator[ApplyOutcome]:
    """Do what the plan says; one outcome for each of its agreements, as it comes: see
    `Desk.apply`. Also raises `Refused` while another apply is at work in the workspace."""
    with alone((shop.places.folder or output) / LOCK, "`drafter apply`"):
        _check_unchanged(plan, shop)
        swept(made(output))
        for entry in plan.entries:
            if entry.act not in DRAFTS and not _gets_amendment(entry):
                yield _left_out(entry)
        trade = Renewing(shop.places, plan.library, output, stamp)
        yield from run(trade, trade.at(shop), plan.to(*DRAFTS), crew)
        # one after the other, for each amendment takes the next free id
        yield from map(trade.at(shop), filter(_gets_amendment, plan.entries))


def _gets_amendment(entry: AffectedAgreement) -> bool:
    return entry.act is PlannedAct.AMEND and bool(entry.fresh)


def _left_out(entry: AffectedAgreement) -> ApplyOutcome:
    """An agreement that the plan leaves as it is."""
    if entry.act is PlannedAct.KEEP:
        return left(entry, Did.KEPT, (kept_back(entry.agreement, entry.edited),))
    return left(entry, Did.SIGNED if entry.act is PlannedAct.AMEND else Did.FAILED, entry.faults)


def _check_unchanged(plan: Plan, shop: Workshop) -> None:
    faults = []
    if shop.library.clauses.digest != plan.library:
        lent = any(not words.is_own for words in shop.library.clauses.printing.values())
        faults.append(_outdated("the library", *([_LENT] if lent else [])))
    faults += [
        _outdated(f"the house style {name}")
        for name, digest in plan.styles.items()
        if shop.style(name).digest != digest
    ]
    if faults:
        raise Refused(faults)


def _outdated(what: str, *notes: str) -> Diagnostic:
    cure = "make a new plan: drafter plan -o PLAN"
    says = f"{what} changed since the plan was made"
    return Diagnostic("plan-outdated", says, None, cure, notes)
