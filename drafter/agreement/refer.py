"""Cross-references: what each target is numbered, and how a reference reads.

"clause 3", "clauses 3, 7.2 and 9", "clauses 5.2 to 5.5", "Schedule 2", "paragraph 3 of Schedule 2".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from drafter.agreement.expand import TextPlace
from drafter.agreement.model import Run, Said
from drafter.data_classes import dataclass, field
from drafter.diagnostics import Diagnostic
from drafter.kinds.model import Points
from drafter.printed_words import Noun, PrintedWords
from drafter.prose.model import Reference, Target

NBSP = "\u00a0"
CLAUSE, PARAGRAPH, SCHEDULE = "clause", "paragraph", "schedule"
PARTY, RECITAL = "party", "recital"


class Spot(NamedTuple):
    """A numbered block: its full number, what it is, the section it stands in.

    A labelled one knows its position among its siblings and the records of the loops round it.
    `named`: its number says what it is ("Section 1.01"), so that no noun stands before it.
    """

    block: str
    number: str
    kind: str
    section: str
    position: tuple[int, ...] = ()
    chain: tuple[Points, ...] = ()
    named: bool = False


@dataclass(slots=True)
class Targets:
    """Every block that can be referred to, by topic and label.

    `loose`: topics without labels of their own, with the topic whose number answers for them.
    `order`: where each of those blocks stands in the agreement.
    """

    loose: Mapping[str, str]
    words: PrintedWords
    spots: dict[tuple[str, str], list[Spot]] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    def note(self, topic: str, label: str, spot: Spot) -> None:
        """A block that can be referred to; blocks are noted in the order of the agreement."""
        self.spots.setdefault((topic, label), []).append(spot)
        self.order.setdefault(spot.block, len(self.order))

    def refer(self, reference: Reference, at: TextPlace, topic: str, section: str) -> list[Run]:
        """A reference in words and fields."""
        targets = reference.targets
        found = [spot for target in targets for spot in self._found(target, at, topic, reference)]
        if not found:
            return [Run(self.words.references.missing, Said.BLANK)]
        return self._listed(found, section, reference.opens, one_target=len(targets) == 1)

    def surviving(self, spots: Sequence[Spot], section: str) -> list[Run]:
        """The computed list of surviving clauses: "clauses 3, 7.2 and 9 and Schedule 2"."""
        return self._listed(spots, section)

    def _found(
        self, target: Target, at: TextPlace, topic: str, reference: Reference
    ) -> Sequence[Spot]:
        name = target.topic or topic
        spots = self.spots.get((name, target.label), ())
        if not spots and name in self.loose:
            spots = self.spots.get((self.loose[name], ""), ())
        numbered = [spot for spot in spots if spot.number]
        if not numbered and not at.doubt:
            self._missing(target, reference)
        return _nearest(numbered, at.chain) if at.chain else numbered

    def _missing(self, target: Target, reference: Reference) -> None:
        words = "@" + ".".join(part for part in (target.topic, target.label) if part)
        self.faults.append(
            Diagnostic(
                "dangling-reference",
                f"`[{words}]` points at nothing in this agreement",
                reference.place,
                "guard the sentence with the condition under which the target stands",
            )
        )

    def _listed(
        self, spots: Sequence[Spot], section: str, opens: bool = False, one_target: bool = False
    ) -> list[Run]:
        if len(spots) == 1:
            return self._group(spots[0].kind, spots, opens, section, one_target)
        said: list[list[Run]] = []
        in_order = sorted(spots, key=lambda spot: self.order[spot.block])
        for kind, group in _grouped(in_order):
            said.append(self._group(kind, group, opens and not said, section, one_target))
        return self._in_a_row(said)

    def _group(
        self, kind: str, spots: Sequence[Spot], opens: bool, section: str, one_target: bool
    ) -> list[Run]:
        numbers = [
            [Run(spot.number.replace(" ", NBSP), Said.REFERENCE, spot.block)] for spot in spots
        ]
        if kind == SCHEDULE:
            return self._in_a_row(numbers)
        words = self.words.references
        noun: Noun = getattr(words, kind)
        named = spots[0].named
        runs = [] if named else [Run(noun.word(len(spots) > 1, opens) + NBSP)]
        if one_target and len(spots) > 2 and _unbroken(spots):
            runs += [*numbers[0], Run(words.to[0]), *numbers[-1]]
        else:
            runs += self._in_a_row(numbers)
        home = spots[0].section
        if kind == PARAGRAPH and home != section:
            schedule = self.spots[home, ""][0]
            runs += [
                Run(words.within[0]),
                *self._group(SCHEDULE, [schedule], False, section, False),
            ]
        return runs

    def _in_a_row(self, items: Sequence[list[Run]]) -> list[Run]:
        """`a`, `a and b`, `a, b and c`."""
        if len(items) == 1:
            return items[0]
        row = self.words.values.row
        following, final = row.more if len(items) > 2 else ("", *row.two)
        runs = [*items[0]]
        for item in items[1:-1]:
            runs += [Run(following), *item]
        return [*runs, Run(final), *items[-1]]


def _nearest(spots: Sequence[Spot], chain: tuple[Points, ...]) -> Sequence[Spot]:
    """Of blocks in loops, those that share most records with where the reference stands."""
    shared = [len(set(spot.chain) & set(chain)) for spot in spots]
    most = max(shared, default=0)
    return [spot for spot, count in zip(spots, shared, strict=True) if count == most]


def _unbroken(spots: Sequence[Spot]) -> bool:
    """Whether the blocks follow one another, so that "to" names them and no other."""
    positions = [spot.position for spot in spots]
    return all(one and other == (*one[:-1], one[-1] + 1) for one, other in pairwise(positions))


def _grouped(spots: Iterable[Spot]) -> list[tuple[str, list[Spot]]]:
    """Spots of one kind together (and paragraphs by their schedule), each once, in order."""
    groups: dict[tuple[str, str, bool], list[Spot]] = {}
    for spot in spots:
        home = spot.section if spot.kind == PARAGRAPH else ""
        group = groups.setdefault((spot.kind, home, spot.named), [])
        if all(spot.block != other.block for other in group):
            group.append(spot)
    return [(kind, group) for (kind, _, _), group in groups.items()]
