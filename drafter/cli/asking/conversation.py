"""Where lines come from and go to, and how an interview leaves its questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from drafter.data_classes import dataclass

LONGEST_LINE = 4095  # bytes: what a terminal hands over at once; it drops the rest unsaid
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Stopped(Exception):
    """The person stops here; everything typed is saved."""


class InputEnded(Exception):
    """No more lines come."""


class Moved(Exception):
    """Another question is next, or the same one again."""


class BadLine(Exception):
    """A piped line that cannot be read: nobody is there to ask again."""


@dataclass(slots=True)
class Conversation:
    """Lines in and out. `person`: somebody is there to correct a line. `is_ahead`: whether lines
    wait that a person typed before the last words were on the screen."""

    read: Callable[[], str]
    write: Callable[[str], None]
    person: bool = True
    number: int = 0
    is_ahead: Callable[[], bool] = lambda: False

    def say(self, line: str) -> None:
        """One line; characters that steer a terminal are shown as `?`."""
        self.write(_UNSEEN.sub("?", line))

    def lines(self, lines: Iterable[str]) -> None:
        """Say some lines."""
        for line in lines:
            self.say(line)

    def line(self) -> str:
        """The next line, which may be empty. Raises `InputEnded`."""
        self.number += 1
        text = self.read()
        if self.person and len(text.encode(errors="replace")) >= LONGEST_LINE:
            self.say(f"A terminal cuts a line at {LONGEST_LINE:,} characters; it is not taken.")
            self.say("Type :e to write it in an editor.")
            return ""
        return text.strip()

    def refuse(self, lines: Iterable[str]) -> None:
        """Say what is wrong. Where lines are piped, that ends it. Raises `BadLine`."""
        first, *others = lines
        self.say(first if self.person else f"Line {self.number}: {first}")
        self.lines(others)
        if not self.person:
            raise BadLine
