"""What `drafter draft` made, and what it says of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from drafter.agreement.model import Paragraph, Role
from drafter.cli.clause_list import clause_lines, tell
from drafter.cli.options import print_json
from drafter.cli.output import STDOUT
from drafter.diagnostics import Diagnostic, print_diagnostic, so_many

if TYPE_CHECKING:
    from drafter.drafting import Draft
    from drafter.matters.model import Recorded


class DraftOutcome(NamedTuple):
    """The agreement and where it lies, what was recorded of it, and what to be warned of."""

    agreement: Draft
    output: Path
    made: Recorded | None
    warnings: tuple[Diagnostic, ...]

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        said = self.agreement.summary()
        findings = [*said["findings"], *(one.as_data() for one in self.warnings)]
        held = self.made.held if self.made else None
        return {
            "file": str(self.output),
            "agreement": held.id if held else None,
            "revision": held.revision if held else None,
            **said,
            "findings": findings,
        }


def list_outcome(outcome: DraftOutcome, quiet: bool, as_json: bool) -> None:
    """Its clauses or its data on stdout, unless the file goes there, and what must be told."""
    if as_json:
        print_json(outcome.as_data())
    elif not quiet and outcome.output != STDOUT:
        click.echo("\n".join(clause_lines(outcome.agreement)))
    _tell(outcome)


def _tell(outcome: DraftOutcome) -> None:
    """What nobody may miss, however quiet the command is asked to be."""
    agreement, output, made, warnings = outcome
    tell(agreement)
    for warning in warnings:
        click.echo(print_diagnostic(warning) + "\n", err=True)
    click.echo(f"{output}: {_weight(agreement)}. {_what_it_is(agreement)}", err=True)
    if made:
        click.echo(f"{made.held.id}, revision {made.held.revision}: in the registry", err=True)


def _weight(agreement: Draft) -> str:
    roles = Counter(one.role for one in agreement.document.elements if isinstance(one, Paragraph))
    clauses, schedules = roles[Role.CLAUSE_HEADING], roles[Role.SCHEDULE_HEADING]
    return f"{so_many(clauses, 'clause')}, {so_many(schedules, 'schedule')}"


def _what_it_is(agreement: Draft) -> str:
    if agreement.document.is_preview:
        return "A preview marked “Not issued”; the file that goes out: drafter issue AGREEMENT."
    return "A draft for legal review."
