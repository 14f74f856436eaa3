"""`drafter check` proves the library: what it prints, counts and saves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.command import Command
from support.examples import starter
from support.small import SMALL

TABLE = "topics/results/topic.yaml"


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    """A small library with a gap."""
    texts = SMALL | {TABLE: SMALL[TABLE].replace("ownership is joint", "notice >= 30 days")}
    for name, text in texts.items():
        path = tmp_path / "library" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "library"


class DescribeCheck:
    """The last line counts what was proved, what was shown to fail, what is left."""

    def it_ends_with_what_came_of_the_proof(self, drafter: Command) -> None:
        outcome = drafter("check")
        *_, last = outcome.out.splitlines()
        proved, rest = last.split(" ", 1)
        assert rest == "proved, 0 counterexamples, 0 not decided"
        assert int(proved) > 5_000
        assert outcome.code == 0

    def it_refuses_a_library_with_a_counterexample(self, drafter: Command, spoiled: Path) -> None:
        outcome = drafter("check", "--library", spoiled)
        assert "error[gap]: no wording of `results` fits these answers" in outcome.out
        assert "   = answers: ownership is joint, notice is 29 days\n" in outcome.out
        assert outcome.code == 1

    def it_counts_alike_in_words_and_in_data(self, drafter: Command, spoiled: Path) -> None:
        data = json.loads(drafter("check", "--library", spoiled, "--json").out)
        assert drafter("check", "--library", spoiled).out.splitlines()[-1] == (
            f"{data['proved']} proved, {data['counterexamples']} counterexamples, "
            f"{data['not_decided']} not decided"
        )

    def it_gives_the_answers_as_data(self, drafter: Command, spoiled: Path) -> None:
        data = json.loads(drafter("check", "--library", spoiled, "--json").out)
        (finding,) = [one for one in data["findings"] if one["rule"] == "gap"]
        assert finding["severity"] == "error"
        assert finding["place"].endswith("topics/results/topic.yaml:4:3")
        assert finding["answers"] == {
            "precedent": "simple",
            "answers": {
                "parties": {"party-1": {"name": "name 1"}, "party-2": {"name": "name 2"}},
                "ownership": "joint",
                "notice": "29 days",
            },
        }

    def it_saves_answers_that_every_command_reads(
        self, drafter: Command, spoiled: Path, tmp_path: Path
    ) -> None:
        drafter("check", "--library", spoiled, "--save", tmp_path / "shown")
        gap, overlap = sorted((tmp_path / "shown").iterdir())
        assert (gap.name, overlap.name) == ("gap-1.yaml", "overlap-2.yaml")
        assert "error[gap]" in drafter("explain", gap, "--library", spoiled).err
        assert "error[overlap]" in drafter("explain", overlap, "--library", spoiled).err

    def it_saves_cases_that_check_runs(
        self, drafter: Command, spoiled: Path, tmp_path: Path
    ) -> None:
        drafter("check", "--library", spoiled, "--save", spoiled / "cases")
        mended = spoiled / TABLE
        mended.write_text(SMALL[TABLE], "utf-8")
        data = json.loads(drafter("check", "--library", spoiled, "--coverage", "--json").out)
        assert data["coverage"]["cases"] == 2
        assert [one for one in data["findings"] if one["severity"] == "error"] == []

    def it_writes_answers_that_reach_the_whole_library(
        self, drafter: Command, spoiled: Path, tmp_path: Path
    ) -> None:
        (spoiled / TABLE).write_text(SMALL[TABLE], "utf-8")
        said = drafter("check", "--library", spoiled, "--cover", tmp_path / "cover").out
        written = sorted((tmp_path / "cover").iterdir())
        assert f"{len(written)} sets of answers in {tmp_path / 'cover'}" in said
        assert "  wordings      3 of 3\n" in said
        for path in written:
            assert drafter("explain", path, "results", "--library", spoiled).code == 0

    def it_writes_no_answers_for_a_library_with_faults(
        self, drafter: Command, spoiled: Path, tmp_path: Path
    ) -> None:
        (spoiled / TABLE).write_text("heading: Results\nchoose:\n  maker: nothing\n", "utf-8")
        said = drafter("check", "--library", spoiled, "--cover", tmp_path / "cover").out
        assert "no answers were written: the library has faults" in said

    def it_does_not_pass_what_it_had_no_time_for(self, drafter: Command) -> None:
        outcome = drafter("check", "--budget", "0")
        every = len(starter().clauses.precedents)
        assert outcome.out.splitlines()[-1] == f"0 proved, 0 counterexamples, {every} not decided"
        assert outcome.code == 1


class DescribeAnAuthorsSlips:
    """Each is told at once, with its place and a way out."""

    def it_tells_them_all_at_once(self, drafter: Command, spoiled: Path) -> None:
        slips = {
            TABLE: SMALL[TABLE]
            .replace("ownership is joint", "ownership is joynt")
            .replace("is maker\n", "is maker #and pilot\n")
            + "settles: Who owns what\n",
            "facts/deal.yaml": SMALL["facts/deal.yaml"] + "early: {when: notise < 3 days}\n",
            "consistency/R1.yaml": SMALL["consistency/R1.yaml"].replace("30 days", "30 percent"),
            "topics/exit/by-notice.md": "It may leave as [@resluts] states.\n",
        }
        for name, text in slips.items():
            (spoiled / name).write_text(text, "utf-8")
        said = drafter("check", "--library", spoiled, "--json")
        found = {
            (one["place"].removeprefix(f"{spoiled.as_posix()}/"), one["rule"]): one["help"]
            for one in json.loads(said.out)["findings"]
        }
        assert said.code == 1
        assert found.items() >= {
            (f"{TABLE}:5:31", "unknown-option"): "did you mean `joint`?",
            (f"{TABLE}:6:1", "duplicate-key"): "keep one of the two",
            (f"{TABLE}:4:15", "comment-in-row"): "put two spaces before a comment, or remove the #",
            ("facts/deal.yaml:3:15", "unknown-name"): "did you mean `notice`?",
            ("consistency/R1.yaml:2:16", "wrong-type"): "",
            ("topics/exit/by-notice.md:1:17", "reference-target"): "did you mean `results`?",
        }.items()  # fmt: skip

    def it_counts_the_cases_that_a_table_stops_beneath_the_table(
        self, drafter: Command, spoiled: Path
    ) -> None:
        (spoiled / "cases").mkdir()
        for name, notice in (("short", "5"), ("shorter", "6"), ("long", "60")):
            text = ("precedent: simple\nanswers:\n  parties: {a: {name: A}, b: {name: B}}\n"
                    f"  ownership: joint\n  notice: {notice} days\n"
                    "expect: {variants: {results: jointly-owned}}\n")  # fmt: skip
            (spoiled / "cases" / f"{name}.yaml").write_text(text, "utf-8")
        told = drafter("check", "--library", spoiled).out
        assert "   = 2 cases end at this table: short, shorter\n" in told
        assert "error[case]" not in told


class DescribeSarif:
    """`drafter check --sarif` shows the findings in place, where code is reviewed."""

    @pytest.fixture
    def run(self, drafter: Command, spoiled: Path) -> dict[str, Any]:
        """The one run in the log of a library with a gap."""
        log = json.loads(drafter("check", "--library", spoiled, "--sarif").out)
        assert log["version"] == "2.1.0"
        (run,) = log["runs"]
        return run

    def it_shows_a_finding_at_its_line(self, run: dict[str, Any]) -> None:
        (gap,) = [one for one in run["results"] if one["ruleId"] == "gap"]
        (location,) = gap["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uri"].endswith("/library/topics/results/topic.yaml")
        assert place["region"] == {
            "startLine": 4,
            "startColumn": 3,
            "endColumn": 13,
            "snippet": {"text": "  maker-owns: ownership is maker"},
        }
        assert gap["level"] == "error"

    def it_says_the_answers_and_the_cure_with_the_finding(self, run: dict[str, Any]) -> None:
        (gap,) = [one for one in run["results"] if one["ruleId"] == "gap"]
        first, *_, last = gap["message"]["text"].splitlines()
        assert first == "no wording of `results` fits these answers"
        assert "answers: ownership is joint, notice is 29 days" in gap["message"]["text"]
        assert last.startswith("help: ")

    def it_brings_the_page_of_each_rule_that_spoke(self, run: dict[str, Any]) -> None:
        rules = run["tool"]["driver"]["rules"]
        assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [
            one["ruleId"] for one in run["results"]
        ]
        assert all("Why:" in one["help"]["text"] or "Cure:" in one["help"]["text"] for one in rules)

    def it_says_what_was_proved_too(self, run: dict[str, Any]) -> None:
        assert run["properties"]["counterexamples"] == 8
        assert run["properties"]["proved"] == 24

    def it_is_not_printed_together_with_json(self, drafter: Command, spoiled: Path) -> None:
        outcome = drafter("check", "--library", spoiled, "--sarif", "--json")
        assert "--json and --sarif print different things: choose one." in outcome.err
        assert outcome.code == 2
