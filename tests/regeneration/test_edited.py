"""A file that came back edited is never drafted over: what changed is put into that file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from support.command import Command
from support.edited_files import (
    NOW,
    Change,
    by_name,
    comment,
    edited,
    exit_line,
    reword,
    untouched,
    write_in_footer,
)
from support.files import parts
from support.resolve import accepted, rejected
from support.workspaces import Practice, deal, small_firm

from drafter.desk import Desk
from drafter.matters.edited_file import Edited, edited_since
from drafter.matters.recording import as_draft
from drafter.regeneration.model import PlannedAct
from drafter.regeneration.outcome import Did
from drafter.regeneration.plan_text import print_plan
from drafter.word.read import print_docx

EXIT = ("topics/exit/by-notice.md", "may leave", "may go")


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    return small_firm(tmp_path)


@pytest.fixture
def desk(practice: Practice) -> Desk:
    return practice.desk()


def retype(document: Document) -> None:
    """Counsel writes it anew."""
    for line in document.paragraphs:
        line.text = "Wholly other words stand here now, one after the next."


def strike(document: Document) -> None:
    """Counsel strikes words out by hand, untracked."""
    exit_line(document).runs[0].font.strike = True


def highlight(document: Document) -> None:
    """Counsel marks words."""
    exit_line(document).runs[0].font.highlight_color = WD_COLOR_INDEX.YELLOW


def move_down(document: Document) -> None:
    """Counsel changes the order of two paragraphs."""
    line = exit_line(document)._p
    line.getnext().addnext(line)


def issued(desk: Desk) -> bytes:
    return desk.issue("A-0001", NOW, by_name()).file


def send_and_receive(desk: Desk, change: Change | None) -> None:
    """The first agreement goes out, and comes back."""
    file = issued(desk)
    desk.receive("A-0001", edited(file, change) if change else file, NOW, "back.docx")


class DescribeWhatCameBack:
    @pytest.mark.parametrize("change", [None, untouched], ids=["same", "saved again"])
    def it_is_not_edited_where_nothing_reads_otherwise(self, desk: Desk, change: Change) -> None:
        send_and_receive(desk, change)
        assert edited_since(desk.registry, "A-0001") is None

    @pytest.mark.parametrize(("change", "paragraphs"), [
        (reword, 1), (strike, 1), (highlight, 1), (write_in_footer, 1), (move_down, 0),
        (comment, 0),
    ])  # fmt: skip
    def it_is_edited_by_words_and_by_comments(
        self, desk: Desk, change: Change, paragraphs: int
    ) -> None:
        send_and_receive(desk, change)
        assert edited_since(desk.registry, "A-0001") == Edited("A-0001", 1, paragraphs)

    def it_is_not_forgotten_when_a_clean_copy_comes_after_it(self, desk: Desk) -> None:
        clean = issued(desk)
        desk.receive("A-0001", edited(clean, reword), NOW, "back.docx")
        desk.receive("A-0001", clean, NOW, "clean.docx")
        assert edited_since(desk.registry, "A-0001") == Edited("A-0001", 1, 1)

    def it_is_not_settled_by_a_revision_that_a_plan_drafted(self, desk: Desk) -> None:
        """Earlier releases drafted over it; the words are still not in the agreement."""
        send_and_receive(desk, reword)
        draft = as_draft(desk.library.draft(deal(notice="90 days")), desk.house_style())
        desk.registry.revise("A-0001", 1, draft, NOW, redline=b"a redline")
        assert edited_since(desk.registry, "A-0001") == Edited("A-0001", 1, 1)

    def it_is_told_when_the_revision_drafted_over_it_goes_out(self, desk: Desk) -> None:
        send_and_receive(desk, reword)
        desk.revise("A-0001", desk.library.draft(deal(notice="90 days")), NOW)
        (warning,) = desk.issue("A-0001", NOW, by_name()).warnings
        assert warning.says.endswith("the file that goes out is drafted without those edits")
        assert desk.issue("A-0001", NOW, by_name()).warnings == ()

    def it_is_settled_by_a_revision_that_somebody_records(self, desk: Desk) -> None:
        send_and_receive(desk, reword)
        made = desk.revise("A-0001", desk.library.draft(deal(notice="90 days")), NOW)
        (warning,) = made.warnings
        assert warning.says == (
            "A-0001: the file that came back on revision 1 differs from the issued one in "
            "1 paragraph; this revision is drafted without those edits"
        )
        assert edited_since(desk.registry, "A-0001") is None


class DescribeAPlan:
    def it_merges_and_names_what_came_back_edited(self, practice: Practice, desk: Desk) -> None:
        send_and_receive(desk, reword)
        practice.edit(*EXIT)
        plan = practice.plan()
        assert {one.agreement: one.act for one in plan.entries} == {
            "A-0001": PlannedAct.MERGE, "A-0002": PlannedAct.REVISE}  # fmt: skip
        said = print_plan(plan)
        assert ("A-0001  Matter 1  counsel's edits kept; merge: the file that came back on "
                "revision 1 differs from the issued one in 1 paragraph; gets revision 2"
                ) in said  # fmt: skip
        assert "1 to revise, 1 edited by others, to be merged." in said

    def it_puts_the_changes_into_the_file_that_came_back(
        self, practice: Practice, desk: Desk
    ) -> None:
        send_and_receive(desk, reword)
        back = next(one for one in desk.registry.files("A-0001") if one.kind == "received")
        practice.edit("topics/results/jointly-owned.md", "each Result", "every Result")
        practice.edit(*EXIT)
        done = {one.agreement: one for one in practice.apply(practice.plan())}
        assert {id: one.did for id, one in done.items()} == {
            "A-0001": Did.MERGED, "A-0002": Did.REVISED}  # fmt: skip
        merged = (practice.output / "A-0001-matter-1-r2-redline.docx").read_bytes()
        assert done["A-0001"].files == ("A-0001-matter-1-r2-redline.docx",)
        assert print_docx(rejected(merged, "drafter, revision 2")) == print_docx(
            desk.registry.file(back.digest))  # fmt: skip
        said = print_docx(accepted(merged))
        assert "The Parties own every Result together." in said
        assert "A party may leave with our consent by" in said
        assert practice.revisions() == {"A-0001": 2, "A-0002": 2}
        assert practice.faults() == []

    def it_reports_what_both_sides_changed(self, practice: Practice, desk: Desk) -> None:
        send_and_receive(desk, reword)
        practice.edit(*EXIT)
        done = next(one for one in practice.apply(practice.plan()) if one.did is Did.MERGED)
        (line,) = done.report.lines
        assert (line.number, line.did, line.library) == (
            "3.1", "conflict", "A party may go by 60 days notice.")  # fmt: skip

    def it_is_merged_again_when_the_library_changes_again(
        self, practice: Practice, desk: Desk
    ) -> None:
        """The file that came back is still the last that counsel made."""
        send_and_receive(desk, reword)
        for old, new in (("each Result", "every Result"), ("every Result", "any Result")):
            practice.edit("topics/results/jointly-owned.md", old, new)
            practice.apply(practice.plan())
        merged = (practice.output / "A-0001-matter-1-r3-redline.docx").read_bytes()
        assert "The Parties own any Result together." in print_docx(accepted(merged))
        assert b"every" not in parts(merged)["word/document.xml"]
        assert practice.plan().entries == ()

    def it_is_told_when_the_merged_revision_goes_out_without_the_edits(
        self, practice: Practice, desk: Desk
    ) -> None:
        send_and_receive(desk, reword)
        practice.edit("topics/results/jointly-owned.md", "each Result", "every Result")
        practice.apply(practice.plan())
        (warning,) = practice.desk().issue("A-0001", NOW, by_name()).warnings
        assert warning.says.endswith("the file that goes out is drafted without those edits")

    def it_leaves_what_cannot_be_merged_as_it_is(self, practice: Practice, desk: Desk) -> None:
        send_and_receive(desk, retype)
        practice.edit(*EXIT)
        done = {one.agreement: one for one in practice.apply(practice.plan())}
        assert done["A-0001"].did is Did.KEPT
        assert [fault.rule for fault in done["A-0001"].faults] == ["edited-file", "other-agreement"]
        assert practice.revisions() == {"A-0001": 1, "A-0002": 2}

    def it_never_trusts_a_plan_that_does_not_know(self, practice: Practice, desk: Desk) -> None:
        """A plan made by an earlier release, or by hand, says that it is to be revised."""
        send_and_receive(desk, reword)
        practice.edit(*EXIT)
        plan = practice.plan()
        forged = [replace(one, act=PlannedAct.REVISE, edited="") for one in plan.entries]
        plan = replace(plan, entries=tuple(forged), styles={"house": practice.house_digest()})
        done = {one.agreement: one.did for one in practice.apply(plan)}
        assert done == {"A-0001": Did.KEPT, "A-0002": Did.REVISED}

    def it_revises_what_came_back_as_it_was_sent(self, practice: Practice, desk: Desk) -> None:
        send_and_receive(desk, None)
        practice.edit(*EXIT)
        assert {one.did for one in practice.apply(practice.plan())} == {Did.REVISED}


class DescribeTheCommands:
    def it_says_what_was_merged(
        self, practice: Practice, desk: Desk, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        send_and_receive(desk, reword)
        practice.edit(*EXIT)
        monkeypatch.chdir(practice.folder)
        drafter = Command(capsys)
        assert drafter("plan", "-o", "plan.json").code == 0
        outcome = drafter("apply", "plan.json", "--processes", "1")
        assert outcome.code == 0
        assert "Came back edited; the edits stay" in outcome.out
        assert "the library now says: A party may go by 60 days notice." in outcome.out
        said = json.loads(drafter("apply", "plan.json", "--processes", "1", "--json").out)
        assert {one["agreement"]: one["did"] for one in said} == {
            "A-0001": "already", "A-0002": "already"}  # fmt: skip

    @pytest.mark.parametrize("options", [(), ("--quiet",), ("--json",)], ids=str)
    def it_warns_where_a_revision_is_recorded_over_them(
        self, practice: Practice, desk: Desk, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...],
    ) -> None:  # fmt: skip
        send_and_receive(desk, reword)
        monkeypatch.chdir(practice.folder)
        Path("answers.yaml").write_text(json.dumps(deal(notice="90 days")), "utf-8")
        outcome = Command(capsys)("draft", "answers.yaml", "-o", "b.docx", "--record",
                                  "--agreement", "A-0001", *options)  # fmt: skip
        assert outcome.code == 0
        assert "warning[edited-file]: A-0001: the file that came back" in outcome.err
        if "--json" in options:
            assert json.loads(outcome.out)["findings"][-1]["rule"] == "edited-file"

    def it_warns_where_such_a_revision_goes_out(
        self, practice: Practice, desk: Desk, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        send_and_receive(desk, reword)
        desk.revise("A-0001", desk.library.draft(deal(notice="90 days")), NOW)
        monkeypatch.chdir(practice.folder)
        outcome = Command(capsys)("issue", "A-0001", "-o", "c.docx", "--json", "--override",
                                  "not-approved", "--override", "unconfirmed", "--reason",
                                  "a test")  # fmt: skip
        assert outcome.code == 0
        assert "the file that goes out is drafted without those edits" in outcome.err
        assert json.loads(outcome.out)["findings"][-1]["rule"] == "edited-file"
