"""Cross-references: what each target is numbered, and how a reference reads.

"clause 3", "clauses 3, 7.2 and 9", "clauses 5.2 to 5.5", "Schedule 2", "paragraph 3 of Schedule 2".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.agreement.expand import At
from drafter.agreement.model import Run, Said
from drafter.conditions.model import Points
from drafter.diagnostics import Diagnostic
from drafter.prose.model import Reference, Target

NBSP = "\u00a0"
CLAUSE, PARAGRAPH, SCHEDULE, RECITAL = "clause", "paragraph", "schedule", "recital"
_WORDS = {CLAUSE: ("clause", "clauses"), PARAGRAPH: ("paragraph", "paragraphs"),
          RECITAL: ("recital", "recitals")}  # fmt: skip


class Spot(NamedTuple):
    """A numbered block: its full number, what it is, the section it stands in, its records."""

    block: str
    number: str
    kind: str
    section: str
    chain: tuple[Points, ...] = ()


@dataclass(slots=True)
class Targets:
    """Every block that can be referred to. `loose` topics answer for all their labels: an open
    topic, or one that a special term replaces, has no labels of its own."""

    spots: dict[tuple[str, str], list[Spot]] = field(default_factory=dict)
    schedules: dict[str, Spot] = field(default_factory=dict)
    loose: set[str] = field(default_factory=set)
    faults: list[Diagnostic] = field(default_factory=list)

    def add(self, topic: str, label: str, spot: Spot) -> None:
        """Note a block under its topic and label."""
        self.spots.setdefault((topic, label), []).append(spot)

    def refer(self, reference: Reference, at: At, topic: str, section: str) -> list[Run]:
        """A reference in words and fields."""
        found = [self._found(target, at, topic, reference) for target in reference.targets]
        groups = _grouped(spot for spots in found for spot in spots)
        runs: list[Run] = []
        for index, (kind, spots) in enumerate(groups):
            runs += [Run(" and ")] if index else []
            opens = reference.opens and not index
            one_target = len(reference.targets) == 1
            runs += self._group(kind, spots, opens, section, one_target)
        return runs or [Run("[reference]", Said.BLANK)]

    def _found(
        self, target: Target, at: At, topic: str, reference: Reference
    ) -> Sequence[Spot]:
        name = target.topic or topic
        spots = self.spots.get((name, target.label), [])
        if not spots and name in self.loose:
            spots = self.spots.get((name, ""), [])
        if not spots:
            self._missing(target, reference)
        same_record = [spot for spot in spots if spot.chain and _shares(spot.chain, at.chain)]
        return same_record or spots

    def _missing(self, target: Target, reference: Reference) -> None:
        words = "@" + ".".join(part for part in (target.topic, target.label) if part)
        self.faults.append(Diagnostic(
            "dangling-reference", f"`[{words}]` points at nothing in this agreement",
            reference.place, "guard the sentence with the condition under which the target stands"))

    def _group(
        self, kind: str, spots: Sequence[Spot], opens: bool, section: str, one_target: bool
    ) -> list[Run]:
        if kind == SCHEDULE:
            return _listed([[_number(spot)] for spot in spots])
        word = _WORDS[kind][len(spots) > 1]
        runs = [Run((word.capitalize() if opens else word) + NBSP)]
        if one_target and len(spots) > 2:
            runs += [_number(spots[0]), Run(" to "), _number(spots[-1])]
        else:
            runs += _listed([[_number(spot)] for spot in spots])
        home = spots[0].section
        if kind == PARAGRAPH and home != section:
            runs += [Run(" of "), _number(self.schedules[home])]
        return runs


def _shares(one: tuple[Points, ...], other: tuple[Points, ...]) -> bool:
    return bool(set(one) & set(other))


def _number(spot: Spot) -> Run:
    return Run(spot.number.replace(" ", NBSP), Said.REFERENCE, spot.block)


def _listed(items: list[list[Run]]) -> list[Run]:
    """`a`, `a and b`, `a, b and c`."""
    runs: list[Run] = []
    for index, item in enumerate(items):
        if index:
            runs.append(Run(" and " if index == len(items) - 1 else ", "))
        runs += item
    return runs


def _grouped(spots: Iterable[Spot]) -> list[tuple[str, list[Spot]]]:
    """Spots of one kind together (and paragraphs by their schedule), each once, in order."""
    groups: dict[tuple[str, str], list[Spot]] = {}
    for spot in spots:
        home = spot.section if spot.kind == PARAGRAPH else ""
        group = groups.setdefault((spot.kind, home), [])
        if all(spot.block != other.block for other in group):
            group.append(spot)
    return [(kind, group) for (kind, _), group in groups.items()]


def surviving(spots: Iterable[Spot]) -> list[Run]:
    """The computed list of surviving clauses: "clauses 3, 7.2 and 9 and Schedule 2"."""
    groups = _grouped(spots)
    runs: list[Run] = []
    for index, (kind, group) in enumerate(groups):
        runs += [Run(" and ")] if index else []
        if kind != SCHEDULE:
            runs.append(Run(_WORDS[kind][len(group) > 1] + NBSP))
        runs += _listed([[_number(spot)] for spot in group])
    return runs
