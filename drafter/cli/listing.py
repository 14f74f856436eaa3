"""The clauses of an agreement, one line each, with the answers that chose them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.drafting import Agreement
    from drafter.selection.explain import Explanation

_WIDTH = 100


def clause_lines(agreement: Agreement) -> Iterator[str]:
    """`12  Results   split-by-subject   foreground_ownership: by-subject`, in order."""
    numbers = agreement.document.numbers
    rows = [(numbers.get(one.topic, ""), one) for one in agreement.decision.explanations()
            if one.variant != "left-out"]  # fmt: skip
    heading = max(len(one.heading) for _, one in rows)
    wording = max(len(_wording(one)) for _, one in rows)
    for number, one in rows:
        if number or one.possible:
            start = f"{number:>11}  {one.heading:<{heading}}  {_wording(one):<{wording}}  "
            yield _cut(start + _why(one))


def _wording(one: Explanation) -> str:
    return one.variant or "OPEN"


def _why(one: Explanation) -> str:
    return ", ".join(f"{reason.question}: {reason.answer}" for reason in one.because)


def _cut(line: str) -> str:
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1].rstrip() + "…"
