"""What is recommended beside any part of a lawyer's answers makes no deal refuse."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.examples import starter
from support.small import loaded

from drafter.consistency.judge import findings
from drafter.drafting import Library
from drafter.questionnaire.answers import read_answers
from drafter.questionnaire.deal import settle

CASES = sorted((Path(__file__).parents[2] / "clause_library/cases").glob("*.yaml"))
PARTS = 3  # so many parts of each case's answers


def blocked(library: Library, data: Mapping[str, Any], unattended: bool = True) -> set[str]:
    """The rules that refuse these answers, with or without what is recommended."""
    names = library.clauses.questionnaire
    deal = settle(names, read_answers(dict(data), names), unattended)
    found = findings(library.clauses, deal)
    return {one.rule.id for one in found if one.rule.severity == "block" and not one.pending}


def parts(case: Mapping[str, Any], seed: int) -> list[dict[str, Any]]:
    """The answers of a case, of which some are left open; lists stay, for others name records."""
    chance = random.Random(seed)
    answers: Mapping[str, Any] = case["answers"]
    kept = [
        {name for name in answers if isinstance(answers[name], dict) or chance.random() < 0.6}
        for _ in range(PARTS)
    ]
    data = {"precedent": case["precedent"], "unknown": case.get("unknown", [])}
    return [
        data | {"answers": {name: value for name, value in answers.items() if name in some}}
        for some in kept
    ]


class DescribeARecommendation:
    def it_refuses_no_part_of_answers_that_stand_whole(self) -> None:
        library = starter()
        refused = {
            f"{case.stem} without {sorted(set(read['answers']) - set(some['answers']))}": rules
            for number, case in enumerate(CASES)
            for read in [yaml.safe_load(case.read_text(encoding="utf-8"))]
            if "answers" in read and not blocked(library, read)
            for some in parts(read, number)
            if (rules := blocked(library, some) - blocked(library, some, unattended=False))
        }
        assert not refused

    @pytest.mark.parametrize(
        ("given", "question", "taken"),
        [
            (
                {"new_results": "yes", "improvements": "licence-back"},
                "foreground_ownership",
                "maker",
            ),
            ({"minimum_commitment": "yes"}, "exit_right", "with-wind-down"),
            ({"outcome": "physical-product"}, "brand_depth", "co-branded"),
            (
                {"outcome": "physical-product", "quality_control": "uncontrolled"},
                "brand_depth",
                "co-marketing",
            ),
        ],
    )  # fmt: skip
    def it_reads_what_was_answered_further_on(
        self, given: dict[str, str], question: str, taken: str
    ) -> None:
        names = starter().clauses.questionnaire
        data = {"precedent": "co-development", "answers": given}
        deal = settle(names, read_answers(data, names))
        assert deal.value(question) == taken
        assert deal.origin[question] == "recommended"


class DescribeALadderThatReadsALaterQuestion:
    QUESTIONS = """\
section: The deal
questions:
  control:
    asks: How?
    type: choice
    options: {none: Not at all, full: Fully}
    recommend:
      - {take: full, when: marked, because: a mark needs it}
      - {take: none, because: it is simplest}
  branded: {asks: Branded?, type: yes/no, ask when: control is none, recommend: [{take: yes, because: why not}]}
"""  # noqa: E501

    def value(self, **answers: str) -> Any:
        texts = {
            "questionnaire/01-deal.yaml": self.QUESTIONS,
            "facts/deal.yaml": "marked: {when: branded}\n",
            "precedents/deal.yaml": "title: A deal\nparts: []\n",
        }
        clauses, _ = loaded(texts)
        data = {"precedent": "deal", "answers": answers}
        names = clauses.questionnaire
        return settle(names, read_answers(data, names)).value("control")

    def it_takes_it_as_somebody_answered_it(self) -> None:
        assert self.value(branded="yes") == "full"

    def it_takes_it_as_not_asked_whatever_is_recommended_there(self) -> None:
        assert self.value() == "none"
