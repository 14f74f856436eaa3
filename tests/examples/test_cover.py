"""The agreements of a covering set: every wording, rule, guard and kind of answer, as printed.

`golden/cover.txt` holds a line for each set of answers: the rules that refuse it, or how many
clauses and words its agreement has and a digest of each, as text and as read back from Word.
"""

from __future__ import annotations

import hashlib
from functools import cache

import pytest
from support.examples import starter
from support.files import house

from drafter.bundled import starter_library
from drafter.casework.cover import Cover, Member, cover
from drafter.casework.coverage import coverage, missed
from drafter.casework.read import read_cases
from drafter.casework.run import run_case
from drafter.drafting import Agreement
from drafter.library.files import read_files
from drafter.word.read import check_references, read_docx

REFUSED_ONLY = [
    ("answers", "aims_conflict: open"),
    ("answers", "data_basis: no-basis"),
    ("answers", "legal_manufacturer: absent"),
    ("answers", "sell_off_after_reputation: yes"),
]


@cache
def covering() -> Cover:
    """The covering set of the starter library."""
    cases, faults = read_cases(read_files(starter_library()))
    assert not faults
    return cover(starter(), cases)


@cache
def agreements() -> dict[str, tuple[Agreement, bytes]]:
    """What is drafted of it, and its Word files."""
    found = (
        (one.case.id, starter().draft(one.case.data)) for one in covering().members if drafts(one)
    )
    return {id: (agreement, agreement.to_docx(house())) for id, agreement in found}


def drafts(member: Member) -> bool:
    """Whether no rule refuses the answers."""
    return not member.case.expected.findings


class DescribeTheCoveringSet:
    """What it reaches, counted by other means than its own."""

    def it_reaches_every_wording_every_rule_and_every_guard_both_ways(self) -> None:
        outcomes = [run_case(starter(), one.case) for one in covering().members]
        seen = coverage(starter().clauses, outcomes)
        assert missed(seen.wordings) == missed(seen.rules) == missed(seen.conditions) == []
        assert [fault for one in outcomes for fault in one.faults] == []

    def it_leaves_only_answers_that_a_rule_always_refuses(self) -> None:
        assert sorted(covering().left) == REFUSED_ONLY

    def it_prints_as_it_did(self, golden) -> None:  # type: ignore[no-untyped-def]
        golden("cover.txt", "".join(f"{line}\n" for line in map(told, covering().members)))

    def it_reads_back_from_word_with_every_reference_right(self) -> None:
        faults = {id: check_references(data) for id, (_, data) in agreements().items()}
        assert [id for id, found in faults.items() if found] == []


def told(member: Member) -> str:
    """A line on one set of answers."""
    id = member.case.id
    if not drafts(member):
        return f"{id} refused by {', '.join(member.case.expected.findings)}"
    agreement, data = agreements()[id]
    text = agreement.text()
    word = "\n".join(f"{one.style} {one.label} {one.text}" for one in read_docx(data))
    return f"{id} {len(text.split())} words, text {_digest(text)}, Word {_digest(word)}"


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:12]


@pytest.fixture(autouse=True, scope="module")
def _forget() -> object:
    """The files of many agreements are not kept for the tests of other modules."""
    yield
    agreements.cache_clear()
