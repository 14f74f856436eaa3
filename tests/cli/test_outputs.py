"""Where a command lays its file: under a name that says what it is, and on no input."""

from __future__ import annotations

import io
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from support.command import Command, answers_of, write_answers


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_answers(tmp_path, answers_of("workout-rewards"))
    return tmp_path


class DescribeOutputs:
    @pytest.mark.parametrize(("output", "says"), [
        ("x.pdf", "x.pdf is not called .docx, and the agreement is written as .docx only"),
        ("answers.yaml", "-o and ANSWERS are one file, answers.yaml"),
        ("./sub/../answers.yaml", "-o and ANSWERS are one file"),
    ])  # fmt: skip
    def it_is_refused_in_its_words(
        self, drafter: Command, desk: Path, output: str, says: str
    ) -> None:
        (desk / "sub").mkdir()
        before = (desk / "answers.yaml").read_bytes()
        outcome = drafter("draft", "answers.yaml", "-o", output, "--force")
        assert outcome.code == 1
        assert says in outcome.err
        assert (desk / "answers.yaml").read_bytes() == before

    def it_never_puts_the_report_on_the_agreement(self, drafter: Command, desk: Path) -> None:
        outcome = drafter("draft", "answers.yaml", "-o", "z.docx", "--report", "z.docx")
        assert outcome.code == 1
        assert "--report and -o are one file, z.docx" in outcome.err
        assert not (desk / "z.docx").exists()

    def it_says_that_nothing_here_lays_pages_out(
        self, drafter: Command, desk: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", str(desk))
        outcome = drafter("draft", "answers.yaml", "-o", "a.docx", "--pdf")
        assert outcome.code == 1
        assert "error[no-layout]: pages are laid out by LibreOffice, which is not" in outcome.err
        assert sorted(one.name for one in desk.iterdir()) == ["answers.yaml"]

    @pytest.mark.parametrize("wanted", [("-o", "-", "--pdf"), ("-o", "a.docx", "--pages",
                                                                "--record")])  # fmt: skip
    def it_lays_out_nothing_that_cannot_lie_there(
        self, drafter: Command, desk: Path, wanted: tuple[str, ...]
    ) -> None:
        assert drafter("draft", "answers.yaml", *wanted).code == 2

    def it_never_replaces_what_a_redline_compares(self, drafter: Command, desk: Path) -> None:
        assert drafter("draft", "answers.yaml", "-o", "a.docx", "--quiet").code == 0
        shutil.copy("a.docx", "b.docx")
        outcome = drafter("redline", "a.docx", "b.docx", "-o", "b.docx", "--force")
        assert outcome.code == 1
        assert "-o and NEW are one file, b.docx" in outcome.err

    def it_writes_to_standard_output(
        self, drafter: Command, desk: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stream = io.TextIOWrapper(io.BytesIO(), "utf-8")
        monkeypatch.setattr(sys, "stdout", stream)
        assert drafter("draft", "answers.yaml", "-o", "-").code == 0
        stream.flush()
        data = stream.buffer.getvalue()  # type: ignore[attr-defined]
        assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()
        assert not (desk / "-").exists()

    def it_refuses_two_things_on_standard_output(self, drafter: Command, desk: Path) -> None:
        assert drafter("draft", "answers.yaml", "-o", "-", "--json").code == 2
