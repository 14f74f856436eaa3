"""A table of very many deals, drafted by `drafter batch`: `make bench-rows COUNT=5000`.

The examples in turn, each under names of its own, in one .csv. While the batch is at work the
memory of its processes is looked at; it must stay flat once a tenth of the rows is drafted.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

import yaml

EXAMPLES = sorted(Path(__file__).parents[1].glob("examples/*/answers.yaml"))
MOST = 1.1  # of the memory after the first tenth
LOOKS = 10  # at the memory, in a whole run
PAGE = os.sysconf("SC_PAGE_SIZE") / 1e6


class Look(NamedTuple):
    """What stood where in the middle of the work: drafts, and megabytes of the batch itself and
    of the largest of its workers."""

    drafts: int
    itself: float
    worker: float


def main() -> int:
    """Draft the table; 0 where every row is drafted and the memory stayed flat."""
    count = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        table, drafts = Path(folder) / "deals.csv", Path(folder) / "drafts"
        drafts.mkdir()
        _write(table, list(islice(_deals(), count)))
        began = time.perf_counter()
        looks = list(_watched(table, drafts, count))
        seconds, made = time.perf_counter() - began, len([*drafts.glob("*.docx")])
    print(f"{made:,} of {count:,} rows drafted in {seconds:.0f} s, {made / seconds:.1f} a second")
    first, last = looks[0], looks[-1]
    grown = max(last.itself / first.itself, last.worker / first.worker)
    print(f"memory at the end: {grown:.2f} times that after {first.drafts:,} drafts")
    return 0 if made == count and grown <= MOST else 1


def _deals() -> Iterator[dict[str, Any]]:
    """The examples in turn, without end, each under names of its own."""
    examples = [yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader) for path in EXAMPLES]
    for number, example in enumerate(cycle(examples), 1):
        deal = deepcopy(example)
        deal["answers"]["project_name"] = f"Project {number}"
        for party in deal["answers"]["parties"].values():
            party["short_name"] = f"{party['short_name']} {number}"
        yield deal


def _write(table: Path, deals: list[dict[str, Any]]) -> None:
    """A row a deal, with a column for each answer that one of them has; special terms stay out."""
    rows = [
        {"agreement_id": f"A-{number}", "precedent": deal["precedent"]}
        | dict(_cells(deal["answers"]))
        | dict.fromkeys(deal.get("unknown", ()), "?")
        for number, deal in enumerate(deals, 1)
    ]
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)))
        writer.writeheader()
        writer.writerows(rows)


def _cells(answers: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for name, value in answers.items():
        if isinstance(value, Mapping):
            yield from _cells(value, f"{above}{name}.")
        else:
            words = ", ".join(value) or "(none)" if isinstance(value, list) else value
            yield f"{above}{name}", words


def _watched(table: Path, drafts: Path, count: int) -> Iterator[Look]:
    """Looks at a batch while it works, at every tenth of its rows."""
    program = [sys.executable, "-c", "from drafter.cli import main; main()"]
    with subprocess.Popen([*program, "batch", table, "-o", drafts, "--quiet"],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as batch:  # fmt: skip
        due = count / LOOKS
        while batch.poll() is None:
            done = sum(one.name.endswith(".docx") for one in os.scandir(drafts))
            if done >= due and (look := _look(done, batch.pid)):
                due += count / LOOKS
                print(f"{done:>7,} drafts  {look.itself:6.1f} MB  a worker {look.worker:6.1f} MB",
                      flush=True)  # fmt: skip
                yield look
            time.sleep(0.2)


def _look(drafts: int, batch: int) -> Look | None:
    """The memory of a batch and of the processes that it started; None where it has ended."""
    try:
        below = Path(f"/proc/{batch}/task/{batch}/children").read_text("ascii").split()
        memory = [_megabytes(one) for one in below]
        return Look(drafts, _megabytes(str(batch)), max(memory, default=_megabytes(str(batch))))
    except FileNotFoundError:
        return None


def _megabytes(process: str) -> float:
    return int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1]) * PAGE


if __name__ == "__main__":
    sys.exit(main())
