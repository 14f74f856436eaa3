"""The proof is exact: each threshold, unit, list and comparison where faults hide is found.

Each case is a table over a few questions, said in one line a row, and the answers that the proof
must name; no answers where the table is sound.
"""

from __future__ import annotations

import pytest

from drafter.library.files import LibraryFiles
from drafter.library.load import load_files
from drafter.library.model import ClauseLibrary
from drafter.proof.goals import Counterexample
from drafter.rules.of_all_answers import prove_library

QUESTIONS = """\
section: The deal
questions:
  parties:
    asks: Who?
    type: list
    one: party
    called: name
    at least: 2
    at most: 9
    fields:
      name: {asks: Name?, type: text}
      kind: {asks: Kind?, type: choice, options: {firm: Firm, school: School, charity: Charity}}
      staff: {asks: How many people?, type: whole number}
      law: {asks: Which law?, type: jurisdictions, optional: yes}
  pilot: {asks: Is there a pilot?, type: yes/no}
  length: {asks: How long?, type: duration}
  gate: {asks: When is it decided?, type: duration}
  month: {asks: In which month?, type: whole number}
  budget: {asks: How much?, type: money}
  share: {asks: Which share?, type: percentage}
  start: {asks: From when?, type: date}
  places: {asks: Where?, type: jurisdictions}
  grounds: {asks: Why?, type: several choices, options: {law: Law, safety: Safety}}
  note: {asks: What else?, type: text, optional: yes}
  steps:
    asks: Which steps?
    type: list
    one: step
    ask when: pilot
    fields:
      name: {asks: Name?, type: text}
      due: {asks: By when?, type: date, optional: yes}
"""
FACTS = """\
count: {count: parties}
firms: {count: parties, where: kind is firm}
order: {compare: [length, gate]}
late: {compare: [gate, month]}
early: {compare: [month, length]}
same_time: {same: [length, gate]}
first_step: {earliest: steps.due}
last_step: {latest: steps.due}
"""


def library(*rows: str, **files: str) -> ClauseLibrary:
    """A library with one table of these rows, `name: condition`."""
    ids = [row.split(":")[0] for row in rows]
    texts = {
        "questionnaire/01-deal.yaml": QUESTIONS,
        "facts/facts.yaml": FACTS,
        "topics/task/topic.yaml": "heading: Work\nchoose:\n"
        + "".join(f"  {row}\n" for row in rows),
        **{f"topics/task/{id}.md": "It is so.\n" for id in ids if id != "left-out"},
        "precedents/deal.yaml": "title: A deal\nparts: [{heading: All, topics: [task]}]\n",
    }
    loaded, faults = load_files(LibraryFiles("library", texts | files, "digest"))
    assert not faults, faults
    return loaded


def found(*rows: str, **files: str) -> list[Counterexample]:
    """The gaps and overlaps of the table."""
    proof = prove_library(library(*rows, **files))
    assert not proof.not_decided, proof.not_decided
    return [one for one in proof.counterexamples if one.diagnostic.rule in ("gap", "overlap")]


def shown(*rows: str, **files: str) -> list[str]:
    """Each gap or overlap with the answers that force it."""
    return [
        f"{one.diagnostic.rule}: "
        + next(note for note in one.diagnostic.notes if note.startswith("answers: "))[9:]
        for one in found(*rows, **files)
    ]


class DescribeAmounts:
    """Between two amounts lies a third, and at each of them the table may fail."""

    @pytest.mark.parametrize(
        ("rows", "expected"),
        [
            (("a: month < 3", "b: month > 3"), ["gap: month is 3"]),
            (("a: month <= 3", "b: month > 4"), ["gap: month is 4"]),
            (("a: month <= 4", "b: month >= 4"), ["overlap: month is 4"]),
            (("a: month < 4", "b: month > 3"), []),
            (("a: share < 20 percent", "b: share > 20 percent"), ["gap: share is 20 percent"]),
            (("a: start < 2027-06-01", "b: start > 2027-06-01"), ["gap: start is 2027-06-01"]),
            (("a: start < 2027-06-01", "b: start > 2027-05-31"), []),
            (("a: count < 4", "b: count > 4"), ["gap: parties is 4 records"]),
            (("a: count <= 9", "b: count > 9"), []),
        ],
    )
    def it_finds_the_amount_at_which_a_table_fails(
        self, rows: tuple[str, ...], expected: list[str]
    ) -> None:
        assert shown(*rows) == expected

    def it_finds_money_in_another_currency(self) -> None:
        """An amount in pounds is neither more nor less than one in euro: the topic stays open."""
        assert shown("a: budget < EUR 100", "b: budget >= EUR 100") == ["gap: budget is GBP 1000"]

    def it_finds_a_time_in_another_unit(self) -> None:
        """Years count as twelve months, and 365 days may or may not be one."""
        assert shown("a: length < 12 months", "b: length >= 1 years") == ["gap: length is 365 days"]


class DescribeAFactThatNoTextReads:
    """It is proved in every precedent, also where no question behind it is asked."""

    def it_is_shown_by_the_answers_that_its_rows_read(self) -> None:
        span = "span:\n  classify:\n    short: month < 3\n    long: month > 3\n"
        (gap,) = found("a: pilot", "b: not pilot", **{"facts/facts.yaml": FACTS + span})
        assert gap.answers is not None
        assert gap.answers["answers"]["month"] == "3"
        assert gap.diagnostic.questions == ("month",)


class DescribeSetsAndBlanks:
    """Any set of options may be chosen, and an optional question may stay blank."""

    def it_finds_the_set_that_two_rows_share(self) -> None:
        rows = ("a: places has GB", "b: places has US", "c: not (places has any of GB, US)")
        assert shown(*rows) == ["overlap: places is GB, US"]

    def it_finds_the_set_that_no_row_takes(self) -> None:
        rows = ("a: grounds has all of law, safety", "b: not (grounds has any of law, safety)")
        assert [one.split(":")[0] for one in shown(*rows)] == ["gap"]

    def it_knows_that_a_blank_is_an_answer(self) -> None:
        assert shown("a: note is answered", "b: note is not answered") == []
        assert shown("a: note is answered", "b: note is not answered and pilot") == [
            "gap: pilot is no, note is blank or not asked"
        ]


class DescribeRecords:
    """A list may hold any records, in any number that it takes."""

    def it_finds_two_kinds_of_record_side_by_side(self) -> None:
        rows = ("a: some party has (kind is firm)", "b: some party has (kind is school)",
                "c: every party has (kind is charity)")  # fmt: skip
        assert shown(*rows) == ["overlap: parties is 2 records"]

    def it_knows_that_few_records_have_few_kinds(self) -> None:
        """Two parties cannot be a firm, a school and a charity; three can."""
        three = "some party has (kind is firm) and some party has (kind is school) and " \
            "some party has (kind is charity)"  # fmt: skip
        assert shown(f"a: not ({three} and count = 2)", f"b: {three} and count = 2") == []
        assert shown(f"a: not ({three})", f"b: {three} and count > 3") == [
            "gap: parties is 3 records"
        ]

    def it_counts_the_records_that_pass_a_test(self) -> None:
        assert shown("a: firms < 3", "b: firms > 3") == ["gap: parties is 3 records"]
        assert shown("a: firms < 3", "b: firms >= 3 and count >= 3") == []

    def it_finds_the_blank_field_that_leaves_a_row_open(self) -> None:
        assert shown("a: some party has (law has GB)", "b: no party has (law has GB)") == [
            "gap: parties is 2 records"
        ]

    def it_follows_the_first_and_the_last_date(self) -> None:
        rows = ("a: not pilot or first_step <= 2027-03-01", "b: last_step > 2027-03-01")
        assert [one.split(":")[0] for one in shown(*rows)] == ["gap", "overlap"]


class DescribeComparisons:
    """Facts that compare two questions are exact, and so are chains of them."""

    def it_finds_two_equal_times(self) -> None:
        assert len(shown("a: order is one of less, open", "b: order is more")) == 1
        assert shown("a: order is less", "b: order is one of equal, more, open") == []

    def it_knows_that_later_than_later_is_later(self) -> None:
        """length < gate and gate < month: then month is not before length."""
        chain = "order is less and late is less and early is less"
        assert shown(f"a: not ({chain})") == []

    def it_ties_a_comparison_to_the_amounts(self) -> None:
        rule = "length <= 3 months and gate >= 4 months and order is more"
        assert shown(f"a: not ({rule})") == []

    def it_knows_that_the_same_is_equal(self) -> None:
        assert shown("a: not same_time or order is equal") == []
        assert shown("a: same_time or order is one of less, more") == [
            "gap: length is 156 working-days, gate is 6 months"
        ]


class DescribeConstraints:
    """A blocking rule and a question that is not asked take answers away."""

    def it_raises_no_alarm_where_a_rule_blocks(self) -> None:
        rule = {"consistency/R1.yaml": "severity: block\nwhen: month = 3\nmessage: Not 3.\n"}
        assert shown("a: month < 3", "b: month > 3", **rule) == []

    def it_raises_it_where_a_rule_only_warns(self) -> None:
        rule = {"consistency/R1.yaml": "severity: warn\nwhen: month = 3\nmessage: Not 3.\n"}
        assert shown("a: month < 3", "b: month > 3", **rule) == ["gap: month is 3"]

    def it_treats_a_list_that_is_not_asked_as_empty(self) -> None:
        assert shown("a: some step has (due is answered)", "b: no step has (due is answered)") == []
