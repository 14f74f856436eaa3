"""The story of examples/library-update, played by the command in its README."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.command import EXAMPLES

from drafter.word.read import print_docx

STORY = EXAMPLES / "library-update"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story") / "workspace"
    told = subprocess.run(
        [sys.executable, STORY / "play.py", folder], env=os.environ, check=True, text=True,
        capture_output=True,
    )  # fmt: skip
    (folder / "told.txt").write_text(told.stdout, "utf-8")
    return folder


class DescribeTheStory:
    """Thirty agreements, six edited by counsel, two signed; one clause of law changes."""

    def it_is_played_by_the_command_in_the_readme(self):
        readme = (STORY / "README.md").read_text("utf-8")
        assert "python examples/library-update/play.py " in readme

    def it_names_the_agreements_the_clause_and_the_words(self, played):
        plan = (played / "plan.txt").read_text("utf-8")
        assert plan.splitlines()[-1] == (
            "20 to revise, 2 signed, to be amended, 6 edited by others, to be merged, 2 unchanged."
        )
        assert "because the wording of Disputes and law changed (english-courts)" in plan
        assert "A-0010" not in plan

    def it_ends_with_redlines_merged_files_and_two_amendments(self, played):
        drafts = sorted(path.name for path in (played / "drafts").glob("*.docx"))
        assert sum(name.endswith("-r2.docx") for name in drafts) == 20
        assert sum(name.endswith("-r2-redline.docx") for name in drafts) == 26
        assert [name for name in drafts if "-amendment-1-" in name] == [
            "A-0031-amendment-1-of-a-0005-campaign-autumn-r1.docx",
            "A-0032-amendment-1-of-a-0020-light-hedgehog-r1.docx",
        ]

    def it_restates_the_clause_under_its_number_in_each_signed_agreement(self, played):
        """Clause 10 of the one is clause 16 of the other."""
        (amendment,) = (played / "drafts").glob("A-0032-*.docx")
        words = print_docx(amendment.read_bytes()).replace("\u00a0", " ")
        assert (
            "Clause 16.2 (Disputes and law) of the Original Agreement is replaced by these words:\n"
            "16.2\tThe law of England and Wales governs this Agreement"
        ) in words

    def it_sums_up_at_the_terminal_and_on_a_page(self, played):
        first = (played / "applied.txt").read_text("utf-8").splitlines()[0]
        assert first == (
            "20 new revisions, 6 put into the files that came back, 2 amendments, 2 unchanged."
        )
        page = (played / "drafts" / "applied.html").read_text("utf-8")
        assert f"<h1>{first.rstrip('.')}</h1>" in page
        assert "Signed: A-0031 amends it" in page
        assert "set aside" not in page  # recommendations that nobody gave are nobody's answers
        assert page.count("Read the redline, then issue it.") == 20
