"""The copy that LibreOffice lays out."""

from __future__ import annotations

from support.agreements import sample
from support.files import house, parts

from drafter.word.for_layout import for_layout
from drafter.word.read import print_docx
from drafter.word.write import to_docx

LISTS = "word/numbering.xml"


class DescribeTheCopyForLayout:
    """No label of it has a no-break space, at which LibreOffice loses the number of a reference."""

    def it_has_plain_spaces_in_its_labels_and_is_else_the_same(self) -> None:
        before = parts(to_docx(sample(), house()))
        after = parts(for_layout(to_docx(sample(), house())))
        assert "Schedule\N{NO-BREAK SPACE}%1" in before[LISTS].decode()
        assert "Schedule %1" in after[LISTS].decode()
        del before[LISTS], after[LISTS]
        assert after == before

    def it_prints_the_same_words(self) -> None:
        file = to_docx(sample(), house())
        spaced = print_docx(file).replace("\N{NO-BREAK SPACE}", " ")
        assert print_docx(for_layout(file)).replace("\N{NO-BREAK SPACE}", " ") == spaced
