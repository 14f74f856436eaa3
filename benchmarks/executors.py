"""Batch in one process, in two, and on a Dask cluster of two workers.

    python -m benchmarks.executors [DEALS] [ROUNDS]

The same deals are drafted by each in turn, and must come out in the same bytes with the same
ledger. Printed are the time against one process, the best of the rounds, and the CPU against one
process: the price of handing out chunks, and of opening the library in each worker.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from benchmarks.many_deals import EXAMPLES
from drafter.drafting import load_library
from drafter.executors.crew import ALONE, Crew
from drafter.matters.workshop import WorkshopPlaces
from drafter.regeneration.batch import LOCK, Drafting, run_batch
from drafter.regeneration.batch_rows import read_batch

NAMES = ("short-campaign", "workout-rewards", "light-fibre-licence")
FASTER, DEARER = 1.7, 1.10


@dataclass(slots=True)
class Way:
    """Who drafts; wall and CPU seconds of each round, and the digest of all that was written."""

    name: str
    crew: Callable[[], AbstractContextManager[Crew]]
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    written: str = ""


def main() -> int:
    """Measure and print; 1 where a way gives other bytes."""
    deals, rounds = ([int(one) for one in sys.argv[1:]] + [1000, 3][len(sys.argv) - 1 :])[:2]
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each new process compiles drafter
    ways = (
        Way("one process", lambda: nullcontext(ALONE)),
        Way("two processes", lambda: nullcontext(Crew(2))),
        Way("Dask, two workers", _cluster),
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table = _table(folder, deals)
        load_library(cache=folder / "cache")
        for number in range(rounds):
            for way in ways:
                _run(way, table, folder / f"{number}-{way.name}", folder / "cache")
        _tell(ways, deals, rounds)
    return int(len({way.written for way in ways}) > 1)


@contextmanager
def _cluster() -> Iterator[Crew]:
    from distributed import LocalCluster  # late: each process of a pool imports this module

    with LocalCluster(2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as one:
        yield Crew(scheduler=one.scheduler_address)


def _table(folder: Path, deals: int) -> Path:
    path = folder / "deals.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(deals):
            name = NAMES[number % len(NAMES)]
            text = (EXAMPLES / name / "answers.yaml").read_text("utf-8")
            record = yaml.load(text, Loader=yaml.BaseLoader)
            record["answers"]["project_name"] = f"Project {number}"
            file.write(json.dumps(record) + "\n")
    return path


def _run(way: Way, table: Path, folder: Path, cache: Path) -> None:
    trade = Drafting(WorkshopPlaces(None, cache=cache), "house", folder, "1")
    rows = read_batch([table], _no_sheet).rows
    with way.crew() as crew:
        start, used = time.monotonic(), _cpu()
        results = list(run_batch(rows, trade, crew))
        way.wall.append(time.monotonic() - start)
        way.cpu.append(_cpu() - used)
    faults = [one.faults[0].says for one in results if one.faults]
    if faults:
        raise SystemExit(f"{way.name}: {faults[0]}")
    way.written = _digest(folder)


def _no_sheet() -> Any:
    raise AssertionError("no workbook is read here")


def _cpu() -> float:
    """CPU seconds of this process, of its children that live and of those that have ended."""
    import psutil

    own = psutil.Process()
    used = own.cpu_times()
    living = sum(sum(one.cpu_times()[:2]) for one in own.children(recursive=True))
    return used.user + used.system + used.children_user + used.children_system + living


def _digest(folder: Path) -> str:
    """Of every file of a batch, its ledger too."""
    names = sorted(path for path in folder.iterdir() if path.name != LOCK)
    return sha256(b"".join(path.name.encode() + path.read_bytes() for path in names)).hexdigest()


def _tell(ways: tuple[Way, ...], deals: int, rounds: int) -> None:
    alone = ways[0]
    print(f"{deals:,} deals, {rounds} rounds in turn; load of the machine {os.getloadavg()[0]:.1f}")
    for way in ways:
        faster = max(one / own for one, own in zip(alone.wall, way.wall, strict=True))
        dearer = min(own / one for one, own in zip(alone.cpu, way.cpu, strict=True))
        same = "the same bytes" if way.written == alone.written else "OTHER BYTES"
        each = 1000 * min(way.cpu) / deals
        print(f"  {way.name:<18} {min(way.wall):7.1f} s  {each:6.1f} ms CPU a deal  "
              f"{faster:5.2f} times as fast  {dearer:5.2f} times the CPU  {same}")  # fmt: skip
    fast = max(one / own for one, own in zip(alone.wall, ways[1].wall, strict=True))
    dear = min(own / one for one, own in zip(alone.cpu, ways[2].cpu, strict=True))
    free = max(2 * one / own for one, own in zip(alone.cpu, ways[1].cpu, strict=True))
    print(f"  two processes: {free:.2f} times as fast by their CPU, where both have a core")
    _verdict("two processes", f"{fast:.2f} times as fast", f"at least {FASTER}", fast >= FASTER)
    _verdict("Dask", f"{dear:.2f} times the CPU", f"at most {DEARER}", dear <= DEARER)


def _verdict(who: str, figure: str, target: str, met: bool) -> None:
    print(f"  {who}: {figure} of one process, target {target}: {'met' if met else 'MISSED'}")


if __name__ == "__main__":
    sys.exit(main())
