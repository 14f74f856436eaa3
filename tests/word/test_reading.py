"""Reading back: numbers as Word prints them, judged on small files made by hand."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from support.agreements import sample
from support.files import house, parts, text, zipped
from support.references import check_references

from drafter.ooxml.namespaces import WORD
from drafter.word.labels import read_numbering
from drafter.word.read import print_docx, read_docx
from drafter.word.write import to_docx


def part(name: str, inside: str) -> str:
    return f'<w:{name} xmlns:w="{WORD}">{inside}</w:{name}>'


def level(at: int, form: str, shown: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{shown}"/></w:lvl>'
    )


def labels(levels: str, *steps: tuple[str, int], nums: str = "") -> list[str]:
    """The labels of paragraphs, each given as the num and level it sits on."""
    uses = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>{nums if n == 2 else ""}</w:num>'
        for n in (1, 2)
    )
    whole = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{uses}'
    counter = read_numbering(fromstring(part("styles", "")), fromstring(part("numbering", whole)))
    direct = '<w:numPr xmlns:w="{}"><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
    return [counter.number("", fromstring(direct.format(WORD, at, num))).label for num, at in steps]


OUTLINE = level(0, "upperRoman", "Article %1") + level(1, "decimal", "%1.%2")


class DescribeLabels:
    def it_restarts_a_level_after_any_higher_one(self) -> None:
        steps = [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)]
        assert labels(OUTLINE, *steps) == ["Article I", "I.1", "I.2", "Article II", "II.1"]

    def it_counts_on_where_a_level_never_restarts(self) -> None:
        never = OUTLINE.replace('"decimal"/>', '"decimal"/><w:lvlRestart w:val="0"/>')
        steps = [("1", 0), ("1", 1), ("1", 0), ("1", 1)]
        assert labels(never, *steps) == ["Article I", "I.1", "Article II", "II.2"]

    def it_shows_the_start_of_a_level_that_is_not_there(self) -> None:
        assert labels(OUTLINE, ("1", 1), ("1", 1)) == ["I.1", "I.2"]

    def it_counts_two_nums_of_one_list_together(self) -> None:
        assert labels(OUTLINE, ("1", 0), ("2", 0)) == ["Article I", "Article II"]

    def it_starts_over_once_where_a_num_says_so(self) -> None:
        over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        steps = [("1", 0), ("1", 0), ("2", 0), ("2", 0)]
        assert labels(OUTLINE, *steps, nums=over) == [
            *("Article I", "Article II"),
            *("Article I", "Article II"),
        ]

    def it_writes_legal_numbers_in_figures(self) -> None:
        legal = level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
        assert labels(legal, ("1", 0), ("1", 1)) == ["I", "1.1"]

    def it_numbers_nothing_without_a_list(self) -> None:
        assert labels(OUTLINE, ("0", 0), ("7", 0)) == ["", ""]


class DescribeReading:
    def it_prints_one_line_a_paragraph(self) -> None:
        printed = print_docx(to_docx(sample("issue"), house()))
        assert "\n1.1 In this Agreement:\n" in printed
        assert "\nSchedule\u00a01 Background IP of each Party\n" in printed
        assert "\n(2) Maison Verre S.A., a company" in printed

    def it_leaves_out_deleted_words_and_keeps_inserted_ones(self) -> None:
        body = (
            "<w:body><w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p></w:body>"
        )
        data = zipped(
            {
                "word/document.xml": part("document", body).encode(),
                "word/styles.xml": part("styles", "").encode(),
            }
        )
        assert [each.text for each in read_docx(data)] == ["new"]

    @pytest.mark.parametrize(
        ("old", "new", "rule"),
        [
            ("<w:t>2.1</w:t>", "<w:t>2.7</w:t>", "stale-reference"),
            ("REF _cl_ownership__1 ", "REF _cl_nothing ", "dangling-reference"),
            ('w:anchor="_cl_exit"', 'w:anchor="_cl_none"', "dangling-reference"),
            (
                ">Definitions</w:t></w:r></w:hyperlink>",
                ">Terms</w:t></w:r></w:hyperlink>",
                "stale-contents",
            ),
        ],
    )
    def it_notices_what_no_other_program_does(self, old: str, new: str, rule: str) -> None:
        data = to_docx(sample("issue"), house())
        assert old in text(data)
        spoilt = {**parts(data), "word/document.xml": text(data).replace(old, new, 1).encode()}
        assert [fault.rule for fault in check_references(zipped(spoilt))] == [rule]
