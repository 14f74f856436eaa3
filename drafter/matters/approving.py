"""Approving: a person answers for wordings as they stand, word for word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import unified_diff
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from drafter.diagnostics import Diagnostic, Refused, did_you_mean, quoted
from drafter.gate import Approvals
from drafter.library.model import ClauseLibrary, Variant
from drafter.matters.names import one_line
from drafter.matters.recording import source_of
from drafter.workspace.approvals import Approval, add_approvals, is_day, read_approvals

Kept = Callable[[str], str | None]


class Unapproved(NamedTuple):
    """A wording that no approval holds for as it stands.

    `text` is its source; `last` its newest approval, of the text `approved`, which is None where
    there was none or nothing keeps that text.
    """

    wording: str  # topic/variant
    text: str
    last: Approval | None = None
    approved: str | None = None

    def difference(self) -> str:
        """What changed since it was last approved, line by line; the whole text where that is
        not known."""
        if self.approved is None:
            return self.text
        before, now = self.approved.splitlines(), self.text.splitlines()
        lines = unified_diff(before, now, lineterm="", n=0)
        return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


def unapproved(
    library: ClauseLibrary, wordings: Iterable[str], approvals: Approvals, kept: Kept
) -> tuple[Unapproved, ...]:
    """Those of the wordings that are not approved as they stand; see `Desk.unapproved`.

    `kept` gives the text of a wording by its digest, where some agreement used it.
    """
    known = library.wordings
    found = []
    for name in wordings:
        variant, given = known[name], approvals.of(name)
        own = [one for one in given if one.digest == variant.digest]
        if not any(one.holds(approvals.today) for one in own):
            last = given[-1] if given else None
            before = kept(last.digest) if last else None
            text = source_of(variant.file, variant.digest)
            found.append(Unapproved(name, text, last, before))
    return tuple(found)


def matching(library: ClauseLibrary, named: Iterable[str]) -> tuple[str, ...]:
    """The wordings that names and patterns (`money/*`) mean. Raises `Refused` for one that means
    none."""
    known, found = library.wordings, dict[str, None]()
    faults: list[Diagnostic] = []
    for one in named:
        meant = [name for name in known if name == one or fnmatchcase(name, one)]
        faults += () if meant else _unknown((one,), known)
        found.update(dict.fromkeys(meant))
    if faults:
        raise Refused(faults)
    return tuple(found)


def approve(
    library: ClauseLibrary, file: Path, wordings: tuple[str, ...], by: str, on: str, until: str
) -> tuple[Approval, ...]:
    """Approve wordings in an approvals file, all or none; see `Desk.approve`."""
    known = library.wordings
    faults = [*_unknown(wordings, known), *_day_faults(on, until)]
    if not by.strip():
        faults.append(Diagnostic("approvals", "an approval needs a name", None, "say who approves"))
    if faults:
        raise Refused(faults)
    read_approvals(file)  # a file at fault is told before a line is added to it
    who = one_line(by, "who approves")
    given = tuple(
        Approval(one, known[one].digest, who, on, until) for one in dict.fromkeys(wordings)
    )
    add_approvals(file, given)
    return given


def _unknown(wordings: tuple[str, ...], known: Mapping[str, Variant]) -> Iterator[Diagnostic]:
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
