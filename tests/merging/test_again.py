"""A second merge on top of a first one: what was offered last is the base."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from support.counsel import marked_up, pending
from support.merging import HAND, LEAVE, drafted, read_lines
from support.references import check_references
from support.resolve import accepted, rejected

from drafter.merging.merge import merge
from drafter.merging.model import BlockOutcome
from drafter.word.read import read_docx

FIRST, SECOND = "drafter, revision 2", "drafter, revision 3"
EARLIER = ("added", "in front", "removed")
EDITED_AGAIN = (
    "words before the bookmark", "retyped wholly", "retyped in its bookmark", "tracked deletion",
    "a row added", "a row deleted", "a cell", "an own definition", "an own clause", "a sentence",
    "tracked row",
)  # fmt: skip


@cache
def offered() -> bytes:
    """The first merge, as it goes out: its changes are pending."""
    back = marked_up(drafted(), "a word", "an own section")
    return merge(drafted(), back, drafted(*EARLIER), author=FIRST).document


def again(marked: bytes) -> tuple[bytes, tuple[BlockOutcome, ...]]:
    later = drafted(*EARLIER, "two", "a clause")
    found = merge(offered(), marked, later, author=SECOND)
    return found.document, tuple(line.did for line in found.report.lines)


class DescribeASecondMerge:
    @pytest.mark.parametrize(
        "resolve", [None, accepted, rejected], ids=["pending", "accepted", "rejected"]
    )
    def it_puts_in_only_what_is_new_since_then(self, resolve):
        """Whether counsel left the first changes pending, accepted or rejected them."""
        back = resolve(offered(), FIRST) if resolve else marked_up(offered(), "a definition")
        document, did = again(back)
        assert as_read(rejected(document, SECOND)) == as_read(back)
        assert list(pending(rejected(document, SECOND), FIRST)) == list(pending(back, FIRST))
        words = list(read_lines(document))
        for new in ("A Party may leave this Agreement by ninety days of notice.", "Insurance"):
            assert words.count(new) == 1
        assert words.count("An invoice names the order.") == (resolve is not rejected)
        assert did.count(BlockOutcome.ADDED) == 2
        assert did.count(BlockOutcome.CONFLICT) == 0

    @pytest.mark.parametrize("edit", EDITED_AGAIN)
    def it_keeps_what_counsel_did_before_and_after_the_first(self, edit):
        """The base is the draft that the first was held against: it has no word of counsel's."""
        back = marked_up(offered(), edit)
        later = drafted(*EARLIER, "two", "a clause")
        found = merge(drafted(*EARLIER), back, later, author=SECOND)
        again = rejected(found.document, SECOND)
        assert as_read(again) == as_read(back)
        assert list(pending(again, FIRST)) == list(pending(back, FIRST))
        struck = Counter(read_lines(back)) - Counter(read_lines(found.document))
        assert set(struck) <= {LEAVE, HAND}
        assert [line.did for line in found.report.lines].count(BlockOutcome.ADDED) == 2

    def it_leads_its_references_to_the_clauses_of_the_first(self):
        document, _ = again(offered())
        assert [one.says for one in check_references(accepted(document))
                if not one.says.startswith("the line")] == []  # fmt: skip


def as_read(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.style, one.label, one.text) for one in read_docx(data)]
