"""Doing exactly what a plan says: new revisions beside the old ones, each with a redline.

A run that was killed is taken up by running it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafter.diagnostics import Diagnostic, Refused
from drafter.regeneration.alone import alone
from drafter.regeneration.executor import Clock, run
from drafter.regeneration.files import swept
from drafter.regeneration.model import Act, Entry, Plan
from drafter.regeneration.renewing import Did, Outcome, Renewing, kept_back, left
from drafter.regeneration.workshop import OpenWorkshop, Workshop
from drafter.registry.model import Stamp

LOCK = ".apply.lock"


def apply_plan(
    plan: Plan, places: Workshop, output: Path, stamp: Stamp, workers: int, clock: Clock
) -> Iterator[Outcome]:
    """Do what the plan says; one outcome for each of its agreements, as it comes.

    One agreement at fault stops no other. Raises `Refused` when the first outcome is asked for,
    having done nothing, where the library or a house style is not what the plan was made from,
    and while another apply is at work in the workspace.
    """
    with alone((places.folder or output) / LOCK, "`drafter apply`"):
        _check_unchanged(plan, places.open())
        output.mkdir(parents=True, exist_ok=True)
        swept(output)
        for entry in plan.entries:
            if entry.act is not Act.REVISE:
                yield _left_out(entry)
        trade = Renewing(places, plan.library, output, stamp)
        yield from run(trade, plan.to(Act.REVISE), workers, clock)


def _left_out(entry: Entry) -> Outcome:
    """An agreement that the plan leaves as it is."""
    if entry.act is Act.KEEP:
        return left(entry, Did.KEPT, (kept_back(entry.agreement, entry.edited),))
    return left(entry, Did.SIGNED if entry.act is Act.AMEND else Did.FAILED, entry.faults)


def _check_unchanged(plan: Plan, shop: OpenWorkshop) -> None:
    faults = []
    if shop.library.clauses.digest != plan.library:
        faults.append("the library changed since the plan was made")
    faults += [
        f"the house style {name} changed since the plan was made"
        for name, digest in plan.styles.items()
        if shop.style(name).digest != digest
    ]
    if faults:
        cure = "make a new plan: drafter plan -o PLAN"
        raise Refused(Diagnostic("plan-outdated", says, None, cure) for says in faults)
