"""The `drafter` command and its commands, each imported when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from drafter import __version__
from drafter.diagnostics import did_you_mean, quoted

_COMMANDS = {
    "ask": "the questionnaire at the terminal",
    "confirm": "recommendations confirmed by a named person, before the other side sees them",
    "points": "what counsel is to confirm in a deal, and who has",
    "answers": "answers files compared and merged; what others propose, accepted",
    "draft": "an agreement from an answers file",
    "schema": "JSON Schema of the answers, for a web form",
    "explain": "why this wording, and why not the others",
    "what-if": "what other answers would change, without writing anything",
    "proofread": "any finished Word file, read for what a careful reader would mark",
    "redline": "two drafts compared, as tracked changes",
    "merge": "the library's changes put into the file that counsel marked up",
    "init": "a workspace with a library and house styles of its own",
    "amend": "other answers after the signature: an amendment",
    "issue": "the file that goes to the other side",
    "receive": "a file that came back",
    "compare": "what the other side changed, with our positions beside it",
    "sign": "an agreement was signed",
    "dates": "the key dates of a signed agreement, for a calendar too",
    "end": "an agreement has ended",
    "approve": "a wording may be issued as it stands",
    "plan": "which agreements a changed library changes, and how",
    "apply": "new revisions and redlines, exactly as a plan says",
    "batch": "many drafts at once",
    "registry": "what was drafted, issued, received and signed",
    "show": "the questionnaire, the library, its playbook, a topic or an agreement",
    "find": "where words stand in the library, and which agreements carry them",
    "check": "every fault of the clause library",
    "library": "the own library takes a newer starter library, three ways",
    "new": "files for a topic, a wording, a question or a first answers file",
    "style": "a firm's own Word file as a house style",
    "rule": "what a rule means, with a bad and a good example",
}


class Commands(click.Group):
    """Commands that cost nothing until they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"drafter.cli.{name.replace('-', '_')}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"there is no command {quoted(args[0])}: {did_you_mean(args[0], _COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--library", type=click.Path(), help="Folder of the clause library to use.")
@click.version_option(__version__, prog_name="drafter")
@click.pass_context
def cli(ctx: click.Context, library: str | None) -> None:
    """drafter: agreements for organisations that make something together.

    Answers go in; a Word agreement comes out, with the reason for each clause. What comes out is
    a draft for legal review.
    """
    ctx.obj = library
