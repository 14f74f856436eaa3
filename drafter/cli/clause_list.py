"""What a command says of an agreement: its clauses with their reasons, its warnings, its tally."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import click

from drafter.diagnostics import print_diagnostic
from drafter.selection.explain import because

if TYPE_CHECKING:
    from drafter.drafting import Draft
    from drafter.selection.model import Chosen, Selection

_NARROWEST = 80


def tell(agreement: Draft) -> None:
    """Its warnings, notes and tally on stderr, however quiet a command is asked to be."""
    for one in (*agreement.warnings, *agreement.notes):
        click.echo(print_diagnostic(one) + "\n", err=True)
    where = "; which: --report FILE.json, or drafter explain ANSWERS"
    click.echo(click.wrap_text(f"{agreement.tally.as_text()}{where}", 80), err=True)


class ClauseLine(NamedTuple):
    """One clause: its number, heading, wording, and why."""

    number: str
    heading: str
    wording: str
    why: str


def clause_lines(agreement: Draft) -> Iterator[str]:
    """`14  Results   split-by-subject   foreground_ownership: by-subject`, in order."""
    lines = list(_lines(agreement))
    width = max(_NARROWEST, shutil.get_terminal_size((100, 24)).columns)
    columns = [max(len(line[index]) for line in lines) for index in range(3)]
    for line in lines:
        cells = (
            f"{line.number:>{columns[0]}}",
            f"{line.heading:<{columns[1]}}",
            f"{line.wording:<{columns[2]}}",
            line.why,
        )
        yield _cut("  ".join(cells).rstrip(), width)


def _lines(agreement: Draft) -> Iterator[ClauseLine]:
    numbers = agreement.document.numbers
    selection = agreement.decision.selection
    terms = {f"special-{one.id}": one for one in _special_terms(agreement)}
    terms |= {one.replaces: one for one in _special_terms(agreement) if one.replaces}
    for block, number in numbers.items():
        if block in terms:
            yield ClauseLine(number, terms[block].heading, "special term", terms[block].reason)
        elif block in selection.chosen:
            one = selection.chosen[block]
            wording = "OPEN" if one.is_open else one.rows[0]
            yield ClauseLine(number, one.topic.heading, wording, _why(one, selection))


def _special_terms(agreement: Draft):  # type: ignore[no-untyped-def]
    return agreement.decision.selection.deal.answers.special_terms


def _why(one: Chosen, selection: Selection) -> str:
    reasons = because(one, selection.deal)
    return ", ".join(f"{reason.question}: {reason.answer}" for reason in reasons)


def _cut(line: str, width: int) -> str:
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"
