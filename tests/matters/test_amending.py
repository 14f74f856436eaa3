"""A signed agreement is never rewritten: it gets an amendment."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.amending import ANYWAY, at, desk_of, firm, sign, signed
from support.edited_files import edited, reword
from support.workspaces import deal

from drafter import Refused, override
from drafter.agreement.instructions import Instructions
from drafter.desk import Desk
from drafter.matters.amending.amendment import Amending, Amendment, draft_amendment
from drafter.matters.amending.keeping import proposal
from drafter.matters.amending.standing import standing
from drafter.regeneration.plan_text import print_plan


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with two signed agreements, without and with a pilot, which no test changes."""
    folder = tmp_path_factory.mktemp("firm")
    desk = desk_of(firm(folder / "firm"), folder / "cache")
    assert [signed(desk), signed(desk, pilot="yes", ownership="maker")] == ["A-0001", "A-0002"]
    return desk


def changes(desk: Desk, id: str = "A-0001", start: str = "", **answers: object) -> list[str]:
    """What an amendment says under its heading Changes, from the second line on."""
    made = proposal(desk.workshop, id, deal(**answers), start).made
    lines = made.draft.text().replace("\u00a0", " ").splitlines()
    return lines[lines.index("1. Changes") + 2 :]


def refused(desk: Desk, id: str = "A-0001", parties: int = 2, **answers: object) -> list[str]:
    with pytest.raises(Refused) as caught:
        proposal(desk.workshop, id, deal(parties, **answers))
    return [f"{one.rule}: {one.says}" for one in caught.value.diagnostics]


class DescribeAnAmendment:
    """It restates what changes, under the numbers of the signed agreement."""

    def it_restates_a_passage_under_its_number(self, shared):
        assert changes(shared, notice="90 days") == [
            "1.2 Clause 3.1 (Leaving) of the Original Agreement is replaced by these words:",
            "3.1\tA party may leave by 90 days notice.",
        ]

    def it_gives_a_clause_that_comes_in_a_letter_and_renumbers_nothing(self, shared):
        """References in it lead to the numbers of the signed agreement."""
        assert changes(shared, pilot="yes") == [
            "1.2 After clause 1 (Definitions) of the Original Agreement these words come in:",
            "1A.\tPilot",
            "1A.1\tThe pilot ends with the notice of clause 3.",
            "1A.2\tThe law of the first Party governs the pilot.",
        ]

    def it_leaves_the_number_of_a_clause_that_goes_out_vacant(self, shared):
        """The clauses behind it keep theirs, so none of them is restated."""
        assert changes(shared, "A-0002", ownership="maker") == [
            "1.2 Clause 2 (Pilot) of the Original Agreement goes out, and its number stays vacant."
        ]

    def it_restates_the_whole_clause_where_a_passage_comes_in(self, shared):
        assert changes(shared, "A-0002", pilot="yes", ownership="joint")[2:] == [
            "1.3 Clause 3 (Results) of the Original Agreement is replaced by these words:",
            "3.\tResults",
            "3.1\tThe Parties own each Result together.",
            "3.2\tThe owner is all Parties.",
        ]

    def it_amends_a_definition_by_itself(self, shared):
        assert changes(shared, seats="8") == [
            "1.2 The definition of Result in clause 1 (Definitions) of the Original Agreement is "
            "replaced by this one:",
            "Result Result means everything that is made.",  # its text begins with the term too
        ]

    def it_names_the_day_from_which_it_applies(self, shared):
        assert changes(shared, notice="90 days", start="2027-09-01")[0] == (
            "1.2 It changes on 1 September 2027."
        )

    def it_is_refused_where_no_word_changes(self, shared):
        assert refused(shared) == [
            "nothing-to-amend: no word of A-0001 becomes another that an amendment could restate"
        ]

    def it_is_refused_where_a_party_joins(self, shared):
        assert refused(shared, parties=3) == [
            "amend-parties: A-0001 was signed by north, south, not by north, south, east"
        ]


def over_counsel(desk: Desk, **answers: object) -> Amendment:
    """An amendment of an agreement in which counsel had worded the clause on leaving."""
    text = standing(desk.registry, "A-0001")
    lines = tuple(
        one._replace(words="A party may leave when it likes.") if one.label == "3.1" else one
        for one in text.lines
    )
    how = Amending(Instructions(), desk.house_style())
    return draft_amendment(desk.library, replace(text, lines=lines), deal(**answers), how)


class DescribeWhatCounselWorded:
    """His words are never restated over."""

    def it_leaves_them_as_signed_and_says_what_the_library_would_say(self, shared):
        made = over_counsel(shared, notice="90 days", seats="8")
        (told,) = made.found.told
        assert told in made.draft.warnings
        assert (told.rule, told.says, told.cure) == (
            "amend-by-hand",
            "clause 3.1 (Leaving) was worded by counsel, "
            "so the amendment leaves it as it is signed",
            "amend it by hand; the library says now: A party may leave by 90 days notice.",
        )
        assert "90 days" not in made.draft.text()
        assert [one.words for one in made.found.lines if one.label == "3.1"] == [
            "A party may leave when it likes."
        ]

    def it_is_refused_where_nothing_else_changes(self, shared):
        with pytest.raises(Refused) as caught:
            over_counsel(shared, notice="90 days")
        assert [one.rule for one in caught.value.diagnostics] == [
            "nothing-to-amend",
            "amend-by-hand",
        ]


class DescribeTheGate:
    """What comes into a signed agreement goes through the one gate."""

    def it_asks_for_the_wordings_that_come_in_and_no_others(self, shared):
        how = Amending(Instructions("issue"), shared.house_style())
        text = standing(shared.registry, "A-0001")
        draft = draft_amendment(shared.library, text, deal(pilot="yes"), how).draft
        assert [fault.says for fault in draft.kept_back() if fault.rule == "not-approved"] == [
            "`changes/listed` is not approved",
            "`pilot/short` is not approved",
            "`law/small` is not approved",
        ]

    def it_hears_of_a_warning_that_the_signed_agreement_did_not_give(self, shared):
        made = proposal(shared.workshop, "A-0001", deal(notice="20 days")).made
        assert "The notice is short." in [one.says for one in made.draft.warnings]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """A clause changes, and changes again: what was planned and done each time."""
    folder = tmp_path_factory.mktemp("story")
    practice, cache = firm(folder / "firm"), folder / "cache"
    signed(desk_of(practice, cache))
    told: dict[str, object] = {}
    practice.edit("topics/exit/by-notice.md", "may leave", "can leave")
    desk = desk_of(practice, cache)
    plan = desk.plan()
    told["plan"] = print_plan(plan)
    told["first"] = list(desk.apply(plan, at("2027-04-01")))
    told["again"] = list(desk.apply(plan, at("2027-04-02")))
    told["under way"] = print_plan(desk.plan())
    rival = desk.record(_copy(desk), at("2027-04-02"), "Rival").held.id
    told["rival"] = rival
    sign(desk, "A-0002", "2027-04-03")
    told["signed"] = print_plan(desk.plan())
    practice.edit("topics/exit/by-notice.md", "can leave", "can go")
    desk = desk_of(practice, cache)
    told["second"] = list(desk.apply(desk.plan(), at("2027-05-01")))
    told["text"] = desk.registry.revision("A-0004").blocks
    told["desk"] = desk
    return told


def _copy(desk: Desk):  # type: ignore[no-untyped-def]
    return desk.library.draft(deal(notice="45 days"))


class DescribeTheAmendmentOfAChangedClause:
    """A plan names it, applying drafts it once, and the next one starts from there."""

    def it_is_planned_with_reason_and_words(self, story):
        assert story["plan"].splitlines() == [
            "A-0001  A deal  signed: gets an amendment",
            "  because the wording of Leaving changed (by-notice)",
            "    3.1 Leaving: ‘may’ becomes ‘can’",
            "",
            "1 signed, to be amended.",
        ]

    def it_is_recorded_as_an_agreement_of_its_own(self, story):
        (done,) = story["first"]
        assert (done.agreement, done.did, done.amendment, done.files) == (
            "A-0001", "amended", "A-0002", ("A-0002-amendment-1-of-a-0001-a-deal-r1.docx",)
        )  # fmt: skip

    def it_is_not_recorded_twice(self, story):
        assert [(one.did, one.amendment) for one in story["again"]] == [("already", "A-0002")]

    def it_is_told_while_it_waits_for_its_signature(self, story):
        assert story["under way"].splitlines()[-1] == (
            "A-0001 is signed; its amendment A-0002 is under way and says the same."
        )

    def it_makes_the_agreement_read_as_the_library_says_once_signed(self, story):
        assert "A-0001" not in story["signed"]

    def it_is_the_ground_of_the_next_one(self, story):
        assert [one.amendment for one in story["second"] if one.did == "amended"] == ["A-0004"]
        words = [block.text for block in story["text"]]
        assert "It was amended before." in words
        assert "3.1\tA party can go by 60\u00a0days notice." in words

    def it_goes_with_the_agreement_when_that_is_erased(self, story):
        desk = story["desk"]
        desk.erase("A-0001", at("2027-06-01"), "asked for")
        left = [one.id for one in desk.registry.agreements() if not one.erased]
        assert left == [story["rival"]]
        assert desk.registry.verify() == ()


@pytest.fixture
def finished(tmp_path: Path) -> Desk:
    """A signed agreement whose amendment went out as counsel worded it, and was signed so."""
    desk = desk_of(firm(tmp_path / "firm"), tmp_path / "cache")
    signed(desk)
    amendment = desk.amend("A-0001", deal(notice="90 days"), at("2027-03-03")).held.id
    clean = desk.issue(amendment, at("2027-03-04"), ANYWAY).file
    words = edited(clean, reword)
    counsel = (*ANYWAY, override("counsel-words", "Head of Legal", "2027-03-05", "a test"))
    desk.issue(amendment, at("2027-03-05"), counsel, counsel=("counsel.docx", words))
    desk.sign(amendment, at("2027-03-06"), overrides=ANYWAY)
    return desk


class DescribeAnAmendmentThatCounselFinished:
    """What it left is known as it was drafted: the next one says so."""

    def it_is_told_with_the_next_amendment(self, finished: Desk):
        made = finished.amend("A-0001", deal(notice="120 days"), at("2027-04-01"))
        assert [one.says for one in made.agreement.warnings if one.rule == "amend-by-hand"] == [
            "A-0002 was worded by counsel before it was signed: the file of counsel's that went "
            "out as revision 1 differs in 1 paragraph; what it left is taken as it was drafted"
        ]


class DescribeAnAgreementThatIsNotSigned:
    """Before the signature it is not amended: it gets a new revision."""

    def it_gets_its_next_revision(self, tmp_path: Path):
        desk = desk_of(firm(tmp_path / "firm"), tmp_path / "cache")
        held = desk.record(desk.library.draft(deal()), at("2027-03-01"), "A deal").held
        made = desk.amend(held.id, deal(notice="90 days"), at("2027-03-02"))
        assert (made.held.id, made.held.revision, made.amends) == ("A-0001", 2, "")

    def it_is_refused_where_another_amendment_was_signed_meanwhile(self, tmp_path: Path):
        desk = desk_of(firm(tmp_path / "firm"), tmp_path / "cache")
        signed(desk)
        first = desk.amend("A-0001", deal(notice="90 days"), at("2027-03-03"))
        other = proposal(desk.workshop, "A-0001", deal(seats="8")).drafted
        second = desk.registry.record(other, "Another", at("2027-03-04"))
        sign(desk, first.held.id, "2027-03-05")
        with pytest.raises(Refused, match="A-0001 was amended by A-0002 since A-0003 was drafted"):
            desk.issue(second.id, at("2027-03-06"), ANYWAY)
