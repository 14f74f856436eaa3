"""Each rule of the library against its smallest bad library, message and all, and its good one."""

from __future__ import annotations

import pytest
from support.corpus import CORPUS, ON, printed, read
from support.rule_pages import follows_as_its_page_says

from drafter.diagnostics import Diagnostic
from drafter.library.model import ClauseLibrary
from drafter.rules import of_files, of_upkeep
from drafter.rules.of_upkeep.model import Upkeep

OF_FILES = {rule.RULE: rule for rule in of_files.rules()}
OF_UPKEEP = {rule.RULE: rule for rule in of_upkeep.rules()}


def found(rule: str, library: ClauseLibrary) -> list[Diagnostic]:
    """What a rule says of a library."""
    if rule in OF_FILES:
        return list(OF_FILES[rule].check(library))
    return list(OF_UPKEEP[rule].check(Upkeep.of(library, ON)))


@pytest.mark.parametrize("rule", [*OF_FILES, *OF_UPKEEP])
class DescribeARule:
    """One file a rule, with a bad example and a good one, and both proved."""

    def it_refuses_the_bad_library_in_these_words(self, rule: str) -> None:
        library, _, expected = read(CORPUS / rule / "bad.txt")
        assert expected
        assert printed(found(rule, library)) == expected
        assert follows_as_its_page_says(found(rule, library))

    def it_passes_the_good_library(self, rule: str) -> None:
        library, faults, _ = read(CORPUS / rule / "good.txt")
        assert not faults
        assert printed(found(rule, library)) == ""
