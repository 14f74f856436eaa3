"""Answers that somebody else proposed: they stand in a draft, and go nowhere until accepted."""

import pytest
from support.small import PARTIES, small

from drafter.diagnostics import Refused
from drafter.drafting import Library
from drafter.gate import NONE_GIVEN
from drafter.intake.accepting import accepted
from drafter.intake.answered_file import AnsweredFile
from drafter.intake.form import form
from drafter.intake.overlay import overlaid
from drafter.intake.proposing import with_proposals

REST = {"topics/exit/by-notice.md": "Leave by {notice} notice; {residue} has the rest.\n"}
LIBRARY = small(**REST)
MAIL = {"by": "South, mail of 3 March", "on": "2027-03-04"}
GC = {"by": "General Counsel", "on": "2027-03-05"}


def of(**answers):
    return form(LIBRARY, {"precedent": "simple", "answers": {"parties": PARTIES, **answers}})


def proposed():
    return with_proposals(of(notice="30 days"), of(notice="60 days", ownership="maker").data, MAIL)


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
        assert kept_back(one) == ["1 answer is proposed and nobody accepted it: `ownership`"]
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
        assert after.data["given"]["ownership"] == {
            **GC, "how": "accepted", "proposed_by": MAIL["by"], "proposed_on": MAIL["on"]
        }  # fmt: skip
        assert Library(LIBRARY).draft(after.data).report()["accepted"] == [
            {"question": "ownership", **after.data["given"]["ownership"]}
        ]
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


SIZED = {"answers": {"parties": {"south": {"size": "small"}}}}
SIZE = "parties.south.size"


class DescribeAFieldOfARecord:
    """A file that came back holds single fields; each is proposed and accepted by its path."""

    def proposed(self):
        return of().propose(SIZED, MAIL["by"], MAIL["on"])

    def it_is_taken_from_a_file_that_holds_no_more(self):
        found = self.proposed()
        assert (found.added, found.otherwise) == ((SIZE,), ())
        assert found.form.data["answers"]["parties"]["south"] == {"name": "South", "size": "small"}
        assert found.form.answers.proposed == (SIZE,)
        assert kept_back(found.form) == [f"1 answer is proposed and nobody accepted it: `{SIZE}`"]
        assert found.form.words.how_given("parties") == f"proposed and not accepted: {SIZE}"

    def it_is_listed_with_what_it_asks_and_accepted_by_its_path(self):
        form = self.proposed().form
        ((asks, words, whose),) = [(one.asks, one.words, one.whose) for one in form.proposed]
        assert (asks, words, whose) == (
            "Size? (South)",
            "Small",
            "South, mail of 3 March, 2027-03-04",
        )
        after = form.accept(SIZE, **GC)
        assert after.data["given"][SIZE]["proposed_by"] == MAIL["by"]
        assert not kept_back(after)

    def it_stands_otherwise_where_it_is_answered(self):
        sized = {**PARTIES, "south": {"name": "South", "size": "large"}}
        found = of(parties=sized).propose(SIZED, "South")
        assert [(one.path, one.one.words, one.other.words) for one in found.otherwise] == [
            (SIZE, "Large", "Small")
        ]
        assert found.added == ()

    def it_stays_proposed_while_other_fields_are_answered(self):
        form = self.proposed().form
        assert form.answer({"parties.north.size": "large"}).answers.proposed == (SIZE,)
        assert form.answer({SIZE: "large"}).answers.proposed == ()
        without = {"south": PARTIES["south"], "west": {"name": "West"}}
        assert form.answer({"parties": without}).answers.proposed == ()

    def it_follows_its_record_under_another_id(self):
        renamed = self.proposed().form.rename_record("parties", "south", "west")
        assert renamed.answers.proposed == ("parties.west.size",)

    def it_stays_proposed_when_files_are_merged(self):
        files = [
            AnsweredFile("a.yaml", self.proposed().form.data),
            AnsweredFile("b.yaml", of().data),
        ]
        assert overlaid(files)["given"][SIZE] == {**MAIL, "how": "proposed"}

    def it_is_refused_where_it_names_no_record(self):
        with pytest.raises(Refused):
            of().propose({"answers": {"lead": "east"}}, "South")

    def it_leaves_the_other_answers_out_of_the_comparison(self):
        ours = of(ownership="maker", residue="maker", notice="30 days")
        assert ours.propose(SIZED, "South").otherwise == ()

    def it_is_not_otherwise_where_it_was_proposed_before(self):
        again = self.proposed().form.propose(SIZED, "South")
        assert (again.added, again.otherwise) == ((), ())

    def it_is_taken_while_our_own_list_lacks_records(self):
        lone = of(parties={"south": {"name": "South"}}).propose(SIZED, "South")
        assert lone.added == (SIZE,)

    @pytest.mark.parametrize(
        "path", ["parties.west.size", "parties.south.age", "notice.south.size"]
    )
    def it_is_none_where_the_file_marks_what_does_not_stand(self, path):
        """A mark that somebody left by hand is a fault of the file, and keeps no page from it."""
        data = {**of(notice="30 days").data, "given": {path: {**MAIL, "how": "proposed"}}}
        marked = form(LIBRARY, data)
        assert (marked.proposed, bool(marked.faults)) == ((), True)

    def it_is_part_of_a_list_that_is_proposed_whole(self):
        empty = form(LIBRARY, {"precedent": "simple", "answers": {}})
        whole = empty.propose({"answers": {"parties": PARTIES}}, "South").form
        typed = whole.answer({"parties.north.size": "large"}, "us")
        assert typed.answers.proposed == ("parties",)
        assert typed.accept("parties", by="GC").answers.proposed == ()
