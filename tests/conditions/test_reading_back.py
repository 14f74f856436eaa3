"""What is printed as the source of a condition reads back as the same condition."""

from __future__ import annotations

from hypothesis import assume, given
from support.conditions import CONDITIONS, NAMES, faults, read
from support.prose import placeless

from drafter.conditions.model import Condition
from drafter.conditions.names import WithRecord
from drafter.conditions.source import source, subjects, topics


class DescribeTheSource:
    @given(CONDITIONS)
    def it_reads_back_as_the_same_tree(self, condition: Condition) -> None:
        text = source(condition)
        assume("too-deep" not in [fault.rule for fault in faults(text)])
        assert placeless(read(text)) == condition

    def it_brackets_a_negated_list_beside_and(self) -> None:
        text = "(law is not one of english, german) and results"
        assert source(read(text)) == text

    def it_keeps_every_form_of_a_test(self) -> None:
        for text in (
            "not results",
            "law is not english",
            "product is answered",
            "notice is not answered",
            "law is unknown",
            "crafts has all of design, code",
            "not (crafts has any of design, code)",
            "cap >= EUR 7.50",
            "share < 12.5 percent",
            "notice <= 10 working-days",
            "start = 2027-03-05",
            "lead.kind is firm",
            "every party has (kind is firm or size > 2)",
            "no grant has (territories has GB)",
            "some grant has (licensee.kind is firm)",
            "some two grants have (overlapping field and both exclusivity is sole)",
            "@exit and not @pilot",
        ):
            assert source(read(text)) == text

    def it_drops_the_list_word_before_a_single_value(self) -> None:
        assert source(read("law is one of english")) == "law is english"
        assert source(read("crafts has all of design")) == "crafts has design"


class DescribeTheNamesThatAConditionReads:
    def it_names_questions_once_each_in_reading_order(self) -> None:
        text = "law is english or (seats > 3 or law is german)"
        assert list(subjects(read(text))) == ["law", "seats"]

    def it_names_the_lists_inside_a_test_of_records_and_no_fields(self) -> None:
        text = "some party has (kind is firm and (some grant has (exclusivity is sole)))"
        assert list(subjects(read(text))) == ["parties", "grants"]

    def it_finds_topics_inside_a_test_of_records(self) -> None:
        assert list(topics(read("some party has (@exit) and not @pilot"))) == ["exit", "pilot"]


class DescribeALongText:
    """3,000 levels or 10,000 tests are read or refused without harm."""

    def it_refuses_three_thousand_levels(self) -> None:
        for text in ("(" * 3000 + "results" + ")" * 3000, "not " * 3000 + "results"):
            assert [fault.rule for fault in faults(text)] == ["too-deep"]

    def it_reads_ten_thousand_tests(self) -> None:
        assert len(read(" or ".join(["results", "seats > 3"] * 5000)).parts) == 10_000  # type: ignore[union-attr]

    def it_stops_telling_after_twenty_unknown_names(self) -> None:
        names = " and ".join(f"resalts{number}" for number in range(10_000))
        assert len(faults(names)) == 20


class DescribeALoop:
    def it_names_the_record_at_hand_inside_a_test_of_records(self) -> None:
        names = WithRecord(NAMES, "party", "parties")
        text = "some grant has (licensee is party)"
        assert source(read(text, names)) == text
