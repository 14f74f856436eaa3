"""Three verdicts: true, false, and none while an answer is missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from support.conditions import CONDITIONS, NAMES, Answered, deals_with_gaps, read

from drafter.conditions.judge import AtRecord, judge
from drafter.conditions.model import Condition
from drafter.conditions.names import WithRecord
from drafter.kinds.model import Duration, Missing, Money, Points, Record


def verdict(text: str, **values: Any) -> bool | None:
    return judge(read(text), Answered(values))


class DescribeAVerdictWithGaps:
    @given(CONDITIONS, deals_with_gaps())
    def it_is_the_verdict_of_every_completion(
        self, condition: Condition, deals: tuple[Answered, Answered]
    ) -> None:
        whole, with_gaps = deals
        now = judge(condition, with_gaps)
        assert now is None or now is judge(condition, whole)

    @pytest.mark.parametrize("gap", [Missing.ABSENT, Missing.UNKNOWN])
    def it_is_given_where_the_rest_decides(self, gap: Missing) -> None:
        assert verdict("law is english or results", law=gap, results=True) is True
        assert verdict("law is english and results", law=gap, results=False) is False
        assert verdict("law is english and results", law=gap, results=True) is None
        assert verdict("not law is english", law=gap) is None


class DescribeAQuestionThatWasNotAsked:
    def it_fails_every_positive_test(self) -> None:
        for text in (
            "results",
            "law is english",
            "crafts has design",
            "seats >= 0",
            "law is answered",
            "law is unknown",
            "lead.kind is firm",
            "some party has (kind is firm)",
            "every party has (kind is firm)",
            "some two grants have (same licensee)",
        ):
            values = dict.fromkeys(NAMES.names(), Missing.NOT_ASKED)
            assert verdict(text, **values) is False, text

    def it_passes_the_negated_ones(self) -> None:
        assert verdict("law is not english", law=Missing.NOT_ASKED) is True
        assert verdict("no party has (kind is firm)", parties=Missing.NOT_ASKED) is True


class DescribeAnsweredAndUnknown:
    def it_has_a_verdict_unless_what_is_unknown_may_be_answered_yet(self) -> None:
        assert verdict("law is answered", law="english") is True
        assert verdict("law is answered") is False
        assert verdict("law is unknown") is False
        assert verdict("law is unknown", law=Missing.UNKNOWN) is True
        assert verdict("law is answered", law=Missing.UNKNOWN) is None


class DescribeASetOfTerritories:
    @pytest.mark.parametrize(
        ("text", "value", "expected"),
        [
            ("places has EU", ("IT",), True),
            ("places has EU", ("worldwide",), True),
            ("places has EU", ("GB", "NO"), False),
            ("places has EEA", ("NO",), True),
            ("places has EEA", ("FR",), True),
            ("places has EU", ("EEA",), True),
            ("places has EEA", ("CH",), False),
            ("places has EFTA", ("CH",), True),
            ("places has EFTA", ("EEA",), True),
            ("places has FR", ("EU",), True),
            ("places has US", ("US-CA",), True),
            ("places has all of FR, US", ("EU", "GB"), False),
        ],
    )
    def it_holds_what_shares_ground(self, text: str, value: Any, expected: bool) -> None:
        assert verdict(text, places=value) is expected


class DescribeAComparison:
    @pytest.mark.parametrize(
        ("text", "value", "expected"),
        [
            ("cap >= EUR 100", Money("EUR", Decimal("100.00")), True),
            ("cap >= EUR 100", Money("USD", Decimal(999)), None),
            ("notice < 30 days", Duration("days", 29), True),
            ("notice < 30 days", Duration("months", 1), None),
            ("notice < 30 days", Duration("working-days", 10), True),
            ("notice < 30 days", Duration("working-days", 12), None),
            ("notice < 30 days", Duration("months", 2), False),
            ("notice >= 12 months", Duration("days", 366), True),
            ("notice >= 12 months", Duration("days", 365), None),
            ("notice = 12 months", Duration("years", 1), True),
            ("notice < 2 years", Duration("months", 23), True),
            ("share > 12.5 percent", Decimal("12.50"), False),
            ("start < 2027-03-05", date(2027, 3, 4), True),
        ],
    )
    def it_orders_what_can_be_ordered(self, text: str, value: Any, expected: bool | None) -> None:
        assert verdict(text, **{text.split()[0]: value}) is expected


FIRM = Record("parties", "a", {"kind": "firm", "size": 3, "home": ("GB",)})
PUBLIC = Record("parties", "b", {"kind": "public", "size": 1, "home": ("FR", "GB")})


def grant(id: str, **values: Any) -> Record:
    return Record("grants", id, values)


class DescribeATestOfRecords:
    def it_speaks_of_some_of_every_and_of_none(self) -> None:
        parties = (FIRM, PUBLIC)
        assert verdict("some party has (kind is public)", parties=parties) is True
        assert verdict("every party has (size > 0)", parties=parties) is True
        assert verdict("no party has (size > 3)", parties=parties) is True
        assert verdict("every party has (kind is firm)", parties=()) is True
        assert verdict("some party has (kind is firm)", parties=()) is False

    def it_follows_a_reference_into_its_record(self) -> None:
        deal = {"parties": (FIRM, PUBLIC), "grants": (grant("g", licensee=Points("parties", "b")),)}
        assert verdict("some grant has (licensee.kind is public)", **deal) is True
        assert verdict("lead.kind is firm", lead=Points("parties", "a"), **deal) is True

    def it_reaches_other_lists_from_inside(self) -> None:
        deal = {"parties": (FIRM,), "grants": (grant("g", exclusivity="sole"),)}
        text = "some party has (kind is firm and (some grant has (exclusivity is sole)))"
        assert verdict(text, **deal) is True

    def it_compares_with_the_record_of_the_loop_around_it(self) -> None:
        names = WithRecord(NAMES, "party", "parties")
        condition = read("some grant has (licensee is party)", names)
        deal = Answered({"grants": (grant("g", licensee=Points("parties", "a")),)})
        assert judge(condition, AtRecord("party", FIRM, deal)) is True
        assert judge(condition, AtRecord("party", PUBLIC, deal)) is False


class DescribeAPairTest:
    def pairs(self, text: str, one: dict[str, Any], other: dict[str, Any]) -> bool | None:
        fields = (
            Record("fields", "bags", {"overlaps": Points("fields", "luggage")}),
            Record("fields", "luggage", {}),
            Record("fields", "shoes", {}),
            Record("fields", "hats", {"overlaps": Missing.UNKNOWN}),
        )
        deal = Answered({"grants": (grant("g", **one), grant("h", **other)), "fields": fields})
        return judge(read(f"some two grants have ({text})"), deal)

    def it_compares_sets_whatever_their_order(self) -> None:
        one, other = {"territories": ("GB", "FR")}, {"territories": ("FR", "GB")}
        assert self.pairs("same territories", one, other) is True
        assert self.pairs("different territories", one, other) is False

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (("EU",), ("FR",), True),
            (("worldwide",), ("JP",), True),
            (("US",), ("US-CA",), True),
            (("GB",), ("EU",), False),
            (("EU",), ("EFTA",), False),
            (("FR-75",), ("EU",), True),
            ((), ("EU",), False),
        ],
    )
    def it_knows_which_territories_overlap(
        self, one: tuple[str, ...], other: tuple[str, ...], expected: bool
    ) -> None:
        found = self.pairs("overlapping territories", {"territories": one}, {"territories": other})
        assert found is expected

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("bags", "bags", True),
            ("bags", "luggage", True),
            ("luggage", "bags", True),
            ("bags", "shoes", False),
            ("shoes", "hats", None),
        ],
    )
    def it_takes_the_overlap_of_references_from_answers_alone(
        self, one: str, other: str, expected: bool | None
    ) -> None:
        found = self.pairs(
            "overlapping field",
            {"field": Points("fields", one)},
            {"field": Points("fields", other)},
        )
        assert found is expected

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ((1, 3), (3, 5), True),
            ((1, 2), (3, 5), False),
            ((1, None), (3, 5), True),
            ((None, 2), (3, None), False),
            ((1, Missing.ABSENT), (3, 5), None),
            ((6, Missing.ABSENT), (3, 5), False),
        ],
    )
    def it_reads_a_blank_day_as_open_and_a_missing_one_as_undecided(
        self, one: tuple[Any, Any], other: tuple[Any, Any], expected: bool | None
    ) -> None:
        def days(pair: tuple[Any, Any]) -> tuple[Any, ...]:
            return tuple(date(2027, 1, day) if isinstance(day, int) else day for day in pair)

        found = self.pairs("overlapping period", {"period": days(one)}, {"period": days(other)})
        assert found is expected
