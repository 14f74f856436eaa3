"""Page numbers and a PDF, as LibreOffice lays the agreement out."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from support.agreements import paragraph, reference, sample
from support.command import Command, Outcome, answers_of, write_answers
from support.judges import complaints

from drafter.agreement.model import Role
from drafter.bundled import house_styles
from drafter.cli.office import as_pdf, office
from drafter.word.house import load_house
from drafter.word.write import to_docx


def printed(pdf: Path, *which: str) -> str:
    command = ["pdftotext", "-layout", *which, str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def laid_out(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Outcome:
    drafter = Command(capsys)
    monkeypatch.chdir(tmp_path)
    write_answers(tmp_path, answers_of("workout-rewards"))
    return drafter("draft", "answers.yaml", "-o", "a.docx", "--pages", "--pdf")


class DescribePages:
    def it_lays_pages_out_and_says_whose_they_are(self, laid_out: Outcome, tmp_path: Path) -> None:
        assert laid_out.code == 0
        assert "pages are laid out by LibreOffice" in laid_out.err
        pages = printed(tmp_path / "a.pdf").split("\f")
        entries = re.findall(r"^ +(\d+)\. +(\S.*?)\.{5,}(\d+)$", pages[1], re.MULTILINE)
        assert len(entries) == 32
        for number, heading, page in entries:
            assert re.search(rf"^{number}\. +{re.escape(heading)}$", pages[int(page) - 1], re.M)
        told = subprocess.run(["pdfinfo", "a.pdf"], check=True, capture_output=True, text=True)
        assert re.search(r"Tagged: +yes", told.stdout)
        assert re.search(r"Title: +Co-marketing agreement", told.stdout)
        assert complaints(tmp_path / "a.docx") == []


class DescribeReferencesOnPaper:
    """LibreOffice loses what follows a no-break space at the very end of a line."""

    def it_keeps_the_number_wherever_the_line_ends(self, tmp_path: Path) -> None:
        lines = [
            paragraph(
                Role.BODY,
                f"end.{wide}.{long}",
                "",
                "i" * wide + " word" * long + " that ",
                reference("Schedule 2", "schedule-exit"),
                " holds.",
            )
            for wide in range(40)
            for long in range(11, 15)
        ]
        agreement = sample("issue")
        whole = replace(agreement, elements=(*agreement.elements, *lines))
        plain = load_house(house_styles() / "plain.docx")
        (pdf,) = as_pdf([to_docx(whole, plain)], office())
        (tmp_path / "a.pdf").write_bytes(pdf)
        words = " ".join(printed(tmp_path / "a.pdf").split())
        assert words.count("that Annex B holds.") == len(lines)
