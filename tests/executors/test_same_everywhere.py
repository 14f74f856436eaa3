"""One process, two, or a cluster: the same bytes, the same ledger, the same words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.clusters import local_cluster
from support.command import Command
from support.workspaces import DEALS, Practice, deal

from drafter.executors.crew import ALONE, Crew

WAYS = ("alone", "two", "cluster")


@pytest.fixture(scope="module")
def ways() -> Iterator[dict[str, tuple[str, ...]]]:
    with local_cluster(2) as cluster:
        yield {"alone": ("--processes", "1"), "two": ("--processes", "2"),
               "cluster": ("--scheduler", cluster.scheduler_address)}  # fmt: skip


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.iterdir() if path.stat().st_size)
    return {path.name: path.read_bytes() for path in found}


@pytest.fixture
def drafter(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


class DescribeABatch:
    @pytest.fixture
    def rows(self) -> list[str]:
        good = [deal(seats=str(seats)) for seats in range(1, 40)]
        return [json.dumps(one) for one in good[:20]] + ["no deal"] + [
            json.dumps(one) for one in good[20:]]  # fmt: skip

    def it_is_the_same_whoever_drafts(
        self, drafter: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
        ways: dict[str, tuple[str, ...]], rows: list[str],
    ) -> None:  # fmt: skip
        outcomes, laid = {}, {}
        for way in WAYS:
            practice = Practice(tmp_path / way)
            monkeypatch.chdir(practice.folder)
            Path("deals.jsonl").write_text("\n".join(rows), "utf-8")
            command = ("batch", "deals.jsonl", "-o", "out", "--library", "library", *ways[way])
            first = drafter(*command, "--json")
            outcomes[way] = (first, drafter(*command))
            laid[way] = files(practice.folder / "out")
        assert outcomes["alone"] == outcomes["two"] == outcomes["cluster"]
        assert laid["alone"] == laid["two"] == laid["cluster"]
        first, again = outcomes["alone"]
        assert len([name for name in laid["alone"] if name.endswith(".docx")]) == 39
        assert "row 21" in first.err
        assert "0 drafted, 39 unchanged, 1 rejected" in again.err


class DescribeAPlanApplied:
    def it_is_the_same_whoever_renews(
        self, tmp_path: Path, ways: dict[str, tuple[str, ...]]
    ) -> None:
        crews = {"alone": ALONE, "two": Crew(2), "cluster": Crew(scheduler=ways["cluster"][1])}
        done, laid, held = {}, {}, {}
        for way, crew in crews.items():
            practice = Practice(tmp_path / way)
            practice.record(*DEALS[:6])
            practice.edit("topics/exit/by-notice.md", "may leave", "may go")
            done[way] = {one.agreement: one for one in practice.apply(practice.plan(), crew)}
            laid[way] = files(practice.output)
            revisions = {id: practice.registry().revision(id, 2) for id in practice.revisions()}
            held[way] = {id: (one.file, one.uses) for id, one in revisions.items()}
            assert practice.faults() == []
        assert done["alone"] == done["two"] == done["cluster"]
        assert laid["alone"] == laid["two"] == laid["cluster"]
        assert held["alone"] == held["two"] == held["cluster"]
        assert len(laid["alone"]) == 12


class DescribeWhoDoesTheWork:
    def it_goes_by_one_of_the_two(self, drafter: Command, tmp_path: Path) -> None:
        refused = drafter("batch", "a.yaml", "-o", tmp_path, "--processes", "2", "--scheduler", "x")
        assert refused.code == 2
        assert "--processes work on this machine" in refused.err
