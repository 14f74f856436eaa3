"""A file that came back edited is never drafted over: counsel's words would be lost."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from support.command import Command
from support.workspaces import Practice, deal

from drafter import Stamp, open_desk, override
from drafter.matters.desk import Desk
from drafter.matters.edited import Edited, edited_since
from drafter.regeneration.model import Act
from drafter.regeneration.renewing import Did
from drafter.regeneration.said import print_plan

EXIT = ("topics/exit/by-notice.md", "may leave", "may go")
NOW = Stamp("2027-03-05T09:00:00Z", "Head of Legal", "5f0c")
ANYWAY = (override("not-approved", "Head of Legal", "2027-03-05", "a test"),)


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    firm = Practice(tmp_path)
    firm.settings()
    firm.record(deal(), deal(parties=3))
    return firm


@pytest.fixture
def desk(practice: Practice) -> Desk:
    return open_desk(practice.folder)


def edited(file: bytes, change: Callable[[Document], object]) -> bytes:
    """A Word file as another program saves it after a change."""
    document = docx.Document(io.BytesIO(file))
    change(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def reword(document: Document) -> None:
    """Counsel wants more time."""
    (line,) = [one for one in document.paragraphs if "may leave" in one.text]
    run = next(one for one in line.runs if "leave" in one.text)
    run.text = run.text.replace("leave", "leave with our consent")


def add_comment(document: Document) -> None:
    """Counsel asks a question in the margin."""
    line = next(one for one in document.paragraphs if "may leave" in one.text)
    document.add_comment(line.runs, "Why so late?", "Counsel")


def send_and_receive(desk: Desk, change: Callable[[Document], object] | None) -> None:
    """The first agreement goes out, and comes back."""
    file = desk.issue("A-0001", NOW, ANYWAY).file
    desk.receive("A-0001", edited(file, change) if change else file, NOW, "back.docx")


class DescribeWhatCameBack:
    @pytest.mark.parametrize("change", [None, lambda document: None], ids=["same", "saved again"])
    def it_is_not_edited_where_nothing_reads_otherwise(self, desk: Desk, change: Callable) -> None:
        send_and_receive(desk, change)
        assert edited_since(desk.registry, "A-0001") is None

    @pytest.mark.parametrize(("change", "paragraphs"), [(reword, 1), (add_comment, 0)])
    def it_is_edited_by_words_and_by_comments(
        self, desk: Desk, change: Callable, paragraphs: int
    ) -> None:
        send_and_receive(desk, change)
        assert edited_since(desk.registry, "A-0001") == Edited("A-0001", 1, paragraphs)

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
    def it_leaves_out_and_names_what_came_back_edited(self, practice: Practice, desk: Desk) -> None:
        send_and_receive(desk, reword)
        practice.edit(*EXIT)
        plan = practice.plan()
        assert {one.agreement: one.act for one in plan.entries} == {
            "A-0001": Act.KEEP, "A-0002": Act.REVISE}  # fmt: skip
        said = print_plan(plan)
        assert ("A-0001  Matter 1  left as it is: the file that came back on revision 1 differs "
                "from the issued one in 1 paragraph, and a fresh draft would lose those edits"
                ) in said  # fmt: skip
        assert "1 to revise, 1 edited by others, to be revised by hand." in said

    def it_is_applied_without_them(self, practice: Practice, desk: Desk) -> None:
        send_and_receive(desk, reword)
        practice.edit(*EXIT)
        done = {one.agreement: one for one in practice.apply(practice.plan())}
        assert {id: one.did for id, one in done.items()} == {
            "A-0001": Did.KEPT, "A-0002": Did.REVISED}  # fmt: skip
        assert done["A-0001"].faults[0].rule == "edited-file"
        assert practice.revisions() == {"A-0001": 1, "A-0002": 2}

    def it_never_trusts_a_plan_that_does_not_know(self, practice: Practice, desk: Desk) -> None:
        """A plan made by an earlier release, or by hand, says that it is to be revised."""
        send_and_receive(desk, reword)
        practice.edit(*EXIT)
        plan = practice.plan()
        forged = [replace(one, act=Act.REVISE, edited="") for one in plan.entries]
        plan = replace(plan, entries=tuple(forged), styles={"house": practice.house_digest()})
        done = {one.agreement: one.did for one in practice.apply(plan)}
        assert done == {"A-0001": Did.KEPT, "A-0002": Did.REVISED}

    def it_revises_what_came_back_as_it_was_sent(self, practice: Practice, desk: Desk) -> None:
        send_and_receive(desk, None)
        practice.edit(*EXIT)
        assert {one.did for one in practice.apply(practice.plan())} == {Did.REVISED}


class DescribeTheCommands:
    def it_names_them_and_ends_with_1(
        self, practice: Practice, desk: Desk, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        send_and_receive(desk, reword)
        practice.edit(*EXIT)
        monkeypatch.chdir(practice.folder)
        drafter = Command(capsys)
        assert drafter("plan", "-o", "plan.json").code == 0
        outcome = drafter("apply", "plan.json", "--jobs", "1")
        assert outcome.code == 1
        assert "Left as they are, because they came back edited" in outcome.out
        assert "warning[edited-file]: A-0001: the file that came back" in outcome.out
        said = json.loads(drafter("apply", "plan.json", "--jobs", "1", "--json").out)
        assert {one["agreement"]: one["did"] for one in said} == {
            "A-0001": "kept", "A-0002": "already"}  # fmt: skip

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
