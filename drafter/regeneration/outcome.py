"""What became of each agreement of a plan, and why one was left as it is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from drafter.data_classes import dataclass, field
from drafter.diagnostics import WARNING, Diagnostic
from drafter.merging.model import Report
from drafter.regeneration.model import AffectedAgreement
from drafter.registry.model import ListedAgreement


class Did(StrEnum):
    """What became of an agreement of the plan."""

    REVISED = "revised"
    ALREADY = "already"  # by an earlier run of the same plan
    MOVED = "moved"  # something happened to it since the plan was made
    AMENDED = "amended"  # it is signed: its amendment is drafted and recorded
    SIGNED = "signed"  # never rewritten, and counsel's own words are to be amended by hand
    MERGED = "merged"  # what we sent came back edited: the edits stay, the changes are put in
    KEPT = "kept"  # it came back edited and cannot be merged: a fresh draft would lose that
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ApplyOutcome:
    """One agreement after `apply`: its revision now, its new files, what was at fault or to know,
    block by block what a merge did, and what the new draft rests on."""

    agreement: str
    matter: str
    did: Did
    revision: int = 0
    files: tuple[str, ...] = ()
    words: int = 0  # marked in the redline
    faults: tuple[Diagnostic, ...] = ()
    report: Report | None = None  # of a merge
    said: Mapping[str, Any] = field(default_factory=dict)  # of the new draft, as `Draft.said`
    amendment: str = ""  # of a signed agreement: the id of its amendment


def left(entry: AffectedAgreement, did: Did, faults: tuple[Diagnostic, ...] = ()) -> ApplyOutcome:
    """An agreement that was not revised."""
    return ApplyOutcome(entry.agreement, entry.matter, did, entry.revision, faults=faults)


def kept_back(agreement: str, edited: str) -> Diagnostic:
    """Why an agreement that somebody edited is not drafted afresh, and what to do."""
    cure = (
        f"see it: drafter registry show {agreement} --save DIR; carry the edits and the changes of "
        f"the plan over by hand, then: drafter draft ANSWERS -o F --record --agreement {agreement}"
    )
    return Diagnostic("edited-file", f"{agreement}: {edited}", None, cure, severity=WARNING)


def moved(entry: AffectedAgreement, held: ListedAgreement) -> Diagnostic:
    says = (
        f"{held.id} moved since the plan was made: it was {entry.status} at revision "
        f"{entry.revision}, and is {held.status} at revision {held.revision} since {held.at}"
    )
    return Diagnostic("moved-since", says, None, "make a new plan: drafter plan -o PLAN")


def outdated(says: str) -> Diagnostic:
    return Diagnostic("plan-outdated", says, None, "make a new plan: drafter plan -o PLAN")
