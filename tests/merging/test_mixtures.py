"""Several edits of counsel at once, several changes of the library at once, in any mixture."""

from __future__ import annotations

from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.counsel import EDITS, expected_of, marked_up, pending
from support.merging import CHANGES, NUMBER, drafted, read_lines
from support.references import check_references
from support.resolve import accepted, rejected

from drafter.merging.merge import merge
from drafter.merging.model import BlockOutcome
from drafter.word.read import read_docx

RUN = "drafter, run 2"
DEEP = settings.get_profile("deep").max_examples
MANY = settings(max_examples=DEEP if settings.default.max_examples == DEEP else 10)
EDITED = st.lists(st.sampled_from(list(EDITS)), min_size=2, max_size=5, unique=True)
CHANGED = st.lists(st.sampled_from(list(CHANGES)), min_size=1, max_size=5, unique=True)


def received(edits: list[str]) -> bytes:
    """The file with all these edits; those that take each other's words away go not together."""
    try:
        return marked_up(drafted(), *edits)
    except (StopIteration, AssertionError, AttributeError, IndexError):
        assume(False)
        raise


def as_read(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.style, one.label, one.text) for one in read_docx(data)]


class DescribeAnyMixture:
    @MANY
    @given(EDITED, CHANGED)
    def it_keeps_its_promises(self, edits, changes):
        back = received(edits)
        merged = merge(drafted(), back, drafted(*sorted(changes)), author=RUN)
        document = merged.document

        again = rejected(document, RUN)
        assert as_read(again) == as_read(back)
        assert list(pending(again)) == list(pending(back))
        assert as_read(rejected(document)) == as_read(rejected(back))

        want = expected_of(back, edits, sorted(changes))
        assert Counter(read_lines(document)) == Counter(want.lines)
        told = {
            NUMBER.sub(r"\1 #", line.library) for line in merged.report.of(BlockOutcome.CONFLICT)
        }
        assert {op.new[0] for op in want.conflicts if op.new} <= told

        wrong = check_references(accepted(document))
        assert len(wrong) <= len(check_references(accepted(back)))
