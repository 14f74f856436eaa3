"""A turn of the negotiation, printed."""

from __future__ import annotations

import click

from drafter.cli.options import print_json
from drafter.diagnostics import print_diagnostic
from drafter.negotiation.model import Turn
from drafter.negotiation.turn_text import print_turn


def tell_turn(turn: Turn, as_json: bool) -> None:
    """Print what one turn changed."""
    for told in turn.told:
        click.echo(print_diagnostic(told), err=True)
    print_json(turn.as_data()) if as_json else click.echo(print_turn(turn))
