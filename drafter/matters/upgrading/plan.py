"""What a newer starter library makes of a workspace's own; nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from drafter.diagnostics import WARNING, Diagnostic, Place, Refused
from drafter.drafting.library import of_files
from drafter.library.files import LibraryFiles, read_files
from drafter.library.load import load_files
from drafter.library.model import ClauseLibrary
from drafter.matters.starting import REMEMBERED
from drafter.matters.upgrading.file_fates import file_fates
from drafter.matters.upgrading.kept_approvals import given_again
from drafter.matters.upgrading.model import Fate, LibraryUpgrade
from drafter.matters.upgrading.moved_files import Renamed
from drafter.matters.upgrading.recommended import recommended_otherwise
from drafter.matters.upgrading.writing import recover
from drafter.workspace.approvals import read_approvals
from drafter.workspace.settings import Workspace


def plan_upgrade(
    workspace: Workspace,
    starter: Path,
    base: Path | None = None,
    sides: Mapping[str, str] | None = None,
) -> LibraryUpgrade:
    """What a starter library makes of a workspace's own; nothing is written.

    `base` is the starter that the library came from, unless the workspace remembers it; `sides`
    says for a file whose text stands where both changed it, `mine` or `theirs`. Raises `Refused`
    where no base is known, and where what comes of it is no library.
    """
    recover(workspace.library)
    mine, theirs = read_files(workspace.library), read_files(starter)
    before = read_files(_base(workspace, base))
    renamed = _renamed(before, theirs)
    fates = tuple(file_fates(before.texts, mine.texts, theirs.texts, renamed, dict(sides or {})))
    found = LibraryUpgrade(fates)
    if found.with_fate(Fate.CLASH) or not found.changes:
        return found
    texts = {one.path: one.text for one in fates if one.text is not None}
    after = of_files(LibraryFiles(mine.root, dict(sorted(texts.items())), "")).clauses
    return _compared(found, workspace, mine, after)


def _base(workspace: Workspace, base: Path | None) -> Path:
    """The starter that a library came from."""
    remembered = workspace.folder / REMEMBERED
    if (base or remembered).is_dir():
        return base or remembered
    says = f"it is not known which starter library {workspace.library} came from"
    if base:
        says = f"there is no folder {base}"
    cure = "name the clause_library of the drafter that made the workspace: --base DIR"
    raise Refused([Diagnostic("no-base", says, Place(workspace.library.as_posix()), cure)])


def _renamed(before: LibraryFiles, theirs: LibraryFiles) -> Renamed:
    """What the starter calls otherwise; it matters only where a file of the base is gone."""
    gone = before.texts.keys() - theirs.texts.keys()
    return load_files(theirs)[0].renamed if gone else {}


def _compared(
    found: LibraryUpgrade, workspace: Workspace, mine: LibraryFiles, after: ClauseLibrary
) -> LibraryUpgrade:
    """With what holds on and what is recommended otherwise, as far as the library is one now."""
    try:
        now = of_files(mine).clauses
    except Refused as refused:
        return replace(found, warnings=(_not_compared(workspace.library, refused),))
    approvals = given_again(read_approvals(workspace.approvals), now, after)
    return replace(
        found, approvals=tuple(approvals), recommended=tuple(recommended_otherwise(now, after))
    )


def _not_compared(library: Path, refused: Refused) -> Diagnostic:
    says = (
        "the library as it is now is at fault, so nobody can say which approvals hold on and what"
        " is recommended otherwise"
    )
    cure = "mend it first, or approve again what the upgrade leaves unapproved"
    notes = (str(refused.diagnostics[0]),)
    return Diagnostic("not-compared", says, Place(library.as_posix()), cure, notes, WARNING)
