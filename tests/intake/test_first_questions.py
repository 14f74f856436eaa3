"""What is asked before the tables: about ten questions, from which a draft reads well."""

import re

import pytest
from support.command import answers_of
from support.examples import starter

from drafter.intake.short_form import only_known

EXAMPLES = ["allergen-reader", "light-fibre-licence", "sensor-university", "short-campaign",
            "smart-handbag", "smart-home-five", "workout-rewards"]  # fmt: skip
BRACKET = re.compile(r"\[[^\[\]]*\]")


def first(precedent, parties=None):
    """The questions that are asked by themselves, the parties among them."""
    answers = {"parties": parties} if parties else {}
    form = starter().form({"precedent": precedent, "answers": answers})
    return dict.fromkeys(["parties", *(one.question.id for one in only_known(form))])


class DescribeTheFirstQuestions:
    @pytest.mark.parametrize("precedent", starter().clauses.precedents)
    def it_is_a_dozen_of_them_at_most(self, precedent):
        assert 5 <= len(first(precedent)) <= 12

    def it_is_ten_for_a_collaboration(self):
        assert [*first("co-development")] == [
            "parties", "collaboration_model", "project_name", "project_purpose", "outcome",
            "product_description", "effective_date", "new_results", "creative_work",
            "governing_law",
        ]  # fmt: skip

    def it_is_no_question_that_prints_nothing_and_chooses_nothing(self):
        assert "new_results" not in first("licence")
        assert "general_cap" not in first("co-development")  # the library says that it can wait

    @pytest.mark.parametrize("name", EXAMPLES)
    def it_makes_a_draft_that_reads_well(self, name):
        """With nothing else answered a draft is made, and less than a tenth of it is brackets."""
        deal = answers_of(name)
        asked = first(deal["precedent"], deal["answers"]["parties"])
        answers = {one: value for one, value in deal["answers"].items() if one in asked}
        text = starter().draft({"precedent": deal["precedent"], "answers": answers}).text()
        assert sum(map(len, BRACKET.findall(text))) < len(text) / 10
