"""The one way to have many jobs done, whoever does them: same bytes, same results."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from drafter.executors.jobs import J, JobKind, R, done_safely
from drafter.executors.processes import in_processes


class Crew(NamedTuple):
    """Who does the jobs: so many processes of this machine, or the workers of a Dask scheduler.

    >>> Crew(), Crew(4), Crew(scheduler="tcp://10.0.0.7:8786")[1]
    (Crew(processes=1, scheduler=''), Crew(processes=4, scheduler=''), 'tcp://10.0.0.7:8786')
    """

    processes: int = 1
    scheduler: str = ""


ALONE = Crew()
"""This process does all of it."""


def run(
    trade: JobKind[J, R], work: Callable[[J], R], jobs: Sequence[J], crew: Crew = ALONE
) -> Iterator[R]:
    """Each job's result, as it comes. `work` does a job in this process, where one is enough.

    Each job has one result, also where its process dies: it is done again, or reported. Raises
    `Refused`, having done nothing, where a cluster cannot do the work.
    """
    if crew.scheduler and jobs:
        from drafter.executors.cluster import on_cluster

        return on_cluster(trade, jobs, crew.scheduler)
    if crew.processes <= 1 or len(jobs) <= 1:
        return done_safely(trade, work, jobs)
    return in_processes(trade, jobs, crew.processes)
