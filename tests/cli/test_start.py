"""A command loads what it needs and nothing else, so that it answers at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.command import ROOT, example

HEAVY = {"alembic", "docx", "docxtpl", "jinja2", "lxml", "marshmallow", "sqlalchemy", "xml"}
READERS = {"drafter.library.load", "drafter.prose.read", "drafter.word.adopt"}
REPORTS = """
import sys
sys.argv[0] = "drafter"
from drafter.cli import main
try:
    main()
finally:
    print(*sys.modules, sep="\\n", file=sys.stderr)
"""


@pytest.fixture
def loaded(tmp_path: Path):  # type: ignore[no-untyped-def]
    """The modules that a command has loaded when it ends, in a process of its own."""

    def run(*arguments: str | Path) -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", REPORTS, *map(str, arguments)],
            env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        return set(done.stderr.splitlines())

    return run


class DescribeDraft:
    @pytest.mark.parametrize("name", ["smart-handbag", "workout-rewards"])
    def it_loads_no_reader_and_no_engine_once_it_has_drafted_before(
        self, loaded, tmp_path: Path, name: str
    ) -> None:
        first, second = tmp_path / "first.docx", tmp_path / "second.docx"
        assert loaded("draft", example(name), "-o", first) >= READERS
        modules = loaded("draft", example(name), "-o", second)
        assert "drafter.drafting" in modules
        assert not modules & (HEAVY | READERS)
        assert second.read_bytes() == first.read_bytes()


class DescribeHelp:
    @pytest.mark.parametrize("option", ["--help", "--version"])
    def it_loads_click_and_nothing_that_drafts(self, loaded, option: str) -> None:
        modules = loaded(option)
        assert "click" in modules
        assert not modules & (HEAVY | READERS | {"yaml", "drafter.drafting", "drafter.library"})
