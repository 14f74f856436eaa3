"""A disk that is full: what was not done is told, nothing is half done, and it is done later."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from support.command import Command
from support.storage import CUT, FULL, Disk
from support.workspaces import Practice, deal

from drafter.regeneration.batch_index import BatchFile, Index, read_index
from drafter.registry.model import Status
from drafter.workspace.approvals import read_approvals

DEALS = ("alpha", "beta", "gamma")


def run(drafter: Command, folder: Path) -> tuple[int, str]:
    outcome = drafter("batch", *(folder / f"{name}.json" for name in DEALS), "-o", folder / "out",
                      "--processes", "1", "--library", folder / "firm/library")  # fmt: skip
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
        assert code == 1 or not missing
        assert run(drafter, tmp_path)[0] == 0
        assert {path.name for path in output.glob("*.docx")} == {f"{name}.docx" for name in DEALS}


class DescribeTheIndexOfABatch:
    @pytest.mark.parametrize("seed", range(20))
    def it_knows_each_deal_from_the_moment_that_it_is_drafted(
        self, tmp_path: Path, seed: int
    ) -> None:
        output = tmp_path / "out"
        output.mkdir()
        Index(output).close()
        disk = Disk(output, tmp_path / "grave", CUT, 10_000)
        with disk.in_use():
            index = Index(output)
            for name in DEALS:
                index.add(BatchFile(f"{name}.docx", "", ""))
        disk.after_a_power_cut(random.Random(seed))
        assert set(read_index(output)) == {f"{name}.docx" for name in DEALS}


class DescribeAFirmOnAFullDisk:
    """Signing with its copy, and approving: wholly or not at all."""

    @pytest.fixture
    def firm(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Practice:
        practice = Practice(tmp_path / "firm")
        practice.settings()
        monkeypatch.chdir(practice.folder)
        return practice

    @pytest.mark.parametrize("step", [0, 1, 2, 3])
    def it_signs_with_the_copy_or_not_at_all(
        self, drafter: Command, firm: Practice, tmp_path: Path, step: int
    ) -> None:
        firm.record(deal(ownership="maker"))
        anyway = ("--by", "GC", "--reason", "a test")
        given = [part for what in ("not-approved", "unconfirmed") for part in ("--override", what)]
        assert drafter("issue", "A-0001", "-o", "out.docx", *given, *anyway).code == 0
        sign = ("sign", "A-0001", "--file", "out.docx", *given, *anyway)
        Path("out.docx").write_bytes(Path("out.docx").read_bytes() + b"signed")
        with Disk(firm.folder, tmp_path / "grave", FULL, step).in_use():
            refused = drafter(*sign)
        held = firm.registry().agreement("A-0001")
        assert (refused.code, held.status) == (1, Status.ISSUED), refused.err
        assert "No space left" in refused.err
        assert drafter(*sign).code == 0
        assert firm.registry().agreement("A-0001").status is Status.SIGNED
        assert firm.faults() == []

    @pytest.mark.parametrize("step", [0, 1, 2])
    def it_approves_all_or_nothing(
        self, drafter: Command, firm: Practice, tmp_path: Path, step: int
    ) -> None:
        approve = ("approve", "exit/*", "results/*", "--by", "GC", "--on", "2027-03-05")
        file = firm.folder / "approvals.yaml"
        with Disk(firm.folder, tmp_path / "grave", FULL, step).in_use():
            refused = drafter(*approve)
        assert (refused.code, read_approvals(file)) == (1, ()), refused.err
        assert drafter(*approve).code == 0
        assert len(read_approvals(file)) > 2
