"""What a newer starter library makes of a workspace's own."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic
from drafter.matters.merged_texts import TextClash
from drafter.workspace.approvals import Approval

MINE, THEIRS = "mine", "theirs"


class Fate(StrEnum):
    """What an upgrade does with a file."""

    ADDED = "added"  # new in the starter
    TAKEN = "taken"  # changed in the starter alone
    REMOVED = "removed"  # gone from the starter, and never touched here
    MERGED = "merged"  # changed in both, at different places
    KEPT = "kept"  # changed here alone
    MOVED = "moved"  # the same words under another name
    SAME = "same"  # the same here and there
    CLASH = "clash"  # changed in both at one place: somebody must say which


class FileFate(NamedTuple):
    """A file of the library: what becomes of it, and its text afterwards, None where it goes.

    `was` is its path here before the starter gave it another name.
    """

    path: str
    fate: Fate
    text: str | None
    clashes: tuple[TextClash, ...] = ()
    was: str = ""


class ChangedRecommendation(NamedTuple):
    """A question that is recommended otherwise from now on, in words."""

    question: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class LibraryUpgrade:
    """What a newer starter makes of a library.

    `approvals`: those that are given again, because the words that they are for stay, and only
    their name or what stands beside them changed. `recommended`: what is recommended otherwise.
    `warnings`: what could not be judged.
    """

    files: tuple[FileFate, ...]
    approvals: tuple[Approval, ...] = ()
    recommended: tuple[ChangedRecommendation, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()

    def with_fate(self, *fates: Fate) -> tuple[FileFate, ...]:
        """The files of which one of these becomes."""
        return tuple(one for one in self.files if one.fate in fates)

    @property
    def changes(self) -> tuple[FileFate, ...]:
        """The files that read otherwise afterwards, or have another name."""
        changed = (Fate.ADDED, Fate.TAKEN, Fate.REMOVED, Fate.MERGED)
        return tuple(one for one in self.files if one.fate in changed or one.was)
