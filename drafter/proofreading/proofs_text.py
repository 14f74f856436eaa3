"""Remarks as text: grouped by rule, each with its place and its words, the cure said once."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import ERROR, NOTE, WARNING
from drafter.proofreading.model import Remark
from drafter.proofreading.proofread import OUT_OF_REACH, Proofs

_GRADES = (ERROR, WARNING, NOTE)
_NAMES = {ERROR: ("fault", "faults"), WARNING: ("warning", "warnings"), NOTE: ("note", "notes")}
MOST = 25  # remarks of one rule that are shown one by one


def print_proofs(proofs: Proofs, every: bool = False) -> Iterator[str]:
    """The lines of a report: faults first; of one rule at most `MOST`, unless `every`."""
    known = f" {proofs.known_by}" if proofs.known_by else ""
    read = _count(proofs.paragraphs, "paragraph", "paragraphs")
    yield f"{read}, read as {proofs.language}{known}"
    for grade in _GRADES:
        rules: dict[str, list[Remark]] = {}
        for one in proofs.remarks:
            if one.severity == grade:
                rules.setdefault(one.rule, []).append(one)
        for rule, remarks in rules.items():
            yield ""
            yield f"{grade}[{rule}]: {_count(len(remarks), 'place', 'places')}"
            yield from _lines(remarks, every)
    yield ""
    yield summary(proofs)
    yield "Not read: " + "; ".join(OUT_OF_REACH) + "."


def summary(proofs: Proofs) -> str:
    """How many remarks there are of each grade."""
    counts = {grade: sum(one.severity == grade for one in proofs.remarks) for grade in _GRADES}
    said = [_count(number, *_NAMES[grade]) for grade, number in counts.items() if number]
    return ", ".join(said) if said else "Nothing found."


def _lines(remarks: list[Remark], every: bool) -> Iterator[str]:
    shown = remarks if every else remarks[:MOST]
    for one in shown:
        yield f"  {one.place}: {one.says}"
        if one.context and one.context != one.says:
            yield f"      {one.context}"
    if len(remarks) > len(shown):
        yield f"  and {len(remarks) - len(shown)} more: --all shows them"
    for cure in dict.fromkeys(one.cure for one in remarks):
        yield f"   = help: {cure}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
