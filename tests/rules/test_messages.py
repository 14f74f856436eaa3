# ruff: noqa: E501  (a message stands on one line)
"""Each check finds its bad library at fault, in these words, and lets its good one pass."""

from __future__ import annotations

import pytest
from support.checks import found_by
from support.small import SMALL, small, told

from drafter.rules.of_files import run_checks

SIMPLE = SMALL["precedents/simple.yaml"]
RIDER = "within: results\nchoose:\n  english: ownership is joint\n  left-out: ownership is maker\n"
JOINT = "topics/results/jointly-owned.md"
RIDERS = {
    "topics/co-owner-law/topic.yaml": RIDER,
    "topics/co-owner-law/english.md": "The law applies.\n",
}
PLAN = {
    "topics/schedule-plan/topic.yaml": "heading: Plan\n",
    "topics/schedule-plan/plan.md": "The plan stands here.\n",
    "precedents/simple.yaml": SIMPLE + "schedules: [schedule-plan]\n",
}
RESULT = "---\nterm: Result\n---\nmeans what is made.\n"
EXIT = "topics/exit/by-notice.md"

BAD = {
    "outline": (
        {
            **RIDERS,
            JOINT: "It is owned by all.\n\n{place co-owner-law}\n",
            "topics/schedule-plan/topic.yaml": "heading: Plan\n",
            "topics/schedule-plan/plan.md": "The plan stands here.\n",
            "precedents/simple.yaml": "title: Simple\nparts: [{heading: A, topics: [exit, exit, exitt, co-owner-law, schedule-plan]}]\nessential: [partys]\n",
        },
        [
            "precedents/simple.yaml:1:1 precedent `simple`: `exit` stands 2 times | keep one",
            "precedents/simple.yaml:1:1 precedent `simple`: there is no topic `exitt` | did you mean `exit`?",
            "precedents/simple.yaml:1:1 precedent `simple`: `co-owner-law` is a rider | it stands where its host places it",
            "precedents/simple.yaml:1:1 precedent `simple`: `schedule-plan` stands in the wrong list | topics whose id begins schedule- stand under `schedules:`",
            "precedents/simple.yaml:1:1 precedent `simple`: `essential:` names `partys`, which is no question | did you mean `parties`?",
        ],
    ),
    "placed-rider": (
        {
            **RIDERS,
            "topics/lost/topic.yaml": "within: resalts\n",
            "topics/lost/lost.md": "Lost.\n",
            EXIT: "It may leave.\n\n{place co-owner-law}\n\n{place signatures}\n\n{place signatures}\n\n{place definitions}\n",
            "topics/results/maker-owns.md": "It is its maker's.\n\n{place definitions}\n",
        },
        [
            "topics/exit/by-notice.md:3:1 `co-owner-law` is no rider of `exit` | known: changes, definitions, parties, precedence, schedules, signatures",
            "topics/exit/by-notice.md:1:1 `signatures` is placed 2 times | place it once",
            "topics/lost/topic.yaml:1:1 `lost` stands within `resalts`, which is no topic | did you mean `results`?",
            "topics/co-owner-law/topic.yaml:1:1 no wording of `results` places `co-owner-law` | write {place co-owner-law} alone in a block",
            "topics/results/maker-owns.md:3:1 `definitions` is placed in `exit` and in `results` of `simple` | keep one list of definitions",
        ],
    ),
    "reference-target": (
        {
            EXIT: "{if @resalts} A party may leave under [@exit.notise] and [@.own]. {#notice}\n\n[@resalts] applies.\n",
            "definitions/result.md": RESULT.replace("made", "made under [@.here]"),
        },
        [
            "topics/exit/by-notice.md:1:39 `exit` has no label `notise` | did you mean `notice`?",
            "topics/exit/by-notice.md:1:58 `exit` has no label `own` | known: notice",
            "topics/exit/by-notice.md:3:1 there is no topic `resalts` | did you mean `results`?",
            "topics/exit/by-notice.md:1:5 there is no topic `resalts` | did you mean `results`?",
            "definitions/result.md:4:26 `result` has no label `here` | ",
        ],
    ),
    "schedule-link": (
        PLAN,
        [
            "precedents/simple.yaml:1:1 precedent `simple`: no clause refers to `schedule-plan` | refer to [@schedule-plan] where it applies, or drop it"
        ],
    ),
    "definition-twice": (
        {
            "definitions/result.md": RESULT.replace("Result\n", "Result\nforms: [Results]\n"),
            "definitions/outcome.md": RESULT.replace("Result\n", "Outcome\nforms: [Results]\n"),
            EXIT: "**Outcome** means the end.\n",
        },
        [
            "definitions/outcome.md:1:1 `Results` is defined by `result` and by `outcome` | keep one, or name the other thing by another word",
            "topics/exit/by-notice.md:1:1 `Outcome` is defined by `outcome` and by `exit` | keep one, or name the other thing by another word",
        ],
    ),
    "undefined-term": (
        {EXIT: "A party may keep the Deliverables, in Berlin.\n"},
        [
            "topics/exit/by-notice.md:1:1 `Deliverables` is capitalised and defined nowhere | define it, write it small, or list it under `names:` in words.yaml",
            "topics/exit/by-notice.md:1:1 `Berlin` is capitalised and defined nowhere | define it, write it small, or list it under `names:` in words.yaml",
        ],
    ),
    "unprintable-choice": (
        {
            EXIT: "{for each party in parties} {party.name} is {party.size}.\n\nThe results are {ownership}.\n"
        },
        [
            "topics/exit/by-notice.md:1:45 `party.size` prints no words for small, large | give each option `prints:`, or write a {choose …}",
            "topics/exit/by-notice.md:3:17 `ownership` prints no words for maker, joint | give each option `prints:`, or write a {choose …}",
        ],
    ),
}
GOOD = {
    "outline": PLAN,
    "placed-rider": {
        **RIDERS,
        JOINT: "It is owned by all.\n\n{place co-owner-law}\n\n{place signatures}\n",
    },
    "reference-target": {EXIT: "{if @results} [@exit.notice] and [@.notice] apply. {#notice}\n"},
    "schedule-link": {**PLAN, EXIT: "A party may leave by [@schedule-plan].\n"},
    "definition-twice": {
        "definitions/result.md": RESULT,
        "definitions/outcome.md": RESULT.replace("Result", "Outcome"),
        EXIT: "**Ending** means the end.\n",
    },
    "undefined-term": {
        "definitions/result.md": RESULT.replace("Result\n", "Result\nforms: [Results]\n"),
        "words.yaml": "names: [Berlin]\n",
        EXIT: "A party may keep the Results in Berlin. In **Paris**, it may not.\n",
    },
    "unprintable-choice": {
        EXIT: "{choose ownership: maker -> Each party owns it. | joint -> All own it.}\n"
    },
}


class DescribeEachCheck:
    @pytest.mark.parametrize("rule", BAD)
    def it_finds_the_fault(self, rule: str) -> None:
        changes, expected = BAD[rule]
        found = [f"{f.place} {f.says} | {f.cure}" for f in found_by(rule, changes)]
        assert [line.removeprefix("lib/") for line in found] == expected

    @pytest.mark.parametrize("rule", GOOD)
    def it_lets_the_cured_library_pass(self, rule: str) -> None:
        assert told(found_by(rule, GOOD[rule])) == ""


class DescribeAllChecks:
    def it_finds_nothing_in_a_library_that_is_in_order(self) -> None:
        assert told(run_checks(small())) == ""
