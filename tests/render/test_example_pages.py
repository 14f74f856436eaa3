"""The four examples on paper: LibreOffice lays them out, and a careful reader turns the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from support import examples
from support.command import NAMES, SHORT
from support.drafts import docx, drafted
from support.files import house
from support.pages import Line, pages

from drafter.agreement.agreement_text import print_agreement
from drafter.agreement.model import Agreement, Paragraph, Role, SignatureBlock, Table
from drafter.word.read import print_docx
from drafter.word.write import to_docx

Convert = Callable[[bytes, str], Path]
pytestmark = pytest.mark.parametrize("name", NAMES)

LEFT, RIGHT = 1588 / 20, (11906 - 1588) / 20  # the margins of the house style, in points
HEADINGS = (Role.FRONT_HEADING, Role.PART_HEADING, Role.CLAUSE_HEADING, Role.SCHEDULE_HEADING)


def words(text: str) -> Counter[str]:
    """How often each word stands in a text; a line may break after a hyphen."""
    return Counter(re.findall(r"[^\s\u00a0\ufeff|_:-]+", text.lower()))


def printed(pdf: Path) -> list[list[Line]]:
    """The pages of the agreement itself, after cover and contents."""
    whole = pages(pdf)
    start = next(at for at, page in enumerate(whole) if any(x.text == "Parties" for x in page))
    return whole[start:]


def headings(name: str) -> set[str]:
    return {
        f"{each.number} {''.join(run.text for run in each.runs)}".strip().lower()
        for each in drafted(name, "issue").elements
        if isinstance(each, Paragraph) and each.role in HEADINGS
    }


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
        paper = words("\n".join(line.text for page in found for line in page))
        agreement = drafted(name, "issue")
        ours = words(print_agreement(agreement) + agreement.cover["status"])
        assert ours - paper == Counter()
        assert set(paper - ours) <= set(words(repeated(agreement)))


def repeated(agreement: Agreement) -> str:
    """The headings of all tables: a table that runs over a page has them twice."""
    tables = [each for each in agreement.elements if isinstance(each, Table)]
    return " ".join(run.text for each in tables for cell in each.headings for run in cell)


class DescribePageBreaks:
    def it_ends_no_page_with_a_heading_or_a_lead_in(self, name: str, office: Convert) -> None:
        found = printed(office(docx(name, "issue"), "pdf"))
        last = [page[-1].text.replace("\u00a0", " ").lower() for page in found]
        assert len(last) > (4 if name in SHORT else 15)
        assert [each for each in last if each.endswith(":") or each in headings(name)] == []

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
        blocks = [x for x in drafted(name, "issue").elements if isinstance(x, SignatureBlock)]
        for block in blocks:
            labels = [line.label for line in block.lines]
            (at,) = {at for at, page in enumerate(found) if signed(page, block, labels)}
            assert at >= len(found) - len(blocks)

    def it_signs_under_a_heading_with_its_first_block(self, name: str, office: Convert) -> None:
        found = printed(office(docx(name, "issue"), "pdf"))
        (page,) = [page for page in found if page[0].text == "Signatures"]
        assert len(page) > 5


def signed(page: list[Line], block: SignatureBlock, labels: list[str]) -> bool:
    """Whether a page has the lead of a block and, after it, each of its lines in order."""
    lines = [line.text for line in page]
    lead = "".join(run.text for run in block.lead).replace("\u00a0", " ")
    starts = [at for at, text in enumerate(lines) if lead.startswith(text) and text[:3] == lead[:3]]
    if not starts:
        return False
    after = [text for text in lines[starts[0] :] if text.startswith(tuple(labels))]
    return all(text.startswith(label) for text, label in zip(after, labels, strict=False)) and (
        len(after) >= len(labels)
    )


class DescribeMargins:
    def it_keeps_every_line_between_the_margins(self, name: str, office: Convert) -> None:
        for page in pages(office(docx(name, "issue"), "pdf")):
            for line in page:
                assert line.left >= LEFT - 1, line.text
                assert line.right <= RIGHT + 1, line.text
