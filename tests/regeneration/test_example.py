"""The story of examples/library-update, played by the command in its README."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.command import EXAMPLES

STORY = EXAMPLES / "library-update"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story") / "workspace"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run([STORY / "play.sh", folder], env={**os.environ, "PATH": path}, check=True)
    return folder


class DescribeTheStory:
    """Twelve agreements, one signed, one clause edited."""

    def it_is_played_by_the_command_in_the_readme(self):
        assert "examples/library-update/play.sh " in (STORY / "README.md").read_text("utf-8")

    def it_names_nine_agreements_the_clause_and_the_words(self, played):
        plan = (played / "plan.txt").read_text("utf-8")
        assert sum(line.startswith("A-00") for line in plan.splitlines()) == 9
        assert "A-0005  rewards-pilot  signed: needs an amendment, not rewritten" in plan
        assert "because the wording of Default changed (two-parties)" in plan
        assert "‘60’ becomes ‘90’" in plan

    def it_sums_up_eight_revisions_and_the_signed_one(self, played):
        summary = (played / "summary.txt").read_text("utf-8")
        assert summary.count(": revision 2, 6 words marked") == 8
        assert "Signed, so not rewritten" in summary

    def it_lays_revisions_and_redlines_beside_the_old_files(self, played):
        drafts = sorted(path.name for path in (played / "drafts").iterdir())
        assert sum(name.endswith("-r2.docx") for name in drafts) == 8
        assert sum(name.endswith("-r2-redline.docx") for name in drafts) == 8
        assert not any(name.startswith("A-0005") and "-r2" in name for name in drafts)
