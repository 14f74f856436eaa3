"""A plan in words, for a lawyer: agreements that change alike stand together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.consistency.finding import SEVERITY
from drafter.diagnostics import print_diagnostic, so_many
from drafter.regeneration.model import (
    AffectedAgreement,
    ChangedParagraph,
    NewFinding,
    Plan,
    PlannedAct,
)
from drafter.regeneration.reason_text import print_change, print_reason_for_change

MOST_NUMBERS = 4  # of one clause in several agreements
NOTHING = "Nothing to do."


def print_plan(plan: Plan) -> str:
    """The plan as plain text.

    >>> print(print_plan(Plan("5f0c", {}, (), 12)))
    Nothing to do. All 12 agreements read as the library says.
    """
    if not plan.entries:
        lines = [f"{NOTHING} {_all(plan.unchanged)}"] if plan.unchanged else [NOTHING]
    else:
        lines = [line for group in _alike(plan.entries) for line in _group(group)]
        lines.append(_sum(plan))
    return "\n".join((*lines, *_under_way(plan), *_recommended(plan), *_found(plan)))


def _all(number: int) -> str:
    if number == 1:
        return "The only agreement reads as the library says."
    return f"All {number:,} agreements read as the library says."


def _alike(entries: tuple[AffectedAgreement, ...]) -> list[list[AffectedAgreement]]:
    """The agreements in groups that change alike, wherever the clauses stand in each."""
    groups: dict[object, list[AffectedAgreement]] = {}
    for one in entries:
        changes = tuple(replace(change, number="", block="") for change in one.changes)
        key = (one.act is PlannedAct.REPORT, one.reasons, changes, one.faults, one.renumbered)
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def changes_alike(plan: Plan) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Each group of agreements that change alike: the reasons, the changes, and the ids."""
    for group in _alike(plan.entries):
        together = zip(*(entry.changes for entry in group), strict=True)
        reasons = [print_reason_for_change(one) for one in group[0].reasons]
        changes = [print_change(_numbered(changes)) for changes in together]
        yield reasons, changes, [entry.agreement for entry in group]


def _group(group: list[AffectedAgreement]) -> Iterator[str]:
    for entry in group:
        yield f"{entry.agreement}  {entry.matter or '(no name)'}  {_stands(entry)}"
    first = group[0]
    for fault in first.faults:
        yield from (f"    {line}" for line in print_diagnostic(fault).splitlines())
    yield from (f"  because {print_reason_for_change(reason)}" for reason in first.reasons)
    for changes in zip(*(entry.changes for entry in group), strict=True):
        yield f"    {print_change(_numbered(changes))}"
    if first.fresh and not first.changes and not first.renumbered:
        yield "    no word changes"
    if first.renumbered:
        count = "1 reference" if first.renumbered == 1 else f"{first.renumbered} references"
        yield f"    {count} to clauses that now have another number"
    yield ""


def _numbered(changes: tuple[ChangedParagraph, ...]) -> ChangedParagraph:
    """One change for all: with each agreement's number, or with none if these are many."""
    numbers = list(dict.fromkeys(change.number for change in changes))
    few = len(numbers) <= MOST_NUMBERS
    return replace(changes[0], number=" / ".join(filter(None, numbers)) if few else "")


def _stands(entry: AffectedAgreement) -> str:
    """What becomes of an agreement."""
    if entry.act is PlannedAct.AMEND:
        return f"signed: {'gets an amendment' if entry.fresh else 'to be amended by hand'}"
    if entry.act is PlannedAct.MERGE:
        return f"counsel's edits kept; merge: {entry.edited}; gets revision {entry.revision + 1}"
    if entry.act is PlannedAct.KEEP:
        return f"left as it is: {entry.edited}, and a fresh draft would lose those edits"
    if entry.act is PlannedAct.REPORT:
        return "cannot be drafted with this library"
    known = {"issued": ", issued", "received": ", counsel's file is back"}.get(entry.status, "")
    return f"revision {entry.revision}{known}: gets revision {entry.revision + 1}"


def _sum(plan: Plan) -> str:
    counts = (
        (len(plan.to(PlannedAct.REVISE)), "to revise"),
        (sum(bool(one.fresh) for one in plan.to(PlannedAct.AMEND)), "signed, to be amended"),
        (sum(not one.fresh for one in plan.to(PlannedAct.AMEND)), "signed, to be amended by hand"),
        (len(plan.to(PlannedAct.MERGE)), "edited by others, to be merged"),
        (len(plan.to(PlannedAct.KEEP)), "edited by others, to be revised by hand"),
        (len(plan.to(PlannedAct.REPORT)), "that cannot be drafted"),
        (plan.unchanged, "unchanged"),
    )
    parts = [f"{count:,} {what}" for count, what in counts if count]
    return ", ".join(parts) + "."


def _under_way(plan: Plan) -> Iterator[str]:
    """Signed agreements whose amendment waits for its signature."""
    for agreement, amendment in plan.under_way.items():
        yield f"{agreement} is signed; its amendment {amendment} is under way and says the same."


def _recommended(plan: Plan) -> Iterator[str]:
    """Recommendations that are others now, with the agreements that rest on the old ones."""
    by_change: dict[tuple[str, str, str], list[str]] = {}
    for id, some in plan.recommended.items():
        for one in some:
            by_change.setdefault((one.question, one.taken, one.now), []).append(id)
    if by_change:
        yield from ("", "Other recommendations today; nothing is changed for them:")
    for (question, taken, now), ids in by_change.items():
        yield f"  {question}: {taken} was taken, {now} is recommended now ({_some(ids)})"


def _found(plan: Plan) -> Iterator[str]:
    """What would newly be found of the answers, with the agreements of which it would."""
    by_finding: dict[NewFinding, list[str]] = {}
    for id, some in plan.findings.items():
        for one in some:
            by_finding.setdefault(one, []).append(id)
    if by_finding:
        yield from ("", "New findings; an agreement that has one says it when it is drafted again:")
    for one, ids in by_finding.items():
        yield f"  {one.what} ({SEVERITY[one.severity]}): {one.says} ({_some(ids)})"
    if plan.without_findings:
        yield from ("", f"What is new of {_count(plan.without_findings)} is not known: drafted "
                    "before findings were kept.")  # fmt: skip


def _count(number: int) -> str:
    return so_many(number, "agreement")


def _some(ids: list[str]) -> str:
    return ", ".join(ids[:5]) + (f" and {len(ids) - 5:,} more" if len(ids) > 5 else "")
