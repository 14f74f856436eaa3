"""`drafter batch --header`: a workbook to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.options import open_library
from drafter.diagnostics import Diagnostic, Place, Refused, did_you_mean
from drafter.disk import write_faults
from drafter.regeneration.files import lay


def write_header(
    ctx: click.Context, path: Path, precedent: str, library: str | None, force: bool
) -> None:
    """Write a workbook for deals of a precedent. Raises `Refused`."""
    from drafter.tables.header import header

    clauses = open_library(ctx, library).clauses
    found = clauses.precedents.get(precedent)
    faults = list(write_faults(path, force, "workbook"))
    if found is None:
        cure = did_you_mean(precedent, clauses.precedents) if precedent else "say --precedent"
        says = (
            f"there is no precedent `{precedent}`" if precedent else "a header is for a precedent"
        )
        faults.append(Diagnostic("unknown-precedent", says, None, cure))
    if path.suffix.lower() != ".xlsx":
        says = f"{path}: a header is written as .xlsx"
        faults.append(Diagnostic("not-a-table", says, Place(path.as_posix()), "call it so"))
    if faults or found is None:
        raise Refused(faults)
    lay(path, header(clauses, found), force=force)
    click.echo(f"{path}: fill it in, then: drafter batch {path} -o FOLDER", err=True)
