"""`drafter rule`: every rule listed, each one explained, on a screen of eighty columns."""

from __future__ import annotations

import json
from pathlib import Path

from support.command import Command

from drafter.rules.table import all_rules

ESSENTIAL = """\
essential

An answer is missing without which the precedent makes no agreement.

Why: a precedent lists under `essential:` what may not be left to a blank. What
is unknown on purpose may stand as a blank all the same, but for the parties.

Bad, in answers.yaml:

    precedent: deal
    answers:
      parties: {acme: {name: Acme Ltd}, maison: {name: Maison V SA}}

Good, in answers.yaml:

    precedent: deal
    answers:
      parties: {acme: {name: Acme Ltd}, maison: {name: Maison V SA}}
    unknown: [product]

Speaks when an agreement is drafted. An error. Nothing is written; the command
ends with 1. In a batch the deal becomes a reject and the others are drafted.
"""


class DescribeARule:
    """Who meets a rule in a message asks for it by the name in brackets."""

    def it_says_what_it_means_why_and_what_follows(self, drafter: Command) -> None:
        assert drafter("rule", "essential").out == ESSENTIAL

    def it_is_told_as_data(self, drafter: Command) -> None:
        data = json.loads(drafter("rule", "set-aside", "--json").out)
        assert data["effect"] == (
            "A warning: the agreement is drafted, and the command ends with 0."
        )
        assert (data["rule"], data["when"]) == ("set-aside", "When an agreement is drafted")

    def it_may_be_one_of_the_library(self, drafter: Command) -> None:
        said = drafter("rule", "R6").out
        assert said.startswith("R6\n\n")
        assert "\n\nWhen: " in said
        assert "\n\nWhy: " in said
        assert "Speaks when the answers of a deal are judged by this library." in said

    def it_is_guessed_where_it_is_misspelt(self, drafter: Command) -> None:
        outcome = drafter("rule", "esential")
        assert outcome.code == 1
        assert "there is no rule `esential`" in outcome.err
        assert "did you mean `essential`? All of them: drafter rule" in outcome.err

    def it_is_pointed_at_where_a_message_names_it(self, drafter: Command, tmp_path: Path) -> None:
        outcome = drafter("draft", tmp_path / "none.yaml", "-o", tmp_path / "a.docx")
        assert outcome.err.endswith("what a rule in brackets means: drafter rule RULE\n")


class DescribeTheListOfAllRules:
    def it_names_every_rule_in_eighty_columns(self, drafter: Command) -> None:
        lines = drafter("rule").out.splitlines()
        named = [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "]
        assert named[: len(all_rules())] == list(all_rules())
        assert {"R1", "R6"} <= set(named)
        assert max(map(len, lines)) <= 80

    def it_is_the_same_as_data(self, drafter: Command) -> None:
        data = json.loads(drafter("rule", "--json").out)
        assert [one["rule"] for one in data][: len(all_rules())] == list(all_rules())

    def it_stands_and_says_so_where_the_library_is_at_fault(
        self, drafter: Command, tmp_path: Path
    ) -> None:
        outcome = drafter("rule", "--library", tmp_path / "none")
        assert outcome.code == 0
        assert "  essential " in outcome.out
        assert "the library is at fault (library)" in outcome.err
