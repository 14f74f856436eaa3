"""A batch on a disk that is full names the deals that it did not draft, and does them later."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.command import Command
from support.storage import FULL, Disk
from support.workspaces import Practice, deal

DEALS = ("alpha", "beta", "gamma")


def run(drafter: Command, folder: Path) -> tuple[int, str]:
    outcome = drafter("batch", *(folder / f"{name}.json" for name in DEALS), "-o", folder / "out",
                      "--jobs", "1", "--library", folder / "firm/library")  # fmt: skip
    return outcome.code, outcome.out + outcome.err


class DescribeABatchOnAFullDisk:
    @pytest.mark.parametrize("step", [3, 6, 9, 12])
    def it_names_what_was_not_drafted_and_does_it_later(
        self, drafter: Command, tmp_path: Path, step: int
    ) -> None:
        Practice(tmp_path / "firm")
        output = tmp_path / "out"
        output.mkdir()
        for name in DEALS:
            (tmp_path / f"{name}.json").write_text(json.dumps(deal()), "utf-8")
        with Disk(output, tmp_path / "grave", FULL, step).in_use():
            code, said = run(drafter, tmp_path)
        missing = [name for name in DEALS if not (output / f"{name}.docx").exists()]
        assert [name for name in missing if f"{name}.json" not in said] == []
        assert ("nothing was written" in said) <= (len(missing) == len(DEALS))
        assert code == 1
        assert run(drafter, tmp_path)[0] == 0
        assert {path.name for path in output.glob("*.docx")} == {f"{name}.docx" for name in DEALS}
