"""A file that is named is a file: no pipe, no device, no folder, nothing without an end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.command import Command

from drafter.diagnostics import Refused
from drafter.input_files import read_input


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.docx")
    return folder / "pipe.docx"


def says(path: Path, most: int = 10) -> str:
    with pytest.raises(Refused) as raised:
        read_input(path, "word-file", most)
    return raised.value.diagnostics[0].says


class DescribeReadingAFile:
    def it_gives_the_bytes(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"0123456789")
        assert read_input(tmp_path / "a", "word-file", 10) == b"0123456789"

    def it_refuses_one_byte_too_many(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"0123456789x")
        assert says(tmp_path / "a").endswith("a: larger than 10 bytes")

    def it_refuses_a_folder(self, tmp_path: Path) -> None:
        assert says(tmp_path).endswith(": this is a folder")

    def it_waits_for_no_pipe(self, tmp_path: Path) -> None:
        assert says(pipe(tmp_path)).endswith("pipe.docx: this is a pipe, not a file")

    def it_reads_no_device(self) -> None:
        assert says(Path("/dev/zero")) == "/dev/zero: this is a device, not a file"

    def it_says_that_there_is_none(self, tmp_path: Path) -> None:
        assert says(tmp_path / "none").endswith("none: No such file or directory")


class DescribeEveryCommandThatReads:
    """Each refuses at once, with exit code 1."""

    @pytest.mark.parametrize("odd", ["pipe", "/dev/zero", "folder"])
    @pytest.mark.parametrize(
        "words",
        [
            "draft {} -o {out}",
            "explain {}",
            "batch {} -o {folder}",
            "draft examples/workout-rewards/answers.yaml --style {} -o {out}",
            "redline {} {house} -o {out}",
            "redline {house} {} -o {out}",
        ],
    )
    def it_refuses_what_has_no_end(
        self, words: str, odd: str, command: Command, tmp_path: Path
    ) -> None:
        named = {"pipe": pipe(tmp_path), "folder": tmp_path}.get(odd, Path(odd))
        places = {"out": tmp_path / "out.docx", "folder": tmp_path / "out",
                  "house": "templates/house.docx"}  # fmt: skip
        outcome = command(*(word.format(named, **places) for word in words.split()))
        assert outcome.code == 1, outcome.err
        assert str(named) in outcome.err
        assert not (tmp_path / "out.docx").exists()
