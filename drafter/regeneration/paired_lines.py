"""The lines of two versions of an agreement, and which of the one is which of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from drafter.agreement.model import Agreement as Assembly
from drafter.agreement.model import Paragraph, Said, Table
from drafter.data_classes import dataclass
from drafter.matters.amending.signed import SignedLine, sections
from drafter.registry.model import OfferedBlock

if TYPE_CHECKING:
    from drafter.agreement.model import Run

LEAST_ALIKE = 0.4  # of the words of both: less is another paragraph
LARGEST_GAP = 400  # pairs to weigh; beyond it only the name of a block tells


@dataclass(frozen=True, slots=True)
class TextLine:
    """A paragraph or row: its name, number, words, and the numbers in it that are references."""

    block: str
    number: str
    text: str
    references: frozenset[str] = frozenset()

    @property
    def topic(self) -> str:
        """The topic that it belongs to; of a definition, its id."""
        first, _, rest = self.block.partition(".")
        return rest.split(".")[0] if first in ("definition", "part") and rest else first

    @property
    def level(self) -> int:
        """How deep its number stands: 3, 3.1, 3.1(a)."""
        return self.number.count(".") + 2 * self.number.count("(")


LinePair = tuple[TextLine | None, TextLine | None]


def old_lines(blocks: Sequence[OfferedBlock]) -> list[TextLine]:
    """The lines of a recorded revision; early records have no number."""
    return [TextLine(one.block, "".join(tuple(one)[2:]), one.text) for one in blocks]


def text_lines(lines: Iterable[SignedLine]) -> list[TextLine]:
    """The lines of a signed agreement that an amendment can change."""
    standing = (one for section in sections(lines).values() for one in section)
    return [TextLine(one.block, one.label, one.words) for one in standing if one.words]


def new_lines(document: Assembly, blocks: Sequence[OfferedBlock]) -> list[TextLine]:
    """The lines of an agreement just drafted."""
    references = dict(_references(document))
    return [
        TextLine(
            one.block,
            document.numbers.get(one.block, ""),
            one.text,
            references.get(one.block, frozenset()),
        )
        for one in blocks
    ]


def _references(document: Assembly) -> Iterator[tuple[str, frozenset[str]]]:
    for element in document.elements:
        if isinstance(element, Paragraph):
            yield element.block, _numbers(element.runs)
        elif isinstance(element, Table):
            for block, cells in element.rows:
                yield block, frozenset().union(*map(_numbers, cells))


def _numbers(runs: tuple[Run, ...]) -> frozenset[str]:
    return frozenset(
        word for run in runs if run.said is Said.REFERENCE for word in run.text.split()
    )


Same = tuple[str, str, int]


def paired(old: Sequence[TextLine], new: Sequence[TextLine]) -> Iterator[LinePair]:
    """The lines that differ: pairs, lines that went, lines that came; in reading order."""
    numbered = any(line.number for line in old)
    before, after = ([_same(line, numbered) for line in lines] for lines in (old, new))
    start, end = _same_ends(before, after)
    matcher = SequenceMatcher(
        None, before[start : len(old) - end], after[start : len(new) - end], autojunk=False
    )
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield from _in_gap(old[start + i : start + j], new[start + k : start + m])


def _same(line: TextLine, numbered: bool) -> Same:
    """What two lines that are one have alike: numbers may differ, levels do not."""
    return line.topic, line.text, line.level if numbered else 0


def _same_ends(old: list[Same], new: list[Same]) -> tuple[int, int]:
    """How many lines are the same at the beginning, and at the end."""
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    rest = most - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return start, end


def _in_gap(old: Sequence[TextLine], new: Sequence[TextLine]) -> Iterator[LinePair]:
    by_name = len(old) * len(new) > LARGEST_GAP
    waiting = list(new)
    for line in old:
        found = next((k for k, other in enumerate(waiting) if _one(line, other, by_name)), None)
        if found is None:
            yield line, None
            continue
        yield from ((None, other) for other in waiting[:found])
        yield line, waiting[found]
        del waiting[: found + 1]
    yield from ((None, other) for other in waiting)


def _one(line: TextLine, other: TextLine, by_name: bool) -> bool:
    """Whether two lines are one that was reworded."""
    if line.topic != other.topic:
        return False
    words, others = line.text.split(), other.text.split()
    common = (Counter(words) & Counter(others)).total()
    if by_name or not words or not others:
        return line.block == other.block
    alike = 2 * common / (len(words) + len(others))
    return alike >= LEAST_ALIKE or (line.block == other.block and alike >= LEAST_ALIKE / 2)
