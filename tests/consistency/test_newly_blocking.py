"""Only what reads a changed answer is judged anew, and nothing that would refuse it is missed."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import islice

import pytest
from support.command import answers_of
from support.examples import starter

from drafter.consistency.judge import findings
from drafter.consistency.newly_blocking import newly_blocking
from drafter.consistency.other_answers import other_answers
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.answers import read_answers
from drafter.questionnaire.deal import Deal, settle


def refusals(library: ClauseLibrary, deal: Deal) -> set[str]:
    """What refuses a deal when every rule and relation is judged."""
    found = findings(library, deal)
    return {one.rule.id for one in found if one.rule.severity == "block" and not one.pending}


def changed(deal: Deal, library: ClauseLibrary) -> list[Deal]:
    """The deal with one answer otherwise, for some of its questions."""
    rows = [row.when for topic in library.topics.values() for row in topic.rows if row.when]
    others, found = other_answers(rows, deal), []
    for name in random.Random(1).sample(sorted(deal.answers.values), 24):
        for other in islice(others.of(name), 3):
            if other.value is None or not isinstance(other.value, type(deal.answers.values[name])):
                continue
            values = {**deal.answers.values, name: other.value}
            answers = replace(deal.answers, values=values)
            found.append(settle(deal.questionnaire, answers))
    return found


@pytest.mark.parametrize("name", ["smart-handbag", "sensor-university"])
class DescribeWhatAChangeMakesRefuse:
    def it_is_what_all_rules_and_relations_say_of_it(self, name: str) -> None:
        library = starter().clauses
        answers = read_answers(answers_of(name), library.questionnaire)
        deal = settle(library.questionnaire, answers)
        before, tried = refusals(library, deal), changed(deal, library)
        wanted = [refusals(library, one) - before for one in tried]
        assert [newly_blocking(library, deal, one) for one in tried] == wanted
        assert any(wanted)
