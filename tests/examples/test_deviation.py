"""Where an example stands on less than the library prefers, and who may give it."""

from __future__ import annotations

import json

import pytest
from support.command import Command, example
from support.examples import starter


@pytest.fixture
def drafter(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


def found(name: str):  # type: ignore[no-untyped-def]
    """The deviations of an example."""
    return starter().select(starter().read_file(example(name))).deviations()


class DescribeDeviation:
    def it_names_each_topic_that_gives_ground_and_no_other(self) -> None:
        chosen = starter().select(starter().read_file(example("sensor-university"))).selection
        below = {
            id for id, one in chosen.chosen.items()
            if one.variant and one.variant.front.position in ("fallback", "floor")
        }  # fmt: skip
        assert {one.topic for one in found("sensor-university")} == below
        assert len(below) > 3

    def it_says_why_who_may_give_it_and_what_would_take_it_back(self) -> None:
        (money,) = (one for one in found("sensor-university") if one.topic == "money")
        assert (money.variant, money.position) == ("shared-budget", "fallback")
        assert money.approval_from == "finance director"
        assert [one.question for one in money.because] == ["money_model"]
        assert "own-costs" in [one.variant for one in money.preferred]

    def it_prefers_no_wording_that_is_made_for_other_parties(self) -> None:
        (leaving,) = (one for one in found("sensor-university") if one.topic == "exit")
        assert [one.variant for one in leaving.preferred] == ["after-lock-in"]

    def it_stands_in_the_report_and_is_counted(self) -> None:
        draft = starter().draft(starter().read_file(example("sensor-university")))
        told = draft.report()["deviations"]
        assert [one["topic"] for one in told] == [one.topic for one in found("sensor-university")]
        assert draft.tally.fallback + draft.tally.floor == len(told)
        assert f"{draft.tally.fallback} topics on a fallback" in draft.tally.as_text()


class DescribeTheCommand:
    def it_tells_special_terms_too(self, drafter: Command) -> None:
        outcome = drafter("explain", str(example("smart-handbag")), "--deviation")
        assert "Term [term]: renewing (fallback)" in outcome.out
        assert "[special term leather-care]: after after-sales" in outcome.out

    def it_gives_the_same_as_data(self, drafter: Command) -> None:
        outcome = drafter("explain", str(example("smart-handbag")), "--deviation", "--json")
        data = json.loads(outcome.out)
        assert [one["position"] for one in data["deviations"]] == ["fallback"]
        assert [one["id"] for one in data["special_terms"]] == ["leather-care"]
