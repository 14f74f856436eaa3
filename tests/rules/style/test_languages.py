"""What reads English does not judge another language, and says so."""

from __future__ import annotations

import pytest
from support.made_up import printed_words
from support.small import SMALL, loaded, told

from drafter.library.model import ClauseLibrary
from drafter.rules.of_files import run_checks
from drafter.rules.of_upkeep import run_reviews


@pytest.fixture
def german() -> ClauseLibrary:
    """A library with German words, one of which every lint of English would find."""
    library, faults = loaded(SMALL | {
        "precedents/simple.yaml": "language: de\n" + SMALL["precedents/simple.yaml"],
        "printing/de.yaml": printed_words(),
        "questionnaire/01-deal.yaml": SMALL["questionnaire/01-deal.yaml"].replace(
            "asks: How many seats?", "asks: Is der Platz frei?"),
        "topics/results/maker-owns.md": "Jede Partei shall das Ergebnis behalten.\n",
    })  # fmt: skip
    assert not faults, told(faults)
    return library


class DescribeAnotherLanguage:
    def it_may_write_nouns_with_capitals(self, german: ClauseLibrary) -> None:
        assert told(run_checks(german)) == ""

    def it_is_not_read_as_english(self, german: ClauseLibrary) -> None:
        found = {one.rule for one in run_reviews(german)}
        assert [one for one in found if one.startswith("L") or one == "likely-fact"] == []

    def it_is_told_what_is_not_judged(self, german: ClauseLibrary) -> None:
        (note,) = (one for one in run_reviews(german) if one.rule == "not-judged")
        assert note.severity == "note"
        assert note.says == (
            "what reads English judges nothing in `de`: 48 drafting lints, undefined-term,"
            " likely-fact, party-count-wording, edition-spelling, ends-too-soon, not-listed,"
            " no-such-time, inoperative-point"
        )

    def it_leaves_english_judged_whole(self) -> None:
        library, _ = loaded(SMALL)
        assert [one for one in run_reviews(library) if one.rule == "not-judged"] == []
