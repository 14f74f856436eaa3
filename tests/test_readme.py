"""The README is one screen, and what it tells the reader to type works as it is written."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from support.command import Command

from drafter.cli.app import cli

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LONGEST = 70  # lines
ELSEWHERE = {"check"}  # proves the whole library; the tests of the library do that

FINDS = {"proofread"}  # the comments of a draft


def commands() -> list[list[str]]:
    """Each command of drafter that the README shows, in its order."""
    blocks = re.findall(r"^```\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    lines = [line.partition(" #")[0] for block in blocks for line in block.splitlines()]
    return [shlex.split(line) for line in lines if line.startswith(("drafter ", "mkdir "))]


class DescribeTheReadme:
    def it_is_one_screen(self) -> None:
        assert len(README.splitlines()) <= LONGEST

    def it_shows_commands_that_work_one_after_the_other(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        shutil.copytree(
            ROOT / "examples/sensor-university", tmp_path / "examples/sensor-university"
        )
        monkeypatch.chdir(tmp_path)
        drafter = Command(capsys)
        ran = set()
        for command in commands():
            if command[0] == "mkdir":
                assert command == shlex.split(
                    "mkdir -p out && cp examples/sensor-university/answers.yaml out/answers.yaml"
                )
                Path("out").mkdir()
                shutil.copy("examples/sensor-university/answers.yaml", "out/answers.yaml")
            elif command[1] not in ELSEWHERE:
                outcome = drafter(*command[1:])
                found = 1 if command[1] in FINDS else 0
                assert outcome.code == found, (command, outcome.err)
                ran.add(command[1])
        assert ran == {"draft", "explain", "what-if", "confirm", "show", "proofread"}

    @pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
    def it_leads_to_files_that_are_there(self, page: Path) -> None:
        """Each link of a page into the project, from the folder of the page."""
        links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == []

    @pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
    def it_never_installs_another_project_of_the_name(self, page: Path) -> None:
        """The public index has another `drafter`."""
        said = page.read_text("utf-8")
        assert not re.search(r"(pip|pipx|uv)[^\n]* install[^\n]* drafter\b", said)

    @pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
    def it_names_no_command_that_is_not_there(self, page: Path) -> None:
        blocks = re.findall(r"^```\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
        shown = re.findall(r"^drafter ([a-z-]+)", "\n".join(blocks), re.MULTILINE)
        assert set(shown) <= set(cli.list_commands(click.Context(cli)))
