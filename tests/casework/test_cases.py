"""A lawyer's case says what it expects; what came instead is named, with the line of the case."""

from __future__ import annotations

import pytest

from drafter.casework.coverage import Coverage, coverage, missed
from drafter.casework.read import read_cases
from drafter.casework.run import CaseOutcome, run_case
from drafter.drafting import Library
from drafter.library.files import LibraryFiles
from drafter.library.load import load_files

FILES = {
    "questionnaire/01-deal.yaml": """\
section: The deal
questions:
  parties: {asks: Who?, type: list, one: party, called: name, fields: {name: {asks: Name?, type: text}}}
  pilot: {asks: Is there a pilot?, type: yes/no}
  sale: {asks: What is sold?, type: choice, options: {bags: Bags, shoes: Shoes}}
""",  # noqa: E501
    "topics/trial/topic.yaml": "heading: Trial\nchoose:\n  planned: pilot\n  left-out: not pilot\n",
    "topics/trial/planned.md": "The trial comes first.\n",
    "topics/goods/topic.yaml": "heading: Goods\nchoose:\n  bags: sale is bags\n"
    "  shoes: sale is shoes\n",
    "topics/goods/bags.md": 'Bags are "goods".\n\n{if pilot} One bag is on trial.\n',
    "topics/goods/shoes.md": "Shoes are goods.\n",
    "consistency/R1.yaml": "severity: block\nwhen: pilot and sale is shoes\n"
    "message: Shoes cannot be tried.\n",
    "consistency/R2.yaml": "severity: warn\nwhen: pilot\nmessage: Think of the trial.\n",
    "precedents/deal.yaml": "title: A deal\nparts:\n  - {heading: Terms, topics: [trial, goods]}\n",
    "renamed.yaml": "questions: {test: pilot}\n",
}
DEAL = "precedent: deal\nanswers:\n  parties: {a: {name: Alder}, b: {name: Birch}}\n"


def run(case: str, files: dict[str, str] = FILES) -> list[CaseOutcome]:
    """The outcomes of one case over the library, given as the lines beneath its parties."""
    texts = {**files, "cases/mine.yaml": DEAL + case}
    found = LibraryFiles("library", texts, "digest")
    clauses, faults = load_files(found)
    assert not faults
    cases, faults = read_cases(found)
    assert not faults
    return [run_case(Library(clauses), one) for one in cases]


def says(case: str) -> list[str]:
    """What is wrong with a case: the line of its file, and the words."""
    return [f"{fault.place.line}: {fault.says}" for outcome in run(case)
            for fault in outcome.faults]  # fmt: skip


class DescribeACase:
    """It passes when the draft is as expected, and says so line by line when it is not."""

    def it_passes_when_all_comes_as_expected(self) -> None:
        assert (
            says(
                "  pilot: yes\n  sale: bags\nexpect:\n  variants: {trial: planned, goods: bags}\n"
                "  findings: [R2]\n  words: ['Bags are \"goods\".']\n  no words: [Shoes]\n"
            )
            == []
        )

    def it_names_the_variant_that_came_instead(self) -> None:
        assert says("  pilot: no\n  sale: bags\nexpect:\n  variants: {trial: planned}\n") == [
            "7: case `mine`: `trial` is `left-out`, not `planned`"
        ]

    def it_calls_a_topic_without_its_answer_open(self) -> None:
        assert says("  pilot: no\nexpect:\n  variants: {goods: open}\n") == []

    def it_names_a_topic_that_the_precedent_lacks(self) -> None:
        assert says("  pilot: no\n  sale: bags\nexpect:\n  variants: {tryal: planned}\n") == [
            "7: case `mine`: `tryal` is no topic of this precedent"
        ]

    def it_misses_a_rule_that_stays_silent(self) -> None:
        assert says("  pilot: no\n  sale: bags\nexpect: {findings: [R2, R9]}\n") == [
            "6: case `mine` expects R2, which does not fire",
            "6: case `mine` expects R9, and there is no such rule",
        ]

    def it_expects_a_refusal_by_the_name_of_the_rule(self) -> None:
        assert says("  pilot: yes\n  sale: shoes\nexpect: {findings: [R1, R2]}\n") == []

    def it_is_surprised_by_any_other_refusal(self) -> None:
        assert says("  pilot: yes\n  sale: shoes\nexpect: {words: [Shoes]}\n") == [
            "4: case `mine` is refused by R1: Shoes cannot be tried.",
            "6: case `mine` expects wordings or words, and nothing is drafted",
        ]

    def it_looks_for_words_in_the_draft_and_for_their_absence(self) -> None:
        case = "  pilot: no\n  sale: bags\nexpect:\n  words: [Shoes]\n  no words: [Bags]\n"
        assert says(case) == [
            '7: case `mine`: "Shoes" is not in the text',
            '8: case `mine`: "Bags" is in the text',
        ]

    @pytest.mark.parametrize(
        ("answer", "fault"),
        [
            ("  pillot: yes\n", "4: no question is called `pillot`"),
            ("  sale: hats\n", "4: `sale`: there is no option `hats`"),
            ("  test: yes\n", "4: `test` is called `pilot` now"),
        ],
    )
    def it_gives_answers_that_the_questionnaire_knows(self, answer: str, fault: str) -> None:
        assert says(answer + "expect: {}\n")[0].startswith(fault)

    def it_holds_nothing_but_answers_and_expectations(self) -> None:
        texts = {"cases/mine.yaml": DEAL + "expect: {variant: {}}\nwhy: because\n"}
        cases, faults = read_cases(LibraryFiles("library", texts, "digest"))
        assert not cases
        assert {fault.says for fault in faults} == {
            "`variant` is not used here",
            "`why` is not used here",
        }


class DescribeCoverage:
    """What no case reaches is counted and named."""

    def reached(self, case: str) -> Coverage:
        outcomes = run(case)
        clauses, _ = load_files(LibraryFiles("library", FILES, "digest"))
        return coverage(clauses, outcomes)

    def it_names_the_variants_rules_and_conditions_that_no_case_reaches(self) -> None:
        covered = self.reached("  pilot: yes\n  sale: bags\nexpect: {}\n")
        assert missed(covered.variants) == ["goods/shoes"]
        assert missed(covered.rules) == ["R1"]
        assert missed(covered.conditions) == ["goods/bags: pilot fails"]

    def it_counts_the_rule_of_a_refused_case(self) -> None:
        covered = self.reached("  pilot: yes\n  sale: shoes\nexpect: {findings: [R1]}\n")
        assert missed(covered.rules) == []
        assert len(missed(covered.variants)) == 3

    def it_is_printed_with_figures_first(self) -> None:
        lines = list(self.reached("  pilot: no\n  sale: bags\nexpect: {}\n").lines())
        assert lines[:4] == [
            "coverage of 1 case",
            "  wordings    1 of 3",
            "  rules       0 of 2",
            "  conditions  1 of 2",
        ]
        assert "  never: wording trial/planned" in lines
