"""`--processes` and `--scheduler`: who does the work of `batch` and `apply`, and how loudly."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from drafter.executors.crew import Crew

F = TypeVar("F", bound=Callable[..., Any])

_PROCESSES = "Processes to work with; as many as there are processors unless given."
_SCHEDULER = "Address of a Dask scheduler whose workers do the work, as tcp://HOST:8786."


def crew_options(command: F) -> F:
    """`--processes`, `--scheduler` and `--quiet`."""
    many = click.IntRange(1, 256)
    for option in (
        click.option("--quiet", is_flag=True, help="Do not show how far the work has come."),
        click.option("--scheduler", default="", metavar="ADDRESS", help=_SCHEDULER),
        click.option("--processes", "--jobs", "processes", type=many, help=_PROCESSES),
    ):
        command = option(command)
    return command


def crew(processes: int | None, scheduler: str) -> Crew:
    """Who is to do the work. Raises `UsageError` for two answers to one question."""
    if processes and scheduler:
        raise click.UsageError("--processes work on this machine, and --scheduler has its own")
    return Crew(processes or os.cpu_count() or 1, scheduler)
