"""What the documentation shows is run."""

import doctest
from pathlib import Path

import pytest
from support.command import answers_of

DOCS = Path(__file__).resolve().parent.parent / "docs"


class DescribeTheDocumentation:
    @pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.stem)
    def it_shows_what_happens(self, page, tmp_path):
        """Each example in it, run in order, says what the page says."""
        given = {"folder": tmp_path / "firm", "answers": answers_of("workout-rewards")}
        failed, _ = doctest.testfile(str(page), module_relative=False, globs=given)
        assert failed == 0
