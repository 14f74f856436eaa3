"""Every rule as a section of one page, as `drafter rule` prints it."""

from __future__ import annotations

import re
from itertools import groupby

from drafter.rules.table import Meaning, all_rules

_HEAD = """\
# What the rules mean

What `drafter rule RULE` prints, rule by rule, by the moment at which they speak.
"""
_ROW = re.compile(r"^\| `([\w-]+)` \|", re.MULTILINE)


def print_rules() -> str:
    """The page, with a section for each rule."""
    lines = [_HEAD]
    for when, rules in groupby(all_rules().values(), lambda one: one.when):
        lines += [f"## {when}\n", *map(_section, rules)]
    return "\n".join(lines)


def _section(one: Meaning) -> str:
    return f"### {one.rule}\n\n{one.page}\n\n{one.effect}\n"


def with_links(listed: str) -> str:
    """The list of rules, where each name leads to its section."""
    return _ROW.sub(lambda row: f"| [`{row[1]}`](what-rules-mean.md#{row[1].lower()}) |", listed)
