"""Every rule has a page that is true: its bad example is refused by it, its good one by none."""

from __future__ import annotations

import re

import pytest
from support.corpus import CORPUS
from support.rule_ids import written
from support.rule_pages import EXAMPLES, LIBRARY, Example, faults_with, follows_as_its_page_says

from drafter.prose.faults import FAULTS
from drafter.rules.table import all_rules


def without(pattern: str) -> list[str]:
    """The rules whose page has no such line."""
    sought = re.compile(pattern, re.MULTILINE | re.DOTALL)
    return [id for id, one in all_rules().items() if not sought.search(one.page)]


class DescribeTheTable:
    """Whatever rule drafter names, `drafter rule` explains it."""

    def it_has_each_rule_that_the_code_writes(self) -> None:
        missing = {f"{id} ({one.place})" for one in written() for id in one.ids
                   if id not in all_rules()}  # fmt: skip
        assert not missing

    def it_has_each_fault_of_clause_text(self) -> None:
        assert FAULTS.keys() <= all_rules().keys()

    def it_can_be_held_to_the_code(self) -> None:
        """A rule stands where it is said as a plain word, so that the test above sees it."""
        assert not [one for one in written() if one.odd]

    def it_has_no_page_that_nothing_leads_to(self) -> None:
        said = {id for one in written() for id in one.ids} | FAULTS.keys()
        assert not {id for id in all_rules() if id not in said and not re.match(r"L\d\d", id)}


class DescribeAPage:
    """A page is read by somebody who has just met the rule."""

    def it_begins_with_what_the_rule_says(self) -> None:
        assert without(r"\A[^\n].+?[.,](\n|\Z)") == []

    def it_says_why_it_matters(self) -> None:
        lints = [id for id in all_rules() if re.fullmatch(r"L\d\d", id)]
        assert without(r"^Why: .+\.$") == lints

    def it_shows_or_tells_the_cure(self) -> None:
        assert without(r"^(Good.*:$|Cure: .+\.$)") == []

    def it_shows_a_bad_and_a_good_example_where_whole_libraries_prove_them(self) -> None:
        plain = without(r"^Bad.*?:$.+?^Good.*?:$")
        assert not [rule for rule in plain if (CORPUS / rule).is_dir()]

    def it_says_when_it_speaks_and_what_follows(self) -> None:
        odd = {one.rule for one in all_rules().values()
               if not (one.when.startswith("When ") and one.effect.endswith("."))}  # fmt: skip
        assert not odd


class DescribeAnExample:
    """What a page shows is loaded as the file that it names, in a library that is in order."""

    def it_stands_in_a_library_that_is_in_order(self) -> None:
        assert [faults_with(file, text) for file, text in LIBRARY.items()] == [[]] * len(LIBRARY)

    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.rule}-{one.what}")
    def it_is_at_fault_or_not_as_the_page_says(self, example: Example) -> None:
        said = faults_with(example.file, example.text)
        if example.what == "Bad":
            own = [one for one in said if one.rule == example.rule]
            assert own
            assert follows_as_its_page_says(own)
        else:
            assert said == []
