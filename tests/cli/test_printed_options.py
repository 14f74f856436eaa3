"""Words that reach a file and are no answer pass the door of the answers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.command import Command, answers_of, write_answers


@pytest.fixture
def deal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_answers(tmp_path, answers_of("workout-rewards"))


class DescribeOptionsThatArePrinted:
    @pytest.mark.parametrize("option", ["--on", "--reference", "--matter", "--document"])
    @pytest.mark.parametrize("words", ["1 March\x0b2027", "M-17\x07", "two\nlines"])
    def it_refuses_what_a_document_cannot_show(
        self, drafter: Command, deal: Path, option: str, words: str
    ) -> None:
        outcome = drafter("draft", deal, "-o", "a.docx", option, words)
        assert outcome.code == 1
        assert f"error[wrong-text]: `{option[2:]}`: " in outcome.err
        assert not Path("a.docx").exists()

    @pytest.mark.parametrize(("option", "words", "says"), [
        ("--date", "tomorrow", "error[wrong-date]: `tomorrow` is no date and time"),
        ("--date", "2027-02-30T09:00:00Z", "error[wrong-date]"),
        ("--author", "A\x07", "error[wrong-text]: author: "),
    ])  # fmt: skip
    def it_refuses_marks_that_word_cannot_read(
        self, drafter: Command, deal: Path, option: str, words: str, says: str
    ) -> None:
        assert drafter("draft", deal, "-o", "a.docx", "--quiet").code == 0
        shutil.copy("a.docx", "b.docx")
        outcome = drafter("redline", "a.docx", "b.docx", "-o", "c.docx", option, words)
        assert outcome.code == 1
        assert says in outcome.err
