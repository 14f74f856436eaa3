"""What LibreOffice and pandoc make of a drafted file: the same numbers, whole blocks, good pages.

These tests need `soffice`, `pdftotext`, `pdftoppm` and `pandoc`, and fail without them.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.agreements import long_sample, sample
from support.files import house

from drafter.agreement.model import Agreement, Paragraph, Role
from drafter.word.read import print_docx, read_docx
from drafter.word.write import to_docx

Convert = Callable[[Agreement, str], Path]


@pytest.fixture
def convert(office: Callable[[bytes, str], Path]) -> Convert:
    """Draft an agreement and let LibreOffice convert it."""
    return lambda agreement, kind: office(to_docx(agreement, house()), kind)


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


def words(text: str) -> list[str]:
    return text.removeprefix("\ufeff").split()


def pages(pdf: Path) -> list[list[str]]:
    """The lines of each page, without its header and footer."""
    command = ["pdftotext", "-layout", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    whole = [
        [line.strip() for line in page.splitlines() if line.strip()] for page in text.split("\f")
    ]
    return [page[1:-1] for page in whole if page]


class DescribeNumbersElsewhere:
    """LibreOffice computes every number and reference anew; nothing may change."""

    @pytest.mark.parametrize("agreement", [sample("issue"), long_sample()], ids=["short", "long"])
    def it_is_read_by_libreoffice_as_by_us(self, agreement: Agreement, convert: Convert) -> None:
        theirs = convert(agreement, "txt:Text").read_text("utf-8")
        assert words(theirs) == words(print_docx(to_docx(agreement, house())))

    def it_keeps_blocks_numbers_and_words_when_libreoffice_saves_it(self, convert: Convert) -> None:
        before = [x for x in read_docx(to_docx(sample("issue"), house())) if x.block]
        after = [x for x in read_docx(convert(sample("issue"), "docx").read_bytes()) if x.block]
        assert [(x.block, x.label, spaced(x.text)) for x in after] == [
            (x.block, x.label, spaced(x.text)) for x in before
        ]

    def it_shows_pandoc_the_headings_of_the_agreement(self, tmp_path: Path) -> None:
        path = tmp_path / "agreement.docx"
        path.write_bytes(to_docx(sample("issue"), house()))
        command = ["pandoc", "-f", "docx", "-t", "markdown", "--wrap=none", str(path)]
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        for heading in ("Definitions", "How it ends", "Background IP of each Party"):
            assert re.search(rf"^#+ .*{heading}", out, re.MULTILINE)


class DescribePages:
    def it_ends_no_page_with_a_heading(self, convert: Convert) -> None:
        agreement = long_sample()
        headings = {
            each.runs[0].text
            for each in agreement.elements
            if isinstance(each, Paragraph) and each.role == Role.CLAUSE_HEADING
        }
        body = pages(convert(agreement, "pdf"))[2:]
        assert len(body) > 5
        for page in body:
            assert not any(page[-1].endswith(heading) for heading in headings)

    def it_cuts_no_signature_block(self, convert: Convert) -> None:
        signed = 0
        for page in pages(convert(long_sample(), "pdf")):
            text = "\n".join(page)
            leads = text.count("Signed for and on behalf of")
            signed += leads
            for label in ("Signature", "Name", "Title", "Date"):
                assert len(re.findall(rf"^{label}\b", text, re.MULTILINE)) == leads
        assert signed == 7

    def it_repeats_the_header_of_a_table_on_each_page(self, convert: Convert) -> None:
        listed = [
            page for page in pages(convert(long_sample(), "pdf")) if "Stage " in " ".join(page)
        ]
        tables = [page for page in listed if any(re.match(r"Stage \d", line) for line in page)]
        assert len(tables) > 1
        for page in tables:
            assert any(re.fullmatch(r"Stage\s+Party\s+Result", line) for line in page)

    def it_begins_each_schedule_on_a_new_page(self, convert: Convert) -> None:
        first = [page[0] for page in pages(convert(sample("issue"), "pdf"))]
        assert any(re.match(r"Schedule 1\s+Background IP", line) for line in first)
        assert any(re.match(r"Schedule 2\s+What happens", line) for line in first)

    def it_shows_the_watermark_on_every_page_of_a_draft_and_nowhere_else(
        self, convert: Convert, tmp_path: Path
    ) -> None:
        assert min(_pale(convert(sample("draft"), "pdf"), tmp_path / "draft")) > 3000
        assert max(_pale(convert(sample("issue"), "pdf"), tmp_path / "issue")) < 300


def _pale(pdf: Path, folder: Path) -> list[int]:
    """How many pixels of each page have the colour that a half-clear watermark gets on paper."""
    folder.mkdir()
    subprocess.run(["pdftoppm", "-r", "40", str(pdf), str(folder / "page")], check=True)
    counts = []
    for page in sorted(folder.glob("*.ppm")):
        pixels = page.read_bytes()
        colours = zip(pixels[0::3], pixels[1::3], pixels[2::3], strict=False)
        counts.append(sum(0xEC <= r <= 0xF1 and b - r in (3, 4, 5, 6) for r, _, b in colours))
    return counts
