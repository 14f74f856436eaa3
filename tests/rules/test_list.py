"""Pages that are made: docs/rules.md lists every rule as `drafter rule` does, docs/coverage.md what
the starter library settles."""

from __future__ import annotations

from itertools import groupby

import pytest
from support import coverage_page
from support.command import ROOT
from support.examples import starter

from drafter.rules.table import all_rules

PAGE = ROOT / "docs/rules.md"
HEAD = """\
# Rules

Whatever drafter finds at fault, it names the rule in brackets: `error[essential]: …`.
`drafter rule essential` says what the rule means, why it matters, how to mend it and what follows from it.
Here they are, by the moment at which they speak; `drafter rule` prints the same, and with `--json` as data.
A library's own rules over answers, such as R6, lie in its folder `consistency/` and are explained alike.
"""  # noqa: E501


def listed() -> str:
    """The page as the table of rules has it."""
    lines = [HEAD]
    for when, rules in groupby(all_rules().values(), lambda one: one.when):
        lines += [f"## {when}", "", "| Rule | What it says |", "|---|---|"]
        lines += [f"| `{one.rule}` | {_cell(one.title)} |" for one in rules] + [""]
    return "\n".join(lines).rstrip() + "\n"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


class DescribeTheListOfRules:
    def it_is_the_table_of_rules(self, request: pytest.FixtureRequest) -> None:
        """`--refresh-golden` writes it anew."""
        if request.config.getoption("--refresh-golden"):
            PAGE.write_text(listed(), encoding="utf-8")
        assert PAGE.read_text(encoding="utf-8") == listed()


class DescribeTheListOfWhatIsCovered:
    def it_is_made_of_its_data(self, request: pytest.FixtureRequest) -> None:
        """`--refresh-golden` writes it anew."""
        if request.config.getoption("--refresh-golden"):
            coverage_page.PAGE.write_text(coverage_page.page(), encoding="utf-8")
        assert coverage_page.PAGE.read_text(encoding="utf-8") == coverage_page.page()

    def it_names_what_exists(self) -> None:
        named = [at for row in coverage_page.all_rows() for at in row.at]
        assert [at for at in named if coverage_page.unknown(at)] == []
        asked = {name for row in coverage_page.all_rows() for name in row.asks}
        assert asked <= starter().clauses.questionnaire.questions.keys()

    def it_names_no_variant_that_no_deal_prints(self) -> None:
        named = {
            f"{one.topic}/{one.id}"
            for row in coverage_page.all_rows()
            for at in row.at if ":" not in at
            for one in coverage_page.variants(at)
        }  # fmt: skip
        assert named - coverage_page.shown_by().keys() == set()

    def it_names_a_case_that_prints_what_its_row_names(self) -> None:
        wrong = {
            row.what
            for row in coverage_page.all_rows() if row.case
            if f"case:{row.case}" not in row.at and not prints(row)
        }  # fmt: skip
        assert wrong == set()

    def it_says_of_each_row_where_it_stands_or_why_not(self) -> None:
        rows = coverage_page.all_rows()
        assert [one.what for one in rows if not (one.at or one.open or one.absent)] == []

    def it_has_the_forty_one_types_that_reviewers_mark(self) -> None:
        types = [
            one.what for one in coverage_page.rows(coverage_page.data()["clause_types"], "type")
        ]
        assert len(set(types)) == 41


def prints(row: coverage_page.Row) -> bool:
    """Whether the case of a row prints one of its variants."""
    named = (one for at in row.at for one in coverage_page.variants(at))
    shown = coverage_page.shown_by()
    return any(row.case in shown.get(f"{one.topic}/{one.id}", ()) for one in named)
