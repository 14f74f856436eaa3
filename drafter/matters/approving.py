"""Approving: a person answers for wordings as they stand, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafter.diagnostics import Diagnostic, Refused, did_you_mean, quoted
from drafter.library.model import Library
from drafter.matters.names import one_line
from drafter.workspace.approvals import Approval, add_approvals, is_day, read_approvals


def approve(
    library: Library, file: Path, wordings: tuple[str, ...], by: str, on: str, until: str
) -> tuple[Approval, ...]:
    """Approve wordings in an approvals file, all or none; see `Desk.approve`."""
    known = {f"{topic.id}/{id}": one.digest for topic in library.topics.values()
             for id, one in topic.variants.items()}  # fmt: skip
    faults = [*_unknown(wordings, known), *_day_faults(on, until)]
    if not by.strip():
        faults.append(Diagnostic("approvals", "an approval needs a name", None, "say who approves"))
    if faults:
        raise Refused(faults)
    read_approvals(file)  # a file at fault is told before a line is added to it
    who = one_line(by, "who approves")
    given = tuple(Approval(one, known[one], who, on, until) for one in dict.fromkeys(wordings))
    add_approvals(file, given)
    return given


def _unknown(wordings: tuple[str, ...], known: dict[str, str]) -> Iterator[Diagnostic]:
    for one in wordings:
        if one not in known:
            says = f"the library has no wording {quoted(one)}"
            yield Diagnostic("unknown-wording", says, None, did_you_mean(one, known))


def _day_faults(on: str, until: str) -> Iterator[Diagnostic]:
    days = {"on": on, "until": until} if until else {"on": on}
    wrong = [name for name, day in days.items() if not is_day(day)]
    for name in wrong:
        says = f"`{name}`: {quoted(days[name])} is no date"
        yield Diagnostic("wrong-date", says, None, "write 2027-03-05")
    if not wrong and until and until < on:
        yield Diagnostic("wrong-date", f"the end, {until}, is before the beginning, {on}")
