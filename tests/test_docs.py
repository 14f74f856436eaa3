"""What the documentation shows is run."""

import doctest
from pathlib import Path

import click
import pytest
import yaml
from support.command import answers_of

from drafter.cli.app import cli

PROJECT = Path(__file__).resolve().parent.parent
DOCS = PROJECT / "docs"


class DescribeTheDocumentation:
    @pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.stem)
    def it_shows_what_happens(self, page, tmp_path):
        """Each example in it, run in order, says what the page says."""
        given = {"folder": tmp_path / "firm", "answers": answers_of("workout-rewards")}
        failed, _ = doctest.testfile(str(page), module_relative=False, globs=given)
        assert failed == 0


class DescribeTheHookBeforeACommit:
    """A firm that keeps its library in git may have it checked before each commit."""

    def it_calls_a_command_with_options_that_there_are(self) -> None:
        (hook,) = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text("utf-8"))
        program, name, *arguments = hook["entry"].split()
        assert (program, hook["pass_filenames"]) == ("drafter", False)
        with click.Context(cli) as ctx:
            command = cli.get_command(ctx, name)
            called = command.make_context(name, arguments)
        assert called.params["library"] == "clause_library"
