"""The lines of a real terminal or of a pipe, their look, and the signals that end a sitting."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
from collections.abc import Iterator

import click

from drafter.cli.asking.conversation import Conversation, InputEnded
from drafter.cli.asking.screens import WIDEST, ScreenLook
from drafter.system import ENDINGS


def lines_in_and_out() -> Conversation:
    """Lines from stdin, words on stderr."""
    person = sys.stdin.isatty()
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="surrogateescape")

    def read() -> str:
        if person:
            click.echo("> ", nl=False, err=True)
        line = sys.stdin.readline()
        if not line:
            if person:
                click.echo(err=True)
            raise InputEnded
        return line.rstrip("\n")

    ahead = _lines_wait if person else lambda: False
    return Conversation(read, lambda line: click.echo(line, err=True), person, is_ahead=ahead)


def _lines_wait() -> bool:
    """Whether lines wait at the terminal; nobody can say where the system does not."""
    with contextlib.suppress(OSError, ValueError):
        return bool(select.select([sys.stdin], [], [], 0)[0])
    return False


def look(plain: bool) -> ScreenLook:
    """Plain where asked for, where a reader needs it, and where there is no terminal."""
    accessible = os.environ.get("ACCESSIBLE", "").casefold() not in ("", "0", "false")
    dumb = os.environ.get("TERM") == "dumb"
    terminal = sys.stdin.isatty() and sys.stderr.isatty()
    width = os.get_terminal_size(sys.stderr.fileno()).columns if terminal else WIDEST
    return ScreenLook(plain or accessible or dumb or not terminal, width or WIDEST)


@contextlib.contextmanager
def hung_up_as_interrupt() -> Iterator[None]:
    """A hang-up and a request to end leave like Ctrl-C, with their own exit codes."""

    def end(number: int, frame: object) -> None:
        raise KeyboardInterrupt(128 + number)

    numbers = ENDINGS
    before = [signal.signal(number, end) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
