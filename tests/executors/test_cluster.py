"""The jobs of a cluster are those of one process: done once or reported, whoever dies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Scheduler, SpecCluster
from support.clusters import local_cluster
from support.counting import Counting, results

from drafter.diagnostics import Refused
from drafter.executors.cluster import GONE
from drafter.executors.crew import ALONE, Crew, run
from drafter.executors.jobs import DIED


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with local_cluster(2) as cluster:
        yield Crew(scheduler=cluster.scheduler_address)


def refusal(trade: Counting, crew: Crew) -> str:
    with pytest.raises(Refused) as caught:
        results(trade, crew)
    assert not list(trade.folder.glob("died-*"))
    return " ".join(f"{one.says} {one.cure}" for one in caught.value.diagnostics)


class DescribeAClusterAtWork:
    def it_gives_what_one_process_gives(self, tmp_path: Path, crew: Crew) -> None:
        assert results(Counting(tmp_path), crew, 200) == results(Counting(tmp_path), ALONE, 200)

    def it_makes_each_worker_ready_once(self, tmp_path: Path, crew: Crew) -> None:
        results(Counting(tmp_path), crew, 200)
        assert len((tmp_path / "ready").read_text().split()) == 2

    def it_leaves_no_mark_in_the_folder(self, tmp_path: Path, crew: Crew) -> None:
        results(Counting(tmp_path), crew)
        assert [path.name for path in tmp_path.iterdir()] == ["ready"]

    def it_does_every_job_though_workers_die(self, tmp_path: Path, crew: Crew) -> None:
        trade = Counting(tmp_path, kills_once=frozenset({3, 30}))
        assert results(trade, crew) == results(Counting(tmp_path))

    def it_reports_a_job_that_kills_every_worker(self, tmp_path: Path, crew: Crew) -> None:
        found = results(Counting(tmp_path, kills_always=frozenset({7})), crew)
        assert found.pop(7) == DIED
        assert found == {job: said for job, said in results(Counting(tmp_path)).items() if job != 7}

    def it_reports_what_a_scheduler_took_away_with_it(self, tmp_path: Path) -> None:
        trade = Counting(tmp_path)
        with local_cluster(1) as cluster:
            found = run(trade, trade.square, range(100), Crew(scheduler=cluster.scheduler_address))
            job, said = next(found)
            cluster.close()
            rest = dict(found)
        assert (said, rest.keys()) == (str(job * job), {*range(100)} - {job})
        done = {job: said for job, said in rest.items() if said != GONE and job != 13}
        assert done == {job: str(job * job) for job in done}
        assert GONE in rest.values()


class DescribeAClusterThatCannot:
    """Nothing is begun that could not be ended well."""

    def it_is_not_there(self, tmp_path: Path) -> None:
        said = refusal(Counting(tmp_path), Crew(scheduler="tcp://127.0.0.1:9"))
        assert "there is no scheduler to reach at tcp://127.0.0.1:9" in said
        assert "dask scheduler" in said

    def it_has_an_address_of_no_kind(self, tmp_path: Path) -> None:
        assert "no scheduler" in refusal(Counting(tmp_path), Crew(scheduler="nfs://somewhere"))

    def it_has_no_workers(self, tmp_path: Path) -> None:
        options = {"host": "127.0.0.1", "dashboard": False}
        with SpecCluster({}, {"cls": Scheduler, "options": options}) as cluster:
            said = refusal(Counting(tmp_path), Crew(scheduler=cluster.scheduler_address))
        assert "has no workers start some: dask worker" in said

    def it_has_workers_that_cannot_be_made_ready(self, tmp_path: Path, crew: Crew) -> None:
        said = refusal(Counting(tmp_path, refuses="there is no library"), crew)
        assert "cannot do this work: there is no library" in said
