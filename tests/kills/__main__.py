"""What `make kills` does: SEED and how often each command is killed; a line for each ordeal."""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from support.killing import Killed, KilledApply, KilledBatch, kill_often

FULL = (4_000, 16_000, 30_000, 60_000, 200_000)  # bytes, from nothing fits to nearly all does
TOGETHER = 3


def main(seed: int, times: int) -> None:
    """Run every ordeal; an assertion that fails ends it."""
    for kind in (KilledApply, KilledBatch):
        for ordeal in (killed, on_full_disks, nowhere_to_write, at_once):
            with tempfile.TemporaryDirectory() as folder:
                said = ordeal(kind(Path(folder)), times, random.Random(seed))
            print(
                f"{kind.command[0]:<6} {ordeal.__name__.replace('_', ' '):<18} {said}", flush=True
            )


def killed(run: Killed, times: int, pick: random.Random) -> str:
    """kill -9 at random moments, now the parent alone, now its workers too."""
    starts = kill_often(run, times, pick)
    return f"{times} times in {starts} starts: nothing half-written, nothing lost, nothing twice"


def on_full_disks(run: Killed, times: int, pick: random.Random) -> str:
    """No room for files of so many bytes; then there is."""
    told = 0
    for limit in FULL:
        run.renew()
        process = run.start(limit=limit)
        said = process.communicate()[1].decode()
        assert process.returncode in (0, 1), said
        told += process.returncode
        run.check()
        finished(run)
    return f"{len(FULL)} disks, {told} runs say what they could not do; all done when there is room"


def nowhere_to_write(run: Killed, times: int, pick: random.Random) -> str:
    """A folder that takes no file."""
    run.renew()
    process = run.start("-o", "/proc/drafts")
    said = process.communicate()[1].decode()
    assert (process.returncode, "/proc/drafts" in said) == (1, True), said
    run.check()
    finished(run)
    return "refused, with the folder's name; all done elsewhere"


def at_once(run: Killed, times: int, pick: random.Random) -> str:
    """Several at the same moment in one folder."""
    busy = 0
    for _ in range(max(1, times // 20)):
        run.renew()
        runs = [run.start() for _ in range(TOGETHER)]
        said = [process.communicate()[1].decode() for process in runs]
        refused = [words for words in said if "is at work in" in words]
        busy += len(refused)
        assert len(refused) < TOGETHER
        assert all(process.returncode in (0, 1) for process in runs), said
        run.check_done()
    return f"{TOGETHER} together, {max(1, times // 20)} times: {busy} told to wait, nothing twice"


def finished(run: Killed) -> None:
    """It ends by itself, and all is done."""
    process = run.start()
    said = process.communicate()[1].decode()
    assert process.returncode in (0, 1), said
    run.check_done()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
