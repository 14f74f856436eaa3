"""How a command ends when it cannot do what it was asked."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

import click

from drafter.diagnostics import ERROR, Diagnostic, Refused, Unfinished, print_diagnostic

T = TypeVar("T")
MEANING = "what a rule in brackets means: drafter rule RULE"
MOST_OF_A_RULE = 60  # diagnostics that a person can still read
DONE, INPUT_AT_FAULT, USAGE, OURS, INTERRUPTED = 0, 1, 2, 3, 130


def guarded(command: click.Command, arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; messages go to stderr."""
    try:
        result = command.main(arguments, prog_name="drafter", standalone_mode=False)
        return result if isinstance(result, int) else DONE
    except Refused as refused:
        show_diagnostics(refused.diagnostics, not isinstance(refused, Unfinished))
        return INPUT_AT_FAULT
    except click.exceptions.Exit as exit:
        return exit.exit_code
    except click.ClickException as error:
        error.show()
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except Exception:
        return _ours()


def show_diagnostics(diagnostics: tuple[Diagnostic, ...], nothing_written: bool = True) -> None:
    """All diagnostics on stderr, and a last line that counts them and says where more is."""
    shown: Counter[str] = Counter()
    for diagnostic in diagnostics:
        shown[diagnostic.rule] += 1
        if shown[diagnostic.rule] <= MOST_OF_A_RULE:
            click.echo(print_diagnostic(diagnostic) + "\n", err=True)
    for rule, number in shown.items():
        if number > MOST_OF_A_RULE:
            click.echo(f"{number - MOST_OF_A_RULE:,} more like these: {rule}\n", err=True)
    errors = sum(one.severity == ERROR for one in diagnostics)
    if errors:
        count = "1 fault" if errors == 1 else f"{errors} faults"
        end = ": nothing was written" if nothing_written else ""
        click.echo(f"{count}{end}; {MEANING}", err=True)


def _ours() -> int:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="drafter-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        traceback.print_exc(file=log)
    click.echo(f"drafter failed; this is our fault, not yours. The log: {log.name}", err=True)
    return OURS


class FaultCollector:
    """Goes on after a fault, so that one run tells them all."""

    def __init__(self, faults: list[Diagnostic]) -> None:
        self.faults = faults

    def get(self, make: Callable[[], T]) -> T | None:
        """What `make` makes, or None when it is refused."""
        try:
            return make()
        except Refused as refused:
            self.faults += refused.diagnostics
            return None
