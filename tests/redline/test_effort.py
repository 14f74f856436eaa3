"""A redline of two texts that are long and hardly alike ends in time, and says what it did."""

from __future__ import annotations

from support.attacks import in_body
from support.drafts import docx
from support.files import text
from support.resolve import accepted, rejected

from drafter.redline.compare import compare
from drafter.redline.effort import Effort
from drafter.word.read import print_docx


def paragraphs(word: str, number: int) -> str:
    return "".join(f"<w:p><w:r><w:t>{word * 630}{at}</w:t></w:r></w:p>" for at in range(number))


class DescribeEffort:
    def it_compares_as_difflib_does_while_there_is_some(self) -> None:
        effort = Effort()
        assert effort.opcodes("abcd", "abXd") == [
            ("equal", 0, 2, 0, 2), ("replace", 2, 3, 2, 3), ("equal", 3, 4, 3, 4)
        ]  # fmt: skip
        assert not effort.spent

    def it_keeps_both_ends_when_there_is_none(self) -> None:
        effort = Effort(0)
        assert list(effort.opcodes("abcd", "abXYd")) == [
            ("equal", 0, 2, 0, 2), ("replace", 2, 3, 2, 4), ("equal", 3, 4, 4, 5)
        ]  # fmt: skip
        assert effort.spent

    def it_finds_nothing_to_change_in_the_same_row(self) -> None:
        assert list(Effort(0).opcodes("aa", "aa")) == [("equal", 0, 2, 0, 2)]

    def it_tells_what_only_came_or_went(self) -> None:
        assert list(Effort(0).opcodes("ab", "axb")) == [
            ("equal", 0, 1, 0, 1), ("insert", 1, 1, 1, 2), ("equal", 1, 2, 2, 3)
        ]  # fmt: skip
        assert [one[0] for one in Effort(0).opcodes("axb", "ab")] == ["equal", "delete", "equal"]


def table(rows: int, word: str) -> str:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = "".join(cell.format(f"{word}{at}") for at in range(3))
    return "<w:tbl>" + f"<w:tr>{row}</w:tr>" * rows + "</w:tbl>"


class DescribeALongTable:
    def it_is_right_when_every_row_came_or_went(self) -> None:
        """More rows than are weighed against each other."""
        base = docx("workout-rewards")
        old, new = in_body(table(300, "a"))(base), in_body(table(300, "b"))(base)
        redline = compare(old, new)
        assert print_docx(accepted(redline.data)) == print_docx(new)
        assert print_docx(rejected(redline.data)) == print_docx(old)


class DescribeALongAndUnlikePair:
    def it_is_right_and_told(self) -> None:
        base = docx("workout-rewards")
        old, new = in_body(paragraphs("a ", 80))(base), in_body(paragraphs("b a ", 80))(base)
        redline = compare(old, new)
        assert [told.rule for told in redline.told] == ["coarse-redline"]
        assert print_docx(accepted(redline.data)) == print_docx(new)
        assert print_docx(rejected(redline.data)) == print_docx(old)

    def it_is_not_told_of_a_usual_pair(self) -> None:
        base = docx("workout-rewards")
        other = in_body("<w:p><w:r><w:t>One more.</w:t></w:r></w:p>")(base)
        redline = compare(base, other)
        assert redline.told == ()
        assert "One more." in text(redline.data)
