"""The three-way merge: the library's changes put into the file that counsel marked up.

issued + marked-up -> what counsel changed
issued + fresh     -> what the library changed
both               -> tracked changes, comments and a report
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.diagnostics import NOTE, WARNING, Diagnostic, Place, refuse_errors
from drafter.merging.bookmarks import restore
from drafter.merging.contents import Contents
from drafter.merging.decide import decisions
from drafter.merging.model import Document, Merged
from drafter.merging.names import speak_alike
from drafter.merging.read import read
from drafter.merging.references import Renumbered, renumber, unlink
from drafter.merging.refusing import lost_bookmarks, no_docx, reasons_against, unlike
from drafter.merging.renames import Rename, follow_renames
from drafter.merging.reporting import report
from drafter.merging.sides import Sides
from drafter.merging.write import Writing
from drafter.ooxml.body import with_body
from drafter.ooxml.namespaces import W
from drafter.ooxml.package import read_package
from drafter.redline.marks import Marks, mark_faults
from drafter.word.labels import Number

NAMES = ("the issued file", "the marked-up file", "the fresh draft")


def merge(
    issued: bytes, marked_up: bytes, fresh: bytes, *, author: str, date: str = "",
    because: str = "", names: tuple[str, str, str] = NAMES,
) -> Merged:  # fmt: skip
    """The marked-up file with what the library changed since the issued one.

    A clause that counsel left alone takes the fresh words as tracked changes of `author`; one that
    only counsel changed stays; where both did, counsel's words stay and a comment says the fresh
    ones, with `because` as the reason. Rejecting the changes of `author` gives the marked-up file
    again. `date` is an ISO date and time, or empty; `names` are what messages call the files.

    Raises `Refused` for what is no safe Word file, for another agreement or revision, and where
    `author` has changes in the file already.
    """
    refuse_errors([*mark_faults(author, date)])
    one, other, third = _documents((issued, marked_up, fresh), names)
    refuse_errors([*reasons_against(one, other, author, names[:2])])
    sides = Sides(one, other, third)
    if fault := unlike(sides, names[:2]):
        refuse_errors([fault])
    renamed = follow_renames(sides)
    speak_alike(sides)
    marks = Marks(author, date, _highest_id(other) + 1)
    restored = restore(sides, marks)
    contents = Contents(sides)
    writing = Writing(sides, marks, because)
    done = list(writing.carry_out(decisions(sides)))
    parts = writing.comments.parts()
    after = read(parts, other.body)
    left = contents.follow(after, writing.lines)
    numbers = renumber(other.body, _numbers_before(sides), after.numbers, marks)
    told = (
        *_of_renames(renamed, names[1]),
        *lost_bookmarks(restored, names[1]),
        *_of_references(numbers, marks, names[1]),
        *_of_contents(left, names[1]),
    )
    return Merged(with_body(parts, other.body), report(sides, done), marks.words, told)


def _documents(files: tuple[bytes, ...], names: tuple[str, ...]) -> list[Document]:
    faults: list[Diagnostic] = []
    read_parts = []
    for data, name in zip(files, names, strict=True):
        parts, told = read_package(data, name)
        read_parts.append(parts)
        faults += no_docx(data, told, name)
    refuse_errors(faults)
    return [read(parts) for parts in read_parts]


def _of_renames(renames: Iterable[Rename], file: str) -> Iterator[Diagnostic]:
    for one in renames:
        says = f"counsel renamed {one.old} to {one.new} in {one.paragraphs} paragraphs or more"
        cure = "the library's words are put in under the new name; its own files keep the old one"
        yield Diagnostic("renamed", says, Place(file), cure, severity=NOTE)


def _of_contents(left: int, file: str) -> Iterator[Diagnostic]:
    if left:
        says = f"the contents page is out of date in {left} {'line' if left == 1 else 'lines'}"
        cure = "update the table of contents in Word: click into it, then F9"
        yield Diagnostic("outdated-contents", says, Place(file), cure, severity=WARNING)


def _numbers_before(sides: Sides) -> dict[str, Number]:
    """The numbers that the marked-up file has, by bookmark, also by those that it had lost."""
    found = {issued.name: marked.number for issued, marked in sides.counsel.to.items()}
    return {**sides.marked.numbers, **found}


def _highest_id(document: Document) -> int:
    """The highest id that anything of the file has: one counter serves all kinds of marks."""
    ids = (re.findall(rb'w:id="(\d{1,9})"', data) for name, data in document.parts.items()
           if name.startswith("word/") and name.endswith(".xml"))  # fmt: skip
    return max((int(id) for some in ids for id in some), default=0)


def _of_references(numbers: Renumbered, marks: Marks, file: str) -> Iterator[Diagnostic]:
    """What to know of references that are not right once all is accepted."""
    for one in numbers.lost:
        if (inside := one.inside) is not None and inside.get(f"{W}author") == marks.author:
            unlink(one)
        says = (
            f"the reference `{one.shown}` leads to a clause that is not there once all is accepted"
        )
        yield Diagnostic("lost-reference", says, Place(file), "say by hand what it is to refer to",
                         severity=WARNING)  # fmt: skip
    if numbers.stale:
        says = f"{numbers.stale} references show numbers that were out of date before the merge"
        cure = "bring them up to date in Word: Ctrl+A, F9"
        yield Diagnostic("outdated-numbers", says, Place(file), cure, severity=WARNING)
