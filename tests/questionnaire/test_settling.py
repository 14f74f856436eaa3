"""A deal: what is asked, what each question stands at, and where that came from."""

from __future__ import annotations

from support.small import PARTIES, deal, questionnaire

from drafter.kinds.model import Missing, Points, Record
from drafter.questionnaire.answers import read_answers
from drafter.questionnaire.deal import print_answer_of, settle


class DescribeAQuestion:
    def it_is_answered_absent_unknown_or_not_asked(self) -> None:
        settled = deal({"parties": PARTIES, "ownership": "joint"}, unknown=["notice"])
        assert settled.value("ownership") == "joint"
        assert settled.value("fee") is Missing.ABSENT
        assert settled.value("notice") is Missing.UNKNOWN
        assert settled.value("residue") is Missing.NOT_ASKED

    def it_stays_open_while_it_is_not_known_whether_it_is_asked(self) -> None:
        settled = deal({"parties": PARTIES, "residue": "lead"}, unknown=["ownership"])
        assert settled.value("residue") is Missing.ABSENT
        assert settled.set_aside == ()


class DescribeARecommendation:
    def it_fills_an_absent_answer_and_is_remembered(self) -> None:
        settled = deal({"parties": PARTIES})
        assert settled.value("ownership") == "joint"
        assert settled.origin["ownership"] == "recommended"
        assert settled.taken["ownership"].because == "two can agree"

    def it_never_fills_an_unknown_answer(self) -> None:
        settled = deal({"parties": PARTIES}, unknown=["ownership"])
        assert settled.value("ownership") is Missing.UNKNOWN
        assert not settled.taken

    def it_gives_way_to_a_given_answer(self) -> None:
        settled = deal({"parties": PARTIES, "ownership": "maker"})
        assert settled.value("ownership") == "maker"
        assert settled.origin["ownership"] == "answered"

    def it_may_be_no_opinion(self) -> None:
        three = {**PARTIES, "west": {"name": "West"}}
        assert deal({"parties": three}).value("ownership") is Missing.ABSENT

    def it_waits_for_the_answer_that_it_hangs_on(self) -> None:
        assert deal({}).value("ownership") is Missing.ABSENT

    def it_is_not_taken_in_an_interview(self) -> None:
        data = {"precedent": "simple", "answers": {"parties": PARTIES}}
        settled = settle(questionnaire(), read_answers(data, questionnaire()), unattended=False)
        assert settled.value("ownership") is Missing.ABSENT


class DescribeAnAnswerThatIsNoLongerAsked:
    def it_is_set_aside_and_never_used(self) -> None:
        settled = deal({"parties": PARTIES, "ownership": "joint", "residue": "lead"})
        assert settled.set_aside == ("residue",)
        assert settled.value("residue") is Missing.NOT_ASKED

    def it_may_be_one_that_was_said_to_be_unknown(self) -> None:
        settled = deal({"parties": PARTIES, "ownership": "joint"}, unknown=["residue"])
        assert settled.set_aside == ("residue",)


class DescribeARecord:
    def it_has_its_own_unknown_fields(self) -> None:
        settled = deal({"parties": PARTIES}, unknown=["parties.north.size"])
        north, south = settled.value("parties")  # type: ignore[misc, union-attr]
        assert isinstance(north, Record)
        assert isinstance(south, Record)
        assert north.values["size"] is Missing.UNKNOWN
        assert "size" not in south.values
        assert settled.record(Points("parties", "north")) is north

    def it_is_nothing_where_no_record_has_the_id(self) -> None:
        assert deal({"parties": PARTIES}).record(Points("parties", "west")) is None


class DescribeAnAnswerInWords:
    def it_is_what_an_answers_file_says(self) -> None:
        settled = deal({"parties": PARTIES, "lead": "north", "notice": "30 days"})
        assert print_answer_of("parties", settled) == "north, south"
        assert print_answer_of("lead", settled) == "north"
        assert print_answer_of("notice", settled) == "30 days"
        assert print_answer_of("two_parties", settled) == "yes"
        assert print_answer_of("fee", settled) == "absent"
        assert print_answer_of("residue", settled) == "not asked"
