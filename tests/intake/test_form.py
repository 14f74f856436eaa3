"""What a web form asks of the form, and gets."""

from support.examples import starter
from support.small import PARTIES, small

from drafter.intake.form import form
from drafter.intake.model import UNKNOWN, State
from drafter.intake.resume import resumed


def empty(**answers):
    return form(small(), {"precedent": "simple", "answers": answers})


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

    def it_names_what_was_set_aside_and_what_came_back(self):
        before = empty(parties=PARTIES, ownership="maker", residue="lead")
        away = before.answer({"ownership": "joint"})
        assert away.since(before).set_aside == ("residue",)
        assert away.answer({"ownership": "maker"}).since(away).back == ("residue",)


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
        record, told = resumed(self.LIBRARY, data)
        assert record["answers"] == {"notice": "30 days", "ownership": "joint"}
        assert record["given"] == {"notice": {"by": "Counsel"}}
        assert len(told) == 2

    def it_drops_nothing_that_it_does_not_know(self):
        record, _ = resumed(self.LIBRARY, {"precedent": "simple", "answers": {"colour": "red"}})
        again = form(self.LIBRARY, record).answer({"notice": "30 days"})
        assert again.data["answers"] == {"notice": "30 days", "colour": "red"}
        assert again.faults[0].questions == ("colour",)
