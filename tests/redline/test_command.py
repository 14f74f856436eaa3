"""`drafter redline OLD NEW -o FILE`: the redline of any two of our files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.command import Command
from support.pairs import reworded

from drafter.redline.compare import compare


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    """An old and a new draft, and where the redline goes."""
    pair = reworded("two words")
    old, new, out = (tmp_path / f"{name}.docx" for name in ("old", "new", "redline"))
    old.write_bytes(pair.old)
    new.write_bytes(pair.new)
    return old, new, out


class DescribeTheRedlineCommand:
    def it_writes_what_the_library_gives(self, command, files):
        old, new, out = files
        outcome = command("redline", old, new, "-o", out)
        assert outcome.code == 0
        assert out.read_bytes() == compare(old.read_bytes(), new.read_bytes()).data
        assert "2 words marked" in outcome.err

    def it_says_when_no_word_differs(self, command, files):
        old, _, out = files
        assert "no difference in words" in command("redline", old, old, "-o", out).err

    def it_dates_the_changes_on_a_day(self, command, files):
        """The same day gives the same bytes; without one the changes bear no date."""
        old, new, out = files
        assert command("redline", old, new, "-o", out, "--on", "2027-03-05").code == 0
        assert (
            out.read_bytes()
            == compare(old.read_bytes(), new.read_bytes(), date="2027-03-05T00:00:00Z").data
        )

    def it_takes_one_date_alone(self, command, files):
        old, new, out = files
        both = ("--on", "2027-03-05", "--date", "2027-03-05T09:00:00Z")
        assert command("redline", old, new, "-o", out, *both).code == 2
        assert command("redline", old, new, "-o", out, "--on", "5 March").code == 2
        assert not out.exists()

    def it_prints_json(self, command, files):
        old, new, out = files
        outcome = command("redline", old, new, "-o", out, "--json")
        assert json.loads(outcome.out)["words"] == 2

    def it_replaces_a_file_only_when_told(self, command, files):
        old, new, out = files
        out.write_bytes(b"mine")
        assert command("redline", old, new, "-o", out).code != 0
        assert out.read_bytes() == b"mine"
        assert command("redline", old, new, "-o", out, "--force").code == 0

    def it_names_every_file_that_it_cannot_read(self, command, files, tmp_path):
        out = files[2]
        outcome = command("redline", tmp_path / "a.docx", tmp_path / "b.docx", "-o", out)
        assert outcome.code != 0
        assert "a.docx" in outcome.err
        assert "b.docx" in outcome.err
        assert not out.exists()

    def it_refuses_what_is_no_word_file(self, command, files):
        old, new, out = files
        new.write_bytes(b"plain text")
        outcome = command("redline", old, new, "-o", out)
        assert outcome.code != 0
        assert "this is not a .docx that can be read" in outcome.err
        assert not out.exists()
