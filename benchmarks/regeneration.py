"""Regeneration measured: many agreements, one clause edited.

    make bench-many COUNT=1500
    python -m benchmarks.regeneration [AGREEMENTS] [PROCESSES] [DEALS]

So many different deals are recorded, a thousand unless told; a second registry takes in their
agreements again and again through the door of an export, until there are AGREEMENTS. It is made in
the PostgreSQL that DRAFTER_TEST_POSTGRES names, and else in SQLite. Prints what an agreement takes
of the database; what a plan costs of each registry, in time and memory, for those that one edited
clause affects and for those that it does not; whether a sample of the plan is what drafting them
again finds; and how fast the plan of the first registry is applied.
"""

from __future__ import annotations

import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

from benchmarks.many_deals import many_deals
from benchmarks.many_entries import multiplied
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
SAMPLE = 500  # agreements that are drafted again
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
        few = WorkshopPlaces(str(folder / "library"), folder, None, folder / "cache",
                          str(folder / "registry.db"))  # fmt: skip
        print(f"load of the machine:  {os.getloadavg()[0]:8.1f}")
        rendered = _record(few, deals)
        print(f"drafted and written:  {1000 * rendered:8.2f} ms CPU a deal, {deals} deals")
        many = _multiplied(few, folder, agreements)
        _tell_plan(few, deals, rendered, "none edited")
        _tell_plan(many, agreements, rendered, "none edited")
        _edit(folder / "library" / CLAUSE)
        plan = _tell_plan(few, deals, rendered, "one clause edited")
        _compare(many, _tell_plan(many, agreements, rendered, "one clause edited"))
        _apply(plan, few, folder, workers)


def _multiplied(few: WorkshopPlaces, folder: Path, agreements: int) -> WorkshopPlaces:
    """A registry that takes in the agreements of another one, until there are so many."""
    with (folder / "few.tar").open("wb") as out:
        open_registry(few.registry).export(out)
    multiplied(folder / "few.tar", agreements, folder / "many.tar")
    where = os.environ.get("DRAFTER_TEST_POSTGRES") or str(folder / "many.db")
    many = replace(few, registry=where, files=folder / "many.files")
    registry = create_registry(where, many.files)
    with (folder / "many.tar").open("rb") as source:
        came, took = _timed(lambda: registry.take_in(source, "many.tar"))
    registry.close()
    (folder / "many.tar").unlink()
    print(f"taken in and verified:{1000 * took / came:8.2f} ms CPU an agreement, {came:,} of them")
    if "://" not in where:
        room = Path(where).stat().st_size / agreements
        print(f"database:             {room / 1000:8.2f} kB an agreement")
    return many


def _edit(clause: Path) -> None:
    edited = clause.read_text("utf-8").replace(*EDIT)
    assert edited != clause.read_text("utf-8")
    clause.write_text(edited, "utf-8")


def _tell_plan(places: WorkshopPlaces, agreements: int, rendered: float, what: str) -> Plan:
    """A plan of a registry, made in a process of its own, and what it took."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        made = process.submit(_planned, places).result()
    affected = len(made.plan.entries)
    each = made.seconds / (affected or agreements)
    print(f"plan, {what:<17}: {made.seconds:6.2f} s CPU over {agreements:,}: {affected:,} "
          f"affected, {1000 * each:.3f} ms each, {each / rendered:.4f} of a drafted one; "
          f"{made.most:.0f} MB at most, {made.before:.0f} before")  # fmt: skip
    return made.plan


class _Made(NamedTuple):
    """A plan, its CPU seconds, and the MB that its process had before it and at most."""

    plan: Plan
    seconds: float
    before: float
    most: float


def _planned(places: WorkshopPlaces) -> _Made:
    shop = places.open()
    shop.registry.agreement("A-0001")
    before = _most_memory()
    plan, seconds = _timed(lambda: make_plan(shop))
    return _Made(plan, seconds, before, _most_memory())


def _most_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


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


def _record(places: WorkshopPlaces, deals: int) -> float:
    """Record the deals; the seconds of CPU that drafting and writing one takes."""
    library, house = load_library(places.library, places.cache), load_style(cache=places.cache)
    ingredients, registry = Ingredients(library.clauses), create_registry(places.registry)
    spent = 0.0
    for number, (deal, _) in enumerate(islice(many_deals(library), deals)):
        start = time.process_time()
        agreement = library.draft(deal)
        file = agreement.to_docx(house)
        spent += time.process_time() - start
        draft = as_draft(agreement, house, "house", ingredients, file)
        registry.record(draft, f"Matter {number + 1}", STAMP._replace(salt=str(number)))
    registry.close()
    return spent / deals


def _compare(places: WorkshopPlaces, plan: Plan) -> None:
    """Whether the plan names those of a sample that read differently, drafted again."""
    library = load_library(places.library, places.cache)
    registry = open_registry(places.registry, places.files)
    held = registry.agreements()
    sample = Random(1).sample(held, min(SAMPLE, len(held)))
    different = set()
    for one in sample:
        before = registry.revision(one.id)
        again = library.draft(pinned(before.answers, before.taken))
        if block_texts(again.document) != before.blocks:
            different.add(one.id)
    named = {one.agreement for one in plan.entries} & {one.id for one in sample}
    print(f"equal to brute force: {'yes' if named == different else 'NO':>8}, "
          f"{len(different)} of a sample of {len(sample)}")  # fmt: skip


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    return work(), time.process_time() - start


if __name__ == "__main__":
    main()
