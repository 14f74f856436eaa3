"""The interview line by line, over a small library: lists, commands, warnings, typed words."""

import pytest
from support.command import answers_of
from support.examples import starter
from support.small import PARTIES, small

from drafter.cli.asking.conversation import Conversation, InputEnded, Stopped
from drafter.cli.asking.interview import Session
from drafter.cli.asking.screens import ScreenLook, question_screen
from drafter.intake.answer_text import choices
from drafter.intake.form import form

REST = {"topics/exit/by-notice.md": "Leave by {notice} notice; {residue} has the rest.\n"}


class Sitting:
    """Types lines and remembers what was said and saved."""

    def __init__(self, answers=None, by="Counsel"):
        self.saved, self.said = [], []
        start = form(small(**REST), {"precedent": "simple", "answers": answers or {}})
        self.session = Session(
            start,
            Conversation(self._read, self.said.append),
            self.saved.append,
            by=by,
            on="2027-03-01",
        )

    def types(self, *lines):
        self.lines = iter(lines)
        with pytest.raises((InputEnded, Stopped)):
            self.session.run()
        return self

    def _read(self):
        try:
            return next(self.lines)
        except StopIteration:
            raise InputEnded from None

    @property
    def answers(self):
        return self.session.form.data["answers"]

    @property
    def talk(self):
        return " ".join(self.said)


BOTH = {"parties": PARTIES}


class DescribeAList:
    def it_grows_and_each_field_is_saved_when_it_is_typed(self):
        sitting = Sitting().types("a", "North", "1", "a", "South", "-", "a", "West")
        assert sitting.answers["parties"] == {
            "north": {"name": "North", "size": "small"},
            "south": {"name": "South"},
            "west": {"name": "West"},
        }
        assert len(sitting.saved) >= 4

    def it_is_not_done_below_its_least_number(self):
        sitting = Sitting().types("a", "North", "1", "done")
        assert "At least 2 are needed; there are 1." in sitting.talk

    def it_copies_edits_and_moves(self):
        sitting = Sitting(BOTH).types(
            ":g parties", "c 1", "East", "2", "e 2 size", "1", "m 3 1", "done"
        )
        assert list(sitting.answers["parties"].items()) == [
            ("east", {"name": "East", "size": "large"}),
            ("north", {"name": "North"}),
            ("south", {"name": "South", "size": "small"}),
        ]

    def it_asks_before_a_record_goes_that_others_name(self):
        answers = {**BOTH, "lead": "north"}
        kept = Sitting(answers).types(":g parties", "x 1", "")
        assert "1 answer names North: lead." in kept.talk
        assert kept.answers["parties"].keys() == {"north", "south"}
        gone = Sitting(answers).types(":g parties", "x 1", "North")
        assert gone.answers["parties"].keys() == {"south"}
        assert gone.answers["lead"] == "north"  # kept, and at fault
        assert gone.session.form.faults_of("lead")

    def it_gives_a_short_name_that_other_answers_follow(self):
        sitting = Sitting({**BOTH, "lead": "south"}).types(":g parties", "n 2 Sud-GmbH")
        assert list(sitting.answers["parties"]) == ["north", "sud-gmbh"]
        assert sitting.answers["lead"] == "sud-gmbh"
        assert "Its short name is sud-gmbh." in sitting.talk
        refused = Sitting(BOTH).types(":g parties", "n 2 two words", "n 2 north")
        assert "lower case letters" in refused.talk
        assert "another record" in refused.talk
        assert refused.answers == BOTH

    def it_takes_a_removal_back(self):
        sitting = Sitting(BOTH).types(":g parties", "x 1", ":u")
        assert "Removed: North. :u takes it back." in sitting.talk
        assert sitting.answers == BOTH

    def it_keeps_what_is_not_known_of_a_record(self):
        sitting = Sitting().types("a", ":k", "1", "a", "South", "1")
        assert sitting.session.form.data["unknown"] == ["parties.party-1.name"]
        assert sitting.session.form.asked["parties"].missing == ()


class DescribeCommands:
    def it_takes_back_the_last_answer(self):
        sitting = Sitting(BOTH).types(":g notice", "30 days", ":u")
        assert sitting.answers == BOTH
        assert "Undone: notice." in sitting.talk

    def it_goes_back_to_the_question_before(self):
        sitting = Sitting(BOTH).types("maker", ":b", "joint")
        assert sitting.answers["ownership"] == "joint"

    def it_leaves_an_answer_alone_on_enter(self):
        sitting = Sitting({**BOTH, "notice": "30 days"}).types(":g notice", "")
        assert sitting.answers["notice"] == "30 days"
        assert not sitting.saved

    def it_takes_a_recommendation_by_a_star_and_says_so_in_the_record(self):
        sitting = Sitting(BOTH).types("*")
        assert sitting.answers["ownership"] == "joint"
        assert sitting.session.form.data["given"]["ownership"] == {
            "by": "Counsel",
            "on": "2027-03-01",
            "how": "taken",
        }

    def it_takes_those_of_a_section_after_one_yes_alone(self):
        assert "ownership" not in Sitting(BOTH).types(":take", "y").answers
        assert Sitting(BOTH).types(":take", "yes").answers["ownership"] == "joint"

    def it_counts_at_the_review_what_nobody_confirmed_and_takes_all_of_it(self):
        sitting = Sitting(BOTH).types(":r", ":take all", "yes", ":r")
        assert sitting.talk.count("Recommended and not confirmed: 1. :take all lists them.") == 1
        assert sitting.session.form.data["given"]["ownership"] == {
            "by": "Counsel",
            "on": "2027-03-01",
            "how": "taken",
        }
        assert "Saved: 1 answers as recommended." in sitting.talk

    def it_says_why_and_what_each_option_would_add(self):
        sitting = Sitting(BOTH).types("?")
        assert "If you pick 1: 1 more to answer; settles Results (maker owns)." in sitting.talk

    def it_lists_what_was_set_aside(self):
        sitting = Sitting({**BOTH, "ownership": "maker", "residue": "lead"}).types(
            ":g ownership", "joint", ":a"
        )
        assert "Set aside, kept but not used (:a): residue." in sitting.talk
        assert "residue  Who owns the rest? The lead" in sitting.talk
        assert "not asked, because: 1.2 Who owns the results? All" in sitting.talk

    def it_brings_back_what_was_set_aside_with_the_answer_that_kept_it_out(self):
        sitting = Sitting({**BOTH, "ownership": "joint", "residue": "lead"}).types(
            ":g ownership", "maker", ":a"
        )
        assert "Used again: residue." in sitting.talk
        assert "Nothing is set aside." in sitting.talk

    def it_chooses_another_agreement_and_enter_keeps_this_one(self):
        kept = Sitting(BOTH).types(":g precedent", "")
        assert "Now: Simple agreement. Enter keeps it." in kept.talk
        assert not kept.saved

    def it_stops(self):
        assert Sitting().types("a", "North", ":q", "1").answers["parties"] == {
            "north": {"name": "North"}
        }


class DescribeAScreen:
    def it_fits_a_narrow_window(self):
        form = starter().form(answers_of("smart-handbag"))
        for look in (ScreenLook(plain=True, width=40), ScreenLook(width=40)):
            for asked in form.asked.values():
                lines = question_screen(form, asked, choices(form, asked.question), look)
                assert max(map(len, lines)) <= 40


class DescribeAWarning:
    def it_arises_with_its_cause_and_enter_decides_nothing(self):
        sitting = Sitting(BOTH).types(":g notice", "10 days", "")
        assert "Warning R1: The notice is short." in sitting.talk
        assert "How long is the notice? 10 days" in sitting.talk
        assert "overrides" not in sitting.session.form.data

    def it_is_kept_by_somebody_for_a_reason(self):
        sitting = Sitting(BOTH).types(":g notice", "10 days", ":keep R1 The board wants it", ":w")
        assert sitting.session.form.data["overrides"] == [
            {"what": "R1", "by": "Counsel", "on": "2027-03-01", "reason": "The board wants it"}
        ]
        assert "No warning stands." in sitting.talk

    def it_opens_again_when_an_answer_under_it_changes(self):
        sitting = Sitting(BOTH).types(
            ":g notice",
            "10 days",
            ":keep R1 The board wants it",
            ":g fee",
            "EUR 5",
            ":g notice",
            "5 days",
        )
        assert sitting.talk.count("Kept no longer") == 1
        assert "changed (:w): R1." in sitting.talk
        assert not sitting.session.form.data["overrides"]
