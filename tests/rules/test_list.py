"""docs/rules.md lists every rule as `drafter rule` does."""

from __future__ import annotations

from itertools import groupby

import pytest
from support.command import ROOT

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
