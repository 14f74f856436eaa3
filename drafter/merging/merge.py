"""The three-way merge: the library's changes put into the file that counsel marked up.

issued + marked-up -> what counsel changed
issued + fresh     -> what the library changed
both               -> tracked changes, comments and a report
"""

from __future__ import annotations

import re

from drafter.diagnostics import Diagnostic, refuse_errors
from drafter.merging.bookmarks import restore
from drafter.merging.contents import Contents
from drafter.merging.decide import decisions
from drafter.merging.model import Document, Merged
from drafter.merging.names import speak_alike
from drafter.merging.read import read
from drafter.merging.references import renumber
from drafter.merging.refusing import no_docx, reasons_against, unlike
from drafter.merging.renames import follow_renames
from drafter.merging.report_text import report
from drafter.merging.sides import Sides
from drafter.merging.telling import (
    of_bookmarks,
    of_contents,
    of_issued_changes,
    of_references,
    of_renames,
)
from drafter.merging.write import Writing
from drafter.ooxml.body import with_body
from drafter.ooxml.package import read_package
from drafter.redline.marks import RevisionMarks, mark_faults
from drafter.word.labels import Number

NAMES = ("the issued file", "the marked-up file", "the fresh draft")


def merge(
    issued: bytes,
    marked_up: bytes,
    fresh: bytes,
    *,
    author: str,
    date: str = "",
    because: str = "",
    names: tuple[str, str, str] = NAMES,
) -> Merged:
    """The marked-up file with what the library changed since the issued one.

    A clause that counsel left alone takes the fresh words as tracked changes of `author`; one that
    only counsel changed stays; where both did, counsel's words stay and a comment says the fresh
    ones, with `because` as the reason. Rejecting the changes of `author` gives the marked-up file
    again. `date` is an ISO date and time, or empty; `names` are what messages call the files.

    Raises `Refused` for what is no safe Word file, for another agreement or revision, and where
    `author` has changes in the file already.
    """
    refuse_errors([*mark_faults(author, date)])
    (one, other, third), told = _documents((issued, marked_up, fresh), names)
    refuse_errors([*reasons_against(one, other, author, names[:2])])
    sides = Sides(one, other, third)
    if fault := unlike(sides, names[:2]):
        refuse_errors([fault])
    return _merged(
        sides, RevisionMarks(author, date, _highest_id(other) + 1), because, told, names[1]
    )


def _merged(
    sides: Sides, marks: RevisionMarks, because: str, told: list[Diagnostic], file: str
) -> Merged:
    """The three written into one; nothing can be refused any more."""
    renamed = follow_renames(sides)
    speak_alike(sides)
    restored = restore(sides, marks)
    contents = Contents(sides)
    writing = Writing(sides, marks, because)
    done = list(writing.carry_out(decisions(sides)))
    parts = writing.comments.parts()
    body = sides.marked.body
    after = read(parts, body)
    left = contents.follow(after, writing.lines)
    numbers = renumber(body, _numbers_before(sides), after.numbers, marks)
    told = [
        *told,
        *of_renames(renamed, file),
        *of_bookmarks(restored, file),
        *of_references(numbers, file),
        *of_contents(left, file),
    ]
    return Merged(with_body(parts, body), report(sides, done), marks.words, tuple(told))


def _documents(
    files: tuple[bytes, ...], names: tuple[str, ...]
) -> tuple[list[Document], list[Diagnostic]]:
    """The three read, and what is to be known of them. Raises `Refused` with every fault."""
    faults: list[Diagnostic] = []
    read_parts = []
    for data, name in zip(files, names, strict=True):
        parts, told = read_package(data, name)
        read_parts.append(parts)
        faults += no_docx(data, told, name)
    refuse_errors(faults)
    told = [*faults, *of_issued_changes(read_parts[0], names[0])]
    return [read(parts) for parts in read_parts], told


def _numbers_before(sides: Sides) -> dict[str, Number]:
    """The numbers that the marked-up file has, by bookmark, also by those that it had lost."""
    found = {issued.name: marked.number for issued, marked in sides.counsel.to.items()}
    return {**sides.marked.numbers, **found}


def _highest_id(document: Document) -> int:
    """The highest id that anything of the file has: one counter serves all kinds of marks."""
    ids = (
        re.findall(rb'w:id="(\d{1,9})"', data)
        for name, data in document.parts.items()
        if name.startswith("word/") and name.endswith(".xml")
    )
    return max((int(id) for some in ids for id in some), default=0)
