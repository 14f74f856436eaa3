"""Writing an upgrade: the library is as it was or wholly upgraded, whatever cuts it off."""

from __future__ import annotations

import shutil
from pathlib import Path

from drafter.diagnostics import Diagnostic, Refused
from drafter.disk import TEMPORARY, unwritable
from drafter.matters.starting import REMEMBERED
from drafter.matters.upgrading.model import MINE, THEIRS, Fate, FileFate, LibraryUpgrade
from drafter.workspace.approvals import add_approvals
from drafter.workspace.settings import Workspace

_FRESH, _OLD = f"{TEMPORARY}library", f"{TEMPORARY}library-before"


def upgrade_library(workspace: Workspace, starter: Path, found: LibraryUpgrade) -> None:
    """Do what was planned: the library is as it was or wholly upgraded, and so is what it came
    from. Raises `Refused`, having changed nothing, where files clash or cannot be written."""
    if found.with_fate(Fate.CLASH):
        raise Refused(map(clash_fault, found.with_fate(Fate.CLASH)))
    try:
        fresh = workspace.library.parent / _FRESH
        _laid_out(workspace.library, fresh, found)
        if found.approvals:
            add_approvals(workspace.approvals, found.approvals)
        _swapped(workspace.library, fresh)
        remembered = workspace.folder / REMEMBERED
        again = remembered.parent / _FRESH
        shutil.rmtree(again, ignore_errors=True)
        shutil.copytree(starter, again)
        _swapped(remembered, again)
    except OSError as error:
        raise Refused([unwritable(workspace.library, error)]) from None


def clash_fault(one: FileFate) -> Diagnostic:
    """A file that both changed at one place, with both texts."""
    says = f"{one.path} was changed here and in the starter at one place"
    notes = tuple(
        f"{whose}: {line}"
        for clash in one.clashes
        for whose, text in ((MINE, clash.mine), (THEIRS, clash.theirs))
        for line in text.splitlines() or ["(nothing)"]
    )
    cure = f"edit it, or say which stands: --mine {one.path} or --theirs {one.path}"
    return Diagnostic("library-clash", says, None, cure, notes)


def recover(library: Path) -> None:
    """A library whose upgrade was cut off between two renames is back in its place."""
    old = library.parent / _OLD
    if not library.exists() and old.is_dir():
        old.rename(library)


def _laid_out(library: Path, fresh: Path, found: LibraryUpgrade) -> None:
    """The whole library beside its place, with what else lies in its folder."""
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(library, fresh)
    for one in found.changes:
        file = fresh / one.path
        if one.was:
            _remove(fresh / one.was)
        if one.text is None:
            _remove(file)
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(one.text, "utf-8", newline="\n")


def _remove(file: Path) -> None:
    """A file goes, and its folder with it where nothing else lies there."""
    file.unlink(missing_ok=True)
    if not any(file.parent.iterdir()):
        file.parent.rmdir()


def _swapped(place: Path, fresh: Path) -> None:
    """A folder in the place of another one."""
    old = place.parent / _OLD
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    fresh.rename(place)
    shutil.rmtree(old, ignore_errors=True)
