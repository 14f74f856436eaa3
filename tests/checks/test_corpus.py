"""Each rule of the library against its smallest bad library, message and all, and its good one."""

from __future__ import annotations

import inspect
import re
import sys

import pytest
from support.corpus import CORPUS, ON, printed, read

from drafter.checks import all_checks
from drafter.checks.lints.pages import pages
from drafter.checks.review import all_reviews, dated_reviews, paged_reviews
from drafter.diagnostics import Diagnostic
from drafter.library.model import Library

RULES = {**all_checks(), **all_reviews(), **paged_reviews(), **dated_reviews()}


def found(rule: str, library: Library) -> list[Diagnostic]:
    """What a rule says of a library."""
    if rule in dated_reviews():
        return list(dated_reviews()[rule](library, ON))
    if rule in paged_reviews():
        return list(paged_reviews()[rule](library, pages(library)))
    return list({**all_checks(), **all_reviews()}[rule](library))


@pytest.mark.parametrize("rule", RULES)
class DescribeARule:
    """One file a rule: what it checks and why, a bad example and a good one, and both proved."""

    def it_says_what_it_checks_and_why(self, rule: str) -> None:
        page = inspect.getdoc(sys.modules[RULES[rule].__module__]) or ""
        title, *_ = page.splitlines()
        assert title.endswith(".")
        assert re.search(r"^Why: .+?^Bad.*?:$.+?^Good.*?:$.+", page, re.MULTILINE | re.DOTALL)

    def it_refuses_the_bad_library_in_these_words(self, rule: str) -> None:
        library, _, expected = read(CORPUS / rule / "bad.txt")
        assert expected
        assert printed(found(rule, library)) == expected

    def it_passes_the_good_library(self, rule: str) -> None:
        library, faults, _ = read(CORPUS / rule / "good.txt")
        assert not faults
        assert printed(found(rule, library)) == ""
