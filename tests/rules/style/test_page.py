"""docs/drafting-lints.md tells of every lint, and of how each is only an approximation."""

import re

from support.command import ROOT

from drafter.rules.of_style import all_lints

PAGE = (ROOT / "docs/drafting-lints.md").read_text(encoding="utf-8")
ROWS = {line[2:5]: line for line in PAGE.splitlines() if re.match(r"\| L\d\d ", line)}


class DescribeThePage:
    """A lint and its row on the page say the same."""

    def it_has_a_row_for_each_lint(self) -> None:
        assert list(ROWS) == list(all_lints())

    def it_admits_each_approximation(self) -> None:
        for id, lint in all_lints().items():
            row = ROWS[id]
            assert f" {lint.severity} " in row
            assert (lint.approximate or "exact") in row, id
