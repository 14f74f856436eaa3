"""Where a command lays its Word file: under a name that says so, on no input, or on stdout."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import click

from drafter.diagnostics import Diagnostic, Place
from drafter.disk import laid, overlap_faults, sweep, write_faults

STDOUT = Path("-")


def docx_faults(
    output: Path, force: bool, what: str, inputs: Mapping[str, Path | None], ending: str = ".docx"
) -> list[Diagnostic]:
    """Why a Word file, or one with another ending, cannot be laid there; `inputs` are the files
    that are read, by their option or argument."""
    if output == STDOUT:
        return []
    return [
        *_ending_faults(output, (ending,), what),
        *write_faults(output, force, what),
        *overlap_faults({"-o": output}, _given(inputs)),
    ]


def yaml_faults(output: Path) -> list[Diagnostic]:
    """Why answers with comments cannot be laid there: only YAML holds them."""
    if output.suffix in (".yaml", ".yml"):
        return []
    says = f"{output} is no .yaml, and only YAML keeps the comments of answers"
    return [Diagnostic("output", says, Place(output.as_posix()), "call it .yaml")]


class SecondFile(NamedTuple):
    """A second file of a command: where it lies if it is wanted, the option that asks for it, what
    it is, and the endings that it may have."""

    path: Path | None
    option: str
    what: str
    endings: tuple[str, ...]

    @property
    def form(self) -> str:
        """Its form, as its name ends."""
        return self.path.suffix.lower().removeprefix(".") if self.path else ""

    def faults(
        self, output: Path, force: bool, inputs: Mapping[str, Path | None]
    ) -> Iterator[Diagnostic]:
        """Why it cannot be laid there."""
        if self.path is not None:
            yield from _ending_faults(self.path, self.endings, self.what)
            yield from write_faults(self.path, force, self.what)
            yield from overlap_faults({self.option: self.path}, _given({**inputs, "-o": output}))


@contextmanager
def laid_too(path: Path | None, data: bytes, force: bool) -> Iterator[None]:
    """A second file of a command, if it was asked for: laid when the first has been."""
    if path is None:
        yield
        return
    sweep(path.parent)
    with laid(path, data, force) as laying:
        yield
        laying.done = "the rest was done"


def lay_out(output: Path, data: bytes, force: bool) -> None:
    """Lay a file, whole or not at all; on stdout its bytes."""
    if output == STDOUT:
        sys.stdout.buffer.write(data)
        return
    sweep(output.parent)
    with laid(output, data, force):
        pass


def no_two_on_stdout(output: Path | None, as_json: bool) -> None:
    """Raises `UsageError` where a file and data would both go to stdout."""
    if output == STDOUT and as_json:
        raise click.UsageError("`-o -` writes the file to stdout, where --json prints its data")


def _ending_faults(path: Path, endings: tuple[str, ...], what: str) -> Iterator[Diagnostic]:
    if path.suffix.lower() not in endings:
        known, ending = " or ".join(endings), endings[0]
        says = f"{path} is not called {known}, and the {what} is written as {known} only"
        cure = f"call it {path.with_suffix(ending).name}" if path.name else f"end it in {ending}"
        yield Diagnostic("output", says, Place(path.as_posix()), cure)


def _given(inputs: Mapping[str, Path | None]) -> dict[str, Path]:
    return {called: path for called, path in inputs.items() if path is not None}
