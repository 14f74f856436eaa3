"""Regeneration measured: many agreements, one clause edited.

    make bench-many COUNT=1500
    python -m benchmarks.regeneration [AGREEMENTS] [PROCESSES] [DEALS]

The agreements are made from so many different deals, in turn: a thousand unless told. Prints what
an agreement takes of the database, its files apart; what a plan costs for an agreement that did not
change, against one that is drafted; whether the plan is what drafting all of them again finds; and
how fast the plan is applied.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TypeVar

from benchmarks.many_deals import many_deals
from drafter.bundled import starter_library
from drafter.drafting import load_library, load_style
from drafter.executors.crew import Crew
from drafter.matters.ingredients import Ingredients
from drafter.matters.recording import as_draft, block_texts, pinned
from drafter.matters.workshop import WorkshopPlaces
from drafter.regeneration.apply import apply_plan
from drafter.regeneration.model import Plan
from drafter.regeneration.plan import make_plan
from drafter.registry import create_registry, open_registry
from drafter.registry.model import Stamp

T = TypeVar("T")
DEALS = 1000  # that differ
CLAUSE = "topics/exit/after-lock-in.md"
EDIT = ("A Party may leave", "Each Party may leave")
STAMP = Stamp("2027-03-05T09:00:00Z", "Head of Legal", "5f0c")


def main() -> None:
    """Measure and print."""
    agreements = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    workers = int(sys.argv[2]) if len(sys.argv) > 2 else os.cpu_count() or 1
    deals = min(agreements, int(sys.argv[3]) if len(sys.argv) > 3 else DEALS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(starter_library(), folder / "library")
        places = WorkshopPlaces(str(folder / "library"), folder, None, folder / "cache",
                          str(folder / "registry.db"))  # fmt: skip
        rendered = _record(places, agreements, deals)
        room = Path(places.registry).stat().st_size / agreements
        print(f"database:             {room / 1000:8.2f} kB an agreement, {deals} deals")
        _measure(places, folder, agreements, rendered, workers)


def _measure(
    places: WorkshopPlaces, folder: Path, agreements: int, rendered: float, workers: int
) -> None:
    _, idle = _timed(lambda: make_plan(places.open()))
    print(f"drafted and written:  {1000 * rendered:8.2f} ms CPU an agreement")
    unchanged = idle / agreements
    print(f"found unchanged:      {1000 * unchanged:8.2f} ms CPU an agreement, "
          f"{unchanged / rendered:.3f} of a drafted one")  # fmt: skip
    clause = folder / "library" / CLAUSE
    edited = clause.read_text("utf-8").replace(*EDIT)
    assert edited != clause.read_text("utf-8")
    clause.write_text(edited, "utf-8")
    plan, planned = _timed(lambda: make_plan(places.open()))
    affected = f"{len(plan.entries)} of {agreements} affected"
    print(f"plan, one clause:     {planned:8.2f} s CPU, {affected}")
    same = {one.agreement for one in plan.entries} == _brute_force(places)
    print(f"equal to brute force: {'yes' if same else 'NO':>8}")
    _apply(plan, places, folder, workers)


def _apply(plan: Plan, places: WorkshopPlaces, folder: Path, workers: int) -> None:
    start = time.perf_counter()
    outcomes = list(apply_plan(plan, places.open(), folder / "out", STAMP, Crew(workers)))
    seconds = time.perf_counter() - start
    revised = sum(one.did == "revised" for one in outcomes)
    print(f"applied:              {revised / seconds:8.2f} a second, {revised} revised, "
          f"{workers} processes, {seconds:.1f} s")  # fmt: skip
    faults = open_registry(places.registry).verify()
    left = len(make_plan(places.open()).entries)
    print(f"afterwards:           {left:8} left to do, {len(faults)} faults in the registry")


def _record(places: WorkshopPlaces, agreements: int, deals: int) -> float:
    """Record the agreements; the seconds of CPU that drafting and writing a deal takes."""
    library, house = load_library(places.library, places.cache), load_style(cache=places.cache)
    ingredients, registry = Ingredients(library.clauses), create_registry(places.registry)
    spent, drafts = 0.0, []
    for deal, _ in islice(many_deals(library), deals):
        start = time.process_time()
        agreement = library.draft(deal)
        file = agreement.to_docx(house)
        spent += time.process_time() - start
        drafts.append(as_draft(agreement, house, "house", ingredients, file))
    for number in range(agreements):
        stamp = STAMP._replace(salt=str(number))
        registry.record(drafts[number % deals], f"Matter {number + 1}", stamp)
    registry.close()
    return spent / deals


def _brute_force(places: WorkshopPlaces) -> set[str]:
    library, registry = load_library(places.library, places.cache), open_registry(places.registry)
    different = set()
    for held in registry.agreements():
        before = registry.revision(held.id)
        again = library.draft(pinned(before.answers, before.taken))
        if block_texts(again.document) != before.blocks:
            different.add(held.id)
    return different


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    return work(), time.process_time() - start


if __name__ == "__main__":
    main()
