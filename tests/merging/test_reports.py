"""What a lawyer reads after a merge: each block that somebody changed, and what was done."""

from __future__ import annotations

from support.counsel import marked_up
from support.files import house, parts
from support.merging import AGREEMENT, DEAL, drafted, read_lines
from support.small import loaded

from drafter.drafting import Library
from drafter.merging.merge import merge
from drafter.merging.model import BlockOutcome
from drafter.merging.report_text import print_report

RUN = "drafter, run 2"


def report(edits: tuple[str, ...], *changes: str) -> list[str]:
    back = marked_up(drafted(), *edits)
    merged = merge(drafted(), back, drafted(*changes), author=RUN)
    return print_report(merged.report).splitlines()


class DescribeAReport:
    def it_says_what_was_done_with_each_block_and_why(self):
        assert report(("a word", "an own section"), "reworded", "removed", "two") == [
            '3.2 "A late Fee bears interest of three per cent for each month…": counsel\'s words '
            "stay; a comment says the library's (counsel changed it, and the library words it "
            "otherwise now)",
            "    the library now says: A late Fee bears a yearly interest of two per cent for each "
            "month of delay.",
            '3.3 "The Parties keep books of every Fee for six years.": struck as a tracked change '
            "(the library has it no more; counsel changed other words under the same heading, so "
            "read both)",
            '5 "Guests": left as it is (counsel\'s own)',
            '5.1 "Guests may watch the work.": left as it is (counsel\'s own)',
            '6.1 "A Party may leave this Agreement by ninety days of notice.": the library\'s '
            "words put in as tracked changes (the library words it otherwise now)",
            '6.2 "A notice of leaving must be in writing and signed by two ha…": the library\'s '
            "words put in as tracked changes (the library words it otherwise now)",
            "30 paragraphs are changed by neither. 27 of 27 issued paragraphs are found in the "
            "marked-up file.",
        ]

    def it_says_where_counsel_joined_a_paragraph_that_the_library_changed(self):
        lines = report(("two joined",), "two")
        assert any(
            "counsel joined it with another paragraph, and the library words it" in line
            for line in lines
        )

    def it_says_what_the_library_moved_and_leaves_it_where_it_is(self):
        files = {
            **AGREEMENT,
            "precedents/work.yaml": AGREEMENT["precedents/work.yaml"].replace(
                "secrecy, exit", "exit, secrecy"
            ),
        }
        clauses, _ = loaded(files)
        moved = Library(clauses).draft(DEAL).to_docx(house())
        merged = merge(drafted(), drafted(), moved, author=RUN)
        assert merged.words == 0
        assert [(line.did, line.number) for line in merged.report.lines] == [
            (BlockOutcome.LEFT_OUT, "4"),
            (BlockOutcome.LEFT_OUT, "4.1"),
            (BlockOutcome.LEFT_OUT, "4.2"),
        ]
        assert all("at another place now" in line.why for line in merged.report.lines)

    def it_says_what_has_no_place_any_more(self):
        """Counsel took the whole clause out; the new paragraph is told beside what stood before."""
        back = marked_up(drafted(), "a section deleted")
        merged = merge(drafted(), back, drafted("definition"), author=RUN, because="a new statute")
        assert [line.did for line in merged.report.lines] == [
            BlockOutcome.ADDED,
            BlockOutcome.KEPT,
            BlockOutcome.CONFLICT,
            BlockOutcome.KEPT,
        ]
        comments = parts(merged.document)["word/comments.xml"].decode()
        assert (
            "Not put in: counsel took it out, and the library words it otherwise now." in comments
        )
        assert "in confidence on a Holiday" in comments
        assert "Reason: a new statute" in comments


class DescribeWhereANewBlockGoes:
    def it_goes_behind_the_whole_of_a_paragraph_that_counsel_cut(self):
        back = marked_up(drafted(), "a clause split")
        lines = read_lines(merge(drafted(), back, drafted("added"), author=RUN).document)
        at = lines.index("The Parties pay each invoice.")
        assert lines[at + 1].startswith("This is done within thirty days")
        assert lines[at + 2] == "An invoice names the order."

    def it_leaves_what_counsel_put_beneath_a_clause_with_it(self):
        back = marked_up(drafted(), "an own section")
        lines = read_lines(merge(drafted(), back, drafted("a clause"), author=RUN).document)
        at = lines.index("Guests")
        assert lines[at + 1] == "Guests may watch the work."
