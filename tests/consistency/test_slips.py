"""Slips inside a text."""

from __future__ import annotations

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
        "text", ["12 of 10 prototypes", "at least 12 out of 10", "12 of the 10, by 3 May 2027"]
    )
    def it_is_told(self, text: str, clauses: ClauseLibrary) -> None:
        assert told(text, clauses) == ["more-than-all"]

    @pytest.mark.parametrize(
        "text",
        [
            "the grant of 118 of 3 May 2027",
            "grant agreement RF-118 of 24 months",
            "order 2027/118 of 3 shirts",
            "10 of 12 prototypes",
        ],
    )
    def it_is_not_read_into_a_number_of_a_paper(self, text: str, clauses: ClauseLibrary) -> None:
        assert told(text, clauses) == []
