"""What a whole check costs, in counts: each file is read once, and twice as much costs twice."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from support.calls import calls, opened, overheard
from support.command import Command
from support.workspaces import Practice

from benchmarks.synthetic import synthetic
from drafter.checking import check_files


class DescribeAWholeCheck:
    def it_opens_each_file_of_a_library_once(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        library = Practice(tmp_path).library
        with overheard("open") as heard:
            Command(capsys)("check", "--library", library)
        texts = {str(path.relative_to(library)) for path in library.rglob("*") if path.is_file()}
        assert Counter(opened(heard, library)) == dict.fromkeys(texts, 1)

    def it_costs_twice_as_much_for_twice_the_library(self) -> None:
        self.cost(1)  # what is made once for all libraries
        once, twice = self.cost(1), self.cost(2)
        assert twice / once < 2.3

    def cost(self, sections: int) -> int:
        files = synthetic(7, sections=sections)
        return calls(lambda: check_files(files, date(2027, 3, 1)))
