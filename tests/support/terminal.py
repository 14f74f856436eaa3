"""A real terminal in tests: a person at `drafter ask`, who reads the screen before typing."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

import pexpect

PROGRAM = [sys.executable, "-c", "from drafter.cli import main; main()"]
_PROMPT = r"(?:^|\n)> $"


def environment() -> dict[str, str]:
    """The environment of a run."""
    return {**os.environ, "TERM": "xterm"}


def _heeds_ctrl_c() -> None:
    """A test run in the background ignores Ctrl-C, and so would all that it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Terminal:
    """One run of `drafter` on a pseudo-terminal of 80 columns."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.child = pexpect.spawn(
            PROGRAM[0], [*PROGRAM[1:], *arguments], cwd=str(folder), env=environment(),
            encoding="utf-8", timeout=60, dimensions=(40, 80), preexec_fn=_heeds_ctrl_c,
        )  # fmt: skip
        self.child.delaybeforesend = None
        self.seen = ""

    def screen(self) -> str:
        """What was said up to the next prompt."""
        self.child.expect(_PROMPT)
        screen = (self.child.before or "").replace("\r", "")
        self.seen += screen
        return screen

    def type(self, line: str) -> str:
        """Type a line; the screen that answers it, without the echo."""
        self.child.sendline(line)
        return self.screen().partition("\n")[2]

    def press(self, key: str) -> int:
        """A control key; how the program ended."""
        self.child.sendcontrol(key)
        return self.ended()

    def ended(self) -> int:
        """The exit code, or the negative signal."""
        self.child.expect(pexpect.EOF)
        self.seen += (self.child.before or "").replace("\r", "")
        self.child.close()
        killed = self.child.signalstatus
        return -killed if killed else int(self.child.exitstatus or 0)

    def signal(self, number: signal.Signals) -> int:
        """Send a signal; how the program ended."""
        self.child.kill(number)
        return self.ended()

    @property
    def widest(self) -> int:
        """The length of the longest line that was said."""
        return max(map(len, re.split(r"\n", self.seen)))
