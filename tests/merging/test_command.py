"""`drafter merge ISSUED MARKED_UP FRESH -o FILE`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support.command import Command
from support.counsel import marked_up
from support.files import text
from support.merging import drafted

from drafter import merge


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """What went out, what came back, what would be drafted today, and where the merge goes."""
    contents = drafted(), marked_up(drafted(), "a word"), drafted("reworded", "two")
    paths = [tmp_path / name for name in ("issued.docx", "back.docx", "fresh.docx")]
    for path, data in zip(paths, contents, strict=True):
        path.write_bytes(data)
    return [*paths, tmp_path / "merged.docx"]


class DescribeTheMergeCommand:
    def it_writes_what_the_library_gives_and_says_what_was_done(self, command, files):
        issued, back, fresh, out = files
        outcome = command("merge", issued, back, fresh, "-o", out)
        assert outcome.code == 0
        whole = merge(
            *(path.read_bytes() for path in files[:3]), author="drafter",
            names=(issued.as_posix(), back.as_posix(), fresh.as_posix()),
        )  # fmt: skip
        assert out.read_bytes() == whole.document
        assert (
            '3.2 "A late Fee bears interest of three per cent for each month…": counsel\'s '
            "words stay; a comment says the library's (counsel changed it, and the library words "
            "it otherwise now)\n    the library now says: A late Fee bears a yearly interest of "
            "two per cent for each month of delay."
        ) in outcome.out

    def it_dates_every_change_and_comment_on_a_day(self, command, files):
        """The same day gives the same bytes."""
        *three, out = files
        assert command("merge", *three, "-o", out, "--on", "2027-03-05").code == 0
        first = out.read_bytes()
        assert command("merge", *three, "-o", out, "--on", "2027-03-05", "--force").code == 0
        assert out.read_bytes() == first
        ours = [
            mark
            for part in ("word/document.xml", "word/comments.xml")
            for mark in re.findall(r'<w:\w+ [^>]*w:author="drafter"[^>]*>', text(first, part))
        ]
        assert len(ours) > 2
        assert all('w:date="2027-03-05T00:00:00Z"' in mark for mark in ours)

    def it_prints_the_report_as_json(self, command, files):
        *three, out = files
        said = json.loads(command("merge", *three, "-o", out, "--json").out)
        assert [line["did"] for line in said["report"]["lines"]] == [
            "conflict", "put in", "put in"]  # fmt: skip
        assert said["report"]["found"] == said["report"]["issued"]

    def it_never_replaces_what_it_reads(self, command, files):
        issued, back, fresh, _ = files
        outcome = command("merge", issued, back, fresh, "-o", back, "--force")
        assert outcome.code == 1
        assert "back.docx" in outcome.err

    def it_names_every_file_that_is_not_there(self, command, files):
        *_, out = files
        outcome = command("merge", "a.docx", "b.docx", "c.docx", "-o", out)
        assert outcome.code == 1
        assert all(name in outcome.err for name in ("a.docx", "b.docx", "c.docx"))
        assert not out.exists()
