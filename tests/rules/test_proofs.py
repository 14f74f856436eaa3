"""Each rule that is proved, against its smallest bad library, message and all, and its good one."""

from __future__ import annotations

import pytest
from support.corpus import CORPUS, printed, read
from support.rule_pages import follows_as_its_page_says

from drafter.proof.goals import Counterexample
from drafter.rules.of_all_answers import prove_library, rules


def found(rule: str, case: str) -> tuple[list[Counterexample], str]:
    """What the proof of a corpus file finds of a rule, and what it should say."""
    library, faults, expected = read(CORPUS / rule / case)
    assert not faults, printed(iter(faults))
    proof = prove_library(library)
    assert not proof.not_decided, printed(iter(proof.not_decided))
    return [one for one in proof.counterexamples if one.diagnostic.rule == rule], expected


def told(findings: list[Counterexample]) -> str:
    """The findings as the command prints them."""
    return printed(one.diagnostic for one in findings)


@pytest.mark.parametrize("rule", [rule.RULE for rule in rules()])
class DescribeAProvedRule:
    """One file a rule, with its smallest counterexample, and a library that is proved."""

    def it_shows_the_fault_in_these_words(self, rule: str) -> None:
        findings, expected = found(rule, "bad.txt")
        assert expected
        assert told(findings) == expected
        assert follows_as_its_page_says(one.diagnostic for one in findings)

    def it_proves_the_good_library(self, rule: str) -> None:
        findings, _ = found(rule, "good.txt")
        assert told(findings) == ""
