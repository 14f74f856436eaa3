"""A test of two records looks at few pairs, and finds what looking at all of them would find."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.conditions import GRANT_VALUES, PAIRS, Answered, read, records

from drafter.conditions.judge import judge
from drafter.conditions.logic import some
from drafter.conditions.model import SomeTwo
from drafter.conditions.two import open_twos, settled_twos
from drafter.kinds.model import Missing, Points, Record

FIELDS = (
    Record("fields", "bags", {"overlaps": Points("fields", "shoes")}),
    Record("fields", "shoes", {}),
    Record("fields", "hats", {"overlaps": Missing.UNKNOWN}),
)
MISSING = st.sampled_from([Missing.ABSENT, Missing.UNKNOWN])
POINTS = st.sampled_from(["bags", "shoes", "hats"]).map(lambda id: Points("fields", id))
GRANTS = records(
    "grants",
    {name: st.one_of(values, values, values, MISSING)
     for name, values in {**GRANT_VALUES, "field": POINTS}.items()},
    tuple("ghijkl"),
)  # fmt: skip
MANY = 400


def grants(**fields: Any) -> tuple[Record, ...]:
    """Many grants; a field may be said of each by its number."""
    return tuple(
        Record("grants", f"g{n}", {name: value(n) if callable(value) else value
                                   for name, value in fields.items()})
        for n in range(MANY)
    )  # fmt: skip


def field(number: int) -> Points:
    return Points("fields", f"field-{number}")


def party(number: int) -> Points:
    return Points("parties", f"party-{number}")


class DescribeATestOfTwo:
    @given(GRANTS, st.lists(PAIRS, min_size=1, max_size=4).map(tuple))
    def it_holds_where_two_records_by_themselves_pass(
        self, found: tuple[Record, ...], pairs: tuple[Any, ...]
    ) -> None:
        def verdict(*some: Record) -> bool | None:
            deal = Answered({"grants": some, "fields": FIELDS})
            return judge(SomeTwo("grants", pairs), deal)

        assert verdict(*found) is some(verdict(*two) for two in combinations(found, 2))

    @pytest.mark.parametrize(("text", "many"), [
        ("same field and different licensee", grants(field=field, licensee=party)),
        ("same field and different licensee", grants(field=field(1), licensee=party(1))),
        ("same field and different licensee", grants(field=field, licensee=Missing.ABSENT)),
        ("same field and different licensee", grants(field=Missing.ABSENT, licensee=party(1))),
        ("overlapping field and overlapping territories",
         grants(field=field, territories=("GB",))),
        ("overlapping territories and different licensee",
         grants(territories=("GB",), licensee=party(1))),
    ])  # fmt: skip
    def it_looks_at_no_more_pairs_than_there_are_records(
        self, text: str, many: tuple[Record, ...]
    ) -> None:
        condition = read(f"some two grants have ({text})")
        assert isinstance(condition, SomeTwo)
        lacks = [one for one in many if any(isinstance(v, Missing) for v in one.values.values())]
        whole = [one for one in many if one not in lacks]
        deal = Answered({"grants": many})
        looked_at = [*settled_twos(whole, condition.pairs, deal),
                     *open_twos(whole, lacks, condition.pairs, deal)]  # fmt: skip
        assert len(looked_at) <= MANY
        assert judge(condition, deal) is False
