"""What the proof promises a library author, each promise on the smallest library that shows it."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from support.small import loaded

from drafter.diagnostics import Diagnostic, Refused
from drafter.drafting import Library
from drafter.proof.goals import Proof
from drafter.rules.of_all_answers import prove_library

QUESTIONS = """\
section: The deal
questions:
  parties: {asks: Who?, type: list, one: party, called: name, fields: {name: {asks: Name?, type: text}}}
  forum: {asks: Who decides?, type: choice, options: {courts: Courts, arbitration: Arbitration, expert: Expert}}
  notice: {asks: How long?, type: duration}
  pilot: {asks: Is there a pilot?, type: yes/no}
  steps: {asks: Which steps?, type: list, one: step, ask when: pilot, fields: {name: {asks: Name?, type: text}}}
  close: {asks: Do they work closely?, type: yes/no}
"""  # noqa: E501
PARTIES = {"a": {"name": "Alder"}, "b": {"name": "Birch"}}


def library(*rows: str, **topics: str) -> Library:
    """A topic `task` with these rows, each with a text; other files by name."""
    texts = {
        "questionnaire/01-deal.yaml": QUESTIONS,
        "topics/task/topic.yaml": "heading: Work\nchoose:\n"
        + "".join(f"  {row}\n" for row in rows),
        **{f"topics/task/{row.split(':')[0]}.md": "It is so.\n" for row in rows
           if not row.startswith("left-out")},
        "precedents/deal.yaml": "title: A deal\nparts: [{heading: All, topics: [task]}]\n",
    }  # fmt: skip
    clauses, faults = loaded(texts | topics)
    assert not faults
    return Library(clauses)


def findings(proof: Proof, questions: tuple[str, ...]) -> dict[str, tuple[Any, ...]]:
    """Each rule that is broken, and what its answers say to these questions."""
    return {
        one.diagnostic.rule: tuple(
            one.answers["answers"].get(name) for name in questions if one.answers
        )
        for one in proof.counterexamples
        if one.diagnostic.rule in ("gap", "overlap", "dangling-reference")
    }


class DescribeATableOfThreeForums:
    """Two are covered, and one of them twice."""

    def it_is_refused_with_a_gap_and_an_overlap_and_answers_for_each(self) -> None:
        work = library("in-court: forum is courts", "by-panel: forum is one of courts, arbitration")
        proof = prove_library(work.clauses)
        assert findings(proof, ("forum",)) == {"gap": ("expert",), "overlap": ("courts",)}
        assert not proof.not_decided

    def it_passes_once_each_forum_has_one_row(self) -> None:
        work = library("in-court: forum is courts", "by-panel: forum is one of arbitration, expert")
        assert findings(prove_library(work.clauses), ()) == {}


class DescribeAThreshold:
    def it_is_refused_where_two_rows_meet_on_it(self) -> None:
        work = library("short: notice <= 30 days", "long: notice >= 30 days")
        found = findings(prove_library(work.clauses), ("notice",))
        assert found["overlap"] == ("30 days",)

    def it_is_refused_where_and_was_written_for_or(self) -> None:
        work = library("tight: pilot and close", "loose: not pilot and not close")
        found = findings(prove_library(work.clauses), ("pilot", "close"))
        assert found.keys() == {"gap"}
        assert set(found["gap"]) == {"yes", "no"}

    def it_raises_no_alarm_that_a_declared_constraint_rules_out(self) -> None:
        rows = ("tight: pilot and close", "loose: not pilot and not close")
        rule = (
            "severity: block\nwhen: (pilot and not close) or (close and not pilot)\nmessage: No.\n"
        )
        assert (
            findings(prove_library(library(*rows, **{"consistency/R1.yaml": rule}).clauses), ())
            == {}
        )


TARGETS = {
    "a block that always stands": ("The work starts. {#start}", True),
    "a guarded block": ("All work.\n\n{if pilot} The pilot starts. {#start}", False),
    "a block whose guard the reference shares": (
        "All work.\n\n{if close} It starts. {#start}",
        True,
    ),
    "a block of each record": (
        "All work.\n\n{for each step in steps} {step.name} starts. {#start}",
        False,
    ),
}
PRECEDENT = "title: A deal\nparts: [{heading: All, topics: [task, guide]}]\n"


@pytest.mark.parametrize("case", TARGETS)
class DescribeAReference:
    """Into a block that may not be printed, it is safe or refused exactly as drafting shows."""

    def read(self, case: str) -> Library:
        text, _ = TARGETS[case]
        return library("all: always", **{
            "topics/task/all.md": text + "\n",
            "topics/guide/topic.yaml": "heading: Guide\n",
            "topics/guide/one.md": "All follow it.\n\n{if close} [@task.start] leads.\n",
            "precedents/deal.yaml": PRECEDENT,
        })  # fmt: skip

    def drafts(self, work: Library) -> bool:
        """Whether every deal drafts, over all answers that a text can read."""
        for pilot, close, count in product(("yes", "no"), ("yes", "no"), range(3)):
            steps = {f"step-{n}": {"name": f"Step {n}"} for n in range(count)}
            answers = {"parties": PARTIES, "forum": "courts", "notice": "1 month",
                       "pilot": pilot, "close": close, "steps": steps or "none"}  # fmt: skip
            try:
                work.draft({"precedent": "deal", "answers": answers})
            except Refused:
                return False
        return True

    def it_is_judged_as_drafting_judges_it(self, case: str) -> None:
        work = self.read(case)
        proof = prove_library(work.clauses)
        refused = "dangling-reference" in findings(proof, ())
        assert (not refused) == self.drafts(work) == TARGETS[case][1]


class DescribeAWrittenTable:
    """Each of its rows has a guard."""

    def it_is_refused_where_all_rows_may_vanish(self) -> None:
        table = "{table}\n  What | Then\n  {if pilot} stock | is sold\n  {if close} tools | go\n"
        texts = {"topics/task/work.md": f"It is so.\n\n{table}"}
        proof = prove_library(library("work: pilot or not pilot", **texts).clauses)
        (found,) = (one for one in proof.counterexamples if one.diagnostic.rule == "empty-list")
        assert found.diagnostic.says == "every row of this table vanishes in these answers"
        assert "answers: pilot is no, close is no" in found.diagnostic.notes


class DescribeADefinitionThatMayVanish:
    """Each of its paragraphs has a guard, and a text uses it where none holds."""

    def faults(self, definition: str, text: str) -> list[Diagnostic]:
        texts = {"definitions/budget.md": definition, "topics/task/work.md": text}
        proof = prove_library(library("work: pilot or not pilot", **texts).clauses)
        found = [one.diagnostic for one in proof.counterexamples]
        return [one for one in found if one.rule == "term-without-definition"]

    def it_is_a_term_without_a_definition(self) -> None:
        (found,) = self.faults(
            "---\nterm: Budget\n---\n{if pilot} means what the pilot costs.\n\n"
            "{if close} means what the work costs.\n",
            "Costs stay within the Budget.\n",
        )
        assert found.says == "`Budget` is used, and nothing defines it in these answers"
        assert "answers: pilot is no, close is no" in found.notes

    def it_may_vanish_where_nothing_uses_it(self) -> None:
        assert not self.faults(
            "---\nterm: Budget\n---\n{if pilot} means what the pilot costs.\n",
            "Each Party must work.\n{if pilot} Costs stay within the Budget.\n",
        )
