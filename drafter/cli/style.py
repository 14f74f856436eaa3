"""`drafter style`: a firm's own Word file looked into, and made a house style."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.options import json_option, library_option, open_library, print_json
from drafter.cli.output import laid_too, lay_out
from drafter.diagnostics import Diagnostic, Refused, print_diagnostic
from drafter.disk import overlap_faults, write_faults


@click.group("style")
def command() -> None:
    """House styles: what a Word file holds, and how a firm's own file becomes one."""


@command.command("inspect")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.docx")
@json_option
@library_option
@click.pass_context
def inspect(ctx: click.Context, file: Path, as_json: bool, library: str | None) -> None:
    """Say what FILE.docx holds: styles, lists, sections, fields, tags, and the roles they fit.

    Each tag is told with its paragraph, and one that names nothing in the library with the nearest
    name that would do.
    """
    from drafter.word.firm.inspection import inspection, print_inspection

    seen = inspection(file, lambda: open_library(ctx, library).clauses.questionnaire)
    if as_json:
        print_json(seen)
        return
    for line in print_inspection(seen):
        click.echo(line)
    for one in seen["findings"]:
        cure = f" ({one['help']})" if one["help"] else ""
        click.echo(f"{one['severity']}[{one['rule']}]: {one['says']}{cure}", err=True)


@command.command("adopt")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.docx")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="PAIR",
    help="Where the two files go: PAIR.docx and PAIR.yaml.",
)
@click.option("--force", is_flag=True, help="Replace files that exist.")
@json_option
def adopt(file: Path, output: Path, force: bool, as_json: bool) -> None:
    """Make a house style of FILE.docx, a firm's own file, and say what is assumed.

    Its text is taken for a sample and left out; its looks stay as they are; what it lacks is lent
    under names that begin with "drafter".
    """
    from drafter.word.firm.pair import pair

    docx, yaml = _file_pair(output)
    faults = [
        *write_faults(docx, force, "house style"),
        *write_faults(yaml, force, "roles file"),
        *overlap_faults({"-o": docx}, {"FILE.docx": file}),
    ]
    try:
        made = pair(file)
    except Refused as refused:
        raise Refused([*faults, *refused.diagnostics]) from None
    if faults:
        raise Refused(faults)
    with laid_too(yaml, made.yaml.encode(), force):
        lay_out(docx, made.docx, force)
    if as_json:
        print_json(
            {
                "file": str(docx),
                "roles_file": str(yaml),
                "roles": dict(made.roles),
                "findings": [one.as_data() for one in made.told],
            }
        )
    _tell(made.told, docx, yaml)


def _file_pair(output: Path) -> tuple[Path, Path]:
    whole = output if output.suffix.lower() == ".docx" else output.with_name(output.name + ".docx")
    return whole, whole.with_suffix(".yaml")


def _tell(told: tuple[Diagnostic, ...], docx: Path, yaml: Path) -> None:
    for one in told:
        click.echo(print_diagnostic(one) + "\n", err=True)
    click.echo(
        f"{docx} and {yaml}: a house style. Look at both, then: drafter draft ANSWERS "
        f"-o FILE.docx --style {docx}",
        err=True,
    )
