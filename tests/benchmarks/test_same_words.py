"""The benchmark: a comparison counts only between files that say the same."""

from __future__ import annotations

import io
import zipfile

import pytest

from benchmarks.paragraphs import first_difference, paragraphs
from benchmarks.targets import Target

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(*inside: str) -> bytes:
    """A file with these paragraphs and nothing else."""
    body = "".join(f"<w:p>{each}</w:p>" for each in inside)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}">{body}</w:document>')
    return out.getvalue()


def words(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


class DescribeParagraphs:
    def it_reads_words_tabs_and_breaks(self) -> None:
        signs = "<w:r><w:t>1.</w:t><w:tab/><w:t>The Project</w:t><w:br/></w:r>"
        assert paragraphs(docx(signs)) == ["1.\tThe Project\n"]

    def it_takes_no_field_code_for_words(self) -> None:
        code = "<w:r><w:instrText>REF _cl_exit \\w \\h</w:instrText></w:r>"
        assert paragraphs(docx(words("clause ") + code + words("37"))) == ["clause 37"]


class DescribeFirstDifference:
    def it_is_empty_for_the_same_words_in_other_runs(self) -> None:
        assert not first_difference(docx(words("One Party")), docx(words("One ") + words("Party")))

    def it_shows_both_sides(self) -> None:
        shown = first_difference(docx(words("a"), words("b")), docx(words("a"), words("c")))
        assert shown.startswith("paragraph 2:")
        assert "'b'" in shown
        assert "'c'" in shown

    def it_sees_a_paragraph_that_is_missing(self) -> None:
        assert "None" in first_difference(docx(words("a"), words("b")), docx(words("a")))


class DescribeTemplate:
    def it_says_what_drafter_says_when_docxtpl_fills_it(self) -> None:
        from benchmarks.deal import HOUSE, agreement, house
        from benchmarks.template import template
        from benchmarks.with_docxtpl import render

        made = template(agreement(), house(), HOUSE, live=False)
        filled = render(made.docx, made.values)
        assert not first_difference(agreement().to_docx(house()), filled)


class DescribeTarget:
    @pytest.mark.parametrize(("cost", "met"), [(10.0, True), (10.1, False)])
    def it_asks_to_be_so_many_times_faster(self, cost: float, met: bool) -> None:
        assert Target("ours", "peer", 15, faster=True).met({"ours": cost, "peer": 150.0}) is met

    @pytest.mark.parametrize(("cost", "met"), [(12.0, True), (12.1, False)])
    def it_asks_to_cost_at_most_so_many_times(self, cost: float, met: bool) -> None:
        assert Target("ours", "peer", 1.2).met({"ours": cost, "peer": 10.0}) is met
