"""Slips inside a text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter import load_library
from drafter.bundled import starter_library
from drafter.consistency.slips import slips
from drafter.library.model import ClauseLibrary


@pytest.fixture(scope="module")
def clauses() -> ClauseLibrary:
    return load_library(starter_library()).clauses


def told(text: str, library: ClauseLibrary) -> list[str]:
    """The rules that speak of a text."""
    return [one.rule for one in slips(text, library)]


class DescribeMoreOfANumberThanThereAre:
    """It is told of parts, not of what has a number and a date."""

    @pytest.mark.parametrize(
        "text",
        ["12 of 10 prototypes", "at least 12 out of 10", "12 of the 10, by 3 May 2027",
         "200 false alarms of 100", "at most 200 false alarms out of 100 tests"],
    )  # fmt: skip
    def it_is_told(self, text: str, clauses: ClauseLibrary) -> None:
        assert told(text, clauses) == ["more-than-all"]

    @pytest.mark.parametrize(
        "text",
        [
            "the grant of 118 of 3 May 2027",
            "grant agreement RF-118 of 24 months",
            "order 2027/118 of 3 shirts",
            "10 of 12 prototypes",
            "500 reels of 100 metres",
            "30 boxes of 10",
            "20000 by the end of 2028",
            "3000 units in June of 2028",
            "500 for the team of 12",
        ],
    )
    def it_is_not_read_into_a_number_of_a_paper(self, text: str, clauses: ClauseLibrary) -> None:
        assert told(text, clauses) == []


class DescribeARangeThatBeginsBeyondItsEnd:
    """It is told where both ends are of one kind, and nothing falls."""

    def it_is_told_by_the_words_of_the_library_letter_for_letter(
        self, clauses: ClauseLibrary
    ) -> None:
        words = replace(clauses.words, measures={"between": ("entre (",), "and": ("et",)})
        own = replace(clauses, words=words)
        assert told("entre ( 3,000 et 2,000 units", own) == ["range-in-disorder"]
        assert told("between 3,000 and 2,000 units", own) == []

    @pytest.mark.parametrize(
        "text",
        ["3% to 1%", "between 20 and 10 days", "24-12 months", "GBP 500 to GBP 100", "2028 to 2027",
         "between 3,000 and 2,000 units", "from 1 May 2028 to 1 April 2028",
         "between 2028-05-01 and 2028-04-01", "500 to 100 bags", "children aged 12 to 3",
         "20,000 to 2,000", "£500 to £100",
         "between 900 g and 600 g"],
    )  # fmt: skip
    def it_is_told(self, text: str, clauses: ClauseLibrary) -> None:
        assert told(text, clauses) == ["range-in-disorder"]

    @pytest.mark.parametrize(
        "text",
        ["1% to 3%", "from 20 to 10 days", "returns fall, 3% to 1%", "12 months to 1 year",
         "between 9 and 5", "1 December to 31 January 2028", "on 1 May 2028 and 1 April 2028",
         "EUR 500 to GBP 100", "AB-2028-2027", "a ratio of 500 to 1", "in 2028 to 500 homes",
         "between 30 samples and 5 days", "between 10 pm and 6 am", "5 to 30 bags"],
    )  # fmt: skip
    def it_is_not_read_into_what_falls_or_does_not_compare(
        self, text: str, clauses: ClauseLibrary
    ) -> None:
        assert told(text, clauses) == []


class DescribeAShareOfMoreThanTheWhole:
    @pytest.mark.parametrize("text", ["180% of the phase", "101 percent", "130% of 50 samples"])
    def it_is_told(self, text: str, clauses: ClauseLibrary) -> None:
        assert told(text, clauses) == ["more-than-whole"]

    @pytest.mark.parametrize(
        "text",
        ["100% of the phase", "150% of the fees paid", "120% of last year's sales",
         "growth of 180%", "110% of the amount that was planned"],
    )  # fmt: skip
    def it_is_not_read_into_what_may_be_passed(self, text: str, clauses: ClauseLibrary) -> None:
        assert told(text, clauses) == []


class DescribeATermOfTradeWithoutItsPlace:
    @pytest.mark.parametrize(
        "text",
        ["DDP", "DDP 2020", "delivery DDP Incoterms 2020", "DAP (Incoterms 2020)", "FCA Incoterms"],
    )
    def it_is_told(self, text: str, clauses: ClauseLibrary) -> None:
        assert told(text, clauses) == ["trade-term-alone"]

    @pytest.mark.parametrize(
        "text",
        [
            "DDP Manchester (Incoterms 2020)",
            "DAP (Incoterms 2020) at Hull",
            "cleaned by CIP in 2020",
        ],
    )
    def it_is_not_read_into_one_with_a_place(self, text: str, clauses: ClauseLibrary) -> None:
        assert told(text, clauses) == []
