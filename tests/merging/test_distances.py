"""Every edit of counsel's against changes of the library, each alone: in the same clause, in the
next one, and far away."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from support.counsel import EDITS, TOUCHED, expected_of, marked_up, pending
from support.merging import CHANGES, drafted, read_lines
from support.references import check_references
from support.resolve import accepted, rejected

from drafter.merging.merge import merge
from drafter.merging.model import BlockOutcome
from drafter.word.read import read_docx

RUN = "drafter, run 2"
HEADINGS = ("Clause Heading", "Schedule Heading")


@cache
def received(edit: str) -> bytes:
    return marked_up(drafted(), edit)


@cache
def clauses() -> dict[str, int]:
    """The clause, counted from the first, in which each line of the issued file stands."""
    found, at = {}, 0
    lines = iter(read_lines(drafted()))
    for one in read_docx(drafted()):
        if one.style.startswith("toc") or not one.text.strip():
            continue
        at += one.style in HEADINGS
        found.setdefault(next(lines), at)
    return found


def edited_clauses(edit: str) -> set[int]:
    """The clauses in which counsel changed, took or put in words."""
    issued, marked = read_lines(drafted()), read_lines(received(edit))
    lines = {*(Counter(issued) - Counter(marked)), *TOUCHED.get(edit, ())}
    for place, line in enumerate(marked):
        if line not in issued:
            lines |= {one for one in marked[max(0, place - 1) : place] if one in issued}
    return {clauses()[line] for line in lines}


def distance(edit: str, change: str) -> str:
    """How far the change of the library is from what counsel edited."""
    there = {clauses()[op.line] for op in CHANGES[change].ops}
    apart = min((abs(one - other) for one in edited_clauses(edit) for other in there), default=2)
    return ("same", "neighbour", "far")[min(apart, 2)]


@cache
def chosen(edit: str) -> dict[str, str]:
    """For each distance a change of the library, where there is one."""
    return {distance(edit, change): change for change in CHANGES}


def as_read(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.style, one.label, one.text) for one in read_docx(data)]


class DescribeEditsAndChangesAtEachDistance:
    def it_is_more_than_a_hundred_pairs_some_at_each_distance(self):
        found = Counter(apart for edit in EDITS for apart in chosen(edit))
        assert found.total() > 100
        assert min(found[apart] for apart in ("same", "neighbour", "far")) >= 25, found

    @pytest.mark.parametrize("edit", EDITS)
    def it_keeps_the_promises_at_every_distance(self, edit):
        back = received(edit)
        for change in chosen(edit).values():
            merged = merge(drafted(), back, drafted(change), author=RUN)
            again = rejected(merged.document, RUN)
            assert as_read(again) == as_read(back), change
            assert list(pending(again)) == list(pending(back)), change
            want = expected_of(back, (edit,), (change,))
            assert Counter(read_lines(merged.document)) == Counter(want.lines), change
            told = merged.report.of(BlockOutcome.CONFLICT)
            assert len(told) == len(want.conflicts), change
            wrong = check_references(accepted(merged.document))
            assert len(wrong) <= len(check_references(accepted(back))), change
