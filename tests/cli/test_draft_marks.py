"""What tells drafts apart on their pages: number, date, matter and document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.command import Command
from support.files import text
from support.workspaces import Practice, deal

from drafter.matters.history import history
from drafter.ooxml.runs import escaped

MARKS = ("--matter", "M-77", "--document", "4711")
FOOTER = "word/footer-default.xml"


@pytest.fixture
def firm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Practice:
    practice = Practice(tmp_path / "firm")
    practice.settings()
    practice.registry().close()
    (practice.folder / "answers.yaml").write_text(json.dumps(deal()), "utf-8")
    monkeypatch.chdir(practice.folder)
    return practice


def footer(file: str) -> str:
    return text(Path(file).read_bytes(), FOOTER)


class DescribeTheMarksOfADraft:
    def it_prints_number_date_matter_and_document(self, drafter: Command, firm: Practice) -> None:
        done = drafter("draft", "answers.yaml", "-o", "a.docx", "--draft-number", "3", *MARKS,
                       "--on", "5 March 2027")  # fmt: skip
        assert done.code == 0
        assert "Draft 3, 5 March 2027, Matter M-77, Document 4711<" in footer("a.docx")

    @pytest.mark.parametrize("words", [
        "{{ title }} {% if title %}", "[@exit] {effective_date}", "**M** _7_ REF x \\h", "<w:p>&",
    ])  # fmt: skip
    def it_prints_a_mark_letter_for_letter(
        self, drafter: Command, firm: Practice, words: str
    ) -> None:
        """What looks like a tag, a reference or a blank is a number of somebody's."""
        done = drafter("draft", "answers.yaml", "-o", "a.docx", "--matter", words)
        assert done.code == 0
        assert f"Matter {escaped(words)}<" in footer("a.docx")

    def it_numbers_a_recorded_draft_as_its_revision(self, drafter: Command, firm: Practice) -> None:
        record = ("draft", "answers.yaml", "--record", *MARKS)
        assert drafter(*record, "-o", "a.docx").code == 0
        assert drafter(*record, "-o", "b.docx", "--agreement", "A-0001").code == 0
        assert "Draft 1, Matter M-77, Document 4711<" in footer("a.docx")
        assert "Draft 2, Matter M-77, Document 4711<" in footer("b.docx")

    def it_keeps_the_marks_with_the_agreement(self, drafter: Command, firm: Practice) -> None:
        assert drafter("draft", "answers.yaml", "-o", "a.docx", "--record", *MARKS).code == 0
        (drafted,) = history(firm.desk().registry, "A-0001")
        assert {"draft 1", "matter M-77", "document 4711"} <= set(drafted.noted)

    @pytest.mark.parametrize("mark", [MARKS, ("--draft-number", "2"), ("--annex", "assumptions")])
    def it_has_none_in_what_others_see(
        self, drafter: Command, firm: Practice, mark: tuple[str, ...]
    ) -> None:
        done = drafter("draft", "answers.yaml", "-o", "a.docx", "--for", "issue", *mark)
        assert done.code == 2
        assert "are for a draft: nobody else is to see them" in done.err

    def it_takes_no_other_number_for_a_recorded_draft(
        self, drafter: Command, firm: Practice
    ) -> None:
        asked = ("draft", "answers.yaml", "-o", "a.docx", "--record", "--draft-number", "9")
        assert drafter(*asked).code == 2
