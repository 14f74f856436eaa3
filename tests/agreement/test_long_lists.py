"""An agreement costs twice as much where twice as many records are listed."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from support.calls import calls
from support.command import answers_of
from support.examples import starter

DEAL = "smart-handbag"
SIZES = (100, 200)
DAYS = {"first_day": "2028-02-01", "last_day": "2028-04-30"}
ROWS: dict[str, dict[str, Any]] = {
    "reserved_decisions": {"decision": "decision {}"},
    "milestones": {},
    "glossary": {"word": "word {}"},
    "grants": {},
    "blackouts": {"reason": "fair {}", **DAYS},
}


def deal(name: str, count: int) -> dict[str, Any]:
    """The handbag with so many records more, each much like the first."""
    data = deepcopy(answers_of(DEAL))
    records = data["answers"][name]
    first = next(iter(records.values()))
    for number in range(count):
        changed = {field: words.format(number) for field, words in ROWS[name].items()}
        records[f"more-{number}"] = {**first, **changed}
    return data


def cost(name: str, count: int) -> int:
    """How many calls a file makes from its answers to its bytes."""
    data = deal(name, count)
    return calls(lambda: starter().draft(data).to_docx())


@pytest.mark.parametrize("name", ROWS)
class DescribeALongList:
    def it_costs_twice_as_much_at_twice_the_length(self, name: str) -> None:
        cost(name, 1)  # what is made once for all deals
        none, some, twice = (cost(name, count) for count in (1, *SIZES))
        assert (twice - none) / (some - none) < 2.3
