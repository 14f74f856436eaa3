"""What to know of a merged file besides what became of its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.diagnostics import NOTE, WARNING, Diagnostic, Place, so_many
from drafter.merging.references import Renumbered
from drafter.merging.renames import Rename
from drafter.word.marks_left import changes_left


def of_issued_changes(issued: Mapping[str, bytes], file: str) -> Iterator[Diagnostic]:
    """That the file taken for the issued one is no draft as it went out."""
    if changes := changes_left(issued):
        count = changes.total()
        has = f"{so_many(count, 'tracked change')} of {', '.join(sorted(changes))}"
        says = f"the issued file has {has}: words of counsel's in it count as the library's"
        cure = "give the draft as it went out; else what counsel wrote there may be struck"
        yield Diagnostic("changed-base", says, Place(file), cure, severity=WARNING)


def of_renames(renames: Iterable[Rename], file: str) -> Iterator[Diagnostic]:
    """That the library's words say the names that counsel gave."""
    for one in renames:
        says = f"counsel renamed {one.old} to {one.new} in {one.paragraphs} paragraphs or more"
        cure = "the library's words are put in under the new name; its own files keep the old one"
        yield Diagnostic("renamed", says, Place(file), cure, severity=NOTE)


def of_contents(left: int, file: str) -> Iterator[Diagnostic]:
    """That lines of the contents are left to Word."""
    if left:
        says = f"the contents page is out of date in {left} {'line' if left == 1 else 'lines'}"
        cure = "update the table of contents in Word: click into it, then F9"
        yield Diagnostic("outdated-contents", says, Place(file), cure, severity=WARNING)


def of_bookmarks(restored: int, file: str) -> Iterator[Diagnostic]:
    """That blocks were found by their words alone."""
    if restored:
        count = "1 paragraph" if restored == 1 else f"{restored} paragraphs"
        says = f"the hidden bookmarks of {count} were lost or had slid; they are put back"
        cure = "they were found by their words: look whether each reference leads where it should"
        yield Diagnostic("lost-bookmarks", says, Place(file), cure, severity=WARNING)


def of_references(numbers: Renumbered, file: str) -> Iterator[Diagnostic]:
    """References that are not right once all is accepted."""
    for one in numbers.lost:
        says = (
            f"the reference `{one.shown}` leads to a clause that is not there once all is accepted"
        )
        cure = "say by hand what it is to refer to"
        yield Diagnostic("lost-reference", says, Place(file), cure, severity=WARNING)
    if numbers.stale:
        count = "1 reference shows" if numbers.stale == 1 else f"{numbers.stale} references show"
        says = f"{count} a number that was out of date before the merge"
        cure = "bring them up to date in Word: Ctrl+A, F9"
        yield Diagnostic("outdated-numbers", says, Place(file), cure, severity=WARNING)
