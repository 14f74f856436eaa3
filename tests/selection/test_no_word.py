"""A choice that the chosen agreement does not print is told: it may say the opposite."""

from __future__ import annotations

from support.command import answers_of
from support.examples import starter


def told(**answers: str) -> set[str]:
    """The choices of which the short campaign says that they change no word of it."""
    record = answers_of("short-campaign")
    record["answers"] |= answers
    warnings = starter().draft(record).warnings
    return {one.questions[0] for one in warnings if one.rule == "changes-no-word"}


class DescribeAChoiceThatIsNotPrinted:
    def it_is_told_where_the_agreement_leaves_results_with_their_maker(self) -> None:
        assert told(new_results="yes", foreground_ownership="lead-exploiter") == {
            "foreground_ownership"
        }

    def it_is_told_where_the_marks_have_one_wording(self) -> None:
        assert told(quality_control="uncontrolled") == {"quality_control"}

    def it_is_silent_on_what_a_text_or_a_question_behind_a_text_reads(self) -> None:
        assert told(exit_right="any-time", brand_depth="co-marketing", edition="us") == set()

    def it_is_silent_on_what_nobody_answered(self) -> None:
        assert told() == set()
