"""The shell completes commands and options, in the words of the command line."""

import pytest
from click.shell_completion import get_completion_class

from drafter.cli.app import cli

SHELLS = ("bash", "zsh", "fish")


@pytest.fixture(params=SHELLS)
def shell(request, monkeypatch):
    """What a shell asks: the words typed, and where the cursor stands."""

    def completed(*typed):
        words = " ".join(("drafter", *typed))
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", typed[-1] if request.param == "fish" else str(len(typed)))
        return get_completion_class(request.param)(cli, {}, "drafter", "_DRAFTER_COMPLETE")

    completed.name = request.param
    return completed


class DescribeCompletion:
    def it_completes_a_command(self, shell):
        assert "answers" in shell("ans").complete()

    def it_completes_a_command_of_a_command_and_an_option(self, shell):
        assert "accept" in shell("answers", "acc").complete()
        assert "--non-interactive" in shell("ask", "--non").complete()

    def it_is_switched_on_by_what_the_page_says(self, shell):
        script = shell("").source()
        assert f"_DRAFTER_COMPLETE={shell.name}_complete" in script
