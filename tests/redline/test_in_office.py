"""What LibreOffice settles otherwise is told; the redline itself is as Word settles it."""

from __future__ import annotations

from support.files import text
from support.plain_files import paragraph, table, word_file
from support.resolve import accepted, rejected

from drafter.redline.compare import Redline, compare

FEE = "The buyer pays the fee within thirty days."
SIGN = '<w:r><w:commentReference w:id="0"/></w:r>'
BLANK = (
    "<w:sdt><w:sdtPr><w:text/></w:sdtPr>"
    "<w:sdtContent><w:r><w:t>[Sum]</w:t></w:r></w:sdtContent></w:sdt>"
)


def told(redline: Redline) -> list[str]:
    return [one.says.split(";")[0] for one in redline.told if "LibreOffice, where" in one.says]


class DescribeANewParagraphThatHoldsMoreThanWords:
    def it_is_told_of(self):
        old = word_file(paragraph("First"), paragraph("End"))
        for more in (SIGN, BLANK):
            new = word_file(paragraph("First"), paragraph(FEE, extra=more), paragraph("End"))
            assert told(compare(old, new)) == [
                "1 times: new paragraphs hold a comment or a blank to fill in"
            ]
            assert told(compare(new, old)) == []

    def it_takes_the_sign_of_its_comment_along_when_it_is_rejected(self):
        old = word_file(paragraph("First"), paragraph("End"))
        new = word_file(paragraph("First"), paragraph(FEE, extra=SIGN), paragraph("End"))
        redline = compare(old, new).data
        assert "commentReference" in text(accepted(redline))
        assert "commentReference" not in text(rejected(redline))


class DescribeAParagraphThatGoesWithATable:
    def it_is_told_of_both_ways(self):
        old = word_file(paragraph("First"), paragraph(FEE), table(("Fee", "ten")), paragraph("End"))
        new = word_file(paragraph("First"), paragraph("End"))
        said = ["1 times: paragraphs came or went together with the table behind them"]
        assert told(compare(old, new)) == told(compare(new, old)) == said

    def it_is_not_told_where_only_the_table_goes(self):
        old = word_file(paragraph(FEE), table(("Fee", "ten")), paragraph("End"))
        assert told(compare(old, word_file(paragraph(FEE), paragraph("End")))) == []
