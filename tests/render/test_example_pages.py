"""The four examples on paper: LibreOffice lays them out, and a careful reader turns the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from support import examples
from support.command import NAMES, SHORT
from support.drafts import docx, drafted
from support.files import house
from support.pages import Line, pages
from support.paper import blocks, loose_ends, on_paper, ours, repeated, signing_pages, words
from support.paper import printed as after_contents

from drafter.agreement.model import Paragraph, Role
from drafter.word.read import print_docx
from drafter.word.write import to_docx

Convert = Callable[[bytes, str], Path]
pytestmark = pytest.mark.parametrize("name", NAMES)

LEFT, RIGHT = 1588 / 20, (11906 - 1588) / 20  # the margins of the house style, in points


def printed(pdf: Path) -> list[list[Line]]:
    """The pages of the agreement itself, after cover and contents."""
    return after_contents(pages(pdf))


class DescribeKeyTermsOnPaper:
    def it_fits_on_one_page(self, name: str, office: Convert) -> None:
        sheet = to_docx(examples.drafted(name).key_terms(), house())
        assert len(pages(office(sheet, "pdf"))) == 1


class DescribeNumbersOnPaper:
    def it_computes_every_number_and_reference_as_we_do(self, name: str, office: Convert) -> None:
        theirs = office(docx(name, "issue"), "txt:Text").read_text("utf-8")
        ours = print_docx(docx(name, "issue"))
        assert theirs.removeprefix("\ufeff").split() == ours.split()

    def it_prints_every_word_whole(self, name: str, office: Convert) -> None:
        found = printed(office(docx(name, "issue"), "pdf"))
        agreement, paper = drafted(name, "issue"), on_paper(found)
        assert ours(agreement) - paper == Counter()
        assert set(paper - ours(agreement)) <= set(words(repeated(agreement)))


class DescribePageBreaks:
    def it_ends_no_page_with_a_heading_or_a_lead_in(self, name: str, office: Convert) -> None:
        found = printed(office(docx(name, "issue"), "pdf"))
        assert len(found) > (4 if name in SHORT else 15)
        assert list(loose_ends(drafted(name, "issue"), found)) == []

    def it_ends_no_contents_page_with_the_name_of_a_part(self, name: str, office: Convert) -> None:
        whole = pages(office(docx(name, "issue"), "pdf"))
        parts = {
            each.runs[0].text
            for each in drafted(name, "issue").elements
            if isinstance(each, Paragraph) and each.role is Role.PART_HEADING
        }
        listed = [page for page in whole[1:4] if not any(x.text == "Parties" for x in page)]
        assert not parts & {page[-1].text for page in listed}

    def it_puts_each_signature_block_on_one_page(self, name: str, office: Convert) -> None:
        found = printed(office(docx(name, "issue"), "pdf"))
        signed = blocks(drafted(name, "issue"))
        for block in signed:
            (at,) = signing_pages(block, found)
            assert at >= len(found) - len(signed)

    def it_signs_under_a_heading_with_its_first_block(self, name: str, office: Convert) -> None:
        found = printed(office(docx(name, "issue"), "pdf"))
        (page,) = [page for page in found if page[0].text == "Signatures"]
        assert len(page) > 5


class DescribeMargins:
    def it_keeps_every_line_between_the_margins(self, name: str, office: Convert) -> None:
        for page in pages(office(docx(name, "issue"), "pdf")):
            for line in page:
                assert line.left >= LEFT - 1, line.text
                assert line.right <= RIGHT + 1, line.text
