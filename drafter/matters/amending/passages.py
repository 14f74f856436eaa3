"""A section in passages: the least that an amendment restates as a whole.

A passage is a numbered paragraph with what hangs on it, a definition, or the words before the first
number; a schedule or an unnumbered section is one passage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.agreement.model import Agreement, Element, Paragraph, Role, Said
from drafter.agreement.number import own
from drafter.data_classes import dataclass
from drafter.matters.amending.numbers import HEADINGS
from drafter.matters.amending.signed import SignedLine, plain
from drafter.matters.recording import block_texts

DEFINITION = "definition"
Passages = dict[str, tuple[SignedLine, ...]]


@dataclass(frozen=True, slots=True)
class FreshSection:
    """A section of the fresh draft in kept numbers: its lines and the elements that they are."""

    topic: str
    role: Role
    number: str
    heading: str
    lines: tuple[SignedLine, ...]
    elements: tuple[Element, ...]

    def elements_of(self, lines: Iterable[SignedLine]) -> tuple[Element, ...]:
        """The elements that some of its lines are."""
        blocks = {line.block for line in lines}
        return tuple(one for one in self.elements if one.block in blocks)


def fresh_sections(document: Agreement, without: Iterable[str]) -> tuple[FreshSection, ...]:
    """The sections of a draft in reading order, but for those `without` which it is signed."""
    groups: list[list[Element]] = []
    for element in document.elements:
        if isinstance(element, Paragraph) and element.role in HEADINGS:
            groups.append([])
        if groups and not (isinstance(element, Paragraph) and element.role is Role.PART_HEADING):
            groups[-1].append(element)
    left_out = set(without)
    texts = {one.block: plain(one.text) for one in block_texts(document)}
    return tuple(
        _section(group, texts, document) for group in groups if group[0].block not in left_out
    )


def _section(group: list[Element], texts: dict[str, str], document: Agreement) -> FreshSection:
    heading = group[0]
    assert isinstance(heading, Paragraph)
    lines = tuple(line for element in group for line in _lines(element, texts))
    number = document.numbers.get(heading.block, "")
    words = texts[heading.block]
    return FreshSection(heading.block, heading.role, number, words, lines, tuple(group))


def _lines(element: Element, texts: dict[str, str]) -> Iterator[SignedLine]:
    words = texts[element.block]
    if isinstance(element, Paragraph):
        opens = element.role is Role.CLAUSE
        yield SignedLine(element.block, own(element.number), words, words, opens)
        return
    yield SignedLine(element.block, "", words, words)
    for row, _ in getattr(element, "rows", ()):
        yield SignedLine(row, "", texts[row], texts[row])


def passages(lines: Iterable[SignedLine]) -> Passages:
    """The lines of a section by passage: the heading under "", then by number or definition."""
    found: dict[str, list[SignedLine]] = {}
    key = ""
    for number, line in enumerate(lines):
        if line.block.startswith(f"{DEFINITION}."):
            key = ".".join(line.block.split(".")[:2])
        elif line.opens:
            key = line.label
        elif number == 1 or (key.startswith(DEFINITION) and number):
            key = f"flush {line.block}"
        found.setdefault(key, []).append(line)
    return {key: tuple(some) for key, some in found.items()}


def term_of(section: FreshSection, key: str) -> str:
    """The term that a definition of a fresh section defines, as it is printed."""
    for element in section.elements:
        if element.block.startswith(f"{key}.") and isinstance(element, Paragraph):
            return next((run.text for run in element.runs if run.said is Said.TERM), "")
    return ""
