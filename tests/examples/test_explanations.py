"""What an explanation says would give another variant gives it: tried on every example."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.command import NAMES
from support.examples import drafted, starter

from drafter.conditions.judge import judge
from drafter.consistency.smallest_change import smallest_change
from drafter.library.model import Row
from drafter.selection.model import Selection

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def others(selection: Selection) -> list[Row]:
    """The rows of an agreement's tables that it does not take."""
    return [row for one in selection.chosen.values() for row in one.topic.rows
            if row.variant not in one.rows and row.when is not None]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def it_names_an_answer_that_somebody_can_give_for_every_other_variant(name: str) -> None:
    library = starter()
    selection = library.select(library.read_file(EXAMPLES / name / "answers.yaml")).selection
    questions = library.clauses.questionnaire.questions
    rows, without = others(selection), []
    for row in rows:
        assert row.when is not None
        assert not judge(row.when, selection.deal)
        change = smallest_change(row.when, selection.deal, library.clauses)
        if change is None:
            without.append(row.variant)
            continue
        assert all(one.question in questions for one in change.changes)
        assert all(one.answer not in ("not asked", "absent", one.now) for one in change.changes)
    assert len(without) <= len(rows) // 50, without  # those need more than three answers changed


def it_looks_for_such_answers_in_a_report_only_where_that_is_asked() -> None:
    agreement = drafted("short-campaign")
    explained = [one for entry in agreement.decision.explanations() for one in entry.instead]
    assert changes(agreement.report()) == []
    assert changes(agreement.report(with_changes=True)) == [
        one.change.as_data()["change"] for one in explained if one.change
    ]


def changes(report: dict[str, Any]) -> list[Any]:
    """The answers that a report would have otherwise."""
    instead = (one for entry in report["selection"] for one in entry["instead"])
    return [one["change"] for one in instead if "change" in one]
