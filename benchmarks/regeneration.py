"""Regeneration measured: many agreements, one clause edited.

    python -m benchmarks.regeneration [AGREEMENTS] [PROCESSES]

Prints what a plan costs for an agreement that did not change, against one that is drafted; whether
the plan is what drafting all of them again finds; and how fast the plan is applied.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import yaml

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
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
NAMES = ("smart-handbag", "workout-rewards", "smart-home-five", "sensor-university")
CLAUSE = "topics/exit/any-time.md"  # used by one example in four
EDIT = ("A Party may", "Each Party may")
STAMP = Stamp("2027-03-05T09:00:00Z", "Head of Legal", "5f0c")


def main() -> None:
    """Measure and print."""
    agreements = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    workers = int(sys.argv[2]) if len(sys.argv) > 2 else os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(starter_library(), folder / "library")
        places = WorkshopPlaces(str(folder / "library"), folder, None, folder / "cache",
                          str(folder / "registry.db"))  # fmt: skip
        rendered = _record(places, agreements)
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


def _record(places: WorkshopPlaces, agreements: int) -> float:
    """Record the agreements; the seconds of CPU that drafting and writing one takes."""
    library, house = load_library(places.library, places.cache), load_style(cache=places.cache)
    ingredients, registry = Ingredients(library.clauses), create_registry(places.registry)
    deals = [_deal(name) for name in NAMES]
    spent = 0.0
    for number in range(agreements):
        record = deals[number % len(deals)]
        record["answers"]["project_name"] = f"Project {number + 1}"
        start = time.process_time()
        agreement = library.draft(record)
        file = agreement.to_docx(house)
        spent += time.process_time() - start
        draft = as_draft(agreement, house, "house", ingredients, file)
        registry.record(draft, f"Matter {number + 1}", STAMP)
    return spent / agreements


def _deal(name: str) -> dict:  # type: ignore[type-arg]
    path = EXAMPLES / name / "answers.yaml"
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


def _brute_force(places: WorkshopPlaces) -> set[str]:
    library, registry = load_library(places.library, places.cache), create_registry(places.registry)
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
