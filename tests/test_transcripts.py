"""Every command has a transcript, and what the transcripts show is what happens."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from support.transcript import Shell, is_said, rewritten, steps

from drafter.cli.app import cli

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "transcripts.md"
FIRST = ROOT / "tests" / "fixtures" / "first_workspace"


def commands(group: click.Group, *before: str) -> Iterator[tuple[str, ...]]:
    """Every command that is told of, as the words that call it."""
    with click.Context(group) as ctx:
        for name in group.list_commands(ctx):
            one = group.get_command(ctx, name)
            if isinstance(one, click.Group):
                yield from commands(one, *before, name)
            elif one is not None and not one.hidden:
                yield (*before, name)


@pytest.fixture
def shell(tmp_path, monkeypatch, capsys):
    """A shell in a folder that has a small library, and answers to its questions."""
    shutil.copytree(FIRST / "library", tmp_path / "small")
    shutil.copy(FIRST / "answers" / "matter-1.yaml", tmp_path / "answers.yaml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAFTER_USER", "Counsel")
    return Shell(tmp_path, capsys, monkeypatch)


class DescribeTheTranscripts:
    def it_has_one_of_every_command(self):
        typed = [tuple(shlex.split(one.command)) for one in steps(PAGE.read_text("utf-8"))]
        missing = [
            name
            for name in commands(cli)
            if not any(words[: len(name) + 1] == ("drafter", *name) for words in typed)
        ]
        assert missing == []

    def it_is_what_happens(self, shell, request):
        """Each in its order, from an empty folder on; `--refresh-golden` writes the page anew."""
        page = PAGE.read_text("utf-8")
        if request.config.getoption("--refresh-golden"):
            PAGE.write_text(rewritten(page, shell), "utf-8")
            return
        for step in steps(page):
            lines = shell(step.command)
            assert is_said(step.said, lines), (step.command, step.said, lines)
