"""The interview line by line, over a small library: lists, commands, warnings, typed words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.command import answers_of
from support.examples import starter
from support.small import PARTIES, small

from drafter.cli.asking.conversation import Conversation, InputEnded, Stopped
from drafter.cli.asking.deal import AddressBook
from drafter.cli.asking.interview import Session
from drafter.cli.asking.screens import ScreenLook, question_screen
from drafter.intake.answer_text import choices
from drafter.intake.form import form

REST = {"topics/exit/by-notice.md": "Leave by {notice} notice; {residue} has the rest.\n"}


class Sitting:
    """Types lines and remembers what was said and saved."""

    def __init__(self, answers=None, by="Counsel", each=True, **more):
        self.saved, self.said = [], []
        start = form(small(**REST), {"precedent": "simple", "answers": answers or {}})
        self.session = Session(
            start,
            Conversation(self._read, self.said.append),
            self.saved.append,
            by=by,
            on="2027-03-01",
            each=each,
            **more,
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

    def it_is_not_lost_by_saying_that_it_is_not_known(self):
        sitting = Sitting().types("a", "North", "-", ":k")
        assert sitting.answers["parties"] == {"north": {"name": "North"}}
        assert "The list holds 1" in sitting.talk

    def it_is_never_not_known_where_no_draft_is_made_without_it(self):
        sitting = Sitting().types(":k")
        assert "No draft is made without it" in sitting.talk
        assert "unknown" not in sitting.session.form.data

    def it_says_inside_a_record_why_it_asks_and_which_keys_there_are(self):
        sitting = Sitting().types("a", "?", ":h", "North", "?", "1")
        assert sitting.talk.count("The agreement prints it.") == 2
        assert "At a question Enter decides nothing" in sitting.talk
        assert sitting.answers["parties"] == {"north": {"name": "North", "size": "small"}}

    def it_takes_a_removal_back(self):
        sitting = Sitting(BOTH).types(":g parties", "x 1", ":u")
        assert "Removed: North. :u takes it back." in sitting.talk
        assert sitting.answers == BOTH

    def it_keeps_what_is_not_known_of_a_record(self):
        sitting = Sitting().types("a", ":k", "1", "a", "South", "1")
        assert sitting.session.form.data["unknown"] == ["parties.party-1.name"]
        assert sitting.session.form.asked["parties"].missing == ()


class DescribeARow:
    def it_fills_a_record_and_echoes_each_field(self):
        sitting = Sitting().types("North; 2 | South; -", "done")
        assert sitting.answers["parties"] == {
            "north": {"name": "North", "size": "large"},
            "south": {"name": "South"},
        }
        assert "Saved: name: North." in sitting.talk
        assert "Saved: size: Large." in sitting.talk

    def it_is_taken_whole_or_not_where_it_has_a_part_too_many(self):
        sitting = Sitting().types("North; 2; Leeds")
        assert "The row has 3 parts for 2 fields; nothing is taken." in sitting.talk
        assert "parties" not in sitting.answers

    def it_says_which_field_it_cannot_read_and_keeps_the_others(self):
        sitting = Sitting().types("North; huge", "e 1", "2 large", "")
        assert "`huge` is none of the lines" in sitting.talk
        assert sitting.answers["parties"] == {"north": {"name": "North", "size": "large"}}

    def it_may_begin_at_any_field(self):
        sitting = Sitting().types("a", "North; small")
        assert sitting.answers["parties"] == {"north": {"name": "North", "size": "small"}}


class DescribeTheAddressBook:
    def sits(self, *lines, parties=None):
        self.kept = {}

        def keep(id, fields):
            self.kept[id] = fields
            return f"parties/{id}.yaml"

        book = AddressBook(parties or {}, keep)
        return Sitting(book=book).types(*lines)

    def it_keeps_a_party_when_it_is_first_used(self):
        sitting = self.sits("North; small | South", "done")
        assert self.kept == {
            "north": {"name": "North", "size": "small"},
            "south": {"name": "South"},
        }
        assert "Kept in the address book: parties/north.yaml." in sitting.talk

    def it_gives_a_party_by_its_number(self):
        sitting = self.sits(
            "b 1", "South", "done", parties={"north": {"name": "North", "size": "large"}}
        )
        assert "b 1  North, from the address book" in sitting.talk
        assert sitting.answers["parties"] == {"north": {"name": "North", "size": "large"}}

    def it_is_not_changed_by_what_a_deal_says_otherwise(self):
        kept = {"north": {"name": "North", "size": "large"}}
        sitting = self.sits("b 1", "e 1", "2 small", "South; -", "done", parties=kept)
        assert "The address book has north otherwise, and keeps it so: size." in sitting.talk
        assert self.kept == {"south": {"name": "South"}}

    def it_says_what_of_a_party_is_no_answer_here(self):
        sitting = self.sits(
            "b 1",
            "b 1",
            "b 7",
            parties={"north": {"name": "North", "size": "huge", "colour": "red"}},
        )
        assert "Not taken: size, which is no answer here." in sitting.talk
        assert "Not taken: colour, which is no answer here." in sitting.talk
        assert "is a party of this deal already" in sitting.talk
        assert "The address book has no party 7." in sitting.talk
        assert sitting.answers["parties"] == {"north": {"name": "North"}}


class DescribeATableOfASection:
    """Shown after what only a person can know."""

    def sits(self, *lines):
        return Sitting(BOTH, each=False).types(*lines)

    def it_shows_what_is_recommended_and_what_waits(self):
        talk = self.sits().talk
        assert "1.2 * Who owns the results? All" in talk
        assert "1.4 How long is the notice? [to answer]" in " ".join(talk.split())
        assert "Enter takes the 1 recommended, and leaves 1 to answer later" in talk

    def it_is_taken_by_enter_and_said_to_be(self):
        sitting = self.sits("")
        assert sitting.answers == {**BOTH, "ownership": "joint"}
        assert sitting.session.form.data["given"]["ownership"]["how"] == "taken"
        assert "1 to answer: each stands as a blank in the draft." in sitting.talk

    def it_is_changed_by_number_several_at_once(self):
        sitting = self.sits("1.2 maker; 1.4 30 days", "1.3 lead", "")
        assert sitting.answers == {
            **BOTH, "ownership": "maker", "residue": "lead", "notice": "30 days"
        }  # fmt: skip
        assert "1.3 Who owns the rest? [to answer]" in " ".join(sitting.talk.split())

    def it_opens_a_row_and_comes_back(self):
        sitting = self.sits("1.4", "30 days")
        assert "-- 1.4 The deal" in sitting.talk
        assert sum(line.startswith("  1.2 * ") for line in sitting.said) == 2
        assert sitting.answers["notice"] == "30 days"

    def it_says_why_and_takes_nothing_by_that(self):
        sitting = self.sits("?", "soon", "9.9 x")
        assert "All: because two can agree" in sitting.talk
        assert "begin with the number of a row" in sitting.talk
        assert "No row here has the number 9.9." in sitting.talk
        assert sitting.answers == BOTH

    def it_is_passed_without_taking_anything(self):
        sitting = self.sits(":n", "")
        assert sitting.answers == BOTH
        assert "Recommended and not confirmed: 1." in sitting.talk

    def it_keeps_what_was_left_for_later_in_the_record(self):
        sitting = self.sits(":n")
        left = {"by": "Counsel", "on": "2027-03-01", "how": "left for later"}
        assert sitting.session.form.data["given"]["ownership"] == left
        assert "Left for later: 2." in sitting.talk
        assert "Left for later with :n: ownership, notice." in sitting.talk

    def it_is_not_asked_again_in_a_later_sitting_of_what_was_left_for_later(self):
        data = self.sits(":n").session.form.data
        again = Sitting(each=False)
        again.session.form = form(small(**REST), data)
        assert "Draft it now?" in again.types("m").talk
        assert again.said.index("Who owns the results?") > 0
        assert again.session.form.data["answers"] == BOTH

    def it_is_answered_later_and_loses_the_mark(self):
        sitting = self.sits(":n", "m", "joint")
        assert sitting.answers["ownership"] == "joint"
        assert "how" not in sitting.session.form.data["given"]["ownership"]

    def it_takes_a_leaving_back(self):
        assert "given" not in self.sits(":n", ":u").session.form.data

    def it_takes_nothing_by_an_enter_that_was_typed_before_it_was_shown(self):
        sitting = Sitting(BOTH, each=False)
        sitting.session.talk.is_ahead = lambda: True
        assert sitting.types("", "", "").answers == BOTH
        assert "it takes nothing" in sitting.talk

    def it_is_gone_back_to_from_the_review(self):
        sitting = self.sits("", ":b", "1.4 30 days")
        assert sitting.answers["notice"] == "30 days"

    def it_goes_on_with_the_rest_for_whoever_wants(self):
        assert self.sits("", "m", "-", "30 days").answers["notice"] == "30 days"


class DescribeASpecialTerm:
    TYPED = (":term", "Care", "The Lead trains the staff.", "exit", "staff is new", "")

    def it_stands_beside_the_answers(self):
        sitting = Sitting(BOTH).types(*self.TYPED)
        assert sitting.session.form.data["special_terms"] == {
            "care": {"heading": "Care", "text": "The Lead trains the staff.", "after": "exit",
                     "by": "Counsel", "reason": "staff is new"}}  # fmt: skip

    def it_is_changed_and_taken_out(self):
        sitting = Sitting(BOTH).types(
            *self.TYPED, ":term 1", "", "", "instead of results", "", "", ":term"
        )
        (term,) = sitting.session.form.data["special_terms"].values()
        assert (term["replaces"], term.get("after")) == ("results", None)
        gone = Sitting(BOTH).types(*self.TYPED, ":term x 1")
        assert "special_terms" not in gone.session.form.data

    def it_is_none_where_the_person_turns_away(self):
        sitting = Sitting(BOTH).types(":term", "Care", "Text.", "nowhere", ":b")
        assert "is none of the lines" in sitting.talk
        assert "special_terms" not in sitting.session.form.data


class DescribeCommands:
    def it_takes_back_the_last_answer(self):
        sitting = Sitting(BOTH).types(":g notice", "30 days", ":u")
        assert sitting.answers == BOTH
        assert "Undone: notice." in sitting.talk

    def it_goes_back_to_the_question_before(self):
        sitting = Sitting(BOTH).types("maker", ":b", "joint")
        assert sitting.answers["ownership"] == "joint"

    def it_goes_back_from_the_review_to_the_last_question(self):
        answers = {**BOTH, "ownership": "joint", "notice": "30 days"}
        sitting = Sitting(answers).types(":g notice", "", ":b", "60 days")
        assert sitting.answers["notice"] == "60 days"

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
        assert "Saved: 1 answer as recommended." in sitting.talk

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

    def it_tells_what_a_menu_takes(self):
        sitting = Sitting(BOTH).types(":g precedent", "?", ":h", "1")
        assert "It decides which clauses there are" in sitting.talk
        assert "At a question Enter decides nothing" in sitting.talk

    def it_chooses_another_agreement_and_enter_keeps_this_one(self):
        kept = Sitting(BOTH).types(":g precedent", "")
        assert "Now: Simple agreement. Enter keeps it." in kept.talk
        assert not kept.saved

    def it_stops(self):
        assert Sitting().types("a", "North", ":q", "1").answers["parties"] == {
            "north": {"name": "North"}
        }


WAYS = (":b", ":s", ":r", ":r 1", ":w", ":d", ":a", ":h", "?", ":g notice", ":g 1.2", ":g parties")


class DescribeGoingAboutADeal:
    """Back, forth, and round about: to look is no answer."""

    @settings(max_examples=40, deadline=None)
    @given(st.lists(st.sampled_from(WAYS), max_size=12), st.booleans())
    def it_loses_nothing_and_gives_nothing(self, ways, each):
        answers = {**BOTH, "ownership": "maker", "residue": "lead", "lead": "north"}
        sitting = Sitting(answers, each=each).types(*ways)
        assert sitting.answers == answers
        assert not sitting.saved


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
