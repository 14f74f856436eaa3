"""Counsel's own file goes out: every word of it that no approval covers is named, none is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.command import Command
from support.edited_files import NOW, by_name, comment, edited, reword, untouched, write_in_footer
from support.files import parts
from support.resolve import accepted
from support.workspaces import Practice, deal, small_firm

from drafter.desk import Desk
from drafter.diagnostics import Refused
from drafter.regeneration.model import PlannedAct
from drafter.regeneration.outcome import Did
from drafter.word.printed_references import printed_references
from drafter.word.read import print_docx

RESULT = "topics/results/jointly-owned.md"


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    return small_firm(tmp_path)


@pytest.fixture
def desk(practice: Practice) -> Desk:
    return practice.desk()


def send(desk: Desk, file: bytes, *what: str, purpose: str = "issue"):  # type: ignore[no-untyped-def]
    return desk.issue("A-0001", NOW, by_name(*what), purpose, counsel=("counsel.docx", file))


def refused(desk: Desk, file: bytes, *what: str, purpose: str = "issue") -> list[str]:
    with pytest.raises(Refused) as told:
        send(desk, file, *what, purpose=purpose)
    return [fault.rule for fault in told.value.diagnostics]


@pytest.fixture
def clean(desk: Desk) -> bytes:
    return desk.issue("A-0001", NOW, by_name()).file


class DescribeTheGateOfACounselFile:
    def it_names_each_paragraph_that_no_approval_covers(self, desk: Desk, clean: bytes) -> None:
        with pytest.raises(Refused) as told:
            send(desk, edited(clean, reword))
        (fault,) = told.value.diagnostics
        assert fault.says.startswith(
            'words of counsel.docx that no approval covers: 3.1 "A party may leave with our consent'
        )

    def it_opens_for_a_named_person_and_the_log_keeps_what_was_counsel_s(
        self, desk: Desk, clean: bytes
    ) -> None:
        out = send(desk, edited(clean, reword), "counsel-words")
        assert "may leave with our consent" in print_docx(out.file)
        *_, (entry, said) = desk.registry.events("A-0001")
        assert (entry.event, said["counsel"][0][:2]) == ("issued", ["kept", "3.1"])
        assert {one["what"] for one in said["overrides"]} >= {"counsel-words"}
        assert {one.kind for one in desk.registry.files("A-0001")} == {"drafted", "issued", "base"}

    def it_lets_a_file_through_that_reads_as_it_was_drafted(self, desk: Desk, clean: bytes) -> None:
        out = send(desk, edited(clean, untouched))
        assert print_docx(out.file) == print_docx(clean)

    def it_names_what_stands_outside_the_agreement(self, desk: Desk, clean: bytes) -> None:
        with pytest.raises(Refused) as told:
            send(desk, edited(clean, write_in_footer))
        assert told.value.diagnostics[0].says.endswith(
            'no approval covers: "A-0001, revision 1Page 1 of 1 Seen on 5 March"'
        )

    def it_asks_about_comments_and_lets_none_be_signed(self, desk: Desk, clean: bytes) -> None:
        file = edited(clean, comment)
        assert refused(desk, file) == ["comments-left"]
        send(desk, file, "comments-left")
        left = refused(desk, file, "comments-left", "counsel-words", purpose="signature")
        assert left == ["comments-left"]

    def it_never_lets_a_draft_or_another_agreement_out(
        self, desk: Desk, practice: Practice, clean: bytes
    ) -> None:
        draft = desk.registry.file(desk.registry.revision("A-0001").file)
        assert {"draft-watermark", "no-reference"} <= set(refused(desk, draft, "counsel-words"))
        another = desk.record(desk.library.draft(deal(notice="90 days")), NOW, "Another").held.id
        other = desk.issue(another, NOW, by_name()).file
        assert refused(desk, other, "counsel-words") == ["other-agreement"]
        assert refused(desk, b"%PDF-1.7") == ["not-a-docx"]


class DescribeWhatHappensNext:
    @pytest.fixture
    def merged(self, practice: Practice, desk: Desk, clean: bytes) -> bytes:
        """The file came back edited, the library changed, and a plan put the change into it."""
        desk.receive("A-0001", edited(clean, reword), NOW, "back.docx")
        practice.edit(RESULT, "each Result", "every Result")
        practice.apply(practice.plan())
        return (practice.output / "A-0001-matter-1-r2-redline.docx").read_bytes()

    def it_goes_out_as_the_revision_that_it_was_merged_into(
        self, practice: Practice, merged: bytes
    ) -> None:
        desk = practice.desk()
        assert refused(desk, merged, "counsel-words") == ["tracked-changes-left"]
        out = send(desk, accepted(merged), "counsel-words")
        assert out.warnings == ()
        assert set(printed_references(parts(out.file))) == {("A-0001", 2)}
        said = print_docx(out.file)
        assert "every Result together" in said
        assert "leave with our consent" in said

    def it_is_merged_into_again_and_loses_nothing(self, practice: Practice, merged: bytes) -> None:
        send(practice.desk(), accepted(merged), "counsel-words")
        practice.edit(RESULT, "every Result", "any Result")
        plan = practice.plan()
        (entry,) = [one for one in plan.entries if one.agreement == "A-0001"]
        assert (entry.act, entry.edited) == (
            PlannedAct.MERGE,
            "the file of counsel's that went out as revision 2 differs in 1 paragraph",
        )
        done = {one.agreement: one.did for one in practice.apply(plan)}
        assert done["A-0001"] is Did.MERGED
        third = (practice.output / "A-0001-matter-1-r3-redline.docx").read_bytes()
        said = print_docx(accepted(third))
        assert "any Result together" in said
        assert "leave with our consent" in said

    def it_is_warned_of_where_a_fresh_draft_goes_out_over_it(
        self, practice: Practice, merged: bytes
    ) -> None:
        send(practice.desk(), accepted(merged), "counsel-words")
        practice.edit(RESULT, "every Result", "any Result")
        practice.apply(practice.plan())
        (warning,) = practice.desk().issue("A-0001", NOW, by_name()).warnings
        assert "the file of counsel's that went out as revision 2" in warning.says

    def it_knows_what_the_other_side_makes_of_it(self, practice: Practice, merged: bytes) -> None:
        desk = practice.desk()
        out = send(desk, accepted(merged), "counsel-words")
        desk.receive("A-0001", out.file, NOW, "same.docx")
        practice.edit(RESULT, "every Result", "any Result")
        (entry,) = [one for one in practice.plan().entries if one.agreement == "A-0001"]
        assert entry.act is PlannedAct.MERGE


class DescribeTheCommandThatIssuesIt:
    def it_writes_what_it_kept(
        self, practice: Practice, desk: Desk, clean: bytes, tmp_path: Path,
        capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        (tmp_path / "counsel.docx").write_bytes(edited(clean, reword))
        monkeypatch.chdir(practice.folder)
        drafter = Command(capsys)
        usual = ["--override", "not-approved", "--override", "unconfirmed", "--reason", "a test"]
        asked = ("issue", "A-0001", "--file", "counsel.docx", "-o", "out.docx", *usual)
        outcome = drafter(*asked)
        assert outcome.code == 1
        assert "error[counsel-words]: words of counsel.docx that no approval covers" in outcome.err
        assert not Path("out.docx").exists()
        outcome = drafter(*asked, "--override", "counsel-words", "--json")
        assert outcome.code == 0
        assert json.loads(outcome.out)["counsel"] == [["kept", "3.1", "A party may leave with our "
                                                       "consent by 60 days notice."]]  # fmt: skip
        kept = [one for one in desk.registry.files("A-0001") if one.kind == "issued"]
        assert Path("out.docx").read_bytes() == desk.registry.file(kept[-1].digest)
