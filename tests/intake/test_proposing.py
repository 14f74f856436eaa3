"""Answers that somebody else proposed: they stand in a draft, and go nowhere until accepted."""

import pytest
from support.small import PARTIES, small

from drafter.diagnostics import Refused
from drafter.drafting import Library
from drafter.gate import NONE_GIVEN
from drafter.intake.form import form
from drafter.intake.proposing import accepted, with_proposals

REST = {"topics/exit/by-notice.md": "Leave by {notice} notice; {residue} has the rest.\n"}
LIBRARY = small(**REST)
MAIL = {"by": "South, mail of 3 March", "on": "2027-03-04"}
GC = {"by": "General Counsel", "on": "2027-03-05"}


def of(**answers):
    return form(LIBRARY, {"precedent": "simple", "answers": {"parties": PARTIES, **answers}})


def proposed():
    return with_proposals(of(notice="30 days"), of(notice="60 days", ownership="maker"), MAIL)


def kept_back(one, purpose="issue"):
    gate = Library(one.library).draft(one.data).leaving.faults(purpose, NONE_GIVEN)
    return [fault.says for fault in gate if fault.rule == "proposed"]


class DescribeAProposal:
    def it_fills_what_is_not_answered_and_is_marked(self):
        found = proposed()
        assert found.added == ("ownership",)
        assert found.form.data["given"] == {"ownership": {**MAIL, "how": "proposed"}}
        assert found.form.answers.proposed == ("ownership",)

    def it_never_takes_the_place_of_an_answer(self):
        found = proposed()
        assert found.form.data["answers"]["notice"] == "30 days"
        ((path, one, other),) = [(o.path, o.one.words, o.other.words) for o in found.otherwise]
        assert (path, one, other) == ("notice", "30 days", "60 days")

    def it_is_counted_and_reported_and_keeps_the_agreement_back(self):
        one = proposed().form
        agreement = Library(LIBRARY).draft(one.data)
        assert "3 answers given (1 proposed, not accepted)" in agreement.tally.as_text()
        assert agreement.report()["proposed"] == [
            {"question": "ownership", **MAIL, "how": "proposed"}
        ]
        assert kept_back(one) == ["1 answer is proposed and nobody accepted them: `ownership`"]
        assert kept_back(one, "signature")
        assert not kept_back(one, "draft")

    def it_cannot_be_overridden(self):
        named = [{"what": "proposed", **GC, "reason": "in a hurry"}]
        data = {**proposed().form.data, "overrides": named}
        assert kept_back(form(LIBRARY, data))

    def it_is_one_no_longer_once_it_is_answered(self):
        assert proposed().form.answer({"ownership": "joint"}).answers.proposed == ()


class DescribeAnAcceptance:
    def it_names_who_and_when_and_lets_it_go(self):
        after = accepted(proposed().form, ["ownership"], GC)
        assert after.data["given"]["ownership"] == {**GC, "how": "accepted"}
        assert after.data["answers"] == proposed().form.data["answers"]
        assert not kept_back(after)

    def it_is_refused_for_what_nobody_proposed_and_for_nobody(self):
        with pytest.raises(Refused) as refused:
            accepted(proposed().form, ["notice", "nitice"], {"by": " "})
        assert [fault.says for fault in refused.value.diagnostics] == [
            "no answer to `notice` is proposed",
            "no question is called `nitice`",
            "an acceptance needs the name of the person who gives it",
        ]
