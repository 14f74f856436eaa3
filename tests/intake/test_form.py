"""What a web form asks of the form, and gets."""

import pytest
from support.command import answers_of
from support.examples import starter
from support.small import PARTIES, small

from drafter.intake.effect import Effect, TopicChange
from drafter.intake.form import form
from drafter.intake.model import UNKNOWN, State
from drafter.library.old_answers import carried_over

REST = {"topics/exit/by-notice.md": "Leave by {notice} notice; {residue} has the rest.\n"}
NEW = {"party-1": {"name": "Maison V"}, "south": {"name": "South"}}
TERM = {"heading": "Cup return", "text": "Return it.", "after": "exit", "by": "",
        "reason": "lent"}  # fmt: skip


def empty(**answers):
    return form(small(**REST), {"precedent": "simple", "answers": answers})


class DescribeAPatch:
    def it_leaves_alone_what_it_does_not_name(self):
        assert empty(notice="30 days").answer({"fee": "EUR 5"}).data["answers"] == {
            "notice": "30 days", "fee": "EUR 5"}  # fmt: skip

    def it_makes_absent_with_none(self):
        after = empty(notice="30 days").answer({"notice": None})
        assert after.data["answers"] == {}
        assert after.asked["notice"].state is State.OPEN

    def it_says_not_known_yet_on_purpose(self):
        after = empty(notice="30 days").answer({"notice": UNKNOWN})
        assert after.data["answers"] == {}
        assert after.data["unknown"] == ["notice"]
        assert after.asked["notice"].state is State.UNKNOWN
        assert after.answer({"notice": "10 days"}).data["unknown"] == []

    def it_reaches_one_field_of_a_record(self):
        start = empty(parties=PARTIES)
        after = start.answer({"parties.north.name": "Norden", "parties.south.name": UNKNOWN})
        assert after.data["answers"]["parties"] == {"north": {"name": "Norden"}, "south": {}}
        assert after.data["unknown"] == ["parties.south.name"]
        assert start.data["answers"]["parties"] == PARTIES
        gone = after.answer({"parties": {"north": {"name": "Norden"}}})
        assert gone.data["unknown"] == []

    def it_keeps_who_answered_when_and_how(self):
        after = empty().answer({"notice": "30 days"}, by="Counsel", on="2027-03-01")
        assert after.data["given"] == {"notice": {"by": "Counsel", "on": "2027-03-01"}}
        assert after.answer({"notice": None}).data["given"] == {}


class DescribeARecommendation:
    def it_is_offered_with_its_reason_and_not_taken(self):
        asked = empty(parties=PARTIES).asked["ownership"]
        assert (asked.offer.answer, asked.offer.because) == ("joint", "two can agree")
        assert (asked.state, asked.answer) == (State.OPEN, None)

    def it_is_taken_on_purpose_and_recorded_as_taken(self):
        after = empty(parties=PARTIES).take("ownership", by="Counsel")
        assert after.data["answers"]["ownership"] == "joint"
        assert after.data["given"]["ownership"] == {"by": "Counsel", "how": "taken"}


class DescribeTheFormInOneLine:
    def it_says_which_agreement_and_how_far(self):
        assert repr(empty(parties=PARTIES)) == (
            "<Form of simple: 1 answered, 2 sure to come, up to 1 more>")  # fmt: skip
        assert len(repr(starter())) < 80
        assert "\n" not in repr(starter().draft(answers_of("workout-rewards")))


class DescribeFaults:
    def it_tells_all_of_them_by_question_and_record(self):
        parties = {"north": {"name": "North", "size": "huge"}, "south": {"nome": "South"}}
        faulty = empty(parties=parties, notice="soon", fee="EUR 5")
        assert sorted(name for fault in faulty.faults for name in fault.questions) == [
            "notice", "parties.north.size", "parties.south.nome"]  # fmt: skip
        assert "soon" in faulty.faults_of("notice")[0].says
        assert not faulty.faults_of("fee")

    def it_counts_a_faulty_answer_as_open_and_keeps_it(self):
        faulty = empty(notice="soon")
        assert faulty.asked["notice"].state is State.OPEN
        assert faulty.data["answers"]["notice"] == "soon"


class DescribeTheEffect:
    def it_names_what_was_settled_and_what_is_asked_now(self):
        before = empty(parties=PARTIES)
        effect = before.answer({"ownership": "maker"}).since(before)
        assert [(one.heading, one.after) for one in effect.topics] == [("Results", ("maker-owns",))]

    @pytest.mark.parametrize(("before", "after", "told"), [
        (("a", "b"), ("a",), "Settled"), (("a",), ("b",), "Changed"),
        (("a",), ("a", "b"), "Open again"),
        (("left-out",), ("a",), "In"), ((), ("a", "left-out"), "In, still open"),
        (("a", "left-out"), ("left-out",), "Out"), (("a",), (), "Out"),
        (("a", "b", "left-out"), ("a", "left-out"), "Narrowed"),
    ])  # fmt: skip
    def it_says_in_a_word_what_became_of_a_clause(self, before, after, told):
        effect = Effect((TopicChange("results", "Results", before, after),), (), (), ())
        assert [how for how, _ in effect.outcomes] == [told]

    def it_names_what_was_set_aside_and_what_came_back(self):
        before = empty(parties=PARTIES, ownership="maker", residue="lead")
        away = before.answer({"ownership": "joint"})
        assert away.since(before).set_aside == ("residue",)
        assert away.answer({"ownership": "maker"}).since(away).back == ("residue",)


class DescribeAnotherAgreement:
    def it_sets_aside_what_it_does_not_ask_and_uses_it_again(self):
        start = starter().form(answers_of("smart-handbag"))
        other = start.choose("co-marketing")
        assert "pilot_scope" in other.set_aside
        assert "pilot_scope" in other.since(start).set_aside
        assert other.data["answers"] == start.data["answers"]
        assert other.choose("co-development") == start

    def it_names_the_clauses_that_go(self):
        start = starter().form(answers_of("smart-handbag"))
        effect = start.choose("co-marketing").since(start)
        gone = {one.topic for one in effect.topics if not one.after}
        headings = {start.library.topics[topic].heading for topic in gone}
        assert headings == set(dict(effect.outcomes)["Out"])
        assert "exclusivity" not in gone
        assert gone <= set(start.precedent.topics) - set(
            starter().clauses.precedents["co-marketing"].topics)  # fmt: skip
        assert gone


class DescribeARecord:
    def it_is_called_by_its_name_once_it_has_one(self):
        form, id = empty(parties=NEW).words.named("parties", "party-1")
        assert id == "maison-v"
        assert list(form.data["answers"]["parties"]) == ["maison-v", "south"]

    def it_keeps_its_id_while_an_answer_names_it(self):
        form = empty(parties=NEW, lead="party-1")
        assert form.words.named("parties", "party-1") == (form, "party-1")

    def it_is_renamed_with_all_that_names_it_and_who_answered(self):
        start = empty(parties=PARTIES).answer(
            {"parties.south.size": UNKNOWN, "lead": "south"}, by="Counsel"
        )
        after = start.rename_record("parties", "south", "sud")
        assert after.data["answers"]["lead"] == "sud"
        assert after.data["unknown"] == ["parties.sud.size"]
        assert after.data["given"] == start.data["given"]
        assert not after.faults
        assert after.rename_record("parties", "sud", "south") == start


class DescribeWhatStandsBeside:
    def it_adds_changes_and_drops_a_special_term(self):
        form = empty(notice="30 days").put_term(TERM)
        assert form.words.special_terms == {
            "cup-return": {key: word for key, word in TERM.items() if word}}  # fmt: skip
        assert form.put_term({**TERM, "heading": "Cups"}, "cup-return").words.special_terms[
            "cup-return"]["heading"] == "Cups"  # fmt: skip
        assert form.drop_term("cup-return") == empty(notice="30 days")

    def it_keeps_a_warning_for_a_reason_until_it_is_opened_again(self):
        form = empty(notice="10 days")
        (warned,) = form.words.standing
        kept = form.keep(warned.rule.id, "Counsel", "2027-03-01", "the board wants it")
        assert not kept.words.standing
        assert kept.reopen("R1").words.standing
        with pytest.raises(KeyError):
            kept.keep("R1", "Counsel", "2027-03-01", "again")

    def it_opens_a_warning_again_when_an_answer_under_it_changes(self):
        kept = empty(notice="10 days").keep("R1", "Counsel", "2027-03-01", "the board wants it")
        assert kept.answer({"fee": "EUR 5"}).data["overrides"] == kept.data["overrides"]
        assert kept.answer({"notice": "10 days"}).data["overrides"] == kept.data["overrides"]
        for other in ("20 days", UNKNOWN, None):
            after = kept.answer({"notice": other})
            assert after.data["overrides"] == []
            assert after.since(kept).reopened == ("R1",)


class DescribeBeforeAnAgreementIsChosen:
    def it_asks_what_every_agreement_asks(self):
        asked = set(starter().form().asked)
        every = [set(one.asks) for one in starter().clauses.precedents.values()]
        assert asked <= set.intersection(*every)
        assert starter().form().next.question.id == "parties"


class DescribeANewerLibrary:
    LIBRARY = small(**{"renamed.yaml": "questions: {period: notice}\n"
                       "options: {ownership.shared: joint}\n"})  # fmt: skip

    def it_carries_renames_over_and_says_so(self):
        data = {"precedent": "simple", "answers": {"period": "30 days", "ownership": "shared"},
                "given": {"period": {"by": "Counsel"}}}  # fmt: skip
        record, told = carried_over(self.LIBRARY, data)
        assert record["answers"] == {"notice": "30 days", "ownership": "joint"}
        assert record["given"] == {"notice": {"by": "Counsel"}}
        assert len(told) == 2

    def it_gives_a_page_the_form_of_the_new_names(self):
        data = {"precedent": "simple", "answers": {"period": "30 days"}}
        carried, told = form(self.LIBRARY, data).carried_over()
        assert carried.data["answers"] == {"notice": "30 days"}
        assert told == ("Renamed: period is now notice; your answer is carried over.",)
        assert carried.carried_over() == (carried, ())

    def it_drops_nothing_that_it_does_not_know(self):
        record, _ = carried_over(
            self.LIBRARY, {"precedent": "simple", "answers": {"colour": "red"}}
        )
        again = form(self.LIBRARY, record).answer({"notice": "30 days"})
        assert again.data["answers"] == {"notice": "30 days", "colour": "red"}
        assert again.faults[0].questions == ("colour",)
