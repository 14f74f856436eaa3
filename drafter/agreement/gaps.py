"""What is said, in the numbers of a scheme: labels before paragraphs, references in their gaps.

So an agreement is said once, and numbered once for each house style that numbers otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from drafter.agreement.expand import TextPlace
from drafter.agreement.model import Element, KeptRuns, Paragraph, Run, Said, Table
from drafter.agreement.skeleton import Skeleton
from drafter.prose.model import Reference

_REFERENCE = Said.REFERENCE


class Gap(NamedTuple):
    """Where a number is still to be said: the section it stands in and, for a reference, its topic
    and its place in the deal; without one it is the list of the surviving clauses."""

    section: str
    topic: str = ""
    reference: Reference | None = None
    at: TextPlace | None = None


class Gaps:
    """The gaps of one agreement, in the order in which they are left. `section`: the one that is
    being said."""

    def __init__(self) -> None:
        self.section = ""
        self.left: list[Gap] = []

    def refer(self, reference: Reference, at: TextPlace, topic: str) -> list[Run]:
        """Leave a gap for a reference."""
        return self._leave(Gap(self.section, topic, reference, at))

    def surviving(self) -> list[Run]:
        """Leave a gap for the list of the surviving clauses."""
        return self._leave(Gap(self.section))

    def _leave(self, gap: Gap) -> list[Run]:
        self.left.append(gap)
        return [Run("", _REFERENCE, str(len(self.left) - 1))]


def numbered(
    elements: Iterable[Element], gaps: Sequence[Gap], bones: Skeleton, labels: Mapping[str, str]
) -> Iterator[Element]:
    """The elements with their labels, and with the words of each reference in its gap."""
    for one in elements:
        if isinstance(one, Paragraph):
            runs = _filled(one.runs, gaps, bones)
            yield Paragraph(one.block, one.role, labels.get(one.block, ""), runs)
        elif isinstance(one, Table):
            headings = tuple(_filled(cell, gaps, bones) for cell in one.headings)
            rows = tuple(
                (block, tuple(_filled(cell, gaps, bones) for cell in cells))
                for block, cells in one.rows
            )
            yield Table(one.block, headings, rows)
        else:
            yield one


def _filled(runs: tuple[Run, ...], gaps: Sequence[Gap], bones: Skeleton) -> tuple[Run, ...]:
    if type(runs) is KeptRuns:
        return runs
    filled: list[Run] = []
    for run in runs:
        if run.said is _REFERENCE:
            filled += _marked(_words(gaps[int(run.about)], bones), run)
        else:
            filled.append(run)
    return tuple(filled)


def _words(gap: Gap, bones: Skeleton) -> list[Run]:
    targets = bones.counted.targets
    if gap.reference is None or gap.at is None:
        return targets.surviving(bones.surviving, gap.section)
    return targets.refer(gap.reference, gap.at, gap.topic, gap.section)


def _marked(words: list[Run], gap: Run) -> list[Run]:
    """The words of a reference, in doubt or resting on an assumption where its gap is."""
    if not (gap.doubt or gap.assumed):
        return words
    return [one._replace(doubt=gap.doubt, assumed=gap.assumed) for one in words]
