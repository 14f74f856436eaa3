"""Where only one side changed anything, a merge is as simple as it looks."""

from __future__ import annotations

from functools import cache

import pytest
from support.agreements import answer, only
from support.command import answers_of
from support.files import house, parts, text
from support.merging import CHANGES
from support.merging import drafted as small
from support.pairs import MARKETING, base, drafted
from support.references import check_references
from support.resolve import accepted, rejected

from drafter.agreement.model import Role
from drafter.merging.merge import merge
from drafter.merging.model import BlockOutcome, Merged
from drafter.word.read import read_docx
from drafter.word.write import to_docx

ANSWERS = {"governance": "committee", "outcome": "service", "kpis_used": "yes"}
MAIN = "word/document.xml"


@cache
def fresh(question: str) -> bytes:
    """The example with another answer: clauses, lists and tables come and go."""
    record = answers_of(MARKETING)
    record["answers"][question] = ANSWERS[question]
    data = drafted(record)
    assert data is not None
    return data


@cache
def merged(question: str) -> Merged:
    return merge(base(MARKETING), base(MARKETING), fresh(question), author="drafter")


def as_read(data: bytes) -> list[tuple[str, str, str]]:
    """Style, number and words of all that has words."""
    return [(one.style, one.label, one.text) for one in read_docx(data) if one.text]


class DescribeAFileThatCounselLeftAlone:
    @pytest.mark.parametrize("question", ANSWERS)
    def it_becomes_the_fresh_draft_when_accepted(self, question):
        """Words, styles, numbers, references and contents, of four hundred blocks."""
        found = accepted(merged(question).document)
        assert as_read(found) == as_read(fresh(question))
        assert check_references(found) == []

    @pytest.mark.parametrize("question", ANSWERS)
    def it_is_itself_again_when_rejected(self, question):
        assert as_read(rejected(merged(question).document)) == as_read(base(MARKETING))

    @pytest.mark.parametrize("question", ANSWERS)
    def it_has_no_conflict_and_nothing_left_out(self, question):
        report = merged(question).report
        assert {line.did for line in report.lines} <= {
            BlockOutcome.PUT_IN,
            BlockOutcome.ADDED,
            BlockOutcome.STRUCK,
        }
        assert report.found == report.issued
        assert merged(question).told == ()


class DescribeALibraryThatDidNotChange:
    def it_leaves_the_file_as_it_is(self):
        found = merge(small(), small(), small(), author="drafter")
        assert (
            parts(found.document)[MAIN].split(b"<w:body>")[1]
            == (parts(small())[MAIN].split(b"<w:body>")[1])
        )
        assert (found.words, found.report.lines) == (0, ())


class DescribeCounselWhoWantsWhatTheLibraryHas:
    @pytest.mark.parametrize("change", CHANGES)
    def it_leaves_the_file_as_it_is_where_both_say_the_same(self, change):
        found = merge(small(), small(change), small(change), author="drafter")
        assert found.words == 0
        assert {line.did for line in found.report.lines} <= {BlockOutcome.AGREED, BlockOutcome.OWN}


class DescribeForeignWords:
    def it_keeps_their_direction_and_language_on_the_words_that_change(self):
        issued, later = (to_docx(only(Role.BODY, answer(f"{number} הרצל")), house())
                         for number in (12, 14))  # fmt: skip
        found = merge(issued, issued, later, author="drafter")
        looks = '<w:rPr><w:rtl/><w:lang w:bidi="he-IL"/></w:rPr>'
        assert f'<w:ins w:id="3" w:author="drafter"><w:r>{looks}' in text(found.document)
        assert text(rejected(found.document)).count(looks) == text(issued).count(looks) * 2
