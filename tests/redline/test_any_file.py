"""A redline of files from anywhere: what is not ours to know is carried along, or said."""

from __future__ import annotations

from support.files import parts, text
from support.plain_files import NORMAL, SPACES, numbered, paragraph, table, word_file
from support.references import check_references
from support.resolve import accepted, rejected

from drafter.redline.compare import Redline, compare
from drafter.word.read import read_docx

FEE = "The buyer pays the fee within thirty days."
TERM = "The term of this licence is five years from the day of signature."
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def lines(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.style, one.label, one.text) for one in read_docx(data)]


def both_ways(old: bytes, new: bytes) -> Redline:
    """The redline, once it has given both files back."""
    redline = compare(old, new)
    assert lines(rejected(redline.data)) == lines(old)
    assert lines(accepted(redline.data)) == lines(new)
    return redline


def says(redline: Redline, rule: str) -> list[str]:
    return [one.says for one in redline.told if one.rule == rule]


def drawing(picture: str) -> str:
    return f'<w:r><w:drawing><a:blip xmlns:a="a" r:embed="{picture}"/></w:drawing></w:r>'


class DescribeTheEndOfAText:
    """The mark of the last paragraph of a text or a cell cannot go."""

    def it_keeps_the_last_paragraph_whatever_it_says(self):
        redline = both_ways(
            word_file(table(("Fee", "ten"))), word_file(table(("Fee", "")), paragraph(""))
        )
        assert redline.words == 1

    def it_puts_paragraphs_behind_the_last_one(self):
        redline = both_ways(word_file(paragraph(FEE)), word_file(paragraph(FEE), paragraph(TERM)))
        assert redline.words == 13

    def it_changes_the_style_of_the_last_one_as_a_change(self):
        styles = NORMAL + '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Q"/></w:style>'
        quoted = paragraph(TERM, '<w:pStyle w:val="Q"/>')
        both_ways(word_file(paragraph(FEE), styles=styles), word_file(quoted, styles=styles))


class DescribeWhatStruckTextLeadsTo:
    """It is brought into the new file, so that rejecting shows what the old one showed."""

    def it_brings_a_style_that_the_new_file_has_not(self):
        old = (
            NORMAL + '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="Aside"/></w:style>'
        )
        both_ways(
            word_file(paragraph(FEE, '<w:pStyle w:val="a1"/>'), paragraph(TERM), styles=old),
            word_file(paragraph(TERM)),
        )

    def it_knows_a_style_by_its_name(self):
        style = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="Aside"/></w:style>'
        redline = both_ways(
            word_file(paragraph(FEE, '<w:pStyle w:val="a"/>'), styles=NORMAL + style.format("a")),
            word_file(paragraph(FEE, '<w:pStyle w:val="b"/>'), styles=NORMAL + style.format("b")),
        )
        assert redline.marks == 0

    def it_brings_the_numbers_of_a_list_back(self):
        items = [paragraph(one, LIST) for one in (FEE, TERM)]
        both_ways(
            word_file(*items, paragraph("End"), parts={"numbering.xml": numbered("upperLetter")}),
            word_file(items[1], paragraph("End"), parts={"numbering.xml": numbered("decimal")}),
        )

    def it_brings_a_picture_under_a_name_that_is_free(self):
        name = "media/image1.png"
        old = word_file(paragraph(FEE, "", drawing("image")), parts={name: b"old"})
        new = word_file(paragraph(FEE, "", drawing("image")), parts={name: b"new"})
        redline = both_ways(old, new)
        found = parts(redline.data)
        assert (found["word/media/image1.png"], found["word/media/image1-old1.png"]) == (
            b"new",
            b"old",
        )
        assert redline.marks == 2

    def it_brings_a_note_that_was_reworded(self):
        def noted(words: str) -> bytes:
            note = f'<w:footnote w:id="2">{paragraph(words)}</w:footnote>'
            return word_file(
                paragraph(FEE, "", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
                parts={"footnotes.xml": f"<w:footnotes {SPACES}>{note}</w:footnotes>"},
            )

        redline = both_ways(noted("Net of tax."), noted("With tax."))
        notes = text(redline.data, "word/footnotes.xml")
        assert "With tax." in notes
        assert "Net of tax." in notes
        assert redline.marks == 2


class DescribeReferences:
    """A name that both files have may stand at different texts."""

    def it_leads_a_struck_reference_where_the_old_file_led(self):
        """The two clauses change places, and their names do not."""

        def clause(number: int, words: str) -> str:
            mark = f'<w:bookmarkStart w:id="{number}" w:name="_cl_{number}"/>'
            end = f'<w:bookmarkEnd w:id="{number}"/>'
            return paragraph(words, LIST, mark + end)

        def referring(shown: str, *clauses: str) -> bytes:
            reference = f'<w:fldSimple w:instr=" REF _cl_1 \\w "><w:r><w:t>{shown}</w:t></w:r>'
            last = paragraph("See ", "", f"{reference}</w:fldSimple>")
            return word_file(*clauses, last, parts={"numbering.xml": numbered("decimal")})

        old = referring("1", clause(1, FEE), clause(2, TERM))
        new = referring("1", clause(1, TERM), clause(2, FEE))
        redline = both_ways(old, new)
        assert check_references(rejected(redline.data)) == []
        assert check_references(accepted(redline.data)) == []


class DescribeWhatIsWrittenAnotherWay:
    """Fields in one element, controls round paragraphs, marks between them."""

    def it_marks_a_field_in_one_element_whole(self):
        field = '<w:fldSimple w:instr="AUTHOR"><w:r><w:t>{}</w:t></w:r></w:fldSimple>'
        redline = both_ways(
            word_file(paragraph("By ", "", field.format("North"))),
            word_file(paragraph("By ", "", field.format("South"))),
        )
        assert "fldSimple" not in text(redline.data)
        assert redline.words == 2

    def it_says_that_a_control_round_paragraphs_is_left_away(self):
        control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
        redline = both_ways(
            word_file(control.format(paragraph(FEE)), paragraph("End")),
            word_file(control.format(paragraph(TERM)), paragraph("End")),
        )
        assert says(redline, "not-in-redline")[0].startswith("2 times: content controls")

    def it_keeps_a_bookmark_between_paragraphs(self):
        mark = '<w:bookmarkStart w:id="1" w:name="here"/><w:bookmarkEnd w:id="1"/>'
        redline = both_ways(
            word_file(paragraph(FEE), mark, paragraph("End")),
            word_file(paragraph(TERM), mark, paragraph("End")),
        )
        assert text(redline.data).count('w:name="here"') == 1

    def it_strikes_and_puts_in_a_row_whose_cells_were_joined(self):
        joined = table(("a", "b")).replace(
            "<w:tcPr/>", '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', 1
        )
        redline = both_ways(word_file(table(("a", "b")), paragraph("")),
                            word_file(joined, paragraph("")))  # fmt: skip
        assert text(redline.data).count("<w:tr>") == 2


class DescribePendingChanges:
    """Somebody's open changes count as accepted, and are told with their author."""

    OPEN = (
        '<w:p><w:ins w:id="1" w:author="Ann"><w:r><w:t>May</w:t></w:r></w:ins><w:del w:id="2" '
        'w:author="Bob"><w:r><w:delText>June</w:delText></w:r></w:del></w:p>'
    )

    def it_compares_the_text_with_them_accepted(self):
        redline = compare(word_file(self.OPEN), word_file(paragraph("May")))
        assert redline.marks == 0
        assert says(redline, "pending-changes") == [
            "tracked changes were pending in the old file and count as accepted: "
            "1 of `Ann`, 1 of `Bob`"
        ]

    def it_joins_paragraphs_whose_mark_was_struck(self):
        struck = '<w:rPr><w:del w:id="3" w:author="Ann"/></w:rPr>'
        old = word_file(paragraph("The fee", struck), paragraph(" is due."))
        assert compare(old, word_file(paragraph("The fee is due."))).words == 0


class DescribeWhatARedlineCannotShow:
    def it_names_each_part_that_differs(self):
        head = f"<w:hdr {SPACES}>{{}}</w:hdr>"
        old, new = (
            word_file(paragraph(FEE), parts={"header1.xml": head.format(paragraph(words))})
            for words in ("Draft 1", "Draft 2")
        )
        assert says(both_ways(old, new), "not-in-redline") == [
            "these differ and are as in the new file, whatever becomes of the changes: "
            "header (word/header1.xml)"
        ]

    def it_names_paragraphs_that_moved_and_does_not_call_them_moves(self):
        others = [paragraph(f"Clause {n} stays where it always stood.") for n in range(4)]
        redline = both_ways(
            word_file(paragraph(TERM), *others, paragraph("End")),
            word_file(*others, paragraph(TERM), paragraph("End")),
        )
        assert "1 paragraph stands elsewhere" in says(redline, "moved-text")[0]
        assert "moveFrom" not in text(redline.data)

    def it_says_nothing_of_two_files_that_are_alike(self):
        one = word_file(paragraph(FEE), table(("a", "b")), paragraph(TERM))
        redline = both_ways(one, one)
        assert (redline.marks, redline.told) == (0, ())

    def it_has_the_same_bytes_on_each_run(self):
        old, new = word_file(paragraph(FEE)), word_file(paragraph(TERM))
        assert compare(old, new).data == compare(old, new).data
