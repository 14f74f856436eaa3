"""An explanation that is remembered is the one that would be made now."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from support.command import NAMES, answers_of
from support.examples import starter
from support.small import deal, small

from drafter.selection.explain import explain
from drafter.selection.explained import explained
from drafter.selection.model import Selection
from drafter.selection.select import select


def selection(record: dict[str, Any]) -> Selection:
    library = starter()
    return library.select(library.read(record)).selection


def alike(record: dict[str, Any]) -> Selection:
    """The selection of a deal, each topic of which is explained as if nothing were remembered."""
    made = selection(record)
    for topic in made.chosen:
        assert explained(made, topic) == explain(made, topic)
    return made


class DescribeRememberedExplanations:
    @pytest.mark.parametrize("name", NAMES)
    def it_says_of_every_example_what_is_worked_out_anew(self, name: str) -> None:
        """The second time all of it is remembered."""
        alike(answers_of(name))
        alike(answers_of(name))

    def it_knows_an_answer_that_was_given_from_one_that_was_recommended(self) -> None:
        record = answers_of("short-campaign")
        recommended = alike(record).recommended
        assert recommended
        for name, step in recommended.items():
            if isinstance(step.take, str):
                given = deepcopy(record)
                given["answers"][name] = step.take
                alike(given)

    def it_knows_that_an_answer_is_missing(self) -> None:
        record = answers_of("smart-handbag")
        single = [name for name, value in record["answers"].items() if isinstance(value, str)]
        for name in single:
            open_one = deepcopy(record)
            del open_one["answers"][name]
            alike({**open_one, "unknown": [name]})

    def it_looks_at_the_record_that_an_answer_points_at(self) -> None:
        """Two deals of one library whose leader is the same party, of another size."""
        table = "heading: Leaving\nchoose:\n  by-notice: lead.size is small or ownership is maker\n"
        table += "  never: lead.size is not small and ownership is not maker\n"
        library = small(**{"topics/exit/topic.yaml": table, "topics/exit/never.md": "No exit.\n"})
        for size in ("small", "large"):
            parties = {"north": {"name": "North", "size": size}, "south": {"name": "South"}}
            answers = deal({"parties": parties, "lead": "north", "ownership": "maker"})
            made = select(library, library.precedents["simple"], answers)
            assert explained(made, "exit") == explain(made, "exit")
