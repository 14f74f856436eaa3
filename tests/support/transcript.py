"""Transcripts of the documentation: commands as they are typed, with what they say."""

from __future__ import annotations

import io
import re
import shlex
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from drafter.cli.app import cli
from drafter.cli.errors import guarded

PROMPT, MORE = "$ ", "..."  # before a command; for lines that are left out
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MOMENT, _DIGEST = re.compile(r"TODAYT[0-9:]{8}Z"), re.compile(r"\b[0-9a-f]{12}(?:[0-9a-f]{52})?\b")
_SHOWN, _LAST = 7, 2  # lines of an output: the first and the last ones


class Step(NamedTuple):
    """A command, and the lines that a page has below it."""

    command: str
    said: list[str]


def steps(page: str) -> Iterator[Step]:
    """The commands of a page in their order."""
    for block in _BLOCK.findall(page):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *said = part.rstrip("\n").split("\n")
            yield Step(command, said)


def rewritten(page: str, said: Callable[[str], list[str]]) -> str:
    """The page with what its commands say now, in short."""

    def anew(block: re.Match[str]) -> str:
        lines = [line for step in steps(block.group(0))
                 for line in (PROMPT + step.command, *_short(said(step.command)))]  # fmt: skip
        return "\n".join(["```console", *lines, "```"])

    return _BLOCK.sub(anew, page)


def _short(lines: list[str]) -> list[str]:
    if len(lines) <= _SHOWN + _LAST + 1:
        return lines
    return [*lines[:_SHOWN], MORE, *lines[-_LAST:]]


def is_said(said: list[str], lines: list[str]) -> bool:
    """Whether lines are those that a page has; `...` stands for any number of them."""
    pattern = "".join(r"(?:.*\n)*" if one == MORE else re.escape(one) + "\n" for one in said)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in lines)) is not None


@dataclass(slots=True)
class Shell:
    """Types commands in the folder that it stands in, which `cd` changes. `drafter` runs inside the
    process, everything else in a shell. `home` is where it began."""

    home: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def __call__(self, command: str) -> list[str]:
        """What a command says, without blanks at the ends of lines; a last line has the exit code
        where that is not 0."""
        words = shlex.split(command)
        if words[0] == "cd":
            self.monkeypatch.chdir(words[1])
            return []
        code, said = self._drafter(words[1:]) if words[0] == "drafter" else self._other(command)
        lines = [line.rstrip() for line in self._everywhere(said).split("\n")]
        while lines and not lines[-1]:
            lines.pop()
        return [*lines, *([f"[{code}]"] if code else [])]

    def _everywhere(self, said: str) -> str:
        """What is said with what is otherwise on each machine and each day taken out of it."""
        said = said.replace(str(self.home), "~")
        for day in {date.today(), datetime.now(UTC).date()}:
            said = said.replace(day.isoformat(), "TODAY")
        return _DIGEST.sub("DIGEST", _MOMENT.sub("NOW", said))

    def _drafter(self, words: list[str]) -> tuple[int, str]:
        words, typed = (words[:-2], words[-1]) if "<" in words else (words, "")
        text = Path(typed).read_text("utf-8") if typed else ""
        self.monkeypatch.setattr("sys.stdin", io.StringIO(text))
        self.capsys.readouterr()
        code = guarded(cli, words)
        return code, "".join(self.capsys.readouterr())

    def _other(self, command: str) -> tuple[int, str]:
        done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=Path.cwd())
        return done.returncode, done.stdout + done.stderr
