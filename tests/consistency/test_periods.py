"""Periods of a list that overlap are told, however many there are."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from support.command import answers_of
from support.examples import starter

BEGIN = date(2028, 2, 1)
PERIODS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=6)


def named(periods: list[tuple[int, int]]) -> set[str]:
    """The periods that are said to overlap with another."""
    data = answers_of("smart-handbag")
    data["answers"]["blackouts"] = {
        f"fair-{number}": {
            "reason": f"fair {number}",
            "first_day": str(BEGIN + timedelta(first)),
            "last_day": str(BEGIN + timedelta(first + length)),
        }
        for number, (first, length) in enumerate(periods)
    }
    said = [one.rule.message for one in starter().form(data).findings]
    return {name for one in said if "overlap in time" in one
            for name in re.findall(r"blackouts\.(fair-\d)", one)}  # fmt: skip


class DescribeOverlappingPeriods:
    @settings(max_examples=40, deadline=None)
    @given(PERIODS)
    def it_names_each_that_shares_a_day_with_another_and_no_other(
        self, periods: list[tuple[int, int]]
    ) -> None:
        days = [range(first, first + length + 1) for first, length in periods]
        shared = [two for two in combinations(range(len(days)), 2)
                  if set(days[two[0]]) & set(days[two[1]])]  # fmt: skip
        assert named(periods) == {f"fair-{number}" for two in shared for number in two}
