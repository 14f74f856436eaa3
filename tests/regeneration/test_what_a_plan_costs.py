"""What a plan costs where nothing changed, in counts: the registry is asked as often for many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from support.calls import calls, opened, overheard
from support.workspaces import Practice, deal

FEW, MANY = 10, 40


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """What is asked of the database, statement by statement."""
    statements: list[str] = []

    def hear(connection: object, cursor: object, statement: str, *more: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    yield statements
    event.remove(Engine, "before_cursor_execute", hear)


def practice(folder: Path, count: int) -> Practice:
    """A practice with so many agreements, each of which reads as the library says."""
    made = Practice(folder / f"{count}")
    made.record(*(deal(seats=f"{number}") for number in range(1, count + 1)))
    assert made.plan().entries == ()
    return made


class DescribeAPlanWithNothingToDo:
    def it_asks_as_often_for_forty_agreements_as_for_ten(
        self, tmp_path: Path, asked: list[str]
    ) -> None:
        counts = []
        for one in (practice(tmp_path, FEW), practice(tmp_path, MANY)):
            asked.clear()
            one.plan()
            counts.append(len(asked))
        assert counts[0] == counts[1] < 30

    def it_makes_a_few_calls_an_agreement_and_opens_no_file_of_one(self, tmp_path: Path) -> None:
        few, many = practice(tmp_path, FEW), practice(tmp_path, MANY)
        assert (calls(many.plan) - calls(few.plan)) / (MANY - FEW) < 40
        with overheard("open") as heard:
            many.plan()
        assert opened(heard, many.folder / "registry.files") == []
