"""Everything that counsel may do to a file, against everything that the library may change.

What the merge must read like is worked out on plain lines, from the marked-up file alone.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from support.counsel import EDITS, Expected, expected_of, marked_up, pending
from support.files import parts
from support.merging import CHANGES, drafted, read_lines
from support.references import check_references
from support.resolve import accepted, rejected

from drafter.merging.merge import merge
from drafter.merging.model import BlockOutcome, Merged
from drafter.word.read import read_docx

RUN, DATE = "drafter, run 2", "2027-03-05T09:00:00Z"
TOGETHER = (
    ("reworded", "in front", "two"),
    ("added", "removed", "definition"),
    ("item", "a clause", "no clause"),
)
PAIRS = [(edit, changes) for edit in EDITS for changes in TOGETHER]
TRACKED = [pair for pair in PAIRS if pair[0].startswith(("tracked", "much"))]
pairs = pytest.mark.parametrize(("edit", "changes"), PAIRS, ids=str)
OURS = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels",
        "[Content_Types].xml"}  # fmt: skip


@cache
def received(edit: str) -> bytes:
    return marked_up(drafted(), edit)


@cache
def merged(edit: str, changes: tuple[str, ...]) -> Merged:
    return merge(drafted(), received(edit), drafted(*changes), author=RUN, date=DATE,
                 because="a new statute")  # fmt: skip


@cache
def wrong_before(edit: str) -> int:
    return len(check_references(accepted(received(edit))))


@cache
def expected(edit: str, changes: tuple[str, ...]) -> Expected:
    return expected_of(received(edit), (edit,), changes)


@cache
def as_read(data: bytes) -> list[tuple[str, str, str]]:
    """Style, number and words of each paragraph."""
    return [(one.style, one.label, one.text) for one in read_docx(data)]


class DescribeEveryPair:
    def it_is_one_of_more_than_a_hundred(self):
        assert len(PAIRS) > 100
        assert {name for changes in TOGETHER for name in changes} == CHANGES.keys()

    @pairs
    def it_gives_the_marked_up_file_when_this_run_is_rejected(self, edit, changes):
        back = rejected(merged(edit, changes).document, RUN)
        assert as_read(back) == as_read(received(edit))
        assert list(pending(back)) == list(pending(received(edit)))

    @pytest.mark.parametrize(("edit", "changes"), TRACKED, ids=str)
    def it_gives_the_marked_up_file_with_all_rejected_when_all_is(self, edit, changes):
        back = rejected(merged(edit, changes).document)
        assert as_read(back) == as_read(rejected(received(edit)))

    @pairs
    def it_gives_the_merge_when_all_is_accepted(self, edit, changes):
        want, got = expected(edit, changes), read_lines(merged(edit, changes).document)
        assert Counter(got) == Counter(want.lines)
        assert list(got) == want.lines or not want.in_order

    @pairs
    def it_tells_each_conflict_and_no_other(self, edit, changes):
        found = merged(edit, changes).report.of(BlockOutcome.CONFLICT)
        assert len(found) == len(expected(edit, changes).conflicts)

    @pairs
    def it_leads_each_reference_to_its_clause(self, edit, changes):
        """What is out of date in the merge was so when it came back."""
        found = check_references(accepted(merged(edit, changes).document))
        assert len(found) <= wrong_before(edit)

    @pairs
    def it_keeps_every_other_part(self, edit, changes):
        before, after = parts(received(edit)), parts(merged(edit, changes).document)
        assert {name for name in before if before[name] != after.get(name)} <= OURS
        assert "comment" not in edit or b"Why?" in after["word/comments.xml"]
