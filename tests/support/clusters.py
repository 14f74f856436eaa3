"""A Dask cluster of this machine: a scheduler and workers, each a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import dask
from distributed import LocalCluster


@contextmanager
def local_cluster(workers: int) -> Iterator[LocalCluster]:
    """Workers with one thread each. A task fails with the first worker that dies of it, so that
    a test need not wait for four of them."""
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(
            workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
        ) as one,
    ):
        yield one
