"""A workspace's own library takes a newer starter library: file by file, three ways.

What the library came from is the base; what the workspace made of it stays, what the starter made
of it comes in, and where both changed one place nothing is written before somebody says which.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from drafter.diagnostics import Diagnostic, Place, Refused, did_you_mean, quoted
from drafter.disk import TEMPORARY, unwritable
from drafter.drafting.library import of_files
from drafter.library.files import LibraryFiles, read_files
from drafter.library.model import ClauseLibrary, Variant
from drafter.matters.content import content_digest
from drafter.matters.merged_texts import TextClash, merged
from drafter.matters.starting import REMEMBERED
from drafter.workspace.approvals import Approval, add_approvals, read_approvals
from drafter.workspace.settings import Workspace

MINE, THEIRS = "mine", "theirs"
_GONE = "(the file is not there)\n"
_FRESH, _OLD = f"{TEMPORARY}library", f"{TEMPORARY}library-before"


class Fate(StrEnum):
    """What an upgrade does with a file."""

    ADDED = "added"  # new in the starter
    TAKEN = "taken"  # changed in the starter alone
    REMOVED = "removed"  # gone from the starter, and never touched here
    MERGED = "merged"  # changed in both, at different places
    KEPT = "kept"  # changed here alone
    SAME = "same"  # the same here and there
    CLASH = "clash"  # changed in both at one place: somebody must say which


class FileFate(NamedTuple):
    """A file of the library: what becomes of it, and its text afterwards, None where it goes."""

    path: str
    fate: Fate
    text: str | None
    clashes: tuple[TextClash, ...] = ()


@dataclass(frozen=True, slots=True)
class LibraryUpgrade:
    """What a newer starter makes of a library. `approvals`: those that are given again, because
    the words that they are for stay and only what stands beside them changed; `library`: the
    digest of what comes of it."""

    files: tuple[FileFate, ...]
    approvals: tuple[Approval, ...] = ()
    library: str = ""

    def with_fate(self, *fates: Fate) -> tuple[FileFate, ...]:
        """The files of which one of these becomes."""
        return tuple(one for one in self.files if one.fate in fates)

    @property
    def changes(self) -> tuple[FileFate, ...]:
        """The files that read otherwise afterwards."""
        return self.with_fate(Fate.ADDED, Fate.TAKEN, Fate.REMOVED, Fate.MERGED)


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
    _recovered(workspace.library)
    mine, theirs = read_files(workspace.library), read_files(starter)
    before = read_files(_base(workspace, base))
    fates = tuple(_fates(before.texts, mine.texts, theirs.texts, dict(sides or {})))
    found = LibraryUpgrade(fates)
    if found.with_fate(Fate.CLASH) or not found.changes:
        return found
    texts = {one.path: one.text for one in fates if one.text is not None}
    after = of_files(LibraryFiles(mine.root, dict(sorted(texts.items())), "")).clauses
    given = tuple(_given_again(workspace, of_files(mine).clauses, after))
    return LibraryUpgrade(fates, given)


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


def _fates(
    base: Mapping[str, str],
    mine: Mapping[str, str],
    theirs: Mapping[str, str],
    sides: dict[str, str],
) -> Iterator[FileFate]:
    paths = sorted({*base, *mine, *theirs})
    clashing = set()
    for path in paths:
        one = _fate(path, base.get(path), mine.get(path), theirs.get(path))
        if one is None:
            continue
        if one.fate is Fate.CLASH:
            clashing.add(path)
            if path in sides:
                one = _chosen(path, mine.get(path), theirs.get(path), sides[path])
        yield one
    unknown = sides.keys() - clashing
    if unknown:
        raise Refused(_no_clash(path, clashing) for path in sorted(unknown))


def _fate(path: str, base: str | None, mine: str | None, theirs: str | None) -> FileFate | None:
    if mine == theirs:
        return None if mine is None else FileFate(path, Fate.SAME, mine)
    if base == theirs:
        return FileFate(path, Fate.KEPT, mine)
    if base == mine:
        fate = Fate.ADDED if mine is None else Fate.REMOVED if theirs is None else Fate.TAKEN
        return FileFate(path, fate, theirs)
    if mine is None or theirs is None:
        return FileFate(path, Fate.CLASH, mine, (TextClash(mine or _GONE, theirs or _GONE),))
    both = merged(base or "", mine, theirs)
    fate = Fate.CLASH if both.clashes else Fate.MERGED
    return FileFate(path, fate, both.text, both.clashes)


def _chosen(path: str, mine: str | None, theirs: str | None, side: str) -> FileFate:
    if side == MINE:
        return FileFate(path, Fate.KEPT, mine)
    return FileFate(path, Fate.REMOVED if theirs is None else Fate.TAKEN, theirs)


def _no_clash(path: str, clashing: set[str]) -> Diagnostic:
    says = f"{quoted(path)} is no file that both changed at one place"
    cure = did_you_mean(path, clashing) or "leave the option away: nothing must be decided for it"
    return Diagnostic("no-clash", says, None, cure)


# --- approvals ---


def _given_again(
    workspace: Workspace, before: ClauseLibrary, after: ClauseLibrary
) -> Iterator[Approval]:
    """An approval is for words: it stays where these stay, whatever is noted beside them."""
    old, new = _variants(before), _variants(after)
    given = read_approvals(workspace.approvals)
    known = {(one.wording, one.digest) for one in given}
    for one in given:
        was, now = old.get(one.wording), new.get(one.wording)
        if was is None or now is None or one.digest != was.digest:
            continue
        if _printed(was) == _printed(now) and (one.wording, now.digest) not in known:
            yield one._replace(digest=now.digest)


def _variants(library: ClauseLibrary) -> dict[str, Variant]:
    return {
        f"{topic.id}/{id}": one
        for topic in library.topics.values()
        for id, one in topic.variants.items()
    }


def _printed(variant: Variant) -> str:
    front = variant.front
    return content_digest((variant.text, front.survives, front.surviving_labels))


# --- writing ---


def upgrade_library(workspace: Workspace, starter: Path, found: LibraryUpgrade) -> LibraryUpgrade:
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
    return found


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


def _laid_out(library: Path, fresh: Path, found: LibraryUpgrade) -> None:
    """The whole library beside its place, with what else lies in its folder."""
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(library, fresh)
    for one in found.changes:
        file = fresh / one.path
        if one.text is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(one.text, "utf-8", newline="\n")


def _swapped(place: Path, fresh: Path) -> None:
    """A folder in the place of another one."""
    old = place.parent / _OLD
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    fresh.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def _recovered(library: Path) -> None:
    """A library whose upgrade was cut off between two renames is back in its place."""
    old = library.parent / _OLD
    if not library.exists() and old.is_dir():
        old.rename(library)
