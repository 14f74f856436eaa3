"""Apply does what the plan says, once, whatever happens, and touches nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.resolve import accepted, rejected
from support.workspaces import DEALS, Practice, deal

from drafter.diagnostics import Refused
from drafter.executors.crew import Crew
from drafter.matters.recording import as_draft
from drafter.regeneration.apply import LOCK
from drafter.regeneration.folder_lock import alone
from drafter.regeneration.outcome import Did
from drafter.registry.model import Status
from drafter.word.read import print_docx

EXIT = ("topics/exit/by-notice.md", "may leave", "may go")


@pytest.fixture
def practice(tmp_path) -> Practice:
    return Practice(tmp_path)


def kinds(outcomes) -> dict[str, str]:
    return {one.agreement: one.did.value for one in outcomes}


class DescribeANewRevision:
    """What stands beside the old one."""

    def it_comes_with_a_file_and_a_redline_against_the_old_one(self, practice):
        (id,) = practice.record(deal())
        practice.edit(*EXIT)
        (outcome,) = practice.apply(practice.plan())
        new, redline = (practice.output / name for name in outcome.files)
        old = practice.registry().file(practice.registry().revision(id, 1).file)
        assert "A party may go by" in print_docx(new.read_bytes())
        assert print_docx(rejected(redline.read_bytes())) == print_docx(old)
        assert print_docx(accepted(redline.read_bytes())) == print_docx(new.read_bytes())
        assert outcome.words == 2

    def it_is_what_the_registry_keeps(self, practice):
        (id,) = practice.record(deal())
        practice.edit(*EXIT)
        (outcome,) = practice.apply(practice.plan())
        registry = practice.registry()
        kept = {registry.file(one.digest) for one in registry.files(id) if one.revision == 2}
        assert kept == {(practice.output / name).read_bytes() for name in outcome.files}
        assert practice.faults() == []

    def it_keeps_the_recommendations_once_taken(self, practice):
        (id,) = practice.record(deal())
        practice.edit("questionnaire/01-deal.yaml", "take: joint", "take: maker")
        practice.edit(*EXIT)
        practice.apply(practice.plan())
        first, second = (practice.registry().revision(id, number) for number in (1, 2))
        assert first.taken == second.taken
        assert first.answers == second.answers
        assert practice.plan().entries == ()

    def it_is_made_for_the_agreements_of_the_plan_alone(self, practice):
        practice.record(*DEALS)
        practice.edit("topics/pilot/short.md", "The pilot ends", "The pilot also ends")
        plan = practice.plan()
        practice.apply(plan)
        affected = {one.agreement for one in plan.entries}
        assert {id for id, number in practice.revisions().items() if number == 2} == affected
        assert len(practice.files()) == 2 * len(affected) == 16


class DescribeWhatIsLeftAlone:
    """Signed, moved, at fault, or another's."""

    def it_never_rewrites_a_signed_one(self, practice):
        (id,) = practice.record(deal())
        practice.sign(id)
        practice.edit(*EXIT)
        (outcome,) = practice.apply(practice.plan())
        assert (outcome.did, practice.revisions()[id]) == (Did.SIGNED, 1)
        assert practice.files() == []

    def it_leaves_out_and_names_one_that_was_signed_since(self, practice):
        moved, other = practice.record(deal(), deal())
        practice.edit(*EXIT)
        plan = practice.plan()
        practice.sign(moved)
        outcomes = practice.apply(plan)
        assert kinds(outcomes) == {moved: "moved", other: "revised"}
        says = outcomes[0].faults[0].says
        assert says.startswith(f"{moved} moved since the plan was made: it was drafted")
        assert "is signed at revision 1" in says

    def it_leaves_out_one_that_somebody_else_revised(self, practice):
        (id,) = practice.record(deal())
        practice.edit(*EXIT)
        plan = practice.plan()
        shop = practice.places.open()
        draft = as_draft(shop.library.draft(deal(parties=3)), shop.style("house"))
        practice.registry().revise(id, 1, draft, practice.stamp())
        assert kinds(practice.apply(plan)) == {id: "moved"}
        assert practice.revisions() == {id: 2}

    def it_reports_one_at_fault_and_goes_on(self, practice):
        bad, good = practice.record(deal(ownership="joint"), deal(ownership="maker"))
        for path, old, new in (
            EXIT,
            ("questionnaire/01-deal.yaml", "joint: {label", "shared: {label"),
            ("questionnaire/01-deal.yaml", "take: joint", "take: shared"),
            ("topics/results/topic.yaml", "ownership is joint", "ownership is shared"),
        ):
            practice.edit(path, old, new)
        outcomes = practice.apply(practice.plan())
        assert kinds(outcomes) == {bad: "failed", good: "revised"}
        assert any("ownership" in fault.says for fault in outcomes[0].faults)

    def it_reports_a_lost_file_and_goes_on(self, practice):
        lost, good = practice.record(deal(parties=3), deal())
        practice.edit(*EXIT)
        plan = practice.plan()
        digest = practice.registry().revision(lost).file
        (practice.folder / "registry.files" / digest[:2] / digest).unlink()
        assert kinds(practice.apply(plan)) == {lost: "failed", good: "revised"}

    def it_keeps_a_file_of_somebody_else(self, practice):
        practice.record(deal())
        practice.edit(*EXIT)
        practice.output.mkdir()
        own = practice.output / "A-0001-matter-1-r2.docx"
        own.write_bytes(b"mine")
        (outcome,) = practice.apply(practice.plan())
        assert own.read_bytes() == b"mine"
        left = [one for one in outcome.faults if one.rule != "not-in-redline"]
        assert (outcome.did, len(left)) == (Did.REVISED, 1)


class DescribeAPlanThatIsOutdated:
    """Exactly the plan, or nothing."""

    def it_is_refused_once_the_library_changed(self, practice):
        (id,) = practice.record(deal())
        practice.edit(*EXIT)
        plan = practice.plan()
        practice.edit("topics/exit/by-notice.md", "may go", "may quit")
        with pytest.raises(Refused, match="the library changed since the plan was made"):
            practice.apply(plan)
        assert practice.revisions() == {id: 1}

    def it_is_refused_once_a_house_style_changed(self, practice):
        practice.record(deal(), style=practice.own_style())
        practice.edit(*EXIT)
        plan = practice.plan()
        roles = practice.folder / "templates" / "firm.yaml"
        roles.write_text(roles.read_text("utf-8") + "\n# checked\n", "utf-8")
        with pytest.raises(Refused, match="the house style firm changed"):
            practice.apply(plan)

    def it_writes_no_words_that_the_plan_did_not_show(self, practice):
        (id,) = practice.record(deal())
        practice.edit(*EXIT)
        plan = practice.plan()
        other = replace(plan, entries=(replace(plan.entries[0], fresh="0" * 64),))
        assert kinds(practice.apply(other)) == {id: "failed"}
        assert practice.revisions() == {id: 1}


class DescribeRunningItAgain:
    """The same plan twice, or by two at once."""

    def it_does_nothing_twice(self, practice):
        practice.record(*DEALS[:3])
        practice.edit(*EXIT)
        plan = practice.plan()
        practice.apply(plan)
        before = practice.registry().head(), practice.files()
        assert {one.did for one in practice.apply(plan)} == {Did.ALREADY}
        assert (practice.registry().head(), practice.files()) == before

    def it_lays_out_files_that_got_lost(self, practice):
        practice.record(deal())
        practice.edit(*EXIT)
        plan = practice.plan()
        practice.apply(plan)
        before = practice.files()
        for path in practice.output.iterdir():
            path.unlink()
        practice.apply(plan)
        assert practice.files() == before

    def it_is_refused_while_another_is_at_work(self, practice):
        (id,) = practice.record(deal())
        practice.edit(*EXIT)
        plan = practice.plan()
        with (
            alone(practice.folder / LOCK, "`drafter apply`"),
            pytest.raises(Refused, match="another `drafter apply` is at work"),
        ):
            practice.apply(plan)
        assert practice.revisions() == {id: 1}
        practice.apply(plan)
        assert practice.revisions() == {id: 2}

    def it_gives_the_same_with_two_processes(self, practice, tmp_path):
        practice.record(*DEALS[:6])
        practice.edit(*EXIT)
        plan = practice.plan()
        assert {one.did for one in practice.apply(plan, Crew(2))} == {Did.REVISED}
        two = {path.name: path.read_bytes() for path in practice.output.iterdir()}
        alike = Practice(tmp_path / "alike")
        alike.record(*DEALS[:6])
        alike.edit(*EXIT)
        alike.apply(alike.plan())
        assert two == {path.name: path.read_bytes() for path in alike.output.iterdir()}

    def it_takes_up_an_agreement_that_was_issued_and_received(self, practice):
        (id,) = practice.record(deal())
        practice.move(id, Status.ISSUED, Status.RECEIVED)
        practice.edit(*EXIT)
        assert kinds(practice.apply(practice.plan())) == {id: "revised"}
