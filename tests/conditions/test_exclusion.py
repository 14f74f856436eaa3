"""Two conditions that are said to exclude one another hold together in no deal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.conditions.exclusion import exclude
from drafter.conditions.judge import judge
from drafter.conditions.model import All, Answered, Compares, Condition, Has, Holds, Is, Not
from drafter.conditions.model import Either as Or
from drafter.kinds.model import Missing

OPTIONS = ("stop", "ask", "free")


@dataclass(frozen=True)
class Answers:
    """A deal of four answers, some of which are missing."""

    values: dict[str, Any]

    def value(self, name: str) -> Any:
        return self.values[name]

    def record(self, points: object) -> None:
        return None

    def has_text(self, topic: str) -> bool:
        return False


def some(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from([*values, *Missing])


DEALS = st.builds(
    Answers,
    st.fixed_dictionaries(
        {
            "quick": some(True, False),
            "overrun": some(*OPTIONS),
            "kinds": some((), ("stop",), ("stop", "free"), OPTIONS),
            "misses": some(0, 1, 2, 3),
        }
    ),
)
CHOSEN = st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=2, unique=True).map(tuple)
TESTS: st.SearchStrategy[Condition] = st.one_of(
    st.just(Holds(("quick",))),
    st.builds(Is, st.just(("overrun",)), CHOSEN),
    st.builds(Has, st.just(("kinds",)), CHOSEN, st.booleans()),
    st.builds(Compares, st.just(("misses",)), st.sampled_from(["<", "<=", "=", ">=", ">"]),
              st.integers(0, 3)),
    st.sampled_from(["quick", "overrun", "misses"]).map(lambda name: Answered((name,))),
)  # fmt: skip
CONDITIONS = st.recursive(
    TESTS,
    lambda inner: st.one_of(
        inner.map(Not),
        st.tuples(inner, inner).map(All),
        st.tuples(inner, inner).map(Or),
    ),
    max_leaves=4,
)


class DescribeExclusion:
    @settings(max_examples=500)
    @given(CONDITIONS, CONDITIONS, DEALS)
    def it_is_never_claimed_of_conditions_that_hold_together(
        self, one: Condition, other: Condition, deal: Answers
    ) -> None:
        both = judge(one, deal) and judge(other, deal)
        assert not (both and exclude(one, other))

    @given(CONDITIONS, CONDITIONS)
    def it_works_both_ways(self, one: Condition, other: Condition) -> None:
        assert exclude(one, other) == exclude(other, one)

    @given(CONDITIONS)
    def it_holds_of_a_condition_and_its_negation(self, condition: Condition) -> None:
        assert exclude(condition, Not(condition))
