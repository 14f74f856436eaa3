"""`drafter show library`."""

from __future__ import annotations

import json

from support.command import Command


class DescribeShowLibrary:
    def it_ends_with_the_printed_words(self, drafter: Command) -> None:
        outcome = drafter("show", "library")
        assert outcome.out.splitlines()[-2:] == [
            "Printed words [en-uk]",
            "Printed words [en-us]",
        ]

    def it_names_them_as_data(self, drafter: Command) -> None:
        shown = json.loads(drafter("show", "library", "--json").out)
        assert shown["printed_words"] == ["de", "en-uk", "en-us"]


class DescribeThePlaybook:
    def it_gives_the_positions_of_a_topic_preferred_first_and_when_each_stands(
        self, drafter: Command
    ) -> None:
        plays = json.loads(drafter("show", "playbook", "co-marketing", "--json").out)
        exits = next(play for play in plays["co-marketing"] if play["topic"] == "exit")
        given = [(one["wording"], one["position"]) for one in exits["positions"]]
        assert given[0][1] == "preferred"
        assert given[-1] == ("no-exit", "floor")
        assert exits["positions"][-1]["chosen_when"] == "exit_right is no-exit"

    def it_reads_as_text(self, drafter: Command) -> None:
        text = drafter("show", "playbook", "co-marketing").out
        assert text.startswith("# Co-marketing agreement: playbook\n")
        assert "\n- **no-exit** (floor, given by general counsel): " in text

    def it_knows_its_precedents(self, drafter: Command) -> None:
        assert "did you mean `co-marketing`?" in drafter("show", "playbook", "co-marketin").err


class DescribeFind:
    def it_names_the_line_of_a_variant_whatever_the_case(self, drafter: Command) -> None:
        found = json.loads(drafter("find", "REASONABLE", "endeavours", "--json").out)
        names = {(one["kind"], one["name"]) for one in found}
        assert names >= {("wording", "people/reasonable-effort"),
                         ("definition", "Reasonable Endeavours")}  # fmt: skip
        assert all("reasonable endeavours" in one["line"].lower() for one in found)

    def it_says_that_words_stand_nowhere(self, drafter: Command) -> None:
        outcome = drafter("find", "party of the first part")
        assert outcome.code == 1
        assert "error[no-such-words]" in outcome.err
