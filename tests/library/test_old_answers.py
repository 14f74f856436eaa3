"""Answers of an older library open in every way in, and each that moved is told."""

from __future__ import annotations

from typing import Any

import pytest
from support.small import SMALL, files, loaded

from drafter import Refused
from drafter.drafting.library import Library, of_files
from drafter.library.old_answers import carried_over
from drafter.rules.of_upkeep.model import Upkeep
from drafter.rules.of_upkeep.renamed_id import check

MOVED = """\
questions: {period: notice}
splits:
  owner_and_pilot:
    maker-with-pilot: {ownership: maker, pilot: yes}
    all-without: {ownership: joint, pilot: no}
merges:
  seats:
    "7": {desks: "3", chairs: "4"}
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return of_files(files(SMALL | {"renamed.yaml": MOVED}))


def record(**answers: Any) -> dict[str, Any]:
    parties = {"north": {"name": "North"}, "south": {"name": "South"}}
    return {"precedent": "simple", "answers": {"parties": parties, **answers}}


class DescribeAnswersThatMoved:
    """What `renamed.yaml` declares is carried over."""

    def it_gives_one_old_answer_to_the_questions_that_it_became(self, library):
        found = carried_over(library.clauses, record(owner_and_pilot="maker-with-pilot"))
        assert found.record["answers"]["ownership"] == "maker"
        assert found.told == (
            "Split: owner_and_pilot: maker-with-pilot is now ownership: maker, pilot: yes.",
        )

    def it_lets_an_answer_given_anew_stand(self, library):
        found = carried_over(
            library.clauses, record(owner_and_pilot="maker-with-pilot", ownership="joint")
        )
        assert found.record["answers"]["ownership"] == "joint"

    def it_gives_several_old_answers_to_the_question_that_they_became(self, library):
        found = carried_over(library.clauses, record(desks="3", chairs="4"))
        assert found.record["answers"]["seats"] == "7"
        assert found.told == ("Merged: desks: 3, chairs: 4 is now seats: 7.",)

    def it_leaves_a_value_that_nobody_declared_and_reading_says_so(self, library):
        with pytest.raises(Refused, match="owner_and_pilot"):
            library.read(record(owner_and_pilot="nobody"))

    def it_drafts_old_answers_and_tells_each_that_moved(self, library):
        draft = library.draft(record(period="60 days", desks="3", chairs="4", ownership="maker"))
        assert "A party may leave by 60 days notice." in draft.text().replace("\u00a0", " ")
        assert [one.says for one in draft.notes if one.rule == "moved-answer"] == [
            "Renamed: period is now notice; your answer is carried over.",
            "Merged: desks: 3, chairs: 4 is now seats: 7.",
        ]


class DescribeTheDeclaration:
    """It leads from what is gone to what is asked."""

    def it_is_told_where_it_does_not(self):
        wrong = (
            "splits: {ownership: {maker: {colour: red}}}\nmerges: {shape: {round: {edge: no}}}\n"
        )
        clauses, faults = loaded(SMALL | {"renamed.yaml": wrong})
        assert not faults
        assert [one.says for one in check(Upkeep(clauses, ()))] == [
            "`ownership` of `splits` is still asked",
            "`splits` leads to `colour`, which nobody asks",
            "`merges` leads to `shape`, which nobody asks",
        ]
