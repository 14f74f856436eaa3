"""Runs the benchmark: `make bench`, or `python -m benchmarks`."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks import profiles
from benchmarks.commands import OWN_SAMPLE, Command, commands, run_in_turn
from benchmarks.contenders import (
    DRAFTER,
    LIVE_TEMPLATE,
    OWN_TEMPLATE,
    OWN_VALUES,
    PLAIN_TEMPLATE,
    VALUES,
    PeerFailed,
    Running,
    interleave,
    running,
)
from benchmarks.deal import ANSWERS, HOUSE, ROOT, agreement, house
from benchmarks.kept_wordings import ONCE, STEP, costs
from benchmarks.paragraphs import first_difference, paragraphs
from benchmarks.targets import COLD, GROWN, STEP_MILLISECONDS, WARM, Target
from benchmarks.template import template
from benchmarks.with_drafter import draft

WARM_ROUNDS, COLD_ROUNDS = 9, 7


def main() -> int:
    """0 when everything was measured, whatever the figures; 1 when it could not be compared."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            _introduce(folder)
            return _warm(folder) or _grown() or _cold(folder)
        except PeerFailed as fault:
            print(fault, file=sys.stderr)
            return 1


def _introduce(folder: Path) -> None:
    for name, live in ((PLAIN_TEMPLATE, False), (LIVE_TEMPLATE, True)):
        made = template(agreement(), house(), HOUSE, live)
        (folder / name).write_bytes(made.docx)
        (folder / VALUES).write_text(json.dumps(made.values))
    own = template(agreement(), house(), HOUSE, live=False, others=False)
    (folder / OWN_TEMPLATE).write_bytes(own.docx)
    (folder / OWN_VALUES).write_text(json.dumps(own.values))
    printed, held = (sum(len(each.split()) for each in paragraphs(docx))
                     for docx in (draft(), made.docx))  # fmt: skip
    print(f"""{ANSWERS.relative_to(ROOT)}: {printed:,} words.
The peers fill one template with all wordings ({held:,} words). Numbers, references and the choice
of wordings are handed to them; drafter computes these, and reports why. See benchmarks/README.md.
""")


def _warm(folder: Path) -> int:
    with running(folder) as contenders:
        samples = {one.name: one.sample.read_bytes() for one in contenders}
        if not _same_words(samples):
            return 1
        interleave(contenders, WARM_ROUNDS)
    print("\nWarm: CPU and file size a document, blocks in turn")
    for one in contenders:
        print(
            f"  {one.name:<20}{one.median:8.1f} ms {_spread(one)}{len(samples[one.name]):9,} bytes"
        )
    cpu = {one.name: one.median for one in contenders}
    if _verdicts(WARM, cpu):
        print(f"\n  {DRAFTER}, 10 documents, by own time:\n{profiles.of_calls(draft)}")
    return 0


def _same_words(samples: Mapping[str, bytes]) -> bool:
    ours = samples[DRAFTER]
    count = len(paragraphs(ours))
    same = True
    for name in samples:
        difference = first_difference(ours, samples[name])
        same = same and not difference
        if difference:
            print(f"{DRAFTER} and {name} differ in {difference}", file=sys.stderr)
    if same:
        print(f"All say the same in {count:,} paragraphs of document.xml.")
    return same


def _grown() -> int:
    """The same deal where the library keeps many times the wordings, and a step of the form."""
    cpu = costs()
    print("\nIn one process: CPU, the least of several in turn")
    for name, figure in cpu.items():
        print(f"  {name:<28}{figure:8.1f} ms")
    _verdicts(GROWN, cpu)
    met = "met" if cpu[STEP] < STEP_MILLISECONDS else "MISSED"
    figure = f"{cpu[STEP]:6.2f} ms, {cpu[STEP] / cpu[ONCE]:.2f} of a draft"
    print(f"  {STEP:<28}{figure:<40}target under {STEP_MILLISECONDS:g} ms: {met}")
    return 0


def _cold(folder: Path) -> int:
    timed = commands(folder)
    run_in_turn(timed, COLD_ROUNDS, cache=folder)
    if difference := first_difference(draft(), (folder / OWN_SAMPLE).read_bytes()):
        print(f"{DRAFTER} and the bare script differ in {difference}", file=sys.stderr)
        return 1
    print("\nCold: CPU of a whole process, in turn")
    for one in timed:
        print(f"  {one.name:<28}{one.median:8.0f} ms {_spread(one)}")
    cpu = {one.name: one.median for one in timed}
    missed = {target.ours for target in _verdicts(COLD, cpu)}
    for one in timed:
        if one.name in missed:
            print(f"\n  {one.name}, by time spent within:\n{profiles.of_command(one, folder)}")
    return 0


def _spread(one: Running | Command) -> str:
    return f"({min(one.cpu):.1f} to {max(one.cpu):.1f})".ljust(20)


def _verdicts(targets: Iterable[Target], cpu: Mapping[str, float]) -> list[Target]:
    """Prints each target with its figure; returns those missed."""
    print()
    missed = []
    for target in targets:
        print(target.line(cpu))
        missed += [] if target.met(cpu) else [target]
    return missed


if __name__ == "__main__":
    sys.exit(main())
