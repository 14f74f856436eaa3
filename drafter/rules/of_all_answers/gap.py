"""Every set of answers has a variant: the rows of a table leave no deal out.

Why: a deal that no row fits is refused on the day it is drafted, when nobody has time to write.

Bad:

    choose:
      cap:      budget < EUR 100000
      no-cap:   budget > EUR 100000            (nothing fits a budget of exactly EUR 100000)

Good:

    choose:
      cap:      budget <= EUR 100000
      no-cap:   budget > EUR 100000
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.conditions.model import All, Condition
from drafter.conditions.source import lacking, source
from drafter.diagnostics import Place
from drafter.library.model import Row
from drafter.proof.goals import Goal
from drafter.proof.outline import Standing
from drafter.questionnaire.deal import Deal

RULE = "gap"


def goals(standing: Standing) -> Iterator[Goal]:
    """No table lacks a row."""
    for (kind, id), table in standing.all_tables():
        yield Goal(
            RULE,
            (kind, id),
            table.gap,
            f"no {'row' if kind == 'fact' else 'wording'} of `{id}` fits these answers",
            table.rows[0].place if table.rows else None,
            "widen this row, or add one" + ("" if kind == "fact" else " and its text"),
            nearest=_Nearest(table.rows),
        )


class _Nearest:
    """The row that lacks least in these answers, and what it lacks."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows

    def __call__(self, deal: Deal) -> tuple[Place | None, tuple[str, ...]]:
        lacks = [(row, lacking(row.when, deal)) for row in self.rows if row.when is not None]
        missing = [(row, what) for row, what in lacks if what is not None]
        if not missing:
            return None, ()
        row, what = min(missing, key=lambda one: _size(one[1]))
        return row.place, (f"the nearest row is `{row.variant}`: it would need {source(what)}",)


def _size(condition: Condition) -> int:
    return sum(map(_size, condition.parts)) if isinstance(condition, All) else 1
