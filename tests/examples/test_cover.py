"""The agreements of a covering set: every variant, rule, guard and kind of answer, as printed.

`golden/cover.jsonl` holds the sets of answers, so that another solver changes nothing here;
`golden/cover.txt` a line for each: the rules that refuse it, or how many words its agreement has
and a digest of them, as text and as read back from Word. Refreshing makes new answers only for what
the old ones do not reach any more; without `cover.jsonl` it searches anew, which takes minutes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest
from support.covering import ANSWERS, covering_answers
from support.examples import starter
from support.files import house
from support.references import wrong_references

from drafter.bundled import starter_library
from drafter.casework.cover import Cover, cover, left_by
from drafter.casework.coverage import Coverage, coverage, missed
from drafter.casework.read import Case, read_cases
from drafter.casework.run import CaseOutcome, run_case
from drafter.diagnostics import Diagnostic
from drafter.library.files import read_files
from drafter.word.reader import reading

REFUSED_ONLY = [
    ("answers", "aims_conflict: open"),
    ("answers", "data_basis: no-basis"),
    ("answers", "sell_off_after_reputation: yes"),
]


@cache
def found() -> Cover:
    """The covering set of the starter library, beginning with the answers that are kept."""
    cases, faults = read_cases(read_files(starter_library()))
    assert not faults
    return cover(starter(), cases, kept() if ANSWERS.exists() else ())


@cache
def kept() -> tuple[Case, ...]:
    """The sets of answers that are kept."""
    return covering_answers()


@cache
def outcomes() -> tuple[CaseOutcome, ...]:
    """What the kept answers give."""
    return tuple(run_case(starter(), case) for case in kept())


def reached() -> Coverage:
    """What the kept answers reach."""
    return coverage(starter().clauses, outcomes())


def unreached(seen: Coverage) -> list[str]:
    return [*missed(seen.variants), *missed(seen.rules), *missed(seen.conditions)]


def is_stale() -> bool:
    """Whether the kept answers leave something, or meet other rules than they say."""
    return (
        not ANSWERS.exists()
        or bool(unreached(reached()))
        or any(one.faults for one in outcomes())
        or sorted(left_by(starter(), kept())) != REFUSED_ONLY
    )


@pytest.fixture(autouse=True, scope="module")
def _answers_that_reach_all(request: pytest.FixtureRequest) -> Iterator[None]:
    if request.config.getoption("--refresh-golden") and is_stale():
        lines = (
            {"id": one.case.id, "refused": one.case.expected.findings, "deal": one.case.data}
            for one in found().members
        )
        ANSWERS.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
        kept.cache_clear()
        outcomes.cache_clear()
    yield
    outcomes.cache_clear()


class Printed(NamedTuple):
    """An agreement as it is printed and as it is read back from Word, and what leads astray."""

    text: str
    word: str
    wrong: list[Diagnostic]


@cache
def agreements() -> dict[str, Printed]:
    """What is drafted of the kept answers: each drafted, written and read once."""
    return {case.id: printed(case) for case in kept() if not case.expected.findings}


def printed(case: Case) -> Printed:
    agreement = starter().draft(case.data)
    read = reading(agreement.to_docx(house()))
    word = "\n".join(f"{one.style} {one.label} {one.text}" for one in read.paragraphs)
    return Printed(agreement.text(), word, wrong_references(read))


class DescribeTheCoveringSet:
    """What the kept answers reach, counted by other means than those that found them."""

    def it_leaves_only_answers_that_a_rule_always_refuses(self) -> None:
        assert sorted(left_by(starter(), kept())) == REFUSED_ONLY

    def it_reaches_every_variant_every_rule_and_every_guard_both_ways(self) -> None:
        assert unreached(reached()) == []

    def it_is_refused_where_it_says_so_and_nowhere_else(self) -> None:
        """Each case expects just the blocking rules that were found with it."""
        assert [fault for one in outcomes() for fault in one.faults] == []


class DescribeTheirAgreements:
    """They are printed and written as they were when somebody last read the difference."""

    def it_prints_as_it_did(self, golden) -> None:  # type: ignore[no-untyped-def]
        golden("cover.txt", "".join(f"{line}\n" for line in map(told, kept())))

    def it_reads_back_from_word_with_every_reference_right(self) -> None:
        assert [id for id, one in agreements().items() if one.wrong] == []


def told(case: Case) -> str:
    """A line on one set of answers."""
    if case.expected.findings:
        return f"{case.id} refused by {', '.join(case.expected.findings)}"
    text, word, _ = agreements()[case.id]
    return f"{case.id} {len(text.split())} words, text {_digest(text)}, Word {_digest(word)}"


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:12]
