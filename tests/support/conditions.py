"""Conditions in tests: names to speak of, trees over them, deals to judge them in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from drafter import kinds
from drafter.conditions.model import (
    All,
    Compares,
    Condition,
    Has,
    Holds,
    Is,
    Not,
    PairTest,
    RecordsTest,
    SomeTwo,
)
from drafter.conditions.model import Either as Either
from drafter.conditions.read import read_condition
from drafter.diagnostics import Diagnostic, Place
from drafter.kinds import Kind
from drafter.kinds.model import Duration, Missing, Money, Points, Record
from support.names import PlainNames

Strategy = st.SearchStrategy[Any]
PARTY = {
    "kind": Kind(kinds.CHOICE, options=("firm", "public")),
    "size": Kind(kinds.NUMBER),
    "home": Kind(kinds.JURISDICTIONS),
}
GRANT = {
    "licensee": Kind(kinds.PARTY, of="parties"),
    "field": Kind(kinds.REFERENCE, of="fields"),
    "territories": Kind(kinds.JURISDICTIONS),
    "exclusivity": Kind(kinds.CHOICE, options=("exclusive", "sole")),
    "period": Kind(kinds.PERIOD),
}
NAMES = PlainNames(
    {
        "results": Kind(kinds.YES_NO),
        "law": Kind(kinds.CHOICE, options=("english", "german", "french")),
        "crafts": Kind(kinds.SEVERAL, options=("design", "code", "sound")),
        "places": Kind(kinds.JURISDICTIONS),
        "seats": Kind(kinds.NUMBER),
        "cap": Kind(kinds.MONEY),
        "share": Kind(kinds.PERCENTAGE),
        "notice": Kind(kinds.DURATION, optional=True),
        "start": Kind(kinds.DATE),
        "lead": Kind(kinds.PARTY, of="parties"),
        "product": Kind(kinds.TEXT),
        "parties": Kind(kinds.LIST, one="party", fields=PARTY),
        "fields": Kind(kinds.LIST, one="field", fields={"name": Kind(kinds.TEXT)}),
        "grants": Kind(kinds.LIST, one="grant", fields=GRANT),
    }
)


def read(text: str, names: Any = NAMES) -> Condition:
    """The tree of a condition that must have no fault."""
    condition, faults = read_condition(text, names, Place("a.yaml", 1, 1))
    assert condition is not None, faults
    return condition


def faults(text: str, names: Any = NAMES) -> list[Diagnostic]:
    """The faults of a condition that stands in column 9 of a line."""
    place = Place("topic.yaml", 4, 9, f"  joint: {text}")
    return list(read_condition(text, names, place)[1])


@dataclass(frozen=True, slots=True)
class Answered:
    """A deal that is a plain mapping: a name that it does not hold is absent."""

    values: Mapping[str, Any] = field(default_factory=dict)

    def value(self, name: str) -> Any:
        return self.values.get(name, Missing.ABSENT)

    def record(self, points: Points) -> Record | None:
        records = self.value(points.list)
        found = () if isinstance(records, Missing) else records
        return next((record for record in found if record.id == points.id), None)

    def has_text(self, topic: str) -> bool:
        return topic == "exit"


# --- conditions -----------------------------------------------------------------------------------


def chosen(options: tuple[str, ...]) -> Strategy:
    """One or more options, in an order of their own."""
    return st.lists(st.sampled_from(options), min_size=1, unique=True).map(tuple)


def compared(name: str, amounts: list[Any]) -> Strategy:
    """An ordered test of one subject."""
    operators = st.sampled_from(["<", "<=", "=", ">=", ">"])
    return st.builds(Compares, st.just((name,)), operators, st.sampled_from(amounts))


def tests_of(subject: str, options: tuple[str, ...]) -> Strategy:
    """A test of a choice."""
    return st.builds(Is, st.just((subject,)), chosen(options))


def tests_of_set(subject: str, options: tuple[str, ...]) -> Strategy:
    """A test of a set."""
    return st.builds(
        lambda values, every: Has(
            (subject,), values, every and len(values) > 1, ground=subject != "crafts"
        ),
        chosen(options),
        st.booleans(),
    )


SIMPLE = st.one_of(
    st.just(Holds(("results",))),
    tests_of("law", ("english", "german", "french")),
    tests_of_set("crafts", ("design", "code", "sound")),
    tests_of_set("places", ("GB", "EU", "EEA", "FR")),
    st.just(Is(("lead", "kind"), ("firm",))),
    compared("seats", [0, 3, 12]),
    compared("cap", [Money("EUR", Decimal(5)), Money("USD", Decimal("7.50"))]),
    compared("share", [Decimal("12.5"), Decimal(50)]),
    compared("notice", [Duration("days", 30), Duration("months", 12), Duration("years", 1)]),
    compared("start", [date(2027, 3, 5)]),
)
OF_A_PARTY = st.one_of(
    tests_of("kind", ("firm", "public")),
    compared("size", [1, 2]),
    tests_of_set("home", ("GB", "FR")),
)
OF_A_GRANT = tests_of("exclusivity", ("exclusive", "sole"))


def nested(tests: Strategy) -> Strategy:
    """Tests under and, or, not."""

    def deeper(inner: Strategy) -> Strategy:
        parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
        return st.one_of(st.builds(Not, inner), st.builds(All, parts), st.builds(Either, parts))

    return st.recursive(tests, deeper, max_leaves=5)


def of_records(quantifier: str, condition: Condition) -> RecordsTest:
    return RecordsTest(quantifier, "parties", condition, "party")


PAIRS = st.one_of(
    st.builds(
        PairTest,
        st.sampled_from(["same", "different"]),
        st.sampled_from(["licensee", "exclusivity"]),
    ),
    st.builds(
        PairTest, st.just("overlapping"), st.sampled_from(["field", "territories", "period"])
    ),
    st.builds(
        lambda how, test: PairTest(how, condition=test),
        st.sampled_from(["both", "one"]),
        OF_A_GRANT,
    ),
)
CONDITIONS = nested(
    st.one_of(
        SIMPLE,
        st.builds(of_records, st.sampled_from(["some", "every", "no"]), nested(OF_A_PARTY)),
        st.builds(
            lambda pairs: SomeTwo("grants", tuple(pairs)), st.lists(PAIRS, min_size=1, max_size=3)
        ),
    )
)


# --- deals ----------------------------------------------------------------------------------------


def subsets(options: tuple[str, ...]) -> Strategy:
    return st.lists(st.sampled_from(options), unique=True).map(tuple)


DAYS = st.sampled_from([date(2027, 1, 1), date(2027, 6, 1), date(2028, 1, 1)])
PARTY_VALUES = {
    "kind": st.sampled_from(["firm", "public"]),
    "size": st.integers(0, 3),
    "home": subsets(("GB", "FR", "EU")),
}
GRANT_VALUES = {
    "licensee": st.sampled_from(["a", "b"]).map(lambda id: Points("parties", id)),
    "field": st.sampled_from(["bags", "shoes"]).map(lambda id: Points("fields", id)),
    "territories": subsets(("GB", "FR", "EU")),
    "exclusivity": st.sampled_from(["exclusive", "sole"]),
    "period": st.tuples(DAYS, DAYS),
}
FIELDS = tuple(Record("fields", id, {"name": id}) for id in ("bags", "shoes"))


def records(name: str, fields: dict[str, Strategy], ids: tuple[str, ...]) -> Strategy:
    """Up to as many records as there are ids."""
    values = st.lists(st.fixed_dictionaries(fields), max_size=len(ids))
    return values.map(
        lambda found: tuple(Record(name, id, one) for id, one in zip(ids, found, strict=False))
    )


VALUES = {
    "results": st.booleans(),
    "law": st.sampled_from(["english", "german", "french"]),
    "crafts": subsets(("design", "code", "sound")),
    "places": subsets(("GB", "FR", "NO", "EU", "EEA")),
    "seats": st.integers(0, 12),
    "cap": st.builds(
        Money, st.sampled_from(["EUR", "USD"]), st.sampled_from([Decimal(5), Decimal("7.50")])
    ),
    "share": st.sampled_from([Decimal("12.5"), Decimal(50)]),
    "notice": st.builds(
        Duration, st.sampled_from(["days", "months", "years"]), st.sampled_from([1, 12, 30])
    ),
    "start": DAYS,
    "lead": st.sampled_from(["a", "b"]).map(lambda id: Points("parties", id)),
    "parties": records("parties", PARTY_VALUES, ("a", "b")),
    "fields": st.just(FIELDS),
    "grants": records("grants", GRANT_VALUES, ("g", "h", "i")),
}
DEALS = st.fixed_dictionaries(
    {
        name: st.one_of(values, values, values, st.just(Missing.NOT_ASKED))
        for name, values in VALUES.items()
    }
)
GAPS = st.sampled_from([None, None, Missing.ABSENT, Missing.UNKNOWN])


@st.composite
def deals_with_gaps(draw: st.DrawFn) -> tuple[Answered, Answered]:
    """A deal, and the same with some answers, and some fields of records, still missing."""
    whole = draw(DEALS)
    known = {name: draw(GAPS) or _with_gaps(draw, value) for name, value in whole.items()}
    return Answered(whole), Answered(known)


def _with_gaps(draw: st.DrawFn, value: Any) -> Any:
    if not (isinstance(value, tuple) and value and isinstance(value[0], Record)):
        return value
    return tuple(
        Record(
            one.list,
            one.id,
            {name: draw(GAPS) or _period(draw, name, v) for name, v in one.values.items()},
        )
        for one in value
    )


def _period(draw: st.DrawFn, name: str, value: Any) -> Any:
    return tuple(draw(GAPS) or day for day in value) if name == "period" else value
