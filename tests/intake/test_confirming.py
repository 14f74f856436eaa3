"""Recommendations that a named person confirms, and what becomes of them."""

import pytest
from support.command import answers_of
from support.examples import starter
from support.small import PARTIES, QUESTIONS, small

from drafter.diagnostics import Refused
from drafter.drafting import Library
from drafter.intake.form import form

REST = {"topics/exit/by-notice.md": "Leave by {notice} notice; {residue} has the rest.\n"}
LATER = QUESTIONS.replace("take: joint", "take: maker").replace("two can agree", "it is simpler")
BY, ON = "General Counsel", "2027-03-05"


def of(questions=QUESTIONS, **record):
    data = {"precedent": "simple", "answers": {"parties": PARTIES, "notice": "30 days"}, **record}
    return form(small(**REST, **{"questionnaire/01-deal.yaml": questions}), data)


def told(one):
    """What a draft of the form's answers warns of and notes."""
    return [(said.severity, said.rule, said.says)
            for said in Library(one.library).draft(one.data).warnings]  # fmt: skip


def refusal(one, *names, by=BY):
    with pytest.raises(Refused) as refused:
        one.confirm(*names, by=by)
    return [f"{fault.rule}: {fault.says} | {fault.cure}" for fault in refused.value.diagnostics]


class DescribeAConfirmation:
    """It writes down what a draft would take, with who, when and how."""

    def it_is_offered_by_section_with_its_reason(self):
        offer = of().recommended["The deal"]["ownership"]
        assert (offer.answer, offer.because) == ("joint", "two can agree")

    def it_is_an_answer_from_then_on(self):
        after = of().confirm("ownership", by=BY, on=ON)
        assert after.data["answers"]["ownership"] == "joint"
        assert after.data["given"] == {"ownership": {"by": BY, "on": ON, "how": "taken"}}
        assert after.recommended == {}
        tally = Library(after.library).draft(after.data).tally
        assert (tally.given, tally.recommended, tally.unconfirmed) == (3, 0, 0)

    def it_changes_no_word_of_the_draft(self):
        start = starter().form(answers_of("workout-rewards"))
        names = [name for offers in start.recommended.values() for name in offers]
        after = start.confirm(*names, by=BY, on=ON)
        assert len(names) > 40
        assert starter().draft(after.data).text() == starter().draft(start.data).text()

    def it_keeps_the_warnings_that_somebody_keeps(self):
        kept = [{"what": "R1", "by": BY, "on": ON, "reason": "known"}]
        assert of(overrides=kept).confirm("ownership", by=BY).data["overrides"] == kept

    def it_takes_the_place_of_a_name_without_a_value(self):
        start = of(confirmed=["ownership"])
        assert told(start) == [
            ("warning", "confirmed-unseen",
             "`ownership` is confirmed without its value: joint stands"),
        ]  # fmt: skip
        after = start.confirm("ownership", by=BY)
        assert (after.data["confirmed"], told(after)) == ([], [])


class DescribeWhatCannotBeConfirmed:
    def it_is_told_question_by_question(self):
        questions = QUESTIONS.replace(
            "notice: {asks: How long is the notice?, type: duration}",
            "notice: {asks: How long is it?, type: duration, nature: fact}",
        )
        start = of(questions, answers={"parties": PARTIES})
        assert refusal(start, "notice", "parties", "fee", "ownershp") == [
            "confirmation: `notice` asks for a fact, which nobody can confirm | answer it",
            "confirmation: `parties` is answered already | leave it out",
            "confirmation: nothing is recommended for `fee` as the answers stand | answer it",
            "unknown-question: no question is called `ownershp` | did you mean `ownership`?",
        ]

    def it_is_told_where_nobody_stands_behind_it(self):
        for nobody in ("", "  "):
            assert refusal(of(), "ownership", by=nobody) == [
                "confirmation: a confirmation needs the name of the person who gives it | "
                "say who: --by NAME"
            ]
        assert "given.ownership.by" in refusal(of(), "ownership", by="two\nlines")[0]


class DescribeALaterLibrary:
    def it_changes_no_confirmed_answer_and_says_what_it_would_recommend(self):
        record = of().confirm("ownership", by=BY, on=ON).data
        later = of(LATER, **{key: one for key, one in record.items() if key != "precedent"})
        assert later.data["answers"]["ownership"] == "joint"
        assert told(later) == [
            ("note", "recommended-otherwise",
             "`ownership` stands as confirmed (joint), and maker is recommended now"),
        ]  # fmt: skip

    def it_says_nothing_of_an_answer_that_somebody_typed(self):
        typed = of(answers={"parties": PARTIES, "notice": "30 days", "ownership": "joint"})
        assert told(of(LATER, answers=typed.data["answers"])) == []
