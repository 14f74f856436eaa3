"""The command line as a page: the help of each command, as the program prints it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from drafter.cli.app import cli

_WIDTH = 78  # what click writes on a terminal of eighty columns
_HEAD = """\
# The command line

What `drafter COMMAND --help` prints, command by command.
"""


def print_commands() -> str:
    """The page: drafter itself, then each command and the commands of a group."""
    top = click.Context(cli, info_name="drafter", terminal_width=_WIDTH, **cli.context_settings)
    return "\n".join([_HEAD, *_sections(top)])


def _sections(ctx: click.Context) -> Iterator[str]:
    command = ctx.command
    yield f"## {ctx.command_path}\n\n```text\n{command.get_help(ctx)}\n```\n"
    for name in command.list_commands(ctx) if isinstance(command, click.Group) else ():
        if (one := command.get_command(ctx, name)) and not one.hidden:
            settings = one.context_settings
            yield from _sections(click.Context(one, parent=ctx, info_name=name, **settings))
