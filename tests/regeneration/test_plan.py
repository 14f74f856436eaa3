"""A plan names each agreement that reads differently, no other, and says why and where."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from support.workspaces import DEALS, Practice, deal

from drafter.drafting import Library, load_library, load_style
from drafter.matters.recording import as_draft
from drafter.regeneration.model import Edit, NewFinding, Plan, PlannedAct
from drafter.regeneration.plan_file import plan_text, read_plan
from drafter.regeneration.plan_text import print_plan
from drafter.registry.model import Status

EDITS = [
    ("topics/results/maker-owns.md", "owns what it makes", "keeps what it makes"),
    ("topics/results/maker-owns.md", "keeps a list", "keeps a list of its members"),
    ("topics/results/maker-owns.md", "seats >= 5", "seats >= 2"),
    ("topics/results/maker-owns.md", "Each Party", "Each Party to this deal"),
    ("topics/results/maker-owns.md", "{if seats >= 5} A large",
     "{if seats >= 50} A huge team says so.\n\n{if seats >= 5} A large"),
    ("topics/results/jointly-owned.md", "position: preferred", "position: fallback"),
    ("topics/results/jointly-owned.md", "each Result together", "each Result in equal shares"),
    ("topics/results/jointly-owned.md", "The owner is {ownership}.\n", "No one else owns it.\n"),
    ("topics/results/topic.yaml", "heading: Results", "heading: What is made"),
    ("topics/results/topic.yaml", "Who owns what is made", "Who owns what"),
    ("topics/exit/by-notice.md", "A party may leave", "A Party may leave"),
    ("topics/exit/by-notice.md", "notice. {#notice}", "notice.\n\nIt must say why. {#notice}"),
    ("topics/exit/topic.yaml", "heading: Leaving", "heading: Leaving early"),
    ("topics/pilot/short.md", "The pilot ends", "The pilot also ends"),
    ("topics/pilot/topic.yaml", "short: pilot\n  left-out: not pilot",
     "short: pilot or seats >= 5\n  left-out: not (pilot or seats >= 5)"),
    ("topics/law/large.md", "largest", "eldest"),
    ("topics/law/topic.yaml", "large: count >= 3\n  small: count < 3",
     "large: count >= 2\n  small: count < 2"),
    ("definitions/result/wide.md", "everything", "all"),
    ("definitions/result/narrow.md", "for the work", "in the work"),
    ("definitions/result/definition.yaml", "wide: seats >= 5\n  narrow: seats < 5",
     "wide: seats >= 3\n  narrow: seats < 3"),
    ("definitions/party.md", "to this deal", "to this agreement"),
    ("questionnaire/01-deal.yaml", "prints: all Parties", "prints: every Party"),
    ("questionnaire/01-deal.yaml", "Who leads?", "Who has the lead?"),
    ("questionnaire/01-deal.yaml", "take: joint", "take: maker"),
    ("facts/deal.yaml", "count = 2", "count = 3"),
    ("precedents/simple.yaml", "title: Simple agreement", "title: Plain agreement"),
    ("precedents/simple.yaml", "heading: The deal", "heading: What is agreed"),
    ("precedents/simple.yaml", "pilot, results, exit", "pilot, exit, results"),
    ("consistency/R1.yaml", "The notice is short.", "The notice is very short."),
]  # fmt: skip


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    """A practice with sixteen agreements, which no test changes but by its library."""
    practice = Practice(tmp_path_factory.mktemp("practice"))
    practice.record(*DEALS)
    return practice


@pytest.fixture
def practice(recorded: Practice, tmp_path: Path) -> Practice:
    """A library of one's own over the same registry."""
    again = Practice(tmp_path, read=recorded.read)
    (tmp_path / "registry.db").symlink_to(recorded.folder / "registry.db")
    (tmp_path / "registry.files").symlink_to(recorded.folder / "registry.files")
    return again


class DescribeWhoIsAffected:
    """The agreements of a plan, against all agreements drafted again."""

    @pytest.mark.parametrize("edit", EDITS, ids=lambda edit: f"{edit[0]}: {edit[1][:20]}")
    def it_equals_brute_force_for_each_edit(self, practice, edit):
        practice.edit(*edit)
        assert {one.agreement for one in practice.plan().entries} == practice.brute_force()

    def it_equals_brute_force_for_many_edits_at_random(self, practice):
        pick = random.Random(7)
        for _ in range(15):
            fresh = Practice(practice.folder, read=practice.read)
            for path in {edit[0]: edit for edit in pick.sample(EDITS, 3)}.values():
                fresh.edit(*path)
            assert {one.agreement for one in fresh.plan().entries} == fresh.brute_force()

    def it_says_plainly_that_there_is_nothing_to_do(self, practice):
        plan = practice.plan()
        assert plan.entries == ()
        assert print_plan(plan) == "Nothing to do. All 16 agreements read as the library says."

    def it_drafts_no_agreement_that_used_nothing_of_what_changed(self, practice, monkeypatch):
        drafted: list[object] = []
        draft = Library.draft
        monkeypatch.setattr(
            Library,
            "draft",
            lambda self, *what, **how: drafted.append(what) or draft(self, *what, **how),
        )
        practice.edit("topics/pilot/short.md", "The pilot ends", "The pilot also ends")
        assert len(practice.plan().entries) == len(drafted) == 8

    def it_drafts_agreements_that_were_made_from_the_same_once(self, tmp_path, monkeypatch):
        practice = Practice(tmp_path)
        ids = practice.record(deal(), deal(), deal(parties=3), deal())
        drafted: list[object] = []
        draft = Library.draft
        monkeypatch.setattr(
            Library,
            "draft",
            lambda self, *what, **how: drafted.append(what) or draft(self, *what, **how),
        )
        practice.edit("topics/exit/by-notice.md", "may leave", "may go")
        entries = practice.plan().entries
        assert [(one.agreement, one.matter) for one in entries] == [
            (id, f"Matter {number}") for number, id in enumerate(ids, 1)]  # fmt: skip
        assert len(drafted) == 2
        assert entries[0].fresh == entries[3].fresh != entries[2].fresh
        assert {one.did for one in practice.apply(practice.plan())} == {"revised"}

    def it_leaves_out_what_has_ended(self, tmp_path):
        practice = Practice(tmp_path)
        kept, ended = practice.record(deal(), deal())
        practice.move(ended, Status.ENDED)
        practice.edit("topics/exit/by-notice.md", "may leave", "may go")
        assert [one.agreement for one in practice.plan().entries] == [kept]

    def it_names_a_signed_one_and_asks_for_an_amendment(self, tmp_path):
        practice = Practice(tmp_path)
        (id,) = practice.record(deal())
        practice.sign(id)
        practice.edit("topics/exit/by-notice.md", "may leave", "may go")
        plan = practice.plan()
        assert plan.entries[0].act is PlannedAct.AMEND
        assert "signed: to be amended by hand" in print_plan(plan)


class DescribeReasons:
    """Why, as data."""

    def reasons(self, practice: Practice) -> set[tuple[str, ...]]:
        return {(one.kind, one.name, one.before, one.now)
                for entry in practice.plan().entries for one in entry.reasons}  # fmt: skip

    def it_names_a_wording(self, practice):
        practice.edit("topics/law/large.md", "largest", "eldest")
        assert self.reasons(practice) == {("wording", "law", "large", "large")}

    def it_names_a_selection_with_both_wordings(self, practice):
        practice.edit("topics/law/topic.yaml", "large: count >= 3\n  small: count < 3",
                      "large: count >= 2\n  small: count < 2")  # fmt: skip
        assert self.reasons(practice) == {("selection", "law", "small", "large")}

    def it_names_a_definition(self, practice):
        practice.edit("definitions/party.md", "to this deal", "to this agreement")
        assert self.reasons(practice) == {("definition", "party", "party", "party")}

    def it_names_a_questionnaire_and_a_precedent(self, practice):
        practice.edit("questionnaire/01-deal.yaml", "prints: all Parties", "prints: every Party")
        assert {one[:2] for one in self.reasons(practice)} == {("questionnaire", "simple")}
        practice.edit("precedents/simple.yaml", "heading: The deal", "heading: The work")
        assert ("precedent", "simple", "", "") in self.reasons(practice)

    def it_names_a_house_style(self, tmp_path):
        practice = Practice(tmp_path)
        practice.record(deal(), style=practice.own_style())
        practice.record(deal())
        assert practice.plan().entries == ()
        roles = tmp_path / "templates" / "firm.yaml"
        roles.write_text(roles.read_text("utf-8") + "\n# checked\n", "utf-8")
        (entry,) = practice.plan().entries
        assert [(one.kind, one.name) for one in entry.reasons] == [("house style", "firm")]
        assert entry.changes == ()

    def it_names_the_answer_to_a_new_question(self, practice):
        practice.edit("questionnaire/01-deal.yaml", "  seats: {", "  late_fee:\n"
                      "    asks: Is there a fee for delay?\n    type: yes/no\n"
                      "    recommend: [{take: yes, because: it is usual}]\n  seats: {")  # fmt: skip
        practice.edit("topics/exit/by-notice.md", "{#notice}",
                      "{#notice}\n\n{if late_fee} Delay costs a fee.")  # fmt: skip
        found = self.reasons(practice)
        assert ("answer", "late_fee", "", "yes") in found
        said = print_plan(practice.plan())
        assert "because late_fee had no answer and is now taken as yes" in said

    def it_names_a_topic_that_waits_for_the_answer_to_a_new_question(self, practice):
        """A fact is never recommended: a deal of before the question has none, and says so."""
        practice.edit("questionnaire/01-deal.yaml", "  seats: {", "  funded: {asks: Is there a "
                      "funder?, type: yes/no, nature: fact}\n  seats: {")  # fmt: skip
        practice.texts |= {
            "topics/funding/topic.yaml": "heading: Funding\nchoose:\n  with-funder: funded\n"
            "  left-out: not funded\n",
            "topics/funding/with-funder.md": "The terms of the funder prevail.\n",
        }
        practice.edit("precedents/simple.yaml", "results, exit", "results, funding, exit")
        said = print_plan(practice.plan())
        assert "because Funding comes in, not decided: with-funder or left-out" in said
        assert "[Not decided yet: Is there a funder? " in said

    def it_tells_a_recommendation_that_alone_changed_and_changes_nothing_for_it(self, tmp_path):
        practice = Practice(tmp_path)
        practice.record(deal(), deal(ownership="joint"))
        practice.edit("questionnaire/01-deal.yaml", "take: joint", "take: maker")
        plan = practice.plan()
        assert plan.entries == ()
        assert set(plan.recommended) == {"A-0001"}
        assert print_plan(plan).splitlines() == [
            "Nothing to do. All 2 agreements read as the library says.",
            "",
            "Other recommendations today; nothing is changed for them:",
            "  ownership: joint was taken, maker is recommended now (A-0001)",
        ]

    def it_tells_it_beside_a_clause_that_changed_and_after_a_revision(self, tmp_path):
        practice = Practice(tmp_path)
        practice.record(deal())
        practice.edit("topics/exit/by-notice.md", "may leave", "may go")
        practice.apply(practice.plan())
        practice.edit("questionnaire/01-deal.yaml", "take: joint", "take: maker")
        practice.edit("topics/exit/by-notice.md", "may go", "may part")
        plan = practice.plan()
        assert {change.block for one in plan.entries for change in one.changes} == {"exit.1"}
        assert "ownership: joint was taken, maker is recommended now" in print_plan(plan)


class DescribeNewFindings:
    """A rule that came or weighs otherwise is told of the agreements that it finds something in."""

    SEATS = "severity: warn\nwhen: seats >= 5\nmessage: Many seats.\n"

    def test_a_rule_that_came_is_told_and_changes_nothing(self, practice):
        practice.add("consistency/R2.yaml", self.SEATS)
        plan = practice.plan()
        assert plan.entries == ()
        assert {*plan.findings.values()} == {(NewFinding("R2", "warn", "Many seats."),)}
        assert len(plan.findings) == 8
        assert print_plan(plan).splitlines()[-1] == (
            "  R2 (warning): Many seats. (A-0005, A-0006, A-0007, A-0008, A-0013 and 3 more)"
        )

    def test_what_was_found_before_is_not_new(self, tmp_path):
        practice = Practice(tmp_path)
        practice.record(deal(notice="20 days"), deal())
        practice.edit("consistency/R1.yaml", "The notice is short.", "The notice is very short.")
        assert practice.plan().findings == {}
        practice.edit("consistency/R1.yaml", "severity: warn", "severity: block")
        assert [*practice.plan().findings] == ["A-0001"]

    def test_it_is_told_beside_a_clause_that_changed(self, practice):
        practice.add("consistency/R2.yaml", self.SEATS)
        practice.edit("topics/law/large.md", "largest", "eldest")
        plan = practice.plan()
        assert len(plan.entries) == 4
        assert len(plan.findings) == 8
        assert read_back(plan, practice.folder) == plan

    def test_agreements_that_kept_no_findings_are_counted(self, tmp_path):
        practice = Practice(tmp_path)
        library, house = load_library(practice.library, tmp_path), load_style(cache=tmp_path)
        draft = as_draft(library.draft(deal()), house, "house")
        older = tuple(use for use in draft.uses if use.kind not in ("rules", "finding"))
        practice.registry().record(replace(draft, uses=older), "Old", practice.stamp())
        plan = practice.plan()
        assert plan.without_findings == 1
        assert "What is new of 1 agreement is not known" in print_plan(plan)


def read_back(plan: Plan, folder: Path) -> Plan:
    (folder / "plan.json").write_text(plan_text(plan), "utf-8")
    return read_plan(folder / "plan.json")


class DescribeDifference:
    """The clauses, in words."""

    def test_words_that_became_others(self, practice):
        practice.edit("topics/results/maker-owns.md", "owns what it makes", "keeps all it makes")
        entry = practice.plan().entries[0]
        (change,) = entry.changes
        assert (change.number, change.heading) == ("3.1", "Results")
        assert change.edits == (Edit("owns what", "keeps all", "Each Party"),)
        assert "3.1 / 2.1 Results: ‘owns what’ becomes ‘keeps all’" in print_plan(practice.plan())

    def test_a_paragraph_that_came_in(self, practice):
        practice.edit("topics/exit/by-notice.md", "{#notice}", "{#notice}\n\nIt must say why.")
        text = print_plan(practice.plan())
        assert "Leaving comes in: ‘It must say why.’" in text

    def test_a_paragraph_that_went_out(self, practice):
        practice.edit("topics/results/jointly-owned.md", "\n\nThe owner is {ownership}.", "")
        assert "Results goes out: ‘The owner is all Parties.’" in print_plan(practice.plan())

    def test_references_that_follow_new_numbers_are_counted(self, practice):
        practice.edit("precedents/simple.yaml", "pilot, results, exit", "exit, pilot, results")
        entries = [one for one in practice.plan().entries if one.renumbered]
        assert len(entries) == 8
        assert not any(change.block.startswith("pilot.1") for one in entries
                       for change in one.changes)  # fmt: skip

    def test_agreements_that_change_alike_stand_together(self, practice):
        practice.edit("definitions/party.md", "to this deal", "to this agreement")
        assert print_plan(practice.plan()).count("‘deal.’ becomes ‘agreement.’") == 1


class DescribeAgreementsAtFault:
    """An agreement that cannot be drafted any more."""

    def it_is_told_in_its_own_words(self, tmp_path):
        practice = Practice(tmp_path)
        good, bad = practice.record(deal(ownership="maker"), deal(ownership="joint"))
        practice.edit("questionnaire/01-deal.yaml", "joint: {label: All, prints: all Parties}",
                      "shared: {label: All, prints: all Parties}")  # fmt: skip
        practice.edit("questionnaire/01-deal.yaml", "take: joint", "take: shared")
        practice.edit("topics/results/topic.yaml", "ownership is joint", "ownership is shared")
        plan = practice.plan()
        (entry,) = plan.entries
        assert (entry.agreement, entry.act) == (bad, PlannedAct.REPORT)
        assert "`answers.ownership`" in print_plan(plan) or "`ownership`" in print_plan(plan)
        assert good not in print_plan(plan)


class DescribeTheFile:
    """A saved plan."""

    def it_reads_back_as_it_was(self, practice, tmp_path):
        for edit in EDITS[:2] + EDITS[10:14]:
            practice.edit(*edit)
        plan = practice.plan()
        (tmp_path / "plan.json").write_text(plan_text(plan), "utf-8")
        assert read_plan(tmp_path / "plan.json") == plan
